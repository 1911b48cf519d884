# SPDX-License-Identifier: Apache-2.0
"""What an accepted finding writes into the records of figures and of plans, and taking it back.

The only place that knows the two apps below; everything runs in the transaction of the decision.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from tiendo.kernel.document import Document
from tiendo.kernel.findings import Span
from tiendo.read.text.sentences import split_sentences
from tiendo.read.text.shadow import cast
from tiendo.render.places import Places
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import may
from tiendo.server.documents.data import DocumentRow
from tiendo.server.figures.data import FigureInput, FigureStatus, SourceKind, SourceRef
from tiendo.server.figures.services import record_figures, withdraw_figure
from tiendo.server.intake.data import Becomes
from tiendo.server.intake.figures_of import Written
from tiendo.server.intake.models import Finding
from tiendo.server.intake.stored import as_cell
from tiendo.server.support.refusals import Refusal
from tiendo.server.targets.data import PlanInput
from tiendo.server.targets.queries import find_target
from tiendo.server.targets.services import set_plan, withdraw_plan

_LONGEST_QUOTE = 4_000


@dataclass
class Quotes:
    """The sentences of one document, cut when the first is asked for."""

    document: Document
    _places: list[Places] = field(default_factory=list)

    def sentence(self, row: Finding) -> str:
        """The sentence a finding stands in, or the labels of its cell with what is printed in it."""
        cell = as_cell(row.payload.get("cell"))
        words = self._all().context(self._span(row), cell)
        return (words if cell is None else f"{words} | {row.payload['quote']}")[:_LONGEST_QUOTE]

    def before(self, row: Finding) -> str:
        """The words of that sentence before the finding."""
        span = self._span(row)
        if span is None:
            return ""
        return self.document.text[self._all().sentence(span).start : span.start]

    def _span(self, row: Finding) -> Span | None:
        return None if row.start is None or row.end is None else Span(row.start, row.end)

    def _all(self) -> Places:
        if not self._places:
            shadow = cast(self.document.text)
            sentences = (Span(*shadow.place(found.start, found.end)) for found in split_sentences(shadow))
            self._places.append(Places(self.document, tuple(sentences)))
        return self._places[0]


@dataclass(frozen=True, slots=True)
class Writing:
    """One finding and what it writes."""

    row: Finding
    becomes: Becomes
    written: Written | None


def write(writings: Sequence[Writing], document: DocumentRow, quotes: Quotes, scope: Scope) -> None:
    """Records figures (all at once) and plans, and notes on each row what came of it."""
    figures = [one for one in writings if one.becomes is Becomes.OBSERVATION and one.written is not None]
    inputs = [_input(one.row, one.written, quotes) for one in figures if one.written is not None]
    for one, number in zip(figures, record_figures(inputs, scope=scope), strict=True):
        one.row.observation_id = number
    for one in writings:
        if one.becomes is Becomes.PLAN and one.written is not None:
            one.row.plan_id = set_plan(_plan(one.row, one.written, document, quotes, scope), scope=scope)


def take_back(rows: Sequence[Finding], reason: str, scope: Scope) -> None:
    """Withdraws what accepted findings have written."""
    for row in rows:
        if row.observation_id is not None:
            withdraw_figure(row.observation_id, reason=reason, scope=scope)
            row.observation_id = None
        if row.plan_id is not None:
            withdraw_plan(row.plan_id, reason=reason, scope=scope)
            row.plan_id = None


def source_of(row: Finding, quotes: Quotes) -> SourceRef:
    """Where a figure was read: document, place, sentence, print."""
    anchor = {"start": row.start, "end": row.end} if row.start is not None else row.cell
    printed = row.payload["quote"][:200]
    return SourceRef(SourceKind.DOCUMENT, row.document_id, anchor, quotes.sentence(row), printed)


def _input(row: Finding, written: Written, quotes: Quotes) -> FigureInput:
    first, second = written.quantity(), written.other()
    is_parts = second is not None and not written.is_range
    return FigureInput(
        unit_id=written.unit_id,
        indicator=written.indicator,
        period=written.span(),
        quantity=None if is_parts else first,
        upper=second if written.is_range else None,
        numerator=first if is_parts else None,
        denominator=second if is_parts else None,
        status=FigureStatus(written.status),
        source=source_of(row, quotes),
    )


def _plan(row: Finding, written: Written, document: DocumentRow, quotes: Quotes, scope: Scope) -> PlanInput:
    """The plan of the target of this indicator and year; the document is the paper that sets it."""
    if not may(scope, Right.SET_TARGET, written.unit_id):
        raise Refusal(
            _("Only who may set targets can accept a plan; confirm the figure without storing it, or ask the office.")
        )
    target_id = find_target(written.unit_id, written.span().named_year, written.indicator, scope)
    if target_id is None:
        raise Refusal(
            _(
                "There is no such target for this unit and year; set the target first, or confirm the figure without "
                "storing it."
            ),
            field="indicator",
        )
    return PlanInput(
        target_id=target_id,
        value=written.quantity(),
        upper=written.other() if written.is_range else None,
        assigner=document.issuer or document.unit_name,
        act=document.number,
        decided_on=document.dated_on,
        source=source_of(row, quotes),
    )

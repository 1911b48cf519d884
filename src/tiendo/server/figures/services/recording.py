# SPDX-License-Identifier: Apache-2.0
"""The acts on figures: recording, correcting, withdrawing. Each adds rows; nothing is changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.translation import gettext as _

from tiendo.kernel.period_codes import format_sdmx
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted, require
from tiendo.server.figures.data import (
    Correction,
    Deed,
    FigureInput,
    FigureKey,
    FigureStatus,
    Gap,
    Nature,
    SourceKind,
    SourceRef,
)
from tiendo.server.figures.models import Indicator, Observation
from tiendo.server.figures.rules import (
    Given,
    Link,
    Values,
    Wrong,
    WrongFigureError,
    find_standing,
    keep,
)
from tiendo.server.figures.services.adding import Draft, key_of, source_of, values_of
from tiendo.server.figures.services.writing import add_rows
from tiendo.server.support.refusals import NotForYou, Refusal

_NOTE_LENGTH = 500
_CONFLICT = 409


def record_figures(inputs: Sequence[FigureInput], *, scope: Scope) -> list[int]:
    """Records figures, all or none, and tells the apps above once.

    A figure supersedes the one in force of the same unit, indicator, period and status. The same figure from the same
    place a second time is not written again. A value that no print of the former one can stand for is recorded too,
    with the disagreement in its note and in the record of acts: which of two sources is right, a person decides.

    Args:
        inputs: in the order of recording; of two for the same key the later one is in force.

    Returns:
        The rows in force, in the order of the inputs.

    Raises:
        Refusal: an indicator that is not in the catalogue, a unit that does not fit, a figure without form.
        NotForYou: the person may not review one of the units.
    """
    if not inputs:
        return []
    for unit_id in dict.fromkeys(one.unit_id for one in inputs):
        require(scope, Right.REVIEW, unit_id)
    codes = {one.indicator for one in inputs}
    indicators = {indicator.code: indicator for indicator in Indicator.objects.filter(code__in=codes)}
    drafts = [draft_figure(one, indicators) for one in inputs]
    with transaction.atomic():
        return add_rows(drafts, scope)


def correct_figure(observation_id: int, correction: Correction, *, scope: Scope) -> int:
    """Puts another value in the place of the one in force, with the reason; the old one stays readable.

    Raises:
        Refusal: no reason, another value is in force by now, or the new one has no form.
        NotForYou: there is no such figure for this person.
    """
    reason = _reason(correction.reason)
    with transaction.atomic():
        old = _get_current(observation_id, scope)
        given = Given(
            correction.quantity,
            correction.upper,
            correction.numerator,
            correction.denominator,
            correction.answer,
        )
        values = _keep(given, old.indicator)
        status = FigureStatus.ACTUAL if old.status == FigureStatus.MISSING else FigureStatus(old.status)
        source = correction.source or source_of(old)
        draft = Draft(key_of(old), old.indicator.code, status, values, source, Deed.CORRECT, reason)
        return add_rows([draft], scope)[0]


def withdraw_value(observation_id: int, *, reason: str, scope: Scope) -> int:
    """Takes the value in force back, with all its sources: the one before comes back, or a gap with the reason stays.

    Returns:
        The row that is in force now.

    Raises:
        Refusal: no reason, another value is in force by now, or there is no value.
        NotForYou: there is no such figure for this person.
    """
    reason = _reason(reason)
    with transaction.atomic():
        old = _get_current(observation_id, scope)
        chain = _chain_of(old)
        return _leave(old, chain, _find_standing(chain)[:-1], Taken(reason), scope)


def withdraw_figure(observation_id: int, *, reason: str, scope: Scope) -> int:
    """Takes one recording back. A value that stands in further places stays in force, without this source of it.

    Returns:
        The row that is in force now.

    Raises:
        Refusal: no reason, another value is in force by now, or there is no value.
        NotForYou: there is no such figure for this person.
    """
    reason = _reason(reason)
    with transaction.atomic():
        found = _get_locked(observation_id, scope)
        _refuse_computed(found)
        chain = _chain_of(found)
        last, standing = chain[-1], _find_standing(chain)
        sources = standing[-1] if standing else []
        if found.pk not in sources and found.pk != last.pk:
            raise _overtaken()
        left = [row for row in sources if row != found.pk]
        if found.pk not in sources or not left:
            return _leave(last, chain, standing[:-1], Taken(reason), scope)
        return _leave(last, chain, [*standing[:-1], left], Taken(reason, found.pk), scope)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a withdrawal takes away, and why.

    Attributes:
        source: one source of the value; None: all of it.
    """

    reason: str
    source: int | None = None


def _find_standing(chain: Sequence[Observation]) -> list[list[int]]:
    return find_standing(Link(row.pk, Deed(row.deed), row.withdraws_id) for row in chain)


def _leave(
    old: Observation, chain: Sequence[Observation], standing: Sequence[Sequence[int]], taken: Taken, scope: Scope
) -> int:
    """A new row over the last one, with what is left standing: its newest source, or a gap."""
    if values_of(old).is_gap and old.deed == Deed.WITHDRAW:
        raise Refusal(_("There is no value here that could be withdrawn."), status=_CONFLICT)
    former = next((row for row in chain if standing and row.pk == standing[-1][-1]), None)
    if former is None:
        values = Values(gap=Gap.NOT_REPORTED, missing_reason=taken.reason[:300])
        draft = Draft(key_of(old), old.indicator.code, FigureStatus(old.status), values, SourceRef())
    else:
        status = FigureStatus(former.status)
        draft = Draft(key_of(old), old.indicator.code, status, values_of(former), source_of(former))
    draft = replace(draft, deed=Deed.WITHDRAW, note=taken.reason, withdraws=taken.source)
    return add_rows([draft], scope, instead_of=old.pk)[0]


def draft_figure(one: FigureInput, indicators: dict[str, Indicator]) -> Draft:
    """What would be written for a figure; ``indicators`` are the catalogue's, by code.

    Raises:
        Refusal: the catalogue has no such indicator, or the value has no form.
    """
    indicator = indicators.get(one.indicator)
    if indicator is None:
        raise Refusal(
            _("The catalogue has no indicator “%(code)s”: load its pack, or choose another one.")
            % {"code": one.indicator},
            field="indicator",
        )
    given = Given(one.quantity, one.upper, one.numerator, one.denominator, one.answer, one.gap, one.gap_reason)
    values = _keep(given, indicator)
    status = FigureStatus.MISSING if values.is_gap else one.status
    if status is FigureStatus.MISSING and not values.is_gap:
        raise Refusal(_("A figure with a value is not missing: choose actual, estimate or final."), field="status")
    key = FigureKey(
        one.unit_id,
        indicator.pk,
        format_sdmx(one.period),
        one.period.regime.code,
        one.period.first_on,
        one.period.last_on,
    )
    return Draft(key, indicator.code, status, values, one.source, note=one.note.strip()[:_NOTE_LENGTH])


def _keep(given: Given, indicator: Indicator) -> Values:
    try:
        return keep(given, indicator.measure, Nature(indicator.nature))
    except WrongFigureError as error:
        told = {"name": indicator.name_vi, "measure": indicator.measure, "given": error.given}
        raise Refusal(_SENTENCES[error.wrong]() % told, field="value") from error


_SENTENCES = {
    Wrong.FORM: lambda: _("“%(name)s” needs exactly one of these: a number, both parts of a ratio, a reason why not."),
    Wrong.UNIT: lambda: _(
        "“%(name)s” is kept in %(measure)s, and “%(given)s” measures something else: correct the unit, or choose "
        "another indicator."
    ),
    Wrong.ANSWER: lambda: _("“%(name)s” is kept in %(measure)s: give it a number, or yes or no, as it asks for."),
    Wrong.RANGE: lambda: _("A range begins with the smaller number: 61–62."),
    Wrong.ZERO: lambda: _("The ratio of “%(name)s” has 0 as its whole: give the whole."),
    Wrong.GAP: lambda: _("Say why “%(name)s” has no figure."),
}


def _reason(text: str) -> str:
    if not text.strip():
        raise Refusal(_("Give a reason: it stays beside the former value."), field="reason")
    return text.strip()[:_NOTE_LENGTH]


def _get_locked(observation_id: int, scope: Scope) -> Observation:
    rows = permitted(Observation.objects.select_related("indicator"), scope, Right.REVIEW)
    found = rows.select_for_update(of=("self",)).filter(pk=observation_id).first()
    if found is None:
        raise NotForYou
    return found


def _refuse_computed(row: Observation) -> None:
    if row.source == SourceKind.FORMULA:
        raise Refusal(
            _("This figure is computed from others: correct those, and it follows by itself."), status=_CONFLICT
        )


def _get_current(observation_id: int, scope: Scope) -> Observation:
    found = _get_locked(observation_id, scope)
    _refuse_computed(found)
    if not found.is_current:
        raise _overtaken()
    return found


def _overtaken() -> Refusal:
    return Refusal(
        _("Another value has been in force since: look at it, then decide again. Nothing was changed."),
        status=_CONFLICT,
    )


def _chain_of(one: Observation) -> list[Observation]:
    """The rows that superseded each other before and after this one, oldest first: one query."""
    rows = Observation.objects.filter(
        unit_id=one.unit_id, indicator_id=one.indicator_id, period=one.period, regime=one.regime
    ).select_related("indicator")
    by_id = {row.pk: row for row in rows}
    after = {row.supersedes_id: row for row in by_id.values()}
    last = by_id[one.pk]
    while last.pk in after:
        last = after[last.pk]
    chain = [last]
    while chain[-1].supersedes_id in by_id:
        chain.append(by_id[chain[-1].supersedes_id])
    return chain[::-1]

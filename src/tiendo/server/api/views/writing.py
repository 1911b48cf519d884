# SPDX-License-Identifier: Apache-2.0
"""Writing figures: one, many, a correction, a withdrawal. Services behind the pages do it, once for each request."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import Header, Path, Query

from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.api.data.basics import PROBLEMS, Id, Problem
from tiendo.server.api.data.figures import (
    CorrectionIn,
    FigureIn,
    FigureOut,
    FiguresIn,
    PartIn,
    ValueIn,
    WithdrawalIn,
    WriteAsked,
    WrittenOut,
)
from tiendo.server.api.rules import fingerprint, fits, tag_of
from tiendo.server.api.services import Sent, answer_once
from tiendo.server.api.views.asking import caller_of, read_period, resolve_unit, scope_for
from tiendo.server.api.views.figures import router
from tiendo.server.api.views.interface import answer_problem, api, not_there, say_problem, say_refusal
from tiendo.server.api.views.telling import tell_figures
from tiendo.server.figures.data import Correction, FigureInput, FigureStatus, Gap, SourceKind, SourceRef
from tiendo.server.figures.queries import get_figure
from tiendo.server.figures.queries.stream import list_measures, list_superseded
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_value
from tiendo.server.figures.services.checking import find_faults
from tiendo.server.support.refusals import NotForYou, Refusal

__all__ = ["router"]  # reading and writing figures stand under the same addresses

_CHANGED: dict[Any, Any] = {**PROBLEMS, 412: Problem}
_NOT_FOUND, _CONFLICT, _PRECONDITION, _UNPROCESSABLE = 404, 409, 412, 422

Key = Annotated[
    str,
    Header(
        "",
        alias="Idempotency-Key",
        max_length=120,
        pattern=r"^[\x21-\x7e]*$",
        description=_(
            "New for each request: the same request sent again with it gets the same answer and does nothing."
        ),
    ),
]
Match = Annotated[
    str, Header("", alias="If-Match", max_length=200, description=_("ETag of the figure as the caller knows it."))
]


def _once(request: HttpRequest, response: HttpResponse, key: str, act: Callable[[], Any]) -> Any:
    """The answer of the act, or the one that this request was given before."""
    body = json.loads(request.body or b"null")
    sent = Sent(caller_of(request).holder, key, fingerprint(request.method, request.get_full_path(), body))
    answer, is_again = answer_once(sent, act)
    if is_again:
        response["Idempotency-Replayed"] = "true"
    return answer


@router.post(
    "figures",
    response={200: FigureOut, **PROBLEMS},
    url_name="api-figures",
    summary=_("Record a figure"),
    description=_(
        "It supersedes the one in force of the same unit, indicator, period and status; the same figure sent twice is "
        "recorded once."
    ),
)
def record_one(request: HttpRequest, response: HttpResponse, given: FigureIn, key: Key = "") -> Any:
    """One figure; the answer is the one in force."""
    scope = scope_for(request, Act.REVIEW)

    def act() -> Any:
        return _say_figure(_record([_Reader([given.indicator]).read(given)], [given], scope)[0], scope)

    answer = _once(request, response, key, act)
    response["ETag"] = tag_of(answer["id"], is_current=answer["is_current"])
    return FigureOut.model_validate(answer)


@router.post(
    "figures/batch",
    response={200: WrittenOut, **PROBLEMS},
    url_name="api-figures-batch",
    summary=_("Record many figures"),
    description=_("All of them or none, with every wrong row told; with partial=true the right rows are written."),
)
def record_many(
    request: HttpRequest, response: HttpResponse, given: FiguresIn, asked: Query[WriteAsked], key: Key = ""
) -> Any:
    """Many figures in one transaction."""
    scope = scope_for(request, Act.REVIEW)
    answer = _once(request, response, key, lambda: _Batch(given.rows, scope).write(is_partial=asked.partial))
    return WrittenOut.model_validate(answer)


@router.post(
    "figures/{int:figure_id}/correction",
    response={200: FigureOut, **_CHANGED},
    url_name="api-figure-correction",
    summary=_("Correct a figure"),
    description=_("Another value with its reason takes the place of the one in force; the former one stays readable."),
)
def correct(
    request: HttpRequest,
    response: HttpResponse,
    figure_id: Path[Id],
    given: CorrectionIn,
    key: Key = "",
    match: Match = "",
) -> Any:
    """A correction; the answer is the figure in force."""
    scope = scope_for(request, Act.REVIEW)

    def act() -> Any:
        _refuse_changed(figure_id, match, scope)
        code = get_figure(figure_id, scope, Act.REVIEW).indicator
        values = _Reader([code]).read_values(given, code)
        return _say_figure(correct_figure(figure_id, Correction(given.reason, **values), scope=scope), scope)

    return FigureOut.model_validate(_once(request, response, key, act))


@router.post(
    "figures/{int:figure_id}/withdrawal",
    response={200: FigureOut, **_CHANGED},
    url_name="api-figure-withdrawal",
    summary=_("Withdraw a figure"),
    description=_("The value before comes back, or the reason stays in its place."),
)
def withdraw(
    request: HttpRequest,
    response: HttpResponse,
    figure_id: Path[Id],
    given: WithdrawalIn,
    key: Key = "",
    match: Match = "",
) -> Any:
    """A withdrawal; the answer is the figure in force."""
    scope = scope_for(request, Act.REVIEW)

    def act() -> Any:
        _refuse_changed(figure_id, match, scope)
        return _say_figure(withdraw_value(figure_id, reason=given.reason, scope=scope), scope)

    return FigureOut.model_validate(_once(request, response, key, act))


def _refuse_changed(figure_id: int, match: str, scope: Scope) -> None:
    row = get_figure(figure_id, scope, Act.REVIEW)
    if match and not fits(match, tag_of(row.id, is_current=row.is_current)):
        raise Refusal(
            gettext("The figure has changed since you read it: read it again, then decide. Nothing was changed."),
            field="If-Match",
            status=_PRECONDITION,
        )


def _say_figure(figure_id: int, scope: Scope) -> dict[str, Any]:
    return tell_figures([get_figure(figure_id, scope, Act.REVIEW)])[0].model_dump(mode="json")


def _record(inputs: Sequence[FigureInput], given: Sequence[FigureIn], scope: Scope) -> list[int]:
    """Records figures, unless another one was in force than the caller knew."""
    with transaction.atomic():
        ids = record_figures(inputs, scope=scope)
        known = {place: one.replaces for place, one in enumerate(given) if one.replaces is not None}
        superseded = list_superseded((ids[place] for place in known), scope) if known else {}
        for place, replaces in known.items():
            if replaces not in (ids[place], superseded.get(ids[place])):
                raise _Overtaken(place)
    return ids


class _Overtaken(Refusal):
    """Another figure was in force than the caller knew.

    Attributes:
        number: of the row.
    """

    def __init__(self, number: int) -> None:
        sentence = gettext("Another figure is in force than the one you know: read it, then decide.")
        super().__init__(sentence, field="replaces", status=_CONFLICT)
        self.number = number


class _Reader:
    """What was sent → what the services take. Each unit and the catalogue are looked up once, however many rows."""

    def __init__(self, indicators: Iterable[str]) -> None:
        self._units: dict[int | str, int] = {}
        self._measures = list_measures(indicators)

    def read(self, given: FigureIn) -> FigureInput:
        """A figure.

        Raises:
            Refusal: the period does not exist. NotForYou: there was no such unit.
        """
        if given.unit not in self._units:
            self._units[given.unit] = resolve_unit(given.unit)
        return FigureInput(
            unit_id=self._units[given.unit],
            indicator=given.indicator,
            period=read_period(given.period, given.regime),
            gap=None if given.gap is None else Gap(given.gap),
            gap_reason=given.gap_reason,
            status=FigureStatus(given.status),
            source=SourceRef(SourceKind.API, quote=given.reference),
            note=given.note,
            **self.read_values(given, given.indicator),
        )

    def read_values(self, given: ValueIn, indicator: str) -> dict[str, Any]:
        """Number, parts or answer; without a unit of measure they are in that of the indicator."""
        measure = given.measure or self._measures.get(indicator, "")
        hedge = Qualifier(given.hedge)
        return {
            "quantity": None if given.value is None else _quantity(given.value, measure, hedge),
            "upper": None if given.upper is None else _quantity(given.upper, measure, Qualifier.EXACT),
            "numerator": _part(given.numerator, hedge),
            "denominator": _part(given.denominator, Qualifier.EXACT),
            "answer": given.answer,
        }


def _part(part: PartIn | None, hedge: Qualifier) -> Quantity | None:
    return None if part is None else _quantity(part.value, part.measure, hedge)


def _quantity(text: str, measure: str, hedge: Qualifier) -> Quantity:
    """The number with the size of its last printed place: "26.70" is more exact than "26.7"."""
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    return Quantity(value, measure, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0), hedge)


@dataclass(slots=True)
class _Batch:
    """Many rows on their way: which are wrong, which are written.

    Attributes:
        faults: by place of the row, why it was refused.
    """

    given: Sequence[FigureIn]
    scope: Scope
    faults: dict[int, dict[str, Any]] = field(default_factory=dict)
    written: dict[int, int] = field(default_factory=dict)

    def write(self, *, is_partial: bool) -> dict[str, Any]:
        """All of them or none; or those that can be written.

        Raises:
            Refusal: some row is wrong and all were to be written.
        """
        inputs = self._read()
        self._check(inputs)
        if self.faults and not is_partial:
            raise BatchRefused(self.faults)
        while inputs := {place: one for place, one in inputs.items() if place not in self.faults}:
            if self._try(inputs):
                break
            if not is_partial:
                raise BatchRefused(self.faults)
        return self._tell()

    def _read(self) -> dict[int, FigureInput]:
        inputs, reader = {}, _Reader(row.indicator for row in self.given)
        for place, row in enumerate(self.given):
            try:
                inputs[place] = reader.read(row)
            except (Refusal, NotForYou) as error:
                self._note(place, error)
        return inputs

    def _check(self, inputs: dict[int, FigureInput]) -> None:
        found = find_faults(list(inputs.values()), scope=self.scope)
        for place, fault in zip(inputs, found, strict=True):
            if fault is not None:
                self._note(place, fault)

    def _try(self, inputs: dict[int, FigureInput]) -> bool:
        """Writes them, or finds the rows that the record itself refuses."""
        places = list(inputs)
        try:
            ids = _record(list(inputs.values()), [self.given[place] for place in places], self.scope)
        except _Overtaken as error:
            self._note(places[error.number], error)
            return False
        except Refusal as error:
            self._find_refused(inputs, error)
            return False
        self.written = dict(zip(places, ids, strict=True))
        return True

    def _find_refused(self, inputs: dict[int, FigureInput], error: Refusal) -> None:
        """Which row it was: halves are tried in turn and undone, so that one wrong row costs few tries."""
        listed = list(inputs.items())
        while len(listed) > 1:
            half = listed[: len(listed) // 2]
            found = self._probe([one for _place, one in half])
            listed, error = (half, found) if found is not None else (listed[len(half) :], error)
        self._note(listed[0][0], error)

    def _probe(self, inputs: Sequence[FigureInput]) -> Refusal | None:
        try:
            with transaction.atomic():
                record_figures(inputs, scope=self.scope)
                raise _Undone
        except _Undone:
            return None
        except Refusal as error:
            return error

    def _note(self, place: int, error: Refusal | Http404) -> None:
        if isinstance(error, Refusal):
            self.faults[place] = say_problem(*say_refusal(error))
        else:
            fault = {"field": "unit", "detail": not_there()}
            self.faults[place] = say_problem(_NOT_FOUND, not_there(), [fault])

    def _tell(self) -> dict[str, Any]:
        rows = [
            {"row": place, "figure": self.written.get(place), "problem": self.faults.get(place)}
            for place in range(len(self.given))
        ]
        return {"written": len(self.written), "refused": len(self.faults), "rows": rows}


class _Undone(Exception):  # noqa: N818 - WONTFIX: it is no error
    """Takes back what was only tried."""


class BatchRefused(Refusal):
    """Nothing was written, because of these rows.

    Attributes:
        errors: each fault with its row.
    """

    def __init__(self, faults: Mapping[int, dict[str, Any]]) -> None:
        wrong = sorted(faults.items())
        said = gettext("Nothing was written: %(count)s rows are wrong. The first: %(first)s")
        statuses = {fault["status"] for _place, fault in wrong}
        status = statuses.pop() if statuses == {_CONFLICT} else _UNPROCESSABLE
        super().__init__(said % {"count": len(wrong), "first": wrong[0][1]["detail"]}, status=status)
        self.errors = [_name_row(place, fault) for place, fault in wrong]


def _name_row(place: int, fault: dict[str, Any]) -> dict[str, str]:
    inner = fault["errors"][0]["field"] if fault["errors"] else ""
    return {"field": f"rows.{place}.{inner}".rstrip("."), "detail": fault["detail"]}


@api.exception_handler(BatchRefused)
def _batch_refused(_request: HttpRequest, refusal: BatchRefused) -> HttpResponse:
    return answer_problem(refusal.status, str(refusal.sentence), refusal.errors)

# SPDX-License-Identifier: Apache-2.0
"""What is due: sheets of every unit that a person may see, what is overdue first. Nothing overdue is ever left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils.timezone import localtime

from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.collect.data import DONE, SheetRow, State
from tiendo.server.collect.models import Sheet, SubmittedCell
from tiendo.server.collect.queries.sheets import to_row
from tiendo.server.units.queries import name_units

_PAGE = 100
_WANTED = [state for state in State if state not in DONE]
_HAS_CONTENT = Q(cells__value__isnull=False) | ~Q(cells__gap="") | ~Q(cells__trouble="")


@dataclass(frozen=True, slots=True)
class SheetWish:
    """Which sheets are asked for; what is empty narrows nothing.

    Attributes:
        group: "late", "returned", "due", "review", "done".
    """

    unit_id: int | None = None
    form_id: int | None = None
    group: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class SheetList:
    """A part of the sheets, and how many there are of each group in all."""

    rows: tuple[SheetRow, ...]
    counts: dict[str, int]
    number: int
    last: int
    total: int


@dataclass(frozen=True, slots=True)
class Timeliness:
    """How punctual a unit is: sheets sent in time, sent late, wanted and late, not due yet."""

    unit_id: int
    unit_name: str
    in_time: int
    late: int
    missing: int
    waiting: int


def list_sheets(scope: Scope, today: date, wish: SheetWish = SheetWish()) -> SheetList:
    """Sheets in this order: overdue, sent back, due, waiting for review, done; within each the oldest day first, of
    what is done the newest. Four queries, however many there are.
    """
    groups = _groups(today)
    rows = permitted(Sheet.objects.all(), scope)
    if wish.unit_id is not None:
        rows = rows.filter(unit_id=wish.unit_id)
    if wish.form_id is not None:
        rows = rows.filter(form_id=wish.form_id)
    counts = rows.aggregate(**{name: Count("pk", filter=condition) for name, condition in groups.items()})
    if wish.group in groups:
        rows = rows.filter(groups[wish.group])
    total = counts[wish.group] if wish.group in groups else sum(counts.values())
    last = max(1, -(-total // _PAGE))
    number = min(max(1, wish.page), last)
    part = list(_order(rows, groups)[(number - 1) * _PAGE : number * _PAGE])
    names = name_units(row.unit_id for row in part)
    listed = tuple(
        to_row(row, names.get(row.unit_id, ""), (row.filled, row.line_count), row.has_clash)  # type: ignore[attr-defined]  # annotated
        for row in part
    )
    return SheetList(listed, counts, number, last, total)


def count_states(form_id: int, scope: Scope) -> list[tuple[str, str, dict[State, int]]]:
    """Periods of a form that were opened, newest first: code, regime, how many sheets are in which state. One query."""
    rows = permitted(Sheet.objects.filter(form_id=form_id), scope)
    counted = rows.order_by("-last_on").values_list("period", "regime", "state").annotate(number=Count("pk"))
    found: dict[tuple[str, str], dict[State, int]] = {}
    for period, regime, state, number in counted:
        found.setdefault((period, regime), {})[State(state)] = number
    return [(period, regime, states) for (period, regime), states in found.items()]


def has_sheets(unit_id: int, scope: Scope) -> bool:
    """Whether the person may see any sheet of the unit."""
    return permitted(Sheet.objects.filter(unit_id=unit_id), scope).exists()


def count_timeliness(scope: Scope, today: date, form_id: int | None = None) -> list[Timeliness]:
    """For every unit that the person may see, who is missing most first; two queries."""
    rows = permitted(Sheet.objects.all(), scope)
    if form_id is not None:
        rows = rows.filter(form_id=form_id)
    counted = rows.order_by().values("unit_id", "state", "due_on", "submitted_at")
    tally: dict[int, list[int]] = {}
    for row in counted:
        of_unit = tally.setdefault(row["unit_id"], [0, 0, 0, 0])
        sent = row["submitted_at"]
        is_done = row["state"] in DONE or sent is not None
        is_late = (localtime(sent).date() if sent else today) > row["due_on"]
        of_unit[(1 if is_late else 0) if is_done else (2 if is_late else 3)] += 1
    names = name_units(tally)
    found = [Timeliness(unit, names.get(unit, ""), *counts) for unit, counts in tally.items()]
    return sorted(found, key=lambda one: (-one.missing, -one.late, one.unit_name))


def _groups(today: date) -> dict[str, Q]:
    wanted = Q(state__in=_WANTED)
    return {
        "late": wanted & Q(due_on__lt=today),
        "returned": Q(state=State.RETURNED, due_on__gte=today),
        "due": wanted & ~Q(state=State.RETURNED) & Q(due_on__gte=today),
        "review": Q(state=State.SUBMITTED),
        "done": Q(state__in=DONE) & ~Q(state=State.SUBMITTED),
    }


def _order(rows: QuerySet[Sheet], groups: dict[str, Q]) -> QuerySet[Sheet]:
    places = [When(condition, then=Value(place)) for place, condition in enumerate(groups.values())]
    clash = SubmittedCell.objects.filter(submission__sheet=OuterRef("pk"), clash__isnull=False, settled="")
    annotated = rows.annotate(
        place=Case(*places, default=Value(len(places)), output_field=IntegerField()),
        filled=Count("cells", filter=_HAS_CONTENT),
        line_count=Count("cells"),
        has_clash=Exists(clash),
    )
    is_done = Case(When(groups["done"], then="due_on"), default=None)
    return annotated.select_related("form", "version").order_by("place", is_done.desc(), "due_on", "unit_id", "pk")

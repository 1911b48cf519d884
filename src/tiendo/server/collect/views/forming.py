# SPDX-License-Identifier: Apache-2.0
"""Building a form on a page: what, from whom, when, which lines, which checks. What the page does not show is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from tiendo.kernel.numbers import NumberError, parse_number
from tiendo.kernel.vietnamese import search_key
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may
from tiendo.server.collect import queries
from tiendo.server.collect.data import Arithmetic, Change, Check, FormDefinition, FormDraft, LineDefinition, Range
from tiendo.server.collect.services import save_form
from tiendo.server.collect.views import words
from tiendo.server.figures.data import IndicatorRow
from tiendo.server.figures.queries import list_indicators
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.targets.queries import list_boards
from tiendo.server.units.queries import list_children, name_units

_ARITHMETIC = re.compile(r"^(?P<left>[^<>=]+?)\s*(?P<sign><=|>=|≤|≥|=)\s*(?P<right>[^<>=]+)$")
_LIKE = {"≤": "<=", "≥": ">="}
_MOST_OWNERS = 500  # in one list to choose from
_NOT_IN_CODE = re.compile(r"[^a-z0-9]+")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_form(request: HttpRequest) -> HttpResponse:
    """A new form, empty or after a template."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    if not scope.roots(Act.SET_TARGET):
        raise NotForYou
    template = request.GET.get("template", "")
    definition = queries.get_template(template) if template else None
    units = _list_owners(scope)
    asked = request.POST.get("unit") or request.GET.get("unit") or (str(units[0][0]) if units else "")
    if asked and (not asked.isdecimal() or not may(scope, Act.SET_TARGET, int(asked))):
        raise NotForYou
    unit_id = int(asked) if asked else None
    if request.method == "POST" and unit_id is not None:
        code = _NOT_IN_CODE.sub("-", search_key(request.POST.get("title", ""))).strip("-")[:80] or "bieu"
        return _save(request, _Wish(code, unit_id, definition, units), scope)
    return render(request, "collect/form_edit.html", _describe(_Wish("", unit_id, definition, units), (), None))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_form(request: HttpRequest, form_id: int) -> HttpResponse:
    """A new version of a form."""
    scope: Scope = request.scope  # type: ignore[attr-defined]
    form = queries.get_form(form_id, scope, Act.SET_TARGET)
    wish = _Wish(form.code, form.unit_id, form.definition, [(form.unit_id, form.unit_name)], form_id)
    if request.method == "POST":
        return _save(request, wish, scope)
    return render(request, "collect/form_edit.html", _describe(wish, form.unit_ids, None))


class _Wish:
    """Which form is built: a new one (``form_id`` None), after ``base`` where there is one."""

    def __init__(
        self,
        code: str,
        unit_id: int | None,
        base: FormDefinition | None,
        owners: Sequence[tuple[int, str]],
        form_id: int | None = None,
    ) -> None:
        self.code, self.unit_id, self.base, self.owners, self.form_id = code, unit_id, base, owners, form_id


def _save(request: HttpRequest, wish: _Wish, scope: Scope) -> HttpResponse:
    sent = request.POST
    units = tuple(int(one) for one in sent.getlist("units") if one.isdecimal())
    try:
        definition = _read_definition(sent, wish.base)
        draft = FormDraft(wish.code, wish.unit_id or 0, units, definition, sent.get("reason", ""))
        form_id, is_changed = save_form(draft, scope=scope)
    except Refusal as refusal:
        context = _describe(wish, units, sent)
        context["refusal"] = str(refusal.sentence)
        return render(request, "collect/form_edit.html", context, status=refusal.status)
    messages.success(request, _("The form was saved.") if is_changed else _("Nothing was changed."))
    return redirect("form", form_id)


def _read_definition(sent: QueryDict, base: FormDefinition | None) -> FormDefinition:
    """The definition that was sent, over what the page does not show.

    Raises:
        Refusal: something in it cannot be.
    """
    former = {line.key: line for line in base.lines} if base is not None else {}
    lines = [_read_line(sent, code, former) for code in sent.getlist("line")]
    is_day = sent.get("due_kind") == "day"
    due = {"day": sent.get("due_day"), "months_after": sent.get("due_after") or 0} if is_day else {
        "working_days": sent.get("due_days")
    }  # fmt: skip
    texts = {name: sent.get(name, "") for name in ("title", "title_en", "cadence", "regime", "lead", "reviewer")}
    try:
        checks = [*_read_formulas(sent), *_read_bounds(sent, [line.key for line in lines]), *_keep_others(base)]
        return FormDefinition.model_validate(
            {**texts, "due": {key: value or None for key, value in due.items()} | _months(due), "lines": lines,
             "checks": checks}
        )  # fmt: skip
    except ValidationError as error:
        place = error.errors()[0]
        field = str(place["loc"][0]) if place["loc"] else ""
        raise Refusal(_FIELDS.get(field, _FIELDS[""])(), field=field) from error


def _months(due: Mapping[str, object]) -> dict[str, object]:
    return {"months_after": due["months_after"]} if "months_after" in due else {}


_FIELDS = {
    "": lambda: _("Something in the form cannot be: look at what is marked."),
    "title": lambda: _("Give the form a title."),
    "due": lambda: _("Say when it is due: at least 2 working days after the cut-off, or a day of the month."),
    "cadence": lambda: _("Choose how often it is filled in."),
    "lines": lambda: _("Choose at least one indicator."),
    "checks": lambda: _("A check cannot be read: write it like “thu_noi_dia + thu_khac = tong_thu”."),
}


def _read_line(sent: QueryDict, code: str, former: Mapping[str, LineDefinition]) -> LineDefinition:
    known = former.get(code)
    told: dict[str, Any] = known.model_dump() if known is not None else {"indicator": code}
    told |= {
        "reach": sent.get(f"reach-{code}", "period"),
        "is_required": f"optional-{code}" not in sent,
        "group": sent.get(f"group-{code}", "").strip(),
    }
    return LineDefinition.model_validate(told)


def _read_formulas(sent: QueryDict) -> list[Check]:
    """One check a line: "a + b = c". A minus in print is none in a formula."""
    found: list[Check] = []
    for written in sent.get("formulas", "").splitlines():
        bare = written.strip()
        if not bare:
            continue
        parts = _ARITHMETIC.match(bare)
        if parts is None:
            raise Refusal(_FIELDS["checks"](), field="checks")
        sign = _LIKE.get(parts["sign"], parts["sign"])
        told = {"kind": "arithmetic", "left": parts["left"], "sign": sign, "right": parts["right"]}
        found.append(Arithmetic.model_validate(told))
    return found


def _read_bounds(sent: QueryDict, codes: Sequence[str]) -> list[Check]:
    """The bounds beside each line: what a value can be, and how far it may move without a word."""
    found: list[Check] = []
    for code in codes:
        low, high = _number(sent, f"low-{code}"), _number(sent, f"high-{code}")
        if low is not None or high is not None:
            found.append(Range.model_validate({"kind": "range", "lines": [code], "at_least": low, "at_most": high}))
        moved = _number(sent, f"moved-{code}")
        if moved is not None:
            told = {"kind": "change", "lines": [code], "against": "same_period", "fall_pct": moved, "rise_pct": moved}
            found.append(Change.model_validate(told))
    return found


def _number(sent: QueryDict, name: str) -> str | None:
    text = sent.get(name, "").strip()
    if not text:
        return None
    try:
        return f"{parse_number(text).value:f}"
    except NumberError as error:
        raise Refusal(str(error), field="checks") from error


def _is_on_page(check: Check) -> bool:
    """Whether the page shows this check, so that what was sent takes its place."""
    if isinstance(check, Arithmetic):
        return not check.message and check.tolerance is None and check.severity == "error"
    if isinstance(check, Range):
        return len(check.lines) == 1 and check.severity == "error"
    is_plain = isinstance(check, Change) and len(check.lines) == 1 and check.against == "same_period"
    return is_plain and isinstance(check, Change) and check.fall_pct == check.rise_pct


def _keep_others(base: FormDefinition | None) -> list[Check]:
    return [] if base is None else [check for check in base.checks if not _is_on_page(check)]


def _describe(wish: _Wish, unit_ids: Sequence[int], sent: QueryDict | None) -> dict[str, Any]:
    base = wish.base
    below = [] if wish.unit_id is None else list_children(wish.unit_id, timezone.localdate())
    units = [*(one for one in wish.owners if one[0] == wish.unit_id), *((row.id, row.name) for row in below)]
    missing = [one for one in unit_ids if one not in dict(units)]
    units += list(name_units(missing).items())
    indicators = [row for row in list_indicators() if not row.formula]
    shown = None if base is None else base.model_dump(mode="json")
    return {
        "place": "collect",
        "form_id": wish.form_id,
        "unit_id": wish.unit_id,
        "owners": wish.owners,
        "units": [(unit, name, unit in unit_ids or len(units) == 1) for unit, name in units],
        "definition": shown if sent is None else {**(shown or {}), **sent.dict()},
        "due": _describe_due(base, sent),
        "cadences": [(one.value, label) for one, label in words.CADENCES.items()],
        "regimes": list(words.REGIMES.items()),
        "lines": [_describe_line(row, base, sent) for row in _in_order(indicators, base)],
        "formulas": _write_formulas(base) if sent is None else sent.get("formulas", ""),
        "kept": len(_keep_others(base)),
    }


def _describe_due(base: FormDefinition | None, sent: QueryDict | None) -> dict[str, object]:
    if sent is not None:
        return {"kind": sent.get("due_kind"), "days": sent.get("due_days"), "day": sent.get("due_day"),
                "after": sent.get("due_after")}  # fmt: skip
    if base is None:
        return {"kind": "days", "days": 3, "day": "", "after": 0}
    due = base.due
    kind = "days" if due.working_days is not None else "day"
    return {"kind": kind, "days": due.working_days or "", "day": due.day or "", "after": due.months_after}


def _in_order(indicators: Sequence[IndicatorRow], base: FormDefinition | None) -> list[tuple[str, IndicatorRow]]:
    """The lines of the form first, in their order, then the rest of the catalogue."""
    by_code = {row.code: row for row in indicators}
    lines = (
        []
        if base is None
        else [(line.key, by_code[line.indicator]) for line in base.lines if line.indicator in by_code]
    )
    taken = {row.code for _key, row in lines}
    return [*lines, *((row.code, row) for row in indicators if row.code not in taken)]


def _describe_line(
    pair: tuple[str, IndicatorRow], base: FormDefinition | None, sent: QueryDict | None
) -> dict[str, Any]:
    key, indicator = pair
    known = next((line for line in base.lines if line.key == key), None) if base is not None else None
    checks = [] if base is None else [check for check in base.checks if _is_on_page(check)]
    bounds = next((one for one in checks if isinstance(one, Range) and one.lines == (key,)), None)
    change = next((one for one in checks if isinstance(one, Change) and one.lines == (key,)), None)
    told: dict[str, Any] = {
        "key": key,
        "name": words.name_of(indicator),
        "measure": indicator.measure,
        "is_chosen": known is not None,
        "reach": "period" if known is None else known.reach.value,
        "is_optional": known is not None and not known.is_required,
        "group": "" if known is None else known.group,
        "low": _print(None if bounds is None else bounds.at_least),
        "high": _print(None if bounds is None else bounds.at_most),
        "moved": _print(None if change is None else change.rise_pct),
    }
    if sent is not None:
        told["is_chosen"] = key in sent.getlist("line")
        told["is_optional"] = f"optional-{key}" in sent
        told |= {name: sent.get(f"{name}-{key}", "") for name in ("reach", "group", "low", "high", "moved")}
    return told


def _print(value: Any) -> str:
    return "" if value is None else f"{value:f}".replace(".", ",")


def _write_formulas(base: FormDefinition | None) -> str:
    checks = [] if base is None else base.checks
    shown = [check for check in checks if isinstance(check, Arithmetic) and _is_on_page(check)]
    return "\n".join(f"{check.left} {check.sign} {check.right}" for check in shown)


def _list_owners(scope: Scope) -> list[tuple[int, str]]:
    """Units that may own a form: those over which the person sets targets, else those that have a board."""
    roots = scope.roots(Act.SET_TARGET)
    named = {root for root in roots if root is not None}
    if None in roots:
        named |= {unit for unit, _year in list_boards(scope, limit=_MOST_OWNERS)}
    return sorted(name_units(named).items(), key=lambda pair: pair[1])

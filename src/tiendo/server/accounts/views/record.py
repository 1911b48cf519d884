# SPDX-License-Identifier: Apache-2.0
"""The record of all acts, for those who administer the unit that an act concerns."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from tiendo.render.comma import disarm
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.accounts.views.people import for_administrators, get_scope
from tiendo.server.accounts.views.units import resolve_unit
from tiendo.server.audit.data import VERB_WORDS, EventFilter
from tiendo.server.audit.queries import list_events, list_verbs
from tiendo.server.support.refusals import Refusal
from tiendo.server.units.queries import list_below, name_units

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

_ON_A_PAGE = 100


@require_GET
@for_administrators
def show(request: HttpRequest) -> HttpResponse:
    """The record, newest first."""
    scope, fault = get_scope(request), ""
    try:
        events = _list(request, scope)
    except Refusal as refusal:
        events, fault = list_events(EventFilter()).none(), str(refusal.sentence)
    page = Paginator(events, _ON_A_PAGE).get_page(request.GET.get("page"))
    names = name_units(event.unit_id for event in page if event.unit_id is not None)
    shown = {
        "page": page,
        "rows": [
            (event, VERB_WORDS.get(event.verb, event.verb), _name(event.subject), names.get(event.unit_id or 0, ""))
            for event in page
        ],
        "verbs": [(verb, VERB_WORDS.get(verb, verb)) for verb in list_verbs()],
        "fault": fault,
        "asked": request.GET,
        "query": request.GET.urlencode(),
    }
    return render(request, "accounts/record.html", shown, status=400 if fault else 200)


#: What an act was done to, by the word before the number ("finding:753"); one that is not here stands as it is.
_SUBJECTS: dict[str, StrPromise] = {
    "document": gettext_lazy("document %(number)s"),
    "figure": gettext_lazy("figure %(number)s"),
    "finding": gettext_lazy("finding %(number)s"),
    "grant": gettext_lazy("role %(number)s"),
    "job": gettext_lazy("job %(number)s"),
    "pack": gettext_lazy("pack %(number)s"),
    "plan": gettext_lazy("plan %(number)s"),
    "problem": gettext_lazy("problem %(number)s"),
    "target": gettext_lazy("target %(number)s"),
    "user": gettext_lazy("person %(number)s"),
}


def _name(subject: str) -> str:
    kind, _mark, number = subject.partition(":")
    return str(_SUBJECTS[kind]) % {"number": number} if kind in _SUBJECTS else subject


class _Echo:
    """What the writer of lines takes for a file."""

    def write(self, line: str) -> str:
        return line


@require_GET
@for_administrators
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The same acts as a file for a spreadsheet, line by line, with the hashes that prove them."""
    events = _list(request, get_scope(request))
    name = f"so-hoat-dong-{timezone.localdate():%Y%m%d}.csv"
    answer = StreamingHttpResponse(_lines(events), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _lines(events: QuerySet[Any]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    heads = (_("No."), _("When"), _("Who"), _("Act"), _("Subject"), _("Unit"), _("Detail"), _("Hash"))
    yield "\ufeff" + writer.writerow(heads)
    for event in events.iterator(chunk_size=1000):
        detail = json.dumps(event.detail, ensure_ascii=False, sort_keys=True) if event.detail else ""
        at = timezone.localtime(event.at).isoformat(timespec="seconds")
        cells = (event.user_name, event.verb, event.subject, str(event.unit_id or ""), detail)
        yield writer.writerow((event.pk, at, *map(disarm, cells), event.hash))


def _list(request: HttpRequest, scope: Scope) -> QuerySet[Any]:
    """The acts that are asked for and that this person may read, newest first."""
    asked = request.GET
    events = list_events(
        EventFilter(
            who=asked.get("who", ""),
            verb=asked.get("verb", ""),
            subject=asked.get("subject", ""),
            since=_read_day(asked.get("since", "")),
            until=_read_day(asked.get("until", "")),
        )
    )
    if asked.get("unit", "").strip():
        unit_id = resolve_unit(asked["unit"], scope)
        events = events.filter(unit_id__in=list_below([unit_id] if unit_id is not None else []))
    return permitted(events, scope, Act.ADMINISTER, unit="unit_id")


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Refusal(_("A day is written as in 2026-01-31: mend the dates of the filter.")) from error

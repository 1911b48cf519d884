# SPDX-License-Identifier: Apache-2.0
"""What every page shows around its content: the places one can go to, and whose figures these are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import administers
from tiendo.server.board.queries import list_localities
from tiendo.server.board.views.asking import last_locality
from tiendo.server.support.writing import write_day

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django_stubs_ext import StrPromise

    from tiendo.server.board.data import Locality


def _always(_scope: Scope) -> bool:
    return True


def _reviews(scope: Scope) -> bool:
    return bool(scope.roots(Act.REVIEW))


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the bar at the top.

    Attributes:
        key: a page that belongs to it sets ``place`` to this.
        is_for: who sees it; asks no query.
    """

    key: str
    label: StrPromise
    view: str
    is_for: Callable[[Scope], bool] = _always


PLACES: tuple[Place, ...] = (
    Place("board", gettext_lazy("Targets"), "home"),
    Place("figures", gettext_lazy("Figures"), "figures"),
    Place("collect", gettext_lazy("Reports"), "reports"),
    Place("documents", gettext_lazy("Documents"), "documents"),
    Place("inbox", gettext_lazy("Inbox"), "inbox", _reviews),
    Place("units", gettext_lazy("Units"), "units"),
    Place("accounts", gettext_lazy("People"), "people", administers),
    Place("audit", gettext_lazy("Record"), "record", administers),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Places, localities and the addresses of search and account, for the page frame. Localities are asked for late:
    a part of a page that htmx asks for has no frame.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    return {
        "places": [(place.key, place.label, reverse(place.view)) for place in PLACES if place.is_for(scope)],
        "localities": SimpleLazyObject(lambda: _localities(request, scope)),
        "search_url": reverse("document-search"),
        "account_links": [(_("Account and sign-in"), reverse("account"))],
    }


def _localities(request: HttpRequest, scope: Scope) -> list[tuple[str, str, bool]]:
    """Localities with the address of their board; current is that of the page, else the one looked at last."""
    here = getattr(request, "locality", None)
    rows = list_localities(scope, with_unit=here)
    known = [row.unit_id for row in rows]
    current = next((unit for unit in (here, last_locality(request), *known) if unit in known), None)
    return [(_label(row), reverse("board-latest", args=[row.unit_id]), row.unit_id == current) for row in rows]


def _label(row: Locality) -> str:
    if row.ended_on is None:
        return row.name
    return _("%(unit)s (until %(day)s)") % {"unit": row.name, "day": write_day(row.ended_on)}

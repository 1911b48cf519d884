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
from tiendo.server.board.queries import list_near
from tiendo.server.board.telling import name_localities
from tiendo.server.board.views.asking import recent_localities

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django_stubs_ext import StrPromise


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
    Place("explanations", gettext_lazy("To explain"), "explanations", _reviews),
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
        "near": SimpleLazyObject(lambda: _list_near(request, scope)),
        "search_url": reverse("document-search"),
        "account_links": [(_("Account and sign-in"), reverse("account"))],
    }


def _list_near(request: HttpRequest, scope: Scope) -> dict[str, Any]:
    """The localities near the person with the addresses of their boards, and where others are found."""
    near = list_near(scope, recent_localities(request), getattr(request, "locality", None))
    rows = name_localities(near.rows, near.current)
    return {"localities": rows, "find_url": reverse("localities") if near.has_more else ""}

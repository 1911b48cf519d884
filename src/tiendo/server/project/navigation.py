# SPDX-License-Identifier: Apache-2.0
"""What every page shows around its content: the places one can go to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django_stubs_ext import StrPromise


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the bar at the top.

    Attributes:
        key: a page that belongs to it sets ``place`` to this.
    """

    key: str
    label: StrPromise
    view: str


PLACES: tuple[Place, ...] = ()


def frame(request: HttpRequest) -> dict[str, Any]:
    """The entries with their addresses, for the page frame."""
    return {"places": [(place.key, place.label, reverse(place.view)) for place in PLACES]}

# SPDX-License-Identifier: Apache-2.0
"""How the server says no: one sentence for the person, an honest status, nothing half done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db.utils import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Refusal(Exception):  # noqa: N818 - WONTFIX: it is no error of the program
    """An act that cannot be done as asked. The message says what happened and what to do; nothing was saved.

    Args:
        sentence: translated, for the person.
        field: the field of the form it is about, if any.
        status: 400 wrong input; 409 somebody else was faster; 413 too large; 429 too often.
    """

    def __init__(self, sentence: str | StrPromise, *, field: str | None = None, status: int = 400) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.status = status


class NotForYou(Http404):
    """What a person may not see does not exist for this person."""


class RefusalMiddleware:
    """Turns a ``Refusal`` that no view has caught into a page, or into a fragment for htmx."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Passes the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The refusal as an answer; a text that the database does not keep is one too."""
        if isinstance(exception, DataError):  # PostgreSQL keeps lengths and no NUL, SQLite takes everything
            sentence = _("A text is too long, or holds a sign that cannot be kept: shorten it, or type it anew.")
            exception = Refusal(sentence)
        if not isinstance(exception, Refusal):
            return None
        is_part = request.headers.get("HX-Request") == "true"
        template = "support/refusal_part.html" if is_part else "support/refusal.html"
        return render(request, template, {"refusal": exception}, status=exception.status)

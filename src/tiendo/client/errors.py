# SPDX-License-Identifier: Apache-2.0
"""How a request ends that was not done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that was wrong with what was sent.

    Attributes:
        field: where it stands: "rows.3.value", "query.as_of"; empty: the whole.
        detail: one sentence, in the language asked for.
    """

    field: str
    detail: str


class ApiError(Exception):
    """The server has refused the request.

    Attributes:
        status: 401 the token, 403 its acts, 404 not there, 409 another value is in force, 412 the tag is old,
            422 something sent is wrong.
        title: the status in words.
        detail: one sentence for a person.
        errors: each fault of what was sent.
    """

    def __init__(self, status: int, title: str, detail: str, errors: tuple[Fault, ...] = ()) -> None:
        super().__init__(f"{status}: {detail}")
        self.status = status
        self.title = title
        self.detail = detail
        self.errors = errors


class UnreachableError(Exception):
    """No answer came, however often it was tried. A write with its key can be sent again at any time."""

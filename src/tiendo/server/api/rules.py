# SPDX-License-Identifier: Apache-2.0
"""Marks of a walk through a list, tags of versions, fingerprints of what was sent. Pure."""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

_DIGEST = 12


class WrongCursorError(ValueError):
    """A cursor that nobody gave, or that belongs to another question."""


def make_cursor(place: int | str, question: Mapping[str, Any]) -> str:
    """Where the next part of a list begins; it fits the same question alone.

    Args:
        place: what the rows are ordered by, of the last row told.
        question: what was asked for, whatever the size of a part.
    """
    packed = json.dumps([place, _digest(question)], ensure_ascii=True, separators=(",", ":"))
    return urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def read_cursor(cursor: str, question: Mapping[str, Any]) -> int | str:
    """The place behind which the part begins.

    Raises:
        WrongCursorError: it is none, or was given for another question.
    """
    try:
        packed = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError as error:
        raise WrongCursorError from error
    match packed:
        case [int() | str() as place, str() as digest] if digest == _digest(question) and not isinstance(place, bool):
            return place
    raise WrongCursorError


def _digest(question: Mapping[str, Any]) -> str:
    return fingerprint(question)[:_DIGEST]


def fingerprint(*parts: Any) -> str:
    """The same for the same parts, in whatever order the names of an object stand."""
    packed = json.dumps(parts, sort_keys=True, default=str, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()


def tag_of(figure_id: int, *, is_current: bool) -> str:
    """The entity tag of a figure: all that ever changes of one is whether it is in force."""
    return f'"figure-{figure_id}{"" if is_current else "-former"}"'


def fits(if_match: str, tag: str) -> bool:
    """Whether a header If-Match names the tag (RFC 9110: strong comparison)."""
    return any(one.strip() in ("*", tag) for one in if_match.split(","))

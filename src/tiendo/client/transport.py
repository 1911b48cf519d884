# SPDX-License-Identifier: Apache-2.0
"""Requests over HTTP: sent again when the line breaks or the server is busy, and only when that can do no harm."""

from __future__ import annotations

import json
import random
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from email.message import Message
from typing import Any
from urllib.parse import urlencode, urlsplit

from tiendo.client.errors import ApiError, Fault, UnreachableError

_BUSY = frozenset({429, 502, 503, 504})
_LONGEST_WAIT_S = 60.0
_FIRST_WAIT_S = 0.5


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is fine."""

    headers: Message
    body: Any


@dataclass(frozen=True, slots=True)
class Transport:
    """The line to one server.

    Attributes:
        base: where the server is: "https://tiendo.example.vn".
        tries: how often a request is sent in all.
        timeout_s: how long one try may take.
        sleep: waits; tests give another one.
    """

    base: str
    token: str = field(repr=False)
    language: str = "vi"
    tries: int = 5
    timeout_s: float = 60.0
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        if urlsplit(self.base).scheme not in ("http", "https"):
            raise ValueError(f"no address of a server: {self.base!r}")

    def get(self, path: str, query: Mapping[str, Any] | None = None) -> Reply:
        """Reads something; what is None is not asked for."""
        asked = {name: _plain(value) for name, value in (query or {}).items() if value is not None}
        return self._send("GET", f"{path}?{urlencode(asked)}" if asked else path, None, {})

    def post(self, path: str, body: object, headers: Mapping[str, str]) -> Reply:
        """Writes something. The headers hold a key, so that it is done once however often it is sent."""
        sent = {"Content-Type": "application/json", **headers}
        return self._send("POST", path, json.dumps(body, ensure_ascii=False).encode(), sent)

    def post_bytes(self, path: str, body: bytes, content_type: str) -> Reply:
        """Hands in a form with a file."""
        return self._send("POST", path, body, {"Content-Type": content_type})

    def _send(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Reply:
        for left in reversed(range(self.tries)):
            try:
                return self._try(method, path, body, headers)
            except urllib.error.HTTPError as error:
                if error.code not in _BUSY or not left:
                    raise _to_error(error) from error
                wait = _wait_of(error, self.tries - left)
            except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
                if not left:
                    raise UnreachableError(f"{self.base}: {error}") from error
                wait = _backoff(self.tries - left)
            self.sleep(wait)
        raise UnreachableError(f"{self.base}: no try was allowed")

    def _try(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Reply:
        request = urllib.request.Request(  # noqa: S310 - the scheme was looked at
            f"{self.base.rstrip('/')}/api/v1/{path}",
            data=body,
            method=method,
            headers={
                "Authorization": f"Bearer {self.token}",
                "Accept": "application/json",
                "Accept-Language": self.language,
                **headers,
            },
        )
        with urllib.request.urlopen(request, timeout=self.timeout_s) as answer:  # noqa: S310 - the same
            return Reply(answer.headers, json.load(answer))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _wait_of(error: urllib.error.HTTPError, number: int) -> float:
    said = error.headers.get("Retry-After", "")
    return min(float(said), _LONGEST_WAIT_S) if said.isdecimal() else _backoff(number)


def _backoff(number: int) -> float:
    """Twice as long each time, and not all callers at once."""
    longest = min(_FIRST_WAIT_S * 2.0 ** (number - 1), _LONGEST_WAIT_S)
    return longest * random.uniform(0.5, 1.0)  # noqa: S311 - no secret


def _to_error(error: urllib.error.HTTPError) -> ApiError:
    """The problem in the answer; of a machine in between only its status is known."""
    try:
        told = json.load(error)
        faults = tuple(Fault(one["field"], one["detail"]) for one in told["errors"])
        return ApiError(error.code, told["title"], told["detail"], faults)
    except (ValueError, KeyError, TypeError):
        return ApiError(error.code, error.reason, error.reason)

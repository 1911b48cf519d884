# SPDX-License-Identifier: Apache-2.0
"""Documents, their text and what was found in them, as the interface gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """A document without its text."""

    id: int
    unit: int
    unit_name: str
    title: str
    number: str
    issuer: str
    file_name: str
    media: str
    size: int
    dated_on: date | None
    period: str
    received_at: datetime
    received_by: str
    state: str
    read_at: datetime | None
    failure: str
    findings: int
    problems: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a file that was handed in."""

    document: Document
    is_duplicate: bool


@dataclass(frozen=True, slots=True)
class Content:
    """The text exactly as read: every anchor points into it. Blocks and tables as the interface gives them."""

    document: int
    text: str
    encoding: str
    is_scanned: bool
    notes: tuple[str, ...]
    blocks: tuple[Mapping[str, Any], ...]
    tables: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the reader found, and what a person decided on it."""

    id: int
    position: int
    kind: str
    start: int | None
    end: int | None
    cell: Mapping[str, Any] | None
    confidence: float
    state: str
    found: Mapping[str, Any]
    figure: int | None
    decided_by: str
    decided_at: datetime | None

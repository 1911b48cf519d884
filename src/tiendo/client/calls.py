# SPDX-License-Identifier: Apache-2.0
"""The calls of the interface, one method each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from time import sleep as real_sleep
from typing import Any, TypeVar, Unpack
from urllib.parse import quote
from uuid import uuid4

from tiendo.client.asking import (
    Day,
    DocumentsAsked,
    FiguresAsked,
    IndicatorsAsked,
    SeriesAsked,
    UnitRef,
    UnitsAsked,
    VerdictsAsked,
)
from tiendo.client.data import Figure, Indicator, Me, NewFigure, Page, Provenance, Series, Unit, UnitHistory, Written
from tiendo.client.documents import Content, Document, Finding, Receipt
from tiendo.client.targets import Board, Target, TargetDetail, Verdict
from tiendo.client.transport import Transport
from tiendo.client.wire import read, write

T = TypeVar("T")


class Client:
    """Everything that another system may do with one installation.

    A request is sent again when no answer came, or when the server was busy; what writes carries a key of its own, so
    it is done once. Lists are walked part by part.

    Args:
        base: where the installation is: "https://tiendo.example.vn".
        token: made by a person on the page of the account.
        language: of sentences: "vi" or "en".
        tries: how often a request is sent in all.

    Raises (every method):
        ApiError: the server has refused; ``detail`` says why in one sentence.
        UnreachableError: no answer came.
    """

    def __init__(
        self,
        base: str,
        *,
        token: str,
        language: str = "vi",
        tries: int = 5,
        sleep: Callable[[float], None] = real_sleep,
    ) -> None:
        self._line = Transport(base, token, language, tries, sleep=sleep)

    def __repr__(self) -> str:
        return f"Client({self._line.base!r})"  # a token has no place in a log

    def me(self) -> Me:
        """What this token is and may."""
        return read(Me, self._line.get("me").body)

    # --- units and indicators

    def units(self, *, size: int = 500, **asked: Unpack[UnitsAsked]) -> Iterator[Unit]:
        """Units on a day.

        Args:
            asked: ``on`` (a day), ``parent``, ``code``, ``find``, ``level``.
        """
        return self._walk(Unit, "units", {"size": size, **asked})

    def unit(self, unit: UnitRef, *, on: Day | None = None) -> Unit:
        """A unit as it was on a day; today without one."""
        return read(Unit, self._line.get(f"units/{quote(str(unit), safe='@')}", {"on": on}).body)

    def unit_history(self, unit: UnitRef) -> UnitHistory:
        """What a unit was called, what it came from, what became of it."""
        return read(UnitHistory, self._line.get(f"units/{quote(str(unit), safe='@')}/history").body)

    def indicators(self, *, size: int = 500, **asked: Unpack[IndicatorsAsked]) -> Iterator[Indicator]:
        """The catalogue; ``sector`` and ``find`` narrow it."""
        return self._walk(Indicator, "indicators", {"size": size, **asked})

    def indicator(self, code: str) -> Indicator:
        """One indicator."""
        return read(Indicator, self._line.get(f"indicators/{quote(code, safe='')}").body)

    # --- figures

    def figures(self, *, size: int = 500, **asked: Unpack[FiguresAsked]) -> Iterator[Figure]:
        """Figures in force, or as they were known at a moment, in the order in which they were recorded.

        Args:
            asked: ``unit``, ``below``, ``indicator``, ``period``, ``regime``, ``status``, ``ends_from``, ``ends_to``,
                ``as_of``, ``recorded_after``.
        """
        return self._walk(Figure, "figures", {"size": size, **asked})

    def figure(self, figure_id: int) -> Figure:
        """One figure with its tag."""
        answer = self._line.get(f"figures/{figure_id}")
        return replace(read(Figure, answer.body), tag=answer.headers.get("ETag", ""))

    def provenance(self, figure_id: int) -> Provenance:
        """Where a figure comes from, and every value before and after it."""
        return read(Provenance, self._line.get(f"figures/{figure_id}/provenance").body)

    def series(self, unit: UnitRef, indicator: str, **asked: Unpack[SeriesAsked]) -> Series:
        """A series; ``view`` is "reported", "today" or "map" (with ``on``); ``basis`` and ``as_of`` as on the pages."""
        return read(Series, self._line.get("series", {"unit": unit, "indicator": indicator, **asked}).body)

    def record(self, figure: NewFigure, *, key: str | None = None) -> Figure:
        """Writes one figure; gives the one in force.

        Args:
            key: of this very request; give it to be able to send it again after a crash of yours.
        """
        return self._write_figure("figures", write(figure), key)

    def record_many(self, figures: Sequence[NewFigure], *, partial: bool = False, key: str | None = None) -> Written:
        """Writes many figures (a thousand at most), all or none; with ``partial`` the right ones, and tells the others.

        Raises:
            ApiError: one row is wrong and all were to be written; ``errors`` names each row.
        """
        path = "figures/batch?partial=true" if partial else "figures/batch"
        answer = self._line.post(path, {"rows": [write(one) for one in figures]}, _key(key))
        return read(Written, answer.body)

    def correct(self, known: Figure, value: Decimal | int, *, reason: str, measure: str | None = None) -> Figure:
        """Puts another value in the place of a figure, unless it has changed since it was read (status 412 or 409)."""
        if isinstance(value, float):
            raise TypeError("a figure is exact: Decimal or int, never float")
        body = {"value": f"{Decimal(value):f}", "reason": reason} | ({"measure": measure} if measure else {})
        return self._write_figure(f"figures/{known.id}/correction", body, None, known.tag)

    def withdraw(self, known: Figure, *, reason: str) -> Figure:
        """Takes a value back: the one before comes back, or the reason stays in its place."""
        return self._write_figure(f"figures/{known.id}/withdrawal", {"reason": reason}, None, known.tag)

    def _write_figure(self, path: str, body: object, key: str | None, tag: str = "") -> Figure:
        answer = self._line.post(path, body, _key(key) | ({"If-Match": tag} if tag else {}))
        return replace(read(Figure, answer.body), tag=answer.headers.get("ETag", ""))

    # --- targets

    def boards(self) -> Iterator[Board]:
        """Units and years for which there are targets."""
        return self._walk(Board, "boards", {"size": 500})

    def targets(self, unit: UnitRef, year: int, *, period: str | None = None) -> Iterator[Target]:
        """The targets of a unit for a year, with where each stands."""
        return self._walk(Target, "targets", {"unit": unit, "year": year, "period": period, "size": 500})

    def target(self, target_id: int) -> TargetDetail:
        """One target with its plans."""
        return read(TargetDetail, self._line.get(f"targets/{target_id}").body)

    def verdicts(self, *, size: int = 500, **asked: Unpack[VerdictsAsked]) -> Iterator[Verdict]:
        """Verdicts; ``unit``, ``year``, ``target``, ``period`` and ``as_of`` narrow them."""
        return self._walk(Verdict, "verdicts", {"size": size, **asked})

    # --- documents

    def documents(self, *, size: int = 500, **asked: Unpack[DocumentsAsked]) -> Iterator[Document]:
        """Documents in the order in which they came; ``unit`` and ``state`` narrow them."""
        return self._walk(Document, "documents", {"size": size, **asked})

    def document(self, document_id: int) -> Document:
        """A document without its text."""
        return read(Document, self._line.get(f"documents/{document_id}").body)

    def send_document(self, path: Path | str, unit: UnitRef) -> Receipt:
        """Hands a file in; the same file sent again is the same document."""
        file = Path(path)
        body, content_type = _pack_form({"unit": str(unit)}, file.name, file.read_bytes())
        return read(Receipt, self._line.post_bytes("documents", body, content_type).body)

    def content(self, document_id: int) -> Content:
        """The text exactly as read, with the blocks and tables that anchors name."""
        return read(Content, self._line.get(f"documents/{document_id}/content").body)

    def findings(self, document_id: int, *, state: str | None = None, size: int = 500) -> Iterator[Finding]:
        """What was found in a document, in the order of the page."""
        return self._walk(Finding, f"documents/{document_id}/findings", {"state": state, "size": size})

    # --- lists

    def page(self, kind: type[T], path: str, asked: Mapping[str, Any]) -> Page[T]:
        """One part of a list, for who keeps the cursor himself."""
        told = self._line.get(path, asked).body
        return Page(tuple(read(kind, row) for row in told["rows"]), told["next"])

    def _walk(self, kind: type[T], path: str, asked: Mapping[str, Any]) -> Iterator[T]:
        part = self.page(kind, path, asked)
        yield from part.rows
        while part.next is not None:
            part = self.page(kind, path, {**asked, "cursor": part.next})
            yield from part.rows


def _key(key: str | None) -> dict[str, str]:
    return {"Idempotency-Key": key or str(uuid4())}


def _pack_form(values: Mapping[str, str], name: str, content: bytes) -> tuple[bytes, str]:
    """A form with one file (RFC 7578), and its type."""
    border = uuid4().hex
    parts = [
        f'--{border}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
        for field, value in values.items()
    ]
    shown = name.replace("\\", "_").replace('"', "%22").replace("\r", "_").replace("\n", "_")
    head = (
        f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="{shown}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    body = b"".join([*parts, head.encode(), content, f"\r\n--{border}--\r\n".encode()])
    return body, f"multipart/form-data; boundary={border}"

# SPDX-License-Identifier: Apache-2.0
"""What components are told: plain data that an app fills in. No domain words, no queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Words = str | StrPromise
else:
    Words = str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of ``data_table``.

    Attributes:
        label: its head; said before each cell on a phone.
        kind: "text", "name" (the row's own name), "num" (right, tabular).
    """

    label: Words
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Revision:
    """One value that a figure has or had, for ``support/revisions.html``.

    Attributes:
        value: written out ("61,7 tỷ đồng").
        state: what it is or was ("official, in use", "correction").
        who: by whom, from what.
        is_current: whether it holds now; former ones are struck and stay readable.
        reason: why it was replaced.
        url: where it was used or came from, with ``url_label``.
    """

    value: str
    state: Words
    who: Words
    at: datetime | None
    is_current: bool = False
    reason: Words = ""
    url: str = ""
    url_label: Words = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault of a form, for the list at its top.

    Attributes:
        anchor: id of the field, empty for the form as a whole.
    """

    label: Words
    sentences: Sequence[Words]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """How far a long piece of work is, for ``support/job.html``.

    Attributes:
        label: what is done ("Reading 3 documents").
        done, total: items; total 0 while it is not known.
        state: "queued", "running", "done", "failed", "cancelled".
        poll_url: answers with this component again, until the state is final.
        cancel_url: takes a POST; empty when it cannot be stopped.
        sentence: how it ended, or what it does now.
        next_url: where the result is, with ``next_label``.
        about, about_url: what it is done to ("bao-cao-9-thang.docx"), and its page.
        who, at: who asked for it, and when.
    """

    label: Words
    done: int
    total: int
    state: str
    poll_url: str
    cancel_url: str = ""
    sentence: Words = ""
    next_url: str = ""
    next_label: Words = ""
    about: Words = ""
    about_url: str = ""
    who: Words = ""
    at: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Nothing more will happen to it."""
        return self.state in ("done", "failed", "cancelled")

    @property
    def percent(self) -> int:
        """How much of it is done."""
        return 100 * self.done // self.total if self.total else 0

# SPDX-License-Identifier: Apache-2.0
"""The progress bar on standard error. Nothing is drawn when nobody watches or there is only one file."""
# ruff: noqa: PLC0415 - CONFIG: rich is loaded when something is drawn

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tiendo.cli.speech import say
from tiendo.render.lang import Lang

Item = TypeVar("Item")


def is_watched(total: int) -> bool:
    """Whether a bar is drawn."""
    return total > 1 and sys.stderr.isatty()


def _one(_: object) -> int:
    return 1


def with_progress(
    items: Iterable[Item], total: int, lang: Lang, *, measure: Callable[[Item], int] = _one
) -> Iterator[Item]:
    """The items as they come, with a bar that counts them.

    When results go to the same terminal as the bar, they wait until the bar is gone.

    Args:
        total: how many there are, or what their measures add up to.
        measure: how far an item moves the bar.
    """
    if not is_watched(total):
        yield from items
        return
    if sys.stdout.isatty():
        yield from list(_with_bar(items, total, lang, measure))
    else:
        yield from _with_bar(items, total, lang, measure)


def _with_bar(items: Iterable[Item], total: int, lang: Lang, measure: Callable[[Item], int]) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(say(lang, "Đọc tệp", "Reading"), total=total)
        for item in items:
            progress.advance(task, measure(item))
            yield item

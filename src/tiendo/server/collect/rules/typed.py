# SPDX-License-Identifier: Apache-2.0
"""What a text in a cell says: a number in Vietnamese or plain form, yes or no, or nothing that can be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tiendo.kernel.numbers import NumberError, parse_number
from tiendo.kernel.vietnamese import search_key
from tiendo.server.collect.data import Choice, Trouble
from tiendo.server.figures.data import Nature

_ONE = Decimal(1)
#: Source: house list; the words of a form's drop-down, in both languages, and the marks that people put into a box.
_YES, _NO = frozenset({"co", "dat", "yes", "x", "1"}), frozenset({"khong", "chua", "khong dat", "no", "0"})
_MARKS = re.compile(r"[.,]")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text says.

    Attributes:
        value: None while ``trouble`` says why not, and for an empty text.
        readings: what an ambiguous number may mean.
    """

    value: Decimal | None = None
    step: Decimal | None = None
    trouble: Trouble = Trouble.NONE
    readings: Mapping[Choice, Decimal] = field(default_factory=dict)


def read_typed(text: str, measure: str, nature: Nature, choice: Choice | None = None) -> Typed:
    """What a text says in a cell of an indicator.

    Args:
        measure: the unit of the indicator; it may stand behind the number.
        choice: what the person says an ambiguous number means.

    Examples:
        >>> read_typed("1.390,9 tỷ đồng", "tỷ đồng", Nature.FLOW).value
        Decimal('1390.9')
        >>> read_typed("4,974", "tỷ đồng", Nature.FLOW).trouble
        <Trouble.AMBIGUOUS: 'ambiguous'>
    """
    bare = text.strip()
    if not bare:
        return Typed()
    if nature is Nature.YES_NO:
        return _read_answer(bare)
    try:
        number = parse_number(bare.removesuffix(measure), is_accounting=True)
    except NumberError:
        return Typed(trouble=Trouble.UNREADABLE)
    if number.is_ambiguous and choice is not Choice.DECIMAL:
        return _read_ambiguous(number.value, choice)
    return Typed(number.value, number.step)


def _read_ambiguous(value: Decimal, choice: Choice | None) -> Typed:
    whole = Decimal(_MARKS.sub("", f"{value:f}"))
    if choice is Choice.THOUSANDS:
        return Typed(whole, _ONE)
    return Typed(trouble=Trouble.AMBIGUOUS, readings={Choice.DECIMAL: value, Choice.THOUSANDS: whole})


def _read_answer(text: str) -> Typed:
    key = search_key(text)
    if key in _YES:
        return Typed(_ONE, _ONE)
    return Typed(Decimal(0), _ONE) if key in _NO else Typed(trouble=Trouble.ANSWER)

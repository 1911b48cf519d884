# SPDX-License-Identifier: Apache-2.0
"""Percentages whose base is printed nowhere: a level and its change give it, "05 vụ, giảm 03 vụ (-37,5%)".

Not here: bases that are printed (``ratios``).
"""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Operand, RatioMode
from tiendo.kernel.quantity import Quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.build import Draft, make_ratio
from tiendo.read.findings.claims.context.figures import is_same_measure
from tiendo.read.findings.claims.context.items import CHANGE, LEVEL, SHARE, Item
from tiendo.read.findings.claims.rates.modes import is_average, mode_of
from tiendo.read.findings.claims.words import Base, Verb

#: What comes says again what stands before it.
ONCE_MORE = frozenset(("tức", "hay", "tương", "nghĩa"))
_NEAR = 12  # figures


def of_derived_base(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """05 vụ, giảm 03 vụ so với cùng kỳ (-37,5%): the base is 05 + 03."""
    item, change = items[i], items[max(i - 1, 0)]
    level = change.level
    if i == 0 or level is None or not _tells_a_change(item, change, level):
        return
    is_down = mode_of(change) is RatioMode.DECREASE
    base = _base_before(change.figure.quantity, level.figure.level("").quantity, is_down=is_down)
    if base is None:
        return
    numbers = (level.figure.level(""), base, item.figure.operand(""))
    mode = RatioMode.DECREASE if is_down else RatioMode.EXCESS
    yield make_ratio(
        scan,
        mode,
        numbers,
        (level, change, item),
        "ratio.derived-base",
        is_certain=False,
        is_banded=True,
        base=Base.EARLIER,
    )


def of_change_behind(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """34.878 ha, giảm 1,8% (tương ứng giảm 623 ha); tăng 1,6% hay tăng 6,9 nghìn tấn: the base is derived."""
    item, change = items[i], items[min(i + 1, len(items) - 1)]
    level = item.level
    if change is item or level is None or item.role is not CHANGE or item.figure.is_point or is_average(item):
        return
    if not _says_again(change, item) or not is_same_measure(level.figure.quantity, change.figure.quantity):
        return
    mode = mode_of(item)
    size = change.figure.level("").quantity
    base = _base_before(size, level.figure.level("").quantity, is_down=mode is RatioMode.DECREASE)
    if base is not None and level.figure.is_amount:
        numbers = (level.figure.level(""), base, item.figure.operand(""))
        rule = "ratio.change-behind"
        yield make_ratio(scan, mode, numbers, (level, item, change), rule, is_certain=False, base=Base.EARLIER)


def _says_again(change: Item, item: Item) -> bool:
    """Whether an amount behind a change in per cent is the same change."""
    if not change.figure.is_amount or change.base is not None or change.verb not in (None, item.verb):
        return False
    is_change = change.role is CHANGE or change.figure.quantity.value < 0
    return is_change and (change.separator == "(" or not ONCE_MORE.isdisjoint(change.words))


def of_distant_level(scan: Scan, items: list[Item], i: int, earlier: list[Item]) -> Iterator[Draft]:
    """Xảy ra 9.398 vụ, làm chết 5.293 người. So với cùng kỳ, giảm 3.009 vụ (-24,25%), giảm 201 người chết (-3,66%)."""
    change, item = (items[i - 1] if i else None), items[i]
    if change is None or not change.figure.is_amount or change.base is not None:
        return
    if not is_once_more(item) or item.role not in (SHARE, CHANGE) or item.figure.is_point:
        return
    verb = change if change.role is CHANGE else _coordinated(items, i)
    if verb is None:
        return
    is_down = mode_of(verb) is RatioMode.DECREASE
    mode = RatioMode.DECREASE if is_down else RatioMode.EXCESS
    for level in (*reversed(items[max(0, i - _NEAR) : i - 1]), *reversed(earlier)):
        if level.role is not LEVEL or not level.figure.is_amount or level is change:
            continue
        if not is_same_measure(level.figure.quantity, change.figure.quantity):
            continue
        base = _base_before(change.figure.quantity, level.figure.level("").quantity, is_down=is_down)
        if base is not None:
            numbers = (level.figure.level(""), base, item.figure.operand(""))
            rule = "ratio.distant-level"
            yield make_ratio(scan, mode, numbers, (level, change, item), rule, is_certain=False, base=Base.EARLIER)


def is_once_more(item: Item) -> bool:
    """Whether a percentage says again what stands before it: "giảm 9 vụ (-19%)", "tăng 13 vụ, tức tăng 34,2%"."""
    return item.separator == "(" or (item.separator == "," and not ONCE_MORE.isdisjoint(item.words))


def _coordinated(items: list[Item], i: int) -> Item | None:
    """Giảm 8 vụ (-19,05%), 3 người chết (-21,4%): the verb is told once."""
    item = items[i]
    if item.role is not CHANGE:
        return None
    for other in reversed(items[max(0, i - _NEAR) : i - 1]):
        if other.role is CHANGE and other.figure.is_amount:
            return other
    return None


def _tells_a_change(item: Item, change: Item, level: Item) -> bool:
    """Whether a percentage is the change before it, told once more in per cent."""
    if change.role is not CHANGE or change.figure.is_percent or change.base is not None:
        return False
    if item.role not in (SHARE, CHANGE) or item.figure.is_point or is_average(item):
        return False
    if item.level is not None and item.level is not level:
        return False
    if not is_same_measure(level.figure.quantity, change.figure.quantity) or level.figure.is_fraction:
        return False
    if item.separator == "(" or item.verb is Verb.SHARE or ONCE_MORE & set(item.words):
        return item.base_kind not in (Base.PLAN, Base.WHOLE) or item.base_kind is change.base_kind
    return item.separator == "," and item.verb is change.verb and item.base_kind is change.base_kind


def _base_before(change: Quantity, now: Quantity, *, is_down: bool) -> Operand | None:
    """The level before a change; it is printed nowhere."""
    size = abs(change.value)
    before = now.value + size if is_down else now.value - size
    if before <= 0 or scale_of(change) != scale_of(now):
        return None
    return Operand("", Quantity(before, now.unit, max(now.step, change.step), now.qualifier))

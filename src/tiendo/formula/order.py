# SPDX-License-Identifier: Apache-2.0
"""In which order indicators are computed, and which must be computed again when a figure changes."""

from __future__ import annotations

import graphlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

from tiendo.formula.data import CycleError, Expression, When, names_in


def order_formulas(formulas: Mapping[str, Expression]) -> tuple[str, ...]:
    """The codes of the formulas, each behind those it rests on; the same for the same formulas.

    A name of an earlier period does not close a circle: the debt of this quarter may rest on that of the one before.

    Raises:
        CycleError: with the path.
    """
    sorter: graphlib.TopologicalSorter[str] = graphlib.TopologicalSorter()
    for code in sorted(formulas):
        needed = {name.code for name in names_in(formulas[code]) if name.when is When.NOW}
        sorter.add(code, *sorted(needed & formulas.keys()))
    try:
        return tuple(sorter.static_order())
    except graphlib.CycleError as error:
        path = tuple(reversed(error.args[1]))  # graphlib lists each behind the one that needs it
        raise CycleError(path) from error


def touched_by(changed: Iterable[str], formulas: Mapping[str, Expression]) -> tuple[str, ...]:
    """The formulas that a change of these indicators reaches, through others too, in the order of computing.

    Work grows with what rests on the changed ones; the order is made among these alone.

    Raises:
        CycleError: with the path.
    """
    resting: defaultdict[str, set[str]] = defaultdict(set)
    for code, part in formulas.items():
        for name in names_in(part):
            resting[name.code].add(code)
    reached: set[str] = set()
    waiting = list(changed)
    while waiting:
        for code in resting[waiting.pop()] - reached:
            reached.add(code)
            waiting.append(code)
    return order_formulas({code: formulas[code] for code in reached})

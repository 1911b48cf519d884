# SPDX-License-Identifier: Apache-2.0
"""What can be done to a request for an explanation, and how it stands afterwards. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tiendo.server.targets.data import WAITING, Move, State

#: A unit may add to its answer; nobody is reminded of what is answered; what is closed stays closed.
_NEXT: dict[tuple[State, Move], State] = {
    (State.ASKED, Move.ANSWER): State.ANSWERED,
    (State.ASKED, Move.REMIND): State.REMINDED,
    (State.ASKED, Move.CLOSE): State.CLOSED,
    (State.REMINDED, Move.ANSWER): State.ANSWERED,
    (State.REMINDED, Move.REMIND): State.REMINDED,
    (State.REMINDED, Move.CLOSE): State.CLOSED,
    (State.ANSWERED, Move.ANSWER): State.ANSWERED,
    (State.ANSWERED, Move.CLOSE): State.CLOSED,
}


def step_to(state: State, move: Move) -> State | None:
    """How the request stands after the move; None where it cannot be done."""
    return _NEXT.get((state, move))


def find_state(moves: Iterable[Move]) -> State:
    """How a request stands after these moves, in the order of time."""
    state = State.ASKED
    for move in moves:
        state = step_to(state, move) or state
    return state


def is_late(state: State, due_on: date, today: date) -> bool:
    """Whether an answer is owed and the day for it is over."""
    return state in WAITING and today > due_on

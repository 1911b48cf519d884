# SPDX-License-Identifier: Apache-2.0
"""The states of a sheet. What is not in the table cannot be done."""

from __future__ import annotations

from tiendo.server.collect.data import Move, State

#: (state, move) → state. A locked sheet has one way on: a correction.
_AFTER: dict[tuple[State, Move], State] = {
    (State.OPEN, Move.TYPE): State.ENTERING,
    (State.ENTERING, Move.TYPE): State.ENTERING,
    (State.RETURNED, Move.TYPE): State.RETURNED,
    (State.ENTERING, Move.SUBMIT): State.SUBMITTED,
    (State.RETURNED, Move.SUBMIT): State.SUBMITTED,
    (State.SUBMITTED, Move.RETURN): State.RETURNED,
    (State.APPROVED, Move.RETURN): State.RETURNED,
    (State.SUBMITTED, Move.APPROVE): State.APPROVED,
    (State.APPROVED, Move.LOCK): State.LOCKED,
    (State.LOCKED, Move.CORRECT): State.CORRECTED,
    (State.CORRECTED, Move.CORRECT): State.CORRECTED,
}
_WITH_REASON = frozenset({Move.RETURN, Move.CORRECT})
_MAKES_VERSION = frozenset({Move.SUBMIT, Move.CORRECT})


class WrongMoveError(ValueError):
    """A move that cannot be made in this state; ``services`` tells the person."""

    def __init__(self, state: State, move: Move) -> None:
        super().__init__(f"{state} {move}")
        self.state = state
        self.move = move


def state_after(state: State, move: Move) -> State:
    """The state that a move leads to.

    Raises:
        WrongMoveError: it cannot be made in this state.
    """
    after = _AFTER.get((state, move))
    if after is None:
        raise WrongMoveError(state, move)
    return after


def can(state: State, move: Move) -> bool:
    """Whether a move can be made in this state."""
    return (state, move) in _AFTER


def needs_reason(move: Move) -> bool:
    """Whether a person must say why."""
    return move in _WITH_REASON


def makes_version(move: Move) -> bool:
    """Whether what stands in the cells becomes a version that nobody changes any more."""
    return move in _MAKES_VERSION

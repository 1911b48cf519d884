# SPDX-License-Identifier: Apache-2.0
"""The states of a sheet: no path leads past a lock, and every version stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.server.collect.data import DONE, KEPT, Move, State
from tiendo.server.collect.rules.moves import WrongMoveError, can, makes_version, needs_reason, state_after

STEPS = st.lists(st.tuples(st.sampled_from(Move), st.integers(0, 9), st.booleans()), max_size=40)


class Ledger:
    """A sheet with one cell that does nothing but what the rules let it do."""

    def __init__(self):
        self.state, self.cell, self.versions, self.reasons = State.OPEN, None, (), ()

    def step(self, move, value, has_reason):
        after = state_after(self.state, move)
        if needs_reason(move) and not has_reason:
            raise WrongMoveError(self.state, move)
        if move in (Move.TYPE, Move.CORRECT):
            self.cell = value
        if makes_version(move):
            self.versions = (*self.versions, self.cell)
            self.reasons = (*self.reasons, has_reason)
        self.state = after


def test_the_usual_way_leads_to_the_lock_and_a_correction_stays_locked():
    state = State.OPEN
    for move in (Move.TYPE, Move.TYPE, Move.SUBMIT, Move.RETURN, Move.TYPE, Move.SUBMIT, Move.APPROVE, Move.LOCK):
        state = state_after(state, move)
    assert state is State.LOCKED
    assert state_after(state, Move.CORRECT) is State.CORRECTED
    assert state_after(State.CORRECTED, Move.CORRECT) is State.CORRECTED


def test_nothing_is_sent_that_nobody_typed():
    with pytest.raises(WrongMoveError):
        state_after(State.OPEN, Move.SUBMIT)


def test_a_locked_sheet_has_one_way_on():
    for state in KEPT:
        assert [move for move in Move if can(state, move)] == [Move.CORRECT]


def test_nothing_is_typed_into_what_was_sent():
    assert not [state for state in DONE if can(state, Move.TYPE)]


@given(STEPS)
def test_no_path_changes_what_is_locked_without_a_correction_and_all_versions_survive(steps):
    ledger = Ledger()
    for move, value, has_reason in steps:
        before, kept, state = ledger.versions, ledger.cell, ledger.state
        try:
            ledger.step(move, value, has_reason)
        except WrongMoveError:
            assert (ledger.versions, ledger.cell, ledger.state) == (before, kept, state)
            continue
        assert ledger.versions[: len(before)] == before
        if state in KEPT:
            assert move is Move.CORRECT
            assert ledger.versions == (*before, value)
            assert ledger.reasons[-1]
        if ledger.state in DONE:
            assert ledger.versions[-1] == ledger.cell


@given(STEPS)
def test_whatever_happened_before_a_sheet_is_approved_only_after_it_was_sent(steps):
    ledger = Ledger()
    for move, value, has_reason in steps:
        state = ledger.state
        try:
            ledger.step(move, value, has_reason)
        except WrongMoveError:
            continue
        if move is Move.APPROVE:
            assert state is State.SUBMITTED
        if move is Move.LOCK:
            assert state is State.APPROVED

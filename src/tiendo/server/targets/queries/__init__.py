# SPDX-License-Identifier: Apache-2.0
"""Targets of a board, one target with everything, tallies: the public face."""

from tiendo.server.targets.queries.board import board_rows, list_boards, list_periods, tally
from tiendo.server.targets.queries.detail import find_target, target_detail
from tiendo.server.targets.queries.facts import list_facts

__all__ = [
    "board_rows",
    "find_target",
    "list_boards",
    "list_facts",
    "list_periods",
    "tally",
    "target_detail",
]

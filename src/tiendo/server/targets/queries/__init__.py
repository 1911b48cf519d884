# SPDX-License-Identifier: Apache-2.0
"""Targets of a board, one target with everything, tallies: the public face."""

from tiendo.server.targets.queries.allotments import allotment_view
from tiendo.server.targets.queries.board import board_rows, list_periods, tally
from tiendo.server.targets.queries.boards import find_board, list_boards, list_years, search_boards
from tiendo.server.targets.queries.components import list_components
from tiendo.server.targets.queries.detail import find_target, target_detail
from tiendo.server.targets.queries.explanations import list_explanations, list_waiting, target_explanations
from tiendo.server.targets.queries.facts import list_facts
from tiendo.server.targets.queries.schemes import get_scheme, tally_classes

__all__ = [
    "allotment_view",
    "board_rows",
    "find_board",
    "find_target",
    "get_scheme",
    "list_boards",
    "list_components",
    "list_explanations",
    "list_facts",
    "list_periods",
    "list_waiting",
    "list_years",
    "search_boards",
    "tally",
    "tally_classes",
    "target_detail",
    "target_explanations",
]

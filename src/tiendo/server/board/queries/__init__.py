# SPDX-License-Identifier: Apache-2.0
"""Boards of a locality, what is open, localities."""

from tiendo.server.board.queries.boards import (
    find_home,
    find_latest_year,
    get_board,
    has_board,
    list_near,
    search_localities,
)
from tiendo.server.board.queries.matters import list_matters, list_open, list_target_problems

__all__ = [
    "find_home",
    "find_latest_year",
    "get_board",
    "has_board",
    "list_matters",
    "list_near",
    "list_open",
    "list_target_problems",
    "search_localities",
]

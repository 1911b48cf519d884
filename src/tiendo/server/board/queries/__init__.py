# SPDX-License-Identifier: Apache-2.0
"""Boards of a locality, what is open, one target, where a value comes from."""

from tiendo.server.board.queries.boards import find_home, find_latest_year, get_board, list_localities
from tiendo.server.board.queries.matters import list_matters
from tiendo.server.board.queries.origins import Evidence, figure_origins, plan_origin

__all__ = [
    "Evidence",
    "figure_origins",
    "find_home",
    "find_latest_year",
    "get_board",
    "list_localities",
    "list_matters",
    "plan_origin",
]

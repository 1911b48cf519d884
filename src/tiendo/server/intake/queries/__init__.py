# SPDX-License-Identifier: Apache-2.0
"""What waits, what is open, what was decided, and the desk of one document."""

from tiendo.server.intake.queries.desk import (
    Desk,
    FindingCard,
    ProblemCard,
    get_card,
    get_cards,
    get_desk,
    get_problems,
)
from tiendo.server.intake.queries.open_problems import (
    list_figure_problems,
    list_open_documents,
    list_open_problems,
)
from tiendo.server.intake.queries.waiting import (
    Progress,
    find_last_batch,
    find_review_count,
    get_progress,
    list_plain,
    list_waiting,
    read_catalogue,
)

__all__ = [
    "Desk",
    "FindingCard",
    "ProblemCard",
    "Progress",
    "find_last_batch",
    "find_review_count",
    "get_card",
    "get_cards",
    "get_desk",
    "get_problems",
    "get_progress",
    "list_figure_problems",
    "list_open_documents",
    "list_open_problems",
    "list_plain",
    "list_waiting",
    "read_catalogue",
]

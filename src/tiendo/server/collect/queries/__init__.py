# SPDX-License-Identifier: Apache-2.0
"""Forms and sheets, and what is known beside a cell: the public face."""

from tiendo.server.collect.queries.beside import find_beside
from tiendo.server.collect.queries.forms import get_form, get_template, list_forms, list_templates
from tiendo.server.collect.queries.lists import count_states, count_timeliness, has_sheets, list_sheets
from tiendo.server.collect.queries.sheets import find_flaws, get_sheet, list_entries, name_states

__all__ = [
    "count_states",
    "count_timeliness",
    "find_beside",
    "find_flaws",
    "get_form",
    "get_sheet",
    "get_template",
    "has_sheets",
    "list_entries",
    "list_forms",
    "list_sheets",
    "list_templates",
    "name_states",
]

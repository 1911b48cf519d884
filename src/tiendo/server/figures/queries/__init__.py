# SPDX-License-Identifier: Apache-2.0
"""Reading indicators and figures: the public face."""

from tiendo.server.figures.queries.figures import (
    Asked,
    figures_as_of,
    find_indicator,
    get_figure,
    get_provenance,
    has_figures,
    list_figures,
    list_for_evaluation,
    list_indicators,
    list_periods,
    list_restated,
    list_sectors,
    list_units_with_figures,
    series,
    suggest_indicators,
    suggest_many,
)
from tiendo.server.figures.queries.imports import was_imported
from tiendo.server.figures.queries.mapped import read_series

__all__ = [
    "Asked",
    "figures_as_of",
    "find_indicator",
    "get_figure",
    "get_provenance",
    "has_figures",
    "list_figures",
    "list_for_evaluation",
    "list_indicators",
    "list_periods",
    "list_restated",
    "list_sectors",
    "list_units_with_figures",
    "read_series",
    "series",
    "suggest_indicators",
    "suggest_many",
    "was_imported",
]

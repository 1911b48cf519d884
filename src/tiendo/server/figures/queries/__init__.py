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
from tiendo.server.figures.queries.parts import find_regime, read_parts, read_wholes

__all__ = [
    "Asked",
    "figures_as_of",
    "find_indicator",
    "find_regime",
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
    "read_parts",
    "read_series",
    "read_wholes",
    "series",
    "suggest_indicators",
    "suggest_many",
    "was_imported",
]

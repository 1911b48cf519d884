# SPDX-License-Identifier: Apache-2.0
"""Reading indicators and figures: the public face."""

from tiendo.server.figures.queries.components import read_components
from tiendo.server.figures.queries.figures import (
    figures_as_of,
    get_figure,
    get_provenance,
    has_figures,
    list_figures,
    list_for_evaluation,
    list_periods,
    list_restated,
    list_units_with_figures,
    series,
)
from tiendo.server.figures.queries.imports import was_imported
from tiendo.server.figures.queries.indicators import (
    Asked,
    find_indicator,
    list_indicators,
    list_sectors,
    name_packs,
    read_standards,
    suggest_indicators,
    suggest_many,
)
from tiendo.server.figures.queries.mapped import read_series
from tiendo.server.figures.queries.parts import find_regime, read_parts, read_wholes
from tiendo.server.figures.queries.spans import find_standard_change, read_growth, read_spans

__all__ = [
    "Asked",
    "figures_as_of",
    "find_indicator",
    "find_regime",
    "find_standard_change",
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
    "name_packs",
    "read_components",
    "read_growth",
    "read_parts",
    "read_series",
    "read_spans",
    "read_standards",
    "read_wholes",
    "series",
    "suggest_indicators",
    "suggest_many",
    "was_imported",
]

# SPDX-License-Identifier: Apache-2.0
"""Pages of figures: the list of a unit, and where a figure comes from."""

from tiendo.server.figures.views.acts import correct, withdraw
from tiendo.server.figures.views.catalogue import show_indicators
from tiendo.server.figures.views.pages import show_figure, show_list, show_restated
from tiendo.server.figures.views.parts import show_parts
from tiendo.server.figures.views.series import show_series

__all__ = [
    "correct",
    "show_figure",
    "show_indicators",
    "show_list",
    "show_parts",
    "show_restated",
    "show_series",
    "withdraw",
]

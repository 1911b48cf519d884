# SPDX-License-Identifier: Apache-2.0
"""The acts on indicators and figures: the public face."""

from tiendo.server.figures.services.importing import import_figures
from tiendo.server.figures.services.loading import load_indicators
from tiendo.server.figures.services.recording import (
    correct_figure,
    record_figures,
    withdraw_figure,
    withdraw_value,
)

__all__ = [
    "correct_figure",
    "import_figures",
    "load_indicators",
    "record_figures",
    "withdraw_figure",
    "withdraw_value",
]

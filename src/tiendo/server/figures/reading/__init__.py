# SPDX-License-Identifier: Apache-2.0
"""Files that hold indicators and figures, with the line of every fault."""

from tiendo.server.figures.reading.lines import IndicatorLine, Known, ReadIndicator
from tiendo.server.figures.reading.packs import place_of, read_pack
from tiendo.server.figures.reading.tables import Cells, Numbers, find_numbers, open_table

__all__ = [
    "Cells",
    "IndicatorLine",
    "Known",
    "Numbers",
    "ReadIndicator",
    "find_numbers",
    "open_table",
    "place_of",
    "read_pack",
]

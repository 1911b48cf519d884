# SPDX-License-Identifier: Apache-2.0
"""Units that merge, split, move and reuse codes; a series on the map of any date, and why each value may be trusted."""

from tiendo.lineage.around import make_crosswalk_around
from tiendo.lineage.atlas import Atlas
from tiendo.lineage.crosswalk import Crosswalk, Group, Part, Way, list_cover, make_crosswalk
from tiendo.lineage.data import (
    AmbiguousCodeError,
    Basis,
    Change,
    Extent,
    Fault,
    Kind,
    Level,
    LineageError,
    Quality,
    Shares,
    UnitVersion,
)
from tiendo.lineage.files import read_pack, read_tables
from tiendo.lineage.history import Event, Life, trace_life
from tiendo.lineage.restating import Amount, Refusal, Restated, Value, restate, restate_period
from tiendo.lineage.sentences import Language, tell, tell_acts

__all__ = [
    "AmbiguousCodeError",
    "Amount",
    "Atlas",
    "Basis",
    "Change",
    "Crosswalk",
    "Event",
    "Extent",
    "Fault",
    "Group",
    "Kind",
    "Language",
    "Level",
    "Life",
    "LineageError",
    "Part",
    "Quality",
    "Refusal",
    "Restated",
    "Shares",
    "UnitVersion",
    "Value",
    "Way",
    "list_cover",
    "make_crosswalk",
    "make_crosswalk_around",
    "read_pack",
    "read_tables",
    "restate",
    "restate_period",
    "tell",
    "tell_acts",
    "trace_life",
]

# SPDX-License-Identifier: Apache-2.0
"""A client of the programming interface, with nothing but the standard library: docs/guides/api.md shows it at work.

>>> from tiendo.client import Client
>>> Client("https://tiendo.example.vn", token="tdo_…")
Client('https://tiendo.example.vn')
"""

from tiendo.client.calls import Client
from tiendo.client.data import (
    Figure,
    Indicator,
    Me,
    NewFigure,
    Page,
    Part,
    Point,
    Provenance,
    Row,
    Series,
    Source,
    Unit,
    UnitChange,
    UnitHistory,
    UnitVersion,
    Witness,
    Written,
)
from tiendo.client.documents import Content, Document, Finding, Receipt
from tiendo.client.errors import ApiError, Fault, UnreachableError
from tiendo.client.targets import Board, Plan, Target, TargetDetail, Verdict

__all__ = [
    "ApiError",
    "Board",
    "Client",
    "Content",
    "Document",
    "Fault",
    "Figure",
    "Finding",
    "Indicator",
    "Me",
    "NewFigure",
    "Page",
    "Part",
    "Plan",
    "Point",
    "Provenance",
    "Receipt",
    "Row",
    "Series",
    "Source",
    "Target",
    "TargetDetail",
    "Unit",
    "UnitChange",
    "UnitHistory",
    "UnitVersion",
    "UnreachableError",
    "Verdict",
    "Witness",
    "Written",
]

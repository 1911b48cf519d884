# SPDX-License-Identifier: Apache-2.0
"""Forms and sheets as they are stored."""

from tiendo.server.collect.models.forms import Form, FormLine, FormUnit, FormVersion, LoadedPack, Template
from tiendo.server.collect.models.sheets import Cell, CellEntry, Sheet, SheetMove, Submission, SubmittedCell

__all__ = [
    "Cell",
    "CellEntry",
    "Form",
    "FormLine",
    "FormUnit",
    "FormVersion",
    "LoadedPack",
    "Sheet",
    "SheetMove",
    "Submission",
    "SubmittedCell",
    "Template",
]

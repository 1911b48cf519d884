# SPDX-License-Identifier: Apache-2.0
"""The small language of indicators that are computed from others: units checked, no division by zero, no circles."""

from tiendo.formula.computing import Known, Lookup, compute, exact_value
from tiendo.formula.data import (
    Calculation,
    Constant,
    CycleError,
    Expression,
    FormulaError,
    Lack,
    Name,
    Negative,
    Nothing,
    Sign,
    Value,
    When,
    names_in,
)
from tiendo.formula.measures import Measure, check_measure, measure_of, scale_of
from tiendo.formula.order import order_formulas, touched_by
from tiendo.formula.parsing import LONGEST, parse_formula, write_formula

__all__ = [
    "LONGEST",
    "Calculation",
    "Constant",
    "CycleError",
    "Expression",
    "FormulaError",
    "Known",
    "Lack",
    "Lookup",
    "Measure",
    "Name",
    "Negative",
    "Nothing",
    "Sign",
    "Value",
    "When",
    "check_measure",
    "compute",
    "exact_value",
    "measure_of",
    "names_in",
    "order_formulas",
    "parse_formula",
    "scale_of",
    "touched_by",
    "write_formula",
]

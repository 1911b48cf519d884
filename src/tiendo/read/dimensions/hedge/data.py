# SPDX-License-Identifier: Apache-2.0
"""The words that widen a number.

Source: GUIDE of the annotated texts, field ``approx``; house reading of the genre.
"""

from __future__ import annotations

from tiendo.kernel.quantity import Qualifier

HEDGES = {
    Qualifier.UNDER: "gần | chưa đến | chưa tới | chưa đầy | chưa được | dưới | suýt | ngót | <",
    Qualifier.OVER: "hơn | trên | quá | >",
    Qualifier.ABOUT: (
        "khoảng | khoảng chừng | xấp xỉ | ước | ước khoảng | ước tính | ước tính khoảng | tầm | chừng | cỡ | ≈ | ~"
    ),
    Qualifier.AT_LEAST: "ít nhất | tối thiểu | không dưới | không thấp hơn | ≥ | từ ít nhất | trở lên",
    Qualifier.AT_MOST: (
        "không quá | tối đa | không vượt quá | không vượt | không cao hơn | cao nhất | ≤ | nhiều nhất | không hơn"
    ),
}
#: Words that may stand between a hedge and its number.
LINKS = "là | được | từ | số"

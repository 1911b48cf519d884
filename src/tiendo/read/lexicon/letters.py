# SPDX-License-Identifier: Apache-2.0
"""Capital and small letters of Vietnamese and of the Latin scripts of other peoples, as insides of character classes.

Source: the alphabet (TCVN 5712), and the letters of Ê Đê, Gia Rai and Ba Na script that stand in names.
"""

from __future__ import annotations

from typing import Final

_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(c for c in map(chr, range(0x1EA0, 0x1EFA)) if c.isupper())
_OTHERS = "ÑČĔĬŎŬÖ"

#: For use between square brackets.
UPPER: Final[str] = "A-Z" + _VIETNAMESE + _OTHERS
LOWER: Final[str] = "a-z" + (_VIETNAMESE + _OTHERS).lower()

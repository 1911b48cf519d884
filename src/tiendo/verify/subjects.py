# SPDX-License-Identifier: Apache-2.0
"""When two figures speak of the same thing: their subjects as keys."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

_WORDS = re.compile(r"\w+")
# Words that do not tell subjects apart. Source: house reading of the genre.
_EMPTY = frozenset("của các những trên địa bàn thực hiện được đã có là trong và cho năm tổng số ước đạt".split())


@lru_cache(maxsize=4096)
def subject_key(subject: str) -> str:
    """A subject without case, signs and empty words."""
    words = _WORDS.findall(normalize("NFC", subject).lower())
    kept = [word for word in words if word not in _EMPTY]
    return " ".join(kept or words)

# SPDX-License-Identifier: Apache-2.0
"""Where the packs and the sample lie: in the package when it is installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

import tiendo

_PACKAGE = Path(tiendo.__file__).parent
_PLACES = (_PACKAGE / "share", _PACKAGE.parents[1])


def find_share(name: str) -> Path | None:
    """A folder that comes with the program ("packs", "sample"), or None when this installation has none."""
    return next((place / name for place in _PLACES if (place / name).is_dir()), None)

# SPDX-License-Identifier: Apache-2.0
"""``python -m tiendo.cli``, for places where the command itself is not on the path. Nothing else is here."""

from __future__ import annotations

import sys

from tiendo.cli import main

if __name__ == "__main__":
    sys.exit(main())

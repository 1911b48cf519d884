# SPDX-License-Identifier: Apache-2.0
"""Orders: who tells whom to do what, by when. Petitions, praise and a locality's own plans are no findings."""

from __future__ import annotations

from tiendo.read.findings.directives.walk import find_directives

__all__ = ["find_directives"]

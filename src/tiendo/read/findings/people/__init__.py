# SPDX-License-Identifier: Apache-2.0
"""Office-holders with their titles. Private individuals, authors and photographers are no findings."""

from __future__ import annotations

from tiendo.read.findings.people.find import find_people

__all__ = ["find_people"]

# SPDX-License-Identifier: Apache-2.0
"""Findings that wait, and what was decided on them: the public face."""

from __future__ import annotations

from enum import StrEnum


class FindingKind(StrEnum):
    """What the reader found."""

    MEASUREMENT = "measurement"
    CLAIM = "claim"
    DIRECTIVE = "directive"
    CITATION = "citation"
    PERSON = "person"


class FindingState(StrEnum):
    """What a person decided."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    EDITED = "edited"  # accepted with changes
    REJECTED = "rejected"

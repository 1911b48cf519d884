# SPDX-License-Identifier: Apache-2.0
"""The hash of an event: pure."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64


def compute_hash(values: dict[str, Any], previous: str) -> str:
    """SHA-256 over the columns of an event in a fixed form, and over the hash before it.

    Args:
        values: id, at (aware), user_id, user_name, verb, subject, unit_id, detail.
        previous: 64 hexadecimal digits.
    """
    at: datetime = values["at"]
    fixed = {**values, "at": at.astimezone(UTC).isoformat(timespec="microseconds")}
    text = json.dumps(fixed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()

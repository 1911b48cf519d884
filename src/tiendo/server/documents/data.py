# SPDX-License-Identifier: Apache-2.0
"""Documents as plain data, and what other apps may listen to: the public face."""

from __future__ import annotations

from enum import StrEnum


class DocumentState(StrEnum):
    """How far a document is."""

    RECEIVED = "received"
    READ = "read"
    FAILED = "failed"  # ``Document.failure`` says in one sentence why and what to do

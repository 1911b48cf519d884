# SPDX-License-Identifier: Apache-2.0
"""A document file → text and tables with anchors → findings. Deterministic and offline; no clock, no locale."""

from __future__ import annotations

from tiendo.read.files.errors import UnreadableFile
from tiendo.read.reader import read_document, read_file

__all__ = ["UnreadableFile", "read_document", "read_file"]

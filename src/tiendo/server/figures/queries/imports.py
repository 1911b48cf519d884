# SPDX-License-Identifier: Apache-2.0
"""Files of figures that were imported."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tiendo.server.figures.models import ImportedFile


def was_imported(path: Path) -> bool:
    """Whether a file of the same bytes was imported before, under whatever name."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return ImportedFile.objects.filter(sha256=sha256).exists()

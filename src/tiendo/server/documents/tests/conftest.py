# SPDX-License-Identifier: Apache-2.0
"""What tests of documents begin with."""

from __future__ import annotations

import pytest
from django.utils import translation

from tiendo.server.documents.tests.cast import make_cast


@pytest.fixture
def files(settings, tmp_path):
    """An empty folder for the bytes of documents."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def cast(db, files):
    """The people, in a fresh database, who speak Vietnamese."""
    with translation.override("vi"):
        yield make_cast()

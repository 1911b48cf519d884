# SPDX-License-Identifier: Apache-2.0
"""What holds for every test: the server's settings are those of tests, in a folder of their own."""

from __future__ import annotations

import os
import tempfile

os.environ["TIENDO_MODE"] = "test"
os.environ.setdefault("TIENDO_DATA", tempfile.mkdtemp(prefix="tiendo-tests-"))

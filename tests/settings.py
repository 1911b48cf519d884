# SPDX-License-Identifier: Apache-2.0
"""The server's settings under test: the real ones, in an environment that says so and in a folder of their own."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

os.environ["TIENDO_MODE"] = "test"
os.environ["TIENDO_DATA"] = tempfile.mkdtemp(prefix="tiendo-tests-")
atexit.register(shutil.rmtree, os.environ["TIENDO_DATA"], ignore_errors=True)

from tiendo.server.project.settings import *  # noqa: E402, F403 - CONFIG: Django's own way to build on settings

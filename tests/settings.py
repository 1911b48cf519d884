# SPDX-License-Identifier: Apache-2.0
"""The server's settings under test: the real ones, in an environment that says so and in a folder of their own.

`TIENDO_TEST_DATABASE=postgres`: on a PostgreSQL that is started here; processes of pytest-xdist share it, each with a
database of its own.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

os.environ["TIENDO_MODE"] = "test"
os.environ["TIENDO_DATA"] = tempfile.mkdtemp(prefix="tiendo-tests-")
atexit.register(shutil.rmtree, os.environ["TIENDO_DATA"], ignore_errors=True)
if os.environ.get("TIENDO_TEST_DATABASE") == "postgres" and "TIENDO_TEST_SERVER" not in os.environ:
    from tests import postgres

    os.environ["TIENDO_TEST_SERVER"] = postgres.Server().address
os.environ["TIENDO_DATABASE"] = os.environ.get("TIENDO_TEST_SERVER", "")

from tiendo.server.project.settings import *  # noqa: E402, F403 - CONFIG: Django's own way to build on settings

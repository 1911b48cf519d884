# SPDX-License-Identifier: Apache-2.0
"""What tests of whole installations share: commands in an environment of their own, a PostgreSQL for them."""

from __future__ import annotations

import os
import subprocess
import sys

import psycopg
import pytest

from tests import postgres

PATIENCE = 300  # a busy machine takes its time; nothing here measures any


@pytest.fixture(scope="session")
def new_database():
    """``new_database("name")``: the address of an empty database on a PostgreSQL."""
    server = os.environ.get("TIENDO_TEST_SERVER") or postgres.Server().address

    def make(name):
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
            connection.execute(f'CREATE DATABASE "{name}"')
        return server.replace("@/tiendo?", f"@/{name}?")

    return make


@pytest.fixture(scope="session")
def run_tiendo():
    """``run_tiendo(data, *arguments, **variables)``: status, output and complaints of a command."""

    def run(data, *arguments, **variables):
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("TIENDO_", "DJANGO_"))}
        environment |= {"TIENDO_MODE": "demo", "TIENDO_DATA": str(data), **variables}
        command = [sys.executable, "-m", "tiendo.cli", *map(str, arguments)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
        return done.returncode, done.stdout, done.stderr

    return run

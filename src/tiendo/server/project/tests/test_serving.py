# SPDX-License-Identifier: Apache-2.0
"""What a process of the installation does before it works."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection

from tiendo.server.project import serving


def test_the_jobs_wait_for_a_database_that_is_away(monkeypatch):
    answers = iter([OperationalError("away"), OperationalError("away"), None])
    slept = []

    def ensure():
        answer = next(answers)
        if answer is not None:
            raise answer

    monkeypatch.setattr(connection, "ensure_connection", ensure)
    monkeypatch.setattr(serving.time, "sleep", slept.append)
    serving._await_database()
    assert len(slept) == 2
    with pytest.raises(StopIteration):
        next(answers)

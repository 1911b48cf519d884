# SPDX-License-Identifier: Apache-2.0
"""The interface keeps what its description promises: schemathesis asks what it allows and what it forbids.

Requests are drawn from a fixed seed. Numbers, units and indicators are led to those that are there for every second
request: else nearly all would end with 404.
"""

from __future__ import annotations

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import data
from schemathesis import GenerationMode, checks
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.server import world
from tiendo.server.api import urls  # noqa: F401 - the operations are there once it is read
from tiendo.server.api.tests.conftest import REVENUE
from tiendo.server.api.views.interface import api, list_operations

CHECKS = [
    checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
OPERATIONS = [(method.upper(), path, one["tags"][0]) for method, path, one in list_operations(api.describe())]
BOUNDED = settings(
    max_examples=15,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def there(cast, caller, figure, settings):
    """What is there: numbers by the name of the parameter, and a token."""
    settings.API_REQUESTS_A_MINUTE = 1_000_000
    system = caller(cast.office)
    first = system.post("figures", figure()).json()["id"]
    return {
        "figure_id": first,
        "target_id": world.target(cast)["target_id"],
        "document_id": world.document(cast)["document_id"],
        "unit": cast.ward,
        "headers": {"Authorization": f"Bearer {system.secret}"},
    }


@pytest.fixture
def described(db):
    """The description as another system gets it; the requests share the transaction of the test, as Django's own do."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


def _lead(case, there):
    """Every second request goes to what is there, as far as its numbers are numbers at all."""
    for name, value in dict(case.path_parameters or {}).items():
        if name in there and isinstance(value, int) and value > 0 and value % 2:
            case.path_parameters[name] = there[name]
    for part in (case.body, case.query):
        if isinstance(part, dict):
            for row in [part, *(part.get("rows") if isinstance(part.get("rows"), list) else [])]:
                _lead_row(row, there)


FORMS = ("value", "numerator", "denominator", "answer", "gap", "upper", "measure")


def _lead_row(row, there):
    if not isinstance(row, dict):
        return
    if isinstance(row.get("value"), str) and len(row["value"]) % 2:  # one form of a figure alone
        for name in FORMS[1:]:
            row.pop(name, None)
        row |= {"period": "2026-Q1"} if "period" in row else {}
    if isinstance(row.get("unit"), int) and row["unit"] > 0:
        row["unit"] = there["unit"]
    if isinstance(row.get("unit"), str) and row["unit"].isdecimal() and row["unit"][0] != "0":
        row["unit"] = str(there["unit"])
    code = row.get("indicator")
    if isinstance(code, str) and code.isascii() and code.replace("_", "a").replace("-", "a").isalnum():
        row["indicator"] = REVENUE


@pytest.mark.parametrize("part", sorted({part for _, _, part in OPERATIONS}))
def test_no_request_breaks_it_and_every_answer_is_as_described(there, described, part):
    for method, path, _ in [one for one in OPERATIONS if one[2] == part]:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            _ask(described[path][method], mode, there)


def _ask(operation, mode, there):
    @BOUNDED
    @given(data())
    def ask(drawn):
        case = drawn.draw(operation.as_strategy(generation_mode=mode))
        _lead(case, there)
        case.call_and_validate(headers=there["headers"], checks=CHECKS)

    try:
        ask()
    except Unsatisfiable:  # nothing of this operation can be wrong
        assert mode is GenerationMode.NEGATIVE

# SPDX-License-Identifier: Apache-2.0
"""The Python client at a live server: everything that it can call, and what it does when the line breaks."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.utils import timezone

from tests.server import world
from tiendo import client as package
from tiendo.client import ApiError, Client, NewFigure, Part, UnreachableError
from tiendo.server.accounts.data import TOKEN_ACTS, NewToken
from tiendo.server.accounts.services import create_token
from tiendo.server.accounts.tests.cast import make_cast, scope_of
from tiendo.server.api import urls  # noqa: F401 - the operations are there once it is read
from tiendo.server.api.views.interface import api
from tiendo.server.figures.models import Observation
from tiendo.server.figures.tests.making import load_quan

REVENUE = "state_budget_revenue"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(transactional_db, settings, tmp_path):
    """The people, the catalogue, an empty folder for files."""
    settings.MEDIA_ROOT = tmp_path / "files"
    cache.clear()
    made = make_cast()
    load_quan()
    return made


@pytest.fixture
def secret(cast):
    """A token of the specialist of the ward."""
    until = timezone.localdate() + timedelta(days=30)
    new = NewToken("thử", frozenset(TOKEN_ACTS), None, until)
    return create_token(new, user=cast.specialist, scope=scope_of(cast.specialist)).text


@pytest.fixture
def client(live_server, secret):
    """The client of that token; it waits for nobody."""
    return Client(live_server.url, token=secret, sleep=lambda _seconds: None)


def _new(cast, value="1390.90", **more):
    return NewFigure(cast.ward, REVENUE, more.pop("period", "2026-Q1"), Decimal(value), **more)


def test_a_figure_is_written_read_corrected_and_withdrawn(client, cast):
    first = client.record(_new(cast, reference="LGSP 12"))
    assert (first.value, first.step, first.source.quote) == (Decimal("1390.90"), Decimal("0.01"), "LGSP 12")
    assert client.figure(first.id) == first
    second = client.correct(first, Decimal("1400"), reason="Nhập nhầm")
    assert (second.supersedes, client.figure(first.id).is_current) == (first.id, False)
    with pytest.raises(ApiError) as refused:
        client.correct(first, Decimal("1500"), reason="Nhập nhầm")
    assert refused.value.status == 412
    assert client.withdraw(client.figure(second.id), reason="Nhầm").value == Decimal("1390.90")
    assert [row.value for row in client.provenance(first.id).revisions][-1] == Decimal("1390.90")


def test_lists_are_walked_part_by_part_to_their_end(client, cast):
    told = client.record_many([_new(cast, f"{n}", period=f"2026-0{n}") for n in range(1, 8)])
    assert [row.figure for row in told.rows] == [figure.id for figure in client.figures(size=3)]
    assert len(list(client.figures(ends_from=date(2026, 3, 1), unit=cast.ward, size=1))) == 5
    assert len(list(client.units(size=2, on=date(2026, 1, 1)))) == 4
    assert client.unit("26740@2026-01-01").id == cast.ward
    assert client.unit_history(cast.ward).versions[0].valid_from == date(2025, 7, 1)
    assert client.indicator(REVENUE) in list(client.indicators(size=10))
    series = client.series(cast.ward, REVENUE, view="today")
    assert [point.value for point in series.points] == [Decimal(n) for n in range(1, 8)]


def test_wrong_rows_are_told_one_by_one(client, cast):
    gap = NewFigure(cast.ward, REVENUE, "2026-Q2", gap="not_due", gap_reason="Chưa đến kỳ")
    rows = [_new(cast), _new(cast, period="2026-Q9"), gap]
    with pytest.raises(ApiError) as refused:
        client.record_many(rows)
    assert [fault.field for fault in refused.value.errors] == ["rows.1.period"]
    assert "không phải là kỳ" in refused.value.detail
    told = client.record_many(rows, partial=True)
    assert (told.written, told.refused, told.rows[1].problem["status"]) == (2, 1, 422)


def test_ratios_are_sent_by_their_parts(client, cast):
    code = next(one.code for one in client.indicators() if one.nature == "ratio" and one.measure == "%")
    sent = NewFigure(cast.ward, code, "2026-Q1", numerator=Part(Decimal(12), "hộ"), denominator=Part(Decimal(80), "hộ"))
    figure = client.record(sent)
    assert (figure.value, figure.numerator, figure.denominator.value) == (None, Part(Decimal(12), "hộ"), Decimal(80))


def test_a_float_is_never_sent(client, cast):
    with pytest.raises(TypeError):
        client.record(NewFigure(cast.ward, REVENUE, "2026-Q1", 1390.9))
    with pytest.raises(TypeError):
        client.correct(client.record(_new(cast)), 1.5, reason="x")


def test_targets_and_verdicts_are_read(client, cast):
    number = world.target(cast)["target_id"]
    client.record(_new(cast))
    assert [board.unit for board in client.boards()] == [cast.ward]
    assert [target.id for target in client.targets(cast.ward, 2026)] == [number]
    assert client.target(number).plans[0].value == Decimal(5208)
    [verdict] = client.verdicts(target=number)
    assert verdict.actual == Decimal("1390.90")
    assert not list(client.verdicts(target=number, as_of=date(2020, 1, 1)))


def test_a_document_is_handed_in_once_and_read(client, cast, tmp_path):
    path = tmp_path / 'báo cáo "quý I".txt'
    path.write_text("Tổng thu ngân sách Nhà nước quý I đạt 1.390,9 tỷ đồng.", "utf-8")
    first, again = client.send_document(path, cast.ward), client.send_document(path, cast.ward)
    assert (first.is_duplicate, again.is_duplicate, again.document) == (False, True, first.document)
    read = world.document(cast)["document_id"]
    assert [one.id for one in client.documents(state="read")] == [read]
    assert client.document(read).findings == len(list(client.findings(read, size=1)))
    found = next(one for one in client.findings(read) if one.start is not None)
    assert client.content(read).text[found.start : found.end]


def test_who_it_is_and_that_its_token_is_in_no_print(client, secret):
    assert client.me().owner == "Trần Thị Hoa"
    assert secret not in repr(client) + repr(client._line)


def test_a_write_whose_answer_is_lost_is_sent_again_and_done_once(client, cast, monkeypatch):
    lost = iter([True, True, False])
    real = package.transport.urllib.request.urlopen

    def open_and_lose(request, timeout):
        answer = real(request, timeout=timeout)
        if next(lost):
            answer.close()
            raise ConnectionResetError("the line broke after the server had written")
        return answer

    monkeypatch.setattr(package.transport.urllib.request, "urlopen", open_and_lose)
    figure = client.record(_new(cast))
    assert [row.pk for row in Observation.objects.all()] == [figure.id]


def test_a_busy_server_is_waited_for_as_long_as_it_says(live_server, secret, settings):
    waited = []

    def wait(seconds):
        waited.append(seconds)
        settings.API_REQUESTS_A_MINUTE = 600

    client = Client(live_server.url, token=secret, sleep=wait)
    client.me()
    settings.API_REQUESTS_A_MINUTE = 0
    client.me()
    settings.API_REQUESTS_A_MINUTE = 0
    client.me()
    assert waited
    assert all(0 < seconds <= 60 for seconds in waited)


def test_a_server_that_is_not_there_is_told_after_the_last_try():
    waited = []
    client = Client("http://127.0.0.1:9", token="x", tries=3, sleep=waited.append)  # noqa: S106 - no secret
    with pytest.raises(UnreachableError):
        client.me()
    assert len(waited) == 2


def test_an_address_that_is_none_is_refused_at_once():
    with pytest.raises(ValueError, match="no address"):
        Client("file:///etc/passwd", token="x")  # noqa: S106 - no secret


def test_a_refusal_is_not_sent_again(live_server):
    waited = []
    client = Client(live_server.url, token="tdo_wrong", sleep=waited.append)  # noqa: S106 - no secret
    with pytest.raises(ApiError) as refused:
        client.me()
    assert (refused.value.status, waited) == (401, [])


#: Shapes of the interface whose name is not that of the client's class with "Out" behind it.
OTHERS = {"Me": package.Me, "UnitHistory": package.UnitHistory, "FigureIn": package.NewFigure}
SAME = OTHERS | {
    f"{kind.__name__}Out": kind
    for kind in (getattr(package, name) for name in package.__all__)
    if is_dataclass(kind) and kind not in (*OTHERS.values(), package.Page, package.Fault)
}


@pytest.mark.parametrize("shape", SAME)
def test_the_client_knows_every_field_of_the_interface(shape):
    wanted = set(api.describe()["components"]["schemas"][shape]["properties"])
    assert {one.name for one in fields(SAME[shape])} - {"tag"} == wanted

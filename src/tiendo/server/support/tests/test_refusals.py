# SPDX-License-Identifier: Apache-2.0
"""How the server says no: as a page to a browser, as a part to htmx, always one sentence in the person's language."""

from __future__ import annotations

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db.utils import DataError
from django.http import Http404
from django.test import Client, override_settings
from django.urls import include, path

from tiendo.server.support.refusals import Refusal

SENTENCE = "Kỳ này đã khóa; hãy xin mở khóa ở Văn phòng."


def _raising(error):
    @login_not_required
    def view(request):
        raise error

    return view


urlpatterns = [
    path("", include("tiendo.server.project.urls")),
    path("t/refusal", _raising(Refusal(SENTENCE, status=409, field="value"))),
    path("t/data", _raising(DataError("value too long"))),
    path("t/404", _raising(Http404())),
    path("t/403", _raising(PermissionDenied())),
    path("t/400", _raising(SuspiciousOperation())),
    path("t/500", _raising(RuntimeError("secret of the program"))),
    path("t/form", lambda request: None),
]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def ask():
    """Asks without a person, as a browser or as htmx."""
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)

    def run(address, method="get", htmx=False, language="vi"):
        headers = {"Accept-Language": language} | ({"HX-Request": "true"} if htmx else {})
        answer = getattr(client, method)(address, headers=headers)
        return answer.status_code, answer.content.decode()

    return run


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/t/refusal", 409, SENTENCE),
        ("/t/data", 400, "Có chỗ ghi quá dài"),
        ("/t/404", 404, "Không có trang này"),
        ("/t/403", 403, "Bạn không có quyền"),
        ("/t/400", 400, "Không đọc được yêu cầu"),
        ("/t/500", 500, "Máy chủ gặp lỗi"),
    ],
)
def test_a_browser_gets_a_page_that_says_what_to_do(ask, address, status, said):
    code, text = ask(address)
    assert code == status
    assert text.startswith("<!doctype html>")
    assert said in text
    assert "secret" not in text


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/t/refusal", 409, SENTENCE),
        ("/t/data", 400, "Có chỗ ghi quá dài"),
        ("/t/404", 404, "Có thể địa chỉ gõ sai"),
        ("/t/403", 403, "nhờ người quản trị của đơn vị cấp quyền"),
    ],
)
def test_htmx_gets_one_sentence_and_no_page(ask, address, status, said):
    code, text = ask(address, htmx=True)
    assert code == status
    assert "<html" not in text
    assert said in text
    assert 'role="alert"' in text


def test_a_form_without_its_token_is_told_to_load_again(ask):
    code, text = ask("/t/form", method="post")
    assert code == 403
    assert "Biểu nhập đã quá hạn" in text


def test_a_refusal_is_said_in_english_to_who_asks_in_english(ask):
    assert "There is no such page" in ask("/t/404", language="en")[1]


@override_settings(ALLOWED_HOSTS=["elsewhere.example"])
def test_a_request_to_another_name_gets_no_trace_of_the_program(ask):
    code, text = ask("/t/404")
    assert code == 400
    assert "Không đọc được yêu cầu" in text

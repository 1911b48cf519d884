# SPDX-License-Identifier: Apache-2.0
"""Every component with its variants on one page, for tests and for developers who want to see them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from django import forms
from django.contrib import messages
from django.contrib.messages.storage.base import BaseStorage
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import engines
from django.template.loader import get_template
from django.test import RequestFactory

from tiendo.server.support.charts import Break, Chart, Fan, Gap, Series
from tiendo.server.support.data import Column, Revision, Work
from tiendo.server.support.refusals import Refusal
from tiendo.server.support.statuses import STATUSES

SENTENCE = "Lũy kế thanh toán từ đầu năm đến hết ngày 30/9/2026: 61.700 triệu đồng, trong đó tạm ứng 4.150 triệu đồng."
PLACES = [
    ("home", "Tổng quan", "/"),
    ("board", "Chỉ tiêu", "/g"),
    ("figures", "Số liệu", "/g"),
    ("documents", "Văn bản", "/g"),
    ("intake", "Hộp duyệt", "/g"),
    ("units", "Đơn vị", "/g"),
]


class _Kept(BaseStorage):
    """Messages of one page, kept nowhere."""

    def _get(self, *args, **kwargs):
        return [], True

    def _store(self, messages, response, *args, **kwargs):
        return []


class _Person:
    is_authenticated = True

    def get_full_name(self):
        return "Trần Thu Hà"

    def get_username(self):
        return "tran.thu.ha"


class _Form(forms.Form):
    name = forms.CharField(label="Tên chỉ tiêu", help_text="Như ghi trong nghị quyết.")
    value = forms.CharField(label="Giá trị")
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(label="Loại số", choices=[("a", "chính thức"), ("e", "ước")])
    sure = forms.BooleanField(label="Đã đối chiếu với Kho bạc", required=False)


def _rows():
    series = [Decimal(value) for value in ("4", "9", "12", "14.5", "21", "26", "33", "41.3", "47")]
    shares = ["41.3", "43.5", "79.2", "66.7", "97.5", "79.2", "100", "127.3", None]
    for place, (look, share) in enumerate(zip(STATUSES.values(), shares, strict=True)):
        yield {
            "name": f"Chỉ tiêu {look.label}: thu ngân sách nhà nước trên địa bàn, không kể vốn kéo dài",
            "plan": Decimal("5208.0"),
            "actual": Decimal("1390.9") if share else None,
            "qualifier": "ước" if place == 1 else "",
            "growth": Decimal("-15.94") if place == 1 else None,
            "share": Decimal(share) if share else None,
            "due": None if look.code == "unclassified" else Decimal("63.2"),
            "status": look.code,
            "series": [*series[:5], None, *series[5:]] if share else [],
            "breaks": (3,),
            "note": "Chưa đăng ký phân kỳ" if look.code == "unclassified" else "",
            "suggested": "exceeded" if look.code == "on_track" else "",
        }


def _figures(text):
    return [None if part == "." else Decimal(part) for part in text.split()]


def _picture():
    return Chart(
        labels=[f"T{month}" for month in range(1, 13)] + ["T1/27"],
        sentence="Tỷ lệ giải ngân lũy kế: hết tháng 9 đạt 41,3 %, phân kỳ cần 60 %, dự báo đến 31/01/2027 là 75,2 %.",
        unit="%",
        line=Series("Phân kỳ", _figures("2 5 10 17 25 35 43 52 60 69 79 90 95"), marks=(2, 5, 8, 12)),
        bars=Series("Thực hiện 2026", _figures("0.4 1.2 4.0 7.9 13.1 20.8 26.6 33.9 41.3 . . . .")),
        ghost=Series("Năm trước", _figures("1.2 3 9 15.2 22.9 32.8 38.4 48 57.2 66 77 88.4 93.6"), restated=range(6)),
        fan=Fan(
            "Dự báo",
            _figures(". . . . . . . . 41.3 49.5 58.7 69.3 75.2"),
            inner=(
                _figures(". . . . . . . . 41.3 47.7 55.5 65.1 70.2"),
                _figures(". . . . . . . . 41.3 51.4 62 73.1 79.6"),
            ),
            outer=(
                _figures(". . . . . . . . 41.3 46 52.3 60.9 66.0"),
                _figures(". . . . . . . . 41.3 53.1 65 77.3 84.1"),
            ),
            inner_name="khoảng 50 %",
            outer_name="khoảng 80 %",
        ),
        breaks=[Break(5, "01/7/2025 lập phường", "2025 quy đổi từ 3 phường của Quận 5")],
        gap=Gap(8, Decimal("41.3"), Decimal(60), "còn thiếu 18,7 điểm"),
        current=8,
    )


def _context():
    form = _Form({"name": "", "value": "năm"})
    form.add_error("value", "“năm” không phải là một số; hãy ghi như 1.234,5.")
    works = [Work("Đọc 3 văn bản", 1, 3, "running", "/wait", "/stop"), Work("Đọc 2 văn bản", 0, 0, "queued", "/wait")]
    works += [
        Work("Đọc 4 văn bản", 4, 4, "done", "/wait", next_url="/g", next_label="Duyệt 18 phát hiện"),
        Work("Đọc 1 văn bản", 0, 1, "failed", "/wait", sentence="Tệp có mật khẩu; hãy gửi bản không đặt mật khẩu."),
    ]
    at = datetime(2026, 10, 5, 7, 20, tzinfo=UTC)
    return {
        "place": "board",
        "places": PLACES,
        "near": {
            "localities": [("Phường Chợ Quán", "/g", True), ("Phường An Đông", "/g", False)],
            "find_url": "/g",
        },
        "search_url": "/g",
        "user": _Person(),
        "account_links": [("Mã hai lớp", "/g")],
        "counts": {
            "at_risk": 3,
            "partial": 1,
            "likely": 3,
            "on_track": 5,
            "achieved": 2,
            "exceeded": 2,
            "not_assessable": 1,
        },
        "rows": list(_rows()),
        "columns": [Column("Dự án", "name"), Column("Vốn 2026 (tỷ đồng)", "num"), Column("Vướng mắc")],
        "cells": [
            ["Trung tâm Y tế khu vực", "62,0", "Chưa bàn giao 3/17 hộ mặt bằng"],
            ["Trường Mầm non 11", "9,4", None],
        ],
        "page": Paginator(range(300), 50).page(2),
        "picture": _picture(),
        "form": form,
        "works": works,
        "parts": [("achieved", 2), ("on_track", 7), ("partial", 5), ("unclassified", 1)],
        "sentence": SENTENCE,
        "start": SENTENCE.index("61.700"),
        "end": SENTENCE.index(", trong đó"),
        "revisions": [
            Revision("61,7 tỷ đồng", "chính thức, đang dùng", "Trần Thu Hà nhập từ tệp Kho bạc", at, is_current=True),
            Revision(
                "60,2 tỷ đồng",
                "đính chính",
                "Trần Thu Hà",
                at,
                reason="sót 1 chứng từ",
                url="/g",
                url_label="cuộc họp 18/9",
            ),
        ],
        "number": Decimal("1234567.80"),
        "change": Decimal("-15.94"),
        "missing": None,
        "day": date(2026, 11, 21),
    }


def make_request(path: str = "/g") -> HttpRequest:
    """A request as the frame needs it: with messages, without a session."""
    request = RequestFactory().get(path)
    request._messages = _Kept(request)
    return request


def write_gallery() -> str:
    """The page."""
    request = make_request()
    messages.success(request, "Đã ghi 3 số liệu của tháng 9.")
    messages.warning(request, "Số tháng 8 của Trạm Y tế còn thiếu.")
    messages.error(request, "Không ghi được: kỳ này đã khóa; hãy xin mở khóa ở Văn phòng.")
    messages.info(request, "Số liệu lúc 15/10/2026 08:30.")
    text = Path(__file__).with_name("gallery.html").read_text("utf-8")
    return engines["django"].from_string(text).render(_context(), request)


def write_refusals() -> dict[str, tuple[int, str]]:
    """Every page that says no, by its address."""
    pages = {
        f"/{name}": (int(name[:3]), get_template(f"{name}.html").render(request=make_request()))
        for name in ("400", "403", "403_csrf", "404", "413", "429", "500")
    }
    refusal = Refusal("Kỳ này đã khóa; hãy xin mở khóa ở Văn phòng.", status=409)
    pages["/refusal"] = (409, get_template("support/refusal.html").render({"refusal": refusal}, make_request()))
    return pages

# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tiendo.render.comma import disarm, write_csv
from tiendo.render.data import Unread
from tiendo.render.lang import Lang
from tiendo.render.tests.factories import FIRST, report


def rows(*outcomes, **options):
    text = "".join(write_csv(outcomes, options.pop("lang", Lang.VI), **options))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_it_begins_with_the_mark_by_which_excel_knows_utf8():
    assert "".join(write_csv([], Lang.VI)).startswith("\ufeffVăn bản,STT,")


def test_each_figure_is_a_line_with_its_sentence_and_place():
    first = rows(report())[0]
    assert (first["Nội dung"], first["Giá trị"], first["Đơn vị"]) == ("thu ngân sách", "26.7", "tỷ đồng")
    assert (first["Câu, ô"], first["Chỗ"], first["Kỳ"]) == (FIRST, "dòng 2", "quý 1/2026")


def test_a_negative_number_stays_a_number():
    found = replace(
        report().reading.measurements[0], quantity=replace(report().reading.measurements[0].quantity, value=-17)
    )
    reading = replace(report().reading, measurements=(found,))
    assert rows(replace(report(), reading=reading))[0]["Giá trị"] == "-17"


@pytest.mark.parametrize("text", ["=1+1", "+84", "-x", "@a", "\t=1", " =1", "\u00a0=1", "＝1", "\r=1", "\n=2"])
def test_a_text_that_a_spreadsheet_would_run_is_disarmed(text):
    assert disarm(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Thu phí", "a=b", "", "2 + 2"])
def test_other_texts_stay_as_they_are(text):
    assert disarm(text) == text


def test_rules_have_a_column_when_asked_for():
    assert rows(report(), explain=True)[0]["Quy tắc"] == "number, unit"
    assert "Rules" in rows(report(), explain=True, lang=Lang.EN)[0]


def test_a_file_that_could_not_be_read_has_no_line():
    assert rows(Unread("a", "b", "c")) == []

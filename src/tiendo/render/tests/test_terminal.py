# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
from dataclasses import replace

from tiendo.render.controls import safe
from tiendo.render.data import Unread
from tiendo.render.lang import Lang
from tiendo.render.terminal import show_problems, show_reading
from tiendo.render.tests.factories import report


def shown(outcome, **options):
    out = io.StringIO()
    show_reading(outcome, out, options.pop("lang", Lang.VI), **options)
    return " ".join(out.getvalue().split())


def checked(*outcomes, **options):
    out = io.StringIO()
    show_problems(outcomes, out, options.pop("lang", Lang.VI), **options)
    return out.getvalue()


def test_each_figure_is_shown_with_subject_period_and_words_of_its_sentence():
    text = shown(report())
    assert "hơn 26,7\u00a0tỷ đồng".replace("\u00a0", " ") in text.replace("\u00a0", " ")
    assert "quý 1/2026" in text
    assert "Thu ngân sách đạt hơn 26,7 tỷ đồng, bằng" in text
    assert "Số đo 5 · Tổng hợp 2 · Giao việc 1" in text


def test_the_rules_are_named_only_when_asked_for():
    assert "number" not in shown(report())
    assert "number" in shown(report(), explain=True)


def test_it_speaks_english_when_asked_to():
    assert "Subject" in shown(report(), lang=Lang.EN)
    assert "adds up" not in checked(report(), lang=Lang.EN)
    assert "1 of 2 claims add up" in checked(report(), lang=Lang.EN)


def test_problems_come_worst_first_with_quote_and_place():
    text = checked(report())
    order = [text.index(words) for words in ("26,7/100 = 26,7", "Sai ô.", "2 + 7 + 5 = 14.")]
    assert order == sorted(order)
    assert "«27,6%» (dòng 2)" in text
    assert "«Thu phí | Thực hiện» (bảng 1, dòng 2, cột 3)" in text


def test_the_last_line_is_a_tally():
    assert checked(report(), report()).splitlines()[-1] == "2 văn bản: 2 lỗi, 2 nghi vấn, 2 lưu ý; 2/4 phép tính khớp."


def test_a_document_without_problems_says_so():
    assert "xa-suoi-mo.txt: không thấy vấn đề" in checked(replace(report(), problems=()))


def test_a_file_that_could_not_be_read_is_not_counted_as_a_document():
    assert checked(Unread("a", "b", "c"), report()).splitlines()[-1].startswith("1 văn bản")
    assert shown(Unread("a", "b", "c")) == ""


def test_nothing_in_a_document_can_move_the_cursor_or_turn_the_writing():
    assert safe("a\x1b[2J\x07\u202eb\x9b1m") == "a\ufffd[2J\ufffd\ufffdb\ufffd1m"
    document = replace(report().reading.document, path="\x1b]0;x\x07.txt")
    hostile = replace(report(), reading=replace(report().reading, document=document))
    assert "\x1b" not in shown(hostile)
    assert "\x1b" not in checked(hostile)


def test_what_looks_like_markup_is_printed_as_it_is():
    document = replace(report().reading.document, path="[red]x[/red] :smile:.txt")
    assert "[red]x[/red] :smile:.txt" in shown(replace(report(), reading=replace(report().reading, document=document)))

# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json

from tiendo.render.data import Unread
from tiendo.render.records import encode_check, encode_reading, wrap
from tiendo.render.tests.factories import TEXT, report


def read_back(*outcomes, encoder=encode_reading):
    return json.loads("".join(wrap(map(encoder, outcomes))))["documents"]


def test_a_measurement_of_the_text_has_offsets_that_hold_its_quote():
    for found in read_back(report())[0]["measurements"][:4]:
        assert TEXT[found["start"] : found["end"]] == found["quote"]
        assert "cell" not in found


def test_a_measurement_of_a_table_has_its_cell_in_place_of_offsets():
    found = read_back(report())[0]["measurements"][4]
    assert "start" not in found
    assert found["cell"] == {
        "table": 0,
        "row": 1,
        "column": 2,
        "row_label": "Thu phí",
        "column_label": "Thực hiện",
    }
    assert found["to_confirm"] is True


def test_the_fields_of_a_measurement_are_those_that_are_documented():
    found = read_back(report())[0]["measurements"][0]
    assert found == {
        "start": TEXT.index("26,7 tỷ"),
        "end": TEXT.index("26,7 tỷ") + len("26,7 tỷ đồng"),
        "quote": "26,7 tỷ đồng",
        "value": 26.7,
        "value2": None,
        "is_range": False,
        "unit": "tỷ đồng",
        "subject": "thu ngân sách",
        "kind": "actual",
        "approx": "over",
        "comparison": None,
        "period": "2026-Q1",
        "period_quote": None,
        "form": None,
        "indicator": None,
        "confidence": 0.9,
        "to_confirm": False,
        "rules": ["number", "unit"],
    }


def test_a_claim_carries_its_verdict_and_what_it_rests_on():
    claims = read_back(report())[0]["claims"]
    assert [(claim["type"], claim["consistent"]) for claim in claims] == [("ratio", False), ("target_tally", True)]
    assert claims[0]["mode"] == "share"
    assert claims[0]["computed_pct"] == 26.7


def test_orders_acts_people_facts_and_notes_are_told():
    document = read_back(report())[0]
    assert document["directives"][0]["assignee"] == "Phòng Kinh tế"
    assert document["directives"][0]["deadline_on"] == "2026-04-30"
    assert document["citations"][0]["number"] == "12/NQ-HĐND"
    assert document["people"][0]["title"] == "Chủ tịch xã"
    assert document["facts"]["dated_on"] == "2026-04-02"
    assert document["notes"] == ["Một ghi chú."]


def test_a_check_has_exactly_path_and_problems():
    (document,) = read_back(report(), encoder=encode_check)
    assert list(document) == ["path", "problems"]
    in_text, in_cell = document["problems"][1], document["problems"][2]
    assert list(in_text) == ["rule", "severity", "start", "end", "quote", "message", "message_en"]
    assert (in_text["severity"], TEXT[in_text["start"] : in_text["end"]]) == ("error", "27,6%")
    assert (in_cell["start"], in_cell["cell"]["row_label"]) == (None, "Thu phí")


def test_a_file_that_could_not_be_read_has_a_sentence_in_place_of_findings():
    documents = read_back(Unread("hong.pdf", "Tệp hỏng.", "Damaged."), report())
    assert documents[0] == {"path": "hong.pdf", "error": "Tệp hỏng.", "error_en": "Damaged."}
    assert documents[1]["path"] == "xa-suoi-mo.txt"


def test_no_document_is_still_valid_json():
    assert read_back() == []

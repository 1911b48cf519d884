# SPDX-License-Identifier: Apache-2.0
"""The commands as a person uses them, on small reports of our own."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import docx
import openpyxl
import pytest

import tiendo.verify
from tiendo.cli import main, reading, work
from tiendo.cli.exits import Exit

WRONG = "Báo cáo\nThu ngân sách quý I năm 2026 đạt 26,7 tỷ đồng, bằng 37,6% dự toán năm (100 tỷ đồng).\n"
RIGHT = "Báo cáo\nThu ngân sách quý I năm 2026 đạt 26,7 tỷ đồng, bằng 26,7% dự toán năm (100 tỷ đồng).\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two reports, one of them wrong, beside a file that cannot be read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sai.txt").write_text(WRONG, "utf-8")
    (tmp_path / "dung.txt").write_text(RIGHT, "utf-8")
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 60)
    return tmp_path


def documents(text):
    return json.loads(text)["documents"]


def test_read_shows_a_table_with_the_figures(folder, capsys):
    assert main(["read", "dung.txt"]) == Exit.FINE
    out = capsys.readouterr().out
    assert "dung.txt" in out
    assert "26,7\u00a0tỷ đồng" in out


def test_read_writes_json_whose_offsets_are_those_of_the_file(folder, capsys):
    assert main(["read", "--format", "json", "dung.txt"]) == Exit.FINE
    (document,) = documents(capsys.readouterr().out)
    assert document["measurements"]
    for found in document["measurements"]:
        assert RIGHT[found["start"] : found["end"]] == found["quote"]


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.xlsx", "a.html", "a.txt"])
def test_the_form_follows_the_ending_of_the_output(folder, name):
    assert main(["read", "dung.txt", "-o", name]) == Exit.FINE
    data = (folder / name).read_bytes()
    kind = {b"{": "json", b"\xef": "csv", b"P": "xlsx", b"<": "html", b"d": "txt"}[data[:1]]
    assert kind == name.rpartition(".")[2]


def test_csv_and_workbook_hold_the_same_figures(folder):
    assert main(["read", "dung.txt", "-o", "a.csv"]) == main(["read", "dung.txt", "-o", "a.xlsx"]) == Exit.FINE
    lines = list(csv.reader(io.StringIO((folder / "a.csv").read_text("utf-8-sig"), newline="")))
    cells = list(openpyxl.load_workbook("a.xlsx")["Số liệu"].iter_rows(values_only=True))
    at = lines[0].index("Giá trị")
    assert [float(line[at]) for line in lines[1:]] == [float(row[at]) for row in cells[1:]]


def test_one_bad_file_does_not_stop_the_others(folder, capsys):
    assert main(["read", "--format", "json", "."]) == Exit.UNREAD
    captured = capsys.readouterr()
    found = documents(captured.out)
    assert [item["path"] for item in found] == ["./dung.txt", "./hong.docx", "./sai.txt"]
    assert found[1]["error"]
    assert captured.err.startswith("./hong.docx: ")
    assert captured.err.count("\n") == 1


def test_check_tells_the_error_and_ends_with_status_one(folder, capsys):
    assert main(["check", "sai.txt", "dung.txt"]) == Exit.PROBLEMS
    out = capsys.readouterr().out
    assert "37,6" in out
    assert "dung.txt: không thấy vấn đề" in out


def test_check_of_a_right_report_ends_with_status_zero(folder, capsys):
    assert main(["check", "dung.txt"]) == Exit.FINE
    capsys.readouterr()


def test_check_says_when_files_could_not_be_read(folder, capsys):
    assert main(["check", "dung.txt", "hong.docx"]) == Exit.UNREAD
    assert main(["check", "sai.txt", "hong.docx"]) == Exit.PROBLEMS
    capsys.readouterr()


def test_check_writes_json_with_the_place_of_each_problem(folder, capsys):
    assert main(["check", "--format", "json", "sai.txt", "hong.docx"]) == Exit.PROBLEMS
    wrong, unread = documents(capsys.readouterr().out)
    assert set(wrong) == {"path", "problems"}
    assert "37,6%" in WRONG[wrong["problems"][0]["start"] : wrong["problems"][0]["end"]]
    assert set(unread) == {"path", "error", "error_en"}


def test_comments_go_into_word_or_a_page(folder, capsys):
    assert main(["check", "sai.txt", "--comments", "g.docx"]) == Exit.PROBLEMS
    assert ["37,6" in comment.text for comment in docx.Document("g.docx").comments] == [True]
    assert main(["check", "sai.txt", "dung.txt", "--comments", "g.html"]) == Exit.PROBLEMS
    assert "37,6" in (folder / "g.html").read_text("utf-8")
    capsys.readouterr()


def test_comments_of_several_documents_go_into_a_folder(folder, capsys):
    (folder / "x").mkdir()
    (folder / "x/sai.md").write_text(WRONG, "utf-8")
    assert main(["check", ".", "--comments", "ra/"]) == Exit.PROBLEMS
    assert sorted(file.name for file in (folder / "ra").iterdir()) == ["dung.docx", "sai-2.docx", "sai.docx"]
    capsys.readouterr()


def test_comments_of_what_could_not_be_read_are_not_written(folder, capsys):
    assert main(["check", "hong.docx", "--comments", "g.docx"]) == Exit.UNREAD
    assert not (folder / "g.docx").exists()
    assert "Đã ghi" not in capsys.readouterr().err


def test_comments_never_go_over_the_document_itself(folder, capsys):
    docx.Document().save("a.docx")
    assert main(["check", "a.docx", "--comments", "."]) == Exit.USAGE
    assert "là tệp đang đọc" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_one_sentence(folder, capsys):
    assert main(["check", "dung.txt", "--comments", "sai.txt/ra/"]) == Exit.UNWRITTEN
    assert "Không tạo được thư mục" in capsys.readouterr().err


def test_the_language_is_that_of_the_option(folder, capsys):
    assert main(["check", "sai.txt", "--lang", "en"]) == Exit.PROBLEMS
    assert "Error: " in capsys.readouterr().out
    assert main(["--lang", "en", "read", "khong-co.txt"]) == Exit.UNREAD
    assert "There is no such file" in capsys.readouterr().err


def test_several_processes_give_the_same_bytes_as_one(folder, capsys):
    names = [f"b{n}.txt" for n in range(7)]
    for n, name in enumerate(names):
        (folder / name).write_text(WRONG if n % 2 else RIGHT, "utf-8")
    results = []
    for jobs in ("1", "2"):
        assert main(["read", "--format", "json", "--jobs", jobs, *names]) == Exit.FINE
        results.append(capsys.readouterr().out)
    assert results[0] == results[1]


def test_a_fault_of_the_program_is_one_sentence_and_the_others_are_done(folder, capsys, monkeypatch):
    real = work._judge

    def faulty(reading):
        if reading.document.path == "sai.txt":
            raise ZeroDivisionError("x")
        return real(reading)

    monkeypatch.setattr(work, "_judge", faulty)
    assert main(["read", "--format", "json", "sai.txt", "dung.txt", "--jobs", "1"]) == Exit.UNREAD
    captured = capsys.readouterr()
    assert "lỗi của chương trình (ZeroDivisionError: x)" in captured.err
    assert len(documents(captured.out)[1]["measurements"]) > 0


def test_an_audit_that_fails_on_one_document_still_checks_the_others(folder, capsys, monkeypatch):
    real = tiendo.verify.audit

    def faulty(readings, judgements):
        if any(reading.document.path == "dung.txt" for reading in readings):
            raise KeyError("x")
        return real(readings, judgements)

    monkeypatch.setattr(tiendo.verify, "audit", faulty)
    assert main(["check", "--format", "json", "sai.txt", "dung.txt"]) == Exit.PROBLEMS
    captured = capsys.readouterr()
    wrong, unread = documents(captured.out)
    assert wrong["problems"]
    assert "KeyError" in unread["error"]
    assert captured.err.count("KeyError") == 1
    assert main(["read", "dung.txt", "-o", "a.html"]) == Exit.UNREAD


def test_a_check_judges_every_claim_once(folder, capsys, monkeypatch):
    def never(_claim):
        raise AssertionError("judged again")

    monkeypatch.setattr(sys.modules["tiendo.verify.audit"], "judge", never)
    assert main(["check", "--format", "json", "sai.txt", "--jobs", "1"]) == Exit.PROBLEMS
    (wrong,) = documents(capsys.readouterr().out)
    assert wrong["problems"]


def test_stopping_is_told_and_writes_nothing(folder, capsys, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "run_all", stop)
    assert main(["read", "dung.txt", "-o", "a.json"]) == Exit.INTERRUPTED
    assert capsys.readouterr().err == "Đã dừng theo yêu cầu.\n"
    assert sorted(file.name for file in folder.iterdir()) == ["dung.txt", "hong.docx", "sai.txt"]


def test_the_keyboard_is_no_document(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert main(["read", "-"]) == Exit.USAGE
    assert "Đầu vào chuẩn là bàn phím" in capsys.readouterr().err


def run(*arguments, **options):
    command = [sys.executable, "-m", "tiendo.cli", *arguments]
    return subprocess.run(command, capture_output=True, timeout=120, check=False, **options)


def test_standard_input_is_a_document(folder):
    done = run("read", "-", "--media", "txt", "--format", "json", input=RIGHT.encode())
    (document,) = documents(done.stdout)
    assert (done.returncode, document["path"]) == (0, "-")
    assert document["measurements"]


@pytest.mark.parametrize("form", ["json", "table", "csv"])
def test_a_reader_that_goes_away_is_no_disaster(folder, form):
    (folder / "dai.txt").write_text(RIGHT * 3000, "utf-8")
    command = [sys.executable, "-m", "tiendo.cli", "read", "--format", form, "dai.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == Exit.BROKEN_PIPE

# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import subprocess
import sys

import pytest

from tiendo import __version__
from tiendo.cli import main
from tiendo.cli.exits import Exit


def test_help_names_the_commands_in_the_language_asked_for(capsys):
    assert main(["--help"]) == Exit.FINE
    assert "Đọc báo cáo" in capsys.readouterr().out
    assert main(["--lang", "en", "--help"]) == Exit.FINE
    assert "Read Vietnamese reports" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["read", "check", "doctor"])
def test_every_option_is_explained_in_both_languages(capsys, monkeypatch, command):
    assert main([command, "--help"]) == Exit.FINE
    vietnamese = capsys.readouterr().out
    monkeypatch.setenv("TIENDO_LANG", "en")
    assert main([command, "--help"]) == Exit.FINE
    english = capsys.readouterr().out
    assert "Ngôn ngữ của nhãn" in vietnamese
    assert "Options:" not in vietnamese
    assert "Show this message" not in vietnamese
    assert "Language of labels" in english
    assert "Ngôn ngữ" not in english


def test_the_version_is_printed(capsys):
    assert main(["--version"]) == Exit.FINE
    assert capsys.readouterr().out == f"tiendo {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read"], "Thiếu FILE"),
        (["read", "--foo", "a"], "Không có tùy chọn --foo"),
        (["read", "--format", "pdf", "a"], "Giá trị của --format không hợp lệ; chọn một trong: table, json"),
        (["read", "a", "--jobs", "0"], "Giá trị của --jobs không hợp lệ"),
        (["doc"], "Không hiểu lệnh"),
        (["read", "a.txt", "-o", "b.pptx"], "Không rõ dạng kết quả từ đuôi .pptx"),
        (["check", "a.txt", "b.txt", "--comments", "c.docx"], "--comments nhận tệp .docx hoặc .html"),
        (["check", "a.txt", "--comments", "c.pdf"], "--comments nhận tệp"),
    ],
)
def test_a_wrong_command_is_one_sentence_and_status_two(capsys, arguments, said):
    assert main(arguments) == Exit.USAGE
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_wrong_commands_are_explained_in_english_too(capsys):
    assert main(["read", "--lang", "en", "--foo"]) == Exit.USAGE
    assert "No such option: --foo" in capsys.readouterr().err


def test_a_folder_without_documents_is_a_wrong_command(capsys, tmp_path):
    assert main(["read", str(tmp_path)]) == Exit.USAGE
    assert "Không thấy văn bản nào" in capsys.readouterr().err


def test_the_result_is_never_written_over_what_is_read(capsys, tmp_path):
    file = tmp_path / "a.html"
    file.write_text("x")
    assert main(["read", str(file), "-o", str(file)]) == Exit.USAGE
    assert "là tệp đang đọc" in capsys.readouterr().err
    assert file.read_text() == "x"


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from tiendo.cli import main; main(['--help']); "
        "heavy = {'rich', 'docx', 'openpyxl', 'lxml', 'xlsxwriter', 'pdfplumber', 'trafilatura', 'regex', "
        "'multiprocessing', 'tiendo.read', 'tiendo.verify'}; print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"

# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import os
import stat

import pytest

from tiendo.cli.exits import OutputError
from tiendo.cli.output import open_output, open_text, write_text
from tiendo.render.lang import Lang


def pieces_that_fail():
    yield "một nửa"
    raise RuntimeError("stop")


def test_a_file_appears_when_it_is_whole(tmp_path):
    write_text(["Thu ", "26,7"], str(tmp_path / "a.json"), Lang.VI)
    assert (tmp_path / "a.json").read_text("utf-8") == "Thu 26,7"
    assert os.listdir(tmp_path) == ["a.json"]


def test_what_was_there_stays_when_writing_fails(tmp_path):
    target = tmp_path / "a.json"
    target.write_text("cũ", "utf-8")
    with pytest.raises(RuntimeError):
        write_text(pieces_that_fail(), str(target), Lang.VI)
    assert target.read_text("utf-8") == "cũ"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_new_file_has_the_rights_of_any_new_file_and_an_old_one_keeps_its_own(tmp_path):
    plain, new, old = tmp_path / "plain", tmp_path / "new", tmp_path / "old"
    plain.write_text("x")
    old.write_text("x")
    old.chmod(0o640)
    for target in (new, old):
        write_text(["x"], str(target), Lang.VI)
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    (tmp_path / "real").write_text("x")
    (tmp_path / "link").symlink_to("real")
    write_text(["mới"], str(tmp_path / "link"), Lang.VI)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text("utf-8") == "mới"


def test_a_device_is_written_to_and_never_replaced():
    write_text(["x"], os.devnull, Lang.VI)
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.parametrize(
    ("name", "said"),
    [("khong-co/a.json", "Không có thư mục"), (".", "là một thư mục")],
)
def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path, name, said):
    with pytest.raises(OutputError, match=said):
        write_text(["x"], str(tmp_path / name), Lang.VI)


def test_standard_output_is_written_as_utf8(capfdbinary):
    with open_output(None, Lang.VI) as file:
        file.write("Số".encode())
    assert capfdbinary.readouterr().out == "Số".encode()


def test_text_in_a_file_has_one_kind_of_line_end(tmp_path):
    with open_text(str(tmp_path / "a.txt"), Lang.VI) as text:
        text.write("a\nb\ud800\n")
    assert (tmp_path / "a.txt").read_bytes() == b"a\nb?\n"

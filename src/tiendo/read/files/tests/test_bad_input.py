# SPDX-License-Identifier: Apache-2.0
"""What is no report, or too much of one: one clear sentence each, before memory is spent."""

from __future__ import annotations

import codecs
import io
import struct
import zipfile
from pathlib import Path

import pytest

from tiendo.read.files import UnreadableFile, errors, limits, open_document
from tiendo.read.files.tests.printing import Sheet, print_pdf
from tiendo.read.files.tests.sheets import MAIN, make_xlsx, pack
from tiendo.read.files.tests.wording import make_docx, p

SAMPLES = Path(__file__).parent / "samples"
DOCX = make_docx(p("Thu 5.208 tỷ đồng."))
XLSX = make_xlsx("<row><c><v>5</v></c></row>")
PDF = print_pdf(Sheet().say(70, 100, "Thu ngân sách 5.208 tỷ đồng."))
OLE = codecs.decode("d0cf11e0a1b11ae1", "hex") + bytes(600)


def refusal(name: str, data: bytes | None = None) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        open_document(name, data=data)
    error = caught.value
    assert error.message[0].isupper()
    assert error.message.endswith(".")
    assert error.message_en.endswith(".")
    assert "{" not in error.message + error.message_en
    assert str(error) == error.message
    return error


def test_every_fault_has_its_own_code_and_says_what_to_do():
    faults = [value for value in vars(errors).values() if isinstance(value, errors.Fault)]
    assert len({fault.code for fault in faults}) == len(faults)
    assert all("; hãy " in fault.message or ", hãy " in fault.message for fault in faults)
    assert all(fault.message_en.count(";") >= 1 or fault is errors.BOMB for fault in faults)


@pytest.mark.parametrize("data", [b"", b"\r\n \t", b"\0" * 100])
@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf", "a.xlsx", "a"])
def test_an_empty_file_says_so(name, data):
    assert refusal(name, data).code == errors.EMPTY.code


def test_what_is_no_file_says_so(tmp_path):
    assert refusal(str(tmp_path)).code == errors.NOT_A_FILE.code
    assert refusal(str(tmp_path / "x.docx")).code == errors.NOT_FOUND.code
    assert refusal("a\0.txt").code == errors.NOT_ALLOWED.code


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf", "a.xlsx", "a.html", "a"])
def test_200_megabytes_are_refused_unread(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.write({"a.docx": b"PK\x03\x04", "a.pdf": b"%PDF-1.7", "a.xlsx": b"PK\x03\x04"}.get(name, b"Thu"))
        file.truncate(200 * limits.MIB)
    assert refusal(str(path)).code == errors.TOO_LARGE.code


def test_a_stream_that_grows_is_cut_off(monkeypatch):
    monkeypatch.setattr(limits, "MAX_TEXT_BYTES", 10)
    assert open_document("-", data=b"0123456789").text == "0123456789"
    with pytest.raises(UnreadableFile):
        open_document("-", data=b"0123456789a")


# Wrong and unreadable kinds ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("a.docx", PDF, "pdf"),
        ("a.pdf", DOCX, "docx"),
        ("a.xls", XLSX, "xlsx"),
        ("a.txt", DOCX, "docx"),
        ("a.doc", DOCX, "docx"),
        ("a.xls", b"<html><body><table><tr><th>A<th>B<tr><td>x<td>5</table></body></html>", "html"),
        ("a.docx", "Thu 5.208 tỷ đồng.".encode(), "txt"),
        ("a.csv", b"Thu;5.208", "txt"),
        ("-", PDF, "pdf"),
    ],
)
def test_the_content_decides_what_a_file_is(name, data, media):
    document = open_document(name, data=data)
    assert document.media == media
    is_named_otherwise = Path(name).suffix in (".docx", ".pdf", ".txt", ".xls")
    assert len(document.notes) == is_named_otherwise
    if is_named_otherwise:
        assert f"được đọc như {media}" in document.notes[0]


def test_the_kind_of_a_stream_may_be_told():
    assert open_document("-", data=b"<p>Thu 5</p>", media="html").text == "Thu 5\n"
    assert open_document("-", data=b"# Thu", media=".md").blocks[0].kind.value == "heading"
    assert open_document("-", data=b"<p>Thu 5</p>").media == "txt"


def ole(stream: str) -> bytes:
    return OLE + (stream + "\0").encode("utf-16-le") + bytes(600)


def other_zip(name: str, content: bytes = b"x") -> bytes:
    return pack({name: content})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ole("WordDocument"), "lưu thành .docx"),
        (ole("PowerPoint Document"), "lưu thành .pdf hoặc .docx"),
        (ole("EncryptedPackage"), "gỡ mật khẩu"),
        (ole("Khác"), "bị hỏng"),
        (rb"{\rtf1 Thu 5}", "lưu thành .docx"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "lưu ảnh thành PDF"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "lưu ảnh thành PDF"),
        (b"Rar!\x1a\x07" + bytes(50), "giải nén"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "giải nén"),
        (b"\x1f\x8b\x08" + bytes(50), "giải nén"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "lưu thành .docx"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "lưu thành .xlsx"),
        (other_zip("báo cáo.txt"), "giải nén"),
        (other_zip("ppt/presentation.xml"), "lưu thành .pdf"),
        (other_zip("xl/workbook.bin"), "lưu thành .xlsx"),
        (other_zip("mimetype", b"application/vnd.oasis.opendocument.text"), "lưu thành .docx"),
        ((SAMPLES / "locked.pdf").read_bytes(), "gỡ mật khẩu"),
    ],
)
def test_a_known_kind_that_is_not_read_gets_advice(data, words):
    for name in ("a.docx", "a.txt", "a"):
        assert words in refusal(name, data).message


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.xlsx", "a.xls", "a.ods", "a"])
@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x80\x81\xfe\xff" * 40, bytes(range(1, 32)) * 10])
def test_binary_noise_is_no_text(name, data):
    assert refusal(name, data).code in (errors.BINARY.code, errors.DAMAGED.code)


# Damage --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "whole"), [("a.docx", DOCX), ("a.xlsx", XLSX), ("a.ods", (SAMPLES / "workbook.ods").read_bytes())]
)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_container_says_so(name, whole, share):
    assert refusal(name, whole[: int(len(whole) * share)]).code == errors.DAMAGED.code


def test_a_truncated_old_workbook_says_so():
    data = (SAMPLES / "workbook.xls").read_bytes()
    for size in (600, 2000, len(data) // 2):
        assert refusal("a.xls", data[:size]).code == errors.DAMAGED.code


@pytest.mark.parametrize("size", [10, 100, 400])
def test_a_truncated_pdf_says_so(size):
    assert refusal("a.pdf", PDF[:size]).code == errors.DAMAGED.code


@pytest.mark.parametrize(
    "body",
    [
        b"<w:document",
        b"",
        b"\0\0",
        b"<a/>",
        b"<?xml version='1.0' encoding='utf-99'?><a/>",
        "<a>ê</a>".encode("latin-1"),
    ],
)
def test_a_broken_part_says_so(body):
    assert refusal("a.docx", pack({"word/document.xml": body})).code == errors.DAMAGED.code


# Bombs ---------------------------------------------------------------------------------------------------------------


def test_a_part_that_unpacks_too_far_is_refused_unopened():
    zeros = b"<w:document>" + b" " * (20 * limits.MIB)
    assert refusal("a.docx", pack({"word/document.xml": zeros})).code == errors.BOMB.code
    assert (
        refusal("a.xlsx", pack({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": zeros})).code
        == errors.BOMB.code
    )


def test_too_many_parts_are_refused():
    files = {f"word/{i}.xml": b"" for i in range(limits.MAX_PARTS + 1)}
    assert refusal("a.docx", pack(files)).code == errors.BOMB.code


def test_parts_that_are_together_too_large_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_UNPACKED_BYTES", 1000)
    assert refusal("a.docx", make_docx(p("x" * 2000))).code == errors.BOMB.code


def test_a_size_that_is_a_lie_is_found_while_reading(monkeypatch):
    data = bytearray(make_docx(p("x" * 5000)))
    monkeypatch.setattr(limits, "MAX_TREE_BYTES", 4000)
    at = data.rindex(b"word/document.xml") - 46
    struct.pack_into("<I", data, at + 24, 10)  # the directory now says ten bytes
    assert refusal("a.docx", bytes(data)).code in (errors.BOMB.code, errors.DAMAGED.code)


def test_an_encrypted_part_asks_for_the_password_to_be_removed():
    data = bytearray(DOCX)
    for sign, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.index(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 1)
    assert refusal("a.docx", bytes(data)).code == errors.LOCKED.code


TABLE = (
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


def test_entities_are_refused_in_trees_and_in_streams():
    body = (
        f'{LAUGHS}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&c;</w:document>'
    )
    assert refusal("a.docx", pack({"word/document.xml": body})).code == errors.ENTITIES.code
    files = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    table = (
        '<t:table xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><t:table-row>&c;</t:table-row></t:table>'
    )
    assert refusal("a.ods", pack(files | {"content.xml": LAUGHS + table})).code == errors.ENTITIES.code
    sheet = f'{LAUGHS}<worksheet xmlns="{MAIN}"><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>'
    with zipfile.ZipFile(io.BytesIO(XLSX)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert refusal("a.xlsx", pack(parts | {"xl/worksheets/sheet1.xml": sheet})).code == errors.ENTITIES.code


def test_no_part_reads_another_file(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("BÍ MẬT")
    entity = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    body = (
        f'{entity}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&a;</w:document>'
    )
    assert refusal("a.docx", pack({"word/document.xml": body})).code == errors.ENTITIES.code
    page = f"{entity}<html><body><p>&a; thu 5</p></body></html>"
    assert "BÍ MẬT" not in open_document("a.html", data=page.encode()).text


def test_repeated_cells_do_not_fill_memory():
    files = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    cell = '<t:table-cell t:number-columns-repeated="16384" o:value-type="float" o:value="5"/>'
    content = f'<x {TABLE}><t:table><t:table-row t:number-rows-repeated="1048576">{cell}</t:table-row></t:table></x>'
    assert refusal("a.ods", pack(files | {"content.xml": content})).code == errors.TOO_MANY_CELLS.code


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELLS", 20)
    rows = "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c><c r="F{r}"><v>2</v></c></row>' for r in range(1, 30))
    assert refusal("a.xlsx", make_xlsx(rows)).code == errors.TOO_MANY_CELLS.code
    page = "<table>" + "<tr><td>a<td>1" * 30 + "</table>"
    assert refusal("a.html", f"<html><body>{page}</body></html>".encode()).code == errors.TOO_MANY_CELLS.code


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_PAGES", 2)
    assert refusal("a.pdf", print_pdf(*[Sheet().say(70, 100, "x")] * 3)).code == errors.TOO_MANY_PAGES.code


def test_tables_nested_without_end_are_bounded():
    body = "<w:tbl><w:tr><w:tc>" * 3000 + p("5") + "</w:tc></w:tr></w:tbl>" * 3000
    assert refusal("a.docx", make_docx(body)).code in (errors.DAMAGED.code, errors.NOTHING_READ.code)

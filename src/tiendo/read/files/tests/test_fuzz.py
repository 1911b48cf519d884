# SPDX-License-Identifier: Apache-2.0
"""Whatever the bytes are: a document or one clear sentence, and the same one each time."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiendo.read.files import UnreadableFile, open_document, supported_suffixes
from tiendo.read.files.pdf import scan
from tiendo.read.files.tests.printing import Sheet, print_pdf
from tiendo.read.files.tests.sheets import make_xlsx
from tiendo.read.files.tests.wording import make_docx, p, tbl, tr

SAMPLES = Path(__file__).parent / "samples"
WHOLE = {
    ".docx": make_docx(p("Thu 5.208 tỷ đồng."), tbl(tr("a", "1"), tr("b", "2"))),
    ".xlsx": make_xlsx('<row><c t="s"><v>0</v></c><c><v>5</v></c></row>', strings="<si><t>Thu</t></si>"),
    ".ods": (SAMPLES / "workbook.ods").read_bytes(),
    ".xls": (SAMPLES / "workbook.xls").read_bytes(),
    ".pdf": print_pdf(Sheet().say(70, 100, "Thu ngân sách").table([70, 99, 150], [200, 220, 240], [["a", "1"]])),
    ".html": b"<html><body><h1>Thu</h1><p>5 t\xe1\xbb\xb7</p><table><tr><th>a<th>b<tr><td rowspan=2>1<td>2</table>",
    ".txt": "Thu ngân sách đạt 5.208 tỷ đồng.\r\n".encode(),
}
#: No deadline: a laptop that sleeps must not fail a law. No recognition: it is another program.
QUIETLY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def outcome(name: str, data: bytes):
    """What comes of a file, in a form that can be compared."""
    try:
        document = open_document(name, data=data)
    except UnreadableFile as error:
        return error.code, error.message
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
    for table in document.tables:
        assert 0 <= table.position <= len(document.text)
        assert len({len(row) for row in table.rows}) <= 1
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row):
                assert cell.origin <= (r, c)
    return document


@QUIETLY
@given(st.binary(max_size=400), st.sampled_from(supported_suffixes()))
def test_random_bytes_give_a_document_or_a_sentence(data, suffix):
    assert outcome("a" + suffix, data) == outcome("a" + suffix, data)


@QUIETLY
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_damaged_files_give_a_document_or_a_sentence(suffix, draw):
    data = bytearray(WHOLE[suffix])
    for _ in range(draw.draw(st.integers(1, 8))):
        at = draw.draw(st.integers(0, len(data) - 1))
        data[at] = draw.draw(st.integers(0, 255))
    end = draw.draw(st.integers(1, len(data)) | st.just(len(data)))
    available, scan.is_available = scan.is_available, lambda: False
    try:
        assert outcome("a" + suffix, bytes(data[:end])) == outcome("a" + suffix, bytes(data[:end]))
    finally:
        scan.is_available = available


@QUIETLY
@given(st.text(max_size=300))
def test_any_text_in_utf_8_is_read_as_it_is(text):
    data = text.encode("utf-8", "surrogatepass")
    result = outcome("a.txt", data)
    if not isinstance(result, tuple) and result.encoding == "utf-8" and not result.notes:
        assert result.text == text
        covered = "".join(result.text[b.start : b.end] for b in result.blocks)
        assert "".join(covered.split()) == "".join(text.replace("\ufeff", "").split()) or "\ufeff" in text

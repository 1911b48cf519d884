# SPDX-License-Identifier: Apache-2.0
"""What must hold for any bytes, one function for each door of the reader; each fails by raising.

Not here: who makes the bytes (``__main__`` with atheris, ``test_targets`` with hypothesis).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.fuzz.pieces import PIECES
from tiendo.kernel.document import Document
from tiendo.kernel.findings import Reading, Span
from tiendo.kernel.numbers import NumberError, format_number, parse_number
from tiendo.kernel.period import PeriodError
from tiendo.kernel.period_codes import format_sdmx, format_short, parse_sdmx, parse_short
from tiendo.kernel.period_words import format_period, parse_period
from tiendo.read import read_document
from tiendo.read.files import UnreadableFile, open_document
from tiendo.read.files.tests.sheets import make_xlsx, pack
from tiendo.read.files.tests.wording import make_docx

Target = Callable[[bytes], None]
_FEW = 16  # pieces that are repeated
_LONG = 20_000  # characters of such a text


def text(data: bytes) -> None:
    """Any text is read, and what is found stands where it is said to stand."""
    _read(data.decode("utf-8", "replace"))


def phrases(data: bytes) -> None:
    """The same for a text put together from the pieces of reports."""
    _read("".join(PIECES[byte % len(PIECES)] for byte in data))


def repeated(data: bytes) -> None:
    """A few pieces over and over: what is not linear, or a pattern that backtracks, shows in the time it takes."""
    few = "".join(PIECES[byte % len(PIECES)] for byte in data[:_FEW]) or " "
    _read(few * (_LONG // len(few) + 1))


def _read(content: str) -> None:
    document = Document(path="a.txt", media="txt", text=content, blocks=())
    reading = read_document(document)
    _check_places(reading)


def _check_places(reading: Reading) -> None:
    content = reading.document.text
    for measurement in reading.measurements:
        if measurement.span is not None:
            assert measurement.quote == content[measurement.span.start : measurement.span.end]
    for found in (*reading.directives, *reading.people):
        assert 0 <= found.span.start < found.span.end <= len(content)
    for citation in reading.citations:
        assert citation.number == content[citation.span.start : citation.span.end]
    for claim in reading.claims:
        assert claim.operands
        for span in (claim.span, *(operand.span for operand in claim.operands)):
            assert span is None or _lies_in(span, content)


def _lies_in(span: Span, content: str) -> bool:
    return 0 <= span.start <= span.end <= len(content)


def _open(name: str, data: bytes) -> None:
    """A document that can be read, or one sentence for the person."""
    with suppress(UnreadableFile):
        _check(open_document(name, data=data))


def _check(document: Document) -> None:
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
    for table in document.tables:
        assert len({len(row) for row in table.rows}) <= 1
    _check_places(read_document(document))


def anything(data: bytes) -> None:
    """Bytes without a name: the content alone decides what they are."""
    _open("a", data)


def html(data: bytes) -> None:
    """A web page."""
    _open("a.html", data)


def pdf(data: bytes) -> None:
    """What follows the mark of a PDF."""
    _open("a.pdf", b"%PDF-1.7\n" + data)


def xls(data: bytes) -> None:
    """An old workbook."""
    _open("a.xls", data)


def docx(data: bytes) -> None:
    """The body of a Word file: a random container would only test the container."""
    _open("a.docx", make_docx(data.decode("utf-8", "ignore")))


def xlsx(data: bytes) -> None:
    """The rows of a sheet."""
    _open("a.xlsx", make_xlsx(data.decode("utf-8", "ignore")))


def ods(data: bytes) -> None:
    """The content of an OpenDocument sheet."""
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": data}
    _open("a.ods", pack(parts))


def numbers(data: bytes) -> None:
    """A number that is read and written is read as the same one."""
    with suppress(NumberError):
        number = parse_number(data.decode("utf-8", "replace"))
        assert parse_number(format_number(number.value)).value == number.value
        assert number.step > 0


def periods(data: bytes) -> None:
    """A period that is read and written, in words or as a code, is read as the same one."""
    content = data.decode("utf-8", "replace")
    for parse, write in ((parse_period, format_period), (parse_sdmx, format_sdmx), (parse_short, format_short)):
        with suppress(PeriodError):
            period = parse(content)
            try:
                written = write(period)
            except PeriodError:
                continue  # not every period has every code
            assert parse(written) == period


#: By the name that ``make fuzz`` and the folders of found inputs use.
TARGETS: dict[str, Target] = {
    target.__name__: target
    for target in (text, phrases, repeated, anything, html, pdf, xls, docx, xlsx, ods, numbers, periods)
}

_SAMPLES = Path(__file__).parents[2] / "src/tiendo/read/files/tests/samples"
_BODY = '<w:p><w:r><w:t xml:space="preserve">Thu 5.208 tỷ đồng.</w:t></w:r></w:p>'
#: Inputs from which a fuzzer may set out.
SEEDS: dict[str, tuple[bytes, ...]] = {
    "text": ("Thu ngân sách 9 tháng năm 2024 đạt 5.208 tỷ đồng, bằng 75% dự toán.\n".encode(),),
    "phrases": (bytes(range(64)), bytes(range(64, 128)), bytes(range(128, 256))),
    "repeated": (bytes([20, 62, 1, 30, 70, 4]), bytes([97, 98, 1, 5])),
    "anything": (b"\xff\xfeT\x00h\x00u\x00", b"Thu 5%", b"PK\x03\x04"),
    "html": (b"<html><body><h1>Thu</h1><p>5%</p><table><tr><th>a<th>b<tr><td rowspan=2>1<td>2</table>",),
    "pdf": (b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>",),
    "xls": ((_SAMPLES / "workbook.xls").read_bytes(),),
    "docx": (_BODY.encode(), f"<w:tbl><w:tr><w:tc>{_BODY}</w:tc><w:tc>{_BODY}</w:tc></w:tr></w:tbl>".encode()),
    "xlsx": (b'<row r="1"><c r="B1" t="inlineStr"><is><t>Thu</t></is></c><c><v>5.25</v></c></row>',),
    "ods": (
        b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        b' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        b'<table:table table:name="a"><table:table-row table:number-rows-repeated="2"><table:table-cell'
        b' table:number-columns-repeated="2"><text:p>5</text:p></table:table-cell></table:table-row></table:table>'
        b"</office:spreadsheet></office:body></office:document-content>",
    ),
    "numbers": (b"1.390,9", b"-1,234.5", b"1 234 567"),
    "periods": ("quý I năm 2024".encode(), b"2024-Q1", "từ tháng 3 đến tháng 9/2024".encode(), b"2024-01/P9M"),
}  # fmt: skip

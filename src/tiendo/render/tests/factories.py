# SPDX-License-Identifier: Apache-2.0
"""A small invented report for the tests of renderers: text, a table, every kind of finding, two problems."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tiendo.kernel.document import Block, BlockKind, Cell, Document, Table
from tiendo.kernel.findings import (
    CellRef,
    Citation,
    Claim,
    ClaimType,
    Directive,
    DocumentFacts,
    Kind,
    Measurement,
    Operand,
    Person,
    RatioMode,
    Reading,
    Span,
)
from tiendo.kernel.problem import Problem, Severity
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.render.data import Checked, JudgedClaim

TITLE = "Báo cáo quý I của xã Suối Mơ"
FIRST = "Thu ngân sách đạt hơn 26,7 tỷ đồng, bằng 27,6% dự toán 100 tỷ đồng."
SECOND = "Xã có 15 chỉ tiêu: 2 vượt, 7 đạt, 5 đạt một phần. Bà Lê Thị Mơ, Chủ tịch xã, chủ trì."
THIRD = "Yêu cầu Phòng Kinh tế báo cáo trước ngày 30/4 theo Nghị quyết 12/NQ-HĐND."
TEXT = "\n".join((TITLE, FIRST, SECOND, THIRD))


def span_of(words: str, text: str = TEXT) -> Span:
    """Where the words stand, which they do once."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


def quantity(value: str, unit: str = "", qualifier: Qualifier = Qualifier.EXACT) -> Quantity:
    """A quantity with the step its digits show."""
    number = Decimal(value)
    return Quantity(number, unit, Decimal(1).scaleb(int(number.as_tuple().exponent)), qualifier)


def measurement(
    words: str, value: str, unit: str, subject: str, kind: Kind = Kind.ACTUAL, **more: object
) -> Measurement:
    """A figure of the running text."""
    qualifier = more.pop("qualifier", Qualifier.EXACT)
    found = quantity(value, unit, qualifier)
    return Measurement(found, words, subject, kind, span_of(words), rules=("number", "unit"), **more)


def blocks_of(text: str) -> tuple[Block, ...]:
    """A block for each line, the first a heading."""
    blocks, at = [], 0
    for i, line in enumerate(text.split("\n")):
        kind = BlockKind.PARAGRAPH if i else BlockKind.HEADING
        if line.strip():
            blocks.append(Block(at, at + len(line), kind, paragraph=i))
        at += len(line) + 1
    return tuple(blocks)


def table_of(*rows: tuple[str, ...], index: int = 0, position: int = len(TEXT), **more: object) -> Table:
    """A grid without merged areas."""
    grid = tuple(tuple(Cell(text, (r, c)) for c, text in enumerate(row)) for r, row in enumerate(rows))
    return Table(index, grid, position, **more)


TABLE = table_of(("Chỉ tiêu", "Kế hoạch", "Thực hiện"), ("Thu phí", "40", "31,5"), ("=1+1", "2", "-3"))
CELL = CellRef(0, 1, 2, "Thu phí", "Thực hiện")


def tally() -> JudgedClaim:
    """15 targets of which 14 are told."""
    parts = (("total", "15"), ("exceeded", "2"), ("met", "7"), ("partial", "5"))
    operands = tuple(Operand(role, quantity(value, "chỉ tiêu")) for role, value in parts)
    words = "15 chỉ tiêu: 2 vượt, 7 đạt, 5 đạt một phần"
    return JudgedClaim(Claim(ClaimType.TARGET_TALLY, operands, words, span_of(words)), True, {"remainder": Decimal(1)})


def ratio() -> JudgedClaim:
    """26,7 of 100 told as 27,6 per cent."""
    operands = (
        Operand("numerator", quantity("26.7", "tỷ đồng"), span_of("26,7 tỷ đồng")),
        Operand("denominator", quantity("100", "tỷ đồng"), span_of("100 tỷ đồng")),
        Operand("stated", quantity("27.6", "%"), span_of("27,6%")),
    )
    words = "26,7 tỷ đồng, bằng 27,6% dự toán 100 tỷ đồng"
    claim = Claim(ClaimType.RATIO, operands, words, span_of(words), mode=RatioMode.SHARE, rules=("ratio",))
    return JudgedClaim(claim, False, {"computed_pct": Decimal("26.7"), "stated_pct": Decimal("27.6")})


def problems() -> tuple[Problem, ...]:
    """A notice before an error, and one in a cell."""
    return (
        Problem("tally", Severity.NOTICE, tally().claim.quote, "2 + 7 + 5 = 14.", "It is 14.", tally().claim.span),
        Problem(
            "ratio",
            Severity.ERROR,
            "27,6%",
            "26,7/100 = 26,7 %, văn bản ghi 27,6 %.",
            "26.7/100 = 26.7%, the text says 27.6%.",
            span_of("27,6%"),
            related=(span_of("100 tỷ đồng"),),
        ),
        Problem("share", Severity.SUSPICIOUS, "Thu phí | Thực hiện", "Sai ô.", "Wrong cell.", cell=CELL),
    )


def report(path: str = "xa-suoi-mo.txt", media: str = "txt") -> Checked:
    """The report with everything in it."""
    document = Document(path, media, TEXT, blocks_of(TEXT), (TABLE,), notes=("Một ghi chú.",))
    facts = DocumentFacts(title=TITLE, locality="Xã Suối Mơ", dated_on=date(2026, 4, 2), period="2026-Q1")
    measurements = (
        measurement(
            "26,7 tỷ đồng",
            "26.7",
            "tỷ đồng",
            "thu ngân sách",
            qualifier=Qualifier.OVER,
            period="2026-Q1",
            confidence=0.9,
        ),
        measurement("27,6%", "27.6", "%", "thu ngân sách", Kind.SHARE_OF_PLAN, comparison="plan"),
        measurement("100 tỷ đồng", "100", "tỷ đồng", "dự toán", Kind.TARGET, period="2026"),
        measurement("15 chỉ tiêu", "15", "chỉ tiêu", "chỉ tiêu", Kind.TARGET),
        Measurement(quantity("31.5"), "31,5", "Thu phí", Kind.ACTUAL, cell=CELL, to_confirm=True),
    )
    words = "Yêu cầu Phòng Kinh tế báo cáo trước ngày 30/4 theo Nghị quyết 12/NQ-HĐND."
    directive = Directive(words, span_of(words), "Chủ tịch xã", "Phòng Kinh tế", "trước ngày 30/4", date(2026, 4, 30))
    reading = Reading(
        document,
        facts,
        measurements,
        (ratio().claim, tally().claim),
        (directive,),
        (Citation("12/NQ-HĐND", span_of("12/NQ-HĐND"), "nghị quyết"),),
        (Person("Lê Thị Mơ", "Chủ tịch xã", span_of("Lê Thị Mơ")),),
    )
    sentences = tuple(Span(block.start, block.end) for block in document.blocks)
    return Checked(reading, problems(), (ratio(), tally()), sentences)

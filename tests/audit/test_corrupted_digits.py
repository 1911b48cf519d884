# SPDX-License-Identifier: Apache-2.0
"""From text to problem: true sentences pass, a corrupted digit is reported whenever the printed precision allows it.

Sentences are made with true arithmetic, rounded or cut as offices do; then one digit is changed and the outcome is
computed anew by plain means. All places are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.kernel.document import Block, Document
from tiendo.kernel.numbers import format_number
from tiendo.kernel.problem import Problem, Severity
from tiendo.read import read_document
from tiendo.verify import audit

WAYS = st.sampled_from((ROUND_HALF_UP, ROUND_DOWN))
FEW = settings(max_examples=60, deadline=None)


def severe(text: str) -> list[Problem]:
    """The problems of a text that accuse."""
    document = Document("bao-cao.txt", "txt", text, (Block(0, len(text)),))
    [problems] = audit([read_document(document)])
    return [problem for problem in problems if problem.severity is not Severity.NOTICE]


@dataclass(frozen=True)
class Share:
    """n/m with its percentage."""

    numerator: int
    denominator: int
    places: int
    way: str

    @property
    def percentage(self) -> Decimal:
        exact = Decimal(self.numerator) / self.denominator * 100
        return exact.quantize(Decimal(1).scaleb(-self.places), rounding=self.way)

    def is_near(self, printed: Decimal) -> bool:
        """Whether an office could print this: rounded, cut, or within the leeway of official tables."""
        exact = Decimal(self.numerator) / self.denominator * 100
        place = Decimal(1).scaleb(-self.places)
        return abs(printed - exact) <= place + Decimal("0.02")


SHARES = st.builds(
    Share,
    numerator=st.integers(101, 8_999).filter(lambda n: n % 10),
    denominator=st.integers(9_001, 19_999).filter(lambda n: n % 10),
    places=st.integers(1, 2),
    way=WAYS,
)
SENTENCES = (
    "Phường Lộc Trì đã giải quyết {n}/{d} hồ sơ đúng hạn, đạt {p}%.",
    "Tỷ lệ hồ sơ trực tuyến của xã An Khê là {p}% ({n}/{d} hồ sơ).",
    "Xã An Khê tiếp nhận {d} hồ sơ, trong đó {n} hồ sơ trực tuyến (chiếm {p}%).",
    "Xã còn {n} hộ nghèo trên tổng số {d} hộ, chiếm {p}%.",
    "Thu ngân sách trên địa bàn đạt {n} triệu đồng, bằng {p}% dự toán năm ({d} triệu đồng).",
    "Thu ngân sách là {n} triệu đồng, đạt {p}% so với dự toán năm là {d} triệu đồng.",
    "Thu ngân sách đạt {n} triệu đồng/KH {d} triệu đồng, bằng {p}% kế hoạch.",
    "Kế hoạch vốn là {d} triệu đồng, đã giải ngân {n} triệu đồng, đạt {p}%.",
    "Xã có {d} hộ, trong đó hộ khá và giàu có {n} hộ, chiếm {p}% tổng số hộ.",
    "Tỷ lệ hộ dùng nước sạch đạt {p}%, tương đương {n}/{d} hộ.",
    "Đã giải ngân {n} triệu đồng trên tổng số {d} triệu đồng, đạt {p}%.",
)


def _write(sentence: str, share: Share, percentage: Decimal) -> str:
    return sentence.format(
        n=format_number(share.numerator),
        d=format_number(share.denominator),
        p=format_number(percentage, share.places),
    )


@FEW
@given(SHARES, st.sampled_from(SENTENCES))
def test_a_true_share_is_never_accused(share, sentence):
    assert severe(_write(sentence, share, share.percentage)) == []


@FEW
@given(SHARES, st.sampled_from(SENTENCES), st.integers(0, 3), st.integers(1, 9))
def test_a_wrong_digit_in_a_share_is_reported(share, sentence, at, by):
    digits = list(str(int(share.percentage.scaleb(share.places))))
    at %= len(digits)
    digits[at] = str((int(digits[at]) + by) % 10)
    corrupted = Decimal("".join(digits)).scaleb(-share.places)
    if share.is_near(corrupted):
        return
    [problem, *_] = severe(_write(sentence, share, corrupted))
    assert problem.rule in ("ratio", "thousandfold")
    assert format_number(corrupted, share.places) in problem.message or problem.rule == "thousandfold"


NOT_ROUND = st.integers(1_001, 9_999).filter(lambda n: n % 10)  # round figures have some leeway
PARTS = st.tuples(NOT_ROUND, NOT_ROUND)


@FEW
@given(PARTS)
def test_a_true_sum_is_never_accused(parts):
    one, other = map(format_number, parts)
    text = f"Xã tiếp nhận {format_number(sum(parts))} hồ sơ, gồm {one} hồ sơ trực tuyến và {other} hồ sơ trực tiếp."
    assert severe(text) == []


@FEW
@given(PARTS, st.integers(1, 900))
def test_parts_that_do_not_make_their_total_are_reported(parts, off):
    one, other = map(format_number, parts)
    total = sum(parts) + off
    if total % 100 == 0:
        return
    text = f"Xã tiếp nhận {format_number(total)} hồ sơ, gồm {one} hồ sơ trực tuyến và {other} hồ sơ trực tiếp."
    [problem] = severe(text)
    assert problem.rule == "sum"
    assert f"{one} + {other} = {format_number(sum(parts))}" in problem.message


@FEW
@given(st.integers(101, 999), st.integers(11, 99), st.integers(-9, 9))
def test_a_change_between_two_levels_is_reported_when_it_is_wrong(before, less, off):
    after, told = before - less, less + off
    if told <= 0 or not before % 10 or not after % 10:  # round levels have some leeway
        return
    text = f"Số hộ nghèo của xã giảm từ {before} hộ xuống còn {after} hộ, tức giảm {told} hộ."
    assert [problem.rule for problem in severe(text)] == (["difference"] if off else [])


@FEW
@given(st.integers(12, 40), st.integers(1, 40), st.integers(1, 40))
def test_targets_by_status_are_reported_when_there_are_too_many(total, met, nearly):
    text = f"Quận đã hoàn thành {met}/{total} chỉ tiêu năm; {nearly}/{total} chỉ tiêu hoàn thành trên 80%."
    rules = [problem.rule for problem in severe(text)]
    assert ("tally_above_total" in rules) == (met + nearly > total)


@FEW
@given(st.integers(201, 999), st.integers(101, 999), st.integers(-40, 40))
def test_a_change_with_both_levels_in_its_bracket_is_reported_when_it_is_wrong(now, then, off):
    change = now - then
    told = abs(change) + off
    if told <= 0 or not change or not now % 10 or not then % 10 or not abs(change) / 2 <= told <= abs(change) * 2:
        return
    verb = "tăng" if change > 0 else "giảm"
    text = f"Toàn xã xảy ra {now} vụ, so với cùng kỳ {verb} {told} vụ ({now}/{then} vụ)."
    assert [problem.rule for problem in severe(text)] == (["difference"] if off else [])


THREE = st.tuples(NOT_ROUND, NOT_ROUND, NOT_ROUND)
LISTS = (
    "Tổng nguồn vốn là {t} triệu đồng, gồm: vốn tỉnh {a} triệu đồng; vốn xã {b} triệu đồng; dân góp {c} triệu đồng.",
    "Tổng nguồn vốn là {t} triệu đồng, bao gồm:\n- Vốn tỉnh: {a} triệu đồng;\n- Vốn xã: {b} triệu đồng;\n"
    "- Dân góp: {c} triệu đồng.",
    "Thiệt hại {t} ha (Mỹ Đức {a} ha, An Khê {b} ha, Lộc Trì {c} ha).",
)


@FEW
@given(THREE, st.sampled_from(LISTS), st.one_of(st.just(0), st.integers(9, 900)))  # amounts are rounded
def test_a_list_of_three_is_reported_exactly_when_its_parts_do_not_make_the_total(parts, sentence, off):
    total = sum(parts) + off
    if total % 100 == 0:
        return
    a, b, c = map(format_number, parts)
    text = sentence.format(t=format_number(total), a=a, b=b, c=c)
    is_near = off <= total // 10  # a bracket that misses more may name some of the places only
    if off and not is_near and "(" in text:
        return
    assert [problem.rule for problem in severe(text)] == (["sum"] if off else [])


@FEW
@given(st.integers(1_001, 4_999), st.tuples(st.integers(101, 999), st.integers(101, 999), st.integers(101, 999)))
def test_of_three_shares_of_one_base_the_odd_one_out_is_reported(base, counts):
    shares = [(Decimal(count) / base * 100).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP) for count in counts]
    places = ("ở thôn Thượng", "ở thôn Trung", "ở thôn Hạ")

    def write(told: list[Decimal]) -> str:
        return "Hộ làm nghề có " + ", ".join(
            f"{count} hộ {place} ({format_number(share, 2)}%)"
            for count, place, share in zip(counts, places, told, strict=True)
        )

    assert severe(write(shares) + ".") == []
    wrong = [shares[0], shares[1], shares[2] + 5]
    assert [problem.rule for problem in severe(write(wrong) + ".")] == ["implied_base"]

# SPDX-License-Identifier: Apache-2.0
"""Builds the papers of the four districts from ``story``: resolution, reports, and the pack of targets.

Here: how the figures of a report follow from the story, and the words of a paper. Run as
``python -m sample.districts``; the same bytes come out every time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, Final

import yaml

from sample import office
from sample.story import FLOW, LEVEL, LOCALITIES, Locality, Report, Row

HERE: Final = Path(__file__).parent / "localities"
_HUNDRED: Final = Decimal(100)
_FILES: Final = {"Q1": "quy-1", "H1": "6-thang", "9M": "9-thang", "10M": "10-thang"}
_PERIODS: Final = {"Q1": "{}-Q1", "H1": "{}-S1", "9M": "{}-01-01/P9M"}
_WIDTHS_MM: Final = (10, 52, 20, 18, 18, 18, 15, 15)
_PLAN_WIDTHS_MM: Final = (12, 86, 30, 38)
_SIGNERS: Final = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(đã ký)")


def _round(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _print(value: Decimal, decimals: int) -> str:
    text = f"{_round(value, decimals):,f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def _at(row: Row, value: Decimal, period: str, latest: str) -> Decimal:
    """The value of a row at a report: the published one at its own, an invented share of it at the others."""
    profile = LEVEL if row.is_level else FLOW
    if period == latest or value == 0:
        return value
    share = profile[period] / profile[latest]
    if row.unit == "%" and row.is_level:  # a rate does not pass a hundred
        return min(_round(value * share, row.decimals), max(value, _HUNDRED))
    return _round(value * share, row.decimals)


def _number(plan: str) -> Decimal:
    return Decimal(plan.replace(".", "").replace(",", "."))


def _cells(number: int, row: Row, period: str, latest: str) -> tuple[str, ...]:
    now = _at(row, row.latest, period, latest)
    before = None if row.before is None else _at(row, row.before, period, latest)
    hedge = row.hedge if period == latest else ""
    plan = _number(row.plan)
    is_share = row.rule == "at_least" and row.unit != "%" and plan > 0 and not hedge
    grows = before and row.unit != "%" and not hedge
    return (
        str(number),
        row.name,
        row.unit,
        _PLANS.get(row.rule, "{}").format(row.plan),
        "" if before is None else _print(before, row.decimals),
        f"{hedge}{_print(now, row.decimals)}",
        _print(now / plan * _HUNDRED, 2) if is_share else "",
        _print(now / before * _HUNDRED, 2) if grows and before else "",
    )


_PLANS: Final = {"at_most": "≤ {}", "reduce_by_percent": "giảm {}%"}


def _rows(locality: Locality, period: str) -> Iterator[tuple[str | None, ...]]:
    number = 0
    for place, group in zip(("I", "II", "III", "IV", "V"), locality.groups, strict=False):
        yield (place, group.name.upper(), None, None, None, None, None, None)
        for row in group.rows:
            number += 1
            yield _cells(number, row, period, locality.latest)


def _dated(words: str) -> datetime:
    _, day, _, month, _, year = words.split()
    return datetime(int(year), int(month), int(day), tzinfo=UTC)


def build_report(locality: Locality, report: Report) -> bytes:
    """A report of a period, with the table of all targets."""
    document = office.new_paper()
    upper = locality.name.upper()
    office.letterhead(document, ("ỦY BAN NHÂN DÂN", upper), report.number, f"{locality.name}, {report.dated}")
    when = f"{report.words.removesuffix(' năm')} năm {locality.year}"
    office.title(document, "BÁO CÁO", f"Kết quả thực hiện chỉ tiêu {when}")
    heading = (True, f"I. KẾT QUẢ {when.upper()}")
    office.paragraphs(document, (heading, *((False, text) for text in report.paragraphs)))
    office.paragraphs(document, ((True, "II. BẢNG CHỈ TIÊU"),))
    year, words = locality.year, report.words.removesuffix(" đầu năm")
    header = (
        "STT",
        "Chỉ tiêu",
        "ĐVT",
        f"KH năm {year}",
        f"TH {words} năm {year - 1}",
        f"TH {words} năm {year}",
        "So KH (%)",
        "So cùng kỳ (%)",
    )
    office.ruled_table(document, header, _rows(locality, report.period), _WIDTHS_MM)
    recipients = (f"Thường trực Quận ủy, HĐND {locality.name};", "Các phòng, ban;", "Lưu: VT.")
    office.signature(document, recipients, *_SIGNERS)
    return office.finish(document, "Báo cáo mẫu (xem MANIFEST.md)", _dated(report.dated))


def build_resolution(locality: Locality) -> bytes:
    """The resolution that sets the targets of the year."""
    document = office.new_paper()
    place = f"{locality.name}, {locality.act_dated}"
    office.letterhead(document, ("HỘI ĐỒNG NHÂN DÂN", locality.name.upper()), locality.act, place)
    office.title(document, "NGHỊ QUYẾT", f"Về nhiệm vụ kinh tế - xã hội năm {locality.year}")
    count = sum(len(group.rows) for group in locality.groups)
    year = locality.year
    office.paragraphs(
        document,
        (
            (True, f"Điều 1. Chỉ tiêu chủ yếu năm {year}"),
            (False, f"Hội đồng nhân dân {locality.name} giao {count} chỉ tiêu chủ yếu năm {year} như bảng sau."),
        ),
    )
    header = ("STT", "Chỉ tiêu", "ĐVT", f"Kế hoạch năm {year}")
    rows = (row[:4] for row in _rows(locality, locality.latest))
    office.ruled_table(document, header, rows, _PLAN_WIDTHS_MM)
    return office.finish(document, "Nghị quyết mẫu (xem MANIFEST.md)", _dated(locality.act_dated))


def build_targets(locality: Locality) -> str:
    """The pack's file of targets, as YAML."""
    number = 0
    groups: list[dict[str, Any]] = []
    for group in locality.groups:
        targets = []
        for row in group.rows:
            number += 1
            line: dict[str, Any] = {"number": number, "name": row.name, "indicator": row.indicator, "rule": row.rule}
            if row.rule != "zero":
                line["plan"] = f"{row.plan} %" if row.unit == "%" or "percent" in row.rule else f"{row.plan} {row.unit}"
            line |= {"clause": f"Điều 1, mục {number}", "lead": row.lead, **dict(row.extra)}
            targets.append(line)
        groups.append({"name": group.name, "targets": targets})
    data = {
        "unit": locality.code,
        "on": locality.on,
        "year": locality.year,
        "assigner": f"Hội đồng nhân dân {locality.name[0].lower()}{locality.name[1:]}",  # as its paper is read
        "act": locality.act,
        "decided_on": locality.decided_on,
        **({"scheme": locality.scheme} if locality.scheme else {}),
        "groups": groups,
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)


def build_manifest(locality: Locality) -> str:
    """The pack's ``pack.yaml``."""
    data = {
        "kind": "targets",
        "code": f"mau-{locality.folder}",
        "title": f"Chỉ tiêu năm {locality.year} của {locality.name} (dữ liệu mẫu)",
        "title_en": f"Targets of {locality.year} (sample)",
        "files": ["targets.yaml"],
        "sources": [{"what": "xem MANIFEST.md", "origin": "sample/story/", "licence": "Apache-2.0"}],
        "notes": "Số nào là số đã công bố, số nào tự đặt: xem MANIFEST.md.",
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)


def build_story(locality: Locality) -> str:
    """What the demonstration does with the papers: which it accepts, and what the office decides."""
    rows = [row for group in locality.groups for row in group.rows]
    data = {
        "unit": locality.code,
        "on": locality.on,
        "year": locality.year,
        "period": _PERIODS[locality.latest].format(locality.year),
        "resolution": f"nghi-quyet-{locality.year}.docx",
        "accepted": [_paper(locality, report) for report in locality.reports if report.is_accepted],
        "waiting": [_paper(locality, report) for report in locality.reports if not report.is_accepted],
        "decisions": [
            {"number": str(number), "status": row.final[0], "reason": row.final[1]}
            for number, row in enumerate(rows, 1)
            if row.final is not None
        ],
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)


def _paper(locality: Locality, report: Report) -> str:
    return f"bao-cao-{_FILES[report.period]}-{locality.year}.docx"


def build(locality: Locality) -> dict[str, bytes]:
    """All files of a district by name."""
    files = {
        "pack.yaml": build_manifest(locality).encode(),
        "targets.yaml": build_targets(locality).encode(),
        "story.yaml": build_story(locality).encode(),
        f"nghi-quyet-{locality.year}.docx": build_resolution(locality),
    }
    for report in locality.reports:
        files[_paper(locality, report)] = build_report(locality, report)
    return files


def main() -> None:
    """Write all files below a folder, the sample's own by default."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for locality in LOCALITIES:
        for name, content in build(locality).items():
            path = folder / locality.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(path)


if __name__ == "__main__":
    main()

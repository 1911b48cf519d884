# SPDX-License-Identifier: Apache-2.0
"""Figures by unit in CSV or Parquet files, in and out. Not here: what the figures mean (``figures``)."""
# ruff: noqa: PLC0415 - CONFIG: pyarrow is an extra, loaded when a Parquet file is named

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

from tiendo.cli.exits import NotReadyError, UsageError
from tiendo.cli.output import open_output
from tiendo.cli.progress import with_progress
from tiendo.cli.speech import say
from tiendo.render.comma import disarm
from tiendo.render.lang import Lang

COLUMNS = ("unit_code", "indicator", "period", "value")
OPTIONAL = ("numerator", "denominator")
RESULT = (*COLUMNS, *OPTIONAL, "unit_name", "quality", "basis", "share", "sources", "acts", "held", "reason")
_NUMBERS = ("value", "numerator", "denominator")
_BATCH = 10_000
_DECIMALS = 12  # of a number that has no last digit, and of every number in Parquet
_MOST_DECIMALS = 40
_PRECISION = 38  # digits of a decimal in Parquet
Cell = Any  # what a Parquet file holds: text, numbers, nothing


class Row(NamedTuple):
    """A row as it was read, with its line (CSV) or its number (Parquet)."""

    line: int
    unit_code: str
    indicator: str
    period: str
    value: Cell
    numerator: Cell
    denominator: Cell


class Result(NamedTuple):
    """A row as it is written, in the order of ``RESULT``."""

    unit_code: str
    indicator: str
    period: str
    value: Fraction | None
    numerator: Fraction | None
    denominator: Fraction | None
    unit_name: str
    quality: str
    basis: str
    share: str
    sources: str
    acts: str
    held: str
    reason: str


def check_names(file: str, output: str | None, lang: Lang) -> None:
    """Refuses names whose ending does not tell the form.

    Raises:
        UsageError: neither .csv nor .parquet.
    """
    for name in (file, *([output] if output is not None else [])):
        if not name.lower().endswith((".csv", ".parquet")):
            raise UsageError(
                say(
                    lang,
                    f"{name} không phải là tệp .csv hay .parquet; hãy đổi sang một trong hai dạng.",
                    f"{name} is neither a .csv nor a .parquet file; convert it to one of them.",
                )
            )


def read_rows(file: str, lang: Lang) -> Iterator[Row]:
    """The rows of a file, with a bar on the terminal.

    Raises:
        UsageError: it cannot be opened, is no table of this kind, or lacks a column.
        NotReadyError: Parquet, and pyarrow is not installed.
    """
    try:
        yield from _read_parquet(file, lang) if file.lower().endswith(".parquet") else _read_csv(file, lang)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(say(lang, f"Không đọc được {file}: {reason}.", f"Cannot read {file}: {reason}.")) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            say(
                lang,
                f"{file} không phải là tệp CSV mã UTF-8; trong Excel hãy lưu kiểu «CSV UTF-8».",
                f"{file} is no CSV file in UTF-8; in Excel save it as “CSV UTF-8”.",
            )
        ) from error


def _read_csv(file: str, lang: Lang) -> Iterator[Row]:
    with open(file, encoding="utf-8-sig", newline="") as text:
        lines = with_progress(text, os.path.getsize(file), lang, measure=_size)
        head = next(lines, "")
        sign = ";" if ";" in head and "," not in head else ","
        names = [name.strip() for name in next(csv.reader([head], delimiter=sign), [])]
        places = _find_columns(names, file, lang)
        reader = csv.reader(lines, delimiter=sign)
        for cells in reader:
            if cells:
                found = [cells[place].strip() if 0 <= place < len(cells) else "" for place in places]
                yield Row(reader.line_num + 1, *found)


def _size(line: str) -> int:
    return len(line.encode())


def _read_parquet(file: str, lang: Lang) -> Iterator[Row]:
    arrow, parquet = _load_arrow(lang)
    try:
        table = parquet.ParquetFile(file)
    except arrow.ArrowInvalid as error:
        raise UsageError(say(lang, f"{file} không phải là tệp Parquet.", f"{file} is no Parquet file.")) from error
    with table:
        names = table.schema_arrow.names
        _find_columns(names, file, lang)
        wanted = [name for name in (*COLUMNS, *OPTIONAL) if name in names]
        rows = (row for batch in table.iter_batches(_BATCH, columns=wanted) for row in batch.to_pylist())
        for number, row in enumerate(with_progress(rows, table.metadata.num_rows, lang), 1):
            texts = ("" if row[name] is None else str(row[name]).strip() for name in COLUMNS[:3])
            yield Row(number, *texts, *(row.get(name) for name in _NUMBERS))


def _find_columns(names: Sequence[str], file: str, lang: Lang) -> list[int]:
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        listed = ", ".join(missing)
        raise UsageError(
            say(lang, f"{file} thiếu cột {listed}; hãy thêm vào.", f"{file} lacks the columns {listed}; add them.")
        )
    return [names.index(name) if name in names else -1 for name in (*COLUMNS, *OPTIONAL)]


def write_rows(rows: Iterable[Result], output: str | None, lang: Lang) -> None:
    """Write the rows: to standard output as CSV, or to a file in the form of its ending.

    Raises:
        OutputError: the file cannot be written.
        NotReadyError: Parquet, and pyarrow is not installed.
    """
    write: Callable[..., None] = _write_csv
    if output is not None and output.lower().endswith(".parquet"):
        _load_arrow(lang)  # before anything is opened
        write = _write_parquet
    with open_output(output, lang) as file:
        write(rows, file, lang)


def _write_csv(rows: Iterable[Result], file: BinaryIO, lang: Lang) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(RESULT)
    for row in rows:
        numbers = ("" if cell is None else format_number(cell) for cell in row[3:6])
        writer.writerow((row[0], disarm(row[1]), row[2], *numbers, *row[6:]))
    text.flush()
    text.detach()


def _write_parquet(rows: Iterable[Result], file: BinaryIO, lang: Lang) -> None:
    arrow, parquet = _load_arrow(lang)
    number, word = arrow.decimal128(_PRECISION, _DECIMALS), arrow.string()
    schema = arrow.schema([(name, number if name in _NUMBERS else word) for name in RESULT])
    with parquet.ParquetWriter(file, schema) as writer:
        rest = iter(rows)
        while batch := list(islice(rest, _BATCH)):
            columns = [list(column) for column in zip(*batch, strict=True)]
            for place in (3, 4, 5):
                columns[place] = [None if cell is None else Decimal(format_number(cell)) for cell in columns[place]]
                columns[place] = [cell and cell.quantize(Decimal((0, (1,), -_DECIMALS))) for cell in columns[place]]
            arrays = [arrow.array(cells, kind.type) for cells, kind in zip(columns, schema, strict=True)]
            writer.write_batch(arrow.record_batch(arrays, schema=schema))


def _load_arrow(lang: Lang) -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise NotReadyError(
            say(
                lang,
                "Tệp .parquet cần thêm thư viện; hãy chạy: pip install 'tiendo[bulk]' (hoặc dùng tệp .csv).",
                "A .parquet file needs another library; run: pip install 'tiendo[bulk]' (or use a .csv file).",
            )
        ) from error
    return pyarrow, pyarrow.parquet


def format_number(value: Fraction) -> str:
    """The number with a decimal point: exact where it has a last digit, else rounded half up to twelve decimals.

    Examples:
        >>> format_number(Fraction(5, 4)), format_number(Fraction(-1, 3)), format_number(Fraction(100))
        ('1.25', '-0.333333333333', '100')
    """
    numerator, denominator = value.numerator, value.denominator
    if denominator == 1:
        return str(numerator)
    decimals = _count_decimals(denominator)
    if decimals is None:
        decimals = _DECIMALS
        scaled = (2 * abs(numerator) * 10**decimals + denominator) // (2 * denominator)
    else:
        scaled = abs(numerator) * 10**decimals // denominator
    digits = str(scaled).rjust(decimals + 1, "0")
    sign = "-" if numerator < 0 and scaled else ""
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def _count_decimals(denominator: int) -> int | None:
    """How many decimals a fraction in lowest terms has; None: it has no last one, or far too many."""
    for decimals in range(1, _MOST_DECIMALS + 1):
        if 10**decimals % denominator == 0:
            return decimals
    return None

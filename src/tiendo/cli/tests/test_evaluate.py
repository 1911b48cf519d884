# SPDX-License-Identifier: Apache-2.0
"""``tiendo evaluate``: one sentence for bad input, a run that goes on where it was stopped."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tiendo.cli.app import run
from tiendo.evaluate.bulk import running
from tiendo.evaluate.bulk.engines import open_duckdb
from tiendo.kernel.period import Period

DAY = datetime.date


@pytest.fixture
def files(tmp_path):
    units = [f"u{number}" for number in range(4)]
    figures = [
        {"unit": unit, "indicator": "thu", "first_on": DAY(2024, 1, 1), "last_on": DAY(2024, 3, 31),
         "value": Decimal(300 * number), "measure": "tỷ đồng"}
        for number, unit in enumerate(units)
    ]  # fmt: skip
    targets = [
        {"plan": f"p-{unit}", "unit": unit, "indicator": "thu", "span_first_on": DAY(2024, 1, 1),
         "span_last_on": DAY(2024, 12, 31), "rule": "at_least", "value": Decimal(1200), "measure": "tỷ đồng"}
        for unit in units
    ]  # fmt: skip
    paths = {name: str(tmp_path / f"{name}.parquet") for name in ("observations", "targets", "out")}
    pq.write_table(pa.Table.from_pylist(figures), paths["observations"])
    pq.write_table(pa.Table.from_pylist(targets), paths["targets"])
    return paths


def call(files, *more, **changed):
    given = files | changed
    options = [part for name, path in given.items() for part in (f"--{name}", path)]
    return run(["evaluate", "--as-of", "2024-Q1", *options, *more])


@pytest.mark.parametrize("engine", ["duckdb", "reference"])
def test_it_writes_the_verdicts(files, capsys, engine):
    assert call(files, "--engine", engine) == 0
    rows = sorted(pq.read_table(files["out"]).to_pylist(), key=lambda row: row["plan"])
    assert [row["status"] for row in rows] == ["at_risk", "on_track", "on_track", "on_track"]
    assert [row["achievement"] for row in rows] == [0, 0.25, 0.5, 0.75]
    assert "Đã ghi 4 kết quả" in capsys.readouterr().err


def test_a_stopped_run_goes_on_with_the_parts_that_are_there(files, monkeypatch):
    whole, judged = running._judge, []

    def stop_at_the_third(observations, targets, *more):
        judged.append(observations.units)
        if len(judged) == 3:
            raise KeyboardInterrupt
        return whole(observations, targets, *more)

    monkeypatch.setattr(running, "_judge", stop_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        evaluate_in_parts(files)
    assert not (files_of(files) / "out.parquet").exists()
    monkeypatch.setattr(running, "_judge", whole)
    summary = evaluate_in_parts(files)
    assert (summary.taken_over, summary.verdicts) == (2, 4)
    assert [path.name for path in files_of(files).iterdir() if path.name.startswith("out")] == ["out.parquet"]


def evaluate_in_parts(files):
    paths = (files["observations"], files["targets"], files["out"])
    wish = running.Wish(*paths, Period.quarter(2024, 1), part_size=1)
    return running.evaluate_files(wish, open_duckdb(), lambda done, total: None)


def files_of(files):
    return Path(files["out"]).parent


def test_parts_of_other_files_are_not_taken_over(files):
    folder = files_of(files) / "out.parquet.parts"
    folder.mkdir()
    (folder / "about.json").write_text("{}")
    (folder / "part-00000.parquet").write_text("of another run")
    assert call(files) == 0


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"observations": "nowhere.parquet"}, "không có tệp này"),
        ({"observations": __file__}, "không phải tệp Parquet"),
        ({"observations": "targets"}, "thiếu cột first_on"),
        ({"targets": "observations"}, "thiếu cột plan"),
    ],
)
def test_bad_input_is_one_sentence(files, capsys, changed, sentence):
    given = {name: files.get(value, value) for name, value in changed.items()}
    assert call(files, **given) == 3
    err = capsys.readouterr().err
    assert sentence in err
    assert err.count("\n") == 1


def test_a_column_of_another_type_is_named(files, capsys):
    table = pq.read_table(files["observations"])
    place = table.schema.get_field_index("value")
    pq.write_table(table.set_column(place, "value", table["value"].cast(pa.float64())), files["observations"])
    assert call(files) == 3
    assert "cột value có «float64», cần decimal" in capsys.readouterr().err


def test_an_unknown_code_is_named(files, capsys):
    table = pq.read_table(files["targets"])
    place = table.schema.get_field_index("rule")
    pq.write_table(table.set_column(place, "rule", pa.array(["at_leest"] * 4)), files["targets"])
    assert call(files) == 3
    assert "at_leest" in capsys.readouterr().err


def test_a_period_that_is_none_is_a_wrong_command(files, capsys):
    assert run(["evaluate", *(x for n, p in files.items() for x in (f"--{n}", p)), "--as-of", "quý 1"]) == 2
    assert "không phải là kỳ" in capsys.readouterr().err


def test_the_schema_is_printed(capsys):
    assert run(["evaluate", "--schema"]) == 0
    printed = capsys.readouterr().out
    assert all(word in printed for word in ("observations:", "phasing_steps", "judged_by", "[bắt buộc]"))


def of_former_units(files, codes):
    """Figures of the first half of 2025 of some former communes, a plan of today's commune 00706."""
    figures = [
        {"unit": code, "indicator": "thu", "first_on": DAY(2025, 1, 1), "last_on": DAY(2025, 6, 30),
         "value": Decimal(200), "measure": "tỷ đồng"}
        for code in codes
    ]  # fmt: skip
    plan = {"plan": "p", "unit": "00706", "indicator": "thu", "span_first_on": DAY(2025, 1, 1),
            "span_last_on": DAY(2025, 12, 31), "rule": "at_least", "value": Decimal(1200),
            "measure": "tỷ đồng"}  # fmt: skip
    pq.write_table(pa.Table.from_pylist(figures), files["observations"])
    pq.write_table(pa.Table.from_pylist([plan]), files["targets"])
    status = call(files, "--restate-to", "2025-07-01", **{"as-of": "2025-01/2025-06"})
    return status, pq.read_table(files["out"]).to_pylist()[0] if status == 0 else None


def test_figures_of_former_communes_answer_for_the_commune_that_they_became(files):
    status, row = of_former_units(files, ("00703", "00706", "00709"))
    assert status == 0
    assert (row["actual"], row["status"], row["quality"]) == (600, "on_track", "exact")


def test_a_former_commune_without_a_figure_is_named_in_the_verdict(files):
    _, row = of_former_units(files, ("00703", "00706"))
    assert (row["status"], row["reason"], row["quality"]) == ("not_assessable", "not_restated", "refused")
    assert "xã Kim Linh" in row["why"].replace("Xã", "xã")


def test_a_code_that_no_unit_bore_is_one_sentence(files, capsys):
    assert of_former_units(files, ("00703", "99999"))[0] == 3
    assert "không có đơn vị mang mã 99999" in capsys.readouterr().err


def test_a_basis_without_another_map_is_a_wrong_command(files):
    assert call(files, "--basis", "population") == 2

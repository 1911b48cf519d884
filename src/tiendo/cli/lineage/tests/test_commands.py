# SPDX-License-Identifier: Apache-2.0
"""The commands as a person uses them, on a small pack of our own and on that of the country."""

from __future__ import annotations

import builtins
import csv
import io
import json
import subprocess
import sys
from decimal import Decimal

import pytest

from tiendo.cli import main
from tiendo.cli.exits import Exit

PACK = {
    "units.csv": """code,name,level,parent_code,valid_from,valid_to
01,Tỉnh Một,province,,,
00011,Phường 1,commune,01,,2025-07-01
00012,Phường 2,commune,01,,2025-07-01
00013,Phường 3,commune,01,,2025-07-01
00011,Phường Mới,commune,01,2025-07-01,
00013,Phường Trên,commune,01,2025-07-01,
00015,Phường Dưới,commune,01,2025-07-01,
""",
    "changes.csv": """date,act,clause,kind,part,from_code,to_code,share_population
2025-07-01,1/NQ,Điều 1,merge,whole,00011,00011,
2025-07-01,1/NQ,Điều 1,merge,whole,00012,00011,
2025-07-01,1/NQ,Điều 2,split,part,00013,00013,0.6
2025-07-01,1/NQ,Điều 3,split,rest,00013,00015,
""",
}
FIGURES = """unit_code,indicator,period,value
00011,thu,2024,100.5
00012,thu,2024,-0.25
00013,thu,2024,10
00013,chi,2024,
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A pack and a file of figures."""
    monkeypatch.chdir(tmp_path)
    for name, text in PACK.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "so-lieu.csv").write_text(FIGURES, "utf-8")
    return tmp_path


def run_restate(*more, file="so-lieu.csv", pack="."):
    return main(["restate", file, "--from", "2025-06-30", "--to", "1/7/2025", "--pack", pack, *more])


def table(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_code_is_resolved_with_its_day_in_the_pack_of_the_country(capsys):
    assert main(["units", "on", "2025-06-30", "--code", "26833"]) == Exit.FINE
    assert "Phường Long Thạnh Mỹ" in capsys.readouterr().out
    assert main(["units", "on", "1/7/2025", "--code", "26833", "--format", "json"]) == Exit.FINE
    (unit,) = json.loads(capsys.readouterr().out)["units"]
    assert (unit["name"], unit["parent_code"], unit["valid_from"]) == ("Phường Long Bình", "79", "2025-07-01")


@pytest.mark.parametrize(("level", "count"), [("province", 1), ("commune", 3), ("district", 0)])
def test_the_map_of_a_day_is_the_same_in_every_form(folder, capsys, level, count):
    arguments = ["units", "on", "2026-01-01", "--pack", ".", "--level", level]
    assert main([*arguments, "-f", "csv"]) == Exit.FINE
    rows = table(capsys.readouterr().out)
    assert main([*arguments, "-f", "json", "-o", "a.json"]) == Exit.FINE
    units = json.loads((folder / "a.json").read_text("utf-8"))["units"]
    assert [row["code"] for row in rows] == [unit["code"] for unit in units]
    assert main(arguments) == Exit.FINE
    assert capsys.readouterr().out.endswith(f"{count} đơn vị.\n")
    assert len(rows) == count


def test_a_code_that_nobody_bore_that_day_names_those_who_did(folder, capsys):
    assert main(["units", "on", "2026-01-01", "--code", "00012", "--pack", "."]) == Exit.USAGE
    assert "mã này là của Phường 2 (đến trước 01/07/2025)" in capsys.readouterr().err


def test_a_day_before_all_that_is_known_is_told(folder, capsys):
    assert main(["units", "on", "1990-01-01", "--pack", "."]) == Exit.FINE
    assert "không ghi thay đổi nào trước 01/07/2025" in capsys.readouterr().err


def test_the_life_of_a_ward_is_told_with_its_acts(capsys):
    assert main(["units", "history", "27301@2025-07-01"]) == Exit.FINE
    assert capsys.readouterr().out == (
        "Phường Chợ Quán (27301), thuộc Thành phố Hồ Chí Minh (79)\n"
        "Trước đó:\n"
        "  01/07/2025  1685/NQ-UBTVQH15, Điều 1 khoản 11\n"
        "    Phường 4 (27301), Phường 2 (27307), Phường 1 (27325) → Phường Chợ Quán (27301)\n"
        "  01/01/2025  1278/NQ-UBTVQH15\n"
        "    Phường 3 (27307), Phường 2 (27313) → Phường 2 (27307)\n"
        "Về sau:\n"
        "  không ghi thay đổi nào\n"
    )


def test_what_became_of_a_district_and_of_a_divided_ward_is_told(folder, capsys):
    assert main(["units", "history", "774@30/6/2024", "--lang", "en"]) == Exit.FINE
    out = capsys.readouterr().out
    assert "Quận 5 (774): abolished" in out
    assert out.endswith("Phường Chợ Quán (27301), Phường An Đông (27316), Phường Chợ Lớn (27343)\n")
    assert main(["units", "history", "00013@2024-01-01", "--pack", "."]) == Exit.FINE
    assert "Phường 3 (00013) → Phường Trên (00013) [một phần], Phường Dưới (00015) [phần còn lại]" in (
        capsys.readouterr().out
    )


def test_a_life_as_json_has_both_sides_of_every_change(folder, capsys):
    assert main(["units", "history", "00011@2026-01-01", "--pack", ".", "-f", "json"]) == Exit.FINE
    life = json.loads(capsys.readouterr().out)
    assert [(event["from"]["name"], event["to"]["name"], event["clause"]) for event in life["before"]] == [
        ("Phường 1", "Phường Mới", "Điều 1"),
        ("Phường 2", "Phường Mới", "Điều 1"),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["units", "history", "27301"], "mã phải đi cùng ngày"),
        (["units", "history", "27301@mai"], "không phải là ngày"),
        (["units", "on", "2025-02-30"], "tháng 2 năm 2025 có 28 ngày"),
        (["units", "on", "2025-07-01", "--pack", "khong-co"], "Không đọc được gói đơn vị"),
        (["restate", "a.xlsx", "--from", "2024-01-01", "--to", "2025-07-01"], "không phải là tệp .csv hay .parquet"),
        (["restate", "a.csv", "--from", "2024-01-01", "--to", "2025-07-01"], "Không đọc được a.csv"),
        (["restate", "a.csv", "--to", "2025-07-01"], "Thiếu --from"),
    ],
)
def test_a_wrong_command_is_one_sentence_and_status_two(capsys, arguments, said):
    assert main(arguments) == Exit.USAGE
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_figures_are_exact_where_wholes_were_added_and_refused_where_nothing_says_how(folder, capsys):
    assert run_restate() == Exit.PROBLEMS
    captured = capsys.readouterr()
    rows = {row["unit_code"]: row for row in table(captured.out)}
    assert (rows["00011"]["value"], rows["00011"]["quality"], rows["00011"]["sources"]) == (
        "100.25",
        "exact",
        "00011 00012",
    )
    assert (rows["00013 00015"]["value"], rows["00013 00015"]["quality"]) == ("10", "exact")
    assert (rows["00013"]["value"], rows["00013"]["quality"]) == ("", "refused")
    assert "Phường 3 (00013) (bản đồ ngày 30/06/2025)" in rows["00013"]["reason"]
    assert "3 số liệu trên bản đồ ngày 01/07/2025: 2 dòng chính xác, 0 ước tính, 2 từ chối." in captured.err


def test_a_basis_makes_an_estimate_that_carries_its_share(folder, capsys):
    assert run_restate("--basis", "area", "--basis", "population") == Exit.FINE
    rows = {row["unit_code"]: row for row in table(capsys.readouterr().out)}
    assert [(rows[code]["value"], rows[code]["share"], rows[code]["basis"]) for code in ("00013", "00015")] == [
        ("6", "0.6", "population"),
        ("4", "0.4", "population"),
    ]


def test_figures_of_one_unit_are_held_until_the_others_come(folder, capsys):
    (folder / "so-lieu.csv").write_text("unit_code,indicator,period,value\n00011,thu,2024,7\n", "utf-8")
    assert run_restate("--lang", "en") == Exit.PROBLEMS
    (row,) = table(capsys.readouterr().out)
    assert (row["value"], row["held"], row["quality"]) == ("", "7", "refused")
    assert "Phường 2 (00012)" in row["reason"]


def test_ratios_are_restated_by_their_parts_and_printed_as_they_came(folder, capsys):
    (folder / "so-lieu.csv").write_text(
        "unit_code;indicator;period;value;numerator;denominator\n"
        "00011;tỷ lệ;2024;33.3;1;3\n00012;tỷ lệ;2024;50;1;2\n00013;tỷ lệ;2024;;1;1\n",
        "utf-8-sig",
    )
    assert run_restate("--basis", "population") == Exit.FINE
    rows = {row["unit_code"]: row for row in table(capsys.readouterr().out)}
    assert [rows["00011"][name] for name in ("value", "numerator", "denominator")] == ["40", "2", "5"]


def test_a_bare_ratio_is_refused_where_it_would_have_to_be_added(folder, capsys):
    assert run_restate("--ratio", "thu") == Exit.PROBLEMS
    rows = {row["unit_code"]: row for row in table(capsys.readouterr().out)}
    assert {rows[code]["quality"] for code in rows} == {"refused"}
    assert "hãy nhập tử số và mẫu số" in rows["00011"]["reason"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("00099,thu,2024,1", "Không có đơn vị nào mang mã 00099"),
        ("11,thu,2024,1", "Không có đơn vị nào mang mã 11"),
        ("1,thu,2024,1", "kể cả các số 0 ở đầu"),
        ("00015,thu,2024,1", "mã này là của Phường Dưới (từ 01/07/2025)"),
        ('00011,chi,2024,"1.234,5"', "dấu chấm thập phân"),
        ("00011,,2024,1", "Thiếu mã đơn vị"),
        ("00011,thu,2024,1", "đã có số liệu thu kỳ 2024"),
        ("00011,chi,2024,1,2", "cả tử số và mẫu số"),
        ("00011,chi,2024,50,1,3", "không ra số đã ghi"),
        ("00012,thu,2025,,1,3", "Dòng 2 ghi thu dạng khác"),
    ],
)
def test_a_faulty_line_is_told_by_its_number_and_nothing_is_written(folder, capsys, line, said):
    head, _, rest = FIGURES.partition("\n")
    (folder / "so-lieu.csv").write_text(f"{head},numerator,denominator\n{rest}{line}\n", "utf-8")
    assert run_restate("-o", "ra.csv") == Exit.UNREAD
    captured = capsys.readouterr()
    assert captured.err.startswith("so-lieu.csv:6: ")
    assert said in captured.err
    assert not (folder / "ra.csv").exists()


def test_a_file_without_a_column_is_told_which(folder, capsys):
    (folder / "so-lieu.csv").write_text("unit_code,period,value\n", "utf-8")
    assert run_restate() == Exit.USAGE
    assert "thiếu cột indicator" in capsys.readouterr().err


def test_the_result_is_never_written_over_what_is_read(folder, capsys):
    assert run_restate("-o", "so-lieu.csv") == Exit.USAGE
    assert (folder / "so-lieu.csv").read_text("utf-8") == FIGURES


def test_a_fault_of_the_pack_is_told_by_file_and_line(folder, capsys):
    with (folder / "changes.csv").open("a", encoding="utf-8") as file:
        file.write("2025-07-01,1/NQ,,merge,whole,00099,00011,\n")
    assert run_restate() == Exit.PROBLEMS
    assert capsys.readouterr().err.startswith("changes.csv:6: ")


def test_figures_are_added_up_to_a_higher_level(folder, capsys):
    assert run_restate("--level", "province") == Exit.FINE
    (row,) = table(capsys.readouterr().out)
    assert (row["unit_code"], row["value"], row["quality"]) == ("01", "110.25", "exact")


def test_an_island_district_stands_beside_the_communes(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("unit_code,indicator,period,value\n755,x,1,2\n27301,x,1,3\n", "utf-8")
    assert main(["restate", "a.csv", "--from", "2025-06-30", "--to", "2025-06-30"]) == Exit.FINE
    assert [(row["unit_code"], row["value"]) for row in table(capsys.readouterr().out)] == [
        ("27301", "3"),
        ("755", "2"),
    ]


def test_without_pyarrow_one_sentence_says_what_to_install(folder, capsys, monkeypatch):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert run_restate("-o", "ra.parquet") == Exit.NOT_READY
    assert "pip install 'tiendo[bulk]'" in capsys.readouterr().err
    assert not (folder / "ra.parquet").exists()


def test_parquet_and_csv_say_the_same(folder, capsys):
    arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = table(FIGURES)
    columns = {name: [row[name] for row in rows] for name in ("unit_code", "indicator", "period")}
    kinds = {
        "decimal": [Decimal(row["value"]) if row["value"] else None for row in rows],
        "float": [float(row["value"]) if row["value"] else None for row in rows],
    }
    assert run_restate() == Exit.PROBLEMS
    wanted = table(capsys.readouterr().out)
    for kind, values in kinds.items():
        parquet.write_table(arrow.table({**columns, "value": values}), f"{kind}.parquet")
        assert run_restate("-o", "ra.parquet", file=f"{kind}.parquet") == Exit.PROBLEMS
        read = parquet.read_table("ra.parquet").to_pylist()
        assert [row["unit_code"] for row in read] == [row["unit_code"] for row in wanted]
        assert [row["value"] for row in read] == [Decimal(row["value"]) if row["value"] else None for row in wanted]
        assert [row["reason"] for row in read] == [row["reason"] for row in wanted]
    capsys.readouterr()


def test_the_commands_need_no_django():
    code = (
        "import sys; from tiendo.cli import main; status = main(['units', 'on', '2025-07-01', '--code', '27301']); "
        "sys.exit(status or int('django' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()

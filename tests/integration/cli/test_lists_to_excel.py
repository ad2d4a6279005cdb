"""Every list of the command line as a workbook: whole or covered, and the people's as an import takes it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.integration.cli.conftest import Run


def cells(path: Path) -> list[list[object]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()]


def test_households_as_a_workbook(run: Run, village_folder: Path, tmp_path: Path) -> None:
    said = run("household", "list", "--data", village_folder, "--to", tmp_path / "住户", "--json")
    assert (said.status, said.json["rows"], said.json["masked"]) == (0, 3, False)
    rows = cells(tmp_path / "住户.xlsx")
    assert (rows[0][0], rows[1][0], [row[0] for row in rows[2:]]) == ("住户列表", "户编号", ["0001", "0002", "0003"])


def test_people_as_a_workbook_are_read_by_the_import(run: Run, village_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "人员.xlsx"
    assert "行" in run("household", "list", "--data", village_folder, "--people", "--to", target).out
    rows = cells(target)
    dry = run("household", "import", target, "--data", village_folder, "--dry-run", "--json").json
    assert (dry["rows"], dry["people"]) == (len(rows) - 2, 0), "all of them are known here"
    assert {problem["column"] for problem in dry["rejected"]} == {"公民身份号码"}


def test_covered_list_holds_no_whole_number(run: Run, village_folder: Path, tmp_path: Path) -> None:
    run("household", "list", "--data", village_folder, "--people", "--to", tmp_path / "a.xlsx")
    run("household", "list", "--data", village_folder, "--people", "--to", tmp_path / "b.xlsx", "--masked")
    place = cells(tmp_path / "a.xlsx")[1].index("公民身份号码")
    whole = [str(row[place]) for row in cells(tmp_path / "a.xlsx")[2:] if row[place]]
    covered = [str(row[place]) for row in cells(tmp_path / "b.xlsx")[2:] if row[place]]
    assert [number[:6] + "********" + number[-4:] for number in whole] == covered


@pytest.mark.parametrize("words", [("--people",), ("--people", "--to", "x.xlsx", "--on", "2026-03-16")])
def test_people_go_only_into_a_workbook(run: Run, village_folder: Path, words: tuple[str, ...]) -> None:
    assert run("household", "list", "--data", village_folder, *words).status == 2


def test_cases_and_payments_as_workbooks(run: Run, village_folder: Path, tmp_path: Path) -> None:
    run("dibao", "open", "0001", "--data", village_folder)
    assert run("dibao", "list", "--data", village_folder, "--to", tmp_path / "低保.xlsx").status == 0
    assert cells(tmp_path / "低保.xlsx")[1][0] == "档案号"
    said = run("contribution", "list", "--data", village_folder, "--to", tmp_path / "缴费.xlsx", "--json")
    assert said.json["rows"] == len(cells(tmp_path / "缴费.xlsx")) - 2 > 0


@pytest.mark.parametrize(
    "words",
    [("household", "list"), ("household", "list", "--people"), ("dibao", "list"), ("contribution", "list")],
    ids=["households", "people", "cases", "payments"],
)
def test_list_is_never_written_beside_a_folder_that_was_named(
    run: Run, village_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    folder = tmp_path / "表" / "低保"
    folder.mkdir(parents=True)
    said = run(*words, "--data", village_folder, "--to", folder)
    assert (said.status, said.err) == (2, "“低保”是文件夹：请写上文件名。\n")
    monkeypatch.chdir(folder)
    assert run(*words, "--data", village_folder, "--to", ".").err == "“.”是文件夹：请写上文件名。\n"
    assert [path.name for path in folder.parent.rglob("*")] == ["低保"]


def test_folder_in_the_place_of_the_workbook_is_told(run: Run, village_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    said = run("household", "list", "--data", village_folder, "--to", tmp_path / "a.xlsx")
    assert (said.status in {2, 3}, said.err.count("\n")) == (True, 1)

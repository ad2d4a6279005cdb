"""Importing on the command line: columns chosen, rows mended or left out, the whole taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from clerk_app.domain.codes import Sex
from tests.builders import resident_number, wrong_check_digit
from tests.integration.cli.conftest import Run

HEAD, WIFE, SON = (resident_number(date(1970 + n, 3, 4), Sex.MALE, n + 1) for n in range(3))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in (
        ("户编号", "姓名", "关系", "证件", "备注"),
        ("0901", "何一", "户主", HEAD, ""),
        ("0901", "何二", "子", wrong_check_digit(SON), ""),
        ("0902", "何三", "户主", "1", ""),
    ):
        sheet.append(row)
    made.save(tmp_path / "名册.xlsx")
    return tmp_path / "名册.xlsx"


def test_columns_are_said_once_and_remembered(run: Run, village_folder: Path, book: Path) -> None:
    data = ("--data", village_folder)
    assert "缺少列“公民身份号码”" in run("household", "import", book, *data).err
    wrong = run("household", "import", book, "--column", "D=身高", *data)
    assert (wrong.status, "可以选 户编号 村民小组" in wrong.err) == (2, True)
    assert run("household", "import", book, "--column", "Z", *data).status == 2
    dry = run(
        "household",
        "import",
        book,
        "--column",
        "D=公民身份号码",
        "--column",
        "备注=",
        "--save-layout",
        "甲",
        "--dry-run",
        *data,
    )
    assert "可以导入 1 户 1 人" in dry.out
    assert run("household", "layouts", "--json", *data).json == [
        {"name": "甲", "columns": ["户编号", "姓名", "与户主关系", "公民身份号码", "—"]}
    ]
    assert "各列按已保存的“甲”对应" in run("household", "import", book, "--dry-run", *data).err
    assert "甲" not in run("household", "layouts", "--drop", "甲", *data).out
    assert run("household", "layouts", "--drop", "甲", *data).status == 2


def test_rows_left_over_are_mended_left_out_and_all_taken_back(run: Run, village_folder: Path, book: Path) -> None:
    data = ("--data", village_folder)
    assert run("household", "waiting", *data).status == 2, "nothing was imported yet"
    done = run("household", "import", book, "--column", "证件=公民身份号码", *data)
    assert (done.status, "2 行等着处理" in done.out) == (0, True)
    (known,) = run("household", "imports", "--json", *data).json
    assert (known["households"], known["people"], known["waiting"], known["undone"]) == (1, 1, 2, False)
    assert known["id"][-8:] in run("household", "imports", *data).out

    rows = run("household", "waiting", "--import", known["id"][-6:], "--json", *data).json
    assert [(row["row"], row["cells"]["姓名"], row["problems"][0]["column"]) for row in rows] == [
        (3, "何二", "证件"),
        (4, "何三", "证件"),
    ]
    assert "校验码" in run("household", "waiting", *data).out
    assert "已改好" in run("household", "mend", "3", f"证件={SON}", *data).out
    assert run("household", "mend", "9", "证件=1", *data).status == 2
    assert run("household", "take-in", "--json", *data).json == {
        "households": 0,
        "people": 1,
        "waiting": 1,
        "statuses": 0,
    }
    assert "又导入 0 户 0 人，还有 1 行" in run("household", "take-in", *data).out
    assert run("household", "leave-out", "4", "--reason", "外村人", "--json", *data).json == {"left_out": 1}
    assert run("household", "leave-out", "4", "--reason", "外村人", *data).status == 2
    assert len(run("household", "show", "0901", "--json", *data).json["people"]) == 2

    assert run("household", "undo-import", "--import", "nothing", "--reason", "x", *data).status == 2
    assert "1 户 2 人" in run("household", "undo-import", "--reason", "选错了", *data).out
    assert "已撤销" in run("household", "imports", *data).out
    assert run("household", "show", "0901", *data).status == 2
    assert run("verify", *data).status == 0


def test_sheet_is_chosen_by_its_name(run: Run, village_folder: Path, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for title, number in (("一组", HEAD), ("二组", WIFE)):
        sheet = made.create_sheet(title)
        sheet.append(("户编号", "姓名", "与户主关系", "公民身份号码"))
        sheet.append((title, title, "户主", number))
    made.save(tmp_path / "a.xlsx")
    data = ("--data", village_folder)
    assert "还有“二组”" in run("household", "import", tmp_path / "a.xlsx", *data).err
    assert run("household", "import", tmp_path / "a.xlsx", "--sheet", "二组", *data).status == 0
    assert run("household", "import", tmp_path / "a.xlsx", "--sheet", "三组", *data).status == 2


def test_household_changed_since_stays_when_asked(run: Run, village_folder: Path, book: Path) -> None:
    data = ("--data", village_folder)
    run("household", "import", book, "--column", "证件=公民身份号码", *data)
    assert run("household", "edit", "0901", "--phone", "13800000000", *data).status == 0
    refused = run("household", "undo-import", "--reason", "选错了", *data)
    assert (refused.status, "1 户后来改动过（0901）" in refused.err) == (2, True)
    undone = run("household", "undo-import", "--reason", "选错了", "--leave-changed", *data)
    assert (undone.status, "0901：后来改动过" in undone.out) == (0, True)


def test_statuses_of_people_on_file_are_told_by_name_before_and_what_stays_after(
    run: Run, village_folder: Path, tmp_path: Path
) -> None:
    data = ("--data", village_folder)
    headings = ("户编号", "姓名", "与户主关系", "公民身份号码", "困难身份", "脱贫年度")
    for name, statuses in (("名册", ("", "")), ("名单", ("低保、已脱贫", "低保"))):
        made = openpyxl.Workbook()
        for row in (
            headings,
            ("0901", "何一", "户主", HEAD, statuses[0], "2017年"),
            ("0901", "何二", "子", SON, statuses[1], ""),
            ("0901", "何三", "", "1", statuses[1], ""),
        ):
            made.worksheets[0].append(row)
        made.save(tmp_path / f"{name}.xlsx")
    told = run("household", "import", tmp_path / "名册.xlsx", *data)
    assert told.out.startswith("共 3 行：已导入 1 户 2 人；1 行有问题，没有导入。"), "two problems are one row"
    dry = run("household", "import", tmp_path / "名单.xlsx", "--dry-run", *data)
    assert dry.out.startswith("共 3 行：可以导入 0 户 0 人；2 行已经登记，不用再登记；1 行有问题，没有导入。")
    assert "可以给登记过的 2 人补登 3 个困难身份：\n  第 2 行 何一（0901 户）：低保对象\n" in dry.out
    assert (
        "  第 2 行 何一（0901 户）：建档立卡贫困人口（2017-12-31 脱贫）\n  第 3 行 何二（0901 户）：低保对象" in dry.out
    )
    assert "第 4 行" in dry.err
    assert "第 2 行" not in dry.err
    assert run("status", "list", "0901", "--json", *data).json == [], "a look stores nothing"

    done = run("household", "import", tmp_path / "名单.xlsx", "--json", *data).json
    assert (done["registered"], done["wrong"], [one["name"] for one in done["statuses"]]) == (
        2,
        1,
        ["何一", "何一", "何二"],
    )
    assert done["statuses"][1]["lifted_on"] == "2017-12-31"
    assert run("household", "imports", "--json", *data).json[0]["statuses"] == 3
    run("status", "end", HEAD, "--kind", "低保", "--reason", "退出", *data)
    undone = run("household", "undo-import", "--reason", "名单过时", *data)
    assert "0 户 0 人，补登的 2 个困难身份。" in undone.out
    assert "  留下 何一的低保对象：补登以后改动过" in undone.out
    assert [one["kind"] for one in run("status", "list", "0901", "--json", *data).json] == ["dibao"]

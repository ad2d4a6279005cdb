"""Lists of other offices that name people without their households: whoever is registered is known, everybody else waits."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from clerk_app.domain.resident_id import other_form
from clerk_app.services.households import household_numbered, list_households
from clerk_app.services.import_mending import correct_row, take_in_rows
from clerk_app.services.import_rows import list_imports, waiting_rows
from clerk_app.services.import_undo import undo_import
from clerk_app.services.list_source import keep_decisions, open_list
from clerk_app.services.people import add_member
from clerk_app.services.register_import import ImportPlan, carry_out_import, plan_import
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import a_household, a_member, wrong_check_digit
from tests.register_lists import waiting_count

LISTS = Path(__file__).parents[2] / "golden" / "lists"
REGISTER = LISTS / "姚安-清河村-住户名册.xlsx"
DIBAO = LISTS / "姚安-清河村-低保花名册.xlsx"
INSURED = LISTS / "姚安-清河村-参保人员.csv"
ADDED = ("户编号（补填）", "与户主关系（补填）")
HERE, AWAY, OTHER = (a_member("", age=60 - place, place=place).person.id_number or "" for place in (1, 2, 3))


def a_list(path: Path, *rows: tuple[object, ...], headings: tuple[str, ...] = ("姓名", "身份证号", "缴费金额")) -> Path:
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def told(plan: ImportPlan) -> list[tuple[int, str, bool]]:
    return [(problem.row, problem.column, problem.is_known) for problem in plan.rejected]


@pytest.fixture
def village(workspace: Workspace) -> Workspace:
    """A village where 何一 is registered in household 0001."""
    a_household().numbered("0001").with_head("何一", age=59, place=1).register(workspace)
    return workspace


def test_dibao_list_of_the_sample_is_known_person_by_person(workspace: Workspace) -> None:
    carry_out_import(workspace, plan_import(workspace, REGISTER))
    acts = verify(workspace).acts
    plan = plan_import(workspace, DIBAO)
    assert (plan.rows, plan.registered, plan.people, plan.left_over) == (22, 22, 0, ())
    assert plan.untaken == (
        "保障人口",
        "保障 类别",
        "月人均 补助",
        "户月补助",
        "起始年月",
        "开户行",
        "账号",
        "致贫原因",
    )
    assert any("列“组别”不改动已登记的人" in notice for notice in plan.notices)
    result = carry_out_import(workspace, plan)
    assert (result.registered, result.waiting, result.import_id, result.untaken) == (22, 0, "", plan.untaken)
    assert verify(workspace).acts == acts


def test_insured_of_the_sample_wait_only_where_the_name_is_lost(workspace: Workspace) -> None:
    carry_out_import(workspace, plan_import(workspace, REGISTER))
    plan = plan_import(workspace, INSURED)
    assert (plan.rows, plan.registered, len({problem.row for problem in plan.left_over})) == (423, 416, 7)
    assert plan.untaken == ("AAE140", "AAC008", "缴费年度", "缴费金额")
    lost = [problem.message for problem in plan.rejected if problem.row == 52]
    assert [message.partition("：")[0] for message in lost] == ["姓名里有“?”或方框", "名册里是“王𬭎”（0027 户）"]
    result = carry_out_import(workspace, plan)
    assert (result.households, result.people, result.waiting) == (0, 0, 7)
    again = carry_out_import(workspace, plan_import(workspace, INSURED))
    assert (again.registered, again.waiting, again.waiting_already, waiting_count(workspace)) == (416, 0, 7, 7)
    (before, done) = reversed(list_imports(workspace))
    assert (before.people, done.people, done.waiting) == (743, 0, 7)


def test_a_name_put_right_settles_the_row(workspace: Workspace) -> None:
    carry_out_import(workspace, plan_import(workspace, REGISTER))
    done = carry_out_import(workspace, plan_import(workspace, INSURED))
    row = next(row for row in waiting_rows(workspace, done.import_id) if row.row == 52)
    rows = correct_row(workspace, row.id, {2: "王𬭎"})
    (said,) = next(row for row in rows if row.row == 52).problems
    assert "已登记在 0027 户" in said.message
    taken = take_in_rows(workspace, done.import_id)
    assert (taken.households, taken.people, taken.waiting, waiting_count(workspace)) == (0, 0, 6, 6)


def test_before_the_register_everybody_waits_with_what_is_missing(workspace: Workspace) -> None:
    plan = plan_import(workspace, DIBAO)
    assert (plan.registered, plan.people, len(plan.left_over)) == (0, 0, 22)
    assert {(problem.column, problem.message) for problem in plan.rejected} == {
        (ADDED[1], "名册里没有这个人，这张表也没有户编号和与户主关系：请补填这两样再导入，或写明不导入。")
    }
    assert carry_out_import(workspace, plan).waiting == 22
    carry_out_import(workspace, plan_import(workspace, REGISTER))
    assert waiting_count(workspace) == 0, "whoever is registered by now waits no more"


def test_each_row_is_told_for_itself(village: Workspace, tmp_path: Path) -> None:
    path = a_list(
        tmp_path / "参保.xlsx",
        ("何一", HERE, 200),
        ("何乙", other_form(HERE), 200),
        ("何二", AWAY, 200),
        ("何二", AWAY, 300),
        ("何三", None, 200),
        ("何四", wrong_check_digit(OTHER), 200),
        ("姓名", "身份证号", "缴费金额"),
        ("合计：6人", None, "=SUM(C2:C7)"),
        ("审核人：何五", None, None),
    )
    plan = plan_import(village, path)
    assert (plan.rows, plan.registered) == (6, 1)
    assert told(plan) == [
        (2, "身份证号", True),
        (3, "姓名", False),
        (4, ADDED[1], False),
        (5, "身份证号", False),
        (6, "身份证号", False),
        (7, "身份证号", False),
    ]
    assert "名册里是“何一”（0001 户）" in plan.rejected[1].message
    assert "与第 4 行相同" in plan.rejected[3].message


def test_somebody_twice_in_the_list_is_said_to_be_one(village: Workspace, tmp_path: Path) -> None:
    plan = plan_import(village, a_list(tmp_path / "参保.xlsx", ("何一", HERE, 200), ("何一", f"'{HERE} ", 180)))
    assert told(plan) == [(2, "身份证号", True), (3, "身份证号", True)]
    assert plan.rejected[1].message.startswith("和第 2 行是同一个人，")


def test_what_is_missing_is_typed_taken_in_and_taken_back(village: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "参保.xlsx", ("何一", HERE, 1), ("何二", AWAY, 2), ("何三", OTHER, 3))
    done = carry_out_import(village, plan_import(village, path))
    assert (done.registered, done.waiting) == (1, 2)
    head, wife = waiting_rows(village, done.import_id)
    assert list_imports(village)[0].headers == ("姓名", "身份证号", "缴费金额", *ADDED)
    correct_row(village, head.id, {3: "0002", 4: "户主"})
    assert all(not row.problems for row in correct_row(village, wife.id, {3: "0002", 4: "弟"}))
    taken = take_in_rows(village, done.import_id)
    assert (taken.households, taken.people, taken.waiting) == (1, 2, 0)
    assert [member.person.name for member in household_numbered(village, "0002").members] == ["何二", "何三"]
    undone = undo_import(village, done.import_id, "重来")
    assert (undone.households, undone.people) == (1, 2)
    assert [row.number for row in list_households(village)] == ["0001"]


def test_a_household_that_is_registered_gets_its_people_there(village: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "参保.xlsx", ("何二", AWAY, 2))
    done = carry_out_import(village, plan_import(village, path))
    (row,) = waiting_rows(village, done.import_id)
    (said,) = correct_row(village, row.id, {3: "0001", 4: "弟"})
    assert "请到那一户登记这个人" in said.problems[0].message
    add_member(
        village, household_numbered(village, "0001").household.id, a_member("何二", age=58, place=2, relation="20")
    )
    assert take_in_rows(village, done.import_id).waiting == 0


def test_what_was_typed_outlives_an_interruption(village: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "参保.xlsx", ("何二", AWAY, 2))
    source = open_list(village, path).with_correction(2, 3, "0002").with_correction(2, 4, "户主")
    keep_decisions(village, source)
    plan = plan_import(village, path)
    assert (plan.people, plan.households[0].number, plan.rejected) == (1, "0002", ())


def test_one_row_a_household_is_about_its_head(village: Workspace, tmp_path: Path) -> None:
    headings = ("户主姓名", "户主身份证号", "类别")
    plan = plan_import(village, a_list(tmp_path / "低保.xlsx", ("何一", HERE, "B"), headings=headings))
    assert (plan.registered, plan.untaken) == (1, ("类别",))


def test_old_number_settles_once_the_person_is_registered(village: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "参保.xlsx", ("何二", other_form(AWAY), 2))
    done = carry_out_import(village, plan_import(village, path))
    assert done.waiting == 1
    a_household().numbered("0002").with_head("何二", age=58, place=2).register(village)
    assert take_in_rows(village, done.import_id).waiting == 0

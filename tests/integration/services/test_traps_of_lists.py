"""The traps of numbers, dates, names and files (domain notes §5.1 and §5.7), each with its right outcome, through the whole import."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from clerk_app.domain.codes import HEAD, DisabilityKind, IdentityKind, Sex
from clerk_app.domain.dates import age_on, birthday
from clerk_app.domain.resident_id import check_digit, from_15_digits
from clerk_app.errors import UserError
from clerk_app.services.households import (
    HouseholdEntry,
    MemberEntry,
    household_numbered,
    known_person,
    list_households,
    new_person,
    register_household,
    search,
)
from clerk_app.services.import_rows import waiting_rows
from clerk_app.services.lists import people_listing, save_list, save_listing
from clerk_app.services.people import change_person
from clerk_app.services.register_import import ImportPlan, carry_out_import, plan_import
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, PASSWORD, a_household, resident_number, wrong_check_digit
from tests.register_lists import read_register

LISTS = Path(__file__).parents[2] / "golden" / "lists"
HEADINGS = ("户编号", "姓名", "与户主关系", "公民身份号码", "性别", "出生日期", "残疾证号", "残疾等级")
MAN = resident_number(date(1960, 3, 4), Sex.MALE, 1)
WOMAN = resident_number(date(1962, 5, 6), Sex.FEMALE, 2)
OLD, NEW = "341004600229001", "341004196002290016"


def a_list(path: Path, *rows: Sequence[object], headings: Sequence[object] = HEADINGS) -> Path:
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def planned(workspace: Workspace, tmp_path: Path, *cells: object, name: object = "何一") -> ImportPlan:
    """Plan a list of one head with these cells from the number on."""
    return plan_import(workspace, a_list(tmp_path / "a.xlsx", ("1", name, "户主", *cells)))


def doubts(plan: ImportPlan) -> str:
    return " ".join(warning for household in plan.households for row in household.members for warning in row.warnings)


# numbers and dates


@pytest.mark.parametrize(
    "written", ["13027319541231004x", "13027319541231004Ｘ", " 130273 19541231 004X ", "'13027319541231004X", "13027319541231004X\u00a0", "１３０２７３１９５４１２３１００４Ｘ"]
)  # fmt: skip
def test_t1_number_written_in_any_way_is_one_number(workspace: Workspace, tmp_path: Path, written: str) -> None:
    (household,) = planned(workspace, tmp_path, written).households
    assert household.members[0].id_number == "13027319541231004X"


@pytest.mark.parametrize("cut", [3.41004196002290016e17, "3.41004E+17", "3.41004196002290E+17"])
def test_t1_number_that_excel_cut_is_never_padded(workspace: Workspace, tmp_path: Path, cut: object) -> None:
    plan = planned(workspace, tmp_path, cut)
    assert plan.households == ()
    assert "丢失" in plan.rejected[0].message


def test_t2_old_number_is_kept_beside_its_new_form_and_finds_the_person_both_ways(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = planned(workspace, tmp_path, OLD)
    assert "341004196002290016" in doubts(plan)
    carry_out_import(workspace, plan)
    person = household_numbered(workspace, "1").members[0].person
    assert (person.id_number, person.former_id_number) == (from_15_digits(OLD), OLD)
    for number in (OLD, from_15_digits(OLD)):
        known = known_person(workspace, number)
        assert known is not None
        assert known.household_number == "1"


@pytest.mark.parametrize(("listed", "on_file"), [(OLD, NEW), (NEW, OLD)], ids=["old listed", "new listed"])
def test_t2_whoever_is_registered_under_the_other_form_is_known_and_not_taken_in_again(
    workspace: Workspace, tmp_path: Path, listed: str, on_file: str
) -> None:
    person = new_person(name="何一", birth_on=date(1960, 2, 29), sex=Sex.FEMALE, id_number=on_file, id_unverified=True)
    register_household(workspace, HouseholdEntry(), (MemberEntry(person=person, relation=HEAD),))
    plan = plan_import(workspace, a_list(tmp_path / "a.xlsx", ("7", "何一", "户主", listed)))
    assert (plan.households, [problem.is_known for problem in plan.rejected]) == ((), [True])


def test_t2_one_person_in_both_forms_within_a_list_is_told_and_neither_taken(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = plan_import(workspace, a_list(tmp_path / "a.xlsx", ("1", "何一", "户主", OLD), ("2", "何一", "户主", NEW)))
    assert plan.households == ()


def test_t2_number_that_was_replaced_twice_is_still_known_to_an_import(workspace: Workspace, tmp_path: Path) -> None:
    carry_out_import(workspace, planned(workspace, tmp_path, OLD))
    person = household_numbered(workspace, "1").members[0].person
    for number in (MAN, WOMAN):
        person = change_person(workspace, replace(person, id_number=number), reason="户口簿")
    plan = plan_import(workspace, a_list(tmp_path / "b.xlsx", ("9", person.name, "户主", NEW)))
    assert [problem.is_known for problem in plan.rejected] == [True]


def test_t3_wrong_check_digit_waits_with_its_reason(workspace: Workspace, tmp_path: Path) -> None:
    result = carry_out_import(workspace, planned(workspace, tmp_path, wrong_check_digit(MAN)))
    assert (result.people, result.waiting) == (0, 1)
    assert "校验码" in result.rejected[0].message


def test_t4_one_number_under_two_names_is_told_and_neither_taken(workspace: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "a.xlsx", ("1", "何一", "户主", MAN), ("2", "何二", "户主", MAN))
    plan = plan_import(workspace, path)
    assert plan.households == ()
    assert ["第 3 行相同" in plan.rejected[0].message, "第 2 行相同" in plan.rejected[1].message] == [True, True]


def test_t4_number_registered_under_another_name_waits_for_a_person(workspace: Workspace, tmp_path: Path) -> None:
    carry_out_import(workspace, planned(workspace, tmp_path, MAN))
    path = a_list(tmp_path / "b.xlsx", ("9", "何二", "户主", MAN))
    told = carry_out_import(workspace, plan_import(workspace, path))
    assert (told.people, told.waiting) == (0, 1)
    assert "核对" in told.rejected[0].message
    carry_out_import(workspace, plan_import(workspace, a_list(tmp_path / "c.xlsx", ("8", "何三", "户主", WOMAN))))
    assert len(waiting_rows(workspace, told.import_id)) == 1, "a later import does not settle it"


def test_t4_newcomer_of_a_household_that_is_registered_waits_and_the_others_do_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    older = a_list(tmp_path / "a.xlsx", ("1", "何一", "户主", MAN))
    carry_out_import(workspace, plan_import(workspace, older))
    newer = a_list(tmp_path / "b.xlsx", ("1", "何一", "户主", MAN), ("1", "何二", "妻", WOMAN))
    told = carry_out_import(workspace, plan_import(workspace, newer))
    assert (told.people, [row.row for row in waiting_rows(workspace, told.import_id)]) == (0, [3])


def test_t4_known_household_with_anothers_name_for_a_number_tells_both(workspace: Workspace, tmp_path: Path) -> None:
    carry_out_import(workspace, plan_import(workspace, a_list(tmp_path / "a.xlsx", ("1", "何一", "户主", MAN))))
    plan = plan_import(workspace, a_list(tmp_path / "b.xlsx", ("1", "何二", "户主", MAN)))
    assert [problem.column for problem in plan.left_over] == ["公民身份号码", "户编号"]


def test_t5_leap_day_woman_reaches_55_on_the_28th_of_february() -> None:
    assert birthday(date(1964, 2, 29), 55) == date(2019, 2, 28)
    assert age_on(date(1964, 2, 29), date(2019, 2, 28)) == 55


def test_t6_leap_day_woman_reaches_49_on_the_28th_of_february() -> None:
    assert (birthday(date(1972, 2, 29), 49), age_on(date(1972, 2, 29), date(2021, 2, 27))) == (date(2021, 2, 28), 48)


def test_t7_both_birth_dates_are_kept(workspace: Workspace, tmp_path: Path) -> None:
    plan = planned(workspace, tmp_path, MAN, "男", "1959.12.30")
    assert "两个都会保存" in doubts(plan)
    carry_out_import(workspace, plan)
    person = household_numbered(workspace, "1").members[0].person
    assert (person.birth_on, person.id_number) == (date(1959, 12, 30), MAN)


@pytest.mark.parametrize("area", ["342724", "990000", "110101"])
def test_t8_area_of_a_number_never_refuses_it(workspace: Workspace, tmp_path: Path, area: str) -> None:
    first17 = f"{area}19600304001"
    plan = planned(workspace, tmp_path, first17 + check_digit(first17))
    assert plan.people == 1
    assert ("地区码" in doubts(plan)) == (area == "990000")


def test_t9_sex_that_differs_from_the_number_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    plan = planned(workspace, tmp_path, MAN, "女")
    assert plan.people == 1
    assert "与公民身份号码不一致" in doubts(plan)


@pytest.mark.parametrize(
    ("relation", "number", "is_doubted"),
    [("妻", MAN, True), ("儿子", WOMAN, True), ("妻", WOMAN, False), ("孙", WOMAN, False), ("外孙", WOMAN, False), ("父母", MAN, False)],
)  # fmt: skip
def test_t9_relation_that_tells_another_sex_is_asked_about(
    workspace: Workspace, tmp_path: Path, relation: str, number: str, is_doubted: bool
) -> None:
    head = resident_number(date(1950, 3, 4), Sex.MALE, 3)
    rows = (("1", "何大", "户主", head), ("1", "何一", relation, number))
    plan = plan_import(workspace, a_list(tmp_path / "a.xlsx", *rows))
    assert plan.people == 2
    assert ("对不上" in doubts(plan)) == is_doubted


@pytest.mark.parametrize("birth", ["20300101", "18900101", "19600231"])
def test_t10_number_with_an_impossible_birth_is_refused(workspace: Workspace, tmp_path: Path, birth: str) -> None:
    first17 = f"341004{birth}001"
    plan = planned(workspace, tmp_path, first17 + check_digit(first17))
    assert (plan.people, plan.rejected[0].column) == (0, "公民身份号码")


def test_t11_people_without_a_number_get_temporary_ones_and_one_true_one_later(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = a_list(
        tmp_path / "a.xlsx",
        ("1", "何一", "户主", MAN),
        ("1", "何新生", "孙子", None, "男", "2026-01-02"),
        ("1", "何老太", "母亲", None, "女", "1930-01-02"),
    )
    carry_out_import(workspace, plan_import(workspace, path))
    members = household_numbered(workspace, "1").members
    numbers = {m.person.name: m.person.temporary_number for m in members}
    assert numbers == {"何一": None, "何新生": "L00001", "何老太": "L00002"}
    newborn = next(m.person for m in members if m.person.name == "何新生")
    number = resident_number(date(2026, 1, 2), Sex.MALE, 5)
    changed = change_person(workspace, replace(newborn, id_number=number))
    assert (changed.id_number, changed.temporary_number) == (number, None)


def test_t12_grade_of_the_card_counts_and_the_difference_is_told(workspace: Workspace, tmp_path: Path) -> None:
    plan = planned(workspace, tmp_path, MAN, "男", None, f"{WOMAN}43", "一级")
    (row,) = plan.households[0].members
    assert (row.disability_grade, len(row.warnings)) == (3, 2)


@pytest.mark.parametrize(
    "name",
    [
        "罗㛃",
        "杨𬭎",
        "李䶮",
        "阿的莫·沙玛乌芝",
        "次仁旺久平措多吉尼玛扎西顿珠",
        "Ａ段",
        pytest.param("段\U000313bc", id="newer than the tables of Python 3.11"),
        pytest.param("段\ue863", id="made by the clerk"),
    ],
)
def test_t13_name_is_stored_found_and_written_out_exactly(workspace: Workspace, tmp_path: Path, name: str) -> None:
    carry_out_import(workspace, planned(workspace, tmp_path, MAN, name=f"{name} "))
    assert list_households(workspace)[0].head == name
    assert [hit.name for hit in search(workspace, name)] == [name]
    path = save_listing(tmp_path / "out.xlsx", people_listing(workspace))
    assert openpyxl.load_workbook(path).worksheets[0]["C3"].value == name
    assert read_register(path, DAY).households[0].members[0].name == name


def test_t13_wide_blank_that_lists_align_names_with_becomes_an_ordinary_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = planned(workspace, tmp_path, MAN, name="王\u3000丽")
    assert plan.households[0].members[0].name == "王 丽"
    assert "空格" in doubts(plan)


# files


def test_t143_county_list_with_everything_in_it_comes_in_with_its_totals_left_out(workspace: Workspace) -> None:
    plan = plan_import(workspace, LISTS / "姚安-清河村-建档立卡名单.xlsx")
    assert (plan.source.table.header_row, plan.rows, plan.people) == (4, 182, 172)
    assert {problem.row for problem in plan.left_over} == {39, 96, 97, 119, 120, 121, 158, 179, 180, 181}
    assert plan.households[0].members[0].relation == HEAD


def test_who_left_poverty_has_the_day_that_the_list_names_and_counts_as_poor_until_then(workspace: Workspace) -> None:
    carry_out_import(workspace, plan_import(workspace, LISTS / "姚安-清河村-建档立卡名单.xlsx"))
    number = list_households(workspace)[0].number
    (status,) = household_numbered(workspace, number).members[0].identities
    assert (status.kind, status.from_on, status.lifted_on) == (
        IdentityKind.REGISTERED_POOR,
        date(2016, 12, 31),
        date(2016, 12, 31),
    )
    assert status.source == "住户名册导入，起日待核；名册写明已脱贫，按 2016 年，日期待核"
    assert verify(workspace).ok


@pytest.mark.parametrize(("file", "count"), [("姚安-清河村-低保花名册.xlsx", 22), ("姚安-清河村-参保人员.csv", 423)])
def test_t143_list_of_another_kind_registers_nobody_and_loses_no_row(
    workspace: Workspace, file: str, count: int
) -> None:
    plan = plan_import(workspace, LISTS / file)
    assert (plan.rows, plan.people, plan.registered) == (count, 0, 0)
    assert len({problem.row for problem in plan.left_over}) == count
    assert all(problem.message.count("。") == 1 for problem in plan.rejected)


def test_t143_list_that_names_nobody_is_one_clear_sentence(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("姓名,村民小组,缴费金额\n何一,第1组,200\n", encoding="utf-8")
    with pytest.raises(UserError, match="“与户主关系”“公民身份号码”") as refused:
        plan_import(workspace, path)
    assert refused.value.message.count("。") == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [("2018.4.24", date(2018, 4, 24)), ("2018年4月24日", date(2018, 4, 24)), ("20180424", date(2018, 4, 24)),
     ("2018/04/24 00:00:00", date(2018, 4, 24)), ("2018-04-24T00:00", date(2018, 4, 24)),
     ("2018-04-24 10:30", None), (date(2018, 4, 24), date(2018, 4, 24)), (43214, date(2018, 4, 24)), ("18/4/24", None)],
)  # fmt: skip
def test_t143_dates_are_read_or_refused_never_guessed(
    workspace: Workspace, tmp_path: Path, written: object, read: date | None
) -> None:
    plan = planned(workspace, tmp_path, None, "男", written)
    assert [row.birth_on for household in plan.households for row in household.members] == ([read] if read else [])


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_t144_text_of_any_system_is_read(workspace: Workspace, tmp_path: Path, encoding: str, delimiter: str) -> None:
    lines = [
        ("户编号", "AAC003", "与户主关系", "AAC002"),
        ("1", "何一", "户主", f"\t{MAN}" if delimiter == "," else MAN),
    ]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    (tmp_path / "a.csv").write_bytes(text.encode(encoding))
    assert plan_import(workspace, tmp_path / "a.csv").people == 1


def test_t144_name_that_the_other_system_lost_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f"户编号,姓名,与户主关系,身份证号\n1,罗\ufffd,户主,{MAN}\n".encode())
    plan = plan_import(workspace, tmp_path / "a.csv")
    assert "已丢失" in plan.rejected[0].message


@pytest.mark.parametrize("hostile", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_t145_cell_that_could_be_a_formula_is_written_as_text(tmp_path: Path, hostile: str) -> None:
    path = save_list(tmp_path / "a.xlsx", "名单", ("备注",), [(hostile,)])
    cell = openpyxl.load_workbook(path).worksheets[0]["A3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (hostile, "s", True)


def test_t145_formula_in_a_list_is_never_run(workspace: Workspace, tmp_path: Path) -> None:
    plan = planned(workspace, tmp_path, f'="{MAN}"')
    assert (plan.people, "公式" in plan.rejected[0].message) == (0, True)


KILLED = """
import os, sys
from pathlib import Path
from clerk_app.app import open_data
from clerk_app.services.register_import import carry_out_import, plan_import

workspace = open_data(Path(sys.argv[1]), lambda: sys.argv[3])
plan = plan_import(workspace, Path(sys.argv[2]))
carry_out_import(workspace, plan, lambda done, _: os._exit(9) if done == 100 else None)
"""


def test_t146_power_cut_in_the_middle_of_an_import_leaves_no_row(workspace: Workspace) -> None:
    a_household().numbered("9001").with_head("老户", place=50).register_id(workspace)
    acts = verify(workspace).acts
    command = [
        sys.executable,
        "-c",
        KILLED,
        str(workspace.data_dir),
        str(LISTS / "姚安-清河村-住户名册.xlsx"),
        PASSWORD,
    ]
    ended = subprocess.run(command, check=False, env={**os.environ}, cwd=Path(__file__).parents[3])
    assert ended.returncode == 9
    assert [row.number for row in list_households(workspace)] == ["9001"]
    assert (verify(workspace).ok, verify(workspace).acts) == (True, acts)


def test_t146_list_that_cannot_be_finished_leaves_the_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_list(tmp_path / "a.xlsx", "名单", ("姓名",), [("旧",)])
    before = path.read_bytes()

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", cut)
    monkeypatch.setattr(Path, "replace", cut)
    with pytest.raises(KeyboardInterrupt):
        save_list(path, "名单", ("姓名",), [("新",)])
    assert path.read_bytes() == before


def test_county_list_that_asks_after_each_status_in_a_column_loses_none(workspace: Workspace, tmp_path: Path) -> None:
    headings = (
        "户号",
        "姓名",
        "与户主关系",
        "身份证号",
        "是否低保",
        "是否建档立卡户",
        "五保户",
        "是否脱贫",
        "残疾等级",
        "低保户",
    )
    rows = (
        ("1", "何一", "户主", MAN, "是", "是", "否", "是", "肢体二级", "是"),
        ("1", "何二", "妻", WOMAN, "B类", "否", "√", "否", "", ""),
    )
    plan = plan_import(workspace, a_list(tmp_path / "a.xlsx", *rows, headings=headings))
    head, wife = plan.households[0].members
    assert (set(head.identities), head.hardship.lifted) == ({IdentityKind.DIBAO, IdentityKind.REGISTERED_POOR}, True)
    assert (head.disability_kind, head.disability_grade) == (DisabilityKind.LIMB, 2)
    assert (set(wife.identities), wife.hardship.lifted) == ({IdentityKind.DIBAO, IdentityKind.TEKUN}, False)
    assert plan.notices == ("列“低保户”不认识，没有导入。",)
    assert doubts(plan) == "低保和特困不能同时享受，两样都照名册登记了：请核对后终止一样。"

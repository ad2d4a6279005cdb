"""Taking in a register: the sample whole, bad rows with their reasons, and nothing at all when it does not finish."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from clerk_app.domain.codes import IdentityKind
from clerk_app.errors import UserError
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered, list_households, search
from clerk_app.services.people import end_membership
from clerk_app.services.register_import import ImportPlan, carry_out_import, plan_import
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, a_household, a_member, wrong_check_digit

SAMPLE = Path(__file__).parents[2] / "golden" / "lists" / "姚安-清河村-住户名册.xlsx"
HEADINGS = (
    "户编号",
    "村民小组",
    "姓名",
    "与户主关系",
    "性别",
    "公民身份号码",
    "民族",
    "联系电话",
    "困难身份",
    "残疾证号",
    "备注",
)
GOOD = a_member("何一", age=50, place=100).person.id_number or ""
WIFE = a_member("何二", age=48, place=101).person.id_number or ""


def a_register(path: Path, *rows: tuple[object, ...]) -> Path:
    """Write a workbook with the sample's headings."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def a_row(
    name: object = "何一", number: object = GOOD, relation: str = "户主", household: str = "0701", note: object = None
) -> tuple[object, ...]:
    return (household, "第7组", name, relation, None, number, "汉族", None, None, None, note)


def reasons(plan: ImportPlan) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.message) for problem in plan.rejected]


def test_sample_register_comes_in_whole(workspace: Workspace) -> None:
    seen: list[tuple[int, int]] = []
    plan = plan_import(workspace, SAMPLE, lambda done, count: seen.append((done, count)))
    assert (plan.rows, len(plan.households), plan.people, plan.rejected) == (743, 220, 743, ())
    assert seen[-1] == (743, 743)
    assert list_households(workspace) == ()
    stored: list[tuple[int, int]] = []
    result = carry_out_import(workspace, plan, lambda done, count: stored.append((done, count)))
    assert (result.rows, result.households, result.people, result.rejected) == (743, 220, 743, ())
    assert stored == [(done, 220) for done in range(220)]
    rows = list_households(workspace)
    assert (len(rows), sum(row.members for row in rows)) == (220, 743)
    assert all(row.head for row in rows)
    outcome = verify(workspace)
    assert (outcome.ok, outcome.acts) == (True, 222)


def test_imported_household_is_as_the_register_has_it(workspace: Workspace) -> None:
    carry_out_import(workspace, plan_import(workspace, SAMPLE))
    file = household_numbered(workspace, "0001")
    book = openpyxl.load_workbook(SAMPLE, read_only=True)
    rows = [row for row in book.worksheets[0].iter_rows(min_row=2, values_only=True) if row[0] == "0001"]
    book.close()
    assert file.household.group == rows[0][1]
    assert Counter((m.person.name, m.person.id_number) for m in file.members) == Counter(
        (row[2], row[5]) for row in rows
    )
    by_name = {m.person.name: m for m in file.members}
    assert {identity.kind for identity in by_name["自荣凤"].identities} == {IdentityKind.DIBAO}
    assert by_name["自荣凤"].identities[0].from_on == DAY
    assert (by_name["自德秀"].person.disability_grade, by_name["自德秀"].person.disability_certificate[-2:]) == (
        2,
        "42",
    )
    assert history_of(workspace, (file.household.id,))[0].kind == "从名册导入住户"
    assert [hit.name for hit in search(workspace, "自世春")][:1] == ["自世春"]


def test_second_time_everything_is_rejected_with_reasons(workspace: Workspace) -> None:
    carry_out_import(workspace, plan_import(workspace, SAMPLE))
    plan = plan_import(workspace, SAMPLE)
    assert (plan.households, plan.people) == ((), 0)
    assert len({problem.row for problem in plan.rejected}) == 743
    assert {problem.column for problem in plan.rejected} == {"公民身份号码"}
    assert (plan.registered, plan.wrong, plan.brings) == (743, 0, False)
    assert "已登记在 0001 户" in plan.rejected[0].message
    assert carry_out_import(workspace, plan).households == 0
    assert verify(workspace).acts == 222


@pytest.mark.parametrize("error", [KeyboardInterrupt, UserError("不要了")])
def test_cancelled_import_leaves_no_row(workspace: Workspace, error: BaseException | type[BaseException]) -> None:
    def cancel(done: int, _count: int) -> None:
        if done == 150:
            raise error

    plan = plan_import(workspace, SAMPLE)
    with pytest.raises((KeyboardInterrupt, UserError)):
        carry_out_import(workspace, plan, cancel)
    assert list_households(workspace) == ()
    outcome = verify(workspace)
    assert (outcome.ok, outcome.acts) == (True, 2)


def test_cancelled_reading_is_told_upwards(workspace: Workspace) -> None:
    def cancel(_done: int, _count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plan_import(workspace, SAMPLE, cancel)


def test_import_that_meets_a_change_since_the_plan_leaves_no_row(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_import(
        workspace, a_register(tmp_path / "r.xlsx", a_row(household="0700", number=WIFE, name="何二"), a_row())
    )
    assert plan.people == 2
    a_household().numbered("0001").with_head("何一", id_number=GOOD).register_id(workspace)
    with pytest.raises(UserError, match=r"第 3 行起的一户没有导入.*0001"):
        carry_out_import(workspace, plan)
    assert [row.number for row in list_households(workspace)] == ["0001"]


def test_known_person_is_rejected_alone_and_the_others_come(workspace: Workspace, tmp_path: Path) -> None:
    a_household().numbered("0001").with_head("何二", id_number=WIFE).register_id(workspace)
    plan = plan_import(workspace, a_register(tmp_path / "r.xlsx", a_row(), a_row("何二", WIFE, "妻子")))
    assert plan.people == 1
    assert reasons(plan) == [(3, "公民身份号码", "这个公民身份号码已登记在 0001 户：没有重复导入。")]


def test_known_person_who_left_is_rejected_in_plain_words(workspace: Workspace, tmp_path: Path) -> None:
    file = a_household().numbered("0001").with_head("何二", id_number=WIFE).register(workspace)
    end_membership(workspace, file.members[0].membership.id, DAY, "迁出")
    plan = plan_import(workspace, a_register(tmp_path / "r.xlsx", a_row(), a_row("何二", WIFE, "妻子")))
    assert [message for *_, message in reasons(plan)] == ["这个公民身份号码已登记在 本村（已离户）：没有重复导入。"]


def test_household_whose_head_is_known_is_rejected_whole(workspace: Workspace, tmp_path: Path) -> None:
    a_household().numbered("0001").with_head("何一", id_number=GOOD).register_id(workspace)
    plan = plan_import(workspace, a_register(tmp_path / "r.xlsx", a_row(), a_row("何二", WIFE, "妻子")))
    assert plan.households == ()
    assert [(row, column) for row, column, _ in reasons(plan)] == [(2, "公民身份号码"), (3, "与户主关系")]


def test_bad_rows_are_named_with_column_and_reason(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_import(
        workspace,
        a_register(
            tmp_path / "r.xlsx",
            a_row(),
            a_row("何三", wrong_check_digit(WIFE), "妻子"),
            a_row("段" * 10_000, WIFE, "儿子"),
            a_row("=1+1", "3.41004E+17", "长女"),
            a_row("", a_member("x", place=103).person.id_number, "长女"),
            a_row("何四", 5.3232519900307e17, "女儿"),
        ),
    )
    assert (plan.rows, plan.people) == (6, 1)
    assert {row for row, *_ in reasons(plan)} == {3, 4, 5, 6, 7}
    assert all(column and message for _, column, message in reasons(plan))
    assert all(len(message) < 200 for *_, message in reasons(plan))


def test_row_that_the_register_would_refuse_is_rejected_before_anything_is_stored(
    workspace: Workspace, tmp_path: Path
) -> None:
    plan = plan_import(
        workspace, a_register(tmp_path / "r.xlsx", a_row(), a_row("何二", WIFE, "妻子", note="记" * 600))
    )
    assert [(row, column) for row, column, _ in reasons(plan)] == [(3, "备注")]
    assert carry_out_import(workspace, plan).people == 1


def test_formula_cell_is_text_or_refused_never_run(workspace: Workspace, tmp_path: Path) -> None:
    row = a_row(note='=HYPERLINK("http://x","y")')
    plan = plan_import(workspace, a_register(tmp_path / "r.xlsx", row, a_row('=CMD("calc")', WIFE, "妻子")))
    carry_out_import(workspace, plan)
    names = [m.person.name for m in household_numbered(workspace, "0701").members] if plan.people else []
    assert "何二" not in names
    assert all("HYPERLINK" not in row.head for row in list_households(workspace))


@pytest.mark.parametrize("kind", ["zip", "text", "empty", "folder", "missing", "no columns"])
def test_file_that_is_no_register_is_refused_in_one_sentence(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "名册.xlsx"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("readme.txt", "not a workbook")
    elif kind == "text":
        path.write_text("这不是表格")
    elif kind == "empty":
        path.touch()
    elif kind == "folder":
        path.mkdir()
    elif kind == "no columns":
        book = openpyxl.Workbook()
        book.worksheets[0].append(("甲", "乙"))
        book.worksheets[0].append((1, 2))
        book.save(path)
    with pytest.raises(UserError) as refused:
        plan_import(workspace, path)
    assert "\n" not in refused.value.message
    assert list_households(workspace) == ()


def test_household_whose_number_cannot_be_stored_is_rejected_alone(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_import(
        workspace, a_register(tmp_path / "r.xlsx", a_row(), a_row("何二", WIFE, "户主", household="07\u200b02"))
    )
    assert [(row, column) for row, column, _ in reasons(plan)] == [(3, "户编号")]
    assert carry_out_import(workspace, plan).households == 1


def test_number_given_out_is_never_one_that_stands_further_down(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_import(
        workspace, a_register(tmp_path / "r.xlsx", a_row(household=""), a_row("何二", WIFE, "户主", household="0001"))
    )
    assert carry_out_import(workspace, plan).households == 2
    assert {(row.number, row.head) for row in list_households(workspace)} == {("0001", "何二"), ("0002", "何一")}

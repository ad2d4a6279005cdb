"""What an import leaves over: rows that wait, are mended, left out; and the whole taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import event

from clerk_app.domain.codes import IdentityKind, Sex
from clerk_app.errors import UserError
from clerk_app.services.history import history_of
from clerk_app.services.households import (
    HouseholdEntry,
    change_household,
    household_numbered,
    list_households,
    open_household,
    search,
)
from clerk_app.services.import_mending import correct_row, drop_rows, take_in_rows
from clerk_app.services.import_rows import (
    TAKEN_ELSEWHERE,
    ImportRecord,
    WaitingRow,
    import_record,
    list_imports,
    waiting_rows,
)
from clerk_app.services.import_undo import changed_since, undo_import
from clerk_app.services.people import add_member, change_person
from clerk_app.services.register_import import ImportResult, carry_out_import, plan_import
from clerk_app.services.verification import verify
from clerk_app.services.work import settle_work_item, work_items_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import import_store
from tests.builders import a_household, a_member, resident_number, wrong_check_digit
from tests.register_lists import waiting_count

SAMPLE = Path(__file__).parents[2] / "golden" / "lists" / "姚安-清河村-住户名册.xlsx"
POOR = SAMPLE.with_name("姚安-清河村-建档立卡名单.xlsx")
HEADINGS = ("户编号", "村民小组", "姓名", "与户主关系", "公民身份号码", "困难身份")
NUMBER_PLACE, NAME_PLACE, RELATION_PLACE, HOUSEHOLD_PLACE = 4, 2, 3, 0
HEAD, WIFE, SON, OTHER, LATER = (resident_number(date(1960 + n, 3, 4), Sex.MALE, n + 1) for n in range(5))
BAD = wrong_check_digit(SON)


def a_list(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in (HEADINGS, *rows):
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def a_row(
    household: str, name: str, relation: str, number: str | None, status: str | None = None
) -> tuple[object, ...]:
    return (household, "第7组", name, relation, number, status)


@pytest.fixture
def mixed(workspace: Workspace, tmp_path: Path) -> ImportRecord:
    """An import with a whole household less one member, and a household whose head is bad."""
    path = a_list(
        tmp_path / "名册.xlsx",
        a_row("0701", "何一", "户主", HEAD, "低保"),
        a_row("0701", "何二", "子", BAD),
        a_row("0702", "单三", "户主", "12345"),
        a_row("0702", "单四", "子", OTHER),
    )
    result = carry_out_import(workspace, plan_import(workspace, path))
    assert (result.households, result.people, result.waiting) == (1, 1, 3)
    return import_record(workspace, result.import_id)


def waiting(workspace: Workspace, record: ImportRecord) -> dict[int, WaitingRow]:
    return {row.row: row for row in waiting_rows(workspace, record.id)}


# the rows that wait


def test_rows_left_over_wait_as_work_with_their_contents(workspace: Workspace, mixed: ImportRecord) -> None:
    rows = waiting(workspace, mixed)
    assert [(row.row, row.block) for row in rows.values()] == [(3, "0701"), (4, "0702"), (5, "0702")]
    household = household_numbered(workspace, "0701").household
    assert (rows[3].household_id, rows[4].household_id) == (household.id, "")
    assert rows[3].cells[NUMBER_PLACE].text == BAD
    assert (rows[3].problems[0].column, "校验码" in rows[3].problems[0].message) == ("公民身份号码", True)
    assert (mixed.waiting, waiting_count(workspace)) == (3, 3)
    (item,) = work_items_of(workspace, (household.id,))
    assert (item.kind_in_words, "第 3 行没有导入" in item.reason) == ("名册里没导入的行", True)


def test_contents_of_waiting_rows_are_in_no_file_in_the_open(workspace: Workspace, mixed: ImportRecord) -> None:
    assert mixed.waiting
    workspace.close()
    for path in workspace.data_dir.rglob("*"):
        if path.is_file():
            assert "单三".encode() not in path.read_bytes()
            assert BAD.encode() not in path.read_bytes()


def test_member_mended_joins_the_household_that_came(workspace: Workspace, mixed: ImportRecord) -> None:
    row = waiting(workspace, mixed)[3]
    rows = correct_row(workspace, row.id, {NUMBER_PLACE: SON})
    assert [one.problems for one in rows if one.id == row.id] == [()]
    taken = take_in_rows(workspace, mixed.id)
    assert (taken.households, taken.people, taken.waiting) == (0, 1, 2)
    file = household_numbered(workspace, "0701")
    assert [member.person.name for member in file.members] == ["何一", "何二"]
    assert history_of(workspace, (file.household.id,))[0].kind == "补导入名册里的成员"
    record = import_record(workspace, mixed.id)
    assert (record.people, record.households, record.waiting) == (2, 1, 2)
    assert verify(workspace).ok


def test_head_mended_brings_the_household(workspace: Workspace, mixed: ImportRecord) -> None:
    rows = waiting(workspace, mixed)
    after = correct_row(workspace, rows[4].id, {NUMBER_PLACE: WIFE})
    assert [bool(row.problems) for row in after] == [True, False, False]
    seen: list[tuple[int, int]] = []
    taken = take_in_rows(workspace, mixed.id, lambda done, count: seen.append((done, count)))
    assert (taken.households, taken.people, taken.waiting, seen) == (1, 2, 1, [(0, 1)])
    assert [member.person.name for member in household_numbered(workspace, "0702").members] == ["单三", "单四"]


def test_correction_that_is_wrong_too_is_kept_and_told(workspace: Workspace, mixed: ImportRecord) -> None:
    row = waiting(workspace, mixed)[3]
    correct_row(workspace, row.id, {NUMBER_PLACE: HEAD, NAME_PLACE: ""})
    again = waiting(workspace, mixed)[3]
    assert [problem.column for problem in again.problems] == ["姓名"]
    correct_row(workspace, row.id, {NAME_PLACE: "何二"})
    again = waiting(workspace, mixed)[3]
    assert "已登记在 0701 户" in again.problems[0].message
    assert take_in_rows(workspace, mixed.id).people == 0


def test_second_head_cannot_join(workspace: Workspace, mixed: ImportRecord) -> None:
    row = waiting(workspace, mixed)[3]
    correct_row(workspace, row.id, {NUMBER_PLACE: SON, RELATION_PLACE: "户主"})
    assert "有户主了" in waiting(workspace, mixed)[3].problems[0].message


def test_row_without_a_household_finds_one_by_its_number(workspace: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "a.xlsx", a_row("", "孤儿", "子", SON), a_row("0701", "何一", "户主", HEAD))
    record = import_record(workspace, carry_out_import(workspace, plan_import(workspace, path)).import_id)
    row = waiting(workspace, record)[2]
    assert row.block == "#2"
    correct_row(workspace, row.id, {HOUSEHOLD_PLACE: "0701"})
    assert take_in_rows(workspace, record.id).people == 1
    assert household_numbered(workspace, "0701").members[1].person.name == "孤儿"


def test_number_of_a_household_that_is_not_of_this_import_stays_out(workspace: Workspace, mixed: ImportRecord) -> None:
    a_household().numbered("0001").with_head("老户", place=50).register_id(workspace)
    row = waiting(workspace, mixed)[3]
    correct_row(workspace, row.id, {HOUSEHOLD_PLACE: "0001", NUMBER_PLACE: SON, RELATION_PLACE: "户主"})
    assert "0001 已经登记" in waiting(workspace, mixed)[3].problems[0].message


def test_row_left_out_with_a_reason_waits_no_more(workspace: Workspace, mixed: ImportRecord) -> None:
    row = waiting(workspace, mixed)[3]
    for reason in ("", "  ", "长" * 201, "不是\x1b[2J本村人"):
        with pytest.raises(UserError) as refused:
            drop_rows(workspace, [row.id], reason)
        assert refused.value.field == "reason"
    assert drop_rows(workspace, [row.id, "import_row-none-0000001"], "不是本村人") == 1
    assert [one.row for one in waiting_rows(workspace, mixed.id)] == [4, 5]
    with pytest.raises(UserError, match="已经处理过"):
        correct_row(workspace, row.id, {NUMBER_PLACE: SON})


def test_row_settled_as_other_work_is_wants_a_reason_too(workspace: Workspace, mixed: ImportRecord) -> None:
    row = waiting(workspace, mixed)[3]
    with pytest.raises(UserError, match="以前的导入") as refused:
        settle_work_item(workspace, row.id)
    assert refused.value.field == "outcome"
    settle_work_item(workspace, row.id, "外村人")
    assert waiting_count(workspace) == 2


def test_mended_list_taken_in_again_settles_what_waited(
    workspace: Workspace, mixed: ImportRecord, tmp_path: Path
) -> None:
    path = a_list(tmp_path / "again.xlsx", a_row("0702", "单三", "户主", WIFE), a_row("0702", "单四", "子", OTHER))
    second = carry_out_import(workspace, plan_import(workspace, path))
    assert (second.people, second.waiting) == (2, 0)
    third = carry_out_import(workspace, plan_import(workspace, path))
    assert (third.people, third.waiting, third.import_id) == (0, 0, "")
    assert [row.row for row in waiting_rows(workspace, mixed.id)] == [3, 4], "row 4 has no number to know it by"
    assert TAKEN_ELSEWHERE


def test_people_who_are_registered_already_wait_for_nobody(
    workspace: Workspace, mixed: ImportRecord, tmp_path: Path
) -> None:
    path = a_list(tmp_path / "b.xlsx", a_row("0701", "何一", "户主", HEAD), a_row("0801", "何五", "户主", LATER))
    plan = plan_import(workspace, path)
    assert ([problem.row for problem in plan.rejected], plan.left_over) == ([2], ())
    result = carry_out_import(workspace, plan)
    assert (result.people, result.waiting) == (1, 0)
    assert len(list_imports(workspace)) == 2
    assert mixed.waiting == 3


def test_only_bad_rows_are_kept_too(workspace: Workspace, tmp_path: Path) -> None:
    result = carry_out_import(
        workspace, plan_import(workspace, a_list(tmp_path / "a.xlsx", a_row("1", "何", "户主", BAD)))
    )
    assert (result.households, result.waiting, bool(result.import_id)) == (0, 1, True)


def test_sample_list_of_the_county_leaves_its_damaged_rows(workspace: Workspace) -> None:
    result = carry_out_import(workspace, plan_import(workspace, POOR))
    assert (result.rows, result.households, result.people, result.waiting) == (182, 50, 172, 10)
    rows = waiting_rows(workspace, result.import_id)
    assert {row.row for row in rows} == {39, 96, 97, 119, 120, 121, 158, 179, 180, 181}
    place = import_record(workspace, result.import_id).headers.index("身份证号码")
    head = next(row for row in rows if row.row == 96)
    correct_row(workspace, head.id, {place: resident_number(date(1971, 12, 11), Sex.MALE, 71)})
    taken = take_in_rows(workspace, result.import_id)
    assert (taken.households, taken.people, taken.waiting) == (1, 2, 8)


# taking all of it back


def test_undone_import_leaves_nothing_and_can_be_done_again(workspace: Workspace) -> None:
    result = carry_out_import(workspace, plan_import(workspace, SAMPLE))
    household = household_numbered(workspace, "0001").household
    steps: list[int] = []
    undone = undo_import(workspace, result.import_id, "选错了文件", progress=lambda done, _: steps.append(done))
    assert (undone.households, undone.people, undone.left) == (220, 743, ())
    assert (steps[0], steps[-1]) == (0, 219)
    assert list_households(workspace) == ()
    assert search(workspace, "自世春") == ()
    assert open_household(workspace, household.id).household.close_reason == "导入撤销"
    entry = history_of(workspace, (household.id,))[0]
    assert (entry.kind, entry.reason) == ("撤销名册导入", "选错了文件")
    assert verify(workspace).ok
    again = carry_out_import(workspace, plan_import(workspace, SAMPLE))
    assert (again.households, again.people, again.rejected) == (220, 743, ())
    assert [one.undone_at is not None for one in list_imports(workspace)] == [False, True]


def test_undo_takes_the_mended_and_the_waiting_rows_along(workspace: Workspace, mixed: ImportRecord) -> None:
    correct_row(workspace, waiting(workspace, mixed)[3].id, {NUMBER_PLACE: SON})
    take_in_rows(workspace, mixed.id)
    undone = undo_import(workspace, mixed.id, "作废")
    assert (undone.households, undone.people) == (1, 2)
    assert waiting_count(workspace) == 0
    for again in (lambda: undo_import(workspace, mixed.id, "作废"), lambda: take_in_rows(workspace, mixed.id)):
        with pytest.raises(UserError, match="撤销"):
            again()


def test_undo_ends_the_statuses(workspace: Workspace, mixed: ImportRecord) -> None:
    person = household_numbered(workspace, "0701").members[0]
    assert [status.kind for status in person.identities] == [IdentityKind.DIBAO]
    undo_import(workspace, mixed.id, "作废")
    with workspace.unit_of_work("look") as uow:
        (status,) = uow.identities.find(person_id=person.person.id)
    assert status.to_on == status.from_on


def change_of_household(workspace: Workspace) -> None:
    household = household_numbered(workspace, "0001").household
    change_household(
        workspace, household.id, household.version, HouseholdEntry(number="0001", group="第7组", phone="1")
    )


def change_of_person(workspace: Workspace) -> None:
    person = household_numbered(workspace, "0001").members[1].person
    change_person(workspace, replace(person, phone="13800000000"))


def new_member(workspace: Workspace) -> None:
    add_member(workspace, household_numbered(workspace, "0001").household.id, a_member("新人", relation="20", place=90))


def twelve(workspace: Workspace, tmp_path: Path) -> ImportResult:
    """Take in twelve households of a head and a child."""
    numbers = [resident_number(date(1970, 1, 1), Sex.MALE, place) for place in range(1, 25)]
    rows = [
        a_row(f"{n // 2 + 1:04d}", f"何{'一二三四五六七八九十'[n % 10]}", "子" if n % 2 else "户主", number)
        for n, number in enumerate(numbers)
    ]
    result = carry_out_import(workspace, plan_import(workspace, a_list(tmp_path / "十二户.xlsx", *rows)))
    assert (result.households, result.people) == (12, 24)
    return result


@pytest.mark.parametrize("change", [change_of_household, change_of_person, new_member])
def test_undo_is_refused_with_the_households_changed_since(
    workspace: Workspace, tmp_path: Path, change: object
) -> None:
    result = twelve(workspace, tmp_path)
    assert callable(change)
    change(workspace)
    assert [one.number for one in changed_since(workspace, result.import_id).households] == ["0001"]
    with pytest.raises(UserError, match=r"1 户后来改动过（第7组 0001）") as refused:
        undo_import(workspace, result.import_id, "作废")
    assert refused.value.field == "changed"
    assert len(list_households(workspace)) == 12
    undone = undo_import(workspace, result.import_id, "作废", leave_changed=True)
    assert (undone.households, [one.number for one in undone.left]) == (11, ["0001"])
    assert [row.number for row in list_households(workspace)] == ["0001"]


def test_undo_names_some_of_many(workspace: Workspace, tmp_path: Path) -> None:
    result = twelve(workspace, tmp_path)
    for row in list_households(workspace)[:10]:
        household = open_household(workspace, row.id).household
        change_household(workspace, household.id, household.version, HouseholdEntry(number=row.number, phone="1"))
    with pytest.raises(UserError, match=r"10 户后来改动过.* 等"):
        undo_import(workspace, result.import_id, "作废")


@pytest.mark.parametrize("reason", ["", " ", "长" * 201])
def test_undo_wants_a_reason(workspace: Workspace, mixed: ImportRecord, reason: str) -> None:
    with pytest.raises(UserError) as refused:
        undo_import(workspace, mixed.id, reason)
    assert refused.value.field == "reason"


def test_cancelled_undo_leaves_all_of_it(workspace: Workspace, mixed: ImportRecord) -> None:
    def cancel(_done: int, _count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        undo_import(workspace, mixed.id, "作废", progress=cancel)
    assert import_record(workspace, mixed.id).undone_at is None
    assert len(list_households(workspace)) == 1


def test_unknown_import_is_told(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="没有这次导入"):
        undo_import(workspace, "none", "作废")


def test_undo_reads_many_households_at_once(workspace: Workspace) -> None:
    """Of a household alone is asked only whether somebody is left in it; thousands are taken back in a minute."""
    result = carry_out_import(workspace, plan_import(workspace, SAMPLE))
    told: list[str] = []

    def note(_: object, __: object, statement: str, *_others: object) -> None:
        told.append(statement.split(maxsplit=1)[0])

    event.listen(workspace.store.engine, "before_cursor_execute", note)
    undone = undo_import(workspace, result.import_id, "选错了文件")
    event.remove(workspace.store.engine, "before_cursor_execute", note)
    assert undone.households == 220
    assert told.count("SELECT") < 2 * undone.households


# the same list once more


def test_a_bad_list_taken_in_twice_waits_once(workspace: Workspace, mixed: ImportRecord, tmp_path: Path) -> None:
    before = [row.id for row in waiting_rows(workspace, mixed.id)]
    plan = plan_import(workspace, tmp_path / "名册.xlsx")
    assert sorted(plan.waits) == [3, 4, 5]
    assert plan.left_over == ()
    told = {problem.row: problem.message for problem in plan.rejected}
    assert f"已经在等着处理（{workspace.today()} 导入的“名册.xlsx”第 3 行）" in told[3]
    assert "等着处理" not in told[2]
    again = carry_out_import(workspace, plan)
    assert (again.households, again.waiting, again.waiting_already, again.import_id) == (0, 0, 3, "")
    assert (waiting_count(workspace), len(list_imports(workspace))) == (3, 1)
    assert [row.id for row in waiting_rows(workspace, mixed.id)] == before


def test_rows_that_wait_are_known_again_in_another_file_order_and_after_a_correction_of_the_cell(
    workspace: Workspace, mixed: ImportRecord, tmp_path: Path
) -> None:
    row = waiting(workspace, mixed)[3]
    correct_row(workspace, row.id, {NAME_PLACE: "何小二"})
    correct_row(workspace, row.id, {NAME_PLACE: "何二二"})
    book = openpyxl.Workbook()
    order = [4, 3, 2, 1, 0, 5]
    for cells in (
        HEADINGS,
        a_row("0703", "段六", "户主", LATER),
        a_row("0702", "单四", "子", OTHER),
        a_row("0702", "单三", "户主", "12345 "),
        a_row("0701", "何二", "子", BAD),
    ):
        book.worksheets[0].append([cells[place] for place in order])
    book.save(tmp_path / "另一份.xlsx")
    result = carry_out_import(workspace, plan_import(workspace, tmp_path / "另一份.xlsx"))
    assert (result.households, result.waiting, result.waiting_already) == (1, 0, 3)
    assert waiting(workspace, mixed)[3].cells[NAME_PLACE].text == "何二二"


def test_two_rows_alike_in_one_list_both_wait_and_a_third_one_later_waits_too(
    workspace: Workspace, tmp_path: Path
) -> None:
    bad = a_row("0701", "何二", "子", "12345")
    first = a_list(tmp_path / "一.xlsx", a_row("0701", "何一", "户主", HEAD), bad, bad)
    assert carry_out_import(workspace, plan_import(workspace, first)).waiting == 2
    second = a_list(tmp_path / "二.xlsx", a_row("0701", "何一", "户主", HEAD), bad, bad, bad)
    result = carry_out_import(workspace, plan_import(workspace, second))
    assert (result.waiting, result.waiting_already, waiting_count(workspace)) == (1, 2, 3)


def test_a_row_whose_household_comes_in_only_now_waits_with_its_household(
    workspace: Workspace, mixed: ImportRecord, tmp_path: Path
) -> None:
    assert 5 in waiting(workspace, mixed)
    path = a_list(
        tmp_path / "改了户主.xlsx",
        a_row("0702", "单三", "户主", LATER),
        a_row("0702", "单四", "不知何人", "12345"),
    )
    child = a_list(
        tmp_path / "先来.xlsx", a_row("0702", "单三", "户主", "1"), a_row("0702", "单四", "不知何人", "12345")
    )
    early = carry_out_import(workspace, plan_import(workspace, child))
    result = carry_out_import(workspace, plan_import(workspace, path))
    assert (early.waiting, result.households, result.waiting, result.waiting_already) == (2, 1, 1, 0)
    (row,) = waiting_rows(workspace, result.import_id)
    assert row.household_id == household_numbered(workspace, "0702").household.id
    assert [one.row for one in waiting_rows(workspace, early.import_id)] == [2]


def test_a_row_that_was_left_out_can_wait_again(workspace: Workspace, mixed: ImportRecord, tmp_path: Path) -> None:
    drop_rows(workspace, [waiting(workspace, mixed)[3].id], "查无此人")
    plan = plan_import(workspace, tmp_path / "名册.xlsx")
    assert (sorted(plan.waits), {problem.row for problem in plan.left_over}) == ([4, 5], {3})


def test_rows_kept_by_an_older_program_are_known_again_by_their_cells(
    workspace: Workspace, mixed: ImportRecord, tmp_path: Path
) -> None:
    with workspace.store.writing() as connection:
        for item in import_store.rows_left(connection, mixed.id):
            kept = json.loads(item.detail)
            del kept["content"]
            import_store.change_row(connection, item.id, reason=item.reason, detail=json.dumps(kept))
    assert sorted(plan_import(workspace, tmp_path / "名册.xlsx").waits) == [3, 4, 5]
    correct_row(workspace, waiting(workspace, mixed)[3].id, {NAME_PLACE: "何二二"})
    assert sorted(plan_import(workspace, tmp_path / "名册.xlsx").waits) == [3, 4, 5]

"""Statuses that a list gives to people on file: shown before, recorded with the import, taken back with it and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.household import Identity
from clerk_app.domain.resident_id import other_form
from clerk_app.errors import UserError
from clerk_app.services.events import Death, carry_out
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered, new_identity
from clerk_app.services.import_mending import correct_row, take_in_rows
from clerk_app.services.import_rows import import_record, list_imports, waiting_rows
from clerk_app.services.import_undo import changed_since, undo_import
from clerk_app.services.people import add_identity, change_identity, end_identity, end_membership, hardship_statuses
from clerk_app.services.register_import import ImportPlan, carry_out_import, plan_import
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, a_household, a_member
from tests.register_lists import waiting_count

LISTS = Path(__file__).parents[2] / "golden" / "lists"
REGISTER = LISTS / "姚安-清河村-住户名册.xlsx"
POOR_LIST = LISTS / "姚安-清河村-建档立卡名单.xlsx"
POOR, DIBAO = IdentityKind.REGISTERED_POOR, IdentityKind.DIBAO
COMPLICATION = IdentityKind.STERILISATION_COMPLICATION
HEADINGS = ("姓名", "身份证号", "与户主关系", "困难身份", "脱贫年度")
HEAD, SON, NOBODY = (
    a_member("", age=age, place=place).person.id_number or "" for age, place in ((59, 1), (30, 2), (40, 3))
)


def a_list(path: Path, *rows: tuple[object, ...], headings: tuple[str, ...] = HEADINGS) -> Path:
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


@pytest.fixture
def village(workspace: Workspace) -> Workspace:
    """A village where 何一 with a son 何二 is registered in household 0001, and nobody has a status."""
    family = a_household().numbered("0001").with_head("何一", age=59, place=1)
    family.with_member("何二", "22", age=30, place=2).register(workspace)
    return workspace


def statuses(workspace: Workspace, place: int = 0) -> tuple[Identity, ...]:
    return hardship_statuses(workspace, household_numbered(workspace, "0001").members[place].person.id)


def given(plan: ImportPlan) -> list[tuple[int, str, str, str]]:
    return [(one.row, one.name, one.household, one.words) for one in plan.statuses]


def test_poor_list_of_the_sample_gives_what_the_register_lacks_and_takes_it_back(workspace: Workspace) -> None:
    carry_out_import(workspace, plan_import(workspace, REGISTER))
    shown = plan_import(workspace, POOR_LIST)
    assert (shown.rows, shown.people, shown.registered, shown.wrong, len(shown.statuses)) == (182, 0, 174, 8, 150)
    assert given(shown)[0] == (6, "仇有玉", "0003", "建档立卡贫困人口（2016-12-31 脱贫）")
    acts = verify(workspace).acts
    done = carry_out_import(workspace, shown)
    assert (done.statuses, done.registered, done.wrong, done.waiting) == (shown.statuses, 174, 8, 8)
    record = import_record(workspace, done.import_id)
    assert (record.households, record.people, record.statuses, record.waiting) == (0, 0, 150, 8)
    (poor,) = (one for one in household_numbered(workspace, "0003").members[1].identities if one.kind is POOR)
    assert (poor.from_on, poor.to_on, poor.lifted_on) == (date(2016, 12, 31), None, date(2016, 12, 31))
    assert verify(workspace).acts - acts == len({one.household for one in shown.statuses})
    again = plan_import(workspace, POOR_LIST)
    assert (again.statuses, again.registered, again.brings) == ((), 174, False)
    assert carry_out_import(workspace, again).import_id == ""
    undone = undo_import(workspace, done.import_id, "选错了文件")
    assert (undone.households, undone.statuses, undone.statuses_left) == (0, 150, ())
    assert all(
        POOR not in {one.kind for one in m.identities} for m in household_numbered(workspace, "0003").members[1:]
    )
    assert given(plan_import(workspace, POOR_LIST)) == given(shown)
    assert verify(workspace).ok


def test_each_status_with_what_the_list_says_of_it(village: Workspace, tmp_path: Path) -> None:
    path = a_list(
        tmp_path / "名单.xlsx",
        ("何一", other_form(HEAD), "户主", "建档立卡、节育手术并发症（二级）、军属", None),
        ("何二", SON, "长子", "低保、建档立卡(已脱贫)", "2017年"),
    )
    shown = plan_import(village, path)
    assert given(shown) == [
        (2, "何一", "0001", "建档立卡贫困人口"),
        (2, "何一", "0001", "节育手术并发症（2 级）"),
        (3, "何二", "0001", "低保对象"),
        (3, "何二", "0001", "建档立卡贫困人口（2017-12-31 脱贫）"),
    ]
    assert [problem.says_more for problem in shown.rejected] == [True, False]
    assert "困难身份“军属”不认识，没有登记。" in shown.rejected[0].message
    assert "“低保对象、建档立卡贫困人口（2017-12-31 脱贫）”名册里没有，导入时补登。" in shown.rejected[1].message
    carry_out_import(village, shown)
    today = village.today()
    assert [(one.kind, one.grade, one.from_on, one.lifted_on) for one in statuses(village)] == [
        (POOR, None, today, None),
        (COMPLICATION, 2, today, None),
    ]
    assert {one.kind: one.from_on for one in statuses(village, 1)} == {DIBAO: today, POOR: date(2017, 12, 31)}
    household = household_numbered(village, "0001").household
    assert history_of(village, (household.id,))[0].kind == "按名单补登困难身份"


def test_a_list_without_households_gives_statuses_by_the_number_alone(village: Workspace, tmp_path: Path) -> None:
    path = a_list(
        tmp_path / "残疾.xlsx",
        ("何二", SON, "是"),
        ("何二", f"'{SON}", "是"),
        ("何九", NOBODY, "是"),
        headings=("姓名", "身份证号", "是否低保"),
    )
    shown = plan_import(village, path)
    assert "只补登名册里没有的困难身份" in shown.notices[0]
    assert given(shown) == [(2, "何二", "0001", "低保对象")], "once, though the list has him twice"
    assert (shown.registered, shown.wrong) == (2, 1)
    carry_out_import(village, shown)
    assert [one.kind for one in statuses(village, 1)] == [DIBAO]


def test_somebody_on_file_gets_it_though_the_household_of_the_list_is_wrong(village: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "名单.xlsx", ("何一", "12345", "户主", "低保", None), ("何二", SON, "长子", "低保", None))
    shown = plan_import(village, path)
    assert (given(shown), shown.registered, shown.wrong) == ([(3, "何二", "0001", "低保对象")], 1, 1)


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        (new_identity(DIBAO, date(2020, 1, 1)), ""),
        (
            new_identity(DIBAO, date(2020, 1, 1), to_on=date(2021, 6, 30)),
            "名册里登记的是 2020-01-01 到 2021-06-30，没有补登",
        ),
        (new_identity(DIBAO, date(2030, 1, 1)), "名册里登记的是 2030-01-01 起，没有补登"),
    ],
    ids=["held", "ended", "to come"],
)
def test_a_status_on_file_is_not_recorded_a_second_time(
    village: Workspace, tmp_path: Path, recorded: Identity, said: str
) -> None:
    add_identity(village, household_numbered(village, "0001").members[0].person.id, recorded)
    shown = plan_import(village, a_list(tmp_path / "名单.xlsx", ("何一", HEAD, "户主", "低保", None)))
    assert (shown.statuses, shown.brings) == ((), False)
    (problem,) = shown.rejected
    assert (said in problem.message, problem.says_more) == (True, bool(said))


def test_poverty_left_by_the_list_and_not_by_the_register_is_told(village: Workspace, tmp_path: Path) -> None:
    add_identity(
        village, household_numbered(village, "0001").members[0].person.id, new_identity(POOR, date(2015, 1, 1))
    )
    path = a_list(tmp_path / "名单.xlsx", ("何一", HEAD, "户主", "建档立卡(已脱贫)", 2017))
    shown = plan_import(village, path)
    assert shown.statuses == ()
    assert "名单写明已脱贫（2017 年），名册里没有标注" in shown.rejected[0].message


def test_whoever_died_or_left_gets_nothing(village: Workspace, tmp_path: Path) -> None:
    file = household_numbered(village, "0001")
    died = Death(person_id=file.members[0].person.id, on=date(2026, 3, 1), new_head=file.members[1].person.id)
    carry_out(village, died)
    path = a_list(tmp_path / "名单.xlsx", ("何一", HEAD, "户主", "低保", None), ("何二", SON, "长子", "低保", None))
    shown = plan_import(village, path)
    assert given(shown) == [(3, "何二", "0001", "低保对象")]
    assert "没有补登：这个人已登记死亡（2026-03-01）。" in shown.rejected[0].message
    end_membership(village, household_numbered(village, "0001").members[0].membership.id, village.today(), "登记有误")
    shown = plan_import(village, path)
    assert shown.statuses == ()
    assert "没有补登：这个人已离户。" in shown.rejected[1].message


def test_what_was_done_between_preview_and_import_stops_it_whole(village: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "名单.xlsx", ("何一", HEAD, "户主", "低保", None), ("何二", SON, "长子", "低保", None))
    shown = plan_import(village, path)
    son = household_numbered(village, "0001").members[1].person.id
    by_hand = add_identity(village, son, new_identity(DIBAO, date(2024, 1, 1)))
    with pytest.raises(UserError, match="第 3 行的何二，登记刚刚改动过，整次没有导入"):
        carry_out_import(village, shown)
    assert (statuses(village), statuses(village, 1)) == ((), (by_hand,))
    assert list_imports(village) == ()


def test_undo_leaves_what_was_changed_since_and_says_so(village: Workspace, tmp_path: Path) -> None:
    son = household_numbered(village, "0001").members[1].person.id
    earlier = add_identity(village, son, new_identity(POOR, date(2014, 1, 1)))
    path = a_list(
        tmp_path / "名单.xlsx", ("何一", HEAD, "户主", "低保、建档立卡", None), ("何二", SON, "长子", "低保", None)
    )
    done = carry_out_import(village, plan_import(village, path))
    dibao = next(one for one in statuses(village) if one.kind is DIBAO)
    kept = change_identity(village, replace(dibao, certificate="云低保 12"), reason="证到了")
    after = add_identity(village, son, new_identity(COMPLICATION, village.today(), grade=2))
    (changed,) = changed_since(village, done.import_id).statuses
    assert changed.words == "何一的低保对象"
    undone = undo_import(village, done.import_id, "名单过时")
    assert (undone.statuses, [one.words for one in undone.statuses_left]) == (2, ["何一的低保对象"])
    assert (statuses(village), statuses(village, 1)) == ((kept,), (earlier, after))
    assert import_record(village, done.import_id).statuses == 1, "what stands of it"
    assert verify(village).ok


def test_what_was_taken_back_held_on_no_day_and_can_be_recorded_by_hand(village: Workspace, tmp_path: Path) -> None:
    path = a_list(tmp_path / "名单.xlsx", ("何一", HEAD, "户主", "建档立卡(已脱贫)", 2017))
    done = carry_out_import(village, plan_import(village, path))
    (given_one,) = statuses(village)
    undo_import(village, done.import_id, "名单过时")
    person = household_numbered(village, "0001").members[0].person
    with village.store.reading() as connection:
        row = connection.exec_driver_sql("SELECT from_on, to_on, withdrawn_on FROM identity").one()
    assert tuple(row) == ("2017-12-31", "2017-12-31", village.today().isoformat())
    assert not replace(given_one, to_on=given_one.from_on, withdrawn_on=village.today()).held_on(given_one.from_on)
    by_hand = add_identity(village, person.id, new_identity(POOR, date(2014, 1, 1)))
    assert statuses(village) == (by_hand,)


def test_a_list_taken_in_after_a_status_was_ended_by_hand_brings_it_back_for_nobody(
    village: Workspace, tmp_path: Path
) -> None:
    path = a_list(tmp_path / "名单.xlsx", ("何一", HEAD, "户主", "低保", None))
    carry_out_import(village, plan_import(village, path))
    (dibao,) = statuses(village)
    end_identity(village, dibao.id, village.today(), "退出低保")
    again = plan_import(village, path)
    assert again.statuses == ()


def test_a_later_list_does_not_hold_up_the_undo_of_an_earlier_import_once_it_is_taken_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = a_list(tmp_path / "名册.xlsx", ("何一", HEAD, "户主", None, None))
    register = carry_out_import(workspace, plan_import(workspace, first))
    number = plan_import(workspace, first).rejected[0].message.partition("登记在 ")[2][:4]
    later = carry_out_import(
        workspace, plan_import(workspace, a_list(tmp_path / "名单.xlsx", ("何一", HEAD, "户主", "低保", None)))
    )
    (changed,) = changed_since(workspace, register.import_id).households
    assert changed.number == number
    with pytest.raises(UserError, match="后来改动过"):
        undo_import(workspace, register.import_id, "重来")
    undo_import(workspace, later.import_id, "名单过时")
    assert changed_since(workspace, register.import_id).households == ()
    assert undo_import(workspace, register.import_id, "重来").households == 1
    assert verify(workspace).ok


def test_a_row_that_waits_gives_its_status_once_its_number_is_right(village: Workspace, tmp_path: Path) -> None:
    path = a_list(
        tmp_path / "名单.xlsx", ("何一", "12345", "户主", "低保", None), ("何九", NOBODY[:-1], "户主", None, None)
    )
    done = carry_out_import(village, plan_import(village, path))
    assert (done.statuses, done.waiting) == ((), 2)
    row = waiting_rows(village, done.import_id)[0]
    assert correct_row(village, row.id, {1: HEAD})[0].problems == ()
    taken = take_in_rows(village, done.import_id)
    assert (taken.households, taken.people, taken.statuses, taken.waiting) == (0, 0, 1, 1)
    assert [one.kind for one in statuses(village)] == [DIBAO]
    assert undo_import(village, done.import_id, "重来").statuses == 1
    assert statuses(village) == ()


def test_a_row_that_waited_for_the_register_does_not_lose_its_status(workspace: Workspace, tmp_path: Path) -> None:
    path = a_list(
        tmp_path / "低保.xlsx", ("何一", HEAD, "是"), ("何二", SON, None), headings=("姓名", "身份证号", "是否低保")
    )
    done = carry_out_import(workspace, plan_import(workspace, path))
    assert done.waiting == 2
    family = a_household().numbered("0001").with_head("何一", age=59, place=1)
    family.with_member("何二", "22", age=30, place=2).register(workspace)
    assert take_in_rows(workspace, done.import_id).statuses == 1
    assert ([one.kind for one in statuses(workspace)], waiting_count(workspace)) == ([DIBAO], 0)


def test_t124_nobody_gets_tekun_beside_dibao_from_a_list(village: Workspace, tmp_path: Path) -> None:
    add_identity(village, household_numbered(village, "0001").members[0].person.id, new_identity(DIBAO, DAY))
    path = a_list(
        tmp_path / "名单.xlsx",
        ("何一", HEAD, "户主", "特困", None),
        ("何二", SON, "长子", "低保、特困、建档立卡", None),
    )
    shown = plan_import(village, path)
    assert given(shown) == [(3, "何二", "0001", "建档立卡贫困人口")]
    assert "“特困人员”没有补登：低保和特困不能同时享受" in shown.rejected[0].message
    assert "“低保对象”没有补登" in shown.rejected[1].message


def test_t124_both_in_a_row_of_a_new_household_are_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    shown = plan_import(workspace, a_list(tmp_path / "名册.xlsx", ("何一", HEAD, "户主", "低保、特困", None)))
    assert any("低保和特困不能同时享受" in warning for warning in shown.households[0].members[0].warnings)

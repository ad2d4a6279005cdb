"""Conflicts between two laptops: both sides shown, settled once, nothing revived or ended in silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from clerk_app.domain.act import Act, Change
from clerk_app.domain.household import HouseholdFile
from clerk_app.domain.settlement import Choice
from clerk_app.errors import UserError
from clerk_app.services.conflicts import (
    ACT,
    FIELD,
    Conflict,
    conflicts,
    count_conflicts,
    laptop_name,
    settle_conflict,
)
from clerk_app.services.history import HELD_BACK, LOST_TO_COUNTY, LOST_TO_LAPTOP, SENT_BACK, history_of
from clerk_app.services.households import HouseholdEntry, change_household, household_numbered, open_household
from clerk_app.services.people import add_member, change_person, change_relation, end_membership
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, peer, village_order
from clerk_app.storage.apply import apply_each
from tests.builders import DAY, a_household, a_member

OTHER = "0000-other-laptop"


def elsewhere(
    workspace: Workspace, *changes: Change, subject: str = "", kind: str = "change_household", reason: str = ""
) -> Act:
    """Apply an act of another laptop, made without knowing what this one did since."""
    with workspace.store.writing() as connection:
        number, previous = journal.chain_head(connection, OTHER, 1)
        act = journal.sealed(
            Act(
                install=OTHER,
                epoch=1,
                number=number + 1,
                id=f"act-{number + 1}",
                at="2026-03-16T02:00:00.000Z",
                by=workspace.clerk.id,
                kind=kind,
                subject=subject,
                reason=reason,
                changes=tuple(changes),
                previous=previous,
            )
        )
        journal.append(connection, act)
        assert list(apply_each(connection, (act,))) == [None]
    return act


def note(workspace: Workspace, words: str, number: str = "0001") -> HouseholdFile:
    file = household_numbered(workspace, number)
    entry = HouseholdEntry(number=number, group=file.household.group, note=words)
    change_household(workspace, file.household.id, file.household.version, entry)
    return household_numbered(workspace, number)


def clash(workspace: Workspace, ours: str = "甲", theirs: str = "乙") -> Conflict:
    file = note(workspace, ours)
    change = Change("household", file.household.id, 1, {"note": ""}, {"note": theirs})
    elsewhere(workspace, change, subject=file.household.id)
    (found,) = conflicts(workspace)
    return found


def values(sides: Sequence[object]) -> list[str]:
    return [getattr(side, "value", "") for side in sides]


def test_both_values_are_shown_with_who_when_and_where(village: Workspace) -> None:
    found = clash(village)
    assert (found.kind, found.field, found.record, found.household) == (FIELD, "备注", "住户", "第1组 0001 户 段有福")
    assert (found.standing.value, found.standing.by, found.standing.laptop.text) == ("甲", "何清", "本机")
    assert values(found.others) == ["乙"]
    assert (found.others[0].laptop.text, found.others[0].act_kind) == ("另一台电脑", "修改住户")
    assert found.choices == (Choice.KEPT, Choice.TAKEN)
    assert count_conflicts(village) == 1
    assert conflicts(village, found.household_id) == (found,)
    assert conflicts(village, household_numbered(village, "0002").household.id) == ()
    assert verify(village).ok


@pytest.mark.parametrize(("choice", "value"), [(Choice.KEPT, "甲"), (Choice.TAKEN, "乙")], ids=["kept", "taken"])
def test_settled_conflict_is_gone(village: Workspace, choice: Choice, value: str) -> None:
    found = clash(village)
    settle_conflict(village, found.id, choice, "问过本人")
    assert count_conflicts(village) == 0
    assert household_numbered(village, "0001").household.note == value
    assert verify(village).ok
    with pytest.raises(UserError, match="已经办结") as refused:
        settle_conflict(village, found.id, choice, "再来")
    assert refused.value.field == "conflict"


def test_later_value_of_the_same_laptop_joins_and_renames_the_card(village: Workspace) -> None:
    found = clash(village)
    household = found.household_id
    elsewhere(village, Change("household", household, 2, {"note": "乙"}, {"note": "丙"}), subject=household)
    (joined,) = conflicts(village)
    assert values(joined.others) == ["丙"]
    assert joined.id != found.id
    with pytest.raises(UserError, match="新的内容"):
        settle_conflict(village, found.id, Choice.KEPT, "晚了")


def test_value_that_everybody_has_by_now_needs_no_person(village: Workspace) -> None:
    clash(village)
    note(village, "乙")
    assert count_conflicts(village) == 0
    clash(village, ours="丁", theirs="戊")


def test_laptop_that_writes_on_top_overtakes_its_own_lost_value(village: Workspace) -> None:
    found = clash(village)
    household = found.household_id
    elsewhere(village, Change("household", household, 3, {"note": "甲"}, {"note": "丙"}), subject=household)
    assert count_conflicts(village) == 0
    assert household_numbered(village, "0001").household.note == "丙"


def test_county_owned_field_keeps_what_came_first_without_a_card(village: Workspace) -> None:
    person = household_numbered(village, "0001").members[0].person
    change_person(village, replace(person, pension_years=10))
    elsewhere(village, Change("person", person.id, 1, {"pension_years": None}, {"pension_years": 12}))
    assert count_conflicts(village) == 0
    assert household_numbered(village, "0001").members[0].person.pension_years == 10


@pytest.mark.parametrize(
    ("choice", "reason", "side", "field"),
    [
        (Choice.KEPT, " ", "", "reason"),
        (Choice.KEPT, "长" * 501, "", "reason"),
        (Choice.LET_GO, "选错", "", "choice"),
        (Choice.TAKEN, "没有这一份", "act-9", "choice"),
    ],
    ids=["no reason", "long reason", "another kind's choice", "unknown side"],
)
def test_settling_asks_for_reason_and_a_choice_there_is(
    village: Workspace, choice: Choice, reason: str, side: str, field: str
) -> None:
    found = clash(village)
    with pytest.raises(UserError) as refused:
        settle_conflict(village, found.id, choice, reason, side)
    assert refused.value.field == field
    assert count_conflicts(village) == 1


# whole acts


def ended_elsewhere(workspace: Workspace) -> Conflict:
    """This laptop corrects a place in a household, the other one ends it."""
    member = household_numbered(workspace, "0002").members[1]
    change_relation(workspace, member.membership.id, "10")
    elsewhere(
        workspace,
        Change(
            "membership",
            member.membership.id,
            1,
            {"to_on": None, "end_reason": ""},
            {"to_on": "2026-03-16", "end_reason": "迁出"},
        ),
        subject=household_numbered(workspace, "0002").household.id,
        kind="end_membership",
        reason="迁出",
    )
    (found,) = conflicts(workspace)
    return found


def test_end_against_change_holds_the_whole_act(village: Workspace) -> None:
    found = ended_elsewhere(village)
    assert (found.kind, found.field, found.record, found.reason) == (ACT, "", "户籍关系 李㛃", "迁出")
    assert found.others[0].act_kind == "成员离户"
    assert {(line.field, line.after) for line in found.changes} == {("止日", "2026-03-16"), ("终止原因", "迁出")}
    assert found.standing.act_kind == "修改与户主关系"
    assert len(household_numbered(village, "0002").members) == 3
    assert verify(village).ok


def test_held_act_done_again_or_let_go(village: Workspace) -> None:
    found = ended_elsewhere(village)
    settle_conflict(village, found.id, Choice.DONE_AGAIN, "确已迁出")
    household = household_numbered(village, "0002").household.id
    place = open_household(village, household, DAY).members[1].membership  # a last day is still a day of the household
    assert (count_conflicts(village), place.to_on, place.end_reason) == (0, DAY, "迁出")
    assert verify(village).ok


def test_held_act_let_go_changes_nothing(village: Workspace) -> None:
    found = ended_elsewhere(village)
    settle_conflict(village, found.id, Choice.LET_GO, "没有迁出")
    assert (count_conflicts(village), len(household_numbered(village, "0002").members)) == (0, 3)
    assert verify(village).ok


def test_person_who_came_to_a_household_that_was_closed_meanwhile(village: Workspace) -> None:
    file = household_numbered(village, "0003")
    end_membership(village, file.members[0].membership.id, DAY, "去世")
    elsewhere(
        village,
        Change("person", "p-new", 0, {}, _person("丁新来")),
        Change(
            "membership",
            "m-new",
            0,
            {},
            {
                "household_id": file.household.id,
                "person_id": "p-new",
                "relation": "30",
                "from_on": "2026-03-01",
                "to_on": None,
                "end_reason": "",
            },
        ),
        subject=file.household.id,
        kind="add_member",
    )
    (found,) = conflicts(village)
    assert (found.kind, found.household_id) == (ACT, file.household.id)
    with pytest.raises(UserError, match="已销户"):
        settle_conflict(village, found.id, Choice.DONE_AGAIN, "照办")
    settle_conflict(village, found.id, Choice.LET_GO, "登记到别的户")
    assert verify(village).ok


def test_household_closed_elsewhere_while_somebody_came_is_not_closed(village: Workspace) -> None:
    file = household_numbered(village, "0003")
    add_member(village, file.household.id, a_member("丁新来", age=20, relation="20", place=77))
    elsewhere(
        village,
        Change("membership", file.members[0].membership.id, 1, {"to_on": None}, {"to_on": "2026-03-01"}),
        Change("household", file.household.id, 1, {"closed_on": None}, {"closed_on": "2026-03-01"}),
        subject=file.household.id,
        kind="end_membership",
    )
    (found,) = conflicts(village)
    assert found.kind == ACT
    assert household_numbered(village, "0003").household.closed_on is None
    assert len(household_numbered(village, "0003").members) == 2


def _person(name: str) -> dict[str, str | int | None]:
    return {
        "name": name, "id_number": None, "id_unverified": 0, "former_id_number": None, "temporary_number": "L99999",
        "birth_on": "2000-01-01", "sex": "1", "nation": "01", "phone": "", "marital": None, "education": None,
        "student": 0, "labour_capacity": "full", "self_care": "full", "serious_illness": 0, "chronic_illness": 0,
        "disability_certificate": "", "disability_kind": None, "disability_grade": None,
        "disability_certified_on": None, "pension_scheme": None, "medical_scheme": None, "receiving_pension": 0,
        "note": "", "died_on": None, "pension_years": None, "pension_balance": None,
    }  # fmt: skip


# the history


def fates(workspace: Workspace, record: str) -> list[str]:
    entries = history_of(workspace, (record,))
    return [fate for entry in entries for fate in (entry.fate, *(change.fate for change in entry.changes)) if fate]


def test_history_says_what_was_not_written(village: Workspace) -> None:
    found = clash(village)
    assert fates(village, found.household_id) == [LOST_TO_LAPTOP]
    settle_conflict(village, found.id, Choice.KEPT, "问过本人")
    settled = history_of(village, (found.household_id,))[0]
    assert (settled.kind, settled.reason) == ("处理两边不同的内容", "问过本人")
    assert [(line.field, line.after) for line in settled.changes] == [("处理", "保留现有内容")]
    person = household_numbered(village, "0001").members[0].person
    change_person(village, replace(person, pension_years=10))
    elsewhere(village, Change("person", person.id, 1, {"pension_years": None}, {"pension_years": 12}))
    assert fates(village, person.id) == [LOST_TO_COUNTY]
    held = ended_elsewhere(village)
    place = household_numbered(village, "0002").members[1].membership.id
    assert fates(village, place) == [HELD_BACK]
    assert held.kind == ACT


def test_history_says_what_the_county_sent_back(village: Workspace) -> None:
    file = note(village, "甲")
    with village.store.writing() as connection:
        install, epoch = peer.own_place(connection)
        number, _ = journal.chain_head(connection, install, epoch)
        village_order.put_runs(connection, [village_order.RunRow(install, epoch, 1, number, (number,))])
        village_order.rebuild(connection)
    assert household_numbered(village, "0001").household.note == ""
    assert fates(village, file.household.id) == [SENT_BACK]
    assert verify(village).ok


# what cannot be carried out any more


def test_value_that_somebody_else_has_by_now_is_not_taken(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    entry = HouseholdEntry(number="0009", group=file.household.group)
    change_household(village, file.household.id, file.household.version, entry)
    elsewhere(village, Change("household", file.household.id, 1, {"number": "0001"}, {"number": "0008"}))
    a_household().numbered("0008").with_head("丁八", age=30, place=88).register_id(village)
    (found,) = conflicts(village)
    with pytest.raises(UserError, match="重复或矛盾") as refused:
        settle_conflict(village, found.id, Choice.TAKEN, "照改")
    assert refused.value.field == "choice"
    assert count_conflicts(village) == 1
    assert verify(village).ok


def test_held_act_on_a_record_that_is_gone_cannot_be_done_again(village: Workspace) -> None:
    place = household_numbered(village, "0002").members[1].membership.id
    change_relation(village, place, "10")
    elsewhere(
        village,
        Change("membership", place, 1, {"to_on": None}, {"to_on": "2026-03-16"}),
        Change("person", "nobody", 1, {"phone": ""}, {"phone": "1"}),
    )
    (found,) = conflicts(village)
    with pytest.raises(UserError, match="已经不在"):
        settle_conflict(village, found.id, Choice.DONE_AGAIN, "照办")
    settle_conflict(village, found.id, Choice.LET_GO, "不办")
    assert count_conflicts(village) == 0


@pytest.mark.parametrize(
    ("install", "seats", "name"),
    [
        ("own", {}, "本机"),
        ("own", {"own": 2}, "2号机（本机）"),
        ("far", {"far": 1}, "1号机"),
        ("far", {"own": 1}, "另一台电脑"),
    ],
    ids=["alone", "here", "there", "unknown"],
)
def test_laptop_is_called_by_its_seat(install: str, seats: dict[str, int], name: str) -> None:
    assert laptop_name(install, "own", seats).text == name

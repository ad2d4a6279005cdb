"""People in the register: joining, leaving, correcting, heads, hardship statuses; and the history that shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from clerk_app.domain.codes import HEAD, IdentityKind, Sex
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.events import Death, carry_out
from clerk_app.services.history import FieldChange, history_of, shown
from clerk_app.services.households import (
    HouseholdEntry,
    change_household,
    household_numbered,
    list_households,
    new_identity,
    open_household,
    register_household,
)
from clerk_app.services.people import (
    add_identity,
    add_member,
    change_identity,
    change_person,
    change_relation,
    end_identity,
    end_membership,
    hardship_statuses,
)
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock, a_household, a_member, person_named


def test_member_joins_with_statuses(village: Workspace) -> None:
    file = household_numbered(village, "0003")
    entry = a_member("罗小", relation="20", age=10, place=40, identities=(IdentityKind.DIBAO,))
    person_id = add_member(village, file.household.id, entry, reason="出生登记")
    (member,) = (m for m in household_numbered(village, "0003").members if m.person.id == person_id)
    assert (member.membership.relation, member.membership.from_on) == ("20", DAY)
    assert [(identity.kind, identity.from_on) for identity in member.identities] == [
        (IdentityKind.DIBAO, date(2024, 1, 1))
    ]
    assert history_of(village, (person_id,))[0].reason == "出生登记"


def test_second_head_is_refused(village: Workspace) -> None:
    file = household_numbered(village, "0003")
    with pytest.raises(UserError, match="已经有户主") as refused:
        add_member(village, file.household.id, a_member("罗大", place=40))
    assert refused.value.field == "relation"


def test_member_cannot_join_a_closed_household(village: Workspace) -> None:
    file = household_numbered(village, "0003")
    end_membership(village, file.members[0].membership.id, DAY, "迁出")
    with pytest.raises(UserError, match="已销户"):
        add_member(village, file.household.id, a_member("罗小", relation="20", place=40))


def test_corrected_number_keeps_the_older_one_and_is_found_by_both(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    other = a_member("某", age=51, place=41).person.id_number
    changed = change_person(village, replace(person, id_number=other), reason="派出所更正")
    assert (changed.id_number, changed.former_id_number) == (other, person.id_number)
    with pytest.raises(UserError, match="罗𬭎"):
        a_household().with_head("罗二", id_number=person.id_number).register_id(village)


def test_numbers_entered_the_wrong_way_round_can_be_put_right(village: Workspace) -> None:
    file = household_numbered(village, "0002")
    husband, wife = file.members[0].person, file.members[1].person
    cleared = change_person(village, replace(wife, id_number=None))
    swapped = change_person(village, replace(husband, id_number=wife.id_number))
    done = change_person(village, replace(cleared, id_number=husband.id_number))
    assert (swapped.id_number, done.id_number, done.temporary_number) == (wife.id_number, husband.id_number, None)
    assert verify(village).ok


def test_person_cannot_take_the_number_of_another(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    other = household_numbered(village, "0002").members[0].person
    with pytest.raises(UserError, match="0002"):
        change_person(village, replace(person, id_number=other.id_number))


def test_person_change_is_refused_when_somebody_was_faster(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    change_person(village, replace(person, phone="1"))
    with pytest.raises(UserError, match="刚被别处修改过"):
        change_person(village, replace(person, phone="2"))


def test_person_who_left_can_still_be_corrected(village: Workspace) -> None:
    place = household_numbered(village, "0003").members[0]
    end_membership(village, place.membership.id, DAY, "死亡")
    assert change_person(village, replace(place.person, died_on=DAY)).died_on == DAY


def test_relation_is_corrected_but_never_to_or_from_the_head(village: Workspace) -> None:
    head, wife, child = household_numbered(village, "0002").members
    change_relation(village, child.membership.id, "31")
    assert household_numbered(village, "0002").members[2].membership.relation == "31"
    for place, relation in ((wife, HEAD), (head, "11")):
        with pytest.raises(UserError, match="变更户主"):
            change_relation(village, place.membership.id, relation)
    with pytest.raises(UserError, match="13"):
        change_relation(village, wife.membership.id, "13")


def test_the_last_of_a_household_does_not_leave_before_the_others_and_closes_it(village: Workspace) -> None:
    register = a_household().with_head("罗大", place=70).with_member("罗妻", "12", sex=Sex.FEMALE, place=71)
    home = register.register(village)
    village.clock.day = DAY + timedelta(days=9)  # type: ignore[attr-defined]  # the tests' clock
    end_membership(village, home.members[1].membership.id, DAY + timedelta(days=5), "迁出")
    with pytest.raises(UserError, match="罗妻 2026-03-21 才离户"):
        end_membership(village, home.members[0].membership.id, DAY + timedelta(days=2), "迁出")
    end_membership(village, home.members[0].membership.id, DAY + timedelta(days=5), "迁出")
    assert open_household(village, home.household.id).household.closed_on == DAY + timedelta(days=5)


def test_member_leaves_and_stays_on_file(village: Workspace, clock: FixedClock) -> None:
    file = household_numbered(village, "0002")
    clock.day = DAY + timedelta(days=2)
    end_membership(village, file.members[1].membership.id, DAY + timedelta(days=1), " 外嫁 ")
    assert [m.person.name for m in household_numbered(village, "0002").members] == ["单长乐", "单小雨"]
    before = open_household(village, file.household.id, DAY + timedelta(days=1)).members[1]
    assert (before.person.name, before.membership.end_reason) == ("李㛃", "外嫁")
    assert list_households(village)[1].members == 2


@pytest.mark.parametrize(
    ("days", "reason", "field"),
    [(0, " ", "reason"), (1, "外嫁", "to_on"), (-1, "外嫁", "to_on")],
    ids=["no reason", "future", "too early"],
)
def test_leaving_is_refused(village: Workspace, days: int, reason: str, field: str) -> None:
    wife = household_numbered(village, "0002").members[1]
    with pytest.raises(UserError) as refused:
        end_membership(village, wife.membership.id, DAY + timedelta(days=days), reason)
    assert refused.value.field == field


def test_leaving_twice_is_refused(village: Workspace) -> None:
    wife = household_numbered(village, "0002").members[1]
    end_membership(village, wife.membership.id, DAY, "外嫁")
    with pytest.raises(UserError, match="不用再办"):
        end_membership(village, wife.membership.id, DAY, "外嫁")


def test_head_cannot_leave_while_others_remain(village: Workspace) -> None:
    head = household_numbered(village, "0002").members[0]
    with pytest.raises(UserError, match="还有 2 位"):
        end_membership(village, head.membership.id, DAY, "死亡")


def test_household_is_closed_when_the_last_leaves_in_the_same_act(village: Workspace) -> None:
    file = household_numbered(village, "0003")
    end_membership(village, file.members[0].membership.id, DAY, "死亡")
    household = open_household(village, file.household.id).household
    assert (household.closed_on, household.close_reason) == (DAY, "死亡")
    assert [row.number for row in list_households(village)] == ["0001", "0002"]
    assert [(row.number, row.closed) for row in list_households(village, with_closed=True)][2] == ("0003", True)
    assert [entry.kind for entry in history_of(village, (household.id,))] == ["成员离户", "登记住户"]


def test_status_is_recorded_once_at_a_time(village: Workspace) -> None:
    person_id = person_named(household_numbered(village, "0003"), "罗𬭎")
    added = add_identity(
        village, person_id, new_identity(IdentityKind.DIBAO, date(2025, 1, 1), to_on=date(2025, 6, 30))
    )
    with pytest.raises(UserError, match="2025-01-01"):
        add_identity(village, person_id, new_identity(IdentityKind.DIBAO, date(2025, 6, 30)))
    again = add_identity(village, person_id, new_identity(IdentityKind.DIBAO, date(2025, 7, 1)))
    other = add_identity(village, person_id, new_identity(IdentityKind.REGISTERED_POOR, date(2025, 7, 1)))
    assert len({added.id, again.id, other.id}) == 3


def test_status_of_somebody_who_is_not_there_is_refused(village: Workspace) -> None:
    with pytest.raises(UserError):
        add_identity(village, PersonId("nobody"), new_identity(IdentityKind.DIBAO, DAY))


def test_status_is_refused_when_it_ends_before_it_begins(village: Workspace) -> None:
    person_id = person_named(household_numbered(village, "0003"), "罗𬭎")
    with pytest.raises(UserError) as refused:
        add_identity(village, person_id, new_identity(IdentityKind.DIBAO, DAY, to_on=DAY - timedelta(days=1)))
    assert refused.value.field == "to_on"


def test_status_ends_with_its_last_day(village: Workspace) -> None:
    member = household_numbered(village, "0001").members[1]
    (identity,) = member.identities
    ended = end_identity(village, identity.id, DAY, "脱贫")
    assert (ended.to_on, ended.version) == (DAY, 2)
    assert ended.held_on(DAY)
    assert not ended.held_on(DAY + timedelta(days=1))
    assert list_households(village)[0].poor == 0
    with pytest.raises(UserError, match="不用再办"):
        end_identity(village, identity.id, DAY, "脱贫")


def test_status_cannot_end_before_it_began(village: Workspace) -> None:
    (identity,) = household_numbered(village, "0001").members[1].identities
    with pytest.raises(UserError) as refused:
        end_identity(village, identity.id, date(2023, 12, 31), "脱贫")
    assert refused.value.field == "to_on"


def test_status_does_not_end_without_a_reason(village: Workspace) -> None:
    (identity,) = household_numbered(village, "0001").members[1].identities
    with pytest.raises(UserError, match="终止原因") as refused:
        end_identity(village, identity.id, DAY, " ")
    assert refused.value.field == "reason"


def test_status_that_would_reach_into_a_later_one_is_refused(village: Workspace) -> None:
    person_id = person_named(household_numbered(village, "0003"), "罗𬭎")
    add_identity(village, person_id, new_identity(IdentityKind.DIBAO, date(2025, 1, 1)))
    for last in (None, date(2025, 1, 1)):
        with pytest.raises(UserError, match="止日要在这一天之前") as refused:
            add_identity(village, person_id, new_identity(IdentityKind.DIBAO, date(2024, 1, 1), to_on=last))
        assert refused.value.field == "to_on"
    earlier = new_identity(IdentityKind.DIBAO, date(2024, 1, 1), to_on=date(2024, 12, 31))
    assert add_identity(village, person_id, earlier).to_on == date(2024, 12, 31)
    assert [status.from_on for status in hardship_statuses(village, person_id)] == [date(2024, 1, 1), date(2025, 1, 1)]


def test_status_is_changed_and_the_history_says_so(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    (identity,) = file.members[1].identities
    changed = change_identity(
        village,
        replace(identity, kind=IdentityKind.REGISTERED_POOR, lifted_on=date(2024, 6, 30), certificate=" 民 1\t号 "),
        reason="县里通知",
    )
    assert (changed.lifted_on, changed.certificate) == (date(2024, 6, 30), "民 1 号")
    assert household_numbered(village, "0001").members[1].identities == (changed,)
    entry = history_of(village, (file.household.id,))[0]
    assert (entry.kind, entry.reason) == ("修改困难身份", "县里通知")
    assert verify(village).ok


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"to_on": date(2023, 12, 31)}, "to_on"),
        ({"grade": 5}, "grade"),
        ({"grade": 2}, "grade"),
        ({"to_on": DAY}, "reason"),
        ({"lifted_on": date(2023, 12, 31)}, "lifted_on"),
        ({"kind": IdentityKind.DIBAO, "lifted_on": DAY}, "lifted_on"),
        ({"source": "长" * 501}, "source"),
        ({"certificate": "\x1b[2J"}, "certificate"),
    ],
    ids=["order", "grade", "no_grades", "no_reason", "lifted", "never_lifted", "long", "control"],
)
def test_change_of_a_status_is_refused_at_its_field(village: Workspace, facts: dict[str, Any], field: str) -> None:
    (identity,) = household_numbered(village, "0001").members[1].identities
    with pytest.raises(UserError) as refused:
        change_identity(village, replace(identity, **{"kind": IdentityKind.REGISTERED_POOR, **facts}))
    assert refused.value.field == field
    assert household_numbered(village, "0001").members[1].identities == (identity,)


def test_change_of_a_status_keeps_it_apart_from_the_next(village: Workspace) -> None:
    person_id = person_named(household_numbered(village, "0003"), "罗𬭎")
    first = add_identity(
        village, person_id, new_identity(IdentityKind.DIBAO, date(2024, 1, 1), to_on=date(2024, 12, 31))
    )
    add_identity(village, person_id, new_identity(IdentityKind.DIBAO, date(2025, 1, 1)))
    with pytest.raises(UserError, match="2025-01-01"):
        change_identity(village, replace(first, to_on=None))


def test_a_grade_is_taken_only_where_the_status_has_grades(village: Workspace) -> None:
    person_id = person_named(household_numbered(village, "0003"), "罗𬭎")
    with pytest.raises(UserError, match="低保对象没有等级，只有节育手术并发症有") as refused:
        add_identity(village, person_id, new_identity(IdentityKind.DIBAO, DAY, grade=1))
    assert refused.value.field == "grade"
    graded = new_identity(IdentityKind.STERILISATION_COMPLICATION, DAY, grade=1)
    assert add_identity(village, person_id, graded).grade == 1


def test_t124_dibao_and_tekun_are_not_held_on_one_day(village: Workspace) -> None:
    person_id = person_named(household_numbered(village, "0003"), "罗𬭎")
    dibao = add_identity(village, person_id, new_identity(IdentityKind.DIBAO, date(2025, 1, 1)))
    for first in (date(2024, 1, 1), date(2025, 7, 1)):
        with pytest.raises(
            UserError, match="特困人员和低保对象不能同时享受，低保对象从 2025-01-01 起登记着"
        ) as refused:
            add_identity(village, person_id, new_identity(IdentityKind.TEKUN, first))
        assert refused.value.field == "kind"
    end_identity(village, dibao.id, date(2025, 6, 30), "转为特困")
    tekun = add_identity(village, person_id, new_identity(IdentityKind.TEKUN, date(2025, 7, 1)))
    with pytest.raises(UserError, match="不能同时享受"):
        change_identity(village, replace(tekun, from_on=date(2025, 6, 30)))
    both = a_member("何九", place=80, relation="20", identities=(IdentityKind.DIBAO, IdentityKind.TEKUN))
    with pytest.raises(UserError, match="请只登记一样"):
        add_member(village, household_numbered(village, "0003").household.id, both)
    with pytest.raises(UserError, match="请只登记一样"):
        register_household(village, HouseholdEntry(), (replace(both, relation=HEAD),))


def test_a_status_is_held_in_a_lifetime_only(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    early = new_identity(IdentityKind.DIBAO, person.birth_on - timedelta(days=1))
    with pytest.raises(UserError, match="早于罗𬭎的出生日期") as refused:
        add_identity(village, person.id, early)
    assert refused.value.field == "from_on"
    carry_out(village, Death(person_id=person.id, on=DAY))
    with pytest.raises(UserError, match="已于 2026-03-16 去世") as refused:
        add_identity(village, person.id, new_identity(IdentityKind.DIBAO, date(2025, 1, 1)))
    assert refused.value.field == "to_on"
    till = add_identity(village, person.id, new_identity(IdentityKind.DIBAO, date(2025, 1, 1), to_on=DAY))
    assert till.to_on == DAY


def test_a_household_is_found_by_its_number_in_wide_digits(village: Workspace) -> None:
    assert household_numbered(village, " ０００３ ").household.number == "0003"


def test_the_last_day_of_a_status_changes_with_a_reason_as_it_ends_with_one(village: Workspace) -> None:
    (identity,) = household_numbered(village, "0001").members[1].identities
    ended = change_identity(village, replace(identity, to_on=DAY), reason=" 退出 ")
    with pytest.raises(UserError, match="改止日请填写原因"):
        change_identity(village, replace(ended, to_on=None))
    again = change_identity(village, replace(ended, to_on=None), reason="止日登记有误")
    assert change_identity(village, replace(again, source="县里")).to_on is None


def test_statuses_of_one_who_left_are_shown_at_the_person(village: Workspace) -> None:
    wife = household_numbered(village, "0001").members[1]
    end_membership(village, wife.membership.id, DAY, "迁出")
    end_identity(village, wife.identities[0].id, DAY, "迁出")
    add_identity(village, wife.person.id, new_identity(IdentityKind.DIBAO, DAY))
    assert [entry.kind for entry in history_of(village, (wife.person.id,))][:2] == ["登记困难身份", "终止困难身份"]


# history


def test_history_tells_who_changed_what_in_the_clerks_words(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    change_household(
        village, file.household.id, 1, HouseholdEntry(number="0001", group="第9组", address="大村1号", land=120)
    )
    newest = history_of(village, (file.household.id,))[0]
    assert (newest.by, newest.kind) == ("何清", "修改住户")
    assert newest.changes == (
        FieldChange("住户", "村民小组", "第1组", "第9组"),
        FieldChange("住户", "承包地", "", "1.20 亩"),
    )


def test_history_of_a_person_shows_codes_as_words(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    change_person(village, replace(person, sex=Sex.FEMALE, student=True, nation="07"), reason="更正")
    lines = {(line.field, line.before, line.after) for line in history_of(village, (person.id,))[0].changes}
    assert lines == {("性别", "男", "女"), ("在校学生", "否", "是"), ("民族", "汉族", "彝族")}


def test_history_of_the_first_entry_names_the_person_and_leaves_out_what_is_empty(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    first = history_of(village, (person.id,))[-1]
    of_person = {line.field: line.after for line in first.changes if line.record == "人员 罗𬭎"}
    assert of_person["残疾等级"] == "2"
    assert of_person["残疾类别"] == "肢体"
    assert not {"备注", "在校学生", "死亡日期"} & set(of_person)
    assert not any("01" in line.after and line.field == "household_id" for line in first.changes)


@pytest.mark.parametrize(
    ("table", "field", "value", "words"),
    [
        ("income_item", "annual", 1234567, "12,345.67 元"),
        ("income_item", "kind", "wage", "工资性收入"),
        ("identity", "kind", "dibao", "低保对象"),
        ("membership", "relation", "12", "妻"),
        ("membership", "relation", "xx", "xx"),
        ("person", "nation", "xx", "xx"),
        ("person", "student", 0, "否"),
        ("dibao_case", "stage", "posting", "公示"),
        ("contribution", "payer", "proxy", "政府代缴"),
        ("clerk", "role", "assistant", "协助员"),
        ("document", "kind", "household-form", "household-form"),
        ("person", "phone", "", ""),
        ("person", "died_on", None, ""),
    ],
)
def test_stored_value_is_shown_as_words(table: str, field: str, value: str | int | None, words: str) -> None:
    assert shown(table, field, value) == words


def test_register_of_a_household_is_one_act(workspace: Workspace) -> None:
    entry = HouseholdEntry(group="第1组")
    household_id = register_household(
        workspace, entry, (a_member("段一"), a_member("段二", relation="20", place=2, age=9))
    )
    (only,) = history_of(workspace, (household_id,))
    assert only.kind == "登记住户"
    assert {line.record for line in only.changes} == {"住户", "人员 段一", "人员 段二", "户籍关系"}


def test_pension_figures_of_the_county_are_kept_and_checked(village: Workspace) -> None:
    person = open_household(village, list_households(village)[0].id).members[0].person
    kept = change_person(village, replace(person, pension_years=3, pension_balance=Money.parse("3525.00")))
    assert (kept.pension_years, kept.pension_balance) == (3, Money.parse("3525.00"))
    for wrong, field in (({"pension_years": 99}, "pension_years"), ({"pension_balance": Money(-1)}, "pension_balance")):
        with pytest.raises(UserError) as refused:
            change_person(village, replace(kept, **wrong))
        assert refused.value.field == field

"""The history: who did what, when and why, in the clerk's words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.contributions import ContributionEntry, record_contributions
from clerk_app.services.events import Head, Move, Placed
from clerk_app.services.history import history_of, household_history, person_history, shown
from clerk_app.services.households import household_numbered, new_identity
from clerk_app.services.people import add_identity, change_person, end_identity, end_membership
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, person_named
from tests.event_builders import done, household, member, person


def who(village: Workspace, name: str = "周兰英", number: str = "0001") -> PersonId:
    return person_named(household_numbered(village, number), name)


def test_village_s_own_values_are_told_one_by_one_in_words(village: Workspace) -> None:
    amounts = {"A": "300.00", "B": "200.00", "C": "150.00"}
    local = {"dibao_standard": "420.00", "province_managed": "true", "class_amounts": json.dumps(amounts)}
    before = the_village(village)
    change_village(village, replace(before, local=local))
    change_village(village, replace(the_village(village), local={**local, "dibao_standard": "430.00"}))
    newest, first, *_ = history_of(village, (before.id,))
    assert [(line.field, line.before, line.after) for line in newest.changes] == [
        ("低保标准（元/人·月）", "420.00", "430.00")
    ]
    told = {line.field: line.after for line in first.changes}
    assert told["本县由省直接管理财政"] == "是"
    assert {told[f"{letter} 类金额（元/人·月）"] for letter in "ABC"} == set(amounts.values())
    assert not any("{" in line.before + line.after for line in (*newest.changes, *first.changes))


def test_village_s_own_values_in_one_text_are_words_too() -> None:
    told = shown("village", "local", json.dumps({"dibao_standard": "420.00", "medical_aid": "", "class_amounts": ""}))
    assert told == "低保标准（元/人·月） 420.00"
    assert shown("village", "local", json.dumps({"of_a_later_program": "1"})) == "of_a_later_program 1"


def test_history_of_a_person_tells_everything_of_that_person_and_of_nobody_else(village: Workspace) -> None:
    person_id = who(village)
    known = next(one.person for one in household_numbered(village, "0001").members if one.person.id == person_id)
    change_person(village, replace(known, phone="13900000000"), reason="换号")
    add_identity(village, person_id, new_identity(IdentityKind.LOW_INCOME, date(2026, 1, 1)))
    entry = ContributionEntry(
        person_id=person_id, insurance=Insurance.PENSION, year=2026, tier=Money.parse("200"), payer=Payer.SELF,
        paid_on=DAY, collector="张",
    )  # fmt: skip
    record_contributions(village, (entry,))
    entries = person_history(village, person_id)
    assert [entry.kind for entry in entries] == ["登记缴费", "登记困难身份", "修改人员", "登记住户"]
    assert (entries[2].reason, entries[2].by) == ("换号", village.clerk.name)
    (line,) = entries[2].changes
    assert (line.record, line.field, line.after) == ("人员", "联系电话", "13900000000")
    assert {one.record for one in entries[-1].changes} >= {"人员 周兰英", "户籍关系"}
    assert not any("段有福" in one.record for one in entries[-1].changes)
    fields = [one.field for one in entries[-1].changes if one.record == "人员 周兰英"]
    assert fields[:3] == ["姓名", "公民身份号码", "出生日期"], "as a form has them"


def test_history_of_a_household_is_that_of_its_page(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    place = next(one for one in file.members if one.person.name == "周兰英")
    end_membership(village, place.membership.id, DAY, "登记有误")
    now = household_numbered(village, "0001")
    entries = household_history(village, now.household.id, [one.person.id for one in now.members])
    assert [entry.kind for entry in entries] == ["成员离户", "登记住户"]
    assert entries[0].reason == "登记有误"


def test_history_of_a_household_names_everybody_and_tells_who_went_to_another(village: Workspace) -> None:
    girl = person(village, "0002/单小雨")
    into = Placed(person_id=girl, relation="97")
    done(village, Move(people=(into,), household_id=household(village, "0001"), on=DAY, reason="随祖父母"))
    done(village, Head(household_id=household(village, "0002"), new_head=person(village, "0002/李㛃"), on=DAY))
    end_identity(village, member(village, "0001/周兰英").identities[0].id, DAY, "登记有误")
    left, joined = (
        household_history(village, household(village, number), [one.person.id for one in file.members])
        for number in ("0002", "0001")
        for file in [household_numbered(village, number)]
    )
    assert [entry.kind for entry in left] == ["户主变更", "成员转入另一户", "登记住户"]
    assert {line.record for line in left[0].changes} == {"户籍关系 单长乐", "户籍关系 李㛃", "原与户主关系 单长乐"}
    assert {line.record for line in left[1].changes} == {"户籍关系 单小雨", "户籍关系 单长乐"}, (
        "her last day has a head"
    )
    assert {line.record for line in joined[0].changes} == {"困难身份 周兰英"}


def test_reason_with_a_control_character_is_refused_at_the_reason(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    place = next(one for one in file.members if one.person.name == "周兰英")
    with pytest.raises(UserError, match="控制字符"):
        end_membership(village, place.membership.id, DAY, "登记\x1b[2J有误")
    assert household_numbered(village, "0001").members == file.members

"""People registered twice: found, kept apart, merged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk_app.domain.codes import IdentityKind, Sex
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.household import HouseholdFile, Person, PersonId
from clerk_app.domain.money import Money
from clerk_app.domain.same_person import Likeness
from clerk_app.errors import UserError
from clerk_app.services import people
from clerk_app.services.contributions import ContributionEntry, record_contributions
from clerk_app.services.dibao import CaseEntry, apply_for_dibao
from clerk_app.services.duplicates import keep_apart, likely_duplicates, merge_people
from clerk_app.services.households import (
    HouseholdEntry,
    MemberEntry,
    known_person,
    list_households,
    open_household,
    register_household,
    search,
)
from clerk_app.services.people_named import person_named
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock, a_member

REASON = "本人到场核对户口簿"


def household(workspace: Workspace, *members: MemberEntry) -> HouseholdFile:
    return open_household(workspace, register_household(workspace, HouseholdEntry(group="一组"), members))


@pytest.fixture
def twice(workspace: Workspace) -> tuple[Workspace, HouseholdFile, HouseholdFile]:
    """郑安 alone in one household with a phone, and again as a son in another, under another number."""
    alone = household(workspace, a_member("郑安", age=30, place=11, phone="19900000001"))
    family = household(
        workspace,
        a_member("郑大", age=55, place=12),
        a_member(
            "郑安", age=30, place=13, relation="20", identities=(IdentityKind.REGISTERED_POOR,), phone="19900000002"
        ),
    )
    return workspace, alone, family


def son(family: HouseholdFile) -> Person:
    return next(member.person for member in family.members if member.person.name == "郑安")


def test_same_name_and_birth_is_a_doubt_with_its_reason(twice: tuple[Workspace, HouseholdFile, HouseholdFile]) -> None:
    workspace, alone, family = twice
    (pair,) = likely_duplicates(workspace)
    assert {pair.first.person.id, pair.second.person.id} == {alone.members[0].person.id, son(family).id}
    assert pair.likenesses == (Likeness.BIRTH, Likeness.NUMBER)
    assert {pair.first.household_number, pair.second.household_number} == {
        alone.household.number,
        family.household.number,
    }


def test_two_people_of_one_name_but_nothing_else_are_no_doubt(workspace: Workspace) -> None:
    household(workspace, a_member("郑安", age=30))
    household(workspace, a_member("郑安", age=61, place=200))
    assert likely_duplicates(workspace) == ()


def test_an_older_number_that_is_somebodys_number_now_is_a_doubt(workspace: Workspace) -> None:
    first = household(workspace, a_member("郑安", age=30, place=11)).members[0].person
    second = household(workspace, a_member("高明", age=40, place=12)).members[0].person
    people.change_person(workspace, replace(second, former_id_number=first.id_number))
    (pair,) = likely_duplicates(workspace)
    assert pair.likenesses == (Likeness.FORMER,)


def test_a_pair_kept_apart_is_not_asked_about_again(twice: tuple[Workspace, HouseholdFile, HouseholdFile]) -> None:
    workspace, alone, family = twice
    keep_apart(workspace, alone.members[0].person.id, son(family).id, "两人同来")
    assert likely_duplicates(workspace) == ()
    with pytest.raises(UserError, match="已经确认不是同一人"):
        merge_people(workspace, son(family).id, alone.members[0].person.id, REASON)


def test_merging_leaves_one_person_with_everything(twice: tuple[Workspace, HouseholdFile, HouseholdFile]) -> None:
    workspace, alone, family = twice
    lost, kept = alone.members[0].person, son(family)
    record_contributions(workspace, (payment(lost.id),))
    merged = merge_people(workspace, kept.id, lost.id, REASON)
    assert merged.phone == "19900000002"
    assert merged.former_id_number == lost.id_number
    assert likely_duplicates(workspace) == ()
    (left,) = list_households(workspace)
    assert left.number == family.household.number
    assert [hit.person_id for hit in search(workspace, str(lost.id_number))] == [kept.id]
    known = known_person(workspace, str(lost.id_number))
    assert known is not None
    assert known.person_id == kept.id
    with workspace.unit_of_work("change_person") as uow:
        assert [each.year for each in uow.contributions.find(person_id=kept.id)] == [2026]
        assert uow.contributions.find(person_id=lost.id) == ()
    assert verify(workspace).ok


def test_what_the_kept_record_lacks_is_filled_from_the_other(workspace: Workspace) -> None:
    kept = household(workspace, a_member("郑安", age=30, place=11, id_number=None)).members[0].person
    lost = household(workspace, a_member("郑安", age=30, place=13, phone="19900000002")).members[0].person
    merged = merge_people(workspace, kept.id, lost.id, REASON)
    assert (merged.id_number, merged.temporary_number, merged.phone) == (lost.id_number, None, "19900000002")
    with workspace.unit_of_work("look") as uow:
        assert [each.number for each in uow.former_numbers.find(person_id=kept.id)] == [kept.temporary_number]


def test_merged_record_is_still_found_by_the_temporary_number_of_the_other(workspace: Workspace) -> None:
    kept = household(workspace, a_member("郑安", age=30, place=11)).members[0].person
    lost = household(workspace, a_member("郑安", age=30, id_number=None)).members[0].person
    merge_people(workspace, kept.id, lost.id, REASON)
    assert lost.temporary_number is not None
    assert person_named(workspace, lost.temporary_number).id == kept.id
    assert [hit.person_id for hit in search(workspace, lost.temporary_number)] == [kept.id]


def test_two_who_cannot_be_one_person_are_not_merged(workspace: Workspace) -> None:
    file = household(
        workspace,
        a_member("郑安", age=30, place=11),
        a_member("郑安", age=30, place=12, relation="12", sex=Sex.FEMALE),
        a_member("郑平", age=8, place=13, relation="20"),
    )
    man, wife, boy = (member.person.id for member in file.members)
    with pytest.raises(UserError, match="性别不同"):
        merge_people(workspace, man, wife, REASON)
    with pytest.raises(UserError, match="姓名和出生日期都不同"):
        merge_people(workspace, man, boy, REASON)
    assert len(open_household(workspace, file.household.id).members) == 3


def test_merged_one_belongs_to_one_household_a_day(workspace: Workspace, clock: FixedClock) -> None:
    gone = household(workspace, a_member("郑安", age=30, place=11)).members[0]
    stays = household(workspace, a_member("郑安", age=30, place=13)).members[0]
    clock.day = DAY + timedelta(days=9)
    people.end_membership(workspace, gone.membership.id, DAY + timedelta(days=4), "迁出")
    merge_people(workspace, gone.person.id, stays.person.id, REASON)
    with workspace.unit_of_work("look") as uow:
        places = uow.memberships.find(person_id=gone.person.id)
    assert sorted((place.from_on, place.to_on) for place in places) == [
        (DAY, DAY + timedelta(days=4)),
        (DAY + timedelta(days=5), None),
    ]


def test_a_status_goes_over_unless_it_runs_already(twice: tuple[Workspace, HouseholdFile, HouseholdFile]) -> None:
    workspace, alone, family = twice
    kept, lost = alone.members[0].person, son(family)
    people.add_identity(workspace, kept.id, replace(family.members[1].identities[0], from_on=date(2018, 1, 1)))
    merge_people(workspace, kept.id, lost.id, REASON)
    with workspace.unit_of_work("change_person") as uow:
        assert len(uow.identities.find(person_id=kept.id)) == 1
        (stays,) = uow.identities.find(person_id=lost.id)
    assert stays.to_on is not None


def payment(person: PersonId) -> ContributionEntry:
    return ContributionEntry(
        person_id=person,
        insurance=Insurance.MEDICAL,
        year=2026,
        tier=Money.yuan(400),
        payer=Payer.SELF,
        paid_on=DAY - timedelta(days=3),
        collector="何清",
    )


def test_two_payments_of_one_year_must_be_settled_first(twice: tuple[Workspace, HouseholdFile, HouseholdFile]) -> None:
    workspace, alone, family = twice
    record_contributions(workspace, (payment(alone.members[0].person.id), payment(son(family).id)))
    with pytest.raises(UserError, match="2026 年"):
        merge_people(workspace, son(family).id, alone.members[0].person.id, REASON)
    assert len(likely_duplicates(workspace)) == 1


def test_a_head_over_others_is_not_merged_away(workspace: Workspace) -> None:
    first = household(workspace, a_member("郑安", age=30, place=11), a_member("郑小", age=5, place=14, relation="20"))
    second = household(workspace, a_member("郑安", age=30, place=13))
    with pytest.raises(UserError, match="请先变更那一户的户主"):
        merge_people(workspace, second.members[0].person.id, first.members[0].person.id, REASON)


def test_a_household_with_a_running_case_is_not_emptied(twice: tuple[Workspace, HouseholdFile, HouseholdFile]) -> None:
    workspace, alone, family = twice
    apply_for_dibao(workspace, alone.household.id, CaseEntry(applied_on=DAY, application_reason="病"))
    with pytest.raises(UserError, match="先办结"):
        merge_people(workspace, son(family).id, alone.members[0].person.id, REASON)


def test_the_dead_and_the_living_are_not_merged(twice: tuple[Workspace, HouseholdFile, HouseholdFile]) -> None:
    workspace, alone, family = twice
    people.change_person(workspace, replace(alone.members[0].person, died_on=DAY))
    with pytest.raises(UserError, match="在世"):
        merge_people(workspace, son(family).id, alone.members[0].person.id, REASON)


@pytest.mark.parametrize("reason", ["", "  "], ids=["empty", "blank"])
def test_both_decisions_need_a_reason(twice: tuple[Workspace, HouseholdFile, HouseholdFile], reason: str) -> None:
    workspace, alone, family = twice
    pair = (alone.members[0].person.id, son(family).id)
    with pytest.raises(UserError) as apart:
        keep_apart(workspace, *pair, reason)
    with pytest.raises(UserError) as merged:
        merge_people(workspace, *pair, reason)
    assert (apart.value.field, merged.value.field) == ("reason", "reason")


def test_one_record_and_merged_ones_are_refused(twice: tuple[Workspace, HouseholdFile, HouseholdFile]) -> None:
    workspace, alone, family = twice
    lost, kept = alone.members[0].person.id, son(family).id
    with pytest.raises(UserError, match="同一条记录"):
        merge_people(workspace, kept, kept, REASON)
    merge_people(workspace, kept, lost, REASON)
    with pytest.raises(UserError, match="已经合并过"):
        keep_apart(workspace, lost, kept, REASON)


def test_t2_record_with_the_old_form_of_anothers_number_is_a_doubt(workspace: Workspace) -> None:
    """Two laptops of a village can enter one person apart, one of them with the card still under examination."""
    entered = a_member("郑安", age=30, place=11)
    new = str(entered.person.id_number)
    older = replace(entered.person, name="郑按", id_number=new[:6] + new[8:17], id_unverified=True)
    alone = household(workspace, replace(entered, person=older))
    with workspace.unit_of_work("add_member") as uow:
        uow.people.add(replace(entered.person, id=PersonId("of-another-laptop")))
    (pair,) = likely_duplicates(workspace)
    assert pair.likenesses == (Likeness.OLD_FORM,)
    assert {one.person.name for one in (pair.first, pair.second)} == {"郑安", "郑按"}
    assert alone.members[0].person.id in {one.person.id for one in (pair.first, pair.second)}

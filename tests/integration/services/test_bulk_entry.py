"""Households entered by the thousand: the numbers they take, and what stops them."""

from __future__ import annotations

from datetime import date

import pytest

from clerk_app.domain.codes import Sex
from clerk_app.errors import UserError
from clerk_app.services.bulk_entry import Registered, enter_household
from clerk_app.services.households import HouseholdEntry, MemberEntry, household_numbered, list_households, new_person
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, a_household, a_member, resident_number


def enter(workspace: Workspace, *households: tuple[str, MemberEntry]) -> None:
    with workspace.batch() as batch:
        registered = Registered(batch.connection)
        for number, head in households:
            with batch.act("import_household") as uow:
                enter_household(uow, registered, HouseholdEntry(number=number), (head,), DAY)


def a_head(place: int, **facts: object) -> MemberEntry:
    number = resident_number(date(1970, 1, 1), Sex.MALE, place)
    person = new_person(name=f"何{place}", birth_on=date(1970, 1, 1), sex=Sex.MALE, **{"id_number": number, **facts})
    return MemberEntry(person=person, relation="02")


def test_numbers_given_follow_the_highest_and_skip_those_in_use(workspace: Workspace) -> None:
    enter(workspace, ("0007", a_head(1)), ("甲9", a_head(2)), ("", a_head(3)), ("", a_head(4)))
    assert [row.number for row in list_households(workspace)] == ["0007", "0008", "0009", "甲9"]


def test_number_given_is_not_one_taken_meanwhile(workspace: Workspace) -> None:
    enter(workspace, ("", a_head(1)), ("0002", a_head(2)), ("", a_head(3)))
    assert [row.number for row in list_households(workspace)] == ["0001", "0002", "0003"]


def test_household_number_in_use_stops_all_of_it(workspace: Workspace) -> None:
    a_household().numbered("0001").with_head("老户", place=50).register_id(workspace)
    with pytest.raises(UserError, match="0001") as refused:
        enter(workspace, ("0002", a_head(1)), ("0001", a_head(2)))
    assert refused.value.field == "number"
    assert len(list_households(workspace)) == 1


@pytest.mark.parametrize("former", [None, "532325700101001"])
def test_person_registered_meanwhile_stops_all_of_it(workspace: Workspace, former: str | None) -> None:
    with pytest.raises(UserError, match="0001 户") as refused:
        enter(workspace, ("0001", a_head(1, former_id_number=former)), ("0002", a_head(1)))
    assert refused.value.field == "id_number"
    assert list_households(workspace) == ()


def test_temporary_numbers_go_on_where_they_were(workspace: Workspace) -> None:
    a_household().numbered("0001").with_head("无号", id_number=None).register_id(workspace)
    enter(workspace, ("0002", a_head(1, id_number=None)), ("0003", a_head(2, id_number=None)))
    numbers = [household_numbered(workspace, number).members[0].person.temporary_number for number in ("0002", "0003")]
    assert numbers == ["L00002", "L00003"]


def test_household_without_a_head_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UserError) as refused:
        enter(workspace, ("0001", a_member("何子", relation="20")))
    assert refused.value.field == "relation"

"""Synthetic people, households and data folders for the tests: valid numbers, nobody in them exists."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Self

from clerk_app.domain.codes import HEAD, Capacity, DisabilityKind, IdentityKind, Sex
from clerk_app.domain.dates import birthday
from clerk_app.domain.household import HouseholdFile, HouseholdId, PersonId
from clerk_app.domain.resident_id import check_digit
from clerk_app.exchange.seal import new_age_identity
from clerk_app.security.keys import Parameters
from clerk_app.services.accounts import NewVillage, VillageEntry, change_village, create_village, sign_in, the_village
from clerk_app.services.households import (
    HouseholdEntry,
    MemberEntry,
    new_identity,
    new_person,
    open_household,
    register_household,
)
from clerk_app.services.workspace import Workspace

DAY: Final = date(2026, 3, 16)
"""The calendar day at the desk in the tests."""
PASSWORD: Final = "Desk-of-tests-7"
CLERK: Final = "何清"
CHEAP: Final = Parameters(memory_kib=32, passes=1, lanes=1)
"""A password guess that costs nothing: the tests are about the house, not about Argon2id."""
VILLAGE: Final = VillageEntry(
    code="532325100201", name="清河村", town="栋川镇", county="姚安县", pack="yaoan", phone="0878-5700000"
)
LOCAL: Final = {"dibao_standard": "420.00", "medical_premium": "400.00"}


class FixedClock:
    """A clock that stands at nine in the morning of a day until the test moves it; each reading is a second later."""

    def __init__(self, day: date = DAY) -> None:
        self.day = day
        self._seconds = 0

    def now(self) -> datetime:
        self._seconds += 1
        return datetime(self.day.year, self.day.month, self.day.day, 1, tzinfo=UTC) + timedelta(seconds=self._seconds)

    def today(self) -> date:
        return self.day


def resident_number(birth_on: date, sex: Sex = Sex.MALE, place: int = 1, area: str = "532325") -> str:
    """Return a valid 18-digit number; ``place`` (0 to 499) tells people of one birth date and sex apart."""
    first17 = f"{area}{birth_on:%Y%m%d}{place * 2 + (1 if sex is Sex.MALE else 0):03d}"
    return first17 + check_digit(first17)


def wrong_check_digit(number: str) -> str:
    """Return the number with a last character that cannot be right."""
    return number[:-1] + ("1" if number[-1] != "1" else "2")


def a_member(
    name: str,
    *,
    age: int = 40,
    sex: Sex = Sex.MALE,
    relation: str = HEAD,
    place: int = 1,
    identities: tuple[IdentityKind, ...] = (),
    **facts: Any,
) -> MemberEntry:
    """Return an entry of a person who has reached this age a hundred days before ``DAY``."""
    birth_on = birthday(DAY - timedelta(days=100), -age)
    facts.setdefault("id_number", resident_number(birth_on, sex, place))
    person = new_person(name=name, birth_on=birth_on, sex=sex, **facts)
    return MemberEntry(
        person=person,
        relation=relation,
        identities=tuple(new_identity(kind, date(2024, 1, 1)) for kind in identities),
    )


@dataclass(frozen=True, slots=True)
class HouseholdBuilder:
    """A household to register; every ``with_`` gives another builder."""

    entry: HouseholdEntry = field(default_factory=lambda: HouseholdEntry(group="第1组", address="大村1号"))
    members: tuple[MemberEntry, ...] = ()

    def numbered(self, number: str) -> Self:
        return replace(self, entry=replace(self.entry, number=number))

    def in_group(self, group: str) -> Self:
        return replace(self, entry=replace(self.entry, group=group))

    def with_head(self, name: str = "段有福", **facts: Any) -> Self:
        return replace(self, members=(*self.members, a_member(name, relation=HEAD, **facts)))

    def with_member(self, name: str, relation: str, **facts: Any) -> Self:
        return replace(self, members=(*self.members, a_member(name, relation=relation, **facts)))

    def register(self, workspace: Workspace) -> HouseholdFile:
        """Register it and return it as it is on file."""
        return open_household(workspace, self.register_id(workspace))

    def register_id(self, workspace: Workspace) -> HouseholdId:
        return register_household(workspace, self.entry, self.members)


def a_household() -> HouseholdBuilder:
    return HouseholdBuilder()


def person_named(file: HouseholdFile, name: str) -> PersonId:
    """Return the id of the member with this name."""
    (found,) = (member.person.id for member in file.members if member.person.name == name)
    return found


def new_village(folder: Path, *, county_key: str = "") -> NewVillage:
    """Make an empty village with the county's local values, open."""
    entry = replace(VILLAGE, county_key=county_key)
    made = create_village(folder, entry, CLERK, PASSWORD, FixedClock(), parameters=CHEAP)
    change_village(made.workspace, replace(the_village(made.workspace), local=LOCAL))
    return made


def three_households(workspace: Workspace) -> None:
    """Register the three households that most tests work with: 0001 poor and old, 0002 a family, 0003 a disabled man alone."""
    (
        a_household()
        .with_head("段有福", age=72, place=1, labour_capacity=Capacity.NONE, phone="19912340001")
        .with_member(
            "周兰英",
            "12",
            age=68,
            sex=Sex.FEMALE,
            place=2,
            labour_capacity=Capacity.PARTIAL,
            chronic_illness=True,
            identities=(IdentityKind.REGISTERED_POOR,),
        )
        .register_id(workspace)
    )
    (
        a_household()
        .in_group("第2组")
        .with_head("单长乐", age=41, place=3)
        .with_member("李㛃", "12", age=39, sex=Sex.FEMALE, place=4)
        .with_member("单小雨", "30", age=12, sex=Sex.FEMALE, place=5, student=True)
        .register_id(workspace)
    )
    (
        a_household()
        .in_group("第2组")
        .with_head(
            "罗𬭎",
            age=50,
            place=6,
            disability_grade=2,
            disability_kind=DisabilityKind.LIMB,
            labour_capacity=Capacity.PARTIAL,
        )
        .register_id(workspace)
    )


@dataclass(frozen=True, slots=True)
class VillageFolder:
    """A closed data folder to copy from, with what opens it and its packets."""

    path: Path
    recovery_key: str
    county_secret: str

    def copy_to(self, folder: Path) -> Path:
        shutil.copytree(self.path, folder)
        return folder

    def open(self, folder: Path, clock: FixedClock | None = None) -> Workspace:
        """Copy it to a folder and open the copy."""
        return sign_in(self.copy_to(folder), PASSWORD, clock or FixedClock())


def make_template(folder: Path, *, filled: bool) -> VillageFolder:
    """Make a data folder once; its copies cost a few milliseconds each."""
    secret, recipient = new_age_identity()
    made = new_village(folder, county_key=recipient)
    if filled:
        three_households(made.workspace)
    made.workspace.close()
    return VillageFolder(folder, made.recovery_key, secret)

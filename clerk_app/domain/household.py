"""People and the households they belong to, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.codes import (
    HEAD,
    Capacity,
    DisabilityKind,
    Education,
    HukouKind,
    IdentityKind,
    Marital,
    MedicalScheme,
    PensionScheme,
    Sex,
)
from clerk_app.domain.dates import age_on
from clerk_app.domain.money import Money

HouseholdId = NewType("HouseholdId", str)
PersonId = NewType("PersonId", str)
MembershipId = NewType("MembershipId", str)
IdentityId = NewType("IdentityId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Village:
    """The village this data folder belongs to.

    ``code`` is the 12-digit statistical code, ``pack`` the policy pack, ``local`` the county's own values by the names of
    ``clerk assess`` as text, ``county_key`` the county's age recipient or empty.
    """

    id: str
    version: int = 0
    code: str
    name: str
    town: str = ""
    county: str = ""
    pack: str
    phone: str = ""
    local: dict[str, str]
    county_key: str = ""

    @property
    def full_name(self) -> str:
        """County, town and village, as paper names them."""
        return f"{self.county}{self.town}{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """One household (户); ``number`` is unique in the village, ``land`` is in hundredths of a mu, ``housing_area`` in square metres."""

    id: HouseholdId
    version: int = 0
    number: str
    group: str = ""
    address: str = ""
    hukou: HukouKind = HukouKind.RURAL
    phone: str = ""
    land: int | None = None
    housing_area: int | None = None
    housing_structure: str = ""
    note: str = ""
    registered_on: date
    closed_on: date | None = None
    close_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person. ``id_number`` is 18 characters or None; then ``temporary_number`` is unique in the village (T11).

    ``id_unverified`` marks 证件核实中: the number stands so on paper though its check digit is wrong (T3). ``birth_on`` is the
    file's date, which may differ from the number's (T7). ``disability_grade`` is 1 (heaviest) to 4. ``pension_years`` and
    ``pension_balance`` are what the county's list states of years paid and the personal account; None is “not known”.
    ``former_name`` is what he or she was called before (曾用名); several stand with 、 between them.
    """

    id: PersonId
    version: int = 0
    name: str
    id_number: str | None = None
    id_unverified: bool = False
    former_id_number: str | None = None
    temporary_number: str | None = None
    birth_on: date
    sex: Sex
    nation: str = "01"
    phone: str = ""
    marital: Marital | None = None
    education: Education | None = None
    student: bool = False
    labour_capacity: Capacity = Capacity.FULL
    self_care: Capacity = Capacity.FULL
    serious_illness: bool = False
    chronic_illness: bool = False
    disability_certificate: str = ""
    disability_kind: DisabilityKind | None = None
    disability_grade: int | None = None
    disability_certified_on: date | None = None
    pension_scheme: PensionScheme | None = None
    medical_scheme: MedicalScheme | None = None
    receiving_pension: bool = False
    note: str = ""
    died_on: date | None = None
    pension_years: int | None = None
    pension_balance: Money | None = None
    former_name: str | None = None

    def age_on(self, day: date) -> int:
        """Return completed years on a day."""
        return age_on(self.birth_on, day)

    def alive_on(self, day: date) -> bool:
        """Say whether the person lives at the end of this day."""
        return self.died_on is None or self.died_on > day


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person's place in a household from one day to another; ``relation`` is a GB/T 4761 code relative to the head."""

    id: MembershipId
    version: int = 0
    household_id: HouseholdId
    person_id: PersonId
    relation: str
    from_on: date
    to_on: date | None = None
    end_reason: str = ""

    @property
    def is_head(self) -> bool:
        """Whether this is the head's own place."""
        return self.relation == HEAD

    def held_on(self, day: date) -> bool:
        """Say whether the person belongs to the household on a day; the last day counts."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A dated hardship status (困难身份) of a person; the last day counts. ``lifted_on`` is the 标注脱贫 date.

    One with ``withdrawn_on`` should never have been recorded and was taken back on that day: it held on no day.
    """

    id: IdentityId
    version: int = 0
    person_id: PersonId
    kind: IdentityKind
    grade: int | None = None
    certificate: str = ""
    source: str = ""
    from_on: date
    to_on: date | None = None
    lifted_on: date | None = None
    withdrawn_on: date | None = None

    def held_on(self, day: date) -> bool:
        """Say whether the status is held on a day."""
        stands = self.withdrawn_on is None
        return stands and self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person seen as a member: what a form or a screen shows in one row."""

    person: Person
    membership: Membership
    identities: tuple[Identity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdFile:
    """A household with the people who belong to it on ``on``, head first."""

    household: Household
    members: tuple[Member, ...]
    on: date

    @property
    def head(self) -> Member | None:
        """The head, if the household has one."""
        return next((member for member in self.members if member.membership.is_head), None)

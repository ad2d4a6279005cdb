"""What the clerk enters of an event: one value for each kind. Days are days of the event, not of its entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from clerk_app.domain.absence import AbsenceKind
from clerk_app.domain.codes import Sex
from clerk_app.domain.household import HouseholdId, Person, PersonId
from clerk_app.domain.money import Money
from clerk_app.services.households import HouseholdEntry

Relations = Mapping[PersonId, str]
"""GB/T 4761 codes that the clerk chose, by person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Somebody who comes into a household, with the code to its head."""

    person_id: PersonId
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """A child is born; ``child`` needs no id. It belongs to the household from its birth on, or from ``on``."""

    household_id: HouseholdId
    child: Person
    relation: str
    mother_id: PersonId | None = None
    on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Death:
    """Somebody has died; ``reason`` names the evidence. ``pension_paid_through`` is any day of the last month that was paid."""

    person_id: PersonId
    on: date
    reason: str = ""
    new_head: PersonId | None = None
    relations: Relations = field(default_factory=dict)
    widow_spouse: bool = True
    pension_monthly: Money | None = None
    pension_paid_through: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alive:
    """Somebody registered as dead is alive; ``reason`` names the evidence. ``relation`` is needed where another is head meanwhile."""

    person_id: PersonId
    on: date
    reason: str
    relation: str = ""
    resume_identities: bool = True
    pension_monthly: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarriageIn:
    """Somebody marries into a household: a member of another one here (``person_id``), or a ``newcomer`` from outside.

    ``bringing`` are children and others of the same household who come along; ``new_head`` and ``relations`` are for those who stay
    there.
    """

    household_id: HouseholdId
    on: date
    relation: str
    spouse_id: PersonId | None = None
    person_id: PersonId | None = None
    newcomer: Person | None = None
    bringing: tuple[Placed, ...] = ()
    new_head: PersonId | None = None
    relations: Relations = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarriageOut:
    """A member marries away; without ``hukou_moves`` the place in the household stays (人户分离, T101)."""

    person_id: PersonId
    on: date
    to_place: str
    hukou_moves: bool = True
    other_county: bool = False
    new_head: PersonId | None = None
    relations: Relations = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Some members part and make a household of their own from ``on``; exactly one of ``people`` is its head."""

    household_id: HouseholdId
    on: date
    people: tuple[Placed, ...]
    household: HouseholdEntry
    reason: str
    new_head: PersonId | None = None
    relations: Relations = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """All members of ``from_id`` join ``household_id`` from ``on``; ``relations`` are theirs to the head there."""

    household_id: HouseholdId
    from_id: HouseholdId
    on: date
    reason: str
    relations: Relations = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Current members of another household here join ``household_id`` from ``on``; ``new_head`` is for those who stay behind."""

    people: tuple[Placed, ...]
    household_id: HouseholdId
    on: date
    reason: str
    new_head: PersonId | None = None
    relations: Relations = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A household moves to another group of the village; an address of None stays."""

    household_id: HouseholdId
    on: date
    group: str
    address: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Members of one household leave: for good (``hukou_moves``), or they live elsewhere and stay on the book until they come back."""

    people: tuple[PersonId, ...]
    on: date
    hukou_moves: bool
    kind: AbsenceKind = AbsenceKind.WORK
    to_place: str = ""
    other_county: bool = False
    until: date | None = None
    reason: str = ""
    new_head: PersonId | None = None
    relations: Relations = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """People come back: from elsewhere (an empty relation stays as it is), or into the book after they had left."""

    people: tuple[Placed, ...]
    household_id: HouseholdId
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Another member is head from ``on``; ``relations`` are what the clerk states otherwise than proposed."""

    household_id: HouseholdId
    new_head: PersonId
    on: date
    relations: Relations = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """An identity number is corrected or given at last. ``birth_on`` and ``sex`` say what counts where the number tells otherwise."""

    person_id: PersonId
    number: str
    on: date
    reason: str
    unverified: bool = False
    birth_on: date | None = None
    sex: Sex | None = None


Request = (
    Birth | Death | Alive | MarriageIn | MarriageOut | Split | Merge | Move | Group | Away | Return | Head | Number
)

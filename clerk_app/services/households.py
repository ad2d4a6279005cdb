"""The register: households, people, who belongs where, and their hardship statuses."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from clerk_app.domain import resident_id
from clerk_app.domain.codes import HEAD, RELATIONS, HukouKind, IdentityKind, Sex, shut_out
from clerk_app.domain.household import (
    Household,
    HouseholdFile,
    HouseholdId,
    Identity,
    IdentityId,
    Membership,
    MembershipId,
    Person,
    PersonId,
)
from clerk_app.domain.plain_text import LONGEST_TEXT, plain_text
from clerk_app.errors import UserError
from clerk_app.services.numbering import mark_of, next_household
from clerk_app.services.person_check import check_person
from clerk_app.services.workspace import Workspace
from clerk_app.storage import household_files, queries
from clerk_app.storage.pinyin import name_keys
from clerk_app.storage.queries import HouseholdRow, KnownPerson
from clerk_app.storage.search import Hit, find
from clerk_app.storage.unit_of_work import new_id

if TYPE_CHECKING:
    from clerk_app.storage.unit_of_work import UnitOfWork

LONGEST_NUMBER = 30
LARGEST_AREA = {"land": 10_000_000, "housing_area": 100_000}
"""Hundredths of a mu, square metres."""
_TEXTS = ("group", "address", "phone", "housing_structure", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdEntry:
    """What the clerk enters of a household; an empty number asks for the next free one."""

    number: str = ""
    group: str = ""
    address: str = ""
    hukou: HukouKind = HukouKind.RURAL
    phone: str = ""
    land: int | None = None
    housing_area: int | None = None
    housing_structure: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEntry:
    """What the clerk enters of a member: the person, the relation to the head, and statuses to begin with.

    ``person`` needs no id or version; ``id_number`` may be typed with blanks or a small x. Without a number the birth date and sex
    of ``person`` count and a temporary number is given (T11).
    """

    person: Person
    relation: str
    identities: tuple[Identity, ...] = field(default=())
    from_on: date | None = None


def list_households(
    workspace: Workspace, *, group: str | None = None, with_closed: bool = False
) -> tuple[HouseholdRow, ...]:
    """Return the households for a list, by number."""
    with workspace.store.reading() as connection:
        return queries.household_rows(connection, group=group, with_closed=with_closed)


def group_names(workspace: Workspace) -> tuple[str, ...]:
    """Return the village's groups."""
    with workspace.store.reading() as connection:
        return queries.groups(connection)


def next_household_number(workspace: Workspace) -> str:
    """Return the number that a new household would get when the clerk enters none."""
    with workspace.store.reading() as connection:
        return next_household(connection)


def open_household(workspace: Workspace, household_id: str, on: date | None = None) -> HouseholdFile:
    """Return a household as it stands, or with those who belonged to it on a day; raises UserError when there is none."""
    with workspace.store.reading() as connection:
        if on is None:
            found = household_files.household_as_it_stands(connection, household_id, workspace.today())
        else:
            found = household_files.household_file(connection, household_id, on)
    if found is None:
        raise UserError("找不到这一户：可能是链接过期，请在住户列表里重新打开。")
    return found


def household_numbered(workspace: Workspace, number: str) -> HouseholdFile:
    """Return the household with this number; raises UserError when there is none."""
    with workspace.store.reading() as connection:
        household = queries.household_by_number(connection, unicodedata.normalize("NFKC", number).strip())
    if household is None:
        raise UserError(
            "没有户编号为“{number}”的住户：请用 clerk household list 查看编号。", field="number", number=number[:30]
        )
    return open_household(workspace, household.id)


def search(workspace: Workspace, words: str) -> tuple[Hit, ...]:
    """Return the people that fit what was typed into the search box."""
    with workspace.store.reading() as connection:
        return find(connection, words)


def found_by(name: str) -> str:
    """Return what else a name is found by: its pinyin and initials, apart by blanks."""
    return " ".join(key for key in name_keys(name) if key.isascii())


def known_person(workspace: Workspace, number: str) -> KnownPerson | None:
    """Say where an identity number is already registered, now or as an older number."""
    with workspace.store.reading() as connection:
        return queries.person_with_number(connection, resident_id.spellings(resident_id.normalise(number)))


def register_household(
    workspace: Workspace, entry: HouseholdEntry, members: tuple[MemberEntry, ...], *, on: date | None = None
) -> HouseholdId:
    """Register a household with its members in one act and return its id.

    Raises UserError for a wrong member, a number that is taken (the sentence says where), or not exactly one head.
    """
    day = on or workspace.today()
    for member in members:
        require_compatible(member.identities)
    with workspace.unit_of_work("register_household") as uow:
        return add_household(workspace, uow, entry, members, day)


def add_household(
    workspace: Workspace, uow: UnitOfWork, entry: HouseholdEntry, members: tuple[MemberEntry, ...], day: date
) -> HouseholdId:
    """Add a household inside an act that is open already; the checks of ``register_household``."""
    heads = sum(1 for member in members if member.relation == HEAD)
    if heads != 1:
        raise UserError(
            "一户必须有且只有一位户主，现在有 {heads} 位：请检查“与户主关系”。", field="relation", heads=heads
        )
    household = with_facts(
        Household(id=HouseholdId(new_id()), number=free_number(uow, entry.number), registered_on=day),
        check_household(entry),
    )
    uow.households.add(household)
    uow.subject = household.id
    for member in members:
        enter_member(uow, household.id, member, member.from_on or day, workspace.today())
    return household.id


def check_household(entry: HouseholdEntry) -> HouseholdEntry:
    """Return the entry without outer blanks; raises UserError at the field that blocks. Whether the number is free is not asked."""
    texts = {name: plain_text(str(getattr(entry, name)), name, lines=name == "note") for name in _TEXTS}
    for name, text in texts.items():
        if len(text) > LONGEST_TEXT:
            raise UserError("这一项太长：最多 {most} 个字。", field=name, most=LONGEST_TEXT)
    for name, largest in LARGEST_AREA.items():
        amount = getattr(entry, name)
        if amount is not None and not 0 <= amount <= largest:
            raise UserError("面积应在 0 到 100000 之间：请核对。", field=name)
    number = entry.number.strip()
    if len(number) > LONGEST_NUMBER or not number.isprintable():
        raise UserError("户编号太长或含有不能打印的字符：最多 {most} 个字符。", field="number", most=LONGEST_NUMBER)
    return replace(entry, number=number, **texts)  # type: ignore[arg-type]


def with_facts(household: Household, checked: HouseholdEntry) -> Household:
    """Return the household with what an entry from ``check_household`` says of it; number and days stay."""
    return replace(
        household,
        group=checked.group,
        address=checked.address,
        hukou=checked.hukou,
        phone=checked.phone,
        land=checked.land,
        housing_area=checked.housing_area,
        housing_structure=checked.housing_structure,
        note=checked.note,
    )


def free_number(uow: UnitOfWork, wanted: str) -> str:
    """Return the household number that is wanted, or the next one for an empty text; raises UserError when another household has it."""
    number = wanted.strip()
    if not number:
        return next_household(uow.connection)
    if uow.households.first(number=number) is not None:
        raise UserError("户编号“{number}”已被另一户使用：请换一个，或留空自动编号。", field="number", number=number)
    return number


def enter_member(
    uow: UnitOfWork, household_id: HouseholdId, entry: MemberEntry, from_on: date, today: date
) -> PersonId:
    """Add a person with the place in a household and the statuses to begin with, inside an open act."""
    if entry.relation not in RELATIONS:
        raise UserError(
            "与户主关系代码“{code}”不在国标表内：请从列表里选。", field="relation", code=entry.relation[:10]
        )
    if from_on > today:
        raise UserError("入户日期不能在今天之后：请核对。", field="from_on")
    person, _ = check_person(replace(entry.person, id=PersonId("")), today)
    if from_on < person.birth_on:
        raise UserError(
            "入户日期早于{name}的出生日期 {day}：请核对。", field="from_on", name=person.name, day=person.birth_on
        )
    stored = _returned(uow, person, from_on) or _added(uow, person)
    uow.memberships.add(
        Membership(
            id=MembershipId(new_id()),
            household_id=household_id,
            person_id=stored.id,
            relation=entry.relation,
            from_on=from_on,
        )
    )
    for identity in entry.identities:
        require_order(identity)
        uow.identities.add(replace(identity, id=IdentityId(new_id()), person_id=stored.id))
    return stored.id


def _added(uow: UnitOfWork, person: Person) -> Person:
    require_unknown(uow, person)
    if person.id_number is None and not person.temporary_number:
        person = replace(person, temporary_number=temporary_number(uow))
    return uow.people.add(replace(person, id=PersonId(new_id())))


def _returned(uow: UnitOfWork, person: Person, from_on: date) -> Person | None:
    """Return somebody on file who has left and comes back, with the facts as entered now; None for everybody else.

    The person keeps the record, and with it the history. Raises UserError for the dead, and for a day before the departure.
    """
    known = None
    if person.id_number is not None:
        spellings = resident_id.spellings(person.id_number)
        known = queries.person_with_number(uow.connection, spellings, now_only=True)
    if known is None or known.household_id is not None:
        return None
    before = uow.people.get(known.person_id)
    if before.died_on is not None:
        raise UserError(
            "{name}已于 {day} 登记去世：如果弄错了，请先在原来那一户更正死亡日期。",
            field="id_number",
            name=before.name,
            day=before.died_on,
        )
    left = max(place.to_on for place in uow.memberships.find(person_id=before.id) if place.to_on is not None)
    if from_on <= left:
        raise UserError("{name} {day} 才离户：入户日期要在这一天之后。", field="from_on", name=before.name, day=left)
    kept = replace(person, former_id_number=former_number(before, person))
    return uow.people.save(replace(kept, id=before.id, version=before.version))


def former_number(before: Person, now: Person) -> str | None:
    """Return the older number that a person's record keeps: the one that is replaced, else the one kept already or given now (T2)."""
    if before.id_number is not None and before.id_number != now.id_number:
        return before.id_number
    return before.former_id_number or now.former_id_number


def require_order(identity: Identity) -> None:
    """Raise UserError when a status would end before it begins."""
    if identity.to_on is not None and identity.to_on < identity.from_on:
        raise UserError("止日早于起日：请核对。", field="to_on")


def require_compatible(identities: Sequence[Identity]) -> None:
    """Raise UserError when somebody would begin with two statuses of which nobody can have both (T124)."""
    if any(shut_out(one.kind, other.kind) and one.held_on(other.from_on) for one in identities for other in identities):
        raise UserError("低保和特困不能同时享受：请只登记一样。", field="identities")


def require_unknown(uow: UnitOfWork, person: Person) -> None:
    """Raise UserError when somebody else holds the person's number; the sentence says where.

    For a person already on file older numbers of others do not count: two people's numbers that were entered the wrong way round
    must be possible to put right.
    """
    if person.id_number is None:
        return
    spellings = resident_id.spellings(person.id_number)
    known = queries.person_with_number(uow.connection, spellings, other_than=person.id, now_only=bool(person.id))
    if known is not None:
        raise UserError(
            "这个公民身份号码已登记在 {group} {number} 户的{name}名下：同一人不能登记两次，请打开那一户核对。",
            field="id_number",
            group=known.group or "本村",
            number=known.household_number or "（已离户）",
            name=known.name,
        )


def temporary_number(uow: UnitOfWork) -> str:
    """Return the next free number for a person without an identity number (T11)."""
    taken = sum(1 for person in uow.people.find(id_number=None) if person.temporary_number)
    mark = mark_of(uow.connection)
    number = f"L{mark}{taken + 1:05d}"
    while uow.people.first(temporary_number=number) is not None:
        taken += 1
        number = f"L{mark}{taken + 1:05d}"
    return number


def change_household(workspace: Workspace, household_id: HouseholdId, version: int, entry: HouseholdEntry) -> Household:
    """Change a household's own facts; ``version`` is the one the clerk saw. Raises UserError when somebody was faster."""
    with workspace.unit_of_work("change_household") as uow:
        household = uow.households.get(household_id)
        number = household.number if entry.number.strip() == household.number else free_number(uow, entry.number)
        changed = with_facts(replace(household, version=version, number=number), check_household(entry))
        uow.subject = household_id
        return uow.households.save(changed)


def new_person(*, name: str, birth_on: date, sex: Sex, **facts: object) -> Person:
    """Return a person to enter, before it has an id."""
    return Person(id=PersonId(""), name=name, birth_on=birth_on, sex=sex, **facts)  # type: ignore[arg-type]


def new_identity(kind: IdentityKind, from_on: date, **facts: object) -> Identity:
    """Return a hardship status to enter, before it has an id."""
    return Identity(id=IdentityId(""), person_id=PersonId(""), kind=kind, from_on=from_on, **facts)  # type: ignore[arg-type]

"""A household in a draft: who belongs to it, who joins and whose place ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from clerk_app.domain.codes import HEAD, RELATIONS
from clerk_app.domain.household import Household, HouseholdId, Membership, MembershipId, Person, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.domain.relations import Relative
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft
from clerk_app.storage.unit_of_work import new_id

ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kin:
    """A current member: the person and the place."""

    person: Person
    place: Membership

    @property
    def relative(self) -> Relative:
        """The member as far as relations go."""
        return Relative(self.person.id, self.place.relation, self.person.sex, self.person.birth_on)


@dataclass(frozen=True, slots=True)
class Family:
    """A household with those who belong to it now."""

    household: Household
    kin: tuple[Kin, ...]

    @property
    def id(self) -> HouseholdId:
        """The household's id."""
        return self.household.id

    @property
    def head(self) -> Kin | None:
        """The head, if there is one."""
        return next((kin for kin in self.kin if kin.place.is_head), None)

    def member(self, person_id: PersonId, field: str) -> Kin:
        """Return a member; raises UserError when the person does not belong here now."""
        for kin in self.kin:
            if kin.person.id == person_id:
                return kin
        raise UserError("选的人现在不在 {number} 户：请刷新后重新选。", field=field, number=self.household.number)


def family_of(draft: Draft, household_id: HouseholdId, *, closed: bool = False) -> Family:
    """Return a household with its members; raises UserError for one that is closed, unless that is meant."""
    household = draft.uow.households.get(household_id)
    if household.closed_on is not None and not closed:
        raise UserError(
            "{number} 户已于 {day} 销户，不能再办这件事：请选别的住户。",
            field="household_id",
            number=household.number,
            day=household.closed_on,
        )
    places = draft.uow.memberships.find(household_id=household_id, to_on=None)
    return Family(household, tuple(Kin(draft.uow.people.get(place.person_id), place) for place in places))


def living_member(draft: Draft, person_id: PersonId, field: str = "person_id") -> tuple[Family, Kin]:
    """Return somebody who lives and belongs to a household now, with it; raises UserError for anybody else."""
    person = draft.uow.people.get(person_id)
    if person.died_on is not None:
        raise UserError("{name}已于 {day} 登记去世：请核对。", field=field, name=person.name, day=person.died_on)
    place = draft.uow.memberships.first(person_id=person_id, to_on=None)
    if place is None:
        raise UserError("{name}现在不属于本村任何一户：请先用“返回”登记入户。", field=field, name=person.name)
    family = family_of(draft, place.household_id)
    return family, family.member(person_id, field)


def require_day(draft: Draft, on: date) -> None:
    """Raise UserError for a day to come."""
    if on > draft.today:
        raise UserError("日期不能在今天之后：请核对。", field="on")


def require_reason(reason: str) -> str:
    """Return the reason without outer blanks; raises UserError when there is none or it is too long."""
    if not reason.strip():
        raise UserError("请写明原因或依据：这件事会留在变更记录里。", field="reason")
    if len(reason) > LONGEST_TEXT:
        raise UserError("这一项太长：最多 {most} 个字。", field="reason", most=LONGEST_TEXT)
    return reason.strip()


def require_relation(relation: str, field: str = "relation") -> None:
    """Raise UserError for a code that is not in the table."""
    if relation not in RELATIONS:
        raise UserError("与户主关系代码“{code}”不在国标表内：请从列表里选。", field=field, code=relation[:10])


def is_from_the_start(draft: Draft, kin: Kin) -> bool:
    """Say whether a member was registered together with the household: then the day is that of the entry, not of the joining.

    Who came from another household here did join on that day.
    """
    registered_on = draft.uow.households.get(kin.place.household_id).registered_on
    return kin.place.from_on <= registered_on and not had_another_place(draft, kin)


def had_another_place(draft: Draft, kin: Kin) -> bool:
    """Say whether a member belonged to a household of this village before, or to this one at another time."""
    return any(place.id != kin.place.id for place in draft.uow.memberships.find(person_id=kin.person.id))


def restated_on(draft: Draft, place: Membership) -> date | None:
    """Return the day from which a place has its present relation (a head's: is head), None where it has had it all along."""
    former = draft.uow.former_relations.find(membership_id=place.id)
    return max((each.to_on + ONE_DAY for each in former), default=None)


def moved_back(draft: Draft, kin: Kin, on: date) -> Kin:
    """Return the member with a place that begins on an earlier day, as a question; a register is often made after what it records.

    Raises UserError for a member who joined the household later than it was registered, and for a day before the birth.
    """
    if not is_from_the_start(draft, kin) or on < kin.person.birth_on:
        raise UserError(
            "{name} {day} 才入户：日期要在这之后。", field="on", name=kin.person.name, day=kin.place.from_on
        )
    draft.asks(
        "{name}登记入户的日期 {day} 晚于这件事：入户日期随之改到 {on}。",
        name=kin.person.name,
        day=kin.place.from_on,
        on=on,
    )
    return entered_on(draft, kin, on)


def entered_on(draft: Draft, kin: Kin, on: date) -> Kin:
    """Return the member with a place that begins on an earlier day, on which the household has a head."""
    _head_there(draft, kin.place.household_id, on)
    return Kin(kin.person, draft.change("memberships", kin.place, from_on=on))


def _head_there(draft: Draft, household_id: HouseholdId, on: date) -> None:
    """Let the first head have been there on a day on which somebody else was: nobody lives in a household without one.

    Raises UserError where the head came later than the register tells, or was not born.
    """
    first = _first_head(draft, household_id)
    if first is None or first.place.from_on <= on:
        return
    number = draft.uow.households.get(household_id).number
    if not is_from_the_start(draft, first) or on < first.person.birth_on:
        raise UserError(
            "{number} 户 {day} 起才有户主（{name}）：日期要在这一天或以后。",
            field="on",
            number=number,
            day=first.place.from_on,
            name=first.person.name,
        )
    draft.asks(
        "{number} 户 {on} 就有人在户：户主{name}登记入户的日期 {day} 随之改到那一天。",
        number=number,
        on=on,
        name=first.person.name,
        day=first.place.from_on,
    )
    draft.change("memberships", first.place, from_on=on)


def _first_head(draft: Draft, household_id: HouseholdId) -> Kin | None:
    """Return who was the first head of a household, be it somebody who has left since."""
    found: Kin | None = None
    for place in draft.uow.memberships.find(household_id=household_id):
        former = draft.uow.former_relations.find(membership_id=place.id)
        earliest = min(former, key=lambda each: each.to_on, default=None)
        relation = place.relation if earliest is None else earliest.relation
        if relation == HEAD and (found is None or place.from_on < found.place.from_on):
            found = Kin(draft.uow.people.get(place.person_id), place)
    return found


def end_place(draft: Draft, kin: Kin, last_day: date, reason: str) -> None:
    """End a member's place with its last day; refuses a day before the member joined."""
    if last_day < kin.place.from_on:
        try:
            kin = moved_back(draft, kin, last_day)
        except UserError as refusal:
            draft.refuses(refusal)
            return
    draft.change("memberships", kin.place, to_on=last_day, end_reason=reason[:LONGEST_TEXT])


def join(draft: Draft, family: Family, person: Person, relation: str, from_on: date) -> None:
    """Give a person a place in a household from a day on; refuses a code that is none, and a second head."""
    if relation not in RELATIONS:
        draft.refuses(UserError("请选{name}与户主的关系。", field="relation", name=person.name))
        return
    if relation == HEAD and family.head is not None:
        draft.refuses(
            UserError("{number} 户已经有户主：请选别的关系。", field="relation", number=family.household.number)
        )
        return
    try:
        _require_standing(draft, family, from_on)
    except UserError as refusal:
        draft.refuses(refusal)
        return
    draft.add(
        "memberships",
        Membership(
            id=MembershipId(new_id()),
            household_id=family.id,
            person_id=person.id,
            relation=relation,
            from_on=from_on,
        ),
    )
    draft.starts(
        "{name}从 {day} 起是 {number} 户成员（{relation}）。",
        name=person.name,
        day=from_on,
        number=family.household.number,
        relation=RELATIONS[relation],
    )


def _require_standing(draft: Draft, family: Family, from_on: date) -> None:
    """Raise UserError for a day on which nobody belonged to the household; before a register that was made late it is asked about."""
    number = family.household.number
    if not family.kin:
        closed_on = family.household.closed_on
        if closed_on is not None and from_on <= closed_on:
            raise UserError("{number} 户 {day} 才销户：日期要在这一天之后。", field="on", number=number, day=closed_on)
        return
    since = _inhabited_since(draft, family)
    if since is None or from_on >= since:
        return
    if since <= family.household.registered_on and all(is_from_the_start(draft, kin) for kin in family.kin[:1]):
        draft.asks("这一天早于 {number} 户的登记日期：请核对。", number=number)
        _head_there(draft, family.id, from_on)
        return
    raise UserError(
        "{number} 户从 {day} 起才有人在户（以前没有立户，或销过户）：日期要在这一天或以后。",
        field="on",
        number=number,
        day=since,
    )


def _inhabited_since(draft: Draft, family: Family) -> date | None:
    """Return the day from which there was always somebody in a household up to now; None for one that is only planned."""
    places = sorted(draft.uow.memberships.find(household_id=family.id), key=lambda place: place.from_on, reverse=True)
    since = min((place.from_on for place in places if place.to_on is None), default=None)
    while since is not None:
        earlier = [
            place.from_on
            for place in places
            if place.from_on < since and place.to_on is not None and place.to_on + ONE_DAY >= since
        ]
        if not earlier:
            break
        since = min(earlier)
    return since

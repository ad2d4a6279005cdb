"""Who is head of a household in a draft: what happens when some leave, who follows, and everybody's relation to another head."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from clerk_app.domain.codes import HEAD, RELATIONS
from clerk_app.domain.dates import age_on
from clerk_app.domain.former import FormerRelation, FormerRelationId
from clerk_app.domain.household import Membership, MembershipId, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.domain.relations import ADULT, Restated, restate_all, successor
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.family import ONE_DAY, Family, Kin, end_place, restated_on
from clerk_app.services.events.model import RelationLine
from clerk_app.services.events.requests import Relations
from clerk_app.storage.unit_of_work import new_id


def leave(
    draft: Draft,
    family: Family,
    leaving: tuple[Kin, ...],
    last_day: date,
    reason: str,
    *,
    new_head: PersonId | None,
    relations: Relations,
) -> tuple[Kin, ...]:
    """End the places of those who leave, give the rest a head, close an empty household; return who stays."""
    for kin in leaving:
        end_place(draft, kin, last_day, reason)
        draft.ends(
            "{name}在 {number} 户的户籍关系到 {day} 为止。",
            name=kin.person.name,
            number=family.household.number,
            day=last_day,
        )
    gone = {kin.person.id for kin in leaving}
    rest = tuple(kin for kin in family.kin if kin.person.id not in gone)
    if not rest:
        _until_they_left(draft, family, rest, last_day)
        closed_on = max((last_day, *_last_days(draft, family)))
        draft.change("households", family.household, closed_on=closed_on, close_reason=reason[:LONGEST_TEXT])
        draft.ends(
            "{number} 户已没有成员，{day} 销户；档案和文书都保留。", number=family.household.number, day=closed_on
        )
    elif family.head is None or family.head.person.id in gone:
        _succeed(draft, family, rest, last_day, wanted=new_head, relations=relations)
    elif new_head is not None and new_head != family.head.person.id:
        draft.refuses(UserError("户主没有离开：要换户主请用“户主变更”。", field="new_head"))
    return rest


def _last_days(draft: Draft, family: Family) -> tuple[date, ...]:
    """Return the days on which those who left a household before did so."""
    places = draft.uow.memberships.find(household_id=family.id)
    return tuple(place.to_on for place in places if place.to_on is not None)


def _succeed(
    draft: Draft,
    family: Family,
    rest: tuple[Kin, ...],
    last_day: date,
    *,
    wanted: PersonId | None,
    relations: Relations,
) -> None:
    if wanted is not None and wanted not in {kin.person.id for kin in rest}:
        draft.refuses(UserError("新户主要从留下的成员里选：请重新选。", field="new_head"))
        return
    now = _until_they_left(draft, family, rest, last_day)
    there = [kin for kin in now.rest if kin.place.from_on <= now.last_day + ONE_DAY]
    late = next((kin for kin in now.rest if there and kin not in there and kin.person.id == wanted), None)
    if late is not None:
        draft.refuses(
            UserError(
                "{name} {day} 才入户，接不上户主：请从当时在户的人里选。",
                field="new_head",
                name=late.person.name,
                day=late.place.from_on,
            )
        )
        return
    chosen = wanted or successor([kin.relative for kin in there or now.rest], now.last_day)
    head = next(kin for kin in now.rest if kin.person.id == chosen)
    if wanted is None:
        draft.asks("没有指定新户主，按关系推定为{name}：不对请改选。", name=head.person.name)
    before = Family(family.household, (*([now.head] if now.head is not None else []), *now.rest))
    restate(draft, before, head, now.rest, relations=relations, last_day=now.last_day, doubted=now.doubted)


@dataclass(frozen=True, slots=True)
class _Standing:
    """Who stays in a household when another head is due, whom they had as head last, and the day whose next has another one.

    ``doubted`` are those whose relation to that head could not be told from the codes.
    """

    head: Kin | None
    rest: tuple[Kin, ...]
    last_day: date
    doubted: frozenset[PersonId] = frozenset()


def _until_they_left(draft: Draft, family: Family, rest: tuple[Kin, ...], last_day: date) -> _Standing:
    """Let those be head who were still in the household then and have left since, each to the own last day, until somebody of the rest is
    there: an inhabited household has a head on every day."""
    now = _Standing(family.head, rest, _last_day_of_head(draft, family, last_day))
    left = _left_after(draft, family, now.last_day)
    while left and not any(kin.place.from_on <= now.last_day + ONE_DAY for kin in now.rest):
        there = [kin for kin in left if kin.place.from_on <= now.last_day + ONE_DAY]
        if not there:  # nobody on that day; the household stood empty for a time
            now = replace(now, last_day=min(kin.place.from_on for kin in left) - ONE_DAY)
            continue
        chosen = successor([kin.relative for kin in there], now.last_day)
        head = next(kin for kin in there if kin.person.id == chosen)
        draft.asks(
            "{name} {day} 才离户，那以前由{name}作 {number} 户户主：请核对。",
            name=head.person.name,
            day=head.place.to_on,
            number=family.household.number,
        )
        now, left = _followed(draft, now, head, left)
    return now


def _followed(draft: Draft, now: _Standing, head: Kin, left: list[Kin]) -> tuple[_Standing, list[Kin]]:
    """State relations to a head of past days anew where they follow from the codes; returns how the household stands when he or she leaves,
    and who of those that have left is still there then."""
    members = [*left, *now.rest]
    proposals = () if now.head is None else restate_all(now.head.relative, head.relative, [k.relative for k in members])
    codes = {each.relative.person_id: each.relation for each in proposals if each.sure}
    found: dict[MembershipId, Kin] = {}
    for kin in members:
        code = HEAD if kin is head else codes.get(kin.person.id, kin.place.relation)
        found[kin.place.id] = Kin(kin.person, restate_place(draft, kin, code, now.last_day))
    last_day = head.place.to_on or now.last_day
    unsure = frozenset(kin.person.id for kin in now.rest if kin.person.id not in codes)
    rest = tuple(found[kin.place.id] for kin in now.rest)
    still = [found[kin.place.id] for kin in left if kin.place.to_on is not None and kin.place.to_on > last_day]
    return _Standing(found[head.place.id], rest, last_day, now.doubted | unsure), still


def _left_after(draft: Draft, family: Family, day: date) -> list[Kin]:
    """Return those who were in a household after a day and have left it since."""
    places = draft.uow.memberships.find(household_id=family.id)
    return [
        Kin(draft.uow.people.get(place.person_id), place)
        for place in places
        if place.to_on is not None and place.to_on > day
    ]


def _last_day_of_head(draft: Draft, family: Family, last_day: date) -> date:
    """Return the day whose next has another head: one who goes on a day before he or she became head follows nobody on that day."""
    since = None if family.head is None else restated_on(draft, family.head.place)
    if family.head is None or since is None or since <= last_day + ONE_DAY:
        return last_day
    draft.asks(
        "{name} {day} 起才是户主，晚于这件事：新户主从这一天算起，请核对。", name=family.head.person.name, day=since
    )
    return since - ONE_DAY


def restate(
    draft: Draft,
    family: Family,
    head: Kin,
    members: tuple[Kin, ...],
    *,
    relations: Relations,
    last_day: date,
    doubted: frozenset[PersonId] = frozenset(),
) -> None:
    """State everybody's relation to another head anew; the earlier codes are kept with ``last_day`` as their last.

    What follows from the code of one who is ``doubted`` is proposed as not sure.
    """
    if age_on(head.person.birth_on, last_day) < ADULT:
        draft.asks("{name}还未成年，由其作户主请核对户口簿。", name=head.person.name)
    draft.starts("{number} 户由{name}作户主。", number=family.household.number, name=head.person.name)
    old = family.head
    found = (
        restate_all(old.relative, head.relative, [kin.relative for kin in members])
        if old is not None
        else tuple(Restated(kin.relative, HEAD if kin is head else "", sure=kin is head) for kin in members)
    )
    for kin, proposal in zip(members, found, strict=True):
        given = relations.get(kin.person.id)
        code = given or proposal.relation
        sure = given is not None or (proposal.sure and (kin is head or kin.person.id not in doubted))
        _restate_one(draft, family, head, kin, code, sure=sure, last_day=last_day)


def _restate_one(draft: Draft, family: Family, head: Kin, kin: Kin, code: str, *, sure: bool, last_day: date) -> None:
    draft.restates(
        RelationLine(
            household_id=family.id,
            person_id=kin.person.id,
            name=kin.person.name,
            before=kin.place.relation,
            after=code,
            sure=sure,
        )
    )
    if not code:
        draft.refuses(
            UserError(
                "{name}与新户主{head}是什么关系，从原来的关系推不出来：请选定。",
                field="relations",
                name=kin.person.name,
                head=head.person.name,
            )
        )
        return
    if code not in RELATIONS or (code == HEAD) != (kin is head):
        draft.refuses(
            UserError(
                "{name}与新户主的关系代码“{code}”不对：请从列表里选。",
                field="relations",
                name=kin.person.name,
                code=code[:10],
            )
        )
        return
    restate_place(draft, kin, code, last_day)


def restate_place(draft: Draft, kin: Kin, code: str, last_day: date) -> Membership:
    """Change one place's relation and keep the earlier one, if it held for at least a day; returns the place."""
    if code == kin.place.relation:
        return kin.place
    since = restated_on(draft, kin.place) or kin.place.from_on
    place = draft.change("memberships", kin.place, relation=code)
    if since <= last_day:
        draft.add(
            "former_relations",
            FormerRelation(
                id=FormerRelationId(new_id()), membership_id=kin.place.id, relation=kin.place.relation, to_on=last_day
            ),
        )
    return place

"""分户, 并户, 转户: members between households of this village; one person is in one household a day (T95)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clerk_app.domain.codes import HEAD
from clerk_app.domain.household import Household, HouseholdId, PersonId
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.effects import SHARED_LIFE, dibao_family_changed, dibao_household_ends, open_case
from clerk_app.services.events.family import (
    ONE_DAY,
    Family,
    Kin,
    family_of,
    join,
    living_member,
    require_day,
    require_reason,
)
from clerk_app.services.events.heads import leave
from clerk_app.services.events.requests import Merge, Move, Placed, Relations, Split
from clerk_app.services.households import check_household, free_number, with_facts
from clerk_app.storage.unit_of_work import new_id


def split(draft: Draft, request: Split) -> None:
    """Plan a split: those who part get a household of their own; dibao still goes by who lives together in fact."""
    family = family_of(draft, request.household_id)
    draft.about(family.id)
    draft.named("{number} 户分户", number=family.household.number)
    require_day(draft, request.on)
    reason = require_reason(request.reason)
    leaving = _chosen(family, request.people)
    if len(leaving) == len(family.kin):
        raise UserError("分户时至少要有一人留下：全户都走请用“迁出”或“并户”。", field="people")
    heads = sum(1 for placed in request.people if placed.relation == HEAD)
    if heads != 1:
        raise UserError("分出的新户必须有且只有一位户主，现在有 {heads} 位：请检查。", field="people", heads=heads)
    made = _new_household(draft, family, request)
    leave(
        draft,
        family,
        leaving,
        request.on - ONE_DAY,
        f"分户到 {made.household.number} 户",
        new_head=request.new_head,
        relations=request.relations,
    )
    for kin, placed in zip(leaving, request.people, strict=True):
        join(draft, made, kin.person, placed.relation, request.on)
    if dibao_family_changed(draft, family, request.on, f"分户（{reason}）", clause=SHARED_LIFE) is not None:
        draft.asks("低保按实际共同生活认定，不看户口本怎么分：只为吃低保分户的，仍按一家计算。")


def _chosen(family: Family, people: tuple[Placed, ...]) -> tuple[Kin, ...]:
    if not people or len({placed.person_id for placed in people}) != len(people):
        raise UserError("请选要走的成员，每人一次。", field="people")
    return tuple(family.member(placed.person_id, "people") for placed in people)


def _new_household(draft: Draft, family: Family, request: Split) -> Family:
    entry = check_household(request.household)
    number = free_number(draft.uow, entry.number)
    made = with_facts(
        Household(id=HouseholdId(new_id()), number=number, registered_on=request.on),
        replace(entry, group=entry.group or family.household.group, address=entry.address or family.household.address),
    )
    draft.add("households", made)
    draft.starts("{day} 立 {number} 户。", day=request.on, number=number)
    if family.household.land and entry.land is None:
        draft.asks("承包地仍全部记在 {number} 户：分了地的，请修改两户的面积。", number=family.household.number)
    return Family(made, ())


def merge(draft: Draft, request: Merge) -> None:
    """Plan a merge: all of one household join another, theirs is closed; two dibao cases cannot go on in one household."""
    target = family_of(draft, request.household_id)
    source = family_of(draft, request.from_id)
    draft.about(target.id)
    draft.named("{other} 户并入 {number} 户", other=source.household.number, number=target.household.number)
    require_day(draft, request.on)
    require_reason(request.reason)
    if source.id == target.id:
        raise UserError("不能把一户并入它自己：请选另一户。", field="from_id")
    people = tuple(
        Placed(person_id=kin.person.id, relation=request.relations.get(kin.person.id, "")) for kin in source.kin
    )
    _pass_over(draft, source, target, people, request.on, new_head=None, relations={})
    both = open_case(draft, source.id) and open_case(draft, target.id)
    if both:
        draft.asks("两户都有低保档案：一户只能有一份，请报县里停掉并入那一户的。")


def move(draft: Draft, request: Move) -> None:
    """Plan that current members of one household here join another one."""
    target = family_of(draft, request.household_id)
    draft.about(target.id, request.people[0].person_id if request.people else None)
    draft.named("成员转入 {number} 户", number=target.household.number)
    require_day(draft, request.on)
    require_reason(request.reason)
    if not request.people:
        raise UserError("请选要走的成员，每人一次。", field="people")
    source, _ = living_member(draft, request.people[0].person_id, "people")
    if source.id == target.id:
        raise UserError("选的人已经在这一户：请选另一户。", field="household_id")
    _pass_over(
        draft, source, target, request.people, request.on, new_head=request.new_head, relations=request.relations
    )


def _pass_over(
    draft: Draft,
    source: Family,
    target: Family,
    people: tuple[Placed, ...],
    on: date,
    *,
    new_head: PersonId | None,
    relations: Relations,
) -> None:
    leaving = _chosen(source, people)
    rest = leave(
        draft,
        source,
        leaving,
        on - ONE_DAY,
        f"转入 {target.household.number} 户",
        new_head=new_head,
        relations=relations,
    )
    for kin, placed in zip(leaving, people, strict=True):
        join(draft, target, kin.person, placed.relation, on)
    if rest:
        dibao_family_changed(draft, source, on, "有成员转到另一户", clause=SHARED_LIFE)
    else:
        dibao_household_ends(draft, source, on - ONE_DAY)
    dibao_family_changed(draft, target, on, "有成员转入", clause=SHARED_LIFE)


def pass_over(
    draft: Draft,
    target: Family,
    people: tuple[Placed, ...],
    on: date,
    *,
    new_head: PersonId | None,
    relations: Relations,
) -> None:
    """Plan that members of one other household here join ``target``; refuses people of several households."""
    source, _ = living_member(draft, people[0].person_id)
    if source.id == target.id:
        raise UserError("选的人已经在这一户：请选另一户。", field="person_id")
    _pass_over(draft, source, target, people, on, new_head=new_head, relations=relations)

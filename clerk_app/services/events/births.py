"""出生: a child comes into a household."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from clerk_app.domain.codes import Sex
from clerk_app.domain.dates import add_months, age_on
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.effects import dibao_family_changed
from clerk_app.services.events.family import family_of, join, require_day, require_relation
from clerk_app.services.events.newcomers import newcomer, number_to_come
from clerk_app.services.events.requests import Birth

YOUNGEST_MOTHER: Final = 14
OLDEST_MOTHER: Final = 55
_LATE: Final = timedelta(days=365)


def draw_up(draft: Draft, request: Birth) -> None:
    """Plan a birth; without a number the child gets a temporary one, and one is to be asked for within a month (T11)."""
    family = family_of(draft, request.household_id)
    child = request.child
    on = request.on or child.birth_on
    draft.about(family.id)
    draft.named("{number} 户登记{name} {day} 出生", number=family.household.number, name=child.name, day=child.birth_on)
    require_day(draft, on)
    require_relation(request.relation)
    if on < child.birth_on:
        raise UserError("入户日期早于出生日期 {day}：请核对。", field="on", day=child.birth_on)
    person = newcomer(draft, child, on)
    draft.about(family.id, person.id)
    join(draft, family, person, request.relation, on)
    _ask_about_mother(draft, request)
    if draft.today - child.birth_on > _LATE:
        draft.asks("{name}出生已满一年：如果是迁入或收养，请用“增加成员”。", name=person.name)
    number_to_come(draft, family, person, add_months(child.birth_on, 1))
    draft.tells("请提醒家长按县里规定为{name}办理城乡居民医保参保。", name=person.name)
    dibao_family_changed(draft, family, on, "添了人口")


def _ask_about_mother(draft: Draft, request: Birth) -> None:
    if request.mother_id is None:
        return
    mother = draft.uow.people.get(request.mother_id)
    if mother.sex is not Sex.FEMALE:
        raise UserError("{name}登记的性别是男，不能填作母亲：请重新选。", field="mother_id", name=mother.name)
    years = age_on(mother.birth_on, request.child.birth_on)
    if not YOUNGEST_MOTHER <= years <= OLDEST_MOTHER:
        draft.asks("母亲{name}在孩子出生时 {years} 周岁：请核对。", name=mother.name, years=years)
    if mother.died_on is not None and mother.died_on < request.child.birth_on:
        raise UserError(
            "{name}已于 {day} 登记去世，早于孩子出生：请核对。", field="mother_id", name=mother.name, day=mother.died_on
        )

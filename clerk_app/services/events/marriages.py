"""婚入 and 婚出: somebody joins by marriage, or leaves; a daughter may marry away and stay on the book (T101)."""

from __future__ import annotations

from datetime import date
from typing import Final

from clerk_app.domain.absence import AbsenceKind
from clerk_app.domain.codes import Marital, Sex
from clerk_app.domain.dates import add_months, age_on
from clerk_app.domain.household import Person, PersonId
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.effects import (
    SHARED_LIFE,
    absences_end,
    dibao_family_changed,
    dibao_household_ends,
    identities_to_check,
    pension_moves,
)
from clerk_app.services.events.family import Family, family_of, join, living_member, require_day, require_relation
from clerk_app.services.events.heads import leave
from clerk_app.services.events.journeys import goes_away, time_away
from clerk_app.services.events.moves import pass_over
from clerk_app.services.events.newcomers import newcomer, number_to_come
from clerk_app.services.events.requests import MarriageIn, MarriageOut, Placed

LAWFUL_AGE: Final = {Sex.MALE: 22, Sex.FEMALE: 20}
"""民法典 第一千零四十七条."""
_BEFORE: Final = frozenset({Marital.WIDOWED, Marital.DIVORCED})
_WED: Final = frozenset({Marital.MARRIED, Marital.FIRST_MARRIED, Marital.REMARRIED, Marital.REUNITED})


def marriage_in(draft: Draft, request: MarriageIn) -> None:
    """Plan that somebody joins by marriage, alone or bringing others of the same household along."""
    family = family_of(draft, request.household_id)
    draft.about(family.id)
    draft.named("婚入 {number} 户", number=family.household.number)
    require_day(draft, request.on)
    require_relation(request.relation)
    if request.newcomer is not None and request.person_id is None:
        person = _from_outside(draft, family, request, request.newcomer)
    elif request.person_id is not None and request.newcomer is None:
        person = _from_here(draft, family, request, request.person_id)
    else:
        raise UserError("请选本村已登记的人，或填写从外面来的人，两者选一。", field="person_id")
    draft.about(family.id, person.id)
    draft.named("{name}婚入 {number} 户", name=person.name, number=family.household.number)
    _weds(draft, person, request.on)
    if request.spouse_id is not None:
        spouse = family.member(request.spouse_id, "spouse_id").person
        if spouse.sex is person.sex:
            draft.asks("{name}和{spouse}登记的性别相同：请核对。", name=person.name, spouse=spouse.name)
        _weds(draft, spouse, request.on)


def _from_outside(draft: Draft, family: Family, request: MarriageIn, entered: Person) -> Person:
    if request.bringing:
        raise UserError("从外面一起来的孩子请另用“增加成员”登记。", field="bringing")
    person = newcomer(draft, entered, request.on)
    join(draft, family, person, request.relation, request.on)
    number_to_come(draft, family, person, add_months(draft.today, 1))
    dibao_family_changed(draft, family, request.on, f"{person.name}婚入", clause=SHARED_LIFE)
    return person


def _from_here(draft: Draft, family: Family, request: MarriageIn, person_id: PersonId) -> Person:
    _, kin = living_member(draft, person_id)
    pass_over(
        draft,
        family,
        (Placed(person_id=person_id, relation=request.relation), *request.bringing),
        request.on,
        new_head=request.new_head,
        relations=request.relations,
    )
    return kin.person


def _weds(draft: Draft, person: Person, on: date) -> None:
    """Note the marriage: 再婚 after an earlier one, else 已婚; asks below the lawful age and when a marriage stands already."""
    if age_on(person.birth_on, on) < LAWFUL_AGE[person.sex]:
        draft.asks("{name}还不到法定婚龄：请核对结婚证。", name=person.name)
    if person.marital in _WED:
        draft.asks("{name}已登记为{marital}：请核对。", name=person.name, marital=person.marital.label)
        return
    draft.change("people", person, marital=Marital.REMARRIED if person.marital in _BEFORE else Marital.MARRIED)


def marriage_out(draft: Draft, request: MarriageOut) -> None:
    """Plan that a member marries away: off the book, or still on it while living elsewhere (T101)."""
    family, kin = living_member(draft, request.person_id)
    person = kin.person
    draft.about(family.id, person.id)
    draft.named("{name}婚出", name=person.name)
    require_day(draft, request.on)
    if not request.to_place.strip():
        raise UserError("请填写嫁（婚）到哪里。", field="to_place")
    _weds(draft, person, request.on)
    place = request.to_place.strip()
    if not request.hukou_moves:
        goes_away(draft, family, kin, time_away(kin, AbsenceKind.MARRIED, place, request.on, note=request.reason))
        dibao_family_changed(draft, family, request.on, f"{person.name}婚嫁在外", clause=SHARED_LIFE)
        return
    rest = leave(
        draft,
        family,
        (kin,),
        request.on,
        f"婚出到{place}",
        new_head=request.new_head,
        relations=request.relations,
    )
    absences_end(draft, person, request.on)
    identities_to_check(draft, family, person, request.on)
    pension_moves(draft, family, (person,), other_county=request.other_county)
    if rest:
        dibao_family_changed(draft, family, request.on, f"{person.name}婚出", clause=SHARED_LIFE)
    else:
        dibao_household_ends(draft, family, request.on)

"""迁出, 外出, 返回: for good, or for a while with the place in the household kept (T96, T97, T99-T101)."""

from __future__ import annotations

from datetime import date
from typing import Final

from clerk_app.domain.absence import Absence, AbsenceId, AbsenceKind, overlap
from clerk_app.domain.codes import HEAD
from clerk_app.domain.dates import add_months
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import Person
from clerk_app.domain.shared_life import Counting, shared_life
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.effects import (
    SHARED_LIFE,
    absences_end,
    contributions_to_check,
    dibao_family_changed,
    dibao_household_ends,
    identities_to_check,
    pension_moves,
)
from clerk_app.services.events.family import (
    ONE_DAY,
    Family,
    Kin,
    family_of,
    join,
    living_member,
    moved_back,
    require_day,
)
from clerk_app.services.events.heads import leave, restate_place
from clerk_app.services.events.newcomers import require_coming_back
from clerk_app.services.events.requests import Away, Return
from clerk_app.services.sentences import sentence
from clerk_app.storage.unit_of_work import new_id

SEPARATED_CLAUSE: Final = "民发〔2021〕57号 第五条"


def away(draft: Draft, request: Away) -> None:
    """Plan that members leave: with their hukou the places end; without it an absence begins and the places stay."""
    require_day(draft, request.on)
    if not request.people or len(set(request.people)) != len(request.people):
        raise UserError("请选要走的成员，每人一次。", field="people")
    family, first = living_member(draft, request.people[0], "people")
    leaving = tuple(family.member(person_id, "people") for person_id in request.people)
    draft.about(family.id, first.person.id)
    names = "、".join(kin.person.name for kin in leaving)
    place = request.to_place.strip()
    if request.hukou_moves:
        draft.named("{names}迁出", names=names)
        _moves_out(draft, family, leaving, request, place)
        return
    draft.named("{names}外出", names=names)
    if request.until is not None and request.until < request.on:
        raise UserError("预计返回的日期早于外出日期：请核对。", field="until")
    for kin in leaving:
        goes_away(
            draft,
            family,
            kin,
            time_away(kin, request.kind, place, request.on, until=request.until, note=request.reason),
        )
    dibao_family_changed(draft, family, request.on, f"{names}外出（{request.kind.label}）", clause=SHARED_LIFE)


def _moves_out(draft: Draft, family: Family, leaving: tuple[Kin, ...], request: Away, place: str) -> None:
    if not place:
        raise UserError("请填写迁到哪里。", field="to_place")
    people = tuple(kin.person for kin in leaving)
    rest = leave(
        draft, family, leaving, request.on, f"迁出到{place}", new_head=request.new_head, relations=request.relations
    )
    for person in people:
        identities_to_check(draft, family, person, request.on)
        contributions_to_check(draft, family, person, request.on)
        absences_end(draft, person, request.on)
    if not request.other_county:
        draft.tells("本县内迁移：养老保险关系不变，换到迁入村登记；低保到新乡镇重新登记，本村档案留存。")
    pension_moves(draft, family, people, other_county=request.other_county)
    if rest:
        dibao_family_changed(draft, family, request.on, "有成员迁出", clause=SHARED_LIFE)
    else:
        dibao_household_ends(draft, family, request.on)


def time_away(
    kin: Kin, kind: AbsenceKind, place: str, on: date, *, until: date | None = None, note: str = ""
) -> Absence:
    """Return a member's absence before it is planned."""
    return Absence(
        id=AbsenceId(new_id()),
        person_id=kin.person.id,
        kind=kind,
        place=place,
        from_on=on,
        to_on=until,
        note=note.strip(),
    )


def goes_away(draft: Draft, family: Family, kin: Kin, absence: Absence) -> None:
    """Plan an absence: the place in the household stays; whether the member counts for dibao is told with its clause."""
    person, kind, on = kin.person, absence.kind, absence.from_on
    known = next((each for each in draft.uow.absences.find(person_id=person.id) if overlap(each, absence)), None)
    if known is not None and known.from_on > on:
        raise UserError(
            "{name}从 {day} 起已登记为{kind}：请填写在这之前的预计返回日期。",
            field="until",
            name=person.name,
            day=known.from_on,
            kind=known.kind.label,
        )
    if known is not None:
        raise UserError(
            "{name}从 {day} 起已登记为{kind}：请先登记返回。",
            field="people",
            name=person.name,
            day=known.from_on,
            kind=known.kind.label,
        )
    if on < kin.place.from_on:
        moved_back(draft, kin, on)
    draft.add("absences", absence)
    draft.starts(
        "{name}从 {day} 起{kind}，户籍仍在 {number} 户。",
        name=person.name,
        day=on,
        kind=kind.label,
        number=family.household.number,
    )
    _tell_of_counting(draft, family, kin, absence)
    if kind is AbsenceKind.PRISON:
        draft.asks("{name}服刑期间养老金怎么发按省里规定：请向县里核实；特困供养应当终止。", name=person.name)


def _tell_of_counting(draft: Draft, family: Family, kin: Kin, absence: Absence) -> None:
    person, on = kin.person, absence.from_on
    answer = shared_life(person, kin.place.relation, (absence,), on)
    if answer.counting is Counting.NO:
        draft.tells("{name}：{reason}。", clause=SHARED_LIFE, name=person.name, reason=answer.reason)
    elif answer.counting is Counting.ASK:
        draft.asks("{name}：{reason}。", name=person.name, reason=answer.reason)
    separated = absence.kind in (AbsenceKind.MARRIED, AbsenceKind.LIVING)
    if separated:
        draft.asks("{name}人户分离：两地都可能登记或申请，请和居住地核对是否重复。", name=person.name)
    draft.leaves_to_do(
        FollowUpKind.SEPARATED if separated else FollowUpKind.ABSENCE_CHECK,
        family.id,
        absence.to_on or add_months(on, 12),
        sentence(
            "请核实{name}是否仍{kind}（{place}）。",
            name=person.name,
            kind=absence.kind.label,
            place=absence.place or "去向未填",
        ),
        person_id=person.id,
        clause=SEPARATED_CLAUSE if separated else "",
    )


def come_back(draft: Draft, request: Return) -> None:
    """Plan that people come back: an absence ends, or somebody who had left has a place again; a closed household opens again."""
    family = family_of(draft, request.household_id, closed=True)
    require_day(draft, request.on)
    draft.about(family.id)
    if not request.people or len({placed.person_id for placed in request.people}) != len(request.people):
        raise UserError("请选返回的人，每人一次。", field="people")
    people = [draft.uow.people.get(placed.person_id) for placed in request.people]
    draft.named("{names}返回", names="、".join(person.name for person in people))
    draft.about(family.id, people[0].id)
    back: list[str] = []
    for person, placed in zip(people, request.people, strict=True):
        kin = next((kin for kin in family.kin if kin.person.id == person.id), None)
        if kin is not None:
            _ends_absence(draft, kin, request.on)
            if placed.relation and placed.relation != kin.place.relation:
                _states_relation(draft, kin, placed.relation, request.on)
        else:
            _returns(draft, family, person, placed.relation, request.on)
            back.append(placed.relation)
    _opens_again(draft, family, back)
    names = "、".join(person.name for person in people)
    dibao_family_changed(draft, family, request.on, f"{names}返回", clause=SHARED_LIFE)


def _states_relation(draft: Draft, kin: Kin, relation: str, on: date) -> None:
    if HEAD in (relation, kin.place.relation):
        raise UserError("户主不能在这里直接改：一户必须有且只有一位户主，请用“变更户主”。", field="people")
    restate_place(draft, kin, relation, on - ONE_DAY)


def _ends_absence(draft: Draft, kin: Kin, on: date) -> None:
    away = [each for each in draft.uow.absences.find(person_id=kin.person.id) if each.held_on(on) or each.to_on is None]
    if not away:
        raise UserError("{name}没有登记外出：不用办返回。", field="people", name=kin.person.name)
    for absence in away:
        if on < absence.from_on:
            raise UserError("返回日期早于外出日期 {day}：请核对。", field="on", day=absence.from_on)
        last_day = max(on - ONE_DAY, absence.from_on)
        draft.change("absences", absence, to_on=last_day)
        draft.ends("{name}的{kind}到 {day} 为止。", name=kin.person.name, kind=absence.kind.label, day=last_day)


def _returns(draft: Draft, family: Family, person: Person, relation: str, on: date) -> None:
    elsewhere = draft.uow.memberships.first(person_id=person.id, to_on=None)
    if elsewhere is not None:
        raise UserError("{name}现在是另一户的成员：请用“成员转入另一户”。", field="people", name=person.name)
    require_coming_back(draft, person, on)
    join(draft, family, person, relation, on)


def _opens_again(draft: Draft, family: Family, relations: list[str]) -> None:
    if family.household.closed_on is None:
        return
    if relations.count(HEAD) != 1:
        raise UserError(
            "{number} 户已销户：重新立户必须有且只有一位户主。", field="people", number=family.household.number
        )
    draft.change("households", family.household, closed_on=None, close_reason="")
    draft.starts("{number} 户重新立户。", number=family.household.number)

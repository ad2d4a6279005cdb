"""People who are entered with an event: a new-born child, somebody who marries in from outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import Person, PersonId
from clerk_app.domain.resident_id import spellings
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.family import Family
from clerk_app.services.households import require_unknown, temporary_number
from clerk_app.services.person_check import check_person
from clerk_app.services.sentences import sentence
from clerk_app.storage import queries
from clerk_app.storage.people_queries import people_called
from clerk_app.storage.unit_of_work import new_id


def newcomer(draft: Draft, entered: Person, from_on: date) -> Person:
    """Plan a person from what was entered, checked as every person is (T1-T4, T7-T13), and return it.

    Somebody on file who had left comes back under the same record. Raises UserError at the field that blocks.
    """
    person, findings = check_person(replace(entered, id=PersonId("")), draft.today)
    for finding in findings:
        draft.asks(finding.message.replace("{", "{{").replace("}", "}}"))
    before = _left(draft, person, from_on)
    if before is not None:
        draft.tells("{name}以前在本村登记过：沿用原来的档案。", name=person.name)
        return draft.change("people", before, **facts_of(person, before))
    require_unknown(draft.uow, person)
    ask_about_namesakes(draft, person)
    if person.id_number is None and not person.temporary_number:
        person = replace(person, temporary_number=temporary_number(draft.uow))
    return draft.add("people", replace(person, id=PersonId(new_id())))


def facts_of(entered: Person, before: Person) -> dict[str, object]:
    """Return the facts as entered now; what the form did not ask for stays as it was."""
    return {
        "name": entered.name,
        "phone": entered.phone or before.phone,
        "marital": entered.marital or before.marital,
        "nation": entered.nation,
    }


def ask_about_namesakes(draft: Draft, person: Person) -> None:
    """Ask whether somebody of the same name and birth date under another number is the same person (T4); nothing is merged."""
    for other in people_called(draft.uow.connection, person.name, person.birth_on):
        if other.id != person.id:
            draft.asks(
                "已有同名同日出生的{name}（{number}）：请核对是不是同一人，不会自动合并。",
                name=other.name,
                number=other.id_number or other.temporary_number,
            )


def _left(draft: Draft, person: Person, from_on: date) -> Person | None:
    if person.id_number is None:
        return None
    known = queries.person_with_number(draft.uow.connection, spellings(person.id_number), now_only=True)
    if known is None or known.household_id is not None:
        return None
    before = draft.uow.people.get(known.person_id)
    require_coming_back(draft, before, from_on)
    return before


def require_coming_back(draft: Draft, person: Person, from_on: date) -> None:
    """Raise UserError for the dead, and for a day on which the person still belonged to a household."""
    if person.died_on is not None:
        raise UserError(
            "{name}已于 {day} 登记去世：如果弄错了，请先办“更正死亡登记”。",
            field="on",
            name=person.name,
            day=person.died_on,
        )
    ended = [place.to_on for place in draft.uow.memberships.find(person_id=person.id) if place.to_on is not None]
    if ended and from_on <= max(ended):
        raise UserError("{name} {day} 才离户：日期要在这一天之后。", field="on", name=person.name, day=max(ended))


def number_to_come(draft: Draft, family: Family, person: Person, due_on: date) -> None:
    """Leave it to be done that somebody without an identity number gets one (T11)."""
    if person.id_number is not None:
        return
    draft.leaves_to_do(
        FollowUpKind.ID_NUMBER,
        family.id,
        due_on,
        sentence(
            "{name}还没有公民身份号码，暂用 {number}：请催办户口登记，有了号码用“身份号码更正”登记。",
            name=person.name,
            number=person.temporary_number,
        ),
        person_id=person.id,
        clause="户口登记条例 第七条（出生一个月内）",
    )

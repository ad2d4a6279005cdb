"""户主变更, 调组, 身份号码更正: nobody comes or goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clerk_app.domain import resident_id
from clerk_app.domain.dates import add_months, birthday
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.former import FormerNumber, FormerNumberId
from clerk_app.domain.household import HouseholdId, Person
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.effects import dibao_family_changed
from clerk_app.services.events.family import (
    ONE_DAY,
    Family,
    Kin,
    family_of,
    is_from_the_start,
    require_day,
    require_reason,
    restated_on,
)
from clerk_app.services.events.heads import restate
from clerk_app.services.events.newcomers import ask_about_namesakes
from clerk_app.services.events.requests import Group, Head, Number
from clerk_app.services.households import former_number, require_unknown
from clerk_app.services.person_check import check_person
from clerk_app.services.sentences import sentence
from clerk_app.storage.unit_of_work import new_id

PENSION_AGE = 60


def head(draft: Draft, request: Head) -> None:
    """Plan another head: every relation is stated anew, the earlier ones are kept with their last day (T90)."""
    family = family_of(draft, request.household_id)
    draft.about(family.id, request.new_head)
    draft.named("{number} 户变更户主", number=family.household.number)
    require_day(draft, request.on)
    chosen = family.member(request.new_head, "new_head")
    if chosen.place.is_head:
        raise UserError("{name}已经是户主：请选另一位成员。", field="new_head", name=chosen.person.name)
    on = _first_day(draft, family, chosen, request.on)
    restate(draft, family, chosen, family.kin, relations=request.relations, last_day=on - ONE_DAY)
    dibao_family_changed(draft, family, on, "户主变更")


def _first_day(draft: Draft, family: Family, chosen: Kin, on: date) -> date:
    """Return from which day another one is head; raises UserError for a day before either of the two belonged here or became head.

    What was registered today may count from tomorrow, as the return of one found alive: then tomorrow is the day.
    """
    head = family.head or chosen
    since = restated_on(draft, head.place)
    if since is not None and on < since <= draft.today:
        raise UserError(
            "{name} {day} 起才是户主：变更日期要在这一天或以后。", field="on", name=head.person.name, day=since
        )
    late = (kin.place.from_on for kin in (chosen, head) if not is_from_the_start(draft, kin))
    earliest = max((chosen.person.birth_on, *late))
    if on < earliest <= draft.today:
        raise UserError("变更日期早于新旧户主的入户日期：请核对。", field="on")
    return max(on, earliest, since or on)


def group(draft: Draft, request: Group) -> None:
    """Plan that a household moves to another group of the village."""
    family = family_of(draft, request.household_id)
    household = family.household
    wanted = request.group.strip()
    draft.about(family.id)
    draft.named("{number} 户调到{group}", number=household.number, group=wanted)
    require_day(draft, request.on)
    if not wanted or len(wanted) > LONGEST_TEXT:
        raise UserError("请填写调到哪个村民小组。", field="group")
    address = household.address if request.address is None else request.address.strip()
    if len(address) > LONGEST_TEXT:
        raise UserError("这一项太长：最多 {most} 个字。", field="address", most=LONGEST_TEXT)
    if (wanted, address) == (household.group, household.address):
        raise UserError("{number} 户已经在{group}：没有变化。", field="group", number=household.number, group=wanted)
    draft.change("households", household, group=wanted, address=address)


def number(draft: Draft, request: Number) -> None:
    """Plan a corrected identity number: the former one is kept with its last day; what the new one tells otherwise is asked."""
    person = draft.uow.people.get(request.person_id)
    places = draft.uow.memberships.find(person_id=person.id)
    now = next((place for place in places if place.to_on is None), places[-1])
    draft.about(now.household_id, person.id)
    draft.named("更正{name}的公民身份号码", name=person.name)
    require_day(draft, request.on)
    reason = require_reason(request.reason)
    _require_after(draft, person, request.on)
    if not request.number.strip():
        raise UserError("请填写新的公民身份号码。", field="number")
    try:
        corrected = _corrected(draft, person, request)
        require_unknown(draft.uow, corrected)
    except UserError as error:
        field = "number" if error.field == "id_number" else error.field
        raise UserError(error.template, field=field, **error.values) from None
    if (corrected.id_number, corrected.id_unverified) == (person.id_number, person.id_unverified):
        raise UserError("号码和登记的一样：没有变化。", field="number")
    _keep_former(draft, person, corrected, request.on, reason)
    ask_about_namesakes(draft, corrected)
    draft.change(
        "people",
        person,
        id_number=corrected.id_number,
        id_unverified=corrected.id_unverified,
        former_id_number=corrected.former_id_number,
        temporary_number=corrected.temporary_number,
        birth_on=corrected.birth_on,
        sex=corrected.sex,
        disability_kind=corrected.disability_kind,
        disability_grade=corrected.disability_grade,
    )
    _tell_of_number(draft, now.household_id, person, corrected)


def _require_after(draft: Draft, person: Person, on: date) -> None:
    """Raise UserError for a day before an earlier correction, or before the birth: each number holds from the last day of the one before."""
    before = [former.to_on + ONE_DAY for former in draft.uow.former_numbers.find(person_id=person.id)]
    since = max((person.birth_on, *before))
    if on < since:
        raise UserError(
            "{name}现在的号码从 {day} 起用：更正日期要在这一天或以后。", field="on", name=person.name, day=since
        )


def _corrected(draft: Draft, person: Person, request: Number) -> Person:
    """Return the person with the new number, and the birth date and sex that are to count (T7, T9)."""
    entered = replace(person, id_number=request.number, id_unverified=request.unverified)
    if not request.unverified:
        told = resident_id.parse(request.number, draft.today)
        if told.sex is not person.sex and request.sex is None:
            raise UserError(
                "新号码表示{sex}性，登记的是{own}性：请选定以哪个为准。",
                field="sex",
                sex=told.sex.label,
                own=person.sex.label,
            )
        entered = replace(entered, birth_on=_birth_on(draft, person, told.birth_on, request))
    entered = replace(entered, birth_on=request.birth_on or entered.birth_on, sex=request.sex or person.sex)
    checked, findings = check_person(entered, draft.today)
    for finding in findings:
        draft.asks(finding.message.replace("{", "{{").replace("}", "}}"))
    return replace(checked, former_id_number=former_number(person, checked))


def _birth_on(draft: Draft, person: Person, told: date, request: Number) -> date:
    """The file's date follows the number where it came from the number before; where it differed already, it stays and is asked about."""
    if request.birth_on is not None or told == person.birth_on:
        return person.birth_on
    if person.id_number is not None and person.id_number[6:14] != f"{person.birth_on:%Y%m%d}":
        return person.birth_on
    draft.asks("新号码的出生日期是 {day}，档案随之改动：以档案为准的请另行填写。", day=told)
    return told


def _keep_former(draft: Draft, person: Person, corrected: Person, on: date, reason: str) -> None:
    former = person.id_number or person.temporary_number
    if former is None or former == corrected.id_number:
        return
    draft.add(
        "former_numbers",
        FormerNumber(
            id=FormerNumberId(new_id()), person_id=person.id, number=former, to_on=on - ONE_DAY, reason=reason
        ),
    )
    draft.ends(
        "{name}原来的号码 {former} 用到 {day}，以后仍查得到。", name=person.name, former=former, day=on - ONE_DAY
    )


def _tell_of_number(draft: Draft, household_id: HouseholdId, person: Person, corrected: Person) -> None:
    if corrected.birth_on != person.birth_on:
        draft.tells(
            "{name}满 {age} 周岁的日期由 {before} 变为 {after}：请核对养老金待遇。",
            name=person.name,
            age=PENSION_AGE,
            before=birthday(person.birth_on, PENSION_AGE),
            after=birthday(corrected.birth_on, PENSION_AGE),
        )
    draft.leaves_to_do(
        FollowUpKind.NUMBER_NOTICE,
        household_id,
        add_months(draft.today, 1),
        sentence("{name}的身份号码已更正：请告知养老、医保、低保等经办机构，核对各处号码一致。", name=person.name),
        person_id=person.id,
    )

"""People in the register: joining, leaving, correcting, hardship statuses, who is head."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from clerk_app.domain.codes import GRADED_IDENTITIES, HEAD, RELATIONS, IdentityKind, shut_out
from clerk_app.domain.former import FormerNumber, FormerNumberId
from clerk_app.domain.household import HouseholdId, Identity, IdentityId, Membership, Person, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT, plain_text
from clerk_app.errors import UserError
from clerk_app.services.households import (
    MemberEntry,
    enter_member,
    former_number,
    require_compatible,
    require_order,
    require_unknown,
    temporary_number,
)
from clerk_app.services.person_check import check_person
from clerk_app.services.workspace import Workspace
from clerk_app.storage.household_files import identities_of
from clerk_app.storage.unit_of_work import UnitOfWork, new_id

GRADES = range(1, 5)
"""The grades that a hardship status may have, 1 the heaviest."""


def add_member(workspace: Workspace, household_id: HouseholdId, entry: MemberEntry, *, reason: str = "") -> PersonId:
    """Add a person to a household; raises UserError for a wrong or known number or a second head."""
    today = workspace.today()
    require_compatible(entry.identities)
    with workspace.unit_of_work("add_member", reason) as uow:
        household = uow.households.get(household_id)
        if household.closed_on is not None:
            raise UserError("这一户已销户，不能再加成员：请登记到现在的户里。")
        if entry.relation == HEAD and uow.memberships.first(household_id=household_id, relation=HEAD, to_on=None):
            raise UserError("这一户已经有户主：请选别的关系，或先变更户主。", field="relation")
        uow.subject = household_id
        return enter_member(uow, household_id, entry, entry.from_on or today, today)


def change_person(workspace: Workspace, person: Person, *, reason: str = "") -> Person:
    """Change a person's facts; the record must have been read before. Raises UserError at the field that blocks."""
    tidy, _ = check_person(person, workspace.today())
    with workspace.unit_of_work("change_person", reason) as uow:
        before = uow.people.get(person.id)
        require_unknown(uow, tidy)
        if tidy.id_number is None and not tidy.temporary_number:
            tidy = replace(tidy, temporary_number=temporary_number(uow))
        tidy = replace(tidy, former_id_number=former_number(before, tidy))
        _keep_former(uow, before, tidy, workspace.today(), reason)
        uow.subject = _whose_household(uow, person.id)
        return uow.people.save(tidy)


def _keep_former(uow: UnitOfWork, before: Person, now: Person, today: date, reason: str) -> None:
    """Keep the number that is replaced with its last day, so that a second correction loses nothing (T2)."""
    former = before.id_number or before.temporary_number
    if former is not None and former not in (now.id_number, now.temporary_number):
        uow.former_numbers.add(
            FormerNumber(
                id=FormerNumberId(new_id()),
                person_id=before.id,
                number=former,
                to_on=today - timedelta(days=1),
                reason=reason,
            )
        )


def change_relation(workspace: Workspace, membership_id: str, relation: str) -> None:
    """Correct a member's relation to the head; making or unmaking the head is another act (T90)."""
    if relation not in RELATIONS:
        raise UserError("与户主关系代码“{code}”不在国标表内：请从列表里选。", field="relation", code=relation[:10])
    with workspace.unit_of_work("change_relation") as uow:
        place = uow.memberships.get(membership_id)
        if HEAD in (place.relation, relation) and place.relation != relation:
            raise UserError("户主不能在这里直接改：一户必须有且只有一位户主，请用“变更户主”。", field="relation")
        uow.subject = place.household_id
        uow.memberships.save(replace(place, relation=relation))


def end_membership(workspace: Workspace, membership_id: str, on: date, reason: str) -> None:
    """End a person's place in a household with the last day and the reason; the record and its history stay.

    Raises UserError for the head while others remain (the head must change first), or a day before the membership began. When
    the last member leaves, the household is closed (T91).
    """
    if not reason.strip():
        raise UserError("请填写离户原因，如“登记有误”“参军”。", field="reason")
    if on > workspace.today():
        raise UserError("离户日期不能在今天之后：请核对。", field="to_on")
    with workspace.unit_of_work("end_membership", reason) as uow:
        place = uow.memberships.get(membership_id)
        others = [p for p in uow.memberships.find(household_id=place.household_id, to_on=None) if p.id != place.id]
        if place.to_on is not None:
            raise UserError("这位成员已在 {day} 离户：不用再办。", day=place.to_on)
        if on < place.from_on:
            raise UserError("离户日期早于入户日期 {day}：请核对。", field="to_on", day=place.from_on)
        if place.is_head and others:
            raise UserError("户主离户前请先变更户主：还有 {count} 位成员在这一户。", count=len(others))
        if not others:
            _require_after_the_others(uow, place, on)
        uow.subject = place.household_id
        uow.memberships.save(replace(place, to_on=on, end_reason=reason.strip()))
        if not others:
            household = uow.households.get(place.household_id)
            uow.households.save(replace(household, closed_on=on, close_reason=reason.strip()))


def _require_after_the_others(uow: UnitOfWork, place: Membership, on: date) -> None:
    """Raise UserError where others would be left without a head on days that have passed."""
    last = last_departure(uow, place.household_id)
    if last is not None and last.to_on is not None and last.to_on > on:
        raise UserError(
            "{name} {day} 才离户，那以前户里不能没有户主：户主的离户日期要在这一天或以后。",
            field="to_on",
            name=uow.people.get(last.person_id).name,
            day=last.to_on,
        )


def last_departure(uow: UnitOfWork, household_id: str) -> Membership | None:
    """Return the place in a household that ended last, or None where nobody has left."""
    ended = [place for place in uow.memberships.find(household_id=household_id) if place.to_on is not None]
    return max(ended, key=lambda place: place.to_on or date.min, default=None)


def hardship_statuses(workspace: Workspace, person_id: PersonId) -> tuple[Identity, ...]:
    """Return a person's hardship statuses by their first day, ended ones too."""
    with workspace.store.reading() as connection:
        return identities_of(connection, (person_id,))


def add_identity(workspace: Workspace, person_id: PersonId, identity: Identity) -> Identity:
    """Record a hardship status; raises UserError when the same status is recorded for some of its days (T46), or at a wrong field."""
    entered = _checked_status(replace(identity, id=IdentityId(""), person_id=person_id))
    with workspace.unit_of_work("add_identity") as uow:
        _require_lifetime(uow.people.get(person_id), entered)
        _require_apart(uow, entered)
        uow.subject = _whose_household(uow, person_id)
        return uow.identities.add(replace(entered, id=IdentityId(new_id())))


def change_identity(workspace: Workspace, identity: Identity, *, reason: str = "") -> Identity:
    """Correct the days, grade or papers of a hardship status, or note that it was lifted (标注脱贫); it must have been read before.

    Raises UserError as ``add_identity`` does, and without a reason where the last day changes, as ``end_identity`` does.
    """
    entered = _checked_status(identity)
    with workspace.unit_of_work("change_identity", reason.strip()) as uow:
        _require_lifetime(uow.people.get(entered.person_id), entered)
        _require_apart(uow, entered)
        if entered.to_on != uow.identities.get(entered.id).to_on and not reason.strip():
            raise UserError("改止日请填写原因，同终止一样：如“退出低保”“止日登记有误”。", field="reason")
        uow.subject = _whose_household(uow, entered.person_id)
        return uow.identities.save(entered)


def end_identity(workspace: Workspace, identity_id: str, on: date, reason: str) -> Identity:
    """End a hardship status with its last day and the reason; nothing is deleted."""
    if not reason.strip():
        raise UserError("请填写终止原因。", field="reason")
    with workspace.unit_of_work("end_identity", reason) as uow:
        identity = uow.identities.get(identity_id)
        if identity.to_on is not None:
            raise UserError("{kind}已在 {day} 终止：不用再办。", kind=identity.kind.label, day=identity.to_on)
        if on < identity.from_on:
            raise UserError("止日早于起日 {day}：请核对。", field="to_on", day=identity.from_on)
        uow.subject = _whose_household(uow, identity.person_id)
        return uow.identities.save(replace(identity, to_on=on))


def _checked_status(identity: Identity) -> Identity:
    """Return a status as it would be stored; raises UserError at the field that cannot be."""
    require_order(identity)
    if identity.grade is not None and identity.grade not in GRADES:
        raise UserError("困难身份的等级应是 1 到 4，没有等级就不填：请核对。", field="grade")
    if identity.grade is not None and identity.kind not in GRADED_IDENTITIES:
        raise UserError(
            "{kind}没有等级，只有{graded}有：请把等级留空。",
            field="grade",
            kind=identity.kind.label,
            graded="、".join(kind.label for kind in GRADED_IDENTITIES),
        )
    if identity.lifted_on is not None:
        if identity.kind is not IdentityKind.REGISTERED_POOR:
            raise UserError("{kind}没有标注脱贫日期：不再享受请办理终止。", field="lifted_on", kind=identity.kind.label)
        if identity.lifted_on < identity.from_on:
            raise UserError("标注脱贫日期早于起日 {day}：请核对。", field="lifted_on", day=identity.from_on)
    texts = {name: plain_text(getattr(identity, name), name) for name in ("certificate", "source")}
    for name, text in texts.items():
        if len(text) > LONGEST_TEXT:
            raise UserError("这一项太长：最多 {most} 个字。", field=name, most=LONGEST_TEXT)
    return replace(identity, certificate=texts["certificate"], source=texts["source"])


def _require_lifetime(person: Person, identity: Identity) -> None:
    """Raise UserError when a status would be held on a day on which the person was not born yet, or had died."""
    if identity.from_on < person.birth_on:
        raise UserError(
            "起日早于{name}的出生日期 {day}：请核对。", field="from_on", name=person.name, day=person.birth_on
        )
    if person.died_on is not None and (
        identity.to_on is None or identity.to_on > max(person.died_on, identity.from_on)
    ):
        raise UserError(
            "{name}已于 {day} 去世：止日应在那一天或以前。", field="to_on", name=person.name, day=person.died_on
        )


def _require_apart(uow: UnitOfWork, identity: Identity) -> None:
    """Raise UserError when a day of a status is a day of the same status recorded before, or of one that nobody has beside it."""
    others = [
        known
        for known in uow.identities.find(person_id=identity.person_id, withdrawn_on=None)
        if known.id != identity.id
    ]
    for known in others:
        if shut_out(identity.kind, known.kind) and (known.held_on(identity.from_on) or identity.held_on(known.from_on)):
            raise UserError(
                "{kind}和{other}不能同时享受，{other}从 {day} 起登记着：请先终止一样，起止日不要重叠。",
                field="kind",
                kind=identity.kind.label,
                other=known.kind.label,
                day=known.from_on,
            )
    for known in others:
        if known.kind is not identity.kind:
            continue
        if known.held_on(identity.from_on):
            raise UserError(
                "{kind}从 {day} 起已经登记：不用重复登记。", field="kind", kind=known.kind.label, day=known.from_on
            )
        if identity.held_on(known.from_on):
            raise UserError(
                "{kind}从 {day} 起已经登记：止日要在这一天之前。",
                field="to_on",
                kind=known.kind.label,
                day=known.from_on,
            )


def _whose_household(uow: UnitOfWork, person_id: PersonId) -> str:
    """Return the household in whose history an act about somebody stands, or the person where there is none."""
    place = uow.memberships.first(person_id=person_id, to_on=None)
    return place.household_id if place else person_id

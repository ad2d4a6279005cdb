"""更正死亡登记: somebody registered as dead is alive; the death stays on record, and what contradicts is listed (T94)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clerk_app.domain.act import Act
from clerk_app.domain.after_death import last_day_of_month, months_after
from clerk_app.domain.codes import HEAD, Marital
from clerk_app.domain.dibao import Stage
from clerk_app.domain.event import EventKind
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import Member, Membership, Person, PersonId
from clerk_app.domain.recovery import recovered
from clerk_app.domain.relations import Relative, restated
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.effects import dibao_family_changed
from clerk_app.services.events.family import ONE_DAY, Family, family_of, join, require_day, require_reason
from clerk_app.services.events.requests import Alive
from clerk_app.services.sentences import sentence
from clerk_app.storage import journal
from clerk_app.storage.household_files import household_file
from clerk_app.storage.tables import PERSON

_MONEY_BACK = frozenset({FollowUpKind.FUNERAL_GRANT, FollowUpKind.ACCOUNT_INHERITANCE, FollowUpKind.PENSION_RECOVERY})
_OF_DIBAO = frozenset({FollowUpKind.DIBAO_STOP, FollowUpKind.DIBAO_RECOVERY})
_OF_DEATH = _MONEY_BACK | {FollowUpKind.PENSION_STOP, FollowUpKind.CONTRIBUTION_CHECK}
_FOUND = "查明本人在世"


def draw_up(draft: Draft, request: Alive) -> None:
    """Plan that a death is taken back: place and statuses go on as if it had not been, the pension is paid up."""
    person = draft.uow.people.get(request.person_id)
    require_day(draft, request.on)
    require_reason(request.reason)
    if person.died_on is None:
        raise UserError("{name}没有登记死亡：不用更正。", field="person_id", name=person.name)
    died_on = person.died_on
    if request.on < died_on:
        raise UserError("日期早于登记的死亡日期 {day}：请核对。", field="on", day=died_on)
    places = sorted(draft.uow.memberships.find(person_id=person.id), key=lambda place: place.from_on)
    last = places[-1]
    family = family_of(draft, last.household_id, closed=True)
    draft.about(family.id, person.id)
    draft.named("更正{name} {day} 的死亡登记", name=person.name, day=died_on)
    person = draft.change("people", person, died_on=None)
    draft.tells("原来的死亡登记和这次更正都保留在变更记录里。")
    death = _death_of(draft, person.id, died_on)
    _back(draft, family, last, request)
    if request.resume_identities:
        _identities_go_on(draft, person, died_on)
    _spouse(draft, death, died_on)
    _settle(draft, family, person, request)
    _pension(draft, family, person, died_on, request)
    _contradictions(draft, family, person, died_on)
    dibao_family_changed(draft, family, request.on, f"{person.name}在世，死亡登记已更正")


def _back(draft: Draft, family: Family, last: Membership, request: Alive) -> None:
    """Let the place go on: the same one, or from the next day on another where somebody else is head meanwhile."""
    person = draft.uow.people.get(request.person_id)
    if last.to_on is None or person.died_on is None:
        return
    if last.to_on < person.died_on:
        draft.asks("{name} {day} 已离户，早于登记的死亡：请另用“返回”登记入户。", name=person.name, day=last.to_on)
        return
    if family.household.closed_on is not None:
        family, closed = _opened_again(draft, family), family.household
        if closed.closed_on is not None and closed.closed_on > last.to_on:  # the others left this household since
            draft.asks(
                "{number} 户 {day} 已销户（{reason}），{name}一人重新立户：要和家人同户请再办“成员转入另一户”。",
                number=closed.number,
                day=closed.closed_on,
                reason=closed.close_reason,
                name=person.name,
            )
            join(draft, family, person, HEAD, closed.closed_on + ONE_DAY)
            return
    head_taken = last.is_head and family.head is not None
    wanted = request.relation or _relation_now(draft, family, person, last)
    if not family.kin:
        wanted = HEAD
    if wanted == last.relation and not head_taken:
        draft.change("memberships", last, to_on=None, end_reason="")
        draft.starts("{name}在 {number} 户的户籍关系照旧。", name=person.name, number=family.household.number)
        return
    if head_taken and family.head is not None:
        draft.tells(
            "{head}已作户主：{name}以别的关系回到户里，要再作户主请另办“户主变更”。",
            head=family.head.person.name,
            name=person.name,
        )
    join(draft, family, person, wanted, last.to_on + ONE_DAY)


def _opened_again(draft: Draft, family: Family) -> Family:
    draft.starts("{number} 户重新立户。", number=family.household.number)
    return replace(family, household=draft.change("households", family.household, closed_on=None, close_reason=""))


def _identities_go_on(draft: Draft, person: Person, died_on: date) -> None:
    for identity in draft.uow.identities.find(person_id=person.id, to_on=died_on.isoformat(), withdrawn_on=None):
        draft.change("identities", identity, to_on=None)
        draft.starts("{name}的{kind}继续有效。", name=person.name, kind=identity.kind.label)


def _spouse(draft: Draft, death: Act | None, died_on: date) -> None:
    """Give the spouse the state from before the death back; somebody who has married since is a contradiction to be told."""
    for change in () if death is None else death.changes:
        if change.table != PERSON.name or change.after.get("marital") != Marital.WIDOWED.value:
            continue
        spouse = draft.uow.people.get(change.id)
        before = change.before.get("marital")
        if spouse.marital is Marital.WIDOWED:
            draft.change("people", spouse, marital=None if before is None else Marital.of(str(before)))
        elif spouse.marital is Marital.REMARRIED:
            draft.asks("{name}在 {day} 以后已再婚：婚姻关系请依法处理。", name=spouse.name, day=died_on)


def _death_of(draft: Draft, person_id: PersonId, died_on: date) -> Act | None:
    """Return the act that registered the death, or None where it came in another way than as an event."""
    for act in journal.acts_about(draft.uow.connection, (person_id,)):
        if act.kind == EventKind.DEATH.act_kind and any(
            change.id == person_id and change.after.get("died_on") == died_on.isoformat() for change in act.changes
        ):
            return act
    return None


def _relation_now(draft: Draft, family: Family, person: Person, last: Membership) -> str:
    """Return what somebody is to the head of today, as far as it follows from the relations on the last day; empty where it does not."""
    then = household_file(draft.uow.connection, family.id, last.to_on or draft.today)
    of_then = {member.person.id: _relative(member) for member in then.members} if then is not None else {}
    was, mine = then.head if then is not None else None, of_then.get(person.id)
    if mine is None or was is None or family.head is None:
        return last.relation
    head = of_then.get(family.head.person.id)
    if was.person.id == family.head.person.id:
        return mine.relation
    return "" if head is None else restated(_relative(was), head, mine) or ""


def _relative(member: Member) -> Relative:
    return Relative(member.person.id, member.membership.relation, member.person.sex, member.person.birth_on)


def _settle(draft: Draft, family: Family, person: Person, request: Alive) -> None:
    """What the death had left to be done is settled; what was done already must be undone."""
    of_person = draft.uow.follow_ups.find(person_id=person.id)
    of_household = [item for item in draft.uow.follow_ups.find(household_id=family.id) if item.kind in _OF_DIBAO]
    for item in (*(each for each in of_person if each.kind in _OF_DEATH), *of_household):
        back = recovered(draft.uow.recovery_receipts.find(follow_up_id=item.id))
        if back:
            draft.asks("{kind}已追回 {amount} 元：请报县里退还本人。", kind=item.kind.label, amount=back)
        if item.settled_on is None:
            draft.change("follow_ups", item, settled_on=request.on, outcome=_FOUND)
            draft.ends("不用再办：{detail}", detail=item.detail)
        elif item.outcome != _FOUND and item.kind in _MONEY_BACK:
            draft.asks("{kind}已经办结（{outcome}）：请核对要不要退回。", kind=item.kind.label, outcome=item.outcome)


def _pension(draft: Draft, family: Family, person: Person, died_on: date, request: Alive) -> None:
    if not person.receiving_pension:
        return
    months = months_after(died_on, draft.today)
    monthly = request.pension_monthly
    amount = None if monthly is None else monthly * months
    what = sentence("请报县里照常发放{name}的养老金：停发的按月补发。", name=person.name)
    if months:
        what = sentence(
            "请报县里恢复{name}的养老金，核对并补发停发期间最多 {months} 个月。", name=person.name, months=months
        )
    draft.leaves_to_do(
        FollowUpKind.PENSION_RESUME,
        family.id,
        last_day_of_month(draft.today),
        what,
        person_id=person.id,
        amount=amount,
    )


def _contradictions(draft: Draft, family: Family, person: Person, died_on: date) -> None:
    """List what was registered since and does not go with a living person; nothing of it is changed here."""
    for case in draft.uow.dibao_cases.find(household_id=family.id, stage=Stage.ENDED.value):
        if case.ended_on is not None and case.ended_on >= died_on:
            draft.asks("低保 {case} 已于 {day} 退出：请核对要不要重新申请。", case=case.number, day=case.ended_on)
    for item in draft.uow.contributions.find(person_id=person.id):
        if item.reverses is not None and item.paid_on >= died_on:
            draft.asks(
                "{name} {year} 年的{insurance}已于 {day} 冲销：请核对要不要补缴。",
                name=person.name,
                year=item.year,
                insurance=item.insurance.label,
                day=item.paid_on,
            )

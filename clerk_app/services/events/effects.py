"""What an event means for dibao, hardship statuses, pension and contributions: told, and left to be done by a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from clerk_app.domain.after_death import first_day_after_month, last_day_of_month, months_after
from clerk_app.domain.contribution import Contribution
from clerk_app.domain.dates import add_months
from clerk_app.domain.dibao import OPEN_STAGES, DibaoCase, Stage
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import HouseholdId, Person
from clerk_app.domain.reversal import standing
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.family import Family
from clerk_app.services.recoveries import CLAUSES
from clerk_app.services.sentences import sentence

RECHECK_MONTHS: Final = 3
"""A dibao family is checked again within three months of a death (2022 年民政部、财政部兜底保障通知)."""
RECHECK_CLAUSE: Final = "2022年兜底保障通知（家庭成员死亡后三个月内）"
SHARED_LIFE: Final = "民发〔2021〕57号 第七条"


def open_case(draft: Draft, household_id: HouseholdId) -> DibaoCase | None:
    """Return the household's case that is not closed, or None."""
    cases = draft.uow.dibao_cases.find(household_id=household_id)
    return next((case for case in cases if case.stage in OPEN_STAGES), None)


def dibao_family_changed(draft: Draft, family: Family, on: date, why: str, *, clause: str = "") -> DibaoCase | None:
    """A household with a case has other members from a day on: the granted one is checked again, an application is mended."""
    case = open_case(draft, family.id)
    if case is None:
        return None
    if case.stage is not Stage.GRANTED:
        draft.tells(
            "{number} 户的低保申请 {case} 正在办理：家庭成员变了，请修改申请和收入后再往下办。",
            number=family.household.number,
            case=case.number,
        )
        return case
    due_on = add_months(on, RECHECK_MONTHS)
    draft.leaves_to_do(
        FollowUpKind.DIBAO_RECHECK,
        family.id,
        due_on,
        sentence(
            "{number} 户是低保户（{case}）：{why}，应在 {day} 前重新核查人口、收入和类别。",
            number=family.household.number,
            case=case.number,
            why=why,
            day=due_on,
        ),
        clause=clause,
    )
    return case


def dibao_household_ends(draft: Draft, family: Family, on: date) -> None:
    """A household with a case has nobody left: the county is to stop it from next month; the village cannot (T91).

    Told in a later month, what was paid meanwhile is to be given back; how much only the record of payments says.
    """
    case = open_case(draft, family.id)
    if case is None:
        return
    if case.stage is not Stage.GRANTED:
        _application_ends(draft, family, case)
        return
    draft.leaves_to_do(
        FollowUpKind.DIBAO_STOP,
        family.id,
        last_day_of_month(on),
        sentence(
            "{number} 户已没有成员：请报县里从 {day} 起停止低保 {case}，收到文书后登记退出。",
            number=family.household.number,
            day=first_day_after_month(on),
            case=case.number,
        ),
    )
    if months_after(on, draft.today):
        draft.leaves_to_do(
            FollowUpKind.DIBAO_RECOVERY,
            family.id,
            last_day_of_month(draft.today),
            sentence(
                "{number} 户从 {day} 起不应再发低保：已多发的请按发放记录登记应追，没有多发的写明后办结。",
                number=family.household.number,
                day=first_day_after_month(on),
            ),
            clause=CLAUSES[FollowUpKind.DIBAO_RECOVERY],
        )


def _application_ends(draft: Draft, family: Family, case: DibaoCase) -> None:
    """Nothing is paid yet, so nothing is to be stopped or given back; the application must not lie open."""
    draft.leaves_to_do(
        FollowUpKind.DIBAO_STOP,
        family.id,
        last_day_of_month(draft.today),
        sentence(
            "{number} 户已没有成员：低保申请 {case} 还在办理，请报乡镇终止，收到文书后登记结果。",
            number=family.household.number,
            case=case.number,
        ),
    )


def identities_end(draft: Draft, person: Person, on: date) -> None:
    """End the hardship statuses of somebody who has died."""
    for identity in draft.uow.identities.find(person_id=person.id, to_on=None):
        if identity.from_on > on:
            draft.asks(
                "{name}的{kind}从 {day} 起，晚于死亡日期：请核对，这里先按起日终止。",
                name=person.name,
                kind=identity.kind.label,
                day=identity.from_on,
            )
        last_day = max(identity.from_on, on)
        draft.change("identities", identity, to_on=last_day)
        draft.ends("{name}的{kind}到 {day} 终止。", name=person.name, kind=identity.kind.label, day=last_day)


def absences_end(draft: Draft, person: Person, on: date) -> None:
    """End what keeps somebody away who has died or left for good, also what was to end or begin only later."""
    for absence in draft.uow.absences.find(person_id=person.id):
        if absence.to_on is None or absence.to_on > on:
            if absence.from_on > on:
                draft.asks(
                    "{name}的{kind}从 {day} 起，晚于 {on}：请核对，这里只留 {day} 一天。",
                    name=person.name,
                    kind=absence.kind.label,
                    day=absence.from_on,
                    on=on,
                )
            draft.change("absences", absence, to_on=max(absence.from_on, on))


def identities_to_check(draft: Draft, family: Family, person: Person, on: date) -> None:
    """Somebody leaves the village: the statuses are not ended here, they must be recognised at the new place."""
    held = [each.kind.label for each in draft.uow.identities.find(person_id=person.id) if each.held_on(on)]
    if held:
        draft.leaves_to_do(
            FollowUpKind.IDENTITY_RECHECK,
            family.id,
            add_months(draft.today, 1),
            sentence(
                "{name}的{kinds}由迁入地重新认定：请和迁入地核对后，在本村终止。",
                name=person.name,
                kinds="、".join(held),
            ),
            person_id=person.id,
        )


def standing_contributions(draft: Draft, person: Person, since: int) -> tuple[Contribution, ...]:
    """Return what was paid for a year or later and not taken back."""
    paid = draft.uow.contributions.find(person_id=person.id)
    return tuple(item for item in standing(paid) if item.year >= since)


def contributions_to_check(draft: Draft, family: Family, person: Person, on: date) -> None:
    """Tell what was paid for the year of the event and later; nothing is taken back by itself."""
    for item in standing_contributions(draft, person, on.year):
        draft.leaves_to_do(
            FollowUpKind.CONTRIBUTION_CHECK,
            family.id,
            add_months(draft.today, 1),
            sentence(
                "{name} {year} 年已缴{insurance} {amount} 元：没有自动冲销，请按规定核对是否退费。",
                name=person.name,
                year=item.year,
                insurance=item.insurance.label,
                amount=item.amount,
            ),
            person_id=person.id,
            amount=item.amount,
        )


def pension_moves(draft: Draft, family: Family, people: Sequence[Person], *, other_county: bool) -> None:
    """What happens to the pension of those whose hukou moves (T99, T100; 国发〔2014〕8号 八)."""
    for person in people:
        if not other_county:
            continue
        if person.receiving_pension:
            draft.tells(
                "{name}已在领养老金：跨县迁户口不转移养老保险关系，仍由本县发放。",
                clause="国发〔2014〕8号 八",
                name=person.name,
            )
        elif person.pension_scheme is not None and person.pension_scheme.value == "resident":
            draft.leaves_to_do(
                FollowUpKind.PENSION_TRANSFER,
                family.id,
                add_months(draft.today, 1),
                sentence(
                    "{name}还在缴费期：请告知本人到迁入地申请转移养老保险关系，个人账户全部转移，缴费年限累计。",
                    name=person.name,
                ),
                person_id=person.id,
                clause="国发〔2014〕8号 八",
                amount=person.pension_balance,
            )

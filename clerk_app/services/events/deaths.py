"""死亡: what ends, what is to be stopped, given back and applied for (T90-T93)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clerk_app.domain.after_death import Overpaid, first_day_after_month, last_day_of_month, overpaid
from clerk_app.domain.bank_account import masked_account
from clerk_app.domain.codes import Marital, PensionScheme
from clerk_app.domain.dates import add_months
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import Person
from clerk_app.domain.money import Money
from clerk_app.domain.relations import SPOUSES
from clerk_app.errors import UserError
from clerk_app.services.events import pension
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.effects import (
    RECHECK_CLAUSE,
    absences_end,
    contributions_to_check,
    dibao_family_changed,
    dibao_household_ends,
    identities_end,
)
from clerk_app.services.events.family import Family, Kin, entered_on, had_another_place, living_member, require_day
from clerk_app.services.events.heads import leave
from clerk_app.services.events.requests import Death
from clerk_app.services.recoveries import CLAUSES
from clerk_app.services.sentences import Sentence, sentence

MARRIED = frozenset({None, Marital.MARRIED, Marital.FIRST_MARRIED, Marital.REMARRIED, Marital.REUNITED})
REASON = "死亡"
STOP_CLAUSE = "国发〔2014〕8号 七"


def draw_up(draft: Draft, request: Death) -> None:
    """Plan a death: place and statuses end, a head is followed, pension and dibao are left to be settled."""
    family, kin = living_member(draft, request.person_id)
    person = kin.person
    draft.about(family.id, person.id)
    draft.named("登记{name} {day} 死亡", name=person.name, day=request.on)
    require_day(draft, request.on)
    if request.on < person.birth_on:
        raise UserError("死亡日期早于出生日期 {day}：请核对。", field="on", day=person.birth_on)
    draft.change("people", person, died_on=request.on)
    last_day = request.on
    if request.on < kin.place.from_on:  # entered in the register later than it happened, T93
        kin, last_day = _entered_later(draft, family, kin, request.on)
    rest = leave(draft, family, (kin,), last_day, REASON, new_head=request.new_head, relations=request.relations)
    identities_end(draft, person, request.on)
    absences_end(draft, person, request.on)
    _tell_of_accounts(draft, person)
    if request.widow_spouse:
        _widow(draft, kin, rest)
    _dibao(draft, family, kin, rest, request.on)
    _pension(draft, family, person, request)
    contributions_to_check(draft, family, person, request.on)


def _entered_later(draft: Draft, family: Family, kin: Kin, on: date) -> tuple[Kin, date]:
    """Return a member who joined after having died, and the place's last day: a first entry moves back, a move between households stays."""
    name, joined = kin.person.name, kin.place.from_on
    if had_another_place(draft, kin):
        draft.asks(
            "{name} {day} 才转入 {number} 户，晚于死亡日期：以前的户籍记录不动，这里只记到那一天，请核对两个日期。",
            name=name,
            day=joined,
            number=family.household.number,
        )
        return kin, joined
    draft.asks("{name}登记入户的日期 {day} 晚于死亡日期：入户日期随之改到死亡当天。", name=name, day=joined)
    return entered_on(draft, kin, on), on


def _tell_of_accounts(draft: Draft, person: Person) -> None:
    """What was paid to an account of the dead must go to another one; ending it is the clerk's, after the last payment."""
    for account in draft.uow.bank_accounts.find(person_id=person.id, to_on=None):
        draft.tells(
            "{name}的{purpose}账户（{number}）还在用：发给这一户的待遇请改用家人的账户，办完后在“银行账户”里停用。",
            name=person.name,
            purpose=account.purpose.label,
            number=masked_account(account.number),
        )


def _widow(draft: Draft, kin: Kin, rest: tuple[Kin, ...]) -> None:
    """The spouse is known only where one of the two is head."""
    if kin.place.is_head:
        spouses = [other for other in rest if other.place.relation in SPOUSES]
    else:
        spouses = [other for other in rest if other.place.is_head and kin.place.relation in SPOUSES]
    for spouse in spouses:
        if spouse.person.marital in MARRIED:
            draft.change("people", spouse.person, marital=Marital.WIDOWED)


def _dibao(draft: Draft, family: Family, kin: Kin, rest: tuple[Kin, ...], on: date) -> None:
    if not rest:
        dibao_household_ends(draft, family, on)
        return
    why = f"户主{kin.person.name}去世，要停旧建新、新旧档案相连" if kin.place.is_head else f"{kin.person.name}去世"
    dibao_family_changed(draft, family, on, why, clause=RECHECK_CLAUSE)


@dataclass(frozen=True, slots=True)
class _AtStake:
    """What a death brings to the family: the account's balance and the pack's funeral grant, where known."""

    balance: Money | None
    grant: Money | None


def _pension(draft: Draft, family: Family, person: Person, request: Death) -> None:
    grant = pension.funeral_grant(draft, family, person, request.on)
    stake = _AtStake(person.pension_balance, None if grant is None else grant.amount)
    if person.receiving_pension:
        _stop(draft, family, person, request, stake)
    elif request.pension_monthly is not None or request.pension_paid_through is not None:
        draft.asks(
            "{name}没有登记为正在领取养老金，填写的养老金没有计入：领取的请先在人员情况里改正。", name=person.name
        )
    if grant is not None:
        draft.leaves_to_do(
            FollowUpKind.FUNERAL_GRANT,
            family.id,
            add_months(draft.today, 1),
            sentence("请告知家属申领{name}的丧葬补助。", name=person.name),
            person_id=person.id,
            clause="；".join(grant.clauses),
            amount=grant.amount,
        )
    if stake.balance:
        draft.leaves_to_do(
            FollowUpKind.ACCOUNT_INHERITANCE,
            family.id,
            add_months(draft.today, 1),
            sentence(
                "{name}的个人账户余额 {balance} 元（县里名单所载）可以依法继承：请告知家属办理。",
                name=person.name,
                balance=stake.balance,
            ),
            person_id=person.id,
            clause=STOP_CLAUSE,
            amount=stake.balance,
        )
    elif stake.balance is None and person.pension_scheme is PensionScheme.RESIDENT:
        draft.tells(
            "{name}的个人账户余额没有登记：如有余额可以依法继承，请向县里查询。", name=person.name, clause=STOP_CLAUSE
        )


def _stop(draft: Draft, family: Family, person: Person, request: Death, stake: _AtStake) -> None:
    stop = first_day_after_month(request.on)
    draft.ends("{name}的养老金从 {day} 起停发，死亡当月仍应发放。", clause=STOP_CLAUSE, name=person.name, day=stop)
    draft.leaves_to_do(
        FollowUpKind.PENSION_STOP,
        family.id,
        last_day_of_month(request.on),
        sentence("请报县里从 {day} 起停发{name}的养老金。", name=person.name, day=stop),
        person_id=person.id,
        clause=STOP_CLAUSE,
    )
    _recover(draft, family, person, request, stake)


def _recover(draft: Draft, family: Family, person: Person, request: Death, stake: _AtStake) -> None:
    """Leave what was paid after the month of death to be given back, less what may be set off (T93)."""
    paid_through = request.pension_paid_through or draft.today
    if paid_through > last_day_of_month(draft.today):
        draft.refuses(UserError("养老金不会已发到今天以后：请核对发放到哪个月。", field="pension_paid_through"))
    monthly = request.pension_monthly or pension.monthly(draft, family, person, request.on)
    if monthly is not None and monthly.fen < 0:
        draft.refuses(UserError("月养老金不能是负数：请核对。", field="pension_monthly"))
        return
    too_much = overpaid(request.on, paid_through, monthly, balance=stake.balance, grant=stake.grant)
    if not too_much.months:
        return
    if request.pension_paid_through is None:
        draft.asks("多发月数按养老金已发到本月计算：如果早已停发，请填写发放到哪个月。")
    if request.pension_monthly is None and monthly is not None:
        draft.asks("每月 {monthly} 元按政策包算出：县里名单不同的，以县里的为准。", monthly=monthly)
    draft.leaves_to_do(
        FollowUpKind.PENSION_RECOVERY,
        family.id,
        last_day_of_month(draft.today),
        _told(person, too_much, monthly),
        person_id=person.id,
        clause=CLAUSES[FollowUpKind.PENSION_RECOVERY],
        amount=too_much.amount,
        monthly=monthly,
        paid_through=request.pension_paid_through,
    )


def _told(person: Person, too_much: Overpaid, monthly: Money | None) -> Sentence:
    if too_much.amount is None:
        return sentence(
            "{name}去世后多发了 {months} 个月养老金：请按发放记录核定金额后追回。",
            name=person.name,
            months=too_much.months,
        )
    return sentence(
        "{name}去世后多发了 {months} 个月养老金，每月 {monthly} 元，共 {amount} 元；"
        "个人账户余额和丧葬补助可抵扣 {offset} 元，还应追回 {rest} 元。",
        name=person.name,
        months=too_much.months,
        monthly=monthly,
        amount=too_much.amount,
        offset=too_much.offset or Money(0),
        rest=too_much.rest,
    )

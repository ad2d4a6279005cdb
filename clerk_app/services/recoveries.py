"""追缴: what was paid too long is recorded month by month, what comes back against it; sums are reckoned, never typed.

Clauses: 社会保险经办条例 第四十六条 for pensions, which may be set off against the account's balance and the funeral grant where the county's
paper says so; 民发〔2021〕57号 第三十一、三十二条 for dibao, which comes back as money only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from clerk_app.domain.after_death import first_day_after_month, last_day_of_month
from clerk_app.domain.follow_up import FollowUp, FollowUpId, FollowUpKind
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.money import ZERO, Money
from clerk_app.domain.plain_text import LONGEST_TEXT, plain_text
from clerk_app.domain.recovery import (
    RECOVERIES,
    RecoveryReceipt,
    RecoveryReceiptId,
    RecoverySpan,
    RecoverySpanId,
    RecoveryWay,
    counted_twice,
    due,
    recovered,
    standing_spans,
)
from clerk_app.domain.reversal import standing
from clerk_app.errors import UserError
from clerk_app.services.workspace import Workspace
from clerk_app.storage import follow_up_queries, recovery_queries
from clerk_app.storage.follow_up_queries import FollowUpRow
from clerk_app.storage.unit_of_work import UnitOfWork, new_id

CLAUSES: Final = {
    FollowUpKind.PENSION_RECOVERY: "社会保险经办条例 第四十六条",
    FollowUpKind.DIBAO_RECOVERY: "民发〔2021〕57号 第三十一、三十二条",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanEntry:
    """What the clerk enters of months paid too long: any day of the first and the last month, and what was paid each month.

    Nothing is taken for granted: what is None is asked for.
    """

    from_on: date | None
    to_on: date | None
    monthly: Money | None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptEntry:
    """What the clerk enters of money that came back."""

    amount: Money | None
    paper: str = ""
    way: RecoveryWay = RecoveryWay.PAID
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """One recovery as it stands: the thing to do, the months that count, and everything that came back, reversals too.

    ``due`` and ``rest`` are None while no month has been entered.
    """

    item: FollowUpRow
    spans: tuple[RecoverySpan, ...]
    receipts: tuple[RecoveryReceipt, ...]

    @property
    def what(self) -> str:
        """What was paid too long."""
        return RECOVERIES[self.item.kind]

    @property
    def due(self) -> Money | None:
        """What is to be given back."""
        return due(self.spans)

    @property
    def recovered(self) -> Money:
        """What has come back."""
        return recovered(self.receipts)

    @property
    def rest(self) -> Money | None:
        """What is still to come."""
        return None if self.due is None else self.due - self.recovered

    @property
    def standing_receipts(self) -> tuple[RecoveryReceipt, ...]:
        """What came back and was not taken back as a mistake."""
        return standing(self.receipts)


def recoveries(
    workspace: Workspace, household_id: HouseholdId | None = None, *, settled: bool = False
) -> tuple[Recovery, ...]:
    """Return what is to be recovered, in the village or from one household; with ``settled`` also what is done."""
    with workspace.store.reading() as connection:
        rows = follow_up_queries.follow_up_rows(connection, household_id=household_id, settled=settled)
        items = [row for row in rows if row.kind in RECOVERIES]
        ids = [item.id for item in items]
        spans = recovery_queries.spans_of(connection, ids)
        receipts = recovery_queries.receipts_of(connection, ids)
    return tuple(
        Recovery(
            item=item,
            spans=standing_spans([span for span in spans if span.follow_up_id == item.id]),
            receipts=tuple(receipt for receipt in receipts if receipt.follow_up_id == item.id),
        )
        for item in items
    )


def recovery(workspace: Workspace, follow_up_id: str, household_id: HouseholdId | None = None) -> Recovery:
    """Return one recovery; raises UserError when there is none with this id."""
    for each in recoveries(workspace, household_id, settled=True):
        if each.item.id == follow_up_id:
            return each
    raise UserError("找不到这件追缴事项：请刷新后重试。", field="item")


def suggested_span(workspace: Workspace, follow_up_id: str) -> SpanEntry:
    """Return what the register knows of the months: from the month after the death (or the household's end), up to where it was told.

    What it does not know is None and must be asked.
    """
    with workspace.store.reading() as connection:
        uow = UnitOfWork(connection)
        item = _item(uow, follow_up_id)
        known = [span for span in uow.recovery_spans.find(follow_up_id=item.id) if span.withdrawn_on is None]
        earliest = _earliest(uow, item)
        monthly = item.monthly
        if monthly is None and item.kind is FollowUpKind.DIBAO_RECOVERY:
            granted = [case for case in uow.dibao_cases.find(household_id=item.household_id) if case.granted_amount]
            monthly = max(granted, key=lambda case: case.applied_on).granted_amount if granted else None
    if known:
        return SpanEntry(from_on=first_day_after_month(max(span.to_on for span in known)), to_on=None, monthly=None)
    return SpanEntry(from_on=earliest, to_on=item.paid_through, monthly=monthly)


def open_recovery(
    workspace: Workspace, household_id: HouseholdId, kind: FollowUpKind, reason: str, person_id: PersonId | None = None
) -> FollowUp:
    """Note that something was paid too long which no event told of; raises UserError where it is noted already, or without a reason."""
    if kind not in RECOVERIES:
        raise UserError("只有养老金和低保金可以立追缴事项。", field="kind")
    why = plain_text(reason, "reason")
    if not why or len(why) > LONGEST_TEXT:
        raise UserError("请写明多发的原因和依据，最多 {most} 个字。", field="reason", most=LONGEST_TEXT)
    if kind is FollowUpKind.PENSION_RECOVERY and person_id is None:
        raise UserError("追缴养老金要写明是谁的。", field="person")
    with workspace.unit_of_work("open_recovery", why) as uow:
        household = uow.households.get(household_id)
        name = household.number + " 户" if person_id is None else uow.people.get(person_id).name
        for known in uow.follow_ups.find(household_id=household_id, kind=kind.value, settled_on=None):
            if known.person_id == person_id:
                raise UserError("{name}已有一件没办结的追缴：请在那一件里登记。", field="person", name=name)
        uow.subject = household_id
        return uow.follow_ups.add(
            FollowUp(
                id=FollowUpId(new_id()),
                household_id=household_id,
                person_id=person_id,
                kind=kind,
                opened_on=workspace.today(),
                due_on=last_day_of_month(workspace.today()),
                detail=f"{name}的{RECOVERIES[kind]}多发：{why}",
                clause=CLAUSES[kind],
            )
        )


def add_span(workspace: Workspace, follow_up_id: str, entry: SpanEntry) -> RecoverySpan:
    """Record months that were paid too long, at one sum a month; raises UserError at the field that is missing or cannot be.

    No month counts twice, none lies before the month after the death (国发〔2014〕8号 七) or after this one.
    """
    first, last, monthly, source = _asked(entry)
    today = workspace.today()
    if last < first:
        raise UserError("止月早于起月：请核对。", field="to_on")
    if last > today:
        raise UserError("止月不能在本月之后：请核对发放到哪个月。", field="to_on")
    with workspace.unit_of_work("add_recovery_span") as uow:
        item = _open_item(uow, follow_up_id)
        earliest = _earliest(uow, item)
        if earliest is not None and first < earliest:
            raise UserError("{day} 以前的月份仍应发放，不能追缴：请核对起月。", field="from_on", day=earliest)
        known = uow.recovery_spans.find(follow_up_id=item.id)
        span = RecoverySpan(
            id=RecoverySpanId(new_id()),
            follow_up_id=item.id,
            from_on=first,
            to_on=last,
            monthly=monthly,
            source=source,
        )
        twice = counted_twice((*known, span))
        if twice is not None:
            raise UserError("{month} 已登记过应追：同一个月不能追两次。", field="from_on", month=f"{twice:%Y-%m}")
        uow.subject = item.household_id
        return uow.recovery_spans.add(span)


def _asked(entry: SpanEntry) -> tuple[date, date, Money, str]:
    """Return the first days of the two months, the sum a month and where it is from; raises UserError for what is missing."""
    if entry.from_on is None:
        raise UserError("请填写多发从哪个月开始。", field="from_on")
    if entry.to_on is None:
        raise UserError("请按发放记录填写多发到哪个月。", field="to_on")
    if entry.monthly is None:
        raise UserError("请按发放记录填写每月发放的金额：不知道的先向县里查询。", field="monthly")
    if entry.monthly <= ZERO:
        raise UserError("每月金额要大于零：请核对。", field="monthly")
    source = plain_text(entry.source, "source")
    if not source or len(source) > LONGEST_TEXT:
        raise UserError(
            "请写明金额的来源，如“县里发放记录”或文号，最多 {most} 个字。", field="source", most=LONGEST_TEXT
        )
    return entry.from_on.replace(day=1), entry.to_on.replace(day=1), entry.monthly, source


def withdraw_span(workspace: Workspace, span_id: str, reason: str) -> RecoverySpan:
    """Take back months that were entered wrongly; they stay on file. Raises UserError where more has come back than would be left."""
    why = _reason(reason)
    with workspace.unit_of_work("withdraw_recovery_span", why) as uow:
        span = uow.recovery_spans.get(span_id)
        item = _open_item(uow, span.follow_up_id)
        if span.withdrawn_on is not None:
            raise UserError("这一段已在 {day} 撤回。", day=span.withdrawn_on)
        left = due([each for each in uow.recovery_spans.find(follow_up_id=item.id) if each.id != span.id]) or ZERO
        got = recovered(uow.recovery_receipts.find(follow_up_id=item.id))
        if got > left:
            raise UserError("已追回 {got} 元，多于撤回后的应追 {left} 元：请先冲销追回款项。", got=got, left=left)
        uow.subject = item.household_id
        withdrawn = uow.recovery_spans.save(replace(span, withdrawn_on=workspace.today()))
        if got == left and got:
            _settle(uow, item, workspace.today(), got)
        return withdrawn


def receive(workspace: Workspace, follow_up_id: str, entry: ReceiptEntry) -> RecoveryReceipt:
    """Record money that came back or was set off; with the last of it the thing is done.

    Raises UserError at the field that is wrong: no month entered yet, more than is due, or a set-off that the register does not bear out.
    """
    day = entry.received_on or workspace.today()
    if day > workspace.today():
        raise UserError("日期不能在今天之后：请核对。", field="received_on")
    if entry.amount is None or entry.amount <= ZERO:
        raise UserError("请填写追回的金额，要大于零。", field="amount")
    paper = plain_text(entry.paper, "paper")
    if not paper or len(paper) > LONGEST_TEXT:
        raise UserError("请填写凭证号；抵扣的填县里文书的文号，最多 {most} 个字。", field="paper", most=LONGEST_TEXT)
    with workspace.unit_of_work("receive_recovery") as uow:
        item = _open_item(uow, follow_up_id)
        spans = uow.recovery_spans.find(follow_up_id=item.id)
        require_once(spans)
        whole = due(spans)
        if whole is None:
            raise UserError("还没有登记应追的月份和金额：请先登记应追款项。", field="amount")
        known = uow.recovery_receipts.find(follow_up_id=item.id)
        rest = whole - recovered(known)
        if entry.amount > rest:
            raise UserError("尚未追回的只有 {rest} 元：请核对金额。", field="amount", rest=rest)
        _require_bearing(uow, item, entry.way, entry.amount + recovered(known, entry.way))
        uow.subject = item.household_id
        receipt = uow.recovery_receipts.add(
            RecoveryReceipt(
                id=RecoveryReceiptId(new_id()),
                follow_up_id=item.id,
                way=entry.way,
                amount=entry.amount,
                received_on=day,
                paper=paper,
            )
        )
        if entry.amount == rest:
            _settle(uow, item, day, whole)
        return receipt


def require_once(spans: Sequence[RecoverySpan]) -> None:
    """Raise UserError where two laptops have both entered a month: the sum would count it twice."""
    twice = counted_twice(spans)
    if twice is not None:
        raise UserError("{month} 登记了两次应追：请先撤回一段。", field="about", month=f"{twice:%Y-%m}")


def reverse_receipt(workspace: Workspace, receipt_id: str, reason: str) -> RecoveryReceipt:
    """Take back a receipt that was entered by mistake; both stay, and what was done is open again. Raises UserError for one taken back."""
    why = _reason(reason)
    with workspace.unit_of_work("reverse_recovery", why) as uow:
        receipt = uow.recovery_receipts.get(receipt_id)
        if receipt.reverses is not None or uow.recovery_receipts.first(reverses=receipt.id) is not None:
            raise UserError("这一笔已经冲销，不能再冲销。")
        item = uow.follow_ups.get(receipt.follow_up_id)
        uow.subject = item.household_id
        if item.settled_on is not None:
            uow.follow_ups.save(replace(item, settled_on=None, outcome=""))
        return uow.recovery_receipts.add(
            replace(
                receipt,
                id=RecoveryReceiptId(new_id()),
                version=0,
                amount=-receipt.amount,
                received_on=workspace.today(),
                reverses=receipt.id,
            )
        )


def _reason(reason: str) -> str:
    why = plain_text(reason, "reason")
    if not why or len(why) > LONGEST_TEXT:
        raise UserError("请填写原因，最多 {most} 个字。", field="reason", most=LONGEST_TEXT)
    return why


def _item(uow: UnitOfWork, follow_up_id: str) -> FollowUp:
    item = uow.follow_ups.get(follow_up_id)
    if item.kind not in RECOVERIES:
        raise UserError("这件事不是追缴：请到“事后事项”里选追回养老金或低保金的一件。", field="item")
    return item


def _open_item(uow: UnitOfWork, follow_up_id: str) -> FollowUp:
    item = _item(uow, follow_up_id)
    if item.settled_on is not None:
        raise UserError("这件追缴已在 {day} 办结：要改请先冲销追回款项。", day=item.settled_on)
    return item


def _earliest(uow: UnitOfWork, item: FollowUp) -> date | None:
    """Return the first month that was not due any more, None where the register does not tell."""
    if item.person_id is not None:
        ended = uow.people.get(item.person_id).died_on
    else:
        ended = uow.households.get(item.household_id).closed_on
    return None if ended is None else first_day_after_month(ended)


def _require_bearing(uow: UnitOfWork, item: FollowUp, way: RecoveryWay, whole: Money) -> None:
    """Raise UserError where a set-off is not allowed, or larger than what there is; ``whole`` is all of this way."""
    if way is RecoveryWay.PAID:
        return
    if item.kind is not FollowUpKind.PENSION_RECOVERY or item.person_id is None:
        raise UserError("低保金不能用养老保险的余额或丧葬补助抵扣：请登记退回的钱。", field="way")
    if way is RecoveryWay.BALANCE:
        there = uow.people.get(item.person_id).pension_balance
        if there is None:
            raise UserError("个人账户余额没有登记：请先向县里查询，登记到人员信息里，再登记抵扣。", field="way")
    else:
        grants = uow.follow_ups.find(person_id=item.person_id, kind=FollowUpKind.FUNERAL_GRANT.value)
        there = next((each.amount for each in grants if each.amount is not None), None)
        if there is None:
            raise UserError("没有登记可领的丧葬补助：本地没有这项补助的不能抵扣。", field="way")
    if whole > there:
        raise UserError("可抵扣的只有 {there} 元：请核对金额。", field="amount", there=there)


def _settle(uow: UnitOfWork, item: FollowUp, on: date, whole: Money) -> None:
    uow.follow_ups.save(replace(item, settled_on=on, outcome=f"已全部追回，共 {whole} 元"))

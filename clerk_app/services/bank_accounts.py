"""Bank accounts of people: typed twice, asked about when they look mistyped, masked wherever they are shown."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clerk_app.domain.bank_account import (
    LONGEST,
    SHORTEST,
    AccountPurpose,
    BankAccount,
    BankAccountId,
    looks_mistyped,
    masked_account,
)
from clerk_app.domain.household import HouseholdId, Person, PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT, plain_text
from clerk_app.errors import UserError
from clerk_app.services.workspace import Workspace
from clerk_app.storage import account_queries
from clerk_app.storage.unit_of_work import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEntry:
    """What the clerk enters of an account; ``again`` is the number typed a second time. Blanks and dashes in numbers do not count."""

    person_id: PersonId
    purpose: AccountPurpose
    number: str
    again: str
    bank: str
    holder: str = ""
    from_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An account as it is shown: ``number`` with its last four digits only."""

    id: BankAccountId
    person_id: PersonId
    person: str
    purpose: AccountPurpose
    number: str
    bank: str
    holder: str
    from_on: date
    to_on: date | None
    note: str


def plain_number(text: str) -> str:
    """Return an account number as it is stored; raises UserError for one that cannot be one."""
    number = "".join(character for character in unicodedata.normalize("NFKC", text) if character not in " -\t")
    if not number:
        raise UserError("请填写银行账号。", field="number")
    if not (number.isascii() and number.isdigit()) or not SHORTEST <= len(number) <= LONGEST:
        raise UserError(
            "银行账号应是 {shortest} 到 {longest} 位数字：请照卡面或存折填写。",
            field="number",
            shortest=SHORTEST,
            longest=LONGEST,
        )
    return number


def account_doubts(workspace: Workspace, entry: AccountEntry) -> tuple[UserError, ...]:
    """Return what to ask before the account is stored, as sentences of their fields; none of it forbids anything.

    The number fails the card check, or is another person's account already. Raises UserError for a number that cannot be one.
    """
    number = plain_number(entry.number)
    doubts = []
    if looks_mistyped(number):
        doubts.append(UserError("这个卡号的校验位不对，可能输错了一位：请对照卡面再看一遍。", field="number"))
    with workspace.store.reading() as connection:
        others = account_queries.holders_of(connection, number, other_than=entry.person_id)
    if others:
        doubts.append(
            UserError(
                "这个账号已登记在{names}名下：如果是代领，请在户名里写明。", field="number", names="、".join(others)
            )
        )
    return tuple(doubts)


def add_account(workspace: Workspace, entry: AccountEntry, *, replaces: bool = False) -> BankAccount:
    """Record an account; with ``replaces`` the one in use for the same purpose ends the day before.

    Raises UserError at the field that blocks: the two numbers differ, the bank is missing, the first day lies ahead, or another
    account is in use for the purpose.
    """
    number = plain_number(entry.number)
    if plain_number(entry.again) != number:
        raise UserError("两次填写的账号不一样：请对照卡面重新填写。", field="again")
    bank, holder, note = (plain_text(getattr(entry, name), name) for name in ("bank", "holder", "note"))
    if not bank:
        raise UserError("请填写开户行，例如“农村信用社”。", field="bank")
    if max(map(len, (bank, holder, note))) > LONGEST_TEXT:
        raise UserError("文字太长：最多 {most} 个字。", field="note", most=LONGEST_TEXT)
    from_on = entry.from_on or workspace.today()
    if from_on > workspace.today():
        raise UserError("启用日期不能在今天之后：请核对。", field="from_on")
    with workspace.unit_of_work("add_account") as uow:
        person = uow.people.get(entry.person_id)
        place = uow.memberships.first(person_id=person.id, to_on=None)
        uow.subject = place.household_id if place else person.id
        for known in uow.bank_accounts.find(person_id=person.id, purpose=entry.purpose.value, to_on=None):
            _require_replaced(person, known, from_on, replaces=replaces)
            uow.bank_accounts.save(replace(known, to_on=from_on - timedelta(days=1)))
        return uow.bank_accounts.add(
            BankAccount(
                id=BankAccountId(new_id()),
                person_id=person.id,
                purpose=entry.purpose,
                number=number,
                bank=bank,
                holder=holder,
                from_on=from_on,
                note=note,
            )
        )


def _require_replaced(person: Person, known: BankAccount, from_on: date, *, replaces: bool) -> None:
    """Raise UserError when an account in use is not to give way, or not before the new one begins."""
    if not replaces:
        raise UserError(
            "{name}的{purpose}已有在用账户（{number}）：换卡请选“停用原来的账户”。",
            field="purpose",
            name=person.name,
            purpose=known.purpose.label,
            number=masked_account(known.number),
        )
    if from_on <= known.from_on:
        raise UserError("新账户的启用日期要在原账户启用日期 {day} 之后：请核对。", field="from_on", day=known.from_on)


def end_account(workspace: Workspace, account_id: str, on: date, reason: str) -> BankAccount:
    """End an account with its last day and the reason; the record stays. Raises UserError when it has ended, or for a wrong day."""
    if not reason.strip():
        raise UserError("请填写停用原因，例如“换卡”“本人去世”。", field="reason")
    if on > workspace.today():
        raise UserError("停用日期不能在今天之后：请核对。", field="to_on")
    with workspace.unit_of_work("end_account", reason.strip()) as uow:
        account = uow.bank_accounts.get(account_id)
        if account.to_on is not None:
            raise UserError("这个账户已在 {day} 停用：不用再办。", day=account.to_on)
        if on < account.from_on:
            raise UserError("停用日期早于启用日期 {day}：请核对。", field="to_on", day=account.from_on)
        place = uow.memberships.first(person_id=account.person_id, to_on=None)
        uow.subject = place.household_id if place else account.person_id
        return uow.bank_accounts.save(replace(account, to_on=on))


def accounts_of(workspace: Workspace, household_id: HouseholdId) -> tuple[AccountRow, ...]:
    """Return the accounts of those who belong to a household now, those in use first; numbers are masked.

    Of those who died or left and belong nowhere now, what is still in use: somebody has to end it.
    """
    with workspace.store.reading() as connection:
        found = account_queries.accounts_of(connection, household_id)
    return tuple(_row(account, name) for account, name in found)


def accounts_in_use(workspace: Workspace, person: Person) -> tuple[AccountRow, ...]:
    """Return somebody's accounts that are in use, wherever the person belongs now; numbers are masked."""
    with workspace.store.reading() as connection:
        found = account_queries.accounts_in_use(connection, person.id)
    return tuple(_row(account, person.name) for account in found)


def _row(account: BankAccount, name: str) -> AccountRow:
    return AccountRow(
        id=account.id,
        person_id=account.person_id,
        person=name,
        purpose=account.purpose,
        number=masked_account(account.number),
        bank=account.bank,
        holder=account.holder,
        from_on=account.from_on,
        to_on=account.to_on,
        note=account.note,
    )


def whole_number(workspace: Workspace, account_id: str) -> str:
    """Return an account's whole number, for a clerk who asks to see it; raises UserError when there is no such account."""
    with workspace.store.reading() as connection:
        account = account_queries.account(connection, account_id)
    if account is None:
        raise UserError("找不到这个账户：请刷新后重试。")
    return account.number

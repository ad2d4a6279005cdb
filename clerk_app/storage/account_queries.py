"""Read models of bank accounts."""

from __future__ import annotations

from sqlalchemy import Connection, select

from clerk_app.domain.bank_account import BankAccount
from clerk_app.storage import records
from clerk_app.storage.people_tables import BANK_ACCOUNT
from clerk_app.storage.tables import MEMBERSHIP, PERSON


def account(connection: Connection, account_id: str) -> BankAccount | None:
    """Return the account with this id, or None."""
    row = connection.execute(select(BANK_ACCOUNT).where(BANK_ACCOUNT.c.id == account_id)).mappings().first()
    return None if row is None else records.BANK_ACCOUNT.from_row(row)


def accounts_of(connection: Connection, household_id: str) -> tuple[tuple[BankAccount, str], ...]:
    """Return the accounts of a household's people now with their names, those in use first.

    Of those who died or left and belong nowhere now, only what is still in use: somebody has to end it.
    """
    left_here = select(MEMBERSHIP.c.person_id).where(MEMBERSHIP.c.household_id == household_id)
    statement = (
        select(BANK_ACCOUNT, PERSON.c.name.label("person_name"))
        .join(PERSON, PERSON.c.id == BANK_ACCOUNT.c.person_id)
        .outerjoin(MEMBERSHIP, (MEMBERSHIP.c.person_id == PERSON.c.id) & MEMBERSHIP.c.to_on.is_(None))
        .where(
            (MEMBERSHIP.c.household_id == household_id)
            | (MEMBERSHIP.c.id.is_(None) & BANK_ACCOUNT.c.to_on.is_(None) & PERSON.c.id.in_(left_here))
        )
        .order_by(
            BANK_ACCOUNT.c.to_on.is_not(None),
            MEMBERSHIP.c.id.is_(None),
            MEMBERSHIP.c.relation,
            PERSON.c.id,
            BANK_ACCOUNT.c.id,
        )
    )
    return tuple(
        (records.BANK_ACCOUNT.from_row(row), row["person_name"]) for row in connection.execute(statement).mappings()
    )


def accounts_in_use(connection: Connection, person_id: str) -> tuple[BankAccount, ...]:
    """Return the accounts of one person that have not ended."""
    statement = (
        select(BANK_ACCOUNT)
        .where(BANK_ACCOUNT.c.person_id == person_id, BANK_ACCOUNT.c.to_on.is_(None))
        .order_by(BANK_ACCOUNT.c.id)
    )
    return tuple(records.BANK_ACCOUNT.from_row(row) for row in connection.execute(statement).mappings())


def holders_of(connection: Connection, number: str, *, other_than: str) -> tuple[str, ...]:
    """Return the names of others who have this number among their accounts in use."""
    statement = (
        select(PERSON.c.name)
        .join(BANK_ACCOUNT, BANK_ACCOUNT.c.person_id == PERSON.c.id)
        .where(BANK_ACCOUNT.c.number == number, BANK_ACCOUNT.c.to_on.is_(None), PERSON.c.id != other_than)
        .distinct()
        .order_by(PERSON.c.name)
    )
    return tuple(connection.execute(statement).scalars())

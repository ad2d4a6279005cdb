"""Account numbers: the card check, what looks mistyped, and what is shown of them."""

from __future__ import annotations

from datetime import date

import pytest

from clerk_app.domain.bank_account import (
    AccountPurpose,
    BankAccount,
    BankAccountId,
    looks_mistyped,
    luhn_holds,
    masked_account,
)
from clerk_app.domain.household import PersonId


@pytest.mark.parametrize("number", ["4111111111111111", "79927398713", "0"], ids=["card", "short", "zero"])
def test_numbers_with_a_right_check_digit_hold(number: str) -> None:
    assert luhn_holds(number)


@pytest.mark.parametrize("number", ["4111111111111112", "79927398710"], ids=["card", "short"])
def test_numbers_with_a_wrong_check_digit_do_not(number: str) -> None:
    assert not luhn_holds(number)


def test_only_numbers_of_a_cards_length_look_mistyped() -> None:
    assert looks_mistyped("4111111111111112")
    assert not looks_mistyped("4111111111111111")
    assert not looks_mistyped("79927398710")


def test_only_the_last_four_digits_are_shown() -> None:
    assert masked_account("4111111111111234") == "**** 1234"


def test_an_account_is_in_use_from_its_first_to_its_last_day() -> None:
    account = BankAccount(
        id=BankAccountId("b"),
        person_id=PersonId("p"),
        purpose=AccountPurpose.PENSION,
        number="4111111111111111",
        bank="农村信用社",
        from_on=date(2026, 1, 1),
        to_on=date(2026, 2, 1),
    )
    assert [
        account.held_on(day) for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 1), date(2026, 2, 2))
    ] == [
        False,
        True,
        True,
        False,
    ]

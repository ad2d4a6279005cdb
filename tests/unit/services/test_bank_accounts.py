"""Bank accounts: typed twice, asked about, replaced, ended, masked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from clerk_app.domain.bank_account import AccountPurpose
from clerk_app.domain.household import HouseholdFile
from clerk_app.errors import UserError
from clerk_app.services.bank_accounts import (
    AccountEntry,
    account_doubts,
    accounts_in_use,
    accounts_of,
    add_account,
    end_account,
    whole_number,
)
from clerk_app.services.events import Death
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered
from clerk_app.services.workspace import Workspace
from tests.builders import DAY
from tests.event_builders import done, planned

CARD = "6222021234567890128"
MISTYPED = "6222021234567890129"


@pytest.fixture
def file(village: Workspace) -> HouseholdFile:
    return household_numbered(village, "0002")


def entry(file: HouseholdFile, **changed: object) -> AccountEntry:
    first = AccountEntry(
        person_id=file.members[0].person.id,
        purpose=AccountPurpose.SUBSIDY_CARD,
        number="6222 0212 3456 7890 128",
        again=CARD,
        bank="农村信用社",
    )
    return replace(first, **changed)  # type: ignore[arg-type]  # fields of an entry


def test_an_account_is_shown_masked_and_its_number_on_request(village: Workspace, file: HouseholdFile) -> None:
    account = add_account(village, entry(file, holder="段有福"))
    (row,) = accounts_of(village, file.household.id)
    assert (row.number, row.person, row.from_on) == ("**** 0128", file.members[0].person.name, DAY)
    assert whole_number(village, account.id) == CARD
    assert account_doubts(village, entry(file)) == ()


def test_full_width_digits_and_a_name_over_two_lines_are_stored_plain(village: Workspace, file: HouseholdFile) -> None:
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in CARD)
    account = add_account(village, entry(file, number=wide, again=f"{CARD[:4]} {CARD[4:]}", bank="信用社\n营业部 "))
    assert whole_number(village, account.id) == CARD
    assert account.bank == "信用社 营业部"


def test_the_history_shows_only_the_last_digits(village: Workspace, file: HouseholdFile) -> None:
    account = add_account(village, entry(file))
    (told,) = history_of(village, (account.id,))
    assert CARD not in repr(told)
    assert "**** 0128" in repr(told)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"again": MISTYPED}, "again"),
        ({"number": "", "again": ""}, "number"),
        ({"number": "12ab"}, "number"),
        ({"number": "1234567"}, "number"),
        ({"number": "一二三四五六七八"}, "number"),
        ({"bank": "信用\x07社"}, "bank"),
        ({"bank": " "}, "bank"),
        ({"note": "长" * 501}, "note"),
        ({"from_on": DAY + timedelta(days=1)}, "from_on"),
    ],
    ids=["differs", "none", "letters", "short", "words", "bell", "bank", "long", "ahead"],
)
def test_what_cannot_be_is_refused_at_its_field(
    village: Workspace, file: HouseholdFile, changed: dict[str, object], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        add_account(village, entry(file, **changed))
    assert refused.value.field == field
    assert accounts_of(village, file.household.id) == ()


def test_a_number_that_fails_the_card_check_is_asked_about_and_kept(village: Workspace, file: HouseholdFile) -> None:
    mistyped = entry(file, number=MISTYPED, again=MISTYPED)
    (doubt,) = account_doubts(village, mistyped)
    assert "校验位" in doubt.message
    add_account(village, mistyped)
    assert len(accounts_of(village, file.household.id)) == 1


def test_another_persons_number_is_asked_about(village: Workspace, file: HouseholdFile) -> None:
    add_account(village, entry(file))
    (doubt,) = account_doubts(village, entry(file, person_id=file.members[1].person.id))
    assert file.members[0].person.name in doubt.message


def test_a_second_account_for_a_purpose_replaces_the_first_only_when_asked(
    village: Workspace, file: HouseholdFile
) -> None:
    first = add_account(village, entry(file, from_on=DAY - timedelta(days=30)))
    with pytest.raises(UserError, match="停用原来的账户") as refused:
        add_account(village, entry(file, number="62220200001", again="62220200001"))
    assert CARD not in refused.value.message
    add_account(village, entry(file, number="62220200001", again="62220200001"), replaces=True)
    running, ended = accounts_of(village, file.household.id)
    assert (running.to_on, ended.id, ended.to_on) == (None, first.id, DAY - timedelta(days=1))


def test_a_replacement_begins_after_the_one_it_replaces(village: Workspace, file: HouseholdFile) -> None:
    add_account(village, entry(file))
    with pytest.raises(UserError, match="之后") as refused:
        add_account(village, entry(file, number="62220200001", again="62220200001"), replaces=True)
    assert refused.value.field == "from_on"


def test_an_account_ends_once_with_a_day_and_a_reason(village: Workspace, file: HouseholdFile) -> None:
    account = add_account(village, entry(file))
    for on, reason, words in (
        (DAY, " ", "停用原因"),
        (DAY + timedelta(days=1), "换卡", "今天之后"),
        (DAY - timedelta(days=1), "换卡", "早于"),
    ):
        with pytest.raises(UserError, match=words):
            end_account(village, account.id, on, reason)
    assert end_account(village, account.id, DAY, "换卡").to_on == DAY
    with pytest.raises(UserError, match="已在"):
        end_account(village, account.id, DAY, "换卡")


def test_an_unknown_account_is_refused(village: Workspace) -> None:
    with pytest.raises(UserError, match="找不到"):
        whole_number(village, "none")


def test_account_of_the_dead_is_told_and_stays_in_sight_until_it_is_ended(
    village: Workspace, file: HouseholdFile
) -> None:
    head = file.members[0].person
    account = add_account(village, entry(file))
    ended = add_account(village, entry(file, purpose=AccountPurpose.OTHER))
    end_account(village, ended.id, DAY, "换卡")
    told = planned(village, Death(person_id=head.id, on=DAY)).consequences
    assert "账户（**** 0128）还在用" in told
    done(village, Death(person_id=head.id, on=DAY))
    assert [row.id for row in accounts_of(village, file.household.id)] == [account.id]
    assert [row.id for row in accounts_in_use(village, head)] == [account.id]
    end_account(village, account.id, DAY, "本人去世")
    assert accounts_of(village, file.household.id) == ()

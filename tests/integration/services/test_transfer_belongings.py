"""What a household takes along from one village to another beside its people: bank accounts and papers, sealed on their way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from clerk_app.domain.attachment import AttachmentKind
from clerk_app.domain.bank_account import AccountPurpose
from clerk_app.domain.household import PersonId
from clerk_app.domain.transfer import TransferId
from clerk_app.services import county_answer, lacking_files
from clerk_app.services.answers import import_packets
from clerk_app.services.attachments import (
    AttachmentEntry,
    add_attachment,
    attachments_of,
    content_of,
    remove_attachment,
)
from clerk_app.services.bank_accounts import AccountEntry, accounts_of, add_account, whole_number
from clerk_app.services.county import revoke
from clerk_app.services.county_answer import write_answers
from clerk_app.services.history import earlier_history_of
from clerk_app.services.households import open_household
from clerk_app.services.incoming import incoming_households
from clerk_app.services.transfer_back import withdraw_transfer
from clerk_app.services.transfer_in import TransferInEntry, decline, take_in
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import attached_files, county_files
from tests.builders import FixedClock, VillageFolder, a_household, person_named
from tests.county_builders import VILLAGES, Exchange
from tests.moves import Move, joined
from tests.pictures import JPEG as PHOTO
from tests.pictures import PDF as SCAN

CARD = "6217001234567890128"


@dataclass(frozen=True, slots=True)
class Laden:
    """Two villages, and in the old one a household with papers and an account."""

    move: Move
    folder: Path
    number: str = "0002"

    def attach(self, name: str, content: bytes, person: PersonId | None = None) -> str:
        path = self.folder / name
        path.write_bytes(content)
        household = self.move.file(self.number).household.id
        entry = AttachmentEntry(household_id=household, kind=AttachmentKind.OTHER, person_id=person)
        return add_attachment(self.move.old, entry, path).id

    def offered(self, *, people: tuple[PersonId, ...] = ()) -> str:
        """Let the household go, carry the packets, and return the offer's id."""
        self.move.leave(self.number, people=people)
        self.move.exchange.send(self.move.old)
        self.move.exchange.answer(self.move.new)
        (incoming,) = incoming_households(self.move.new)
        return incoming.id


def card(person: PersonId, number: str = CARD, purpose: AccountPurpose = AccountPurpose.DIBAO) -> AccountEntry:
    return AccountEntry(person_id=person, purpose=purpose, number=number, again=number, bank="农村信用社")


@pytest.fixture
def laden(either: Exchange, village_template: VillageFolder, tmp_path: Path, clock: FixedClock) -> Iterator[Laden]:
    """The two villages on a county of SQLite, then of PostgreSQL."""
    move = joined(either, village_template, tmp_path, clock)
    yield Laden(move, tmp_path)
    move.old.close()
    move.new.close()


def files_here(workspace: Workspace) -> frozenset[str]:
    with workspace.store.reading() as connection:
        return attached_files.present(connection)


def test_household_comes_with_its_accounts_and_papers(laden: Laden) -> None:
    file = laden.move.file()
    head = person_named(file, "单长乐")
    add_account(laden.move.old, card(head))
    laden.attach("户口簿.jpg", PHOTO)
    laden.attach("诊断.pdf", SCAN, head)
    removed = laden.attach("错.pdf", SCAN + b"x")
    remove_attachment(laden.move.old, removed, "拍错了")
    offer = laden.offered()
    (incoming,) = incoming_households(laden.move.new)
    assert ([each.number for each in incoming.accounts], len(incoming.papers)) == ([CARD], 2)

    household = take_in(laden.move.new, offer, TransferInEntry())
    (account,) = accounts_of(laden.move.new, household)
    assert (account.person, account.purpose, whole_number(laden.move.new, account.id)) == (
        "单长乐",
        AccountPurpose.DIBAO,
        CARD,
    )
    papers = {each.name: each for each in attachments_of(laden.move.new, household)}
    assert {name: each.person for name, each in papers.items()} == {"户口簿.jpg": "", "诊断.pdf": "单长乐"}
    assert content_of(laden.move.new, papers["户口簿.jpg"].id)[1] == PHOTO
    assert content_of(laden.move.new, papers["诊断.pdf"].id)[1] == SCAN
    told = {entry.kind for earlier in earlier_history_of(laden.move.new, household) for entry in earlier.entries}
    assert {"登记银行账户", "添加附件"} <= told
    laden.move.exchange.round(laden.move.new)
    assert verify(laden.move.new).ok
    assert verify(laden.move.old).ok


def test_who_moves_alone_takes_what_is_ones_own(laden: Laden) -> None:
    file = laden.move.file()
    child = person_named(file, "单小雨")
    add_account(laden.move.old, card(person_named(file, "单长乐")))
    laden.attach("户口簿.jpg", PHOTO)
    laden.attach("学籍.pdf", SCAN, child)
    offer = laden.offered(people=(child,))
    (incoming,) = incoming_households(laden.move.new)
    assert (incoming.accounts, [each.name for each in incoming.papers]) == ((), ["学籍.pdf"])
    a_household().with_head("丁", age=33, place=90).register_id(laden.move.new)
    take_in(laden.move.new, offer, TransferInEntry(into="0001", relations={incoming.people[0].person.id: "97"}))
    assert len(files_here(laden.move.new)) == 1


def test_papers_go_again_only_until_the_laptop_has_shown_that_it_has_them(laden: Laden) -> None:
    paper = PHOTO + bytes(300_000)
    laden.attach("户口簿.jpg", paper)
    laden.offered()
    exchange, new = laden.move.exchange, laden.move.new

    def brings() -> bool:
        stick = exchange.fresh_stick()
        sizes = {each.install: each.size for each in write_answers(exchange.county, stick)}
        import_packets(new, (stick,))
        return sizes[new.store.install.id] > len(paper)

    assert brings(), "no packet came since, so nothing says that the first stick arrived"
    exchange.send(new)
    assert not brings(), "its packet does not ask for the paper"
    assert files_here(new), "and what is here stays here"
    with new.store.writing() as connection:  # as a laptop put back to an older copy
        attached_files.let_go(connection, files_here(new))
    assert not files_here(new)
    exchange.send(new)
    assert brings(), "it asked"
    exchange.send(new)
    assert not brings()
    assert files_here(new)


@pytest.mark.parametrize("how", ["declined", "withdrawn"])
def test_papers_of_a_household_that_does_not_come_are_not_kept(laden: Laden, how: str) -> None:
    laden.attach("户口簿.jpg", PHOTO)
    offer = laden.offered()
    assert len(files_here(laden.move.new)) == 1
    if how == "declined":
        decline(laden.move.new, offer, "不是本村的")
    else:
        withdraw_transfer(laden.move.old, TransferId(offer), "不搬了")
        laden.move.exchange.send(laden.move.old)
        laden.move.exchange.answer(laden.move.new)
    assert files_here(laden.move.new) == frozenset()
    assert verify(laden.move.new).ok


def test_papers_that_one_answer_cannot_carry_come_with_the_next(laden: Laden, monkeypatch: pytest.MonkeyPatch) -> None:
    laden.attach("户口簿.jpg", PHOTO)
    laden.attach("诊断.pdf", SCAN)
    for module in (county_answer, lacking_files):
        monkeypatch.setattr(module, "MOST_ATTACHED", len(SCAN) + 10)
    laden.move.leave()
    laden.move.exchange.send(laden.move.old)
    told = laden.move.exchange.answer(laden.move.new)
    assert "还有 1 个附件没有带来" in told.reason.text
    (incoming,) = incoming_households(laden.move.new)
    household = take_in(laden.move.new, incoming.id, TransferInEntry())
    assert [row.is_here for row in attachments_of(laden.move.new, household)].count(False) == 1
    _, told = laden.move.exchange.round(laden.move.new)
    assert not told.reason
    assert all(row.is_here for row in attachments_of(laden.move.new, household))


def test_what_was_entered_by_hand_before_is_not_doubled(laden: Laden) -> None:
    lone, move = replace(laden, number="0003"), laden.move
    here = a_household().with_head("罗𬭎", age=50, place=6).register_id(move.new)
    own = person_named(open_household(move.new, here), "罗𬭎")
    there = person_named(move.file("0003"), "罗𬭎")
    add_account(move.old, card(there))
    add_account(move.old, card(there, purpose=AccountPurpose.PENSION))
    lone.attach("户口簿.jpg", PHOTO)
    add_account(move.new, card(own))
    entry = AttachmentEntry(household_id=here, kind=AttachmentKind.OTHER)
    add_attachment(move.new, entry, laden.folder / "户口簿.jpg")
    assert take_in(move.new, lone.offered(), TransferInEntry()) == here
    assert sorted(row.purpose for row in accounts_of(move.new, here)) == ["dibao", "pension"]
    assert len(attachments_of(move.new, here)) == 1


def test_laptop_gets_no_file_of_another_village_by_asking(laden: Laden) -> None:
    laden.attach("户口簿.jpg", PHOTO)
    laden.move.exchange.send(laden.move.old)
    (sha256,) = files_here(laden.move.old)
    install = laden.move.new.store.install.id
    with laden.move.exchange.county.store.writing() as session:
        county_files.note_asked(session, install, {sha256})
        assert county_files.asked_for(session, install, VILLAGES[1], ()) == frozenset()
        assert county_files.asked_for(session, install, VILLAGES[1], {sha256}) == {sha256}
        assert county_files.asked_for(session, install, VILLAGES[0], ()) == {sha256}


def test_laptop_that_is_shut_out_is_offered_no_household_and_gets_no_files(laden: Laden) -> None:
    laden.attach("户口簿.jpg", PHOTO)
    laden.move.leave()
    laden.move.exchange.send(laden.move.old)
    revoke(laden.move.exchange.county, laden.move.new.store.install.id)
    assert laden.move.exchange.answer(laden.move.new).standing == "revoked"
    assert incoming_households(laden.move.new) == ()
    assert files_here(laden.move.new) == frozenset()

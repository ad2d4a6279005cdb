"""The exchange as the desk deals with it: accounts of imports, work in plain words, the history, invitations looked at."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import structs

from clerk_app.domain.act import Act, to_line
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.money import Money
from clerk_app.errors import SituationError, UserError
from clerk_app.services import taking_in
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.answers import Imported, import_file, import_packets
from clerk_app.services.contributions import ContributionEntry, record_contribution
from clerk_app.services.county import invite, revoke
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.dibao import CaseEntry, apply_for_dibao
from clerk_app.services.enrolment import enrol, enrolment, look_at_invitation, own_fingerprint
from clerk_app.services.exchange import export_packet, outbox
from clerk_app.services.exchange_desk import Familiar, PacketsThere, familiar, open_own_packet, packets_there
from clerk_app.services.exchange_history import Came, Fate, Sent, exchange_history
from clerk_app.services.households import HouseholdEntry, change_household, household_numbered
from clerk_app.services.today import DueKind, today
from clerk_app.services.work import settle_work_item
from clerk_app.services.work_desk import OFFER, DeskItem, count_work, desk_items
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, work_items
from clerk_app.storage.county_tables import RECORDS
from clerk_app.storage.journal import sealed
from clerk_app.storage.whose import households_of
from clerk_app.storage.work_items import WorkItemRow
from tests.builders import CLERK, DAY, FixedClock, a_household
from tests.county_builders import VILLAGES, Exchange, new_county, reopen


def note(village: Workspace, words: str, number: str = "0001") -> None:
    household = household_numbered(village, number).household
    change_household(village, household.id, household.version, HouseholdEntry(number=number, note=words))


def let_refuse(exchange: Exchange, village: Workspace, number: str = "0001") -> None:
    """Let the county's database take no change of a household any more: the next one is refused."""
    household = household_numbered(village, number).household
    with exchange.county.store.writing() as session:
        session.exec_driver_sql(
            f"CREATE TRIGGER refuses BEFORE UPDATE ON {RECORDS['household'].name} WHEN OLD.id = '{household.id}'"
            " BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )


@pytest.fixture
def refused(exchange: Exchange, village: Workspace) -> Workspace:
    """A village whose change of household 0001 was refused and came back."""
    exchange.join(village)
    let_refuse(exchange, village)
    note(village, "漏雨")
    exchange.round(village)
    return village


# taking in


def test_account_tells_every_file(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    stick = exchange.fresh_stick()
    export_packet(village, stick)
    write_answers(exchange.county, stick)
    (stick / "letter.clerk").write_bytes(b"nothing")
    asked: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        asked.append((done, total))
        return True

    account = taking_in.take_in(village, (stick,), go_on)
    assert sorted(each.status for each in account.files) == ["imported", "own", "refused"]
    assert [each.status for each in account.imported] == ["imported"]
    assert [each.file for each in account.refused] == ["letter.clerk"]
    assert asked == [(0, 3), (1, 3), (2, 3)]
    assert (account.left, account.trouble) == (0, None)


def test_answer_tells_how_far_the_county_came_and_what_that_cleared(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    waiting = outbox(village).acts
    done = exchange.answer(village)
    assert (done.settled, done.cleared, done.waiting, done.standing) == ((1, waiting), waiting, 0, "admitted")


def test_told_acts_have_number_kind_and_reason(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    let_refuse(exchange, village)
    note(village, "一")
    _, done = exchange.round(village)
    (told,) = done.told
    assert (told.kind, told.number) == ("修改住户", outbox_number(village))
    assert told.reason


def outbox_number(village: Workspace) -> int:
    """Return the number of the newest act."""
    (row,) = [row for row in exchange_history(village) if isinstance(row, Sent)][:1]
    return row.last_act


def test_stopping_keeps_what_was_imported(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    stick = exchange.fresh_stick()
    write_answers(exchange.county, stick)
    note(village, "一")
    export_packet(village, stick)
    account = taking_in.take_in(village, (stick,), lambda done, _total: done < 1)
    assert (len(account.files), account.left) == (1, 1)


def test_trouble_in_the_middle_is_told_with_what_was_done(
    exchange: Exchange, village: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange.join(village)
    stick = exchange.fresh_stick()
    write_answers(exchange.county, stick)
    shutil.copy(next(stick.iterdir()), stick / "copy.clerk")
    true = import_file
    seen: list[Path] = []

    def torn(workspace: Workspace, path: Path, *, named: bool) -> Imported:
        seen.append(path)
        if len(seen) == 2:
            raise SituationError("优盘读不出来：请重新插好。")
        return true(workspace, path, named=named)

    monkeypatch.setattr(taking_in, "import_file", torn)
    account = taking_in.take_in(village, (stick,))
    assert (len(account.files), account.left) == (1, 1)
    assert account.trouble is not None
    seen[:] = [stick]
    with pytest.raises(SituationError):
        taking_in.take_in(village, (stick,))


# invitations


def test_invitation_is_looked_at_and_nothing_kept(exchange: Exchange, village: Workspace, tmp_path: Path) -> None:
    stick = exchange.stick()
    written = invite(exchange.county, VILLAGES[0], "清河村", stick)
    found = look_at_invitation(village, stick)
    assert (found.county, found.region, found.village, found.known) == ("姚安县", "532325", "清河村", "new")
    assert (found.file, found.fingerprint, found.made_on) == (written.path.name, exchange.county.fingerprint, DAY)
    assert enrolment(village) is None
    enrol(village, stick, found.fingerprint)
    assert look_at_invitation(village, stick).known == "same"
    other = new_county(tmp_path / "other")
    fresh = exchange.fresh_stick()
    invite(other, VILLAGES[0], "清河村", fresh)
    assert look_at_invitation(village, fresh).known == "other"
    other.close()


def test_standing_is_what_the_newest_answer_says(exchange: Exchange, village: Workspace) -> None:
    exchange.invite(village, VILLAGES[0], "清河村")
    known = enrolment(village)
    assert known is not None
    assert (known.standing, known.enrolled_on, known.own_fingerprint) == ("waiting", DAY, own_fingerprint(village))
    exchange.join(village)
    assert standing(village) == "waiting"
    exchange.answer(village)
    assert standing(village) == "admitted"
    revoke(exchange.county, village.store.install.id)
    exchange.answer(village)
    assert standing(village) == "revoked"


def test_revoked_laptop_is_told_so_first_of_all_that_is_due(
    exchange: Exchange, village: Workspace, clock: FixedClock
) -> None:
    household = household_numbered(village, "0002").household
    long_ago = CaseEntry(applied_on=DAY - timedelta(days=400), property_within_limits=True)
    apply_for_dibao(village, household.id, long_ago)
    exchange.invite(village, VILLAGES[0], "清河村")
    exchange.join(village)
    exchange.answer(village)
    assert [item.kind for item in today(village).items] == [DueKind.PROPOSAL]
    revoke(exchange.county, village.store.install.id)
    clock.day = DAY + timedelta(days=3)
    exchange.answer(village)
    first, *others = today(village).items
    assert (first.kind, first.due_on, first.record_kind, first.record_id) == (
        DueKind.REVOKED,
        DAY + timedelta(days=3),
        "exchange",
        "send",
    )
    assert "不再入账" in first.detail.text
    assert [item.kind for item in others] == [DueKind.PROPOSAL]


def standing(village: Workspace) -> str:
    known = enrolment(village)
    assert known is not None
    return known.standing


# what lies on a stick


def test_packets_are_told_from_invitations_by_a_glance(exchange: Exchange, village: Workspace, tmp_path: Path) -> None:
    exchange.join(village)
    stick = exchange.fresh_stick()
    invitation = invite(exchange.county, VILLAGES[0], "清河村", stick).path.name
    own = export_packet(village, stick).path.name
    (answer,) = write_answers(exchange.county, stick)
    there = packets_there(stick)
    assert there == PacketsThere(tuple(sorted((own, answer.path.name), key=there.sealed.index)), (invitation,))
    known = familiar(village)
    assert known.fresh(there.sealed) == (answer.path.name,)
    import_packets(village, (stick,))
    assert familiar(village).fresh(there.sealed) == ()
    assert packets_there(tmp_path / "none") == PacketsThere()
    assert packets_there(stick / own) == PacketsThere()


def test_before_the_enrolment_any_other_file_for_the_village_may_be_the_countys(village: Workspace) -> None:
    known = familiar(village)
    code = the_village(village).code
    assert known.county == ""
    assert known.fresh((f"{code}-12345678-1-1.clerk", f"{known.own}1-1.clerk", "532325999999-1-1-1.clerk")) == (
        f"{code}-12345678-1-1.clerk",
    )
    assert Familiar(known.village, known.own, f"{code}-12345678-", frozenset()).fresh((f"{code}-99-1-1.clerk",)) == ()


def test_packet_of_the_county_is_known_by_its_signature(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    stick = exchange.fresh_stick()
    (answer,) = write_answers(exchange.county, stick)
    contents = open_own_packet(village, answer.path)
    assert (contents.is_own, contents.is_countys, contents.acts) == (False, True, 0)
    mine = open_own_packet(village, export_packet(village, stick).path)
    assert (mine.is_own, mine.is_countys) == (True, False)


def test_stick_that_does_not_answer_holds_nothing(village: Workspace, stick_that_fails: Path) -> None:
    assert packets_there(stick_that_fails) == PacketsThere()


@pytest.fixture
def stick_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose packets cannot be opened."""
    (tmp_path / "a.clerk").write_bytes(b"x")

    def broken(_path: Path, *_: object, **__: object) -> object:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    return tmp_path


# work


def test_item_names_household_act_and_place(refused: Workspace) -> None:
    (found,) = desk_items(refused)
    household = household_numbered(refused, "0001").household
    assert found.item.kind == "refused"
    assert (found.household_id, found.place) == (household.id, ("household", household.id))
    assert "0001" in found.household
    assert "段有福" in found.household
    assert found.act is not None
    assert [(line.field, line.after) for line in found.act.changes if line.after == "漏雨"] == [("备注", "漏雨")]
    assert desk_items(refused, household_id=household.id) == (found,)
    assert desk_items(refused, household_id=household_numbered(refused, "0002").household.id) == ()
    assert count_work(refused) == 1


def test_settled_item_keeps_who_when_and_how(refused: Workspace) -> None:
    (found,) = desk_items(refused)
    with pytest.raises(UserError, match="控制字符"):
        settle_work_item(refused, found.item.id, "已改正\x1b[2J")
    settle_work_item(refused, found.item.id, " 已改正 ")
    assert (desk_items(refused), count_work(refused)) == ((), 0)
    (done,) = desk_items(refused, closed=True)
    assert (done.item.outcome, done.item.closed_by) == ("已改正", CLERK)
    assert done.item.closed_at is not None
    assert not done.may_be_settled
    with pytest.raises(UserError) as error:
        settle_work_item(refused, found.item.id, "长" * 600)
    assert error.value.field == "outcome"


def test_item_that_settled_itself_has_nobodys_name(exchange: Exchange, village: Workspace, tmp_path: Path) -> None:
    exchange.join(village)
    exchange.answer(village)
    other = _second_village(exchange, tmp_path)
    a_household().with_head("段有福", age=72, place=1).register_id(other)
    exchange.send(other)
    exchange.answer(village)
    (item,) = desk_items(village)
    assert item.item.kind == "double_registration"
    assert item.act is None
    assert item.person == "段有福"
    assert item.household_id == household_numbered(village, "0001").household.id
    with exchange.county.store.writing() as session:
        session.execute(RECORDS["membership"].delete().where(RECORDS["membership"].c.village == VILLAGES[1]))
    exchange.answer(village)
    (done,) = desk_items(village, closed=True)
    assert (done.item.closed_by, done.item.outcome) == ("", "")
    other.close()


def _second_village(exchange: Exchange, tmp_path: Path) -> Workspace:
    from tests.county_builders import village_at  # noqa: PLC0415 - one test needs it

    other = village_at(tmp_path / "other", VILLAGES[1], "石桥村")
    exchange.join(other, VILLAGES[1], "石桥村")
    return other


def test_refused_act_stands_among_what_is_due_and_held_ones_do_not(refused: Workspace) -> None:
    (due,) = [item for item in today(refused).items if item.record_kind == "exchange"]
    (found,) = desk_items(refused)
    assert (due.kind, due.record_id, due.overdue) == (DueKind.WORK, f"work:{found.item.id}", False)
    assert due.title == "段有福"
    assert found.item.reason in due.detail.text


def test_any_record_leads_to_its_household(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    person = file.members[0].person.id
    payment = record_contribution(
        village,
        ContributionEntry(
            person_id=person,
            insurance=Insurance.PENSION,
            year=2026,
            tier=Money.yuan(200),
            payer=Payer.SELF,
            payer_name="",
            paid_on=DAY,
            collector="何清",
        ),
    ).id
    wanted = (file.household.id, person, file.members[0].membership.id, payment, "nobody")
    with village.store.reading() as connection:
        found = households_of(connection, wanted)
    assert found == dict.fromkeys(wanted[:-1], file.household.id)


# history


def test_history_says_what_was_settled_and_what_came(refused: Workspace) -> None:
    newest, second, third = exchange_history(refused)
    assert isinstance(newest, Came)
    assert (newest.refused, newest.held, newest.notices, newest.standing) == (1, 0, 0, "admitted")
    assert isinstance(second, Sent)
    assert isinstance(third, Sent)
    assert [row.fate for row in (second, third)] == [Fate.SETTLED, Fate.SETTLED]
    assert third.first_act == 1
    assert third.acts == third.last_act
    assert (third.by, newest.by) == (CLERK, CLERK)


def test_packet_without_an_answer_is_open_and_half_settled_ones_are_told(
    exchange: Exchange, village: Workspace
) -> None:
    exchange.join(village)
    (only,) = exchange_history(village)
    assert isinstance(only, Sent)
    assert only.fate is Fate.OPEN
    exchange.answer(village)
    note(village, "一")
    exchange.round(village)
    note(village, "二")
    export_packet(village, exchange.fresh_stick())
    assert [row.fate for row in exchange_history(village) if isinstance(row, Sent)] == [
        Fate.OPEN,
        Fate.SETTLED,
        Fate.SETTLED,
    ]


def test_partly_settled_packet_says_so(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    note(village, "一")
    done = export_packet(village, exchange.fresh_stick())
    exchange.answer(village)
    newest = next(row for row in exchange_history(village) if isinstance(row, Sent))
    assert (newest.name, newest.fate) == (done.path.name, Fate.PARTLY)


def test_packet_of_an_old_copy_is_replaced(exchange: Exchange, village: Workspace, tmp_path: Path) -> None:
    exchange.join(village)
    exchange.answer(village)
    village.close()
    shutil.copytree(village.data_dir, tmp_path / "old")
    laptop = reopen(village)
    note(laptop, "甲")
    exchange.round(laptop)
    laptop.close()
    shutil.rmtree(laptop.data_dir)
    shutil.copytree(tmp_path / "old", laptop.data_dir)
    laptop = reopen(replace(laptop))
    note(laptop, "乙", "0002")
    done = exchange.round(laptop)[1]
    assert done.caught_up is not None
    rows = exchange_history(laptop)
    assert [row.fate for row in rows if isinstance(row, Sent)] == [Fate.REPLACED, Fate.SETTLED]
    (came,) = [row for row in rows if isinstance(row, Came) and row.caught_up is not None]
    assert came.caught_up == done.caught_up
    laptop.close()


def test_packet_imported_by_an_older_program_has_no_figures(refused: Workspace) -> None:
    with refused.store.writing() as connection:
        connection.exec_driver_sql("UPDATE received_packet SET account = ''")
    came = next(row for row in exchange_history(refused) if isinstance(row, Came))
    assert (came.settled, came.refused, came.caught_up) == (None, None, None)
    assert standing(refused) == "admitted", "only laptops that are admitted or revoked are answered"


def test_unsettled_village_has_no_history(village: Workspace) -> None:
    assert exchange_history(village) == ()


def test_catch_up_of_two_sticks_is_told(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    first, second = exchange.fresh_stick(), exchange.fresh_stick()
    write_answers(exchange.county, first)
    note(village, "一")
    ingest(exchange.county, export_packet(village, second).paths)
    write_answers(exchange.county, second)
    account = taking_in.take_in(village, (second, first))
    assert [each.status for each in account.files if each.status != "own"] == ["imported", "older"]


def leave(village: Workspace, kind: str, act: Act, detail: str = "") -> DeskItem:
    """Leave an item about an act and return it as the desk sees it."""
    row = WorkItemRow(
        id=f"{kind}-{act.hash[:32]}",
        kind=kind,
        subject=act.subject,
        act_hash=act.hash,
        act_number=act.number,
        act_kind=act.kind,
        reason="试",
        detail=detail,
        opened_at="2026-03-16T01:00:00.000Z",
    )
    with village.store.writing() as connection:
        work_items.add(connection, [row])
    return next(each for each in desk_items(village) if each.item.id == row.id)


def acts_of(village: Workspace) -> tuple[Act, ...]:
    with village.store.reading() as connection:
        return tuple(journal.acts(connection))


def test_place_is_where_the_act_is_done_again(village: Workspace) -> None:
    case = apply_for_dibao(village, household_numbered(village, "0001").household.id, CaseEntry(applied_on=DAY))
    change_village(village, replace(the_village(village), town="南山镇"))
    acts = acts_of(village)
    kinds = {act.kind: leave(village, "refused", act).place for act in acts}
    assert kinds["change_village"] == ("settings", "village")
    assert kinds["open_dibao_case"] == ("dibao_case", case)


def test_strange_act_is_told_from_its_own_line(village: Workspace) -> None:
    act = acts_of(village)[-1]
    strange = sealed(structs.replace(act, number=99, reason="另一份拷贝", changes=()))
    found = leave(village, "strange", strange, to_line(strange))
    assert found.act is not None
    assert found.act.reason == "另一份拷贝"


def test_offer_is_decided_by_its_own_form(village: Workspace) -> None:
    act = structs.replace(acts_of(village)[-1], hash="", subject="offer-1", number=0, kind="")
    found = leave(village, OFFER, act)
    assert (found.place, found.may_be_settled, found.act) == ((OFFER, "offer-1"), False, None)

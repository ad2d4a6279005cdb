"""The county's side: invitations, intake, answers; on SQLite and on PostgreSQL by one code."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.money import Money
from clerk_app.domain.resident_id import other_form
from clerk_app.errors import SituationError, UserError
from clerk_app.exchange import act_lines
from clerk_app.exchange import packet as packets
from clerk_app.exchange.documents import ACTS
from clerk_app.exchange.manifest import ManifestHead
from clerk_app.exchange.packet import build_packet, open_packet
from clerk_app.exchange.seal import new_signing_key
from clerk_app.services import county_intake, county_ledger
from clerk_app.services.accounts import the_village
from clerk_app.services.answers import import_packets
from clerk_app.services.contributions import ContributionEntry, record_contribution, reverse_contribution
from clerk_app.services.county import CountyEntry, admit, create_county, invite, open_county, revoke
from clerk_app.services.county_answer import VALID_DAYS, write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.county_report import report
from clerk_app.services.enrolment import enrol, enrolment
from clerk_app.services.exchange import export_packet, outbox
from clerk_app.services.households import HouseholdEntry, change_household, household_numbered
from clerk_app.services.making_ready import Maker
from clerk_app.services.people import end_membership
from clerk_app.services.verification import verify
from clerk_app.services.work import settle_work_item, work_items_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county as rows
from clerk_app.storage import county_store, unit_of_work
from clerk_app.storage.apply import knows
from clerk_app.storage.county_tables import RECORDS
from clerk_app.storage.engine import memory_engine, writing
from clerk_app.storage.record_rows import Target
from clerk_app.storage.settling import write_value
from clerk_app.storage.tables import METADATA, RECORD_TABLES
from tests.builders import CHEAP, DAY, PASSWORD, FixedClock, a_household
from tests.county_builders import VILLAGES, Exchange, new_county, reopen_county, village_at
from tests.integration.services.records import same_records, settled_acts
from tests.postgresql import Server
from tests.replaying import apply_acts


@pytest.fixture
def other(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """A second, empty village, open."""
    opened = village_at(tmp_path / "other", VILLAGES[1], "石桥村", clock)
    yield opened
    opened.close()


def note(village: Workspace, words: str) -> None:
    file = household_numbered(village, "0001")
    change_household(village, file.household.id, file.household.version, HouseholdEntry(number="0001", note=words))


# enrolment


def test_village_enrols_and_keeps_the_countys_keys(exchange: Exchange, village: Workspace) -> None:
    stick = exchange.stick()
    written = invite(exchange.county, VILLAGES[0], "清河村", stick)
    assert written.path.name.startswith(VILLAGES[0])
    done = enrol(village, stick)
    assert (done.county, done.region, done.checked) == ("姚安县", "532325", False)
    assert done.fingerprint == exchange.county.fingerprint
    assert len(done.fingerprint.split()) == 8
    assert the_village(village).county_key == exchange.county.store.county.age_recipient
    assert enrol(village, written.path, exchange.county.fingerprint.replace(" ", "")).checked
    assert enrol(village, stick).checked, "a fingerprint compared once stays compared"
    assert enrolment(village) == enrol(village, stick)


def test_wrong_fingerprint_changes_nothing(exchange: Exchange, village: Workspace) -> None:
    before = the_village(village)
    invite(exchange.county, VILLAGES[0], "清河村", exchange.stick())
    with pytest.raises(UserError, match="指纹不符") as refused:
        enrol(village, exchange.stick(), "1234 " * 8)
    assert refused.value.field == "fingerprint"
    assert (the_village(village), enrolment(village)) == (before, None)


def test_another_county_needs_its_fingerprint(exchange: Exchange, village: Workspace, tmp_path: Path) -> None:
    exchange.invite(village, VILLAGES[0], "清河村")
    second = new_county(tmp_path / "second")
    stick = exchange.fresh_stick()
    invite(second, VILLAGES[0], "清河村", stick)
    with pytest.raises(UserError, match="另一把密钥"):
        enrol(village, stick)
    assert enrol(village, stick, second.fingerprint).checked
    invite(exchange.county, VILLAGES[0], "清河村", stick)
    with pytest.raises(UserError, match="几个不同的县"):
        enrol(village, stick, second.fingerprint)
    second.close()


def test_another_county_gets_every_act_again(exchange: Exchange, village: Workspace, tmp_path: Path) -> None:
    exchange.join(village)
    every = outbox(village).acts
    exchange.answer(village)
    assert outbox(village).acts == 0
    exchange.invite(village, VILLAGES[0], "清河村")
    assert outbox(village).acts == 0, "the same county again"
    other = Exchange(new_county(tmp_path / "second"), exchange.folder)
    other.invite(village, VILLAGES[0], "清河村")
    assert outbox(village).acts == every + 1, "and the act that took the new key"
    other.send(village)
    admit(other.county, village.store.install.id)
    assert (other.answer(village).waiting, other.round(village)[1].opened) == (0, 0)
    assert same_records(other, village)
    other.county.close()


def test_invitation_that_is_damaged_or_none_at_all_is_not_called_one(
    exchange: Exchange, village: Workspace, tmp_path: Path
) -> None:
    exchange.join(village)
    written = invite(exchange.county, VILLAGES[0], "清河村", exchange.fresh_stick())
    data = written.path.read_bytes()
    damaged = exchange.fresh_stick()
    (damaged / "cut.clerk").write_bytes(data[:-9])
    (damaged / "flipped.clerk").write_bytes(data[:90] + bytes([data[90] ^ 1]) + data[91:])
    (damaged / "letter.clerk").write_bytes(b"PK\x03\x04 a workbook under another name")
    came = import_packets(village, (damaged,))
    assert [each.status for each in came] == ["refused"] * 3
    assert not any("邀请" in each.reason.text for each in came)
    (whole,) = import_packets(village, (written.path.parent,))
    assert (whole.status, "邀请" in whole.reason.text) == ("skipped", True)


def test_stick_without_our_invitation(exchange: Exchange, village: Workspace) -> None:
    with pytest.raises(UserError, match="没有找到"):
        enrol(village, exchange.stick())
    invite(exchange.county, VILLAGES[1], "石桥村", exchange.stick())
    export_packet(village, exchange.stick())
    with pytest.raises(UserError, match="给别的村"):
        enrol(village, exchange.stick())
    with pytest.raises(UserError, match="12 位"):
        invite(exchange.county, "12", "石桥村", exchange.stick())
    with pytest.raises(UserError, match="不是本县") as refused:
        invite(exchange.county, "622325100201", "石桥村", exchange.stick())
    assert refused.value.field == "village"


def test_laptop_waits_until_it_is_admitted(either: Exchange, village: Workspace) -> None:
    either.invite(village, VILLAGES[0], "清河村")
    taken = either.send(village)
    assert (taken.status, taken.held, taken.applied) == ("waiting", taken.acts, 0)
    assert enrolment(village) is not None
    assert str(getattr(enrolment(village), "own_fingerprint", "")) in taken.reason
    with pytest.raises(UserError, match="没有准入的电脑"):
        write_answers(either.county, either.fresh_stick())
    admitted = admit(either.county, village.store.install.id[-8:])
    assert admitted.standing == "admitted"
    assert same_records(either, village)
    (laptop,) = report(either.county).villages[0].laptops
    assert (laptop.applied, laptop.held, laptop.epoch, laptop.settled_to) == (taken.acts, 0, 1, taken.acts)


def test_one_laptop_a_village_is_admitted(exchange: Exchange, village: Workspace, tmp_path: Path) -> None:
    exchange.join(village)
    second = village_at(tmp_path / "second", VILLAGES[0], "清河村")
    exchange.invite(second, VILLAGES[0], "清河村")
    assert exchange.send(second).status == "waiting"
    with pytest.raises(UserError, match="已有一台"):
        admit(exchange.county, second.store.install.id)
    with pytest.raises(UserError, match="没有编号"):
        admit(exchange.county, "ffffffff")
    second.close()


# intake and answers


def test_answer_clears_the_outbox_and_nothing_else_does(either: Exchange, village: Workspace) -> None:
    either.join(village)
    assert outbox(village).acts == 6
    done = either.answer(village)
    assert (done.status, done.waiting) == ("imported", 0)
    assert outbox(village).acts == 0
    note(village, "新")
    taken = either.send(village)
    assert (taken.acts, taken.applied, taken.already) == (1, 1, 0)
    assert outbox(village).acts == 1
    either.answer(village)
    assert outbox(village).acts == 0
    assert same_records(either, village)
    empty = either.send(village)
    assert (empty.status, empty.acts) == ("taken", 0)


def test_packet_taken_twice_changes_nothing(either: Exchange, village: Workspace) -> None:
    either.join(village)
    note(village, "一")
    stick = either.fresh_stick()
    export_packet(village, stick)
    export_packet(village, stick)
    first, second = ingest(either.county, (stick,))
    assert (first.applied, first.already, second.applied, second.already) == (1, 6, 0, 7)
    again = ingest(either.county, (stick,))
    assert [(each.status, each.village_name, each.number) for each in again] == [
        ("already", "清河村", first.number),
        ("already", "清河村", second.number),
    ]
    assert same_records(either, village)


def test_t140_packet_twice_older_after_newer_and_half_copied(either: Exchange, village: Workspace) -> None:
    either.join(village)
    note(village, "一")
    older = export_packet(village, either.fresh_stick()).path
    note(village, "二")
    newer = export_packet(village, either.fresh_stick()).path
    half = either.fresh_stick() / older.name
    half.write_bytes(older.read_bytes()[: older.stat().st_size // 2])
    (cut,) = ingest(either.county, (half,))
    assert (cut.status, cut.applied, bool(cut.reason)) == ("refused", 0, True)
    assert [each.applied for each in ingest(either.county, (newer,))] == [2]
    assert [(each.status, each.applied) for each in ingest(either.county, (newer, older))] == [
        ("already", 0),
        ("taken", 0),
    ], "the older one is told apart from a copy, and takes nothing back"
    assert same_records(either, village)


def test_acts_out_of_order_wait_and_are_settled_when_the_gap_is_filled(either: Exchange, village: Workspace) -> None:
    either.join(village)
    either.answer(village)
    note(village, "一")
    first = export_packet(village, either.fresh_stick())
    note(village, "二")
    second = export_packet(village, either.fresh_stick())
    with village.store.writing() as connection:  # as if an answer had come in between
        connection.execute(text("UPDATE acknowledged SET number = 8"))
    note(village, "三")
    third = export_packet(village, either.fresh_stick())
    (held,) = ingest(either.county, (third.path,))
    assert (held.held, held.applied) == (1, 0)
    assert "第 7 号" in held.troubles[0].reason
    told = either.answer(village)
    assert (told.held, [item.kind for item in work_items_of(village)]) == (1, ["held"])
    (filled,) = ingest(either.county, (second.path,))
    assert (filled.applied, filled.late) == (2, 1)
    (known,) = ingest(either.county, (first.path,))
    assert (known.already, known.applied) == (1, 0)
    assert same_records(either, village)
    either.answer(village)
    assert work_items_of(village) == ()


def test_one_village_never_blocks_another(either: Exchange, village: Workspace, other: Workspace) -> None:
    either.join(village)
    either.join(other, VILLAGES[1], "石桥村")
    a_household().with_head(age=33, place=90).register_id(other)
    note(village, "一")
    stick = either.fresh_stick()
    bad = export_packet(village, stick).path
    bad.write_bytes(bad.read_bytes()[:-100])
    good = export_packet(other, stick).path
    by_name = {each.file: each for each in ingest(either.county, (stick,))}
    assert by_name[bad.name].status == "refused"
    assert (by_name[good.name].status, by_name[good.name].applied) == ("taken", 1)
    assert same_records(either, other)
    assert not same_records(either, village)
    stick = either.fresh_stick()
    assert len(write_answers(either.county, stick)) == 2
    assert len(write_answers(either.county, stick, VILLAGES[1])) == 1
    statuses = sorted(each.status for each in import_packets(village, (stick,)))
    assert statuses == ["imported", "skipped", "skipped"]
    with pytest.raises(UserError, match="没有邀请过"):
        write_answers(either.county, stick, VILLAGES[2])


def test_act_that_does_not_fit_is_refused_and_comes_back_as_work(
    either: Exchange, village: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    either.join(village)
    either.answer(village)
    with monkeypatch.context() as older:  # a program that did not yet look for text that not every database can hold
        older.setattr(unit_of_work, "_require_text", lambda *_: None)
        household = household_numbered(village, "0001").household.id
        written = village.store.unit_of_work("change_household", by=str(village.clerk.id), now=village.clock.now)
        with written as uow:
            uow.subject = household
            write_value(uow, "household", household, "note", "一\x00")
    a_household().with_head(age=33, place=90).register_id(village)
    taken = either.send(village)
    assert (taken.applied, taken.refused) == (1, 1)
    assert "冲突" in taken.troubles[0].reason
    done = either.answer(village)
    assert (done.refused, done.opened, outbox(village).acts) == (1, 1, 0)
    (item,) = work_items_of(village, (household_numbered(village, "0001").household.id,))
    assert (item.kind, item.act_kind, item.act_number) == ("refused", "修改住户", 7)
    assert household_numbered(village, "0001").household.note == ""
    assert same_records(either, village)
    assert verify(village).ok
    settle_work_item(village, item.id)
    either.answer(village)
    assert work_items_of(village) == ()
    with pytest.raises(UserError, match="没有编号"):
        settle_work_item(village, item.id)


def test_constraint_that_breaks_refuses_only_its_act(either: Exchange, village: Workspace) -> None:
    either.join(village)
    with either.county.store.writing() as session:
        session.execute(
            RECORDS["household"].update().values(number="0004").where(RECORDS["household"].c.number == "0001")
        )
    for place in range(90, 93):
        a_household().with_head(age=33, place=place).register_id(village)
    taken = either.send(village)
    assert (taken.applied, taken.refused) == (2, 1)
    assert "冲突" in taken.troubles[0].reason


def count_wrong(broken: pytest.MonkeyPatch) -> None:
    """Make a program that signs what it counted wrong."""
    for module in (packets, act_lines):
        broken.setattr(module, "contribution_fen", lambda acts: 7 * len(acts))


def test_signed_packet_whose_acts_belie_its_manifest_leaves_nothing(
    either: Exchange, village: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    either.join(village)
    before = report(either.county)
    note(village, "一")
    with monkeypatch.context() as broken:
        count_wrong(broken)
        done = export_packet(village, either.fresh_stick())
    (taken,) = ingest(either.county, done.paths)
    assert (taken.status, taken.applied) == ("refused", 0)
    assert "金额合计与清单不符" in taken.reason
    assert report(either.county) == before
    assert either.send(village).applied == 1
    assert same_records(either, village)


def test_failure_while_a_server_is_still_storing_gives_everything_back(
    either: Exchange, village: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    either.join(village)
    either.round(village)
    for words in "一二三":
        note(village, words)
    before = report(either.county)
    monkeypatch.setattr(act_lines, "_PORTION_BYTES", 1)  # each act is a portion
    with monkeypatch.context() as broken:
        count_wrong(broken)
        belied = export_packet(village, either.fresh_stick())
    (taken,) = ingest(either.county, belied.paths)
    assert "金额合计与清单不符" in taken.reason
    with monkeypatch.context() as broken:
        read, divisors = Maker.ready, iter((1, 1, 0))  # the third is read while the second is stored
        broken.setattr(Maker, "ready", lambda making, lines: 1 // next(divisors) and read(making, lines))
        with pytest.raises(ZeroDivisionError):
            either.send(village)
    assert report(either.county) == before
    assert either.send(village).applied == 3
    assert same_records(either, village)


def test_content_of_a_newer_program_waits(
    either: Exchange, village: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    either.join(village)
    for words in "一二三":
        note(village, words)
    # An older county: it has no households' notes from act 8 on, whether it looks at single acts or takes many in at once.
    monkeypatch.setattr(county_ledger, "knows", lambda act, target: act.number < 8 and knows(act, target))
    monkeypatch.setattr(county_ledger, "apply_all", lambda *_: False)
    taken = either.send(village)
    assert (taken.applied, taken.held) == (1, 2)
    assert {trouble.reason for trouble in taken.troubles} == {county_ledger.NEWER}
    monkeypatch.undo()
    assert either.send(village).late + either.send(village).already >= 2
    assert same_records(either, village)


def test_table_of_a_newer_program_waits_among_acts_that_follow(
    either: Exchange, village: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    either.join(village)
    either.round(village)
    note(village, "一")
    proxy(village, "0001", 2026)
    note(village, "二")
    older = {name: table for name, table in RECORDS.items() if name != "contribution"}
    monkeypatch.setattr(county_ledger, "target_of", lambda code: Target(older, {"village": code}))
    taken = either.send(village)
    assert (taken.acts, taken.applied, taken.held) == (3, 1, 2)
    assert {(trouble.state, trouble.reason) for trouble in taken.troubles} == {("held", county_ledger.NEWER)}
    monkeypatch.undo()
    assert either.send(village).applied == 2
    assert same_records(either, village)


def test_revoked_laptop_is_quarantined_and_told(either: Exchange, village: Workspace) -> None:
    either.join(village)
    either.answer(village)
    revoke(either.county, village.store.install.id)
    note(village, "一")
    taken = either.send(village)
    assert (taken.applied, taken.quarantined) == (0, 1)
    assert either.send(village).already == 1
    done = either.answer(village)
    assert "撤销" in done.reason.text
    assert outbox(village).acts == 1
    with pytest.raises(UserError, match="已被撤销"):
        admit(either.county, village.store.install.id)
    (laptop,) = report(either.county).villages[0].laptops
    assert (laptop.standing, laptop.quarantined) == ("revoked", 1)


# what only the county sees


def test_person_in_two_villages_is_told_to_both(either: Exchange, village: Workspace, other: Workspace) -> None:
    either.join(village)
    either.join(other, VILLAGES[1], "石桥村")
    a_household().with_head("段有福", age=72, place=1).register_id(other)  # the number of household 0001's head
    taken = either.send(other)
    (double,) = taken.doubles
    assert (double.kind, double.villages) == ("double_registration", VILLAGES[:2])
    for each in (village, other):
        assert either.answer(each).notices == 1
        (item,) = work_items_of(each)
        assert (item.kind, item.kind_in_words) == ("double_registration", "两村都登记")
        assert "清河村、石桥村" in item.reason
    assert len(report(either.county).doubles) == 1
    file = household_numbered(other, "0001")
    end_membership(other, file.members[0].membership.id, DAY, "迁出")
    assert either.send(other).doubles == ()
    for each in (village, other):
        assert either.answer(each).notices == 0
        assert work_items_of(each) == ()


def proxy(workspace: Workspace, number: str, year: int) -> str:
    entry = ContributionEntry(
        person_id=household_numbered(workspace, number).members[0].person.id,
        insurance=Insurance.PENSION,
        year=year,
        tier=Money.yuan(200),
        payer=Payer.PROXY,
        payer_name="县财政",
        paid_on=DAY,
        collector="何清",
    )
    return record_contribution(workspace, entry).id


def test_proxy_payment_in_two_villages_is_told_to_both(either: Exchange, village: Workspace, other: Workspace) -> None:
    either.join(village)
    either.join(other, VILLAGES[1], "石桥村")
    a_household().with_head("段有福", age=72, place=1).register_id(other)
    proxy(village, "0001", 2026)
    payment = proxy(other, "0001", 2026)
    either.send(village)
    kinds = [double.kind for double in either.send(other).doubles]
    assert kinds == ["double_registration", "double_proxy"]
    either.answer(village)
    assert "2026 年" in next(item.reason for item in work_items_of(village) if item.kind == "double_proxy")
    reverse_contribution(other, payment, "重复")
    either.send(other)
    assert [double.kind for double in report(either.county).doubles] == ["double_registration"]


@pytest.mark.parametrize("old_first", [True, False], ids=["old_first", "new_first"])
def test_person_on_paper_with_15_digits_is_met_in_the_other_village(
    either: Exchange, village: Workspace, other: Workspace, *, old_first: bool
) -> None:
    either.join(village)
    either.join(other, VILLAGES[1], "石桥村")
    new = a_household().with_head("魏山", age=72, place=60).register(other)
    number = new.members[0].person.id_number or ""
    on_paper = other_form(number)  # as it stands on paper where its 18 digits are not known yet
    old = a_household().with_head("魏山", age=72, id_number=on_paper, id_unverified=True).register(village)
    assert old.members[0].person.id_number == on_paper
    proxy(village, old.household.number, 2026)
    proxy(other, new.household.number, 2026)
    either.send(village if old_first else other)
    taken = either.send(other if old_first else village)
    assert [double.kind for double in taken.doubles] == ["double_registration", "double_proxy"]
    assert {double.id_number for double in taken.doubles} == {number}
    assert {double.villages for double in report(either.county).doubles} == {VILLAGES[:2]}
    assert len(report(either.county).doubles) == 2
    for each in (village, other):
        assert either.answer(each).notices == 2
        assert {item.kind for item in work_items_of(each)} == {"double_registration", "double_proxy"}


# what is refused whole


def refused(exchange: Exchange, path: Path) -> str:
    (taken,) = ingest(exchange.county, (path,))
    assert taken.status == "refused"
    return taken.reason


def test_packet_of_a_village_that_was_not_invited(exchange: Exchange, village: Workspace, other: Workspace) -> None:
    exchange.invite(village, VILLAGES[0], "清河村")
    stick = exchange.fresh_stick()
    invite(exchange.county, VILLAGES[1], "石桥村", stick)
    enrol(other, stick)
    with exchange.county.store.writing() as session:
        session.execute(text(f"DELETE FROM county_village WHERE code = '{VILLAGES[1]}'"))
    assert "没有邀请过" in refused(exchange, export_packet(other, exchange.fresh_stick()).path)


def test_packet_signed_by_another_key_under_a_known_id(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    note(village, "一")
    thief = replace(
        village, store=replace(village.store, install=replace(village.store.install, signing_key=new_signing_key()))
    )
    assert "冒充" in refused(exchange, export_packet(thief, exchange.fresh_stick()).path)
    assert same_records(exchange, village) is False
    assert exchange.send(village).applied == 1


def test_packets_that_are_not_for_the_county(exchange: Exchange, village: Workspace, tmp_path: Path) -> None:
    exchange.join(village)
    stick = exchange.fresh_stick()
    invite(exchange.county, VILLAGES[0], "清河村", stick)
    write_answers(exchange.county, stick)
    (stick / "letter.clerk").write_text("dear county")
    statuses = {each.file: each.status for each in ingest(exchange.county, (stick,))}
    assert sorted(statuses.values()) == ["refused", "skipped", "skipped"]
    assert statuses["letter.clerk"] == "refused"
    told = [refused(exchange, stick / name) for name, status in statuses.items() if status == "skipped"]
    assert sorted(reason[:4] for reason in told) == ["打不开：", "这是邀请"]
    with pytest.raises(UserError, match="找不到"):
        ingest(exchange.county, (tmp_path / "nothing",))


def test_packet_of_another_kind(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    install = village.store.install
    head = ManifestHead(
        kind="survey",
        village_code=VILLAGES[0],
        village_name="清河村",
        install=install.id,
        epoch=1,
        number=9,
        state_digest="0" * 64,
        packs={},
        program="9",
        created_at="2026-03-16T01:00:00Z",
    )
    recipient = (exchange.county.store.county.age_recipient,)
    for kind, said in (("survey", "种类 survey"), (ACTS, "看不懂")):
        packet = build_packet(replace(head, kind=kind), (), {}, install.signing_key, recipient)
        (exchange.stick() / "x.clerk").write_bytes(packet.data)
        assert said in refused(exchange, exchange.stick() / "x.clerk")


def test_epoch_that_stands_on_something_else_is_kept_apart(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    note(village, "一")
    with village.store.writing() as connection:
        connection.execute(
            text("INSERT INTO install_epoch VALUES (:i, 1, :i, 1, 1, :h, 'x')"),
            {"i": village.store.install.id, "h": "ab" * 32},
        )
    taken = exchange.send(village)
    assert (taken.applied, taken.forked, taken.already) == (0, 1, 6)


# answers that are refused


def test_answers_in_any_order_only_the_newest_counts(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    first, second = (write_answers(exchange.county, exchange.fresh_stick())[0].path for _ in range(2))
    note(village, "一")
    (done,) = import_packets(village, (second,))
    assert (done.status, done.waiting) == ("imported", 1)
    (again,) = import_packets(village, (second,))
    assert again.status == "already"
    (older,) = import_packets(village, (first,))
    assert older.status == "refused"
    assert "不比已导入的第 3 号新" in older.reason.text
    shutil.copy(first, exchange.stick())
    assert [each.status for each in import_packets(village, (exchange.stick(),))] == ["older"]


def test_expired_answer_is_refused(exchange: Exchange, village: Workspace, clock: FixedClock) -> None:
    exchange.join(village)
    answer = write_answers(exchange.county, exchange.stick())[0].path
    clock.day = DAY + timedelta(days=VALID_DAYS + 1)
    (done,) = import_packets(village, (answer,))
    assert done.status == "refused"
    assert "过期" in done.reason.text
    clock.day = DAY + timedelta(days=VALID_DAYS - 1)
    assert import_packets(village, (answer,))[0].status == "imported"
    clock.day = DAY + timedelta(days=VALID_DAYS + 1)
    assert import_packets(village, (answer,))[0].status == "already"


def test_answer_of_another_county_is_refused(exchange: Exchange, village: Workspace, tmp_path: Path) -> None:
    exchange.join(village)
    second = new_county(tmp_path / "second")
    stranger = Exchange(second, exchange.folder)
    invite(second, VILLAGES[0], "清河村", exchange.fresh_stick())
    with exchange.county.store.reading() as session:
        known = rows.install(session, village.store.install.id)
    assert known is not None
    with second.store.writing() as session:
        rows.add_install(session, known)
    answer = write_answers(second, stranger.fresh_stick())[0].path
    (done,) = import_packets(village, (answer,))
    assert done.status == "refused"
    assert "不认识" in done.reason.text
    assert second.fingerprint in done.reason.text
    second.close()


def test_cut_answer_and_wrong_key_are_refused(exchange: Exchange, village: Workspace, other: Workspace) -> None:
    exchange.join(village)
    exchange.join(other, VILLAGES[1], "石桥村")
    answer = write_answers(exchange.county, exchange.stick(), VILLAGES[0])[0].path
    (wrong,) = import_packets(other, (answer,))
    assert "不是封给本单位" in wrong.reason.text
    answer.write_bytes(answer.read_bytes()[:-40])
    (cut,) = import_packets(village, (answer,))
    assert (cut.status, outbox(village).acts) == ("refused", 6)


def test_own_packets_and_invitations_on_the_stick_are_passed_over(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    stick = exchange.fresh_stick()
    export_packet(village, stick)
    invite(exchange.county, VILLAGES[0], "清河村", stick)
    assert sorted(each.status for each in import_packets(village, (stick,))) == ["own", "skipped"]
    assert import_packets(village, (exchange.fresh_stick(),)) == ()


def test_import_before_the_enrolment(exchange: Exchange, village: Workspace) -> None:
    with pytest.raises(UserError, match="clerk enrol"):
        import_packets(village, (exchange.stick(),))


# the folder


def test_county_opens_again_with_its_password(either: Exchange, village: Workspace) -> None:
    either.join(village)
    county = reopen_county(either.county)
    assert report(county).villages[0].laptops[0].applied == 6
    assert county.clerk == "县级管理员"
    county.close()
    with pytest.raises(UserError, match="密码不对"):
        open_county(county.data_dir, PASSWORD + "x", county.clock)


def test_nothing_of_the_county_lies_open_in_its_folder(exchange: Exchange, village: Workspace) -> None:
    exchange.join(village)
    exchange.county.close()
    for path in exchange.county.data_dir.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert "段有福".encode() not in data
            assert exchange.county.store.county.age_secret.encode() not in data


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (CountyEntry(region="53", name="姚安县"), "region"),
        (CountyEntry(region="532325", name=" "), "name"),
        (CountyEntry(region="532325", name="姚安县", database="mysql://x"), "database"),
        (CountyEntry(region="532325", name="姚安县", database="not an address"), "database"),
    ],
)
def test_wrong_entry_leaves_no_folder(tmp_path: Path, clock: FixedClock, entry: CountyEntry, field: str) -> None:
    with pytest.raises(UserError) as wrong:
        create_county(tmp_path / "county", entry, PASSWORD, clock, parameters=CHEAP)
    assert wrong.value.field == field
    assert not (tmp_path / "county").exists()


def test_folder_or_database_in_use_is_left_alone(
    exchange: Exchange, village: Workspace, tmp_path: Path, clock: FixedClock, postgresql: object
) -> None:
    entry = CountyEntry(region="532325", name="姚安县")
    for folder in (exchange.county.data_dir, village.data_dir):
        with pytest.raises(SituationError, match="已经有数据"):
            create_county(folder, entry, PASSWORD, clock, parameters=CHEAP)
    database = postgresql.new_database()  # type: ignore[attr-defined]
    new_county(tmp_path / "first", database=database).close()
    with pytest.raises(SituationError, match="已经有县级数据"):
        create_county(tmp_path / "second", replace(entry, database=database), PASSWORD, clock, parameters=CHEAP)
    assert not (tmp_path / "second").exists()
    gone = database.replace("/county", "/nothing")
    with pytest.raises(SituationError, match="连不上"):
        create_county(tmp_path / "second", replace(entry, database=gone), PASSWORD, clock, parameters=CHEAP)


def test_server_packs_long_texts_quickly(postgresql: Server, tmp_path: Path) -> None:
    county = new_county(tmp_path / "county", database=postgresql.new_database())
    with county.store.reading() as connection:
        assert connection.exec_driver_sql("SHOW default_toast_compression").scalar_one() == "lz4"
    county.close()


def test_server_whose_encoding_lacks_characters_is_refused_at_the_start_and_told_later(
    postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = postgresql.new_database("EUC_CN")
    with pytest.raises(UserError, match="EUC_CN，生僻字存不进去") as refused:
        new_county(tmp_path / "county", database=database)
    assert refused.value.field == "database"
    assert not (tmp_path / "county").exists()
    monkeypatch.setattr(county_store, "_ENCODING", "EUC_CN")  # a county made by a program that did not look
    county = new_county(tmp_path / "county", database=database)
    for name, told in (("清河村", ""), ("罗𬭎村", "不能保存的字符")):
        with pytest.raises(UserError, match=told) if told else nullcontext(), county.store.writing() as session:
            rows.put_village(session, rows.VillageRow(code=name, name=name, invited_at="", invited_by=""))
    with county.store.reading() as session:
        assert [village.name for village in rows.villages(session)] == ["清河村"]
    county.close()


def test_folder_without_its_database_or_with_anothers(
    exchange: Exchange, village: Workspace, clock: FixedClock
) -> None:
    village.close()
    with pytest.raises(UserError, match="不是县级的"):
        open_county(village.data_dir, PASSWORD, clock)
    with exchange.county.store.writing() as session:
        session.execute(text("UPDATE county_state SET schema_version = 99"))
    with pytest.raises(SituationError, match="更新版本"):
        reopen_county(exchange.county)
    with exchange.county.store.writing() as session:
        session.execute(text("UPDATE county_state SET county = 'another'"))
    with pytest.raises(SituationError, match="不是这个县"):
        open_county(exchange.county.data_dir, PASSWORD, clock)


def test_replay_of_what_was_settled_gives_the_countys_records(either: Exchange, village: Workspace) -> None:
    either.join(village)
    for words in "一二三":
        note(village, words)
    either.send(village)
    engine = memory_engine()
    with either.county.store.reading() as session, writing(engine) as replayed:
        METADATA.create_all(replayed)
        settled = settled_acts(session, VILLAGES[0])
        apply_acts(replayed, [kept.act for kept in settled if kept.state == rows.APPLIED])
        for table in RECORD_TABLES:
            copy = RECORDS[table.name]
            names = table.c.keys()
            there = session.execute(select(*(copy.c[name] for name in names))).all()
            assert sorted(map(repr, there)) == sorted(map(repr, replayed.execute(select(table)).all()))
    engine.dispose()
    assert [kept.act.number for kept in settled] == list(range(1, 10))


def test_many_acts_go_in_at_once_and_one_that_does_not_fit_is_still_found(either: Exchange, village: Workspace) -> None:
    either.join(village)
    with either.county.store.writing() as session:
        session.execute(
            RECORDS["household"].update().values(number="0020").where(RECORDS["household"].c.number == "0002")
        )
    for place in range(90, 120):
        a_household().with_head(age=33, place=place).register_id(village)
    taken = either.send(village)
    assert (taken.applied, taken.refused) == (29, 1)
    assert [trouble.number for trouble in taken.troubles] == [23]


def test_packet_that_another_process_took_in_meanwhile_is_known(
    exchange: Exchange, village: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange.invite(village, VILLAGES[0], "清河村")
    done = export_packet(village, exchange.fresh_stick())
    opened = open_packet

    def open_late(*asked: Any, **how: Any) -> Any:
        monkeypatch.setattr(county_intake, "open_packet", opened)
        assert [each.status for each in ingest(exchange.county, done.paths)] == ["waiting"]
        return opened(*asked, **how)

    monkeypatch.setattr(county_intake, "open_packet", open_late)
    (taken,) = ingest(exchange.county, done.paths)
    assert (taken.status, taken.held) == ("already", 0)
    assert report(exchange.county).villages[0].packets == 1

"""A long packet is read ahead by another process: what it makes ready is what this one would have made, and nothing wrong passes by it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest
from msgspec import structs

from clerk_app.domain.act import Act, act_hash, to_line
from clerk_app.exchange import act_lines
from clerk_app.exchange import packet as packets
from clerk_app.exchange.packet import Packet, open_packet
from clerk_app.services import county_portions
from clerk_app.services.accounts import the_village
from clerk_app.services.county_intake import ingest
from clerk_app.services.county_portions import maker, portions_of
from clerk_app.services.county_report import report
from clerk_app.services.exchange import export_packet
from clerk_app.services.households import HouseholdEntry, change_household, household_numbered
from clerk_app.services.making_ready import Maker, from_plain_values
from clerk_app.services.reading_ahead import ReadingAhead
from clerk_app.services.workspace import Workspace
from clerk_app.storage.act_rows import row_of
from tests.builders import a_household
from tests.county_builders import VILLAGES, Exchange
from tests.integration.services.records import same_records, settled_acts

AS_ROWS, AS_LINES = (maker(as_lines=as_lines) for as_lines in (False, True))


def note(village: Workspace, *words: str) -> None:
    for each in words:
        file = household_numbered(village, "0001")
        change_household(village, file.household.id, file.household.version, HouseholdEntry(number="0001", note=each))


@pytest.fixture
def packet(exchange: Exchange, village: Workspace) -> Packet:
    """What a village sends first: households with people, and changes of them."""
    exchange.invite(village, VILLAGES[0], "清河村")
    note(village, "一", "二")
    a_household().with_head(age=33, place=90).register_id(village)
    done = export_packet(village, exchange.fresh_stick())
    return open_packet(done.path.read_bytes(), (exchange.county.store.county.age_secret,), None, acts_later=True)


@pytest.fixture
def read_by_another(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Have every packet read ahead by another process, an act at a time; return the sizes of what comes from it."""
    came: list[int] = []
    begin, take = ReadingAhead.begin_when_ready, ReadingAhead.next

    def begin_when_it_is(ahead: ReadingAhead, text: bytes, spans: list[tuple[int, int]]) -> None:
        if ahead._process is not None and ahead._feeder is None:
            ahead._results.poll(60)
        begin(ahead, text, spans)

    def taken(ahead: ReadingAhead) -> bytes | None:
        result = take(ahead)
        came.extend([] if result is None else [len(result)])
        return result

    monkeypatch.setattr(county_portions, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(act_lines, "_PORTION_BYTES", 1)
    monkeypatch.setattr(ReadingAhead, "begin_when_ready", begin_when_it_is)
    monkeypatch.setattr(ReadingAhead, "next", taken)
    return came


def lines_of(*acts: Act) -> bytes:
    return "".join(to_line(act) + "\n" for act in acts).encode()


def test_ready_acts_hold_what_is_kept_of_each_and_what_it_does(packet: Packet) -> None:
    acts = tuple(packet.acts)
    ready = AS_ROWS.ready(packet.acts.text)
    assert ready is not None
    assert (ready.stretch.number, ready.stretch.hash) == (acts[-1].number, acts[-1].hash)
    assert ready.kept == [row_of(act) for act in acts]
    assert ready.hashes == [act.hash for act in acts]
    alone = [step for step in ready.steps if isinstance(step, Act)]
    brought = [
        (table, each) for step in ready.steps if not isinstance(step, Act) for table in step for each in step[table]
    ]
    assert all(step in acts for step in alone)
    others = [act for act in acts if act not in alone]
    assert alone
    assert others
    assert set(brought) == {(each.table, each.id) for act in others for each in act.changes}
    assert len(set(brought)) == len(brought)
    assert ready.touched.people == {each.id for act in acts for each in act.changes if each.table == "person"}


@pytest.mark.parametrize("making", [AS_ROWS, AS_LINES])
def test_ready_acts_pass_from_process_to_process_unchanged(packet: Packet, making: Maker) -> None:
    here, there = making.ready(packet.acts.text), from_plain_values(making.in_plain_values(packet.acts.text))
    assert here is not None
    assert there is not None
    assert there[:-1] == here[:-1]
    assert vars(there.touched) == vars(here.touched)


def test_other_process_begins_without_what_it_does_not_need() -> None:
    work = pickle.dumps(AS_LINES.in_plain_values)
    script = "import pickle, sys; pickle.load(sys.stdin.buffer); print(*sys.modules)"
    known = subprocess.run([sys.executable, "-c", script], input=work, capture_output=True, check=True).stdout.split()
    assert b"clerk_app.services.making_ready" in known
    assert not {b"sqlalchemy", b"psycopg", b"PySide6", b"cryptography"} & set(known)


def test_wrong_lines_are_not_made_ready(packet: Packet) -> None:
    first, second, third, *_ = packet.acts
    changed = lines_of(first, second).replace("清河".encode(), "青河".encode()).replace(b"0001", b"0002")
    for text in (b"\xff\n", b"{}\n", changed, lines_of(first, third), lines_of(second, first), b""):
        assert AS_ROWS.ready(text) is None, text[:40]
        assert AS_ROWS.in_plain_values(text) == b""
    assert from_plain_values(b"") is None


def test_act_without_changes_passes_as_itself() -> None:
    act = Act(install="i", epoch=1, number=1, id="1", at="", by="", kind="k", previous="0" * 64)
    act = structs.replace(act, hash=act_hash(act))
    ready = from_plain_values(AS_ROWS.in_plain_values(lines_of(act)))
    assert ready is not None
    assert ready.kept == [row_of(act)]


def test_portions_are_the_acts_of_the_packet(packet: Packet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(act_lines, "_PORTION_BYTES", 1)
    portions = list(portions_of(packet.acts, ReadingAhead(None), AS_ROWS))
    assert [act for portion in portions for act in portion.acts()] == list(packet.acts)
    assert all(portion.ready is not None for portion in portions)


def test_packet_read_ahead_comes_to_the_same(either: Exchange, village: Workspace, read_by_another: list[int]) -> None:
    either.join(village)
    either.round(village)
    note(village, "三", "四", "五")
    a_household().with_head(age=33, place=90).register_id(village)
    before = len(read_by_another)
    assert before
    taken = either.send(village)
    assert (taken.acts, taken.applied) == (4, 4)
    assert read_by_another[before:]
    assert all(read_by_another)
    assert same_records(either, village)
    with either.county.store.reading() as session:
        assert [kept.state for kept in settled_acts(session, the_village(village).code)] == ["applied"] * 10


def test_wrong_line_is_told_though_another_process_read_it(
    either: Exchange, village: Workspace, read_by_another: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    either.join(village)
    before = report(either.county)
    note(village, "三", "四", "五")
    with monkeypatch.context() as broken:  # a program that signs what it hashed wrong
        broken.setattr(packets, "is_line_of_its_hash", lambda *_: True)
        broken.setattr(packets, "line_bytes", lambda act: to_line(act).replace("四", "肆").encode())
        done = export_packet(village, either.fresh_stick())
    (taken,) = ingest(either.county, done.paths)
    assert taken.status == "refused"
    assert "与它的校验值不符" in taken.reason
    assert 0 in read_by_another
    assert report(either.county) == before


def test_machine_with_one_processor_reads_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(county_portions, "_WORTH_A_PROCESS", 1)
    for processors, starts in ((1, False), (None, False), (2, True)):
        monkeypatch.setattr(os, "cpu_count", lambda count=processors: count)
        with county_portions.reading_ahead(b"12", AS_ROWS) as ahead:
            assert (ahead._process is not None) is starts
    monkeypatch.setattr(county_portions, "_WORTH_A_PROCESS", 3)
    with county_portions.reading_ahead(b"12", AS_ROWS) as ahead:
        assert ahead._process is None

"""Villages, a county and sticks that go wrong in every way at once: after quiet both sides agree and nothing is lost unseen."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk_app.errors import ClerkError
from clerk_app.services.accounts import sign_in
from clerk_app.services.answers import import_packets
from clerk_app.services.county import admit, invite, open_county
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.enrolment import enrol
from clerk_app.services.exchange import export_packet, outbox
from clerk_app.services.households import HouseholdEntry, change_household, list_households, open_household, search
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county as rows
from clerk_app.storage import peer
from clerk_app.storage.apply import apply_acts
from clerk_app.storage.engine import memory_engine, writing
from clerk_app.storage.packets import state_digest
from clerk_app.storage.tables import METADATA
from tests.builders import PASSWORD, FixedClock, a_household
from tests.county_builders import VILLAGES, Exchange, new_county, village_at
from tests.integration.services.records import same_records

_NAMES: Final = "甲乙丙丁戊己庚辛壬癸"
STEPS: Final = (
    "act", "act", "act", "edit", "edit", "export", "export", "export", "ingest", "ingest", "answer", "answer", "import",
    "import", "drop", "double", "cut", "alter", "copy laptop", "restore laptop", "copy county", "restore county",
)  # fmt: skip


@dataclass(slots=True)
class World:
    """Everything there is, in one folder; what a clerk did is remembered as tokens by village."""

    folder: Path
    exchange: Exchange
    villages: list[Workspace]
    clock: FixedClock
    made: int = 0
    settled: dict[int, set[str]] = field(default_factory=dict)
    county_restored: bool = False

    @property
    def stick(self) -> Path:
        return self.exchange.stick("the-stick")

    def packets(self) -> list[Path]:
        return sorted(path for path in self.stick.iterdir() if path.suffix == ".clerk")

    def step(self, what: str, random: Random) -> None:
        place = random.randrange(len(self.villages))
        packets = self.packets()
        packet = random.choice(packets) if packets else None
        match what:
            case "act":
                self.act(place)
            case "edit":
                self.edit(place, random)
            case "export":
                export_packet(self.villages[place], self.stick)
            case "ingest":
                some = random.sample(packets, random.randint(0, len(packets)))
                ingest(self.exchange.county, some)
                self.note_settled()
            case "answer":
                write_answers(self.exchange.county, self.stick)
            case "import":
                import_packets(self.villages[place], random.sample(packets, random.randint(0, len(packets))))
            case "copy laptop" | "restore laptop":
                self.laptop(what, place)
            case "copy county" | "restore county":
                self.county(what)
            case _ if packet is not None:
                spoil(packet, what, random)

    def act(self, place: int) -> None:
        self.made += 1
        name = f"{_NAMES[self.made % 10]}{_NAMES[self.made // 10 % 10]}{self.made}"
        a_household().with_head(name, age=20 + self.made // 400, place=self.made % 400 + 10).register_id(
            self.villages[place]
        )

    def edit(self, place: int, random: Random) -> None:
        village = self.villages[place]
        households = list_households(village)
        if households:
            household = open_household(village, random.choice(households).id).household
            self.made += 1
            entry = HouseholdEntry(number=household.number, group=household.group, note=f"记{self.made}")
            change_household(village, household.id, household.version, entry)

    def laptop(self, what: str, place: int) -> None:
        village = self.villages[place]
        copy = self.folder / f"laptop-{place}"
        if what == "restore laptop" and not copy.exists():
            return
        village.close()
        source, target = (village.data_dir, copy) if what == "copy laptop" else (copy, village.data_dir)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
        self.villages[place] = sign_in(village.data_dir, PASSWORD, self.clock)

    def county(self, what: str) -> None:
        county = self.exchange.county
        copy = self.folder / "county-copy"
        if what == "restore county" and not copy.exists():
            return
        county.close()
        source, target = (county.data_dir, copy) if what == "copy county" else (copy, county.data_dir)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
        self.exchange = Exchange(open_county(county.data_dir, PASSWORD, self.clock), self.exchange.folder)
        self.county_restored = self.county_restored or what == "restore county"

    def note_settled(self) -> None:
        """Remember whose registration the county has settled: none of them may be gone at the end."""
        for place, _ in enumerate(self.villages):
            with self.exchange.county.store.reading() as session:
                settled = rows.settled_acts(session, VILLAGES[place])
                names = {
                    str(change.after["name"])
                    for kept in settled
                    if kept.state == rows.APPLIED
                    for change in kept.act.changes
                    if change.table == "person" and change.base == 0
                }
            self.settled.setdefault(place, set()).update(names)

    def calm(self) -> None:
        """Carry fresh sticks until nothing moves."""
        for _ in range(8):
            for village in self.villages:
                self.exchange.round(village)
            if all(outbox(village).acts == 0 for village in self.villages):
                break
        self.note_settled()

    def close(self) -> None:
        for village in self.villages:
            village.close()
        self.exchange.county.close()


def spoil(packet: Path, how: str, random: Random) -> None:
    data = packet.read_bytes()
    if how == "drop":
        packet.unlink()
    elif how == "double":
        packet.with_name(f"double-of-{packet.name}").write_bytes(data)
    elif how == "cut":
        packet.write_bytes(data[: random.randrange(len(data))])
    else:
        at = random.randrange(len(data)) if data else 0
        packet.write_bytes(data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :] if data else b"")


def world(folder: Path) -> World:
    clock = FixedClock()
    (folder / "sticks").mkdir()
    exchange = Exchange(new_county(folder / "county", clock=clock), folder / "sticks")
    villages = []
    for code, name in zip(VILLAGES[:2], ("清河村", "石桥村"), strict=True):
        village = village_at(folder / code, code, name, clock)
        stick = exchange.fresh_stick()
        invite(exchange.county, code, name, stick)
        enrol(village, stick, exchange.county.fingerprint)
        exchange.send(village)
        admit(exchange.county, village.store.install.id)
        exchange.answer(village)
        villages.append(village)
    return World(folder, exchange, villages, clock)


@pytest.fixture(scope="module")
def at_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A county with two enrolled villages, closed, to copy from."""
    folder = tmp_path_factory.mktemp("start") / "world"
    folder.mkdir()
    world(folder).close()
    return folder


def opened(start: Path, folder: Path) -> World:
    shutil.copytree(start, folder, dirs_exist_ok=True)
    clock = FixedClock()
    exchange = Exchange(open_county(folder / "county", PASSWORD, clock), folder / "sticks")
    return World(folder, exchange, [sign_in(folder / code, PASSWORD, clock) for code in VILLAGES[:2]], clock)


def play(start: Path, steps: list[str], seed: int) -> None:
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        there = opened(start, Path(folder))
        try:
            for what in steps:
                there.step(what, random)
                nothing_acknowledged_is_missing(there)
            there.calm()
            check_quiet(there)
        finally:
            there.close()


def nothing_acknowledged_is_missing(there: World) -> None:
    """What a village no longer sends is settled at the county, unless the county itself was put back since."""
    if there.county_restored:
        return
    for place, village in enumerate(there.villages):
        install = village.store.install.id
        with village.store.reading() as own, there.exchange.county.store.reading() as session:
            epochs = rows.epochs(session, install)
            for epoch, number in peer.acknowledged(own, install).items():
                assert epochs[epoch].number >= number, (place, epoch, number)


def check_quiet(there: World) -> None:
    for place, village in enumerate(there.villages):
        assert outbox(village).acts == 0
        assert verify(village).ok, verify(village).checks
        assert same_records(there.exchange, village)
        told = {item.act_number for item in work_items_of(village)}
        with there.exchange.county.store.reading() as session:
            replays(there, session, village, place)
        if not there.county_restored:
            lost = [name for name in there.settled.get(place, ()) if not search(village, name)]
            assert not lost or told, lost


def replays(there: World, session: rows.Session, village: Workspace, place: int) -> None:
    """The county's state is the fold of the acts it accepted, each of them once."""
    applied = [kept.act for kept in rows.settled_acts(session, VILLAGES[place]) if kept.state == rows.APPLIED]
    assert len({(act.install, act.epoch, act.number) for act in applied}) == len(applied)
    engine = memory_engine()
    try:
        with writing(engine) as replayed, village.store.reading() as own:
            METADATA.create_all(replayed)
            apply_acts(replayed, applied)
            assert state_digest(replayed) == state_digest(own)
    finally:
        engine.dispose()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(steps=st.lists(st.sampled_from(STEPS), min_size=10, max_size=40), seed=st.integers(0, 10**6))
def test_villages_and_county_agree_after_quiet(at_start: Path, steps: list[str], seed: int) -> None:
    play(at_start, steps, seed)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.sampled_from(STEPS), min_size=20, max_size=80), seed=st.integers(0, 10**6))
def test_villages_and_county_agree_after_quiet_in_long_lives(at_start: Path, steps: list[str], seed: int) -> None:
    play(at_start, steps, seed)


def test_steps_of_the_simulation_are_all_known(at_start: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        there = opened(at_start, Path(folder))
        random = Random(3)
        for what in ("act", "edit", "export", *dict.fromkeys(STEPS)):
            try:
                there.step(what, random)
            except ClerkError as error:
                pytest.fail(f"{what}: {error.message}")
        there.close()

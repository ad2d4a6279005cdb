"""Villages, a county and sticks that go wrong in every way at once: after quiet both sides agree and nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk_app.errors import ClerkError
from clerk_app.services.answers import import_packets
from clerk_app.services.county import admit, invite
from clerk_app.services.county_intake import ingest
from clerk_app.services.enrolment import enrol
from clerk_app.services.exchange import outbox
from clerk_app.services.households import HouseholdEntry, change_household, list_households, open_household, search
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county as rows
from clerk_app.storage import peer
from clerk_app.storage.engine import memory_engine, writing
from clerk_app.storage.packets import state_digest
from clerk_app.storage.tables import METADATA
from tests.builders import FixedClock, a_household
from tests.county_builders import VILLAGES, Exchange, new_county, village_at
from tests.integration.services.records import same_records, settled_acts
from tests.integration.services.worlds import Surroundings, at_rest, check_publications, opened, play
from tests.replaying import apply_acts

_NAMES: Final = "甲乙丙丁戊己庚辛壬癸"
STEPS: Final = (
    "act", "act", "act", "edit", "edit", "export", "export", "export", "ingest", "ingest", "answer", "answer", "import",
    "import", "drop", "double", "cut", "alter", "copy laptop", "restore laptop", "copy county", "restore county", "publish",
    "publish", "withdraw",
)  # fmt: skip


@dataclass(slots=True)
class World(Surroundings):
    """A county and its villages with a laptop each; the names that the county settled are remembered by village."""

    settled: dict[int, set[str]] = field(default_factory=dict)

    def step(self, what: str, random: Random) -> None:
        place = random.randrange(len(self.laptops))
        doings: dict[str, Callable[[], object]] = {
            "act": lambda: self.act(place),
            "edit": lambda: self.edit(place, random),
            "export": lambda: self.export(place),
            "ingest": lambda: self.ingest(random),
            "answer": self.answer,
            "publish": lambda: self.publish(random),
            "withdraw": lambda: self.withdraw(random),
            "import": lambda: import_packets(self.laptops[place], self.some(random)),
            "copy laptop": lambda: self.copy_laptop(place),
            "restore laptop": lambda: self.restore_laptop(place),
            "copy county": self.copy_county,
            "restore county": self.restore_county,
        }
        doings.get(what, lambda: self.spoil(what, random))()

    def ingest(self, random: Random) -> None:
        self.confirm(ingest(self.exchange.county, self.some(random)))
        self.note_settled()

    def act(self, place: int) -> None:
        self.made += 1
        name = f"{_NAMES[self.made % 10]}{_NAMES[self.made // 10 % 10]}{self.made}"
        a_household().with_head(name, age=20 + self.made // 400, place=self.made % 400 + 10).register_id(
            self.laptops[place]
        )

    def edit(self, place: int, random: Random) -> None:
        village = self.laptops[place]
        households = list_households(village)
        if households:
            household = open_household(village, random.choice(households).id).household
            self.made += 1
            entry = HouseholdEntry(number=household.number, group=household.group, note=f"记{self.made}")
            change_household(village, household.id, household.version, entry)

    def note_settled(self) -> None:
        """Remember whose registration the county has settled: none of them may be gone at the end."""
        for place, _ in enumerate(self.laptops):
            with self.exchange.county.store.reading() as session:
                settled = settled_acts(session, VILLAGES[place])
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
        for count in range(8):
            for village in self.laptops:
                self.exchange.round(village)
            if count > 1 and all(outbox(village).acts == 0 for village in self.laptops):
                break
        self.note_settled()


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
    return World(folder, exchange, clock, villages)


@pytest.fixture(scope="module")
def at_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A county with two enrolled villages, closed, to copy from."""
    return at_rest(tmp_path_factory.mktemp("start") / "world", world)


def here(start: Path) -> Callable[[Path], World]:
    return lambda folder: opened(start, folder, VILLAGES[:2], World)


def live(steps: list[str], seed: int) -> Callable[[World], None]:
    random = Random(seed)

    def through(there: World) -> None:
        for what in steps:
            there.step(what, random)
            nothing_acknowledged_is_missing(there)
        there.calm()
        check_quiet(there)

    return through


def nothing_acknowledged_is_missing(there: World) -> None:
    """What a village no longer sends is settled at the county, unless the county itself was put back since."""
    if there.county_restored:
        return
    for place, village in enumerate(there.laptops):
        install = village.store.install.id
        with village.store.reading() as own, there.exchange.county.store.reading() as session:
            epochs = rows.epochs(session, install)
            for epoch, number in peer.acknowledged(own, install).items():
                assert epochs[epoch].number >= number, (place, epoch, number)


def check_quiet(there: World) -> None:
    check_publications(there, there.laptops)
    for place, village in enumerate(there.laptops):
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
    applied = [kept.act for kept in settled_acts(session, VILLAGES[place]) if kept.state == rows.APPLIED]
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
    play(here(at_start), live(steps, seed))


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.sampled_from(STEPS), min_size=20, max_size=80), seed=st.integers(0, 10**6))
def test_villages_and_county_agree_after_quiet_in_long_lives(at_start: Path, steps: list[str], seed: int) -> None:
    play(here(at_start), live(steps, seed))


def test_steps_of_the_simulation_are_all_known(at_start: Path) -> None:
    play(here(at_start), each_step)


def each_step(there: World) -> None:
    random = Random(3)
    for what in ("act", "edit", "export", *dict.fromkeys(STEPS)):
        try:
            there.step(what, random)
        except ClerkError as error:
            pytest.fail(f"{what}: {error.message}")

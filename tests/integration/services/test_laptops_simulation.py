"""A village with several laptops while everything goes wrong: after quiet all have the same records and no value is lost unseen."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from clerk_app.errors import ClerkError, UserError
from clerk_app.services.accounts import create_village, sign_in
from clerk_app.services.answers import import_packets
from clerk_app.services.conflicts import conflicts, settle_conflict
from clerk_app.services.county import admit, revoke
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.exchange import outbox
from clerk_app.services.households import HouseholdEntry, change_household, list_households, open_household
from clerk_app.services.identity import renew_identity
from clerk_app.services.people import change_person, change_relation, end_membership
from clerk_app.services.verification import verify
from clerk_app.services.work import work_items_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county as rows
from clerk_app.storage import journal, packets
from tests.builders import CHEAP, DAY, PASSWORD, VILLAGE, FixedClock, a_household
from tests.county_builders import VILLAGES, Exchange, new_county
from tests.integration.services.records import same_records, settled_acts
from tests.integration.services.worlds import Surroundings, at_rest, check_publications, opened, play

STEPS: Final = (
    "register", "register", "register alike", "note", "note", "note", "phone", "phone", "person", "end", "relation", "settle",
    "settle", "export", "export", "export", "export", "ingest", "ingest", "ingest", "answer", "answer", "import",
    "import", "import", "drop", "double", "cut", "copy laptop", "restore laptop", "copy county", "restore county",
    "join", "renew", "revoke", "carry", "carry", "carry", "carry", "note", "end", "settle", "settle",
    "publish", "publish", "withdraw",
)  # fmt: skip
MOST_LAPTOPS: Final = 4


@dataclass(slots=True)
class World(Surroundings):
    """A county and the laptops of one village; ``words`` are all notes that clerks wrote."""

    words: set[str] = field(default_factory=set)

    def step(self, what: str, random: Random) -> None:
        place = random.randrange(len(self.laptops))
        self.made += 1
        doings: dict[str, Callable[[], object]] = {
            "register": lambda: self.register(place, f"丁{self.made}", self.made % 300 + 50),
            "register alike": lambda: self.register(place, "同一人", 7),
            "note": lambda: self.edit(place, random, note=self.word()),
            "phone": lambda: self.edit(place, random, phone=str(random.randint(1, 3))),
            "person": lambda: self.person(place, random),
            "end": lambda: self.end(place, random),
            "relation": lambda: self.relation(place, random),
            "settle": lambda: self.settle(place, random),
            "export": lambda: self.export(place),
            "ingest": lambda: self.confirm(ingest(self.exchange.county, self.some(random))),
            "answer": self.answer,
            "publish": lambda: self.publish(random),
            "withdraw": lambda: self.withdraw(random),
            "import": lambda: import_packets(self.laptops[place], self.some(random)),
            "copy laptop": lambda: self.copy_laptop(place),
            "restore laptop": lambda: self.restore_laptop(place),
            "copy county": self.copy_county,
            "restore county": self.restore_county,
            "carry": lambda: self.carry(place),
            "join": self.join,
            "renew": lambda: self.renew(place),
            "revoke": lambda: self.revoke(place),
        }
        doing = doings.get(what)
        if doing is None:
            self.spoil(what, random)
            return
        with suppress(UserError):  # what the desk refuses, the clerk reads; a laptop without a seat registers nobody
            doing()

    def word(self) -> str:
        word = f"记{self.made}"
        self.words.add(word)
        return word

    def register(self, place: int, name: str, number: int) -> None:
        builder = a_household().with_head(name, age=20 + number // 400, place=number % 400)
        builder.with_member("家属" + name, "20", age=19, place=number % 400).register_id(self.laptops[place])

    def household(self, place: int, random: Random) -> str | None:
        found = list_households(self.laptops[place])[:3]
        return random.choice(found).id if found else None

    def edit(self, place: int, random: Random, *, note: str | None = None, phone: str | None = None) -> None:
        chosen = self.household(place, random)
        if chosen is not None:
            known = open_household(self.laptops[place], chosen).household
            entry = HouseholdEntry(
                number=known.number, group=known.group, note=note or known.note, phone=phone or known.phone
            )
            change_household(self.laptops[place], known.id, known.version, entry)

    def person(self, place: int, random: Random) -> None:
        chosen = self.household(place, random)
        if chosen is not None:
            member = random.choice(open_household(self.laptops[place], chosen).members)
            change_person(self.laptops[place], replace(member.person, note=self.word()))

    def end(self, place: int, random: Random) -> None:
        chosen = self.household(place, random)
        if chosen is not None:
            member = open_household(self.laptops[place], chosen).members[-1]
            end_membership(self.laptops[place], member.membership.id, DAY, f"迁出{place}")

    def relation(self, place: int, random: Random) -> None:
        chosen = self.household(place, random)
        if chosen is not None:
            member = open_household(self.laptops[place], chosen).members[-1]
            change_relation(self.laptops[place], member.membership.id, random.choice(("20", "30", "97")))

    def settle(self, place: int, random: Random) -> None:
        found = conflicts(self.laptops[place])
        if found:
            chosen = random.choice(found)
            side = random.choice(chosen.others)
            settle_conflict(self.laptops[place], chosen.id, random.choice(chosen.choices), "核对过", side.act_id)

    def carry(self, place: int) -> None:
        """A stick that goes both ways as it should."""
        laptop = self.laptops[place]
        self.exchange.send(laptop)
        if self.standing()[laptop.store.install.id] == "waiting":
            admit(self.exchange.county, laptop.store.install.id, second=True)
        self.exchange.answer(laptop)

    def join(self) -> None:
        if len(self.laptops) < MOST_LAPTOPS:
            folder = self.folder / f"laptop-{len(self.laptops)}"
            entry = replace(VILLAGE, county_key="", joining=True)
            clerk = f"经办{len(self.laptops)}"
            made = create_village(folder, entry, clerk, PASSWORD, self.clock, parameters=CHEAP)
            self.laptops.append(made.workspace)
            self.exchange.invite(made.workspace, VILLAGES[0], "清河村")

    def renew(self, place: int) -> None:
        if len(self.laptops) < MOST_LAPTOPS:
            folder = self.folder / f"laptop-{len(self.laptops)}"
            self.laptops[place].close()
            shutil.copytree(self.laptops[place].data_dir, folder)
            self.laptops[place] = sign_in(self.laptops[place].data_dir, PASSWORD, self.clock)
            self.laptops.append(renew_identity(sign_in(folder, PASSWORD, self.clock)).workspace)

    def revoke(self, place: int) -> None:
        if len(self.admitted()) > 1:
            revoke(self.exchange.county, self.laptops[place].store.install.id)

    def standing(self) -> dict[str, str]:
        with self.exchange.county.store.reading() as session:
            return {row.id: row.standing for row in rows.installs(session)}

    def admitted(self) -> list[Workspace]:
        known = self.standing()
        return [each for each in self.laptops if known.get(each.store.install.id) == "admitted"]

    def calm(self) -> None:
        """Carry fresh sticks until nothing moves; the county admits whoever waits."""
        for count in range(10):
            for laptop in self.laptops:
                self.exchange.send(laptop)
                if self.standing()[laptop.store.install.id] == "waiting":
                    admit(self.exchange.county, laptop.store.install.id, second=True)
            answers = self.exchange.fresh_stick()
            write_answers(self.exchange.county, answers)
            for laptop in self.laptops:
                import_packets(laptop, (answers,))
            if count > 2 and all(outbox(each).acts == 0 for each in self.admitted()):
                break


def check_quiet(there: World) -> None:
    laptops = there.admitted()
    check_publications(there, laptops)
    for laptop in laptops:
        assert outbox(laptop).acts == 0
        assert verify(laptop).ok, verify(laptop).checks
        assert same_records(there.exchange, laptop)
    assert len({_digest(laptop) for laptop in laptops}) == 1
    assert len({tuple(sorted(each.id for each in conflicts(laptop))) for laptop in laptops}) == 1
    with there.exchange.county.store.reading() as session:
        settled = settled_acts(session, VILLAGES[0])
    contested_are_held(settled, laptops[0])
    no_value_is_lost_unseen(settled, laptops[0])
    nobody_is_revived(settled, laptops[0])
    for kept in settled:
        if kept.state == rows.REFUSED:
            shown_to_its_laptop(there, kept.act.install, kept.act.number)


def _digest(workspace: Workspace) -> str:
    with workspace.store.reading() as connection:
        return packets.state_digest(connection)


def contested_are_held(settled: tuple[rows.KeptAct, ...], laptop: Workspace) -> None:
    """The county tells as contested just the acts that the village holds as a whole for a person, or has settled."""
    with laptop.store.reading() as connection:
        held = set(connection.execute(text("SELECT act_id FROM lost_value WHERE field = ''")).scalars())
    assert {kept.act.id for kept in settled if kept.state == rows.CONTESTED} == held


def no_value_is_lost_unseen(settled: tuple[rows.KeptAct, ...], laptop: Workspace) -> None:
    """Each value that a clerk wrote stands, or somebody wrote on top of it knowing it, or it is kept as lost to another."""
    with laptop.store.reading() as connection:
        lost = {
            (row.act_id, row.field): row.value
            for row in connection.execute(text("SELECT act_id, field, value FROM lost_value"))
        }
        standing = set(connection.execute(text("SELECT note FROM household UNION SELECT note FROM person")).scalars())
        told = {act.id for act in journal.acts(connection)}
    applied = [kept.act for kept in settled if kept.state != rows.REFUSED]
    built_upon = {str(change.before.get("note")) for act in applied for change in act.changes}
    for act in applied:
        assert act.id in told
        for change in act.changes:
            word = change.after.get("note")
            if change.base and word and word not in standing and word not in built_upon:
                kept_beside = json.loads(lost.get((act.id, "note"), "null"))
                assert (act.id, "") in lost or kept_beside == word, word


def nobody_is_revived(settled: tuple[rows.KeptAct, ...], laptop: Workspace) -> None:
    """Nobody who left is back, and no end passed over a change that its clerk had not seen."""
    with laptop.store.reading() as connection:
        ended = set(connection.execute(text("SELECT id FROM membership WHERE to_on IS NOT NULL")).scalars())
    versions: dict[str, int] = {}
    places: dict[str, dict[str, object]] = {}
    done = [kept.act for kept in settled if kept.state == rows.APPLIED]
    for change in (change for act in done for change in act.changes if change.table == "membership"):
        if change.base and change.after.get("to_on") is not None:
            assert change.id in ended
            alike = change.after.items() <= places[change.id].items()
            assert alike or versions[change.id] == change.base
        places[change.id] = {**places.get(change.id, {}), **change.after}
        versions[change.id] = versions.get(change.id, 0) + 1


def shown_to_its_laptop(there: World, install: str, number: int) -> None:
    for laptop in there.admitted():
        if laptop.store.install.id == install:
            items = work_items_of(laptop)
            assert any(item.kind in {"refused", "clash", "strange"} for item in items), number


def world(folder: Path) -> World:
    clock = FixedClock()
    (folder / "sticks").mkdir()
    exchange = Exchange(new_county(folder / "county", clock=clock), folder / "sticks")
    entry = replace(VILLAGE, county_key="")
    first = create_village(folder / "laptop-0", entry, "何清", PASSWORD, clock, parameters=CHEAP).workspace
    there = World(folder, exchange, clock, [first])
    exchange.join(first)
    there.register(0, "段有福", 1)
    there.register(0, "单长乐", 2)
    there.join()
    there.calm()
    return there


@pytest.fixture(scope="module")
def at_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A county and a village with two laptops at the same point, closed, to copy from."""
    return at_rest(tmp_path_factory.mktemp("start") / "world", world)


def here(start: Path) -> Callable[[Path], World]:
    def made(folder: Path) -> World:
        there = opened(start, folder, ("laptop-0", "laptop-1"), World)
        there.made = 100
        return there

    return made


def live(steps: list[str], seed: int) -> Callable[[World], None]:
    random = Random(seed)

    def through(there: World) -> None:
        for what in steps:
            there.step(what, random)
        there.calm()
        check_quiet(there)

    return through


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(steps=st.lists(st.sampled_from(STEPS), min_size=15, max_size=30), seed=st.integers(0, 10**6))
def test_laptops_of_a_village_agree_after_quiet(at_start: Path, steps: list[str], seed: int) -> None:
    play(here(at_start), live(steps, seed))


@pytest.mark.slow
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.sampled_from(STEPS), min_size=20, max_size=80), seed=st.integers(0, 10**6))
def test_laptops_of_a_village_agree_after_quiet_in_long_lives(at_start: Path, steps: list[str], seed: int) -> None:
    play(here(at_start), live(steps, seed))


def test_steps_of_the_simulation_are_all_known(at_start: Path) -> None:
    play(here(at_start), each_step)


def each_step(there: World) -> None:
    random = Random(3)
    for what in ("note", "export", *dict.fromkeys(STEPS)):
        try:
            there.step(what, random)
        except ClerkError as error:
            pytest.fail(f"{what}: {error.message}")

"""Killed with SIGKILL between any two file operations of the exchange: the next start goes on, nothing is lost or told too early."""

from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from clerk_app.exchange.packet import is_unsealed, open_packet, open_unsealed
from clerk_app.exchange.stick import packets_in
from clerk_app.services.accounts import sign_in, the_village
from clerk_app.services.answers import import_packets
from clerk_app.services.county import CountyWorkspace, admit, invite, open_county
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import ingest
from clerk_app.services.county_publish import publish
from clerk_app.services.enrolment import enrol
from clerk_app.services.exchange import export_packet, outbox
from clerk_app.services.publication_drafts import parameters_draft
from clerk_app.services.publications import list_publications
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county as rows
from clerk_app.storage import peer
from tests.builders import DAY, PASSWORD, FixedClock, VillageFolder, a_household
from tests.county_builders import VILLAGES, Exchange, new_county
from tests.integration.services import killing
from tests.integration.services.records import same_records, settled_acts
from tests.postgresql import Server

JOINED: Final = ("invite", "enrol", "export", "ingest", "admit", "answer", "import", "go on")
BEFORE: Final[dict[str, tuple[str, ...]]] = {
    "invite": (),
    "enrol": ("invite",),
    "admit": ("invite", "enrol", "export", "ingest"),
    "export": JOINED,
    "ingest": (*JOINED, "export"),
    "answer": (*JOINED, "export", "ingest"),
    "import": (*JOINED, "export", "ingest", "answer"),
    "publish": JOINED,
    "receive": (*JOINED, "publish"),
}
"""What is done, and what comes before it."""
QUICK: Final = 3
"""How many steps the quick tests take, evenly spread; the slow ones take each."""


@dataclass(slots=True)
class Scene:
    """A village, its county and a stick in one folder, closed, and a copy of all three to begin again from.

    With a server the county's records are there, in the first of two databases; the second is the copy.
    """

    folder: Path
    server: Server | None = None
    databases: tuple[str, ...] = ()

    @property
    def village(self) -> Path:
        return self.folder / "now" / "village"

    @property
    def county(self) -> Path:
        return self.folder / "now" / "county"

    @property
    def stick(self) -> Path:
        return self.folder / "now" / "sticks" / "shared"

    def keep(self) -> None:
        shutil.rmtree(self.folder / "kept", ignore_errors=True)
        shutil.copytree(self.folder / "now", self.folder / "kept")
        if self.server is not None:
            self.server.copy(self.databases[0], self.databases[1])

    def begin_again(self) -> None:
        shutil.rmtree(self.folder / "now")
        shutil.copytree(self.folder / "kept", self.folder / "now")
        if self.server is not None:
            self.server.copy(self.databases[1], self.databases[0])

    def opened(self) -> tuple[CountyWorkspace, Workspace]:
        clock = FixedClock()
        return open_county(self.county, PASSWORD, clock), sign_in(self.village, PASSWORD, clock)

    def do(self, doing: str) -> None:
        """Do one thing as a command does it: open, do, close."""
        if doing in {"enrol", "export", "import", "receive"}:
            village = sign_in(self.village, PASSWORD, FixedClock())
            if doing == "enrol":
                enrol(village, self.stick)
            elif doing == "export":
                export_packet(village, self.stick)
            else:
                import_packets(village, [self.stick])
            village.close()
            return
        county = open_county(self.county, PASSWORD, FixedClock())
        if doing == "invite":
            invite(county, VILLAGES[0], "清河村", self.stick)
        elif doing == "ingest":
            ingest(county, [self.stick])
        elif doing == "admit":
            with county.store.reading() as session:
                (install,) = rows.installs(session)
            admit(county, install.id)
        elif doing == "publish":
            values = self.folder / "values.toml"
            values.write_text('dibao_standard = "450.00"\n', encoding="utf-8")
            publish(county, self.stick, parameters_draft(values), from_on=DAY)
        else:
            write_answers(county, self.stick)
        county.close()


@pytest.fixture
def scene(village_template: VillageFolder, tmp_path: Path) -> Scene:
    """A village that no county knows yet."""
    (tmp_path / "now" / "sticks" / "shared").mkdir(parents=True)
    made = Scene(tmp_path)
    village_template.copy_to(made.village)
    new_county(made.county).close()
    return made


@pytest.fixture
def scene_on_server(village_template: VillageFolder, tmp_path: Path, postgresql: Server) -> Scene:
    """The same, with the county's records on a PostgreSQL server."""
    (tmp_path / "now" / "sticks" / "shared").mkdir(parents=True)
    made = Scene(tmp_path, postgresql, (postgresql.new_database(), postgresql.new_database()))
    village_template.copy_to(made.village)
    new_county(made.county, database=made.databases[0]).close()
    return made


def brought_to(scene: Scene, doing: str) -> None:
    """Do all that comes before, and keep the moment."""
    for each in BEFORE[doing]:
        if each == "go on":
            go_on(scene)
        else:
            scene.do(each)
    scene.keep()


def go_on(scene: Scene) -> None:
    """Give the village an empty stick and one more household."""
    for path in scene.stick.iterdir():
        path.unlink()
    village = sign_in(scene.village, PASSWORD, FixedClock())
    a_household().with_head("丁", age=33, place=90).register_id(village)
    village.close()


def check_at_rest(scene: Scene) -> None:
    """What the killed process left: every packet under a final name is whole, and nobody believes more than is settled."""
    for path in packets_in(scene.stick):
        assert not path.name.startswith(".")
        data = path.read_bytes()
        if is_unsealed(data):
            open_unsealed(data, None)
        else:
            open_packet(data, secrets_of(scene), None)
    county, village = scene.opened()
    install = village.store.install.id
    with village.store.reading() as own, county.store.reading() as session:
        epochs = rows.epochs(session, install)
        for epoch, number in peer.acknowledged(own, install).items():
            assert epochs[epoch].number >= number
        enrolled = peer.county(own) is not None
    assert enrolled == (the_village(village).county_key == county.store.county.age_recipient)
    village.close()
    county.close()


def secrets_of(scene: Scene) -> tuple[str, ...]:
    county, village = scene.opened()
    secrets = (county.store.county.age_secret, village.store.install.age_secret)
    village.close()
    county.close()
    return secrets


def check_goes_on(scene: Scene, doing: str) -> None:
    """Do the same again, then carry a stick there and back: both sides are together, and everything is settled."""
    scene.do(doing)
    assert [path for path in scene.stick.iterdir() if path.suffix != ".clerk"] == []
    county, village = scene.opened()
    exchange = Exchange(county, scene.stick.parent)
    if doing == "invite":
        enrol(village, scene.stick, county.fingerprint)
    if doing in {"invite", "enrol", "admit"}:
        exchange.send(village)
        admit(county, village.store.install.id)
    assert [each for each in ingest(county, (scene.stick,)) if each.status == "refused"] == []
    assert [each for each in import_packets(village, (scene.stick,)) if each.status == "refused"] == []
    if doing in {"publish", "receive"}:
        assert {row.title for row in list_publications(village)} == {"本地标准"}
    exchange.round(village)
    if outbox(village).acts:
        exchange.round(village)
    assert outbox(village).acts == 0
    assert verify(village).ok
    assert same_records(exchange, village)
    with county.store.reading() as session:
        settled = [(kept.act.epoch, kept.act.number) for kept in settled_acts(session, VILLAGES[0])]
    assert len(settled) == len(set(settled))
    village.close()
    county.close()


def killed_ones(scene: Scene, doing: str, points: Iterator[int]) -> int:
    """Kill at each of these steps, each time from the same beginning, until one comes to its end; return how many were killed."""
    killed = 0
    for at in points:
        scene.begin_again()
        ended = killing.steps(lambda: scene.do(doing), scene.folder / "now", at)
        if ended is not None:
            break
        check_at_rest(scene)
        check_goes_on(scene, doing)
        killed += 1
    return killed


@pytest.mark.parametrize("doing", BEFORE)
def test_killed_at_some_steps_of_all(scene: Scene, doing: str) -> None:
    brought_to(scene, doing)
    steps = killing.steps(lambda: scene.do(doing), scene.folder / "now", sys.maxsize)
    assert steps is not None
    assert killed_ones(scene, doing, iter(range(steps // QUICK // 2, steps, steps // QUICK))) >= QUICK


@pytest.mark.slow
@pytest.mark.parametrize("doing", BEFORE)
def test_killed_at_every_step(scene: Scene, doing: str) -> None:
    brought_to(scene, doing)
    assert killed_ones(scene, doing, itertools.count()) > 30


@pytest.mark.slow
@pytest.mark.parametrize("doing", ["invite", "ingest", "admit", "answer", "publish"])
def test_killed_at_every_seventh_step_of_a_county_on_a_server(scene_on_server: Scene, doing: str) -> None:
    brought_to(scene_on_server, doing)
    assert killed_ones(scene_on_server, doing, itertools.count(3, 7)) > 4


@pytest.mark.slow
@pytest.mark.parametrize("doing", BEFORE)
def test_killed_at_every_system_call_that_changes_a_file(scene: Scene, doing: str) -> None:
    if why_not := killing.why_no_strace():
        pytest.skip(why_not)
    brought_to(scene, doing)
    calls = killing.calls(lambda: scene.do(doing), scene.folder / "now", scene.folder / "calls")
    assert len(calls) > 20
    for call in calls:
        scene.begin_again()
        assert killing.killed_at_call(lambda: scene.do(doing), call), call
        check_at_rest(scene)
        check_goes_on(scene, doing)

"""What the simulations share: a county, laptops and one stick in a folder, copied and put back, and packets that are spoilt."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from clerk_app.services.accounts import sign_in
from clerk_app.services.county import open_county
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_in_force import open_book, withdraw
from clerk_app.services.county_intake import TAKEN, Taken
from clerk_app.services.county_publish import publish
from clerk_app.services.exchange import export_packet
from clerk_app.services.published_here import clashing, not_come, told_list
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county as rows
from clerk_app.storage import county_publications, publications
from clerk_app.storage.publications import Place
from tests.builders import DAY, PASSWORD, FixedClock
from tests.county_builders import Exchange
from tests.publication_builders import parameters


@dataclass(slots=True)
class Surroundings:
    """Everything there is, in one folder.

    ``exported`` are, by packet, the publications its laptop had and had been told of; ``confirmed`` the same by laptop, of its last packet that the
    county took in.
    """

    folder: Path
    exchange: Exchange
    clock: FixedClock
    laptops: list[Workspace]
    made: int = 0
    county_restored: bool = False
    exported: dict[str, frozenset[Place]] = field(default_factory=dict)
    confirmed: dict[str, frozenset[Place]] = field(default_factory=dict)

    @property
    def stick(self) -> Path:
        return self.exchange.stick("the-stick")

    def packets(self) -> list[Path]:
        return sorted(path for path in self.stick.iterdir() if path.suffix == ".clerk")

    def some(self, random: Random) -> list[Path]:
        found = self.packets()
        return random.sample(found, random.randint(0, len(found)))

    def spoil(self, how: str, random: Random) -> None:
        """Drop, double, cut or alter one of the packets on the stick."""
        found = self.packets()
        if not found:
            return
        packet = random.choice(found)
        data = packet.read_bytes()
        if how == "drop":
            packet.unlink()
        elif how == "double":
            packet.with_name(f"double-of-{packet.name}").write_bytes(data)
        elif how == "cut":
            packet.write_bytes(data[: random.randrange(len(data) + 1)])
        elif data:
            at = random.randrange(len(data))
            packet.write_bytes(data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :])

    def export(self, place: int) -> None:
        """Write a packet, and remember what it tells of the publications."""
        laptop = self.laptops[place]
        with laptop.store.reading() as session:
            told = told_list(session)
            here = {(each.epoch, each.number) for each in publications.received(session)}
        named = frozenset(each.place for each in told.in_force) if told is not None else frozenset[Place]()
        self.exported[export_packet(laptop, self.stick).sha256] = named & here

    def confirm(self, taken: Iterable[Taken]) -> None:
        """Note what the packets that the county took in tell of the publications."""
        for each in taken:
            if each.status == TAKEN:
                self.confirmed[each.install] = self.exported.get(each.sha256, frozenset())

    def publish(self, random: Random) -> None:
        """Publish a local value, for one village or all, for some days or for good."""
        self.made += 1
        to_on = random.choice((None, DAY, DAY + timedelta(days=400)))
        draft = parameters(self.folder, f'dibao_standard = "{400 + self.made}.00"')
        publish(self.exchange.county, self.stick, draft, from_on=DAY, to_on=to_on)

    def withdraw(self, random: Random) -> None:
        """Take one of the publications back."""
        with self.exchange.county.store.reading() as session:
            gone = county_publications.withdrawn(session)
            open_ones = [row for row in county_publications.published(session) if row.place not in gone]
        if open_ones:
            row = random.choice(open_ones)
            withdraw(self.exchange.county, f"{row.epoch}-{row.number}", "写错")

    def answer(self) -> None:
        """Answer everybody: publications go to admitted laptops alone, and never again to one that has shown that it has them."""
        with self.exchange.county.store.reading() as session:
            standing = {row.id: row.standing for row in rows.installs(session)}
        for written in write_answers(self.exchange.county, self.stick):
            went = {each.ref for each in written.beside}
            assert not went or standing[written.install] == "admitted"
            if not self.county_restored:
                had = {f"{place[0]}-{place[1]}" for place in self.confirmed.get(written.install, ())}
                assert not went & had, (written.install, went & had)

    def copy_laptop(self, place: int) -> None:
        self._reopen_laptop(place, self.laptops[place].data_dir, self._copy_of(place))

    def restore_laptop(self, place: int) -> None:
        if self._copy_of(place).exists():
            self._reopen_laptop(place, self._copy_of(place), self.laptops[place].data_dir)

    def _copy_of(self, place: int) -> Path:
        return self.folder / f"copy-{place}"

    def _reopen_laptop(self, place: int, source: Path, target: Path) -> None:
        laptop = self.laptops[place]
        laptop.close()
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
        self.laptops[place] = sign_in(laptop.data_dir, PASSWORD, self.clock)

    def copy_county(self) -> None:
        self._reopen_county(self.exchange.county.data_dir, self.folder / "county-copy")

    def restore_county(self) -> None:
        if (self.folder / "county-copy").exists():
            self._reopen_county(self.folder / "county-copy", self.exchange.county.data_dir)
            self.county_restored = True

    def _reopen_county(self, source: Path, target: Path) -> None:
        county = self.exchange.county
        county.close()
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
        self.exchange = Exchange(open_county(county.data_dir, PASSWORD, self.clock), self.exchange.folder)

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.close()
        self.exchange.county.close()


def check_publications(there: Surroundings, laptops: Sequence[Workspace]) -> None:
    """After quiet every admitted laptop has what is in force in its village, and nothing of it would go again."""
    county = there.exchange.county
    with county.store.reading() as session:
        book = open_book(county, session)
        installs = {row.id: row for row in rows.installs(session)}
    for laptop in laptops:
        install = installs[laptop.store.install.id]
        with laptop.store.reading() as session:
            told = told_list(session)
            assert told is not None
            came = {(each.epoch, each.number): each.content_sha256 for each in publications.received(session)}
            torn = {each.place for each in clashing(session, told)}
            assert not_come(session, told) == ()
        for each in book.in_force(install.village):
            assert came.get(each.row.place) == each.sha256 or (there.county_restored and each.row.place in torn)
        assert book.lacking(install) == ()


World = TypeVar("World", bound=Surroundings)


def at_rest(folder: Path, make: Callable[[Path], Surroundings]) -> Path:
    """Make a world, closed, to copy from."""
    folder.mkdir()
    make(folder).close()
    return folder


def opened(
    start: Path,
    folder: Path,
    names: Sequence[str],
    make: Callable[[Path, Exchange, FixedClock, list[Workspace]], World],
) -> World:
    """Open a copy of a world; ``names`` are the folders of its laptops."""
    shutil.copytree(start, folder, dirs_exist_ok=True)
    clock = FixedClock()
    exchange = Exchange(open_county(folder / "county", PASSWORD, clock), folder / "sticks")
    return make(folder, exchange, clock, [sign_in(folder / name, PASSWORD, clock) for name in names])


def play(open_in: Callable[[Path], World], live: Callable[[World], None]) -> None:
    """Open a world in a folder of its own, let it live, and close it."""
    with tempfile.TemporaryDirectory() as folder:
        there = open_in(Path(folder))
        try:
            live(there)
        finally:
            there.close()

"""What the simulations share: a county, laptops and one stick in a folder, copied and put back, and packets that are spoilt."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeVar

from clerk_app.services.accounts import sign_in
from clerk_app.services.county import open_county
from clerk_app.services.workspace import Workspace
from tests.builders import PASSWORD, FixedClock
from tests.county_builders import Exchange


@dataclass(slots=True)
class Surroundings:
    """Everything there is, in one folder."""

    folder: Path
    exchange: Exchange
    clock: FixedClock
    laptops: list[Workspace]
    made: int = 0
    county_restored: bool = False

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

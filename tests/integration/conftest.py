"""Counties for the tests, on SQLite and on a real PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app.services.workspace import Workspace
from tests import moves
from tests.builders import FixedClock, VillageFolder
from tests.county_builders import Exchange, new_county
from tests.moves import Move
from tests.postgresql import Server, running_server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server of this session's own."""
    with running_server() as server:
        yield server


@pytest.fixture
def exchange(tmp_path: Path, clock: FixedClock) -> Iterator[Exchange]:
    """A county on SQLite, and a folder for sticks."""
    (tmp_path / "sticks").mkdir()
    county = new_county(tmp_path / "county", clock=clock)
    yield Exchange(county, tmp_path / "sticks")
    county.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path, clock: FixedClock) -> Iterator[Exchange]:
    """A county on SQLite, then one on PostgreSQL."""
    database = request.getfixturevalue("postgresql").new_database() if request.param == "postgresql" else ""
    (tmp_path / "sticks").mkdir()
    county = new_county(tmp_path / "county", database=database, clock=clock)
    yield Exchange(county, tmp_path / "sticks")
    county.close()


@pytest.fixture
def move_either(either: Exchange, village_template: VillageFolder, tmp_path: Path, clock: FixedClock) -> Iterator[Move]:
    """Two villages of a county on SQLite, then on PostgreSQL."""
    move = moves.joined(either, village_template, tmp_path, clock)
    yield move
    move.old.close()
    move.new.close()


@pytest.fixture
def joined(exchange: Exchange, village: Workspace) -> Exchange:
    """A county with the village admitted."""
    exchange.join(village)
    return exchange

"""What every test may ask for: a village in a data folder of its own, open or closed, made in milliseconds."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app.logs import stop_log
from clerk_app.services.workspace import Workspace
from tests.builders import CHEAP, FixedClock, VillageFolder, make_template
from tests.moves import Move, make_joined, opened
from tests.quick import password_cost, shared_statements


def pytest_collection_finish() -> None:
    """Take thousands of collected tests out of the garbage collector's sight; it would look at each of them again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _quick() -> Iterator[None]:
    with shared_statements(), password_cost(CHEAP):
        yield


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> VillageFolder:
    """A closed data folder of a village without households; copy it, never open it in place."""
    return make_template(tmp_path_factory.mktemp("template") / "empty", filled=False)


@pytest.fixture(scope="session")
def village_template(tmp_path_factory: pytest.TempPathFactory) -> VillageFolder:
    """A closed data folder of a village with three households; copy it, never open it in place."""
    return make_template(tmp_path_factory.mktemp("template") / "village", filled=True)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def workspace(empty_template: VillageFolder, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """An open village without households."""
    opened = empty_template.open(tmp_path / "data", clock)
    yield opened
    opened.close()


@pytest.fixture
def village(village_template: VillageFolder, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """An open village with the three households of ``builders.three_households``."""
    opened = village_template.open(tmp_path / "data", clock)
    yield opened
    opened.close()


@pytest.fixture
def village_folder(village_template: VillageFolder, tmp_path: Path) -> Path:
    """A closed data folder of the village with three households."""
    return village_template.copy_to(tmp_path / "data")


@pytest.fixture(scope="session")
def joined_template(village_template: VillageFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A county and two villages that joined it, closed; copy it, never open it in place."""
    return make_joined(tmp_path_factory.mktemp("joined") / "all", village_template)


@pytest.fixture
def move(joined_template: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Move]:
    """Two villages of a county on SQLite, between which households move."""
    yield from opened(joined_template, tmp_path / "moves", clock)


@pytest.fixture(autouse=True)
def _no_open_log() -> Iterator[None]:
    yield
    stop_log()

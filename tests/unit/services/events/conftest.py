"""A village that has been registered for a year, so that events of the last months can be told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import VillageFolder
from tests.event_builders import a_year_old


@pytest.fixture(scope="session")
def home_template(village_template: VillageFolder, tmp_path_factory: pytest.TempPathFactory) -> VillageFolder:
    """A closed data folder of that village; copy it, never open it in place."""
    return a_year_old(village_template, tmp_path_factory.mktemp("template") / "home")


@pytest.fixture
def home(home_template: VillageFolder, tmp_path: Path) -> Iterator[Workspace]:
    """The village, open; today is ``DAY``. At the end its journal must still give its records."""
    workspace = home_template.open(tmp_path / "home")
    yield workspace
    assert verify(workspace).ok
    workspace.close()

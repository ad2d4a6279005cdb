"""The page 住户 with a family open: what its file shows and does begins here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerk_app.services.workspace import Workspace
from tests.builders import FixedClock, VillageFolder
from tests.ui.events_page import EventDesk
from tests.ui.households_page import Over


@pytest.fixture
def workspace(village_template: VillageFolder, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """The village with three households, as a copy: quicker than registering them."""
    opened = village_template.open(tmp_path / "data", clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, over: Over) -> EventDesk:
    """The page with the household 0002 of three open: father, mother, daughter."""
    found = EventDesk(qtbot, over(workspace))
    found.open_file("0002")
    return found

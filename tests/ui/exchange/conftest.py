"""A village that is enrolled and admitted, made once: what an answer brings begins here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app.app import open_data
from clerk_app.services.demo import DEMO_PASSWORD
from tests.ui.exchange_page import CountySide


@pytest.fixture(scope="session")
def joined_folder(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folders of the village and its county, and the stick that went between them; no answer was written yet."""
    folder = tmp_path_factory.mktemp("joined")
    shutil.copytree(demo_folder, folder / "village")
    (folder / "stick").mkdir()
    workspace = open_data(folder / "village", lambda: DEMO_PASSWORD)
    county = CountySide.new(folder / "county")
    county.join(workspace, folder / "stick")
    county.workspace.close()
    workspace.close()
    return folder


@pytest.fixture
def village_folder(joined_folder: Path) -> Path:
    return joined_folder / "village"


@pytest.fixture
def county(joined_folder: Path, tmp_path: Path) -> Iterator[CountySide]:
    """The county that admitted the village."""
    shutil.copytree(joined_folder / "county", tmp_path / "county")
    opened = CountySide.at(tmp_path / "county")
    yield opened
    opened.workspace.close()


@pytest.fixture
def stick(joined_folder: Path, tmp_path: Path) -> Path:
    """The stick with the invitation and the village's first packet."""
    shutil.copytree(joined_folder / "stick", tmp_path / "KINGSTON")
    return tmp_path / "KINGSTON"

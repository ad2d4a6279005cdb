"""Where the resources are: in a checkout, in a wheel, in a frozen build."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app import paths
from clerk_app.paths import default_data_dir, resources


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    resources.cache_clear()
    yield
    resources.cache_clear()


def test_checkout_has_them_beside_the_package() -> None:
    assert resources() == Path(__file__).parents[2] / "resources"
    assert (resources() / "policies" / "yaoan" / "pack.toml").is_file()


def test_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "clerk_app" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "clerk_app" / "paths.py"))
    assert resources() == tmp_path / "clerk_app" / "resources"


def test_frozen_build_has_them_where_it_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources() == tmp_path / "resources"


def test_default_folder_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_data_dir() == tmp_path / "clerk-app"

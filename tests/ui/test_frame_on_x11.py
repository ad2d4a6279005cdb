"""The program on a real X server: real keys, a real window manager's focus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerk_app.services.demo import DEMO_PASSWORD
from tests.screens import screen

pytestmark = pytest.mark.xvfb


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own, 1366x768."""
    with screen() as name:
        yield name


def _wait_for(display: str, *words: str) -> str:
    """Wait until xdotool finds what is asked for."""
    for _ in range(300):
        found = subprocess.run(
            ["xdotool", *words], env={**os.environ, "DISPLAY": display}, capture_output=True, text=True, check=False
        )
        if found.returncode == 0 and found.stdout.strip():
            return found.stdout.split()[0]
        time.sleep(0.1)
    raise AssertionError(f"not found: {words}")


def test_clerk_signs_in_by_the_keyboard_and_closes_the_window(display: str, demo_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(demo_folder, folder)
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "CLERK_QUIT_WHEN_READY": "1"}
    environment.pop("CLERK_PASSWORD", None)
    program = subprocess.Popen(
        [sys.executable, "-m", "clerk_app", "--data", str(folder)], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        dialog = _wait_for(display, "search", "--onlyvisible", "--class", "clerk")
        keys = ["xdotool", "windowfocus", "--sync", dialog, "type", "--delay", "20", DEMO_PASSWORD]
        subprocess.run(keys, env=environment, check=True)
        subprocess.run(["xdotool", "key", "Return"], env=environment, check=True)
        said, _ = program.communicate(timeout=60)
    finally:
        program.kill()
        program.wait(10)
    assert said == "ready\n"
    assert program.returncode == 0

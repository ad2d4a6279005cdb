"""The command line as a function: words in, status and output back, on the day of the tests."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clerk_app.cli.main import main
from clerk_app.services.workspace import SystemClock
from tests.builders import PASSWORD, FixedClock


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process with the tests' password in the environment and no terminal."""
    clock = FixedClock()
    monkeypatch.setattr(SystemClock, "now", lambda _self: clock.now())
    monkeypatch.setattr(SystemClock, "today", lambda _self: clock.today())
    monkeypatch.setenv("CLERK_PASSWORD", PASSWORD)
    monkeypatch.delenv("CLERK_DEBUG", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())

    def run_words(*words: str | Path) -> Said:
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return run_words

"""The program's own log: kept small, never about anybody."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from clerk_app.logs import LOGGER, note_defect, start_log, stop_log


def files() -> list[logging.Handler]:
    return [handler for handler in LOGGER.handlers if isinstance(handler, logging.FileHandler)]


def test_defect_is_noted_by_type_and_place_without_its_message(tmp_path: Path) -> None:
    start_log(tmp_path)
    try:
        raise ValueError("段有福 532325199003070030")
    except ValueError as error:
        note_defect(error)
    stop_log()
    text = (tmp_path / "clerk.log").read_text("utf-8")
    assert "defect ValueError at test_logs.py:" in text
    assert "段有福" not in text
    assert "5323251990" not in text


def test_log_is_started_once_and_stopped(tmp_path: Path) -> None:
    start_log(tmp_path)
    start_log(tmp_path)
    assert len(files()) == 1
    logging.getLogger("clerk_app.storage").info("hello")
    stop_log()
    assert files() == []
    assert (tmp_path / "clerk.log").read_text("utf-8").count("hello") == 1


def test_log_stays_small(tmp_path: Path) -> None:
    start_log(tmp_path)
    for _ in range(40):
        LOGGER.info("x" * 60_000)
    stop_log()
    logs = sorted(path.name for path in tmp_path.iterdir())
    assert logs == ["clerk.log", "clerk.log.1", "clerk.log.2"]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 3 * 600_000


def test_folder_that_refuses_a_log_is_no_reason_to_stop(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    start_log(tmp_path / "missing")
    assert files() == []
    assert caplog.records == []


def test_defect_before_there_is_a_log_says_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    note_defect(ValueError("x"))
    assert capfd.readouterr() == ("", "")

"""What a window left in a circle goes in the window's thread, whoever makes garbage."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from clerk_app.ui import application
from clerk_app.ui.garbage import GarbageCollector
from clerk_app.ui.tasks import TaskRunner

MANY = 50_000


class Circle:
    """Holds itself, and tells in which thread it goes."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        self.itself = self
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.current_thread())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageCollector]:
    gc.collect()
    gc.enable()  # as a program starts
    made = GarbageCollector()
    yield made
    made.stop()
    made.deleteLater()


def make_garbage() -> None:
    kept = []
    for _ in range(MANY):
        circle: list[object] = []
        circle.append(circle)
        kept.append([circle])


def test_circle_outlives_the_work_of_another_thread_and_goes_in_this_one(
    collector: GarbageCollector, tasks: TaskRunner, qtbot: QtBot
) -> None:
    gone: list[threading.Thread] = []
    Circle(gone)
    done: list[None] = []
    tasks.run(lambda _progress: make_garbage(), on_done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert [thread for thread in gone if thread is not threading.main_thread()] == []
    for _ in range(3):  # each generation has its turn
        gc.collect(0)
        collector.look()
    qtbot.waitUntil(lambda: gone == [threading.main_thread()])


def test_python_collects_by_itself_again_afterwards(qtbot: QtBot) -> None:
    made = GarbageCollector()
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
    made.deleteLater()


def test_program_collects_in_its_own_thread_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    seen: list[bool] = []

    def look(*_: object) -> int:
        seen.append(gc.isenabled())
        return 0

    monkeypatch.setattr(application, "_run", look)
    assert application.run(["--data", str(tmp_path)]) == 0
    assert seen == [False]
    assert gc.isenabled()


def test_oldest_generation_whose_turn_it_is_is_looked_at(
    collector: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    monkeypatch.setattr(gc, "collect", looked.append)
    for counts in ((701, 11, 11), (701, 11, 3), (701, 3, 3), (5, 3, 3)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        collector.look()
    assert looked == [2, 1, 0]
    assert isinstance(collector, QObject)

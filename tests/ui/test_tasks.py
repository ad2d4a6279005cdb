"""The database thread."""

from __future__ import annotations

import sys
import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.errors import SituationError, UserError
from clerk_app.ui.tasks import Progress, TaskRunner


def test_result_comes_back_in_the_window_thread_when_work_is_done(qtbot: QtBot, tasks: TaskRunner) -> None:
    seen: list[tuple[str, str]] = []
    tasks.run(
        lambda _: threading.current_thread().name,
        on_done=lambda name: seen.append((name, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, window = seen[0]
    assert worker.startswith("clerk-database")
    assert window == threading.main_thread().name


def test_work_runs_in_order_when_several_are_given(qtbot: QtBot, tasks: TaskRunner) -> None:
    order: list[int] = []
    for number in range(20):
        tasks.run(partial(_note, order, number))
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert order == list(range(20))


def test_changed_tables_are_told_only_when_work_succeeds(qtbot: QtBot, tasks: TaskRunner) -> None:
    told: list[frozenset[str]] = []
    tasks.records_changed.connect(told.append)

    def refuse(_: Progress) -> None:
        raise UserError("不行。")

    tasks.run(refuse, changed=frozenset({"person"}))
    tasks.run(lambda _: None, changed=frozenset({"household"}))
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert told == [frozenset({"household"})]


@pytest.mark.parametrize(
    ("error", "signal"),
    [(UserError("错"), "refused"), (SituationError("满"), "situation_met"), (ValueError("defect"), "crashed")],
)
def test_error_goes_its_own_way_when_the_page_takes_none(
    qtbot: QtBot, tasks: TaskRunner, error: Exception, signal: str
) -> None:
    def fail(_: Progress) -> None:
        raise error

    with qtbot.waitSignal(getattr(tasks, signal)) as told:
        tasks.run(fail)
    assert told.args == [error]


def test_user_error_goes_to_the_page_when_it_takes_them(qtbot: QtBot, tasks: TaskRunner) -> None:
    taken: list[UserError] = []
    error = UserError("错", field="name")

    def fail(_: Progress) -> None:
        raise error

    tasks.run(fail, on_error=taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [error]


def test_work_stops_at_its_next_report_when_cancelled(qtbot: QtBot, tasks: TaskRunner) -> None:
    begun = threading.Event()
    steps: list[int] = []

    def count(progress: Progress) -> None:
        for step in range(1_000_000):
            steps.append(step)
            begun.set()
            progress(step, 1_000_000)

    with qtbot.waitSignal(tasks.cancelled):
        work = tasks.run(count)
        assert begun.wait(5)
        work.cancel()
    assert len(steps) < 1_000_000


def test_progress_is_shown_only_when_work_takes_long(qtbot: QtBot, tasks: TaskRunner) -> None:
    shown: list[object] = []
    go_on = threading.Event()
    tasks.work_shown.connect(shown.append)
    tasks.run(lambda _: None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    work = tasks.run(lambda _: go_on.wait(10), progress_title="正在导入…")
    qtbot.waitUntil(lambda: bool(shown))
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert shown == [work]


def test_button_is_off_while_its_work_runs(qtbot: QtBot, tasks: TaskRunner) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    go_on = threading.Event()
    tasks.run(lambda _: go_on.wait(10), disable=(button,))
    assert not button.isEnabled()
    go_on.set()
    qtbot.waitUntil(button.isEnabled)


def test_result_is_dropped_when_its_owner_is_gone(qtbot: QtBot, tasks: TaskRunner) -> None:
    owner = QPushButton()
    seen: list[object] = []
    go_on = threading.Event()
    tasks.run(lambda _: go_on.wait(10), on_done=seen.append, on_settled=lambda: seen.append("settled"), owner=owner)
    shiboken6.delete(owner)
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert seen == []


def test_no_thread_is_left_when_closed_during_work(tasks: TaskRunner) -> None:
    done: list[str] = []
    begun = threading.Event()

    def long(progress: Progress) -> None:
        for step in range(10_000_000):
            begun.set()
            progress(step, 10_000_000)

    tasks.run(long)
    tasks.run(lambda _: done.append("never"))
    tasks.run(lambda _: done.append("must"), must_end=True)
    assert begun.wait(5)
    tasks.close(last=lambda: done.append("last"))
    assert done == ["must", "last"]
    with pytest.raises(RuntimeError):
        tasks.run(lambda _: None)


def test_none_keeps_its_references_when_many_results_come_back(qtbot: QtBot, tasks: TaskRunner) -> None:
    """PySide6 6.12.0 under Python 3.11 lost one reference of None at each void call."""
    button = QPushButton()
    qtbot.addWidget(button)
    before = sys.getrefcount(None)
    for _ in range(2_000):
        button.setText("x")
        tasks.refused.emit(None)
    assert sys.getrefcount(None) > before - 500


def _note(order: list[int], number: int, _: Progress) -> None:
    order.append(number)


def test_button_that_was_switched_off_meanwhile_has_the_focus_again(qtbot: QtBot, tasks: TaskRunner) -> None:
    button = QPushButton("写")
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
    button.setFocus()
    ended: list[bool] = []
    tasks.run(lambda _: None, disable=(button,), on_settled=lambda: ended.append(True))
    assert not button.hasFocus()
    qtbot.waitUntil(lambda: bool(ended))
    assert button.hasFocus()


def test_focus_stays_where_the_clerk_went_while_the_work_ran(qtbot: QtBot, tasks: TaskRunner) -> None:
    form = QWidget()
    row = QHBoxLayout(form)
    button, middle, last = QPushButton("写"), QLineEdit(), QLineEdit()
    for widget in (button, middle, last):
        row.addWidget(widget)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    ended: list[int] = []
    button.setFocus()
    tasks.run(lambda _: None, disable=(button,), on_settled=lambda: ended.append(1))
    qtbot.waitUntil(lambda: len(ended) == 1)
    assert button.hasFocus()
    tasks.run(lambda _: None, disable=(button,), on_settled=lambda: ended.append(2))
    last.setFocus()
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert last.hasFocus()

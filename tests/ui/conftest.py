"""Windows without a screen: one look, and nothing left behind after a test."""

from __future__ import annotations

import gc
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CLERK_UI_FONT"] = "shipped"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.app import open_data
from clerk_app.domain.clerk import Clerk, ClerkId
from clerk_app.exchange.drives import Drive
from clerk_app.services import exchange
from clerk_app.services.demo import DEMO_PASSWORD, make_demo
from clerk_app.services.workspace import SystemClock, Workspace
from clerk_app.settings import Settings
from clerk_app.ui.context import Context, FrameState, SearchHit
from clerk_app.ui.desk import find_hits, read_frame
from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.theme import apply_theme
from tests.builders import CHEAP, VillageFolder
from tests.ui.dialogs import DialogWatch

if TYPE_CHECKING:
    from tests.ui.exchange_page import CountySide, ExchangeDesk

TODAY = date(2026, 7, 1)


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    apply_theme(qapp, 100)


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Let no other thread destroy what a window left in a circle, as in the program (``clerk_app.ui.garbage``)."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def no_dialog_waits(look: None) -> Iterator[None]:
    """Close a dialog that nobody closes, also while what was left is tidied away, and fail: the run would stand still for ever."""
    watch = DialogWatch()
    yield
    watch.stop()
    assert not watch.closed, f"waited for somebody to close: {watch.closed}"


@pytest.fixture(autouse=True)
def nothing_left(no_dialog_waits: None, qtbot: QtBot) -> Iterator[None]:
    """Fail a test that leaves a window in sight, the database thread running or a timer going."""
    yield
    left = [
        widget.objectName() or type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible()
    ]
    for widget in QApplication.topLevelWidgets():
        if widget.windowType() != Qt.WindowType.Popup:  # a completer deletes its own list, and would do it again
            widget.close()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    timers = [
        timer for widget in QApplication.topLevelWidgets() for timer in widget.findChildren(QTimer) if timer.isActive()
    ]
    threads = [thread.name for thread in threading.enumerate() if thread.name.startswith("clerk-")]
    assert not left, f"still in sight: {left}"
    assert not threads, f"still running: {threads}"
    assert not timers, f"still ticking: {timers}"


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()
    runner.deleteLater()


@dataclass(frozen=True)
class EmptyDesk:
    """As much of a workspace as the frame touches outside the database thread."""

    data_dir: Path
    clerk: Clerk

    def today(self) -> date:
        return TODAY


@pytest.fixture
def context(tasks: TaskRunner, tmp_path: Path) -> Context:
    """A context without a database, for the frame and the widgets."""
    desk = EmptyDesk(tmp_path, Clerk(id=ClerkId("c"), name="李会计", active_from=TODAY))
    hits = (SearchHit("household", "h1", "张三", "第1组 0001"), SearchHit("household", "h2", "张四", "第2组 0002"))

    def search(words: str) -> tuple[SearchHit, ...]:
        return tuple(hit for hit in hits if words in hit.title)

    state = FrameState("清河村", "李会计", unsent_acts=12, counts={"first": 3})
    return Context(cast("Workspace", desk), tasks, Settings(), search, lambda: state)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small synthetic village, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    make_demo(folder, DEMO_PASSWORD, SystemClock(), households=12, seed=1, parameters=CHEAP).workspace.close()
    return folder


@pytest.fixture
def village_folder(demo_folder: Path) -> Path:
    """What ``village`` is a copy of; a folder of tests may put another in its place."""
    return demo_folder


@pytest.fixture
def village(village_folder: Path, tasks: TaskRunner, tmp_path: Path) -> Iterator[Context]:
    """A context over a real, open village of 12 households."""
    folder = tmp_path / "village"
    shutil.copytree(village_folder, folder)
    workspace = open_data(folder, lambda: DEMO_PASSWORD)
    yield Context(
        workspace, tasks, Settings(), lambda words: find_hits(workspace, words), lambda: read_frame(workspace)
    )
    tasks.close(last=workspace.close)


@pytest.fixture
def open_folder(tasks: TaskRunner, tmp_path: Path) -> Iterator[Callable[[VillageFolder], Workspace]]:
    """Open a copy of a village that is kept, and close it after the last task."""
    opened: list[Workspace] = []

    def open_template(template: VillageFolder) -> Workspace:
        opened.append(template.open(tmp_path / "data"))
        return opened[-1]

    yield open_template
    tasks.close(last=opened[0].close if opened else None)


@pytest.fixture
def over(tasks: TaskRunner) -> Callable[[Workspace], Context]:
    """Return the context of a window over a workspace that a test opens itself."""

    def context_over(workspace: Workspace) -> Context:
        frame = FrameState("清河村", "何清")
        return Context(workspace, tasks, Settings(), lambda words: find_hits(workspace, words), lambda: frame)

    return context_over


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that stands for a stick."""
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[Drive]:
    """The drives that are plugged in; a test changes the list."""
    drives: list[Drive] = []
    monkeypatch.setattr(exchange, "drives", lambda: tuple(drives))
    return drives


@pytest.fixture
def county(tmp_path: Path) -> Iterator[CountySide]:
    """A county, at the other end of the stick."""
    from tests.ui.exchange_page import CountySide  # noqa: PLC0415 - only the exchange pays for a county

    made = CountySide.new(tmp_path / "county")
    yield made
    made.workspace.close()


@pytest.fixture
def desk(qtbot: QtBot, village: Context, plugged: list[Drive]) -> ExchangeDesk:
    """The window at the page 报送."""
    from tests.ui.exchange_page import ExchangeDesk  # noqa: PLC0415 - as above

    return ExchangeDesk(qtbot, village, plugged)


@pytest.fixture
def commit() -> Callable[[QWidget, str], None]:
    """Type Chinese as an input method does; QTest's own keys know only ASCII."""

    def commit_text(widget: QWidget, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return commit_text


@pytest.fixture
def settled(qtbot: QtBot, tasks: TaskRunner) -> Callable[[], None]:
    """Wait until the database thread has nothing left to do, and what it brought has been shown."""

    def wait() -> None:
        for _ in range(2):  # what is shown may ask for more
            qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)
            QApplication.processEvents()  # what was laid out into a page that is seen is shown a turn later

    return wait

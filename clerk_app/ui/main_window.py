"""The frame: navigation, search, the pages, and the line at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from clerk_app.errors import SituationError, UserError
from clerk_app.logs import note_defect
from clerk_app.settings import Settings, save_settings
from clerk_app.terms import PROGRAM
from clerk_app.ui.context import Changed, Context, FrameState, SearchHit
from clerk_app.ui.crash import write_report
from clerk_app.ui.dialogs.ask import tell_crash, tell_situation
from clerk_app.ui.page import Page
from clerk_app.ui.pages import PageEntry, page_entries
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone, apply_theme, current_theme
from clerk_app.ui.widgets.navigation import Navigation
from clerk_app.ui.widgets.progress_strip import ProgressStrip
from clerk_app.ui.widgets.search_box import SearchBox
from clerk_app.ui.widgets.status_line import StatusLine

_TITLE_BAR: Final = 40
"""Pixels that a window manager puts above a window, at most."""


class MainWindow(QMainWindow):
    """The window. It is the ``Shell`` of the context it is given. ``became_ready`` comes once, after the first paint of the first page."""

    became_ready = Signal()

    def __init__(self, context: Context, entries: Sequence[PageEntry] | None = None) -> None:
        super().__init__()
        self.context = context
        context.shell = self
        self._entries = {entry.name: entry for entry in (page_entries() if entries is None else entries)}
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, frozenset[str]] = {}
        self._current = ""
        self._state: FrameState | None = None
        self._is_ready = False
        self._is_telling = False
        self.setObjectName("mainWindow")
        self.setWindowTitle(term(PROGRAM))
        self._build()
        self._connect()
        self._read_frame()
        if self._entries:
            self.go(next(iter(self._entries)))

    # building

    def _build(self) -> None:
        theme = current_theme()
        # A usual laptop's screen has 911 x 512 where the system itself enlarges everything by half.
        room = self.screen().availableSize()
        self.setMinimumSize(min(theme.px(960), 1200, room.width()), min(theme.px(560), 700, room.height() - _TITLE_BAR))
        self.navigation = Navigation(
            term(PROGRAM), [(entry.name, entry.icon, entry.title) for entry in self._entries.values()], self
        )
        self.navigation.page_wanted.connect(self.go)
        self.status_line = StatusLine()
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._top_bar())
        right.addWidget(self.stack, 1)
        right.addWidget(ProgressStrip(self.context.tasks))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(frame)

    def _top_bar(self) -> QFrame:
        theme = current_theme()
        bar = QFrame()
        bar.setObjectName("topBar")
        bar.setFixedHeight(theme.px(56))
        self._title = QLabel()
        self._title.setObjectName("pageTitle")
        self.search_box = SearchBox(self.context.search, self.context.tasks)
        self.search_box.setMinimumWidth(theme.px(200))
        self.search_box.setMaximumWidth(theme.px(420))
        self.search_box.hit_chosen.connect(self._open_hit)
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self._title)
        row.addStretch()
        row.addWidget(self.search_box, 1)  # it gives way to a long title
        return bar

    def _connect(self) -> None:
        tasks = self.context.tasks
        tasks.records_changed.connect(self.notify)
        tasks.refused.connect(self._show_refusal)
        tasks.situation_met.connect(self._tell_situation)
        tasks.crashed.connect(self.tell_crash)
        tasks.cancelled.connect(self._tell_cancelled)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._go_to_search)

    # going about

    @property
    def current_page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._current)

    @property
    def page_names(self) -> tuple[str, ...]:
        """The pages in the order of the navigation."""
        return tuple(self._entries)

    @property
    def current_name(self) -> str:
        """The name of the page that is shown."""
        return self._current

    @Slot(str)
    def go(self, name: str) -> bool:
        """Show a page, unless the one shown would rather not be left; True when it is shown."""
        page = self.current_page
        if name != self._current and page is not None and not page.may_leave():
            self.navigation.set_current(self._current)
            return False
        page = self._page(name)
        self._current = name
        self.navigation.set_current(name)
        self.stack.setCurrentWidget(page)
        stale = self._stale.pop(name, None)
        if stale:
            page.reload(stale)
        self._show_title()
        page.take_focus()
        return True

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._entries[name].make(self.context)
            page.title_changed.connect(self._show_title)
            self._pages[name] = page
            self._stale[name] = Changed.ALL
            self.stack.addWidget(page)
        return self._pages[name]

    @Slot()
    def _show_title(self) -> None:
        page = self.current_page
        words = (page.title if page else "") or self._entries[self._current].title
        self._title.setText(words)
        self.setWindowTitle(
            " – ".join(filter(None, (words, self._state.village if self._state else "", term(PROGRAM))))
        )

    @Slot()
    def _go_to_search(self) -> None:
        self.search_box.setFocus()
        self.search_box.selectAll()

    @Slot(object)
    def _open_hit(self, hit: SearchHit) -> None:
        self.open(hit.kind, hit.id)

    # what pages ask for (Shell)

    def status(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Say at the foot, for some seconds, that something succeeded."""
        self.status_line.message(text, tone)

    def open(self, kind: str, record_id: str) -> None:
        """Show a record on the page that shows this kind."""
        for name, entry in self._entries.items():
            if kind in entry.kinds and self.go(name):
                self._pages[name].show_record(kind, record_id)
                return

    @Slot(object)
    def notify(self, changed: frozenset[str]) -> None:
        """Reload the page shown if it shows these tables; the others when the clerk goes there."""
        for name, page in self._pages.items():
            touched = page.shows & changed
            if touched and name == self._current:
                page.reload(touched)
            elif touched:
                self._stale[name] = self._stale.get(name, frozenset()) | touched
        self._read_frame()

    def change_settings(self, settings: Settings) -> None:
        """Keep new settings; a new size of type is taken up at once, by building the frame anew."""
        before = self.context.settings
        self.context.settings = settings
        data_dir = self.context.workspace.data_dir
        self.context.tasks.run(partial(_save_settings, settings, data_dir), owner=self, must_end=True)
        application = QApplication.instance()
        if settings.scale != before.scale and isinstance(application, QApplication):
            apply_theme(application, settings.scale)
            self._rebuild()

    def _rebuild(self) -> None:
        current, self._current = self._current, ""
        self._pages.clear()
        self._stale.clear()
        self._build()
        if self._state is not None:
            self._show_frame(self._state)
        if current:
            self.go(current)

    # what the frame shows

    def _read_frame(self) -> None:
        self.context.tasks.run(partial(_read, self.context), on_done=self._show_frame, owner=self)

    def _show_frame(self, state: FrameState) -> None:
        self._state = state
        self.status_line.show_state(state)
        self.navigation.set_counts(state.counts)
        if self._current:
            self._show_title()

    # what goes wrong

    @Slot(object)
    def _show_refusal(self, error: UserError) -> None:
        page = self.current_page
        if page is not None:
            page.show_error(error)

    @Slot(object)
    def _tell_situation(self, error: SituationError) -> None:
        tell_situation(self, error)

    @Slot(object)
    def _tell_cancelled(self, _work: object) -> None:
        self.status(self.tr("已取消，没有留下任何改动"), Tone.NEUTRAL)

    @Slot(object)
    def tell_crash(self, error: BaseException) -> None:
        """Report a defect without personal data and go on; a second one meanwhile is only written down."""
        note_defect(error)
        report = write_report(self.context.workspace.data_dir, error)
        if not self._is_telling:
            self._is_telling = True
            tell_crash(self, report)
            self._is_telling = False

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell once that the window stands."""
        super().paintEvent(event)
        if not self._is_ready:
            self._is_ready = True
            self.context.tasks.run(_nothing, on_done=self._tell_ready, owner=self)

    def _tell_ready(self, _result: None) -> None:
        self.became_ready.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask only if something would be lost."""
        page = self.current_page
        if page is not None and not page.may_leave():
            event.ignore()
            return
        event.accept()


def _read(context: Context, _progress: Progress) -> FrameState:
    return context.read_frame()


def _save_settings(settings: Settings, data_dir: Path, _progress: Progress) -> None:
    save_settings(data_dir, settings)


def _nothing(_progress: Progress) -> None:
    """Come after what the first page asked for: then the window is ready."""

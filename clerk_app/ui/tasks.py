"""One database thread: a page hands over a function and gets its result back in the window's own thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from clerk_app.errors import SituationError, UserError

T = TypeVar("T")
SHOW_AFTER_MS: Final = 300
_SHORTEST_STEP_S: Final = 0.05


class Cancelled(Exception):  # noqa: N818 - not an error: the clerk wanted it
    """The clerk stopped the work; what was begun is rolled back by its own transaction."""


class Progress:
    """Handed to each piece of work: call it now and then, ``progress(done, total)``. Raises Cancelled when the clerk stopped it."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._stop = threading.Event()
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Say how far the work is; reports are thinned out, so call it for each row."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= _SHORTEST_STEP_S or done >= total:
            self._last = now
            self._report(done, total)

    def cancel(self) -> None:
        """Ask the work to stop at its next report; may be called from any thread."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the clerk stopped it."""
        return self._stop.is_set()


@dataclass(slots=True, eq=False)
class Work:
    """One piece of work on its way."""

    title: str
    progress: Progress
    on_done: Callable[[Any], None] | None
    on_error: Callable[[UserError], None] | None
    on_settled: Callable[[], None] | None
    changed: frozenset[str]
    owner: QObject | None
    disable: tuple[QWidget, ...]
    must_end: bool
    had_focus: QWidget | None = None
    gave_focus_to: QWidget | None = None
    future: Future[None] | None = field(default=None, repr=False)

    def cancel(self) -> None:
        """Stop it before it starts or at its next report."""
        self.progress.cancel()


class TaskRunner(QObject):
    """Runs functions one after another in one thread, so that no two touch the database at once.

    Signals, all in the window's thread: ``work_shown`` after 300 ms, ``work_progressed(work, done, total)``, ``work_ended``;
    ``records_changed(frozenset)`` after work that changed something; ``refused(UserError)`` where the page gave no ``on_error``;
    ``situation_met``, ``crashed`` and ``cancelled``.
    """

    work_shown = Signal(object)
    work_progressed = Signal(object, int, int)
    work_ended = Signal(object)
    records_changed = Signal(object)
    refused = Signal(object)
    situation_met = Signal(object)
    crashed = Signal(object)
    cancelled = Signal(object)
    _returned = Signal(object, object, object)
    _reported = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="clerk-database")
        self._open: list[Work] = []
        self._is_closed = False
        self._returned.connect(self._settle)
        self._reported.connect(self._report)

    def run(
        self,
        fn: Callable[[Progress], T],
        *,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[UserError], None] | None = None,
        on_settled: Callable[[], None] | None = None,
        progress_title: str = "",
        changed: frozenset[str] = frozenset(),
        owner: QObject | None = None,
        disable: Sequence[QWidget] = (),
        must_end: bool = False,
    ) -> Work:
        """Run ``fn(progress)`` in the database thread and return at once.

        ``on_done(result)``, ``on_error(UserError)`` and ``on_settled()`` (always, last) are called in the window's thread, unless
        ``owner`` (or the object a bound method belongs to) is gone by then. ``changed`` names the record tables it changes when it
        succeeds. ``disable`` are widgets to switch off meanwhile, such as the button that started it.
        ``must_end`` work is not dropped when the window closes meanwhile: short things like the keeping of a draft.
        """
        if self._is_closed:
            raise RuntimeError("the task runner is closed")
        work = Work("", Progress(_ignore), on_done, on_error, on_settled, changed, owner, tuple(disable), must_end)
        work.title = progress_title or self.tr("正在处理…")
        work.progress = Progress(partial(self._reported.emit, work))
        self._open.append(work)
        work.had_focus = next((widget for widget in work.disable if widget.hasFocus()), None)
        for widget in work.disable:
            widget.setEnabled(False)
        work.gave_focus_to = QApplication.focusWidget()
        work.future = self._pool.submit(self._work, work, fn)
        QTimer.singleShot(SHOW_AFTER_MS, self, partial(self._show, work))
        return work

    @property
    def is_busy(self) -> bool:
        """Whether something is running or waiting."""
        return bool(self._open)

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Cancel what runs, wait for it to end, do ``last`` in the database thread, and let the thread go.

        What waits and was not begun is dropped, except what must end.
        """
        if self._is_closed:
            return
        self._is_closed = True
        for work in self._open:
            if not work.must_end:
                work.cancel()
        end = self._pool.submit(last) if last is not None else None
        self._pool.shutdown(wait=True)
        self._open.clear()
        if end is not None:
            end.result()

    def _work(self, work: Work, fn: Callable[[Progress], object]) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            if work.progress.is_cancelled:
                raise Cancelled
            result = fn(work.progress)
        except BaseException as problem:  # noqa: BLE001 - handed to the window, which sorts it
            error = problem
        if not self._is_closed:
            self._returned.emit(work, result, error)

    @Slot(object, object, object)
    def _settle(self, work: Work, result: object, error: BaseException | None) -> None:
        if self._is_closed:
            return
        self._open.remove(work)
        for widget in work.disable:
            if shiboken6.isValid(widget):
                widget.setEnabled(True)
        self._give_back_focus(work)
        self.work_ended.emit(work)
        if error is None:
            if work.on_done is not None and _is_alive(work, work.on_done):
                work.on_done(result)
            if work.changed:
                self.records_changed.emit(work.changed)
        else:
            self._sort(work, error)
        if work.on_settled is not None and _is_alive(work, work.on_settled):
            work.on_settled()

    @staticmethod
    def _give_back_focus(work: Work) -> None:
        """Qt hands the focus on when its widget is switched off; give it back, unless the clerk has gone elsewhere since."""
        is_where_it_fell = QApplication.focusWidget() is work.gave_focus_to
        if work.had_focus is not None and shiboken6.isValid(work.had_focus) and is_where_it_fell:
            work.had_focus.setFocus()

    def _sort(self, work: Work, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit(work)
        elif isinstance(error, SituationError):
            self.situation_met.emit(error)
        elif not isinstance(error, UserError):
            self.crashed.emit(error)
        elif work.on_error is not None and _is_alive(work, work.on_error):
            work.on_error(error)
        else:
            self.refused.emit(error)

    @Slot(object, int, int)
    def _report(self, work: Work, done: int, total: int) -> None:
        if work in self._open:
            self.work_progressed.emit(work, done, total)

    def _show(self, work: Work) -> None:
        if work in self._open:
            self.work_shown.emit(work)


def _ignore(_done: int, _total: int) -> None:
    """Stand in until the work is known that reports."""


def _is_alive(work: Work, callback: Callable[..., object]) -> bool:
    holders = (work.owner, getattr(callback, "__self__", None))
    return all(shiboken6.isValid(holder) for holder in holders if isinstance(holder, QObject))

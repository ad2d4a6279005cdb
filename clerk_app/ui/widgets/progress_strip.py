"""The slim strip that shows long work: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from clerk_app.ui.tasks import TaskRunner, Work
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import QuietButton


class ProgressStrip(QFrame):
    """Shows the work of a TaskRunner that takes longer than 300 ms."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressStrip")
        theme = current_theme()
        self._work: Work | None = None
        self._label = QLabel()
        self._label.setObjectName("progressText")
        self._bar = QProgressBar()
        self._bar.setObjectName("progressBar")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(240))
        self._count = QLabel()
        self._count.setObjectName("progressCount")
        self._cancel = QuietButton("progressCancel", self.tr("取消"))
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(2), theme.px(8), theme.px(2))
        row.setSpacing(theme.px(12))
        row.addWidget(self._label)
        row.addWidget(self._bar)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._cancel)
        self.hide()
        tasks.work_shown.connect(self._show)
        tasks.work_progressed.connect(self._progress)
        tasks.work_ended.connect(self._end)

    @Slot(object)
    def _show(self, work: Work) -> None:
        if self._work is None:
            self._work = work
            self._label.setText(work.title)
            self._bar.setAccessibleName(work.title)
            self._bar.setRange(0, 0)
            self._count.clear()
            self._cancel.setEnabled(True)
            self.show()

    @Slot(object, int, int)
    def _progress(self, work: Work, done: int, total: int) -> None:
        if work is self._work and total > 0:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._count.setText(f"{done} / {total}")

    @Slot(object)
    def _end(self, work: Work) -> None:
        if work is self._work:
            self._work = None
            self.hide()

    @Slot()
    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._label.setText(self.tr("正在取消…"))
            self._cancel.setEnabled(False)

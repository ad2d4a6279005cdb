"""Who is at the desk, and the password. The window stands before the heavy parts of the program are there."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError, UserError
from clerk_app.terms import PROGRAM
from clerk_app.ui.tasks import Progress, TaskRunner
from clerk_app.ui.texts import term
from clerk_app.ui.theme import FIELD, current_theme
from clerk_app.ui.widgets.buttons import PrimaryButton
from clerk_app.ui.widgets.strips import ErrorStrip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


class SignInDialog(QDialog):
    """Asks for clerk and password; ``workspace`` is there once it was accepted."""

    def __init__(self, tasks: TaskRunner, data_dir: Path, last_clerk: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._data_dir = data_dir
        self._last_clerk = last_clerk
        self.workspace: Workspace | None = None
        self.setObjectName("signInDialog")
        self.setWindowTitle(term(PROGRAM))
        self._build()
        self.sign_in_button.clicked.connect(self._sign_in)
        self.password.returnPressed.connect(self.sign_in_button.click)
        tasks.situation_met.connect(self._show)
        tasks.run(partial(_names, data_dir), on_done=self._show_names, on_error=self._show, owner=self)

    def _build(self) -> None:
        theme = current_theme()
        heading = QLabel(term(PROGRAM))
        heading.setProperty("role", "emptyTitle")
        self._error = ErrorStrip(self)
        self.clerk = QComboBox()
        self.clerk.setObjectName("signInClerk")
        self.clerk.setFixedHeight(theme.px(FIELD))
        self.password = QLineEdit()
        self.password.setObjectName("signInPassword")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setFixedHeight(theme.px(FIELD))
        self.sign_in_button = PrimaryButton("signInButton", self.tr("登录"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(32), theme.px(28), theme.px(32), theme.px(28))
        column.setSpacing(theme.px(8))
        column.addWidget(heading)
        column.addSpacing(theme.px(8))
        column.addWidget(self._error)
        for word, editor in ((self.tr("经办人"), self.clerk), (self.tr("密码"), self.password)):
            label = QLabel(word)
            label.setProperty("role", "label")
            label.setBuddy(editor)
            editor.setAccessibleName(word)
            column.addWidget(label)
            column.addWidget(editor)
        column.addSpacing(theme.px(12))
        column.addWidget(self.sign_in_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(theme.px(380))
        self.password.setFocus()

    def _show_names(self, names: tuple[str, ...]) -> None:
        self.clerk.addItems(list(names))
        self.clerk.setCurrentIndex(max(self.clerk.findText(self._last_clerk), 0))

    @Slot()
    def _sign_in(self) -> None:
        self._error.hide()
        work = partial(_open, self._data_dir, self.password.text(), self.clerk.currentText())
        self._tasks.run(
            work, on_done=self._signed_in, on_error=self._refuse, owner=self, progress_title=self.tr("正在打开…"),
            disable=(self.sign_in_button,),
        )  # fmt: skip

    def _signed_in(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.accept()

    def _refuse(self, error: UserError) -> None:
        self._show(error)
        self.password.selectAll()
        self.password.setFocus()

    @Slot(object)
    def _show(self, error: ClerkError) -> None:
        self._error.show_error(error)


def open_workspace(tasks: TaskRunner, data_dir: Path, last_clerk: str = "") -> Workspace | None:
    """Let a clerk sign in and return the open workspace, or None when the clerk went away.

    With ``CLERK_PASSWORD`` set it opens without asking, as the command line does; raises UserError or SituationError then.
    """
    password = os.environ.get("CLERK_PASSWORD")
    if password is not None:
        return _open_without_asking(tasks, data_dir, password, last_clerk)
    dialog = SignInDialog(tasks, data_dir, last_clerk)
    dialog.exec()
    workspace = dialog.workspace
    dialog.deleteLater()
    return workspace


def _open_without_asking(tasks: TaskRunner, data_dir: Path, password: str, clerk: str) -> Workspace | None:
    loop = QEventLoop()
    opened: list[Workspace] = []
    problems: list[BaseException] = []
    tasks.situation_met.connect(problems.append)
    tasks.crashed.connect(problems.append)
    tasks.run(
        partial(_open, data_dir, password, clerk), on_done=opened.append, on_error=problems.append, on_settled=loop.quit
    )
    loop.exec()
    tasks.situation_met.disconnect(problems.append)
    tasks.crashed.disconnect(problems.append)
    if problems:
        raise problems[0]
    return opened[0]


def _names(data_dir: Path, _progress: Progress) -> tuple[str, ...]:
    from clerk_app.services.unlocking import clerk_choices  # noqa: PLC0415 - the window is shown before this second of imports

    return tuple(holder.name for holder in clerk_choices(data_dir))


def _open(data_dir: Path, password: str, clerk: str, _progress: Progress) -> Workspace:
    from clerk_app.app import open_data  # noqa: PLC0415 - the window is shown before this second of imports

    return open_data(data_dir, lambda: password, clerk=clerk)

"""Who is at the desk, and the password. The window stands before the heavy parts of the program are there."""

from __future__ import annotations

import importlib
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError, SituationError, UserError
from clerk_app.terms import PROGRAM
from clerk_app.ui.crash import hand_over
from clerk_app.ui.dialogs.password_fields import tell_caps
from clerk_app.ui.dialogs.sign_in_trouble import TroublePanel
from clerk_app.ui.tasks import Progress, TaskRunner
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.theme import FIELD, current_theme, icon_pixmap
from clerk_app.ui.widgets.buttons import PrimaryButton, QuietButton
from clerk_app.ui.widgets.editors import CheckBox
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.password_edit import PasswordEdit
from clerk_app.ui.widgets.strips import ErrorStrip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.dialogs.wizard_window import WizardDialog


class SignInDialog(QDialog):
    """Asks for clerk and password; ``workspace`` is there once it was accepted.

    A data folder that cannot be opened is told in the same window, with what to do.
    """

    became_ready = Signal()

    def __init__(self, tasks: TaskRunner, data_dir: Path, last_clerk: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._data_dir = data_dir
        self._last_clerk = last_clerk
        self._names: tuple[str, ...] = ()
        self.workspace: Workspace | None = None
        self.setObjectName("signInDialog")
        self.setWindowTitle(term(PROGRAM))
        self._build()
        self._connect()
        self._read_names()

    def _build(self) -> None:
        theme = current_theme()
        self._error = ErrorStrip(self)
        self.password = PasswordEdit()
        self.password_field = Field("signInPassword", self.tr("密码"), self.password)
        self.show_box = CheckBox(self.tr("显示密码"))
        self.show_box.setObjectName("signInShow")
        self.show_box.setAccessibleName(self.show_box.text())
        self.forgot_button = QuietButton("signInForgot", self.tr("忘记密码"))
        self.sign_in_button = PrimaryButton("signInButton", self.tr("登录"))
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(theme.px(36), theme.px(32), theme.px(36), theme.px(28))
        column.setSpacing(theme.px(8))
        column.addLayout(self._heading())
        column.addSpacing(theme.px(12))
        column.addWidget(self._error)
        column.addLayout(self._who())
        column.addWidget(self.password_field)
        column.addWidget(self.show_box)
        column.addSpacing(theme.px(12))
        buttons = QHBoxLayout()
        buttons.addWidget(self.forgot_button)
        buttons.addStretch(1)
        buttons.addWidget(self.sign_in_button)
        column.addLayout(buttons)
        self.trouble = TroublePanel(self._data_dir)
        self.trouble.hide()
        self._form = form
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(form)
        outer.addWidget(self.trouble)
        outer.addStretch(1)
        self.setFixedWidth(theme.px(500))
        self.password.setFocus()

    def _heading(self) -> QHBoxLayout:
        theme = current_theme()
        picture = QLabel()
        picture.setPixmap(icon_pixmap("clerk", theme.palette.accent, size=32))
        words = QLabel(term(PROGRAM))
        words.setProperty("role", "emptyTitle")
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(picture)
        row.addWidget(words, 1)
        return row

    def _who(self) -> QVBoxLayout:
        theme = current_theme()
        self.clerk = QComboBox()
        self.clerk.setObjectName("signInClerk")
        self.clerk.setAccessibleName(self.tr("经办人"))
        self.clerk.setFixedHeight(theme.px(FIELD))
        self.only_clerk = QLabel()
        self.only_clerk.setObjectName("signInOnlyClerk")
        label = QLabel(self.tr("经办人"))
        label.setProperty("role", "label")
        label.setBuddy(self.clerk)
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        for widget in (label, self.clerk, self.only_clerk):
            column.addWidget(widget)
        column.addSpacing(theme.px(8))
        self.clerk.hide()
        return column

    def _connect(self) -> None:
        self.sign_in_button.clicked.connect(self._sign_in)
        self.password.returnPressed.connect(self.sign_in_button.click)
        self.show_box.toggled.connect(self.password.set_shown)
        self.password.caps_noticed.connect(self._tell_caps)
        self.forgot_button.clicked.connect(self._reset)
        self.trouble.retry_wanted.connect(self._read_names)
        self.trouble.close_wanted.connect(self.reject)
        self.became_ready.connect(self._load_behind)
        self._tasks.situation_met.connect(self._show)
        self._tasks.crashed.connect(hand_over)

    @Slot()
    def _load_behind(self) -> None:
        """Load what lies below the window in the database thread while the clerk types the password."""
        self._tasks.run(lambda _progress: importlib.import_module("clerk_app.ui.desk"), owner=self)

    @Slot()
    def _read_names(self) -> None:
        self._tasks.run(partial(_names, self._data_dir), on_done=self._show_names, on_error=self._show, owner=self)

    def _show_names(self, names: tuple[str, ...]) -> None:
        self._turn(is_trouble=False)
        self._names = names
        self.clerk.clear()
        self.clerk.addItems(list(names))
        self.clerk.setCurrentIndex(max(self.clerk.findText(self._last_clerk), 0))
        self.clerk.setVisible(len(names) > 1)
        self.only_clerk.setVisible(len(names) == 1)
        self.only_clerk.setText(names[0] if names else "")
        self.password.setFocus()
        QTimer.singleShot(0, self.became_ready.emit)

    @Slot(bool)
    def _tell_caps(self, is_on: bool) -> None:
        tell_caps(self.password_field, is_on=is_on)

    @Slot()
    def _sign_in(self) -> None:
        self._error.hide()
        self.password_field.clear_error()
        if not self.password.text():
            self._refuse(UserError("请填写密码。", field="password"))
            return
        work = partial(_open, self._data_dir, self.password.text(), self.clerk.currentText())
        self._tasks.run(
            work, on_done=self._signed_in, on_error=self._refuse, owner=self, progress_title=self.tr("正在打开…"),
            disable=(self.sign_in_button,),
        )  # fmt: skip

    @Slot()
    def _reset(self) -> None:
        from clerk_app.ui.dialogs.password_reset import PasswordResetDialog  # noqa: PLC0415 - seldom wanted

        workspace = PasswordResetDialog.ask(self, self._tasks, self._data_dir, self._names, self.clerk.currentText())
        if workspace is not None:
            self._signed_in(workspace)

    def _signed_in(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.accept()

    def _refuse(self, error: UserError) -> None:
        if error.field == "password":
            self.password_field.show_error(message_of(error))
            self._fit()
        else:
            self._show(error)
        self.password.selectAll()
        self.password.setFocus()

    @Slot(object)
    def _show(self, error: ClerkError) -> None:
        """Tell a situation, which the password cannot mend, in the place of the form."""
        if isinstance(error, SituationError) or not self._names:
            self.trouble.tell(error)
            self._turn(is_trouble=True)
        else:
            self._error.show_error(error)
            self._fit()

    def _turn(self, *, is_trouble: bool) -> None:
        """Show the form, or what is the matter in its place."""
        self._form.setVisible(not is_trouble)
        self.trouble.setVisible(is_trouble)
        self._fit()

    def _fit(self) -> None:
        """Take the height that the words need now: a window does not grow with wrapped lines by itself."""
        outer = self.layout()
        if outer is not None:
            outer.activate()
            self.resize(self.width(), max(outer.heightForWidth(self.width()), outer.minimumSize().height()))

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Stand in the middle of the screen; told before the window is there, so that a window manager keeps to it."""
        if visible and not self.isVisible():
            self._fit()
            room = self.screen().availableGeometry()
            left = room.left() + max((room.width() - self.width()) // 2, 0)
            self.move(left, room.top() + max((room.height() - self.height()) // 3, 0))
        super().setVisible(visible)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter sign in from the choice of the clerk too."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.forgot_button.hasFocus():
            self.forgot_button.click()
        elif is_enter and self._form.isVisible():
            self.sign_in_button.click()
        else:
            super().keyPressEvent(event)


def open_workspace(tasks: TaskRunner, data_dir: Path, last_clerk: str = "") -> Workspace | None:
    """Let a clerk sign in, or make a village first, and return the open workspace; None when the clerk went away.

    With ``CLERK_PASSWORD`` set it opens without asking, as the command line does. Raises UserError or SituationError then, and
    SituationError for a folder that cannot even be looked into.
    """
    password = os.environ.get("CLERK_PASSWORD")
    if password is not None:
        return _open_without_asking(tasks, data_dir, password, last_clerk)
    dialog = _first_dialog(tasks, data_dir, last_clerk)
    if os.environ.get("CLERK_QUIT_WHEN_READY") == "sign-in" and isinstance(dialog, SignInDialog):
        dialog.became_ready.connect(partial(_say_ready, dialog))
    dialog.exec()
    workspace = dialog.workspace
    dialog.deleteLater()
    return workspace


def _say_ready(dialog: SignInDialog) -> None:
    """Say that the password can be typed, and go: what the benchmark times."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    dialog.reject()


def _first_dialog(tasks: TaskRunner, data_dir: Path, last_clerk: str) -> SignInDialog | WizardDialog:
    from clerk_app.services.unlocking import has_village  # noqa: PLC0415 - the application must stand first

    try:
        is_first_run = not has_village(data_dir)
    except OSError as error:
        raise SituationError(
            "数据文件夹看不了（{reason}）：请检查它是否还在、有没有权限，或换一个文件夹。",
            reason=os.strerror(error.errno or 0),
        ) from error
    if not is_first_run:
        return SignInDialog(tasks, data_dir, last_clerk)
    from clerk_app.ui.dialogs.wizard_window import WizardDialog  # noqa: PLC0415 - wanted once in a village's life

    return WizardDialog(tasks, data_dir)


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

"""The first run: a village, a clerk, a password, and the recovery key on paper. Cancelling leaves nothing behind."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError, UserError
from clerk_app.terms import PROGRAM
from clerk_app.ui.crash import hand_over
from clerk_app.ui.dialogs.ask import ask, ask_leave
from clerk_app.ui.dialogs.recovery_panel import RecoveryPanel, recovery_words
from clerk_app.ui.dialogs.wizard_steps import ClerkStep, MakingStep, Step, VillageStep, WelcomeStep
from clerk_app.ui.form_behaviour import FormBehaviour
from clerk_app.ui.page import scrolling
from clerk_app.ui.tasks import Progress, TaskRunner, Work
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme, repolish
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.field import FieldSet
from clerk_app.ui.widgets.strips import ErrorStrip

if TYPE_CHECKING:
    from clerk_app.services.accounts import NewVillage, VillageEntry
    from clerk_app.services.first_run import PackChoice
    from clerk_app.services.workspace import Workspace

_WIDTH: Final = 900
_HEIGHT: Final = 680


class RecoveryStep(Step):
    """The recovery key, this once."""

    name = "recovery"

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__(self.tr("恢复密钥"), recovery_words())
        self.panel = RecoveryPanel(tasks)
        self.column.addWidget(self.panel, 1)


class WizardDialog(QDialog):
    """``workspace`` is there once it was accepted."""

    def __init__(self, tasks: TaskRunner, data_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._data_dir = data_dir
        self._made: NewVillage | None = None
        self._making: Work | None = None
        self.workspace: Workspace | None = None
        self.setObjectName("wizardDialog")
        self.setWindowTitle(term(PROGRAM))
        self.welcome = WelcomeStep(data_dir)
        self.village = VillageStep()
        self.clerk = ClerkStep()
        self.making = MakingStep()
        self.recovery = RecoveryStep(tasks)
        self.steps: tuple[Step, ...] = (self.welcome, self.village, self.clerk, self.making, self.recovery)
        self.fields = FieldSet(parent=self)
        self._build()
        self._connect()
        self._go(self.welcome)
        tasks.run(_packs, on_done=self._take_packs, on_error=self._refuse, owner=self)

    # building

    def _build(self) -> None:
        theme = current_theme()
        self.strip = ErrorStrip(self)
        self.stack = QStackedWidget()
        for step in self.steps:
            self.stack.addWidget(scrolling(step))
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(32), theme.px(12), theme.px(32), 0)
        head.addWidget(self.strip)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(self.stack, 1)
        right.addLayout(self._buttons())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail())
        row.addLayout(right, 1)
        self.setTabOrder(self.next_button, self.back_button)  # Enter after the last field goes on, not away
        self.setTabOrder(self.back_button, self.cancel_button)
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(theme.px(_WIDTH), screen.width() - 40), min(theme.px(_HEIGHT), screen.height() - 60))

    def _rail(self) -> QFrame:
        theme = current_theme()
        rail = QFrame()
        rail.setObjectName("wizardRail")
        rail.setFixedWidth(theme.px(210))
        column = QVBoxLayout(rail)
        column.setContentsMargins(theme.px(20), theme.px(28), theme.px(16), theme.px(20))
        column.setSpacing(theme.px(14))
        name = QLabel(term(PROGRAM))
        name.setObjectName("wizardProgram")
        name.setWordWrap(True)
        column.addWidget(name)
        column.addSpacing(theme.px(8))
        self._marks: dict[str, QLabel] = {}
        for step in self.steps:
            if step is not self.making:
                mark = QLabel()
                mark.setProperty("role", "step")
                self._marks[step.name] = mark
                column.addWidget(mark)
        column.addStretch(1)
        return rail

    def _buttons(self) -> QHBoxLayout:
        theme = current_theme()
        self.cancel_button = Button("wizardCancel", self.tr("取消"))
        self.back_button = Button("wizardBack", self.tr("上一步"), shortcut="Alt+Left")
        self.next_button = PrimaryButton("wizardNext", self.tr("下一步"), shortcut="Alt+Right")
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(32), theme.px(12), theme.px(32), theme.px(20))
        row.setSpacing(theme.px(8))
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return row

    def _connect(self) -> None:
        for step in self.steps:
            for field in step.fields:
                self.fields.add(field)
        self.form = FormBehaviour(self, self.fields, save=self.go_on, leave=self.leave, strip=self.strip)
        for button in (self.welcome.empty_choice, self.welcome.demo_choice, self.clerk.passwords.show_box):
            self.form.watch(button)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)
        self.cancel_button.clicked.connect(self.leave)
        self.welcome.demo_choice.toggled.connect(self._show_rail)
        self.village.key_file_chosen.connect(self._read_key_file)
        self.recovery.panel.noted_changed.connect(self.next_button.setEnabled)
        self._tasks.work_progressed.connect(self._tell_progress)
        self._tasks.situation_met.connect(self._refuse)
        self._tasks.cancelled.connect(self._stopped)
        self._tasks.crashed.connect(self._crashed)

    def _take_packs(self, packs: tuple[PackChoice, ...]) -> None:
        before = set(self.village.fields)
        self.village.set_packs(packs)
        for field in self.village.fields:
            if field not in before:
                self.fields.add(field)
                self.form.watch(field.editor)
        if self.step is self.village:
            self.village.take_focus()

    # going about

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self.stack.currentIndex()]

    def _go(self, step: Step) -> None:
        self.stack.setCurrentIndex(self.steps.index(step))
        is_first, is_making, is_last = step is self.welcome, step is self.making, step is self.recovery
        self.back_button.setVisible(not (is_first or is_making or is_last))
        self.next_button.setVisible(not is_making)
        words = {"clerk": self.tr("建立"), "recovery": self.tr("进入")}
        self.next_button.setText(words.get(step.name, self.tr("下一步")))
        self.next_button.setShortcut("Alt+Right")  # Qt forgets it with each new text
        self.next_button.setEnabled(not is_last)
        self._show_rail()
        step.take_focus()

    @Slot()
    def _show_rail(self) -> None:
        skipped = {"village"} if self.welcome.wants_demo else set()
        shown = [name for name in self._marks if name not in skipped]
        current = "clerk" if self.step is self.making else self.step.name
        titles = {step.name: step.title for step in self.steps}
        for name, mark in self._marks.items():
            mark.setVisible(name in shown)
            if name in shown:
                is_done = shown.index(name) < shown.index(current)
                mark.setText(f"{'✓' if is_done else shown.index(name) + 1}　{titles[name]}")
                mark.setProperty("state", "done" if is_done else "current" if name == current else "")
                repolish(mark)

    @Slot()
    def go_on(self) -> None:
        """Take what this step asked and go to the next."""
        if not self.next_button.isEnabled():
            return
        self.strip.hide()
        self.fields.clear_errors()
        try:
            self._take_step()
        except UserError as error:
            self._refuse(error)

    def _take_step(self) -> None:
        if self.step is self.welcome:
            self._go(self.clerk if self.welcome.wants_demo else self.village)
        elif self.step is self.village:
            self._tasks.run(
                partial(_check, self.village.entry),
                on_done=self._village_checked,
                on_error=self._refuse,
                disable=(self.next_button,),
            )
        elif self.step is self.clerk:
            self._make()
        elif self.step is self.recovery:
            self._enter()

    @Slot()
    def go_back(self) -> None:
        """Go to the step before; what was typed stays."""
        if self.step is self.village or (self.step is self.clerk and self.welcome.wants_demo):
            self._go(self.welcome)
        elif self.step is self.clerk:
            self._go(self.village)

    def _village_checked(self, _entry: VillageEntry) -> None:
        self._go(self.clerk)

    # making

    def _make(self) -> None:
        name, password = self.clerk.answer
        if self.welcome.wants_demo:
            work = partial(_make_demo, self._data_dir, name, password)
        else:
            work = partial(_make_village, self._data_dir, self.village.entry, name, password)
        self._go(self.making)
        self.making.start_anew()
        self._making = self._tasks.run(
            work, on_done=self._finish, on_error=self._refuse, progress_title=self.making.title, owner=self
        )

    @Slot(object, int, int)
    def _tell_progress(self, work: Work, done: int, total: int) -> None:
        if work is self._making:
            self.making.tell(done, total)

    def _finish(self, made: NewVillage) -> None:
        self._making = None
        self._made = made
        self.recovery.panel.show_key(made.workspace, made.recovery_key)
        self._go(self.recovery)

    def _enter(self) -> None:
        if self._made is not None:
            self.workspace = self._made.workspace
            self._tasks.run(partial(_begin_log, self._data_dir), must_end=True)
            self.accept()

    @Slot(object)
    def _stopped(self, work: Work) -> None:
        if work is self._making:
            self._making = None
            self._go(self.clerk)

    @Slot(object)
    def _refuse(self, error: ClerkError) -> None:
        """Show an error at its field, on the step where the field is."""
        self._making = None
        step = next((step for step in self.steps if error.field in {field.name for field in step.fields}), None)
        if step is None and self.step is self.making:
            step = self.clerk
        if step is not None:
            self._go(step)
        if not isinstance(error, UserError) or not self.fields.show_error(error):
            self.strip.show_error(error)

    @Slot(object)
    def _crashed(self, error: BaseException) -> None:
        if self.step is self.making:
            self._making = None
            self._go(self.clerk)
        hand_over(error)

    # the county's key

    @Slot(object)
    def _read_key_file(self, path: Path) -> None:
        self._tasks.run(partial(_read_key, path), on_done=self._take_key, on_error=self._refuse)

    def _take_key(self, key: str) -> None:
        self.village.county_key.editor.set_raw(key)
        self.village.county_key.editor.setFocus()

    # leaving

    @Slot()
    def leave(self) -> None:
        """Go away; what was made is taken back, what was typed is asked about."""
        if self._making is not None:
            self._making.cancel()
        elif self._made is not None:
            self._leave_made(self._made)
        elif not self.fields.is_changed or ask_leave(self):
            super().reject()

    def _leave_made(self, made: NewVillage) -> None:
        is_sure = ask(
            self,
            self.tr("恢复密钥还没有留下"),
            self.tr("现在离开，刚建立的村会删除，下次从头再来。"),
            accept=self.tr("删除，离开"),
            reject=self.tr("继续"),
            is_dangerous=True,
            name="wizardLeaveNotice",
        )
        if is_sure:
            self._made = None
            self._tasks.run(partial(_take_back, made), must_end=True)
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press the button that has the focus."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc and the cross go the same way."""
        self.leave()


def _packs(_progress: Progress) -> tuple[PackChoice, ...]:
    from clerk_app.services.first_run import pack_choices  # noqa: PLC0415 - the window is shown before this second of imports

    return pack_choices()


def _check(entry: VillageEntry, _progress: Progress) -> VillageEntry:
    from clerk_app.services.accounts import check_village  # noqa: PLC0415 - as above

    return check_village(entry)


def _make_village(data_dir: Path, entry: VillageEntry, name: str, password: str, _progress: Progress) -> NewVillage:
    from clerk_app.services.accounts import create_village  # noqa: PLC0415 - as above
    from clerk_app.services.workspace import SystemClock  # noqa: PLC0415 - as above

    return create_village(data_dir, entry, name, password, SystemClock())


def _make_demo(data_dir: Path, name: str, password: str, progress: Progress) -> NewVillage:
    from clerk_app.services.demo import make_demo  # noqa: PLC0415 - as above
    from clerk_app.services.workspace import SystemClock  # noqa: PLC0415 - as above

    return make_demo(data_dir, password, SystemClock(), clerk=name, progress=progress)


def _read_key(path: Path, _progress: Progress) -> str:
    from clerk_app.services.first_run import county_key_of  # noqa: PLC0415 - as above

    return county_key_of(path)


def _take_back(made: NewVillage, _progress: Progress) -> None:
    from clerk_app.services.first_run import take_back  # noqa: PLC0415 - as above

    take_back(made)


def _begin_log(data_dir: Path, _progress: Progress) -> None:
    from clerk_app.logs import start_log  # noqa: PLC0415 - as above

    start_log(data_dir)

"""The view of one household: people on the left, what the one chosen may have on the right, suppositions below the people."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.codes import RELATIONS
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.errors import UserError
from clerk_app.services.entitlements import Answer
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import Page, scrolling
from clerk_app.ui.pages.entitlements.outcomes import HOUSEHOLD, Outcome, compared
from clerk_app.ui.pages.entitlements.people_list import PeopleList
from clerk_app.ui.pages.entitlements.reading import Reading, read_now, read_supposed
from clerk_app.ui.pages.entitlements.result_view import ResultView
from clerk_app.ui.pages.entitlements.shown import Shown
from clerk_app.ui.pages.entitlements.telling import pack_words, told_document, told_text, whole_word
from clerk_app.ui.pages.entitlements.what_if_panel import WhatIfPanel
from clerk_app.ui.printer import choose_printer
from clerk_app.ui.texts import message_of, relation_word
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.strips import Strip

_WAIT_MS = 300
_TWO_LINES_FROM = 125


class EntitlementsView(Page):
    """``closed`` when the clerk goes back to the household's file."""

    name = "entitlements"
    kinds = frozenset({"entitlements"})
    shows: frozenset[str] = Changed.ALL - {Changed.CLERK, Changed.DOCUMENT, Changed.PACKET}
    closed = Signal()

    def __init__(self, context: Context, household_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.household_id = HouseholdId("")
        self.reading: Reading | None = None
        self._shown: Shown | None = None
        self._asked = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._build_commands()
        self._build_body()
        self._connect()
        self._show_panel(is_open=False)
        if household_id:
            self.show_household(household_id)

    # building

    def _build_commands(self) -> None:
        self._back = QuietButton("entitlementsBack", self.tr("返回住户"), icon_name="chevron-left")
        self._basis = QLabel()
        self._basis.setObjectName("entitlementsBasis")
        self._basis.setProperty("role", "hint")
        self._basis.setWordWrap(True)
        self._copy = Button("entitlementsCopy", self.tr("复制"), icon_name="copy")
        self._copy.setToolTip(self.tr("把选中的人能享受什么、为什么，用大白话复制出来  Ctrl+C"))
        self._print = Button("entitlementsPrint", self.tr("打印"), icon_name="printer", shortcut="Ctrl+P")
        self._what_if = PrimaryButton("whatIfToggle", self.tr("假如…"), icon_name="git-compare", shortcut="Ctrl+J")
        self._what_if.setCheckable(True)
        self.commands.addWidget(self._back)
        self.commands.addWidget(self._basis, 1)
        self.commands.addWidget(self._copy)
        self.commands.addWidget(self._print)
        self.commands.addWidget(self._what_if)

    def _build_body(self) -> None:
        theme = current_theme()
        self.strip = Strip("whatIfStrip", button=self.tr("还原"))
        self.people = PeopleList()
        self.panel = WhatIfPanel(self.context.workspace.today)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self.people)
        column.addWidget(self.panel)
        column.addStretch(1)
        self._left: QScrollArea = scrolling(left)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.result = ResultView()
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self._left)
        row.addWidget(self.result, 1)
        self.body.setSpacing(theme.px(12))
        self.body.addWidget(self.strip)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._copy.clicked.connect(self.copy)
        self._print.clicked.connect(self.print_told)
        self._what_if.toggled.connect(self._show_panel)
        self.people.person_chosen.connect(self._choose)
        self.people.installEventFilter(self)
        self.panel.changed.connect(self._wait.start)
        self.panel.settled.connect(self._suppose_all)
        self._wait.timeout.connect(self._suppose)
        self.strip.acted.connect(self.reset)
        self.strip.closed.connect(self.reset)
        self.result.settings_wanted.connect(self._open_settings)
        self.result.what_if_wanted.connect(self._suppose_years)
        self.result.case_wanted.connect(self._open_case)
        self.result.person_wanted.connect(self._go_to)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.copy)
        self.installEventFilter(self)

    # showing

    @property
    def title(self) -> str:
        """The words of the top bar."""
        if self.reading is None:
            return self.tr("可享受政策")
        head = self.reading.file.head
        number = self.reading.file.household.number
        words = self.tr("可享受政策　{number} 户　{head}")
        return words.format(number=number, head=head.person.name if head else "").strip()

    @property
    def person(self) -> PersonId:
        """The person chosen, or the household."""
        return self.people.person

    @property
    def answer(self) -> Answer | None:
        """The answer that is shown, supposed or not."""
        return None if self._shown is None else self._shown.answer

    @property
    def outcomes(self) -> dict[PersonId, Outcome]:
        """The outcomes that are shown, by person."""
        return {} if self._shown is None else self._shown.outcomes

    @property
    def is_waiting(self) -> bool:
        """Whether something supposed is not yet asked for."""
        return self._wait.isActive()

    def take_focus(self) -> None:
        """Begin at the people."""
        self.people.setFocus()

    def show_record(self, kind: str, record_id: str) -> None:  # noqa: ARG002 - one kind
        """Show a household."""
        self.show_household(record_id)

    def show_household(self, household_id: str) -> None:
        """Show another household as it is today."""
        self.household_id = HouseholdId(household_id)
        self.reading = self._shown = None
        self.error_strip.hide()
        self._what_if.setChecked(False)
        self.result.filter.clear()
        self.people.show_people({})
        self._read()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - everything may change an answer
        """Read anew."""
        if self.household_id:
            self._read()

    def _read(self) -> None:
        self.context.tasks.run(
            partial(read_now, self.context.workspace, self.household_id), on_done=self._show, owner=self
        )

    def _show(self, reading: Reading) -> None:
        if reading.file.household.id != self.household_id:
            return
        self.reading = reading
        self.panel.show_reading(reading)
        self._fill_people(reading)
        self._show_facts(reading)
        self.title_changed.emit(self.title)
        if self._what_if.isChecked():
            self._suppose()

    def _fill_people(self, reading: Reading) -> None:
        people = {HOUSEHOLD: whole_word()}
        for member in reading.file.members:
            people[member.person.id] = f"{member.person.name}　{relation_word(RELATIONS[member.membership.relation])}"
        self.people.show_people(people)
        self._tell_panel()

    def _show_facts(self, reading: Reading) -> None:
        self._show_answer(Shown(reading, reading.answer, reading.outcomes, is_supposed=False))

    def _show_answer(self, shown: Shown) -> None:
        self._shown = shown
        words = pack_words(shown.answer)
        self._basis.setText(words.replace("　", "\n") if current_theme().scale >= _TWO_LINES_FROM else words)
        self.people.set_counts(shown.count_words)
        self._show_person(at_top=False)

    def _show_person(self, *, at_top: bool) -> None:
        shown = self._shown
        if shown is not None and self.person in shown.outcomes:
            self.result.show_person(
                shown.reading, shown.answer, shown.outcomes, self.person, shown.dibao_mark, at_top=at_top
            )

    @Slot(str)
    def _choose(self, _person: str) -> None:
        self._tell_panel()
        self._show_person(at_top=True)

    def _tell_panel(self) -> None:
        if self.reading is not None:
            self.panel.choose(self.person, self.reading.answer.names.get(self.person, ""))

    @Slot(str)
    def _go_to(self, person: str) -> None:
        self.people.choose(PersonId(person))
        self.people.setFocus()

    # supposing

    @Slot(bool)
    def _show_panel(self, is_open: bool) -> None:
        self.panel.setVisible(is_open)
        self._left.setFixedWidth(current_theme().px(292 if is_open else 220))
        self._what_if.setText(self.tr("关闭假如") if is_open else self.tr("假如…"))
        if is_open:
            self._tell_strip()
            self.panel.first_editor.setFocus()
            QTimer.singleShot(0, self, self._bring_panel)
        else:
            self.strip.hide()
            self.reset()

    @Slot()
    def _suppose_years(self) -> None:
        self._what_if.setChecked(True)
        self.panel.go_to_years()

    @Slot()
    def _bring_panel(self) -> None:
        """Scroll to the fields, which a long list of people pushes down."""
        if self.panel.isVisible():
            self._left.ensureWidgetVisible(self.panel.current_editor, 0, current_theme().px(160))

    @Slot()
    def reset(self) -> None:
        """Go back to the facts."""
        self.panel.reset()
        self._wait.stop()
        self._asked += 1
        if self._shown is not None and self._shown.is_supposed:
            self._show_facts(self._shown.reading)
        if self._what_if.isChecked():
            self._tell_strip()

    def _tell_strip(self) -> None:
        shown = self._shown
        if shown is None or not shown.is_supposed:
            text = self.tr("假如：在左边改一改，右边马上算出结果。这里的改动只是试算，不会保存。")
        elif shown.changes:
            text = self.tr("假如：与现在相比有 {n} 处变动，右边已标出。只是试算，不会保存。").format(n=shown.changes)
        else:
            text = self.tr("假如：与现在相比没有变动。只是试算，不会保存。")
        self.strip.tell(text, Tone.DUE)

    @Slot()
    def _suppose_all(self) -> None:
        if self._what_if.isChecked():
            self._suppose(is_typing=False)

    @Slot()
    def _suppose(self, *, is_typing: bool | None = None) -> None:
        """Ask for the supposed answer; half a date in the middle of typing is waited for, not refused."""
        self._wait.stop()
        if self.reading is None:
            return
        self.panel.clear_errors()
        try:
            what_if = self.panel.what_if()
        except UserError as error:
            if not (self.panel.is_typing if is_typing is None else is_typing):
                self.panel.show_error(error)
            return
        self._asked += 1
        if what_if is None:
            if self._shown is not None and self._shown.is_supposed:
                self._show_facts(self.reading)
            self._tell_strip()
            return
        self.context.tasks.run(
            partial(read_supposed, self.context.workspace, self.household_id, what_if),
            on_done=partial(self._show_supposed, self._asked),
            on_error=partial(self._refuse, self._asked),
            owner=self,
        )

    def _show_supposed(self, asked: int, found: tuple[Answer, dict[PersonId, Outcome]]) -> None:
        if asked != self._asked or self.reading is None or not self._what_if.isChecked():
            return
        answer, outcomes = found
        self._show_answer(Shown(self.reading, answer, compared(self.reading.outcomes, outcomes), is_supposed=True))
        self._tell_strip()

    def _refuse(self, asked: int, error: UserError) -> None:
        if asked == self._asked and not self.panel.show_error(error):
            self.strip.tell(message_of(error), Tone.OVERDUE)

    # going on

    @Slot()
    def copy(self) -> None:
        """Put what the person chosen may have on the clipboard, in plain words."""
        text = self._told()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.context.status(self.tr("已复制，可以粘贴到微信、Word 里"))

    @Slot()
    def print_told(self) -> None:
        """Print the same words, to be handed over at the door (入户告知)."""
        text = self._told()
        if not text:
            return
        try:
            printer = choose_printer(self, self.tr("政策告知"))
        except UserError as error:
            self.show_error(error)
            return
        if printer is not None:
            told_document(text).print_(printer)
            self.context.status(self.tr("已交给打印机"))

    def _told(self) -> str:
        shown = self._shown
        if shown is None or self.person not in shown.outcomes:
            return ""
        return told_text(shown.answer, shown.outcomes, self.person, supposed=shown.is_supposed)

    @Slot()
    def _open_settings(self) -> None:
        self.context.open("settings", "local")

    @Slot(str)
    def _open_case(self, case_id: str) -> None:
        if case_id:
            self.context.open("dibao_case", case_id)
        else:
            self.context.open("dibao_new", self.household_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc closes the supposition first, then goes back; Enter on a person goes to the right."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                if self._what_if.isChecked():
                    self._what_if.setChecked(False)
                else:
                    self.closed.emit()
                return True
            if watched is self.people and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
                self.result.area.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Return the further states worth a picture."""
        return {"what-if": self._what_if.toggle}

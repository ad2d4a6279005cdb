"""Registering a household: its facts and its members on one page, by keys alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import UserError
from clerk_app.services.households import (
    HouseholdEntry,
    MemberEntry,
    group_names,
    known_person,
    next_household_number,
    register_household,
)
from clerk_app.services.person_check import check_person
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.ask import ask, ask_leave
from clerk_app.ui.dialogs.household_fields import HouseholdFields
from clerk_app.ui.page import FormPage, scrolling
from clerk_app.ui.pages.households.member_line import MemberLine
from clerk_app.ui.pages.households.span_grid import SpanGrid
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.field import Field, FieldSet
from clerk_app.ui.widgets.section import Section

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

DRAFT_KEY: Final = "household:new"
MOST_MEMBERS: Final = 40
_LINES: Final = "lines"


class MemberRefusedError(UserError):
    """A member cannot be registered; ``place`` counts the members entered from 0."""

    place: int = 0


class RegisterForm(FormPage):
    """``registered(id)`` comes when the household is stored, ``closed`` when the clerk leaves, ``household_wanted(id)`` by a link."""

    name = "householdRegister"
    registered = Signal(str)
    closed = Signal()
    household_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.lines: list[MemberLine] = []
        self._next_key = 1
        self._is_restoring = False
        self._build()
        fields = FieldSet(parent=self)
        self.household.join(fields)
        self.start(fields)
        self._add_line()
        self._connect()
        self.fields.mark_saved()
        self.keep_draft(DRAFT_KEY)
        context.tasks.run(partial(_read_proposals, context.workspace), on_done=self._propose, owner=self)

    # building

    def _build(self) -> None:
        theme = current_theme()
        self._back = Button("registerCancel", self.tr("取消"))
        self.save_button = PrimaryButton("registerSave", self.tr("保存  Ctrl+S"))
        self.save_button.setAccessibleName(self.tr("保存"))
        hint = QLabel(self.tr("回车到下一项　Ctrl+回车到下一位成员　Ctrl+S 保存"))
        hint.setProperty("role", "hint")
        self.commands.addWidget(hint)
        self.commands.addStretch(1)
        self.commands.addWidget(self._back)
        self.commands.addWidget(self.save_button)
        QWidget.setTabOrder(self.save_button, self._back)  # Enter after the last field is for saving
        self.household = HouseholdFields(self)
        facts = self.household
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(16))
        about = Section(self.tr("住户"), name="registerHousehold")
        about.add(
            SpanGrid(
                (
                    (facts.number, 3, 8), (facts.group, 4, 8), (facts.address, 9, 24), (facts.phone, 4, 12),
                    (facts.hukou, 4, 12), (facts.land, 4, 8), (facts.housing_area, 4, 8),
                    (facts.housing_structure, 5, 8), (facts.note, 11, 24),
                )
            )
        )  # fmt: skip
        members = Section(self.tr("成员　第一位是户主"), name="registerMembers")
        self._members = QVBoxLayout()
        self._members.setSpacing(theme.px(8))
        members.add(self._members)
        column.addWidget(about)
        column.addWidget(members)
        column.addStretch(1)
        self._area = scrolling(content)
        self.body.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.try_save)
        self._back.clicked.connect(self.leave)
        for keys, slot in (("Ctrl+Return", self._next_member), ("Ctrl+Enter", self._next_member),
                           ("Ctrl+Delete", self._remove_current)):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_sight)
        self.save_button.installEventFilter(self)

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("登记新住户")

    def take_focus(self) -> None:
        """Begin at the group: the number is proposed."""
        self.household.group.editor.setFocus()

    # member lines

    def _add_line(self, key: int | None = None) -> MemberLine:
        key = key or self._next_key
        self._next_key = max(self._next_key, key + 1)
        line = MemberLine(self.context, key, is_head=not self.lines)
        if self.lines:
            line.take_nation_of(self.lines[-1])
        line.named.connect(partial(self._line_named, line))
        line.person.nation.editor.edited.connect(partial(self._hand_down_nation, line))
        line.removal_wanted.connect(partial(self._remove, line))
        line.household_wanted.connect(self.household_wanted)
        line.join(self.fields)
        if self.form is not None:
            for field in line:
                self.form.watch(field.editor)
        line.person.name.editor.installEventFilter(self)
        self._members.addWidget(line)
        line.show()  # at once: the next key may be for it
        self.lines.append(line)
        line.set_place(len(self.lines))
        return line

    def _line_named(self, line: MemberLine) -> None:
        """Keep one empty line below the last, as a sheet does."""
        if self._is_restoring or line is not self.lines[-1] or line.is_empty or len(self.lines) >= MOST_MEMBERS:
            return
        self._add_line()

    def _hand_down_nation(self, line: MemberLine) -> None:
        """Begin the empty line below with the same nation."""
        last = self.lines[-1]
        if not self._is_restoring and last is not line and last.is_empty and self.lines[-2] is line:
            last.take_nation_of(line)

    def _remove(self, line: MemberLine) -> None:
        if line.is_head or line not in self.lines:
            return
        place = self.lines.index(line)
        for field in line:
            self.fields.remove(field.name)
        self.lines.remove(line)
        self._members.removeWidget(line)
        line.hide()
        line.deleteLater()
        for number, other in enumerate(self.lines, start=1):
            other.set_place(number)
        if not any(other.is_empty for other in self.lines[-1:]):
            self._add_line()
        self.lines[min(place, len(self.lines) - 1)].person.name.editor.setFocus()
        if self.form is not None and self.form.draft is not None:
            self.form.draft.touch()

    @Slot()
    def _remove_current(self) -> None:
        line = self._current_line()
        if line is not None:
            self._remove(line)

    @Slot()
    def _next_member(self) -> None:
        line = self._current_line()
        place = self.lines.index(line) + 1 if line is not None else 0
        self.lines[min(place, len(self.lines) - 1)].person.name.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _current_line(self) -> MemberLine | None:
        focus = QApplication.focusWidget()
        return next((line for line in self.lines if focus is not None and line.isAncestorOf(focus)), None)

    def _keep_in_sight(self, _old: QWidget | None, new: QWidget | None) -> None:
        content = self._area.widget()
        if new is None or content is None or not content.isAncestorOf(new):
            return
        line = next((line for line in self.lines if line.isAncestorOf(new)), None)
        QTimer.singleShot(0, self, partial(self._show, line, new))

    def _go_to(self, field: Field) -> None:
        """Go to a field that is wrong and bring it into sight with what stands below it."""
        field.editor.setFocus()
        line = next((line for line in self.lines if line.isAncestorOf(field)), None)
        QTimer.singleShot(0, self, partial(self._show, line, field))

    def _show(self, line: MemberLine | None, editor: QWidget) -> None:
        """Bring the member into sight, and of one higher than the window at least the field with its label and note."""
        theme = current_theme()
        if line is not None:
            self._area.ensureWidgetVisible(line, theme.px(24), theme.px(24))
        self._area.ensureWidgetVisible(editor, theme.px(24), theme.px(64))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter on the empty last name goes to the save button, and on the save button saves."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if (
            event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            return False
        if watched is self.save_button:
            self.save_button.click()
            return True
        last = self.lines[-1]
        if len(self.lines) > 1 and watched is last.person.name.editor and last.is_empty:
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    # proposals and drafts

    def _propose(self, proposals: tuple[str, tuple[str, ...]]) -> None:
        number, groups = proposals
        self.household.set_groups(groups)
        if not self.household.number.editor.raw and not self.is_changed:
            self.household.number.editor.set_raw(number)
            self.fields.mark_saved()
            if self.form is not None and self.form.draft is not None:
                self.form.draft.adopt(self.content())  # a number that the program proposed is nothing to keep

    @property
    def is_changed(self) -> bool:
        """Whether something was entered that is not stored yet."""
        return super().is_changed or len([line for line in self.lines if not line.is_empty]) > 0

    def content(self) -> dict[str, Any]:
        """Return the fields and which member lines there are."""
        return {**super().content(), _LINES: ",".join(str(line.key) for line in self.lines)}

    def restore(self, content: Mapping[str, Any]) -> None:
        """Put the member lines back, then what stood in the fields."""
        self._is_restoring = True
        keys = [int(key) for key in str(content.get(_LINES, "")).split(",") if key.isdigit()]
        for key in keys[len(self.lines) : MOST_MEMBERS]:
            self._add_line(key)
        super().restore(content)
        self._is_restoring = False
        if not self.lines[-1].is_empty:
            self._add_line()

    def keep_now(self) -> None:
        """Keep what is typed at once, as when the clerk looks at something else meanwhile."""
        if self.form is not None and self.form.draft is not None and self.is_changed:
            self.form.draft.keep()

    # saving and leaving

    def save(self) -> None:
        """Check every field, ask about what is odd, and register; each error stands at its own field."""
        entry = self.household.entry()
        members = self._members_entered()
        if members is None:
            return
        lines = [line for line in self.lines if not line.is_empty]
        doubts = self._doubts(lines, members)
        if doubts and not ask(
            self,
            self.tr("有几处请核对"),
            "\n".join(doubts),
            accept=self.tr("照样保存"),
            reject=self.tr("回去核对"),
            name="doubtsNotice",
        ):
            return
        self.context.tasks.run(
            partial(_register, self.context.workspace, entry, members),
            on_done=self._registered,
            on_error=self._refused,
            changed=frozenset({Changed.HOUSEHOLD, Changed.PERSON}),
            owner=self,
            disable=(self.save_button,),
        )

    def _members_entered(self) -> tuple[MemberEntry, ...] | None:
        """Return the members, or None after each wrong field has been marked and the first one has the focus."""
        today = self.context.workspace.today()
        members: list[MemberEntry] = []
        wrong = []
        seen: dict[str, int] = {}
        lines = [line for line in self.lines if not line.is_empty] or self.lines[:1]
        for line in lines:
            try:
                member = line.entry(today)
                checked, _ = check_person(member.person, today)
                self._require_once(checked.id_number or "", line, seen)
                members.append(member)
            except UserError as error:
                wrong.append(line.show_error(error, message_of(error)))
        if wrong:
            self._go_to(wrong[0])
            return None
        return tuple(members)

    def _require_once(self, number: str, line: MemberLine, seen: dict[str, int]) -> None:
        place = self.lines.index(line) + 1
        if number and seen.setdefault(number, place) != place:
            raise UserError("这个公民身份号码和第 {n} 位成员的相同：请核对。", field="id_number", n=seen[number])

    def _doubts(self, lines: list[MemberLine], members: tuple[MemberEntry, ...]) -> list[str]:
        today = self.context.workspace.today()
        doubts = []
        for _line, member in zip(lines, members, strict=False):
            _, findings = check_person(member.person, today)
            doubts += [f"{member.person.name}：{term(finding.message)}" for finding in findings]
        return doubts

    def _registered(self, household_id: str) -> None:
        self.saved(self.tr("已登记一户"))
        self.registered.emit(household_id)

    def _refused(self, error: UserError) -> None:
        if isinstance(error, MemberRefusedError):
            lines = [line for line in self.lines if not line.is_empty]
            self._go_to(lines[error.place].show_error(error, message_of(error)))
        else:
            self.show_user_error(error)

    def left(self) -> None:
        """Go back to the list."""
        self.closed.emit()

    def may_leave(self) -> bool:
        """Ask when something would be lost; the draft goes with the answer."""
        if self.is_changed and not ask_leave(self):
            return False
        self._forget_draft()
        return True


def _read_proposals(workspace: Workspace, _progress: Progress) -> tuple[str, tuple[str, ...]]:
    from clerk_app.storage.pinyin import name_keys  # noqa: PLC0415 - 0.3 s, better here than at the first letter typed

    name_keys("户")
    return next_household_number(workspace), group_names(workspace)


def _register(
    workspace: Workspace, entry: HouseholdEntry, members: tuple[MemberEntry, ...], _progress: Progress
) -> str:
    """Register; raises MemberRefusedError for the first member who is registered already."""
    for place, member in enumerate(members):
        number = member.person.id_number
        known = known_person(workspace, number) if number else None
        if known is not None and known.household_id is not None:
            error = MemberRefusedError(
                "这个公民身份号码已登记在 {group} {number} 户的{name}名下：同一人不能登记两次，请打开那一户核对。",
                field="id_number",
                group=known.group or "本村",
                number=known.household_number,
                name=known.name,
            )
            error.place = place
            raise error
    return register_household(workspace, entry, members)

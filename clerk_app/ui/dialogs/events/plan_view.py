"""What an event will do, told beside its fields while they are filled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.services.events.model import ConsequenceKind
from clerk_app.ui.texts import message_of, sentence_of, term, value_of
from clerk_app.ui.theme import Tone, current_theme, icon_pixmap
from clerk_app.ui.widgets.section import Section

if TYPE_CHECKING:
    from clerk_app.errors import UserError
    from clerk_app.services.events import Plan
    from clerk_app.services.events.model import PlannedChange, Recheck

_ICONS: Final = {
    ConsequenceKind.ENDS: "ban",
    ConsequenceKind.STARTS: "plus",
    ConsequenceKind.TELLS: "info",
}
_NO_MEANING: Final = "—"


class PlanView(QWidget):
    """``show_plan`` tells a plan, ``show_missing`` what is not filled in yet. ``words(name)`` gives a section's words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("eventPlan")
        self.setAccessibleName(self.tr("将要发生的变动"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._content: QWidget | None = None
        self._said: dict[str, list[str]] = {}

    def words(self, name: str) -> str:
        """Return what a section says: title, missing, refusals, questions, changes, consequences or rechecks."""
        return "\n".join(self._said.get(name, []))

    def show_missing(self, errors: Iterable[UserError]) -> None:
        """Say what must be filled in before anything can be told."""
        self._begin()
        self._tell_missing(tuple(errors))
        self._end()

    def show_plan(self, plan: Plan, *, missing: tuple[UserError, ...], refusals: tuple[UserError, ...]) -> None:
        """Tell a plan; its refusals come sorted into what is merely missing and what speaks against it."""
        self._begin()
        title = QLabel(sentence_of(plan.title))
        title.setObjectName("planTitle")
        title.setProperty("role", "section")
        title.setWordWrap(True)
        self._note("title", title.text())
        self._layout.addWidget(title)
        self._tell_lines("refusals", self.tr("现在不能办理"), "circle-alert", Tone.OVERDUE, map(message_of, refusals))
        self._tell_missing(missing)
        questions = map(sentence_of, plan.questions)
        self._tell_lines("questions", self.tr("请核对"), "triangle-alert", Tone.DUE, questions)
        self._tell_consequences(plan)
        self._tell_rechecks(plan.rechecks)
        self._tell_changes(plan.changes)
        self._end()

    # building

    def _begin(self) -> None:
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        self._said = {}
        self._layout = QVBoxLayout(self._content)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_theme().px(16))

    def _end(self) -> None:
        if self._content is None:
            return
        self._layout.addStretch(1)
        self._column.addWidget(self._content)
        self.setAccessibleDescription("\n".join(line for lines in self._said.values() for line in lines))
        self._content.show()

    def _note(self, name: str, text: str) -> None:
        self._said.setdefault(name, []).append(text)

    def _section(self, name: str, title: str) -> QGridLayout:
        section = Section(title, name=f"plan_{name}")
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_theme().px(10))
        grid.setVerticalSpacing(current_theme().px(6))
        section.add(grid)
        self._layout.addWidget(section)
        return grid

    def _tell_missing(self, errors: tuple[UserError, ...]) -> None:
        lines = map(message_of, errors)
        self._tell_lines("missing", self.tr("还要填写"), "pencil", Tone.NEUTRAL, lines)

    def _tell_lines(self, name: str, title: str, sign: str, tone: Tone, lines: Iterable[str]) -> None:
        texts = tuple(dict.fromkeys(lines))
        if not texts:
            return
        grid = self._section(name, title)
        grid.setColumnStretch(1, 1)
        for row, text in enumerate(texts):
            grid.addWidget(_sign(sign, tone), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(text, tone=tone), row, 1)
            self._note(name, text)

    def _tell_changes(self, changes: tuple[PlannedChange, ...]) -> None:
        if not changes:
            return
        grid = self._section("changes", self.tr("登记的内容"))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        row, record = 0, ""
        for change in changes:
            if change.record != record:
                record = change.record
                kind, _, whose = record.partition(" ")
                heading = _label(f"{term(kind)} {whose}".strip())
                heading.setFont(current_theme().font(bold=True))
                grid.addWidget(heading, row, 0, 1, 2)
                self._note("changes", heading.text())
                row += 1
            field, what = term(change.field), _passage(change)
            caption = _label(field, role="label")
            caption.setContentsMargins(current_theme().px(12), 0, 0, 0)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(what), row, 1)
            self._note("changes", f"{field}：{what}")
            row += 1

    def _tell_consequences(self, plan: Plan) -> None:
        if not plan.consequences:
            return
        grid = self._section("consequences", self.tr("随之发生"))
        grid.setColumnStretch(1, 1)
        row = 0
        for each in plan.consequences:
            sign = _sign(_ICONS[each.kind], Tone.ACCENT)
            sign.setToolTip(term(each.kind.label))
            text = sentence_of(each.sentence)
            grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(text), row, 1)
            self._note("consequences", f"{text} {each.clause}".strip())
            row = self._clause(grid, row + 1, each.clause)

    def _tell_rechecks(self, rechecks: tuple[Recheck, ...]) -> None:
        if not rechecks:
            return
        grid = self._section("rechecks", self.tr("办完以后要做，到期提醒"))
        grid.setColumnStretch(1, 1)
        row = 0
        for each in rechecks:
            text = f"{term(each.kind.label)}：{sentence_of(each.sentence)}"
            if each.amount is not None:
                text = self.tr("{text}（{amount} 元）").format(text=text, amount=each.amount.grouped)
            due = _label(each.due_on.isoformat(), tone=Tone.DUE)
            grid.addWidget(due, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(text), row, 1)
            self._note("rechecks", f"{due.text()} {text} {each.clause}".strip())
            row = self._clause(grid, row + 1, each.clause)

    @staticmethod
    def _clause(grid: QGridLayout, row: int, clause: str) -> int:
        if not clause:
            return row
        grid.addWidget(_label(clause, role="hint"), row, 1)
        return row + 1


def _passage(change: PlannedChange) -> str:
    before, after = (value_of(change.field, value) for value in (change.before, change.after))
    return f"{before} → {after or _NO_MEANING}" if before else after or _NO_MEANING


def _label(text: str, *, role: str = "", tone: Tone | None = None) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    if tone is not None:
        palette = label.palette()
        label.setForegroundRole(palette.ColorRole.WindowText)
        label.setStyleSheet(f"color: {current_theme().ink_of(tone).name()}")
    return label


def _sign(name: str, tone: Tone) -> QLabel:
    sign = QLabel()
    sign.setPixmap(icon_pixmap(name, current_theme().ink_of(tone).name(), size=18))
    return sign

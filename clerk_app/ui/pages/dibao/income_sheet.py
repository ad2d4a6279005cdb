"""The income sheet: one line a source of income, filled in with the keyboard, its sums live at the foot."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final, cast

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from clerk_app.domain.codes import Coded
from clerk_app.domain.household import PersonId
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import ZERO, Money
from clerk_app.errors import UserError
from clerk_app.services.dibao import IncomeEntry
from clerk_app.ui.theme import current_theme, icon, repolish
from clerk_app.ui.widgets.code_combo import CodeCombo
from clerk_app.ui.widgets.editors import LineEdit, MoneyEdit

_WHOLE_HOUSEHOLD: Final = "all"
_COLUMNS: Final = 5
_LONGEST_DESCRIPTION: Final = 200


def _owners(people: Sequence[tuple[str, str]], everybody: str) -> tuple[Coded, ...]:
    """Return the members as codes, so that they are found by typing like any other choice."""
    names = [("ALL", (_WHOLE_HOUSEHOLD, everybody))]
    names += [(f"P{number}", (person_id, name)) for number, (person_id, name) in enumerate(people)]
    return tuple(cast("type[Coded]", Coded("Owner", names)))  # type: ignore[arg-type]  # the functional form of an enum


class _Line(QObject):
    """The editors of one line."""

    edited = Signal()
    left_behind = Signal(object)

    def __init__(self, owners: tuple[Coded, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.owner: CodeCombo[Coded] = CodeCombo(owners, parent=parent)
        self.owner.set_code(owners[0])
        self.kind: CodeCombo[IncomeKind] = CodeCombo(tuple(IncomeKind), placeholder=self.tr("选择种类"), parent=parent)
        self.wrong: QWidget | None = None
        self.description = LineEdit(longest=_LONGEST_DESCRIPTION, parent=parent)
        self.annual = MoneyEdit(parent=parent)
        self.deduction = MoneyEdit(parent=parent)
        self.remove = QToolButton(parent)
        self.remove.setIcon(icon("x", size=16))
        self.remove.setIconSize(QSize(current_theme().px(16), current_theme().px(16)))
        self.remove.setToolTip(self.tr("去掉这一行"))
        self.remove.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for editor in self.editors:
            editor.edited.connect(self.edited)
        self.kind.editTextChanged.connect(self.edited)
        self.remove.clicked.connect(self._leave_behind)

    @property
    def editors(self) -> tuple[CodeCombo[Coded] | CodeCombo[IncomeKind] | LineEdit, ...]:
        return (self.owner, self.kind, self.description, self.annual, self.deduction)

    @property
    def texts(self) -> list[str]:
        return [editor.raw for editor in self.editors]

    @property
    def is_blank(self) -> bool:
        return not any(text.strip() for text in self.texts[1:]) and not self.kind.currentText().strip()

    def settle(self) -> None:
        """Let Enter pass over a blank line by its first two fields; nothing can be taken away from it."""
        policy = Qt.FocusPolicy.ClickFocus if self.is_blank else Qt.FocusPolicy.StrongFocus
        for editor in (self.description, self.annual, self.deduction):
            editor.setFocusPolicy(policy)
        self.remove.setVisible(not self.is_blank)

    def name(self, number: int, titles: Sequence[str], line: str) -> None:
        """Give the editors the names that tests and screen readers know them by."""
        parts = ("owner", "kind", "description", "annual", "deduction")
        for part, title, editor in zip(parts, titles, self.editors, strict=True):
            editor.setObjectName(f"income_{number}_{part}")
            editor.setAccessibleName(f"{line} {title}")
        self.remove.setObjectName(f"income_{number}_remove")
        self.remove.setAccessibleName(f"{line} {self.remove.toolTip()}")

    def entry(self, number: int) -> IncomeEntry:
        """Return the line; raises UserError that names the line, after noting the editor in ``wrong``."""
        self.wrong = None
        kind = self.kind.code
        if kind is None:
            self.wrong = self.kind
            raise UserError("第 {line} 行：请选择收入种类。", field="income", line=number)
        annual = self._money(self.annual, number)
        if annual is None:
            self.wrong = self.annual
            raise UserError("第 {line} 行：请填写全年金额，没有就填 0。", field="income", line=number)
        if not self.owner.is_understood:
            self.wrong = self.owner
            raise UserError("第 {line} 行：请从列表里选成员，或选“全家”。", field="income", line=number)
        owner = self.owner.raw
        return IncomeEntry(
            kind=kind,
            annual=annual,
            deduction=self._money(self.deduction, number) or ZERO,
            person_id=None if owner in ("", _WHOLE_HOUSEHOLD) else PersonId(owner),
            description=self.description.value,
        )

    def _money(self, editor: MoneyEdit, number: int) -> Money | None:
        try:
            amount = editor.money(field="income")
        except UserError as error:
            self.wrong = editor
            raise UserError(
                "第 {line} 行：金额“{text}”看不懂，请只填数字，最多两位小数。",
                field="income",
                line=number,
                text=editor.value,
            ) from error
        if amount is not None and amount.fen < 0:
            self.wrong = editor
            raise UserError("第 {line} 行：金额不能是负数，亏损请填 0 并在说明里写明。", field="income", line=number)
        return amount

    @staticmethod
    def mark(editor: QWidget, *, is_wrong: bool = True) -> None:
        if editor.property("wrong") != is_wrong:
            editor.setProperty("wrong", is_wrong)
            repolish(editor)

    def clear_marks(self) -> None:
        for editor in self.editors:
            self.mark(editor, is_wrong=False)

    @Slot()
    def _leave_behind(self) -> None:
        self.left_behind.emit(self)


class IncomeSheet(QWidget):
    """Lines of member, kind, description, year's sum and costs, with a blank one at the end.

    It is an editor of a form: ``raw`` is what a draft keeps. ``editor_added(widget)`` comes with each editor, for the form's keys.
    """

    edited = Signal()
    editor_added = Signal(object)

    def __init__(self, people: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._people = len(people)
        self._owners = _owners(people, self.tr("全家"))
        self._titles = (self.tr("成员"), self.tr("种类"), self.tr("说明"), self.tr("全年金额"), self.tr("必要成本"))
        self._lines: list[_Line] = []
        self._is_loading = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(6))
        self._grid.setVerticalSpacing(theme.px(6))
        for column, title in enumerate(self._titles):
            label = QLabel(title)
            label.setProperty("role", "hint")
            self._grid.addWidget(
                label, 0, column, Qt.AlignmentFlag.AlignRight if column > 2 else Qt.AlignmentFlag.AlignLeft
            )
        for column, (stretch, least) in enumerate(((2, 108), (3, 150), (4, 110), (2, 100), (2, 92))):
            self._grid.setColumnStretch(column, stretch)
            self._grid.setColumnMinimumWidth(column, theme.px(least))
        self.sums = QLabel()
        self.sums.setObjectName("incomeSums")
        self.sums.setWordWrap(True)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(theme.px(8))
        column_box.addLayout(self._grid)
        column_box.addWidget(self.sums)
        self._add_line()
        self._show_sums()

    # the content

    def entries(self) -> tuple[IncomeEntry, ...]:
        """Return the lines that are filled in; raises UserError for the first that is wrong."""
        return tuple(line.entry(number) for number, line in enumerate(self._lines, start=1) if not line.is_blank)

    def mark_wrong(self) -> None:
        """Show which editor ``entries`` has found to be wrong."""
        for line in self._lines:
            if line.wrong is not None:
                line.mark(line.wrong)

    def set_entries(self, entries: Sequence[IncomeEntry]) -> None:
        """Show stored lines."""
        texts = [
            [
                entry.person_id or _WHOLE_HOUSEHOLD,
                entry.kind.value,
                entry.description,
                entry.annual.grouped,
                entry.deduction.grouped if entry.deduction else "",
            ]
            for entry in entries
        ]
        self.set_raw(json.dumps(texts, ensure_ascii=False))

    @property
    def raw(self) -> str:
        """The lines as typed."""
        return json.dumps([line.texts for line in self._lines if not line.is_blank], ensure_ascii=False)

    def set_raw(self, text: str) -> None:
        """Take lines that ``raw`` gave."""
        if text == self.raw:
            return
        for line in tuple(self._lines):
            self._drop(line)
        self._is_loading = True
        for texts in json.loads(text or "[]"):
            line = self._add_line()
            for editor, part in zip(line.editors, texts, strict=True):
                editor.set_raw(str(part))
        self._is_loading = False
        if not self._lines or not self._lines[-1].is_blank:
            self._add_line()
        self._tell()

    # lines

    @property
    def editors(self) -> tuple[QWidget, ...]:
        """All editors there are now."""
        return tuple(editor for line in self._lines for editor in line.editors)

    def _add_line(self) -> _Line:
        line = _Line(self._owners, self)
        self._lines.append(line)
        self._place(line, len(self._lines))
        line.edited.connect(self._tell)
        line.left_behind.connect(self._remove)
        self._order_tabs()
        for editor in line.editors:
            self.editor_added.emit(editor)
        return line

    def _place(self, line: _Line, row: int) -> None:
        for column, editor in enumerate(line.editors):
            self._grid.addWidget(editor, row, column)
        self._grid.addWidget(line.remove, row, _COLUMNS)
        line.name(row - 1, self._titles, self.tr("第 {line} 行").format(line=row))
        line.settle()

    def _order_tabs(self) -> None:
        editors = self.editors
        for before, after in pairwise(editors):
            QWidget.setTabOrder(before, after)

    @Slot(object)
    def _remove(self, line: _Line) -> None:
        row = self._lines.index(line)
        self._drop(line)
        for number, rest in enumerate(self._lines, start=1):
            self._place(rest, number)
        self._lines[min(row, len(self._lines) - 1)].owner.setFocus()
        self._tell()

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        line.blockSignals(True)  # noqa: FBT003 - Qt's own
        for widget in (*line.editors, line.remove):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        line.deleteLater()

    @Slot()
    def _tell(self) -> None:
        if self._is_loading:
            return
        for line in self._lines:
            line.clear_marks()
            line.wrong = None
            line.settle()
        if self._lines and not self._lines[-1].is_blank:
            self._add_line()
        self._show_sums()
        self.edited.emit()

    def _show_sums(self) -> None:
        try:
            entries = self.entries()
        except UserError:
            self.sums.setText(self.tr("填完整后这里显示合计"))
            return
        annual = Money(sum(entry.annual.fen for entry in entries))
        costs = Money(sum(min(entry.deduction.fen, entry.annual.fen) for entry in entries))
        net = annual - costs
        monthly = Money.rounded(Fraction(net.fen, 12 * self._people)) if self._people else ZERO
        words = self.tr(
            "全年合计 {annual} 元　必要成本 {costs} 元　净收入 {net} 元　人均每月 {monthly} 元（{people} 人）"
        )
        self.sums.setText(
            words.format(
                annual=annual.grouped,
                costs=costs.grouped,
                net=net.grouped,
                monthly=monthly.grouped,
                people=self._people,
            )
        )

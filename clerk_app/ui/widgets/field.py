"""A labelled field with its hint or error below it, and the set of fields that make a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import current_theme, icon_pixmap, repolish
from clerk_app.ui.widgets.code_combo import CodeCombo
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit, TextEdit
from clerk_app.ui.widgets.id_number_edit import IdNumberEdit
from clerk_app.ui.widgets.segments import Segments

NARROWEST: Final = 208
AnyEditor = LineEdit | TextEdit | CheckBox | DateEdit | Segments | CodeCombo  # type: ignore[type-arg]  # any code table


class Field(QWidget):
    """Label above, editor, then one line for the hint or the error (red, with a sign and a word).

    ``name`` is the editor's objectName and what ``UserError.field`` calls it.
    """

    def __init__(
        self,
        name: str,
        label: str,
        editor: AnyEditor,
        *,
        hint: str = "",
        width: int = 0,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.name = name
        self.editor = editor
        self._hint = hint
        self.setObjectName(f"{name}Field")
        editor.setObjectName(name)
        editor.setAccessibleName(label)
        self._label = QLabel(f"{label} *" if required else label)
        self._label.setProperty("role", "label")
        self._label.setBuddy(editor)
        self._sign = QLabel()
        self._sign.setPixmap(icon_pixmap("circle-alert", theme.palette.overdue, size=14))
        self._note = QLabel(hint)
        self._note.setObjectName(f"{name}Note")
        self._note.setWordWrap(True)
        self._note.setProperty("role", "hint")
        self._lay_out(width)
        self._sign.hide()
        self._note.setVisible(bool(hint))
        if isinstance(editor, IdNumberEdit):
            editor.told.connect(self._tell)
        else:
            editor.edited.connect(self.clear_error)

    def _lay_out(self, width: int) -> None:
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        if isinstance(self.editor, CheckBox):
            self._label.clear()  # the box has its own words; the empty line keeps it level with its neighbours
        column.addWidget(self._label)
        column.addWidget(self.editor)
        if width:
            self.editor.setFixedWidth(theme.px(width))
            self.setMaximumWidth(max(theme.px(width), theme.px(220)))
        note = QHBoxLayout()
        note.setSpacing(theme.px(4))
        note.addWidget(self._sign)
        note.addWidget(self._note, 1)
        column.addLayout(note)
        column.addStretch(1)

    def without_label(self) -> Field:
        """Leave the line of the label out, for a box on a line of its own; returns the field."""
        self._label.hide()
        return self

    @property
    def error(self) -> str:
        """The error shown, or nothing."""
        return self._note.text() if self.editor.property("wrong") else ""

    @property
    def note(self) -> str:
        """The line below the field, hint or error."""
        return self._note.text()

    def show_error(self, text: str) -> None:
        """Say below the field what is wrong."""
        self._mark(text, is_wrong=True)

    @Slot()
    def clear_error(self) -> None:
        """Take the error away; the hint comes back."""
        if self.editor.property("wrong"):
            self._mark(self._hint, is_wrong=False)

    def set_hint(self, text: str) -> None:
        """Say something else below the field."""
        self._hint = text
        if not self.editor.property("wrong"):
            self._mark(text, is_wrong=False)

    @Slot(str, bool)
    def _tell(self, text: str, is_wrong: bool) -> None:
        self._mark(text or self._hint, is_wrong=is_wrong)

    def _mark(self, text: str, *, is_wrong: bool) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._note.setProperty("role", "error" if is_wrong else "hint")
        self._sign.setVisible(is_wrong)
        self.editor.setProperty("wrong", is_wrong)
        self.editor.setAccessibleDescription(text)
        repolish(self._note)
        repolish(self.editor)


class FieldSet(QObject):
    """The fields of a form by name. ``edited`` comes whenever the clerk changes one."""

    edited = Signal()

    def __init__(self, fields: Iterable[Field] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._saved: dict[str, str] = {}
        for field in fields:
            self.add(field)

    def add(self, field: Field) -> Field:
        """Take in a field and return it."""
        self._fields[field.name] = field
        self._saved[field.name] = field.editor.raw
        field.editor.edited.connect(self.edited)
        return field

    def remove(self, name: str) -> None:
        """Let a field go, as when a line of a form is taken away."""
        self._fields.pop(name, None)
        self._saved.pop(name, None)

    def __getitem__(self, name: str) -> Field:
        return self._fields[name]

    def __iter__(self) -> Iterator[Field]:
        return iter(self._fields.values())

    def content(self) -> dict[str, str]:
        """Return what stands in the fields, as typed."""
        return {name: field.editor.raw for name, field in self._fields.items()}

    def restore(self, content: Mapping[str, object]) -> None:
        """Put back what ``content`` gave; unknown names and other kinds of value are passed over."""
        for name, value in content.items():
            if name in self._fields and isinstance(value, str):
                self._fields[name].editor.set_raw(value)

    def mark_saved(self) -> None:
        """Take the present content as what is saved."""
        self._saved = self.content()

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self.content() != self._saved

    def clear_errors(self) -> None:
        """Take all errors away."""
        for field in self:
            field.clear_error()

    def show_error(self, error: UserError) -> bool:
        """Show an error at its field and go there; False when no field here has that name."""
        field = self._fields.get(error.field or "")
        if field is None:
            return False
        field.show_error(message_of(error))
        field.editor.setFocus()
        return True


class FieldGrid(QWidget):
    """Fields in columns of equal width, 16 px apart: as many as wanted, fewer where they would get too narrow.

    ``wide`` are fields that take a whole line.
    """

    def __init__(
        self,
        fields: Iterable[QWidget],
        *,
        columns: int = 3,
        wide: Iterable[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._fields = list(fields)
        self._wide = set(wide)
        self._wanted = columns
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(12))
        self._arrange(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many columns as fit."""
        super().resizeEvent(event)
        fitting = (event.size().width() + current_theme().px(16)) // current_theme().px(NARROWEST + 16)
        self._arrange(max(1, min(self._wanted, fitting)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of one column, so that the page may get narrow."""
        return QSize(current_theme().px(NARROWEST), super().minimumSizeHint().height())

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for place in range(max(columns, self._columns)):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self._columns = columns
        row = column = 0
        for field in self._fields:
            if field in self._wide:
                row, column = (row + 1, 0) if column else (row, 0)
                self._grid.addWidget(field, row, 0, 1, columns)
                row += 1
                continue
            self._grid.addWidget(field, row, column)
            column += 1
            if column == columns:
                row, column = row + 1, 0

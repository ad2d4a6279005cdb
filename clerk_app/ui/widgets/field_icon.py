"""Icons inside a line of text. Those that Qt puts there stay at 16 pixels; these grow with the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton

from clerk_app.ui.theme import current_theme, icon

_SIZE = 18
_EDGE = 8
_GAP = 4


class FieldIcon(QToolButton):
    """An icon at one end of a field, as large as its type asks; the keyboard passes it over."""

    def __init__(self, edit: QLineEdit, name: str) -> None:
        super().__init__(edit)
        size = current_theme().px(_SIZE)
        self.setProperty("role", "inField")
        self.setIcon(icon(name, size=_SIZE))
        self.setIconSize(QSize(size, size))
        self.setFixedSize(size, size)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class ClearButton(FieldIcon):
    """Empties its field; it stands there, and takes room, while there is text."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit, "x")
        self._edit = edit
        _place_behind(edit, self, self.tr("清空"), edit.clear)
        self._follow(edit.text())
        edit.textChanged.connect(self._follow)

    @Slot(str)
    def _follow(self, text: str) -> None:
        self.setVisible(bool(text))
        self._edit.setTextMargins(self._edit.textMargins().left(), 0, _room() if text else 0, 0)


def put_picture(edit: QLineEdit, name: str) -> FieldIcon:
    """Put a picture before the text; it says what the field is for, and a click on it is one on the field."""
    picture = FieldIcon(edit, name)
    picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    _row(edit).insertWidget(0, picture)
    edit.setTextMargins(_room(), 0, edit.textMargins().right(), 0)
    return picture


def put_button(edit: QLineEdit, name: str, word: str, act: Callable[[], object]) -> FieldIcon:
    """Put a button behind the text; ``word`` is for the pointer and for a screen reader."""
    button = FieldIcon(edit, name)
    _place_behind(edit, button, word, act)
    edit.setTextMargins(edit.textMargins().left(), 0, _room(), 0)
    return button


def put_clear_button(edit: QLineEdit) -> ClearButton:
    """Put a button behind the text that empties the field."""
    return ClearButton(edit)


def _place_behind(edit: QLineEdit, button: FieldIcon, word: str, act: Callable[[], object]) -> None:
    button.setToolTip(word)
    button.setAccessibleName(word)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    button.clicked.connect(act)
    _row(edit).addWidget(button)


def _room() -> int:
    return current_theme().px(_SIZE + _GAP)


def _row(edit: QLineEdit) -> QHBoxLayout:
    """Return what keeps the icons at the ends of the field, whatever its width; it asks no room of the field."""
    known = edit.layout()
    if isinstance(known, QHBoxLayout):
        return known
    row = QHBoxLayout(edit)
    row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
    row.setContentsMargins(current_theme().px(_EDGE), 0, current_theme().px(_EDGE), 0)
    row.addStretch(1)
    return row

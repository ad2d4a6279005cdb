"""A choice from a code table: found by typing its word, its pinyin initials or its number; never changed by the wheel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from clerk_app.domain.codes import Coded
from clerk_app.ui.texts import term
from clerk_app.ui.theme import FIELD, current_theme

C = TypeVar("C", bound=Coded)
_CODE: Final = Qt.ItemDataRole.UserRole
_WORDS: Final = Qt.ItemDataRole.UserRole + 1
_STILL_HERE: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class _Finder(QCompleter):
    """Matches the search words but shows and takes the label."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's name
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class CodeCombo(QComboBox, Generic[C]):
    """``code`` is the member chosen, or None. ``code_changed(code or None)`` comes when it changes, ``edited`` with it.

    ``options`` are the members in the order shown; ``optional`` puts an empty line first.
    """

    code_changed = Signal(object)
    edited = Signal()

    def __init__(
        self, options: Sequence[C], *, optional: bool = False, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options: tuple[C, ...] = tuple(options)
        self._reported: C | None = None
        self._has_initials = False
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(current_theme().px(FIELD))
        self.setMaxVisibleItems(12)
        self._fill(optional=optional)
        self._line.setPlaceholderText(placeholder)
        self._set_up_finder()
        self.setCurrentIndex(0 if optional else -1)
        self.currentIndexChanged.connect(self._report)
        self.activated.connect(self._report)
        self._line.textEdited.connect(self._typed)
        self._line.editingFinished.connect(self._settle)

    @property
    def _line(self) -> QLineEdit:
        line = self.lineEdit()
        if line is None:
            raise RuntimeError("an editable combo box has a line")
        return line

    def _fill(self, *, optional: bool) -> None:
        model = QStandardItemModel(self)
        rows: list[tuple[str, str]] = [("", "")] if optional else []
        rows += [(option.value, self.word_of(option)) for option in self._options]
        for code, label in rows:
            item = QStandardItem(label)
            item.setData(code, _CODE)
            item.setData(f"{label} {code}".casefold(), _WORDS)
            model.appendRow(item)
        self.setModel(model)

    def word_of(self, option: C) -> str:
        """Return a member as it is shown."""
        return term(option.label)

    def _set_up_finder(self) -> None:
        finder = _Finder(self.model(), self)
        finder.setCompletionRole(_WORDS)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = finder.popup()
        if popup is not None:
            popup.setObjectName("choices")
        self.setCompleter(finder)
        self._finder = finder

    @property
    def code(self) -> C | None:
        """The member chosen, or None for the empty line or words that fit nothing."""
        row = self._row()
        wanted = self.itemData(row, _CODE) if row >= 0 else ""
        return next((option for option in self._options if option.value == wanted), None)

    def set_code(self, code: C | None) -> None:
        """Choose a member; None empties the field."""
        self.setCurrentIndex(self.findData("" if code is None else code.value, _CODE))
        if code is None:
            self._line.clear()
        self._report()

    @property
    def is_understood(self) -> bool:
        """Whether the words typed are one of the choices (or nothing)."""
        return not self._line.text().strip() or self.code is not None

    @property
    def raw(self) -> str:
        """The stored code, or nothing."""
        code = self.code
        return "" if code is None else code.value

    def set_raw(self, text: str) -> None:
        """Take a stored code."""
        self.set_code(next((option for option in self._options if option.value == text), None))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page: a value never changes by scrolling."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Select the word so that typing replaces it, but not in the middle of a word because its list closed again."""
        super().focusInEvent(event)
        if event.reason() not in _STILL_HERE:
            self._line.selectAll()

    def _row(self) -> int:
        return self.findText(self._line.text().strip(), Qt.MatchFlag.MatchExactly)

    @Slot(str)
    def _typed(self, text: str) -> None:
        if text.isascii() and text.strip() and not self._has_initials:
            self._add_initials()
        self._report()

    def _add_initials(self) -> None:
        from clerk_app.storage.pinyin import name_keys  # noqa: PLC0415 - pypinyin costs 0.2 s; only a typed letter needs it

        self._has_initials = True
        typed = self._line.text()
        for row, option in enumerate(self._options, start=self.count() - len(self._options)):
            keys = " ".join(key for key in name_keys(option.label[:8]) if key.isascii())
            words = f"{self.itemText(row)} {option.value} {keys}".casefold()
            self.setItemData(row, words, _WORDS)
        if self._line.text() != typed:  # the box shows its present choice again when that is told anything new
            self._line.setText(typed)

    @Slot()
    def _settle(self) -> None:
        """Take the first match when the clerk moves on after typing only a part."""
        typed = self._line.text().strip()
        if typed and self._row() < 0:
            finder = self._finder
            finder.setCompletionPrefix(typed.casefold())
            if finder.completionCount() >= 1 and finder.setCurrentRow(0):
                self._line.setText(finder.currentCompletion())
        if self._row() >= 0:
            self.setCurrentIndex(self._row())
        self._report()

    @Slot()
    def _report(self, *_: Any) -> None:
        code = self.code
        if code != self._reported:
            self._reported = code
            self.code_changed.emit(code)
            self.edited.emit()

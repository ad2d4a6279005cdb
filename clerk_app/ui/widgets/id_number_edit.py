"""The field for an identity number: it says at once what the number tells, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clerk_app.domain.dates import age_on
from clerk_app.domain.resident_id import ResidentId, normalise, parse, warnings
from clerk_app.errors import UserError
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.widgets.editors import LineEdit

_FULL_LENGTH: Final = 18


class IdNumberEdit(LineEdit):
    """``number_changed(ResidentId or None)`` comes when the number becomes valid or ceases to be.

    ``told(text, is_wrong)`` is the line for below the field; while fewer than 18 characters are typed it only counts, once the
    clerk moves on it says what is wrong.
    """

    number_changed = Signal(object)
    told = Signal(str, bool)

    def __init__(self, today: Callable[[], date], *, parent: QWidget | None = None) -> None:
        super().__init__(longest=60, parent=parent)
        self._today = today
        self._identity: ResidentId | None = None
        self.textChanged.connect(self._check_while_typing)
        self.editingFinished.connect(self._check_when_left)

    @property
    def identity(self) -> ResidentId | None:
        """The number with what it tells, or None while it is not valid."""
        return self._identity

    @property
    def value(self) -> str:
        """The number as it should stand (half-width, X large); raises UserError where Excel has cut it."""
        return normalise(self.text())

    def check(self) -> ResidentId | None:
        """Return the valid number, None for an empty field; raises UserError for a wrong one."""
        return parse(self.text(), self._today()) if self.text().strip() else None

    @Slot()
    def _check_while_typing(self) -> None:
        self._check(is_left=False)

    @Slot()
    def _check_when_left(self) -> None:
        self._check(is_left=True)

    def _check(self, *, is_left: bool) -> None:
        found: ResidentId | None = None
        try:
            found = self.check()
            text, is_wrong = (self._describe(found) if found else ""), False
            if is_left and found and self.text() != found.number:
                self.setText(found.number)
        except UserError as error:
            length = self._length()
            is_wrong = is_left or length >= _FULL_LENGTH
            text = message_of(error) if is_wrong else self.tr("已输入 {n} 位").format(n=length)
        self.told.emit(text, is_wrong)
        if found != self._identity:
            self._identity = found
            self.number_changed.emit(found)

    def _length(self) -> int:
        try:
            return len(normalise(self.text()))
        except UserError:
            return _FULL_LENGTH

    def _describe(self, identity: ResidentId) -> str:
        age = age_on(identity.birth_on, self._today())
        words = self.tr("{birth} 出生，{sex}，{age} 周岁").format(
            birth=identity.birth_on.isoformat(), sex=term(identity.sex.label), age=age
        )
        notes = [term(finding.message) for finding in warnings(identity)]
        return "　".join([words, *notes])

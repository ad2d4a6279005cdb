"""The field for an identity number: it says at once what the number tells, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
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
    clerk moves on it says what is wrong. A 15-digit number stays as typed, for the number that it becomes is only a proposal;
    while typing it may be the beginning of a new one, so it counts once the clerk moves on (T2).
    """

    number_changed = Signal(object)
    told = Signal(str, bool)

    def __init__(self, today: Callable[[], date], *, parent: QWidget | None = None) -> None:
        super().__init__(longest=60, parent=parent)
        self._today = today
        self._identity: ResidentId | None = None
        self.textChanged.connect(self._check_while_typing)
        self.editingFinished.connect(self.settle)

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
    def settle(self) -> None:
        """Take what is typed for the whole number, as when the clerk moves on."""
        self._check(is_left=True)

    def _check(self, *, is_left: bool) -> None:
        found: ResidentId | None = None
        try:
            found = self.check()
            text, is_wrong = (self._describe(found) if found else ""), False
            if found is not None and found.former is not None and not is_left:
                text, found = self._propose(found), None
            if is_left and found and self.text() != (shown := found.former or found.number):
                self.setText(shown)
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

    def _propose(self, identity: ResidentId) -> str:
        return self.tr("已输入 15 位；如是旧号码，对应 18 位 {number}").format(number=identity.number)

    def _describe(self, identity: ResidentId) -> str:
        age = age_on(identity.birth_on, self._today())
        words = self.tr("{birth} 出生，{sex}，{age} 周岁").format(
            birth=identity.birth_on.isoformat(), sex=term(identity.sex.label), age=age
        )
        notes = [term(finding.message) for finding in warnings(replace(identity, former=None))]
        if identity.former is not None:
            notes.insert(0, self.tr("15 位旧号码，将存为 18 位 {number}，请与证件核对").format(number=identity.number))
        return "　".join([words, *notes])

"""The list under a field while keys come: no character is lost, and what is typed next lands where the clerk is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import Education
from clerk_app.paths import resources
from clerk_app.ui.page import FormDialog
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.code_combo import CodeCombo
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet

CTRL = Qt.KeyboardModifier.ControlModifier


class Form(FormDialog):
    """A list field between two lines; Ctrl+J goes to the last one, as the shortcuts of a page do."""

    def __init__(self) -> None:
        super().__init__("listForm", "list")
        self.first, self.choice, self.last = LineEdit(), CodeCombo(tuple(Education)), LineEdit()
        fields = FieldSet(parent=self)
        for name, editor in (("first", self.first), ("choice", self.choice), ("last", self.last)):
            field = Field(name, name, editor)
            fields.add(field)
            self.body.addWidget(field)
        QShortcut(QKeySequence("Ctrl+J"), self).activated.connect(self.last.setFocus)
        self.saved_code: Education | None = None
        self.start(fields)

    def save(self) -> None:
        self.saved_code = self.choice.code


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form, before_close_func=lambda _: form.fields.mark_saved())  # nobody is there to be asked
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.choice.setFocus(Qt.FocusReason.TabFocusReason)
    return form


def receiver() -> QWidget:
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def type_keys(text: str) -> None:
    """Type as the window system gives it: to the list while it is open."""
    for character in text:
        QTest.keyClicks(receiver(), character)


def line_of(form: Form) -> QLineEdit:
    line = form.choice.lineEdit()
    assert line is not None
    return line


def test_word_is_kept_whole_when_its_list_closes_in_the_middle(form: Form) -> None:
    type_keys("czx90")
    assert line_of(form).text() == "czx90"


def test_word_is_typed_over_when_the_field_is_come_to(form: Form) -> None:
    form.choice.set_code(Education.JUNIOR)
    form.first.setFocus(Qt.FocusReason.TabFocusReason)
    form.choice.setFocus(Qt.FocusReason.OtherFocusReason)
    type_keys("x")
    assert line_of(form).text() == "x"


def test_next_characters_go_where_a_shortcut_went_when_the_list_was_open(form: Form) -> None:
    type_keys("cz")
    assert QApplication.activePopupWidget() is not None
    QTest.keyClick(receiver(), Qt.Key.Key_J, CTRL)
    assert QApplication.activePopupWidget() is None
    type_keys("ab")
    assert form.last.text() == "ab"
    assert form.choice.code is Education.JUNIOR


def test_late_key_for_the_closed_list_goes_to_where_the_clerk_is(form: Form) -> None:
    type_keys("cz")
    popup = receiver()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QTest.keyClicks(popup, "a")
    assert form.last.text() == "a"
    assert form.choice.code is Education.JUNIOR


@pytest.mark.parametrize("pause", [0, 200])
def test_focus_that_the_closed_list_gives_back_late_stays_where_the_clerk_is(
    form: Form, qtbot: QtBot, pause: int
) -> None:
    type_keys("cz")
    QTest.keyClick(receiver(), Qt.Key.Key_Return)
    assert form.focusWidget() is form.last
    form.activateWindow()
    qtbot.waitUntil(form.last.hasFocus)
    QTest.qWait(pause)
    form.choice.setFocus(Qt.FocusReason.PopupFocusReason)  # as X11 does when the list got the focus after it was closed
    assert form.focusWidget() is form.last
    type_keys("ab")
    assert form.last.text() == "ab"
    assert form.choice.code is Education.JUNIOR


@pytest.mark.parametrize("reason", [Qt.FocusReason.MouseFocusReason, Qt.FocusReason.BacktabFocusReason])
def test_clerk_may_go_back_to_the_list_field_at_once(form: Form, reason: Qt.FocusReason) -> None:
    type_keys("cz")
    QTest.keyClick(receiver(), Qt.Key.Key_Return)
    form.choice.setFocus(reason)
    assert form.focusWidget() is form.choice


def test_escape_closes_only_the_list(form: Form) -> None:
    type_keys("cz")
    QTest.keyClick(receiver(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert form.isVisible()
    assert form.focusWidget() is form.choice
    assert line_of(form).text() == "cz"


def blackest(widget: QWidget) -> int:
    """Return the lightness of the darkest point of a picture of a widget."""
    picture = widget.grab().toImage()
    return min(picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height()))


def test_list_that_is_switched_off_shows_no_black_arrow(form: Form) -> None:
    form.last.setFocus()
    assert blackest(form.choice) < 16
    form.choice.setEnabled(False)
    assert blackest(form.choice) >= QColor(current_theme().palette.ink_faint).lightness() - 8


def test_arrow_of_what_is_switched_off_has_the_ink_of_its_words() -> None:
    source = (resources() / "icons" / "chevron-down-off.svg").read_text(encoding="utf-8")
    assert f'stroke="{current_theme().palette.ink_faint}"' in source

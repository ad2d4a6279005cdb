"""Icons inside a field: as large as the text asks, in nobody's way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.theme import apply_theme
from clerk_app.ui.widgets.date_edit import CalendarPopup, DateEdit
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field_icon import put_clear_button, put_picture
from clerk_app.ui.widgets.search_box import SearchBox

WIDTH = 240


def date_field() -> QLineEdit:
    return DateEdit(lambda: date(2026, 7, 1))


def filter_field() -> QLineEdit:
    field = LineEdit()
    put_clear_button(field)
    put_picture(field, "search")
    field.setText("0001")
    return field


def icons(qtbot: QtBot, field: QLineEdit) -> list[QRect]:
    """Show the field and return where its icons stand in it."""
    qtbot.addWidget(field)
    field.resize(WIDTH, field.height())
    field.show()
    QApplication.processEvents()
    return [button.geometry() for button in field.findChildren(QToolButton)]


@pytest.mark.parametrize("make", [date_field, filter_field])
def test_icons_in_a_field_grow_with_the_text(qtbot: QtBot, qapp: QApplication, make: Callable[[], QLineEdit]) -> None:
    small = icons(qtbot, make())
    apply_theme(qapp, 150)
    try:
        large = icons(qtbot, make())
        field = make()
        pictures = [button.icon().actualSize(button.iconSize()) for button in field.findChildren(QToolButton)]
        field.deleteLater()
    finally:
        apply_theme(qapp, 100)
    assert [(place.width(), place.height()) for place in small] == [(18, 18)] * len(small)
    assert [(place.width(), place.height()) for place in large] == [(27, 27)] * len(small)
    assert [(size.width(), size.height()) for size in pictures] == [(27, 27)] * len(small)


def test_text_keeps_clear_of_the_icons_at_both_ends(qtbot: QtBot) -> None:
    field = filter_field()
    picture, clear = sorted(icons(qtbot, field), key=QRect.left)
    field.setText("W" * 60)
    text = field.rect().marginsRemoved(field.textMargins())
    assert picture.right() < text.left() + 10  # ten pixels of padding stand before the text itself
    assert clear.left() > text.right() - 10
    assert field.rect().contains(picture)
    assert field.rect().contains(clear)


def test_calendar_opens_by_its_icon_and_the_keyboard_passes_it_over(qtbot: QtBot) -> None:
    field = DateEdit(lambda: date(2026, 7, 1))
    icons(qtbot, field)
    (button,) = field.findChildren(QToolButton)
    assert button.accessibleName() == "日历"
    assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    popup.close()


def test_cross_stands_in_a_search_while_there_is_text_and_empties_it(
    qtbot: QtBot, tasks: TaskRunner, settled: Callable[[], None]
) -> None:
    search_box = SearchBox(lambda _words: (), tasks)
    icons(qtbot, search_box)
    crosses = [button for button in search_box.findChildren(QToolButton) if button.accessibleName() == "清空"]
    assert [button.isVisible() for button in crosses] == [False]
    search_box.setText("zs")
    assert crosses[0].isVisible()
    QTest.mouseClick(crosses[0], Qt.MouseButton.LeftButton)
    assert (search_box.text(), crosses[0].isVisible()) == ("", False)
    settled()


def test_picture_takes_no_click_from_its_field(qtbot: QtBot) -> None:
    field = LineEdit()
    picture = put_picture(field, "search")
    icons(qtbot, field)
    assert field.childAt(picture.geometry().center()) is None
    assert not picture.accessibleName()
    assert field.rect().contains(QPoint(picture.x(), picture.y()))

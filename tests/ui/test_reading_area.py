"""Words longer than their place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.ui.widgets.reading_area import ReadingArea


def test_arrow_keys_scroll_what_is_too_long_and_tab_goes_past_what_is_not(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, after, words = QLineEdit(), QLineEdit(), QLabel("一")
    area = ReadingArea("account", "结果", words)
    for widget in (before, area, after):
        column.addWidget(widget)
    window.resize(300, 200)
    window.show()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    words.setText("一\n" * 60)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert window.focusWidget() is area
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0

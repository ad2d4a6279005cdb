"""No test stands still at a dialog that nobody closes."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.dialogs import DialogWatch, visit_dialog, when_modal


def a_dialog(qtbot: QtBot, name: str) -> QDialog:
    dialog = QDialog()
    dialog.setObjectName(name)
    qtbot.addWidget(dialog)
    return dialog


def test_dialog_that_nobody_closes_is_closed_and_named(qtbot: QtBot) -> None:
    watch = DialogWatch(longest_ms=100)
    inner = a_dialog(qtbot, "inner")
    QTimer.singleShot(0, inner.exec)
    assert a_dialog(qtbot, "outer").exec() == QDialog.DialogCode.Rejected
    watch.stop()
    assert watch.closed == ["inner", "outer"]


def test_dialogs_one_after_the_other_are_let_be(qtbot: QtBot) -> None:
    watch = DialogWatch(longest_ms=400)
    for place in range(3):
        dialog = a_dialog(qtbot, f"short_{place}")
        QTimer.singleShot(200, dialog.accept)
        assert dialog.exec() == QDialog.DialogCode.Accepted
    watch.stop()
    assert watch.closed == []


def test_dialog_on_which_a_test_fails_is_closed_and_the_failure_told(qtbot: QtBot) -> None:
    def fail(_dialog: QDialog) -> None:
        raise AssertionError("not what was expected")

    dialog = a_dialog(qtbot, "asked")
    with qtbot.captureExceptions() as told:
        when_modal(fail)
        assert dialog.exec() == QDialog.DialogCode.Rejected
    assert [str(problem) for _, problem, _ in told] == ["not what was expected"]


def test_dialog_over_another_is_visited_and_not_the_one_below(qtbot: QtBot) -> None:
    seen: list[str] = []

    def name(dialog: QDialog) -> None:
        seen.append(dialog.objectName())

    def name_and_close(dialog: QDialog) -> None:
        name(dialog)
        dialog.accept()

    def visit(_outer: QDialog) -> None:
        late = a_dialog(qtbot, "late")
        visit_dialog(qtbot, lambda: QTimer.singleShot(50, late.exec), name)
        asked = a_dialog(qtbot, "asked")
        when_modal(name_and_close)
        asked.exec()

    visit_dialog(qtbot, a_dialog(qtbot, "outer").exec, visit)
    assert seen == ["late", "asked"]


def test_dialog_of_another_kind_is_let_be(qtbot: QtBot) -> None:
    seen: list[str] = []
    other = QMessageBox()
    qtbot.addWidget(other)
    other.setObjectName("other")

    def name_and_close(dialog: QDialog) -> None:
        seen.append(dialog.objectName())
        dialog.accept()

    when_modal(name_and_close, QMessageBox)
    QTimer.singleShot(0, lambda: QTimer.singleShot(50, other.exec))
    first = a_dialog(qtbot, "first")
    QTimer.singleShot(200, first.accept)
    first.exec()
    assert seen == ["other"]


def test_dialog_that_came_is_visited_once(qtbot: QtBot) -> None:
    seen: list[str] = []
    visit_dialog(qtbot, a_dialog(qtbot, "asked").exec, lambda dialog: seen.append(dialog.objectName()))
    assert seen == ["asked"]

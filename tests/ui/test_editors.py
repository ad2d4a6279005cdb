"""Editors, fields and what a form does with keys, errors and drafts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import Education, Sex
from clerk_app.domain.money import Money
from clerk_app.domain.resident_id import check_digit
from clerk_app.errors import UserError
from clerk_app.ui.widgets.code_combo import CodeCombo
from clerk_app.ui.widgets.date_edit import CalendarPopup, DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit, MoneyEdit, NumberEdit, TextEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.id_number_edit import IdNumberEdit

TODAY = date(2026, 7, 1)
FIRST17 = "34100419491231002"
NUMBER = FIRST17 + check_digit(FIRST17)


def today() -> date:
    return TODAY


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()


def test_number_tells_birth_sex_and_age_as_soon_as_it_is_complete(qtbot: QtBot) -> None:
    editor = IdNumberEdit(today)
    field = Field("id_number", "公民身份号码", editor)
    shown(qtbot, field)
    seen: list[object] = []
    editor.number_changed.connect(seen.append)
    QTest.keyClicks(editor, NUMBER[:17])
    assert field.note == "已输入 17 位"
    assert not field.error
    QTest.keyClicks(editor, NUMBER[17])
    assert field.note == "1949-12-31 出生，女，76 周岁"
    assert editor.identity is not None
    assert seen == [editor.identity]


def test_wrong_check_digit_is_told_at_once_when_the_18th_character_is_typed(qtbot: QtBot) -> None:
    editor = IdNumberEdit(today)
    field = Field("id_number", "公民身份号码", editor)
    shown(qtbot, field)
    wrong = "0" if NUMBER[17] != "0" else "1"
    QTest.keyClicks(editor, FIRST17 + wrong)
    assert "校验码不对" in field.error
    assert editor.accessibleDescription() == field.error
    assert editor.identity is None


def test_short_number_is_an_error_only_when_the_clerk_moves_on(qtbot: QtBot) -> None:
    editor = IdNumberEdit(today)
    field = Field("id_number", "公民身份号码", editor)
    shown(qtbot, field)
    QTest.keyClicks(editor, "3410")
    assert not field.error
    editor.editingFinished.emit()
    assert "4 位" in field.error


OLD, NEW = "341004491231002", "34100419491231002" + check_digit("34100419491231002")


def test_t2_old_number_is_proposed_while_typing_and_taken_when_left(qtbot: QtBot) -> None:
    editor = IdNumberEdit(today)
    field = Field("id_number", "公民身份号码", editor)
    shown(qtbot, field)
    QTest.keyClicks(editor, OLD)
    assert NEW in field.note
    seen: list[object] = []
    editor.number_changed.connect(seen.append)
    assert "已输入 15 位" in field.note, "it may yet become a number of 18"
    editor.editingFinished.emit()
    assert seen == [editor.identity]
    assert field.note == f"1949-12-31 出生，女，76 周岁　15 位旧号码，将存为 18 位 {NEW}，请与证件核对"
    assert editor.text() == OLD
    assert editor.identity is not None
    assert (editor.identity.number, editor.identity.former) == (NEW, OLD)


def test_t2_new_number_that_begins_like_an_old_one_is_left_alone_while_typing(qtbot: QtBot) -> None:
    editor = IdNumberEdit(today)
    shown(qtbot, editor)
    young = "341004200105060" + "11"
    young += check_digit(young)
    seen: list[object] = []
    editor.number_changed.connect(seen.append)
    QTest.keyClicks(editor, young)
    assert seen == [editor.identity]
    assert editor.identity is not None
    assert editor.identity.birth_on == date(2001, 5, 6)


def test_number_is_tidied_when_left(qtbot: QtBot, commit: Callable[[QWidget, str], None]) -> None:
    editor = IdNumberEdit(today)
    shown(qtbot, editor)
    commit(editor, "１１０１０５ 19491231 002ｘ")
    assert editor.value == "11010519491231002X"
    editor.editingFinished.emit()
    assert editor.text() == "11010519491231002X"


@pytest.mark.parametrize("text", ["2018-06-30", "20180630", "2018.6.30", "２０１８年6月30日"])
def test_date_is_understood_and_tidied_however_it_is_typed(
    qtbot: QtBot, commit: Callable[[QWidget, str], None], text: str
) -> None:
    editor = DateEdit(today)
    shown(qtbot, editor)
    commit(editor, text)
    assert editor.day() == date(2018, 6, 30)
    editor.editingFinished.emit()
    assert editor.text() == "2018-06-30"


def test_impossible_date_names_its_field_and_stays(qtbot: QtBot) -> None:
    editor = DateEdit(today)
    shown(qtbot, editor)
    QTest.keyClicks(editor, "2018-02-30")
    editor.editingFinished.emit()
    assert editor.text() == "2018-02-30"
    with pytest.raises(UserError) as caught:
        editor.day(field="birth_on")
    assert caught.value.field == "birth_on"


def test_day_is_taken_from_the_calendar(qtbot: QtBot) -> None:
    editor = DateEdit(today)
    shown(qtbot, editor)
    editor.open_calendar()
    popup = editor.findChild(CalendarPopup, "calendarPopup")
    assert isinstance(popup, CalendarPopup)
    month = popup.findChild(QCalendarWidget, "calendar")
    assert isinstance(month, QCalendarWidget)
    assert month.selectedDate().toString("yyyy-MM-dd") == "2026-07-01"
    month.clicked.emit(month.selectedDate().addDays(1))
    assert editor.day() == date(2026, 7, 2)


def test_money_is_tidied_and_wrong_money_stays(qtbot: QtBot) -> None:
    editor = MoneyEdit()
    shown(qtbot, editor)
    QTest.keyClicks(editor, "1200.5")
    editor.editingFinished.emit()
    assert editor.text() == "1,200.50"
    assert editor.money() == Money(120_050)
    editor.setText("一千")
    editor.editingFinished.emit()
    assert editor.text() == "一千"
    with pytest.raises(UserError):
        editor.money(field="income")
    editor.clear()
    assert editor.money() is None


def test_number_takes_only_digits(qtbot: QtBot) -> None:
    editor = NumberEdit(digits=4)
    shown(qtbot, editor)
    assert editor.number is None
    QTest.keyClicks(editor, "2a0-26")
    assert editor.number == 2026


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("cz", Education.JUNIOR), ("70", Education.JUNIOR), ("CHUZ", Education.JUNIOR), ("xlq", Education.PRESCHOOL)],
)
def test_code_is_found_by_initials_pinyin_or_number(qtbot: QtBot, typed: str, expected: Education) -> None:
    combo = CodeCombo(tuple(Education))
    shown(qtbot, combo)
    line = combo.lineEdit()
    assert line is not None
    seen: list[object] = []
    combo.code_changed.connect(seen.append)
    QTest.keyClicks(line, typed)
    line.editingFinished.emit()
    assert combo.code is expected
    assert seen == [expected]
    completer = combo.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    popup.hide()


def test_code_is_found_by_part_of_its_word(qtbot: QtBot, commit: Callable[[QWidget, str], None]) -> None:
    combo = CodeCombo(tuple(Education))
    shown(qtbot, combo)
    line = combo.lineEdit()
    assert line is not None
    commit(line, "专科")
    line.editingFinished.emit()
    assert combo.code is Education.COLLEGE


def test_words_that_fit_nothing_are_no_code(qtbot: QtBot, commit: Callable[[QWidget, str], None]) -> None:
    combo = CodeCombo(tuple(Sex), optional=True)
    shown(qtbot, combo)
    assert combo.code is None
    assert combo.is_understood
    line = combo.lineEdit()
    assert line is not None
    commit(line, "不知道")
    line.editingFinished.emit()
    assert combo.code is None
    assert not combo.is_understood


def test_wheel_never_changes_a_code(qtbot: QtBot) -> None:
    combo = CodeCombo(tuple(Sex))
    shown(qtbot, combo)
    combo.set_code(Sex.MALE)
    combo.setFocus()
    is_inverted = False
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, is_inverted,
    )  # fmt: skip
    QApplication.sendEvent(combo, event)
    assert combo.code is Sex.MALE
    assert not event.isAccepted()


def test_fields_give_back_what_was_typed_after_a_crash(qtbot: QtBot) -> None:
    def build() -> FieldSet:
        fields = FieldSet(
            [
                Field("name", "姓名", LineEdit()),
                Field("sex", "性别", CodeCombo(tuple(Sex), optional=True)),
                Field("student", "学生", CheckBox("在读学生")),
                Field("note", "备注", TextEdit()),
                Field("birth_on", "出生", DateEdit(today)),
            ]
        )
        for field in fields:
            qtbot.addWidget(field)
        return fields

    first = build()
    typed = {"name": "赵䶮", "sex": "2", "student": "1", "note": "两\n行", "birth_on": "1949.1"}
    first.restore(typed)
    assert first.is_changed
    assert first.content() == typed
    second = build()
    second.restore({**first.content(), "gone": "x", "name2": 3})
    assert second.content() == typed
    second.mark_saved()
    assert not second.is_changed


def test_error_stands_at_its_field_until_it_is_changed(qtbot: QtBot) -> None:
    field = Field("name", "姓名", LineEdit(), hint="与户口簿一致")
    shown(qtbot, field)
    fields = FieldSet([field])
    assert fields.show_error(UserError("请填写{label}。", field="name", label="姓名"))
    assert field.error == "请填写姓名。"
    note = field.findChild(QLabel, "nameNote")
    assert isinstance(note, QLabel)
    assert note.isVisible()
    assert field.editor.property("wrong") is True
    QTest.keyClicks(field.editor, "z")
    assert not field.error
    assert field.note == "与户口簿一致"
    assert not fields.show_error(UserError("别处的错", field="elsewhere"))


def test_every_editor_has_a_name_for_readers_and_tests(qtbot: QtBot) -> None:
    field = Field("phone", "电话", LineEdit(), required=True)
    shown(qtbot, field)
    assert field.editor.objectName() == "phone"
    assert field.editor.accessibleName() == "电话"


@pytest.mark.parametrize(("width", "columns"), [(1200, 4), (700, 3), (300, 1)])
def test_grid_takes_fewer_columns_when_it_is_narrow(qtbot: QtBot, width: int, columns: int) -> None:
    fields = [Field(f"f{number}", "字段", LineEdit()) for number in range(4)]
    wide = Field("note", "备注", TextEdit())
    grid = FieldGrid([*fields, wide], columns=4, wide=[wide])
    shown(qtbot, grid)
    grid.resize(width, 400)
    QApplication.processEvents()
    QApplication.processEvents()
    assert len({field.x() for field in fields}) == columns
    assert wide.width() == width

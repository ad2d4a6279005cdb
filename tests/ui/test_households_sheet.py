"""成批录入: a group's households in one sheet, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from clerk_app.domain.codes import IdentityKind, Sex
from clerk_app.services.drafts import draft_keys
from clerk_app.services.entry_sheet import (
    BIRTH,
    COLUMNS,
    DRAFT_KEY,
    ID_NUMBER,
    NAME,
    NUMBER,
    SEX,
    kept_sheet,
)
from clerk_app.services.households import HouseholdEntry, register_household
from clerk_app.services.import_rows import list_imports
from clerk_app.services.workspace import Workspace
from clerk_app.ui.pages.households.sheet_scene import fill
from clerk_app.ui.pages.households.sheet_view import SheetView
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.strips import Strip
from tests.builders import a_member, resident_number, wrong_check_digit
from tests.ui.households_page import HouseholdsDesk, Over

CONTROL = Qt.KeyboardModifier.ControlModifier
RELATION = 2
PHONE, ADDRESS = 6, 7
HEAD = resident_number(date(1962, 3, 4), Sex.MALE, 11)
WIFE = resident_number(date(1964, 5, 6), Sex.FEMALE, 12)
SON = resident_number(date(1988, 1, 2), Sex.MALE, 13)
GIRL = resident_number(date(2015, 9, 9), Sex.FEMALE, 14)


class Sheet:
    """The sheet as the clerk uses it."""

    def __init__(self, desk: HouseholdsDesk) -> None:
        self.desk = desk
        desk.page.show_sheet()
        desk.settle()
        view = desk.page.sheet_view
        assert view is not None
        self.view: SheetView = view
        self.model = view.model
        self.grid = view.grid

    def wait(self) -> None:
        """Wait until everything typed has been looked at and kept."""
        self.desk.qtbot.waitUntil(lambda: self.view.is_checked and not self.desk.context.tasks.is_busy, timeout=20_000)

    @property
    def here(self) -> tuple[int, int]:
        index = self.grid.currentIndex()
        return index.row(), index.column()

    def texts(self, row: int) -> tuple[str, ...]:
        return self.model.rows[row].texts

    @property
    def names(self) -> list[str]:
        return [row.texts[NAME] for row in self.model.rows if not row.is_blank]

    def tab(self, *texts: str) -> None:
        """Type each text and press Tab after it, Enter after the last."""
        for place, text in enumerate(texts, start=1):
            self.desk.type(text)
            self.desk.press(Qt.Key.Key_Return if place == len(texts) else Qt.Key.Key_Tab)

    def paste(self, *lines: tuple[str, ...]) -> None:
        QGuiApplication.clipboard().setText("\r\n".join("\t".join(line) for line in lines) + "\r\n")
        self.desk.press(Qt.Key.Key_V, CONTROL)

    def register(self) -> None:
        self.desk.press(Qt.Key.Key_S, CONTROL)
        self.desk.settle()
        self.wait()

    @property
    def counts(self) -> str:
        return self.desk.find(QLabel, "sheetCounts").text()

    @property
    def detail(self) -> str:
        return self.desk.find(QLabel, "sheetDetail").text()


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, over: Over) -> HouseholdsDesk:
    return HouseholdsDesk(qtbot, over(workspace))


@pytest.fixture
def sheet(desk: HouseholdsDesk) -> Sheet:
    found = Sheet(desk)
    found.view.group.set_raw("第3组")
    found.grid.setFocus()
    return found


def line(name: str, relation: str, number: str, *more: str) -> tuple[str, ...]:
    """Return cells from the name on: sex and birth date are left to the number."""
    return (name, relation, number, "", "", *more)


def test_a_household_of_four_takes_one_key_a_field_beside_the_characters(desk: HouseholdsDesk) -> None:
    sheet = Sheet(desk)
    people = (
        ("自世春", "户主", HEAD, "13900001111", "石桥12号"),
        ("李桂芝", "老伴", WIFE),
        ("自建国", "长子", SON),
        ("自小雨", "孙女", GIRL),
    )
    assert desk.focus.objectName() == "sheetGroup"

    desk.keys_pressed = 0
    desk.enter("第3组")
    for person in people[:-1]:
        sheet.tab(*person)
    for place, text in enumerate(people[-1]):
        desk.type(text)
        if place < 2:
            desk.press(Qt.Key.Key_Tab)
    sheet.register()

    fields = ["第3组", *(fact for person in people for fact in person)]
    assert desk.keys_pressed == sum(map(len, fields)) + len(fields)
    file = desk.file("0001")
    assert (file.household.group, file.household.address, file.household.phone) == ("第3组", "石桥12号", "13900001111")
    assert {member.person.name: member.membership.relation for member in file.members} == {
        "自世春": "02", "李桂芝": "12", "自建国": "22", "自小雨": "42"
    }  # fmt: skip
    assert file.members[3].person.birth_on == date(2015, 9, 9)
    assert sheet.names == []
    assert sheet.here == (0, NAME)
    assert "1 户 4 人" in desk.said[-1]
    assert DRAFT_KEY not in draft_keys(desk.context.workspace)
    assert [one.file_name for one in list_imports(desk.context.workspace)] == ["成批录入 第3组"]


def test_the_number_tells_sex_and_birth_date_which_are_passed_over(sheet: Sheet) -> None:
    sheet.desk.type("自世春")
    sheet.desk.press(Qt.Key.Key_Tab)
    sheet.desk.type("户主")
    sheet.desk.press(Qt.Key.Key_Tab)
    sheet.desk.type(HEAD)
    sheet.desk.press(Qt.Key.Key_Tab)

    assert sheet.here == (0, PHONE)
    assert [sheet.model.shown(0, place) for place in (SEX, BIRTH)] == ["男", "1962-03-04"]
    assert not sheet.model.flags(sheet.model.index(0, SEX)) & Qt.ItemFlag.ItemIsEditable
    assert sheet.texts(0)[BIRTH] == "", "it is shown, not typed"


def test_somebody_without_a_number_gets_sex_and_birth_date_typed(sheet: Sheet) -> None:
    sheet.tab("自世春", "户主", HEAD)
    sheet.tab("自小雨", "孙女", "", "女", "2025-12-01")
    sheet.wait()

    assert sheet.model.said(1, ID_NUMBER) == (Tone.DUE, "没有公民身份号码：先给临时编号，补办后请填上。")
    assert sheet.counts == "1 户 2 人可以登记，1 格请核对"
    sheet.register()
    child = sheet.desk.file("0001").members[1].person
    assert (child.temporary_number or "").startswith("L")


def test_a_block_of_thirty_rows_from_excel_is_registered_as_households(sheet: Sheet) -> None:
    lines = []
    for place in range(10):
        born = date(1950 + place, 1, 2)
        lines.append(
            line(
                f"户主{'甲乙丙丁戊己庚辛壬癸'[place]}", "户主", resident_number(born, Sex.MALE, 1), "", f"石桥{place}号"
            )
        )
        lines.append(line("杨氏", "妻", resident_number(born, Sex.FEMALE, 2)))
        lines.append(line("小宝", "儿子", resident_number(date(1990 + place, 1, 2), Sex.MALE, 3)))

    sheet.paste(*lines)
    sheet.wait()

    assert sheet.counts == "10 户 30 人可以登记"
    assert sheet.model.rowCount() > 30
    sheet.register()
    assert sheet.desk.numbers == [f"{number:04d}" for number in range(1, 11)]
    assert sheet.desk.file("0010").household.address == "石桥9号"
    assert sheet.names == []


def test_a_block_with_headings_goes_into_the_right_columns(sheet: Sheet) -> None:
    sheet.paste(("身份证号", "血型", "姓名", "与户主关系", "困难类别"), (HEAD, "A", "自世春", "户主", "低保"))
    sheet.wait()

    assert sheet.texts(0)[NAME : ID_NUMBER + 1] == ("自世春", "户主", HEAD)
    assert "血型" in sheet.desk.find(Strip, "sheetKept").text
    sheet.register()
    assert [one.kind for one in sheet.desk.file("0001").members[0].identities] == [IdentityKind.DIBAO]
    assert "成批录入" in sheet.desk.file("0001").members[0].identities[0].source


def test_what_is_wrong_stands_in_the_cell_and_keeps_its_household_back(sheet: Sheet) -> None:
    sheet.paste(
        line("自世春", "户主", HEAD, "邻居有"), line("李桂芝", "妻", WIFE),
        line("杨文华", "户主", SON), line("杨小雨", "孙女", wrong_check_digit(GIRL)), ("", "", "", "", "", "", "大村1号"),
    )  # fmt: skip
    sheet.wait()

    said = sheet.model.said(3, ID_NUMBER)
    assert said is not None
    assert said[0] is Tone.OVERDUE
    wrong = sheet.model.index(3, ID_NUMBER)
    assert wrong.data(Qt.ItemDataRole.ToolTipRole) == said[1]
    assert sheet.counts.startswith("1 户 2 人可以登记")
    assert [sheet.model.is_ready(row) for row in range(5)] == [True, True, False, False, False]
    assert sheet.model.said(0, PHONE) is not None
    sheet.grid.go(3, ID_NUMBER)
    assert sheet.detail == said[1]
    sheet.grid.go(3, PHONE)
    assert sheet.detail == f"公民身份号码：{said[1]}"

    sheet.register()

    assert sheet.desk.numbers == ["0001"]
    assert sheet.names == ["杨文华", "杨小雨", ""]
    assert sheet.here[0] in {1, 2}, "at the first cell that is wrong"
    assert "3 行留在表里" in sheet.desk.said[-1]
    kept = kept_sheet(sheet.desk.context.workspace)
    assert kept is not None
    assert [row.texts[NAME] for row in kept.rows] == ["杨文华", "杨小雨", ""]

    sheet.grid.go(1, ID_NUMBER)
    sheet.desk.type(GIRL)
    sheet.desk.press(Qt.Key.Key_Down)
    sheet.desk.press(Qt.Key.Key_Minus, CONTROL)
    sheet.register()
    assert sheet.desk.numbers == ["0001", "0002"]


def test_nothing_right_is_said_and_nothing_stored(sheet: Sheet) -> None:
    sheet.tab("自世春", "户主", wrong_check_digit(HEAD))

    sheet.register()

    assert sheet.desk.numbers == []
    assert sheet.view.error_strip.isVisible()
    assert sheet.here == (0, ID_NUMBER)


def test_known_people_and_households_are_told_with_where_they_live(sheet: Sheet) -> None:
    workspace = sheet.desk.context.workspace
    head = a_member("何文")
    register_household(workspace, HouseholdEntry(number="0007", group="第5组"), (head,))
    sheet.paste(line("何文", "户主", str(head.person.id_number)), line("李桂芝", "户主", WIFE))
    sheet.grid.go(1, NUMBER)
    sheet.desk.type("0007")
    sheet.desk.press(Qt.Key.Key_Up)
    sheet.wait()

    person, household = sheet.model.said(0, ID_NUMBER), sheet.model.said(1, NUMBER)
    assert person is not None
    assert "第5组 0007 户的何文" in person[1]
    assert household is not None
    assert "第5组何文的一户" in household[1]
    assert sheet.counts == "0 户 0 人可以登记，2 格有问题"


def test_cells_that_are_not_reached_yet_are_not_called_wrong(sheet: Sheet) -> None:
    sheet.desk.type("自世春")
    sheet.desk.press(Qt.Key.Key_Tab)
    sheet.wait()
    assert sheet.model.said(0, RELATION) is None

    sheet.desk.press(Qt.Key.Key_Return)

    assert sheet.model.said(0, RELATION) is not None


def test_excel_keys_copy_from_above_empty_undo_and_redo(sheet: Sheet) -> None:
    press, model = sheet.desk.press, sheet.model
    sheet.tab("自世春", "户主", HEAD, "13900001111")
    sheet.grid.go(1, PHONE)
    press(Qt.Key.Key_D, CONTROL)
    assert sheet.texts(1)[PHONE] == "13900001111"
    press(Qt.Key.Key_Delete)
    assert sheet.texts(1)[PHONE] == ""
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_Z, CONTROL)
    assert model.rows[1].is_blank
    assert sheet.here == (1, PHONE)
    press(Qt.Key.Key_Y, CONTROL)
    assert sheet.texts(1)[PHONE] == "13900001111"
    for _ in range(9):
        press(Qt.Key.Key_Z, CONTROL)
    assert model.is_blank


def test_f2_changes_and_typing_replaces_and_escape_gives_up(sheet: Sheet) -> None:
    sheet.desk.enter("自世春")
    assert sheet.here == (1, NAME), "Enter without Tab goes straight down"
    sheet.desk.press(Qt.Key.Key_Up)
    sheet.desk.press(Qt.Key.Key_F2)
    sheet.desk.enter("红")
    assert sheet.texts(0)[NAME] == "自世春红"
    sheet.desk.press(Qt.Key.Key_Up)
    sheet.desk.enter("何文")
    assert sheet.texts(0)[NAME] == "何文"
    sheet.desk.press(Qt.Key.Key_Up)
    sheet.desk.type("x")
    sheet.desk.press(Qt.Key.Key_Escape)
    assert sheet.texts(0)[NAME] == "何文"
    assert sheet.desk.page.current is sheet.view


def test_copy_and_paste_carry_blocks_and_fill_a_selection(sheet: Sheet) -> None:
    sheet.tab("自世春", "户主", HEAD)
    sheet.grid.go(0, NAME)
    shift = Qt.KeyboardModifier.ShiftModifier
    sheet.desk.press(Qt.Key.Key_Right, shift)
    sheet.desk.press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "自世春\t户主"
    sheet.grid.go(3, NAME)
    sheet.desk.press(Qt.Key.Key_V, CONTROL)
    assert sheet.texts(3)[NAME : NAME + 2] == ("自世春", "户主")
    sheet.desk.press(Qt.Key.Key_X, CONTROL)
    assert sheet.model.rows[3].is_blank
    QGuiApplication.clipboard().setText("石桥12号\n")
    sheet.grid.go(0, ADDRESS)
    sheet.desk.press(Qt.Key.Key_Down, shift)
    sheet.desk.press(Qt.Key.Key_V, CONTROL)
    assert [sheet.texts(row)[ADDRESS] for row in range(3)] == ["石桥12号", "石桥12号", ""]
    sheet.desk.press(Qt.Key.Key_D, CONTROL)
    QGuiApplication.clipboard().setText("")
    sheet.desk.press(Qt.Key.Key_V, CONTROL)
    assert sheet.texts(1)[ADDRESS] == "石桥12号"


def test_too_large_a_block_is_refused_with_a_sentence(sheet: Sheet) -> None:
    QGuiApplication.clipboard().setText("何文\t户主\n" * 2_001)

    sheet.desk.press(Qt.Key.Key_V, CONTROL)

    assert sheet.view.error_strip.isVisible()
    assert sheet.model.is_blank


def test_rows_go_in_and_out(sheet: Sheet) -> None:
    sheet.paste(line("自世春", "户主", HEAD), line("李桂芝", "妻", WIFE))
    sheet.grid.go(1, NAME)

    sheet.desk.press(Qt.Key.Key_Equal, CONTROL)
    assert [row.texts[NAME] for row in sheet.model.rows[:3]] == ["自世春", "", "李桂芝"]
    sheet.desk.click("sheetRemove")
    assert [row.texts[NAME] for row in sheet.model.rows[:2]] == ["自世春", "李桂芝"]
    sheet.desk.click("sheetInsert")
    sheet.desk.click("sheetUndo")
    assert sheet.names == ["自世春", "李桂芝"]


def test_tab_and_enter_lead_through_the_sheet_and_out_of_it(sheet: Sheet) -> None:
    press = sheet.desk.press
    sheet.grid.go(0, len(COLUMNS) - 1)
    press(Qt.Key.Key_Tab)
    assert sheet.here == (1, NAME)
    press(Qt.Key.Key_Backtab)
    assert sheet.here == (1, NUMBER)
    press(Qt.Key.Key_Backtab)
    assert sheet.here == (0, len(COLUMNS) - 1)
    press(Qt.Key.Key_Return)
    assert sheet.here == (1, NAME)
    press(Qt.Key.Key_Left)
    sheet.tab("0008", "何文")
    assert sheet.here == (2, NAME), "most rows go on with the household above"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.here == (1, NAME)
    last = sheet.model.rowCount() - 1
    sheet.grid.go(last, NAME)
    press(Qt.Key.Key_Return)
    assert sheet.here == (last + 1, NAME)
    press(Qt.Key.Key_Tab, CONTROL)
    assert sheet.desk.focus is not sheet.grid


def test_households_stand_apart(sheet: Sheet) -> None:
    fill(sheet.view)
    sheet.wait()

    begins = [row for row in range(9) if sheet.model.index(row, NAME).data(Qt.ItemDataRole.UserRole + 3)]

    assert begins == [0, 4, 6]
    assert sheet.model.index(0, NUMBER).data() == "自动"
    assert sheet.model.index(1, NUMBER).data() == ""
    picture = sheet.grid.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    top = sheet.grid.visualRect(sheet.model.index(4, ADDRESS))
    drawn = QColor(picture.pixel(round((top.center().x()) * ratio), round(top.top() * ratio)))
    assert drawn.lightness() < 160, "a dark line above the second household"


def test_the_draft_comes_back_with_the_cell_that_was_being_typed(
    sheet: Sheet, qtbot: QtBot, desk: HouseholdsDesk
) -> None:
    sheet.tab("自世春", "户主", HEAD)
    sheet.desk.type("李桂")
    sheet.wait()
    qtbot.waitUntil(lambda: _kept_names(desk.context.workspace) == ["自世春", "李桂"], timeout=5_000)

    again = SheetView(desk.context)  # as after a crash: nothing of the first window was asked
    qtbot.addWidget(again)
    desk.settle()

    assert [row.texts[NAME] for row in again.model.rows if not row.is_blank] == ["自世春", "李桂"]
    assert again.group.value == "第3组"
    assert not again.kept_strip.isHidden()


def _kept_names(workspace: Workspace) -> list[str]:
    kept = kept_sheet(workspace)
    return [] if kept is None else [row.texts[NAME] for row in kept.rows]


def test_leaving_keeps_the_sheet_and_the_list_tells_of_it(sheet: Sheet, desk: HouseholdsDesk) -> None:
    sheet.desk.type("自世春")
    assert desk.page.may_leave()
    desk.press(Qt.Key.Key_Escape)
    desk.settle()

    assert desk.page.current.name == "householdList"
    strip = desk.find(Strip, "householdSheetStrip")
    assert strip.isVisible()
    desk.click("householdSheetStripAction")
    assert desk.page.current.name == "householdSheet"
    assert sheet.names == ["自世春"]


def test_emptying_asks_and_can_be_undone(sheet: Sheet, desk: HouseholdsDesk) -> None:
    sheet.tab("自世春", "户主", HEAD)

    desk.in_dialog(lambda: desk.click("sheetClear"), _press("noticeReject"))
    assert sheet.names == ["自世春"]
    desk.in_dialog(lambda: desk.click("sheetClear"), _press("noticeAccept"))
    assert sheet.names == []
    assert DRAFT_KEY not in draft_keys(desk.context.workspace)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert sheet.names == ["自世春"]


def _press(name: str) -> Callable[[QDialog], None]:
    def press(dialog: QDialog) -> None:
        button = dialog.findChild(QPushButton, name)
        assert button is not None
        button.click()

    return press


def test_no_group_is_asked_about(desk: HouseholdsDesk) -> None:
    sheet = Sheet(desk)
    sheet.grid.setFocus()
    sheet.tab("自世春", "户主", HEAD)

    desk.in_dialog(sheet.view.register, _press("noticeReject"))
    assert desk.numbers == []
    desk.in_dialog(sheet.view.register, _press("noticeAccept"))
    desk.settle()
    assert desk.file("0001").household.group == ""


def test_the_nation_above_goes_for_whoever_names_none(sheet: Sheet) -> None:
    sheet.view.nation.set_raw("07")
    sheet.tab("自世春", "户主", HEAD)
    assert sheet.model.index(0, COLUMNS.index(next(c for c in COLUMNS if c.name == "NATION"))).data() == "彝族"

    sheet.register()

    assert sheet.desk.file("0001").members[0].person.nation == "07"


def test_keys_pressed_while_it_registers_land_in_the_sheet(sheet: Sheet) -> None:
    sheet.tab("自世春", "户主", HEAD)
    sheet.desk.press(Qt.Key.Key_S, CONTROL)
    sheet.tab("杨文华", "户主", SON)
    sheet.desk.type("杨小雨")
    sheet.desk.settle()
    sheet.wait()

    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "杨小雨"
    sheet.desk.press(Qt.Key.Key_Return)
    assert sheet.names == ["杨文华", "杨小雨"]
    assert sheet.desk.numbers == ["0001"]


def test_a_double_click_and_the_mouse_begin_anew(sheet: Sheet) -> None:
    sheet.desk.type("自世春")
    sheet.desk.press(Qt.Key.Key_Tab)
    place = sheet.grid.visualRect(sheet.model.index(0, PHONE)).center()
    QTest.mouseClick(sheet.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    sheet.desk.enter("13900001111")

    assert sheet.here == (1, PHONE)
    assert sheet.model.rowCount(QModelIndex(sheet.model.index(0, 0))) == 0


def test_row_numbers_tick_what_is_ready(sheet: Sheet) -> None:
    sheet.tab("自世春", "户主", HEAD)
    sheet.wait()
    role: Any = Qt.ItemDataRole.DecorationRole

    assert sheet.model.headerData(0, Qt.Orientation.Vertical, role) is not None
    assert sheet.model.headerData(1, Qt.Orientation.Vertical, role) is None


# the columns that stay in sight


def test_name_and_number_stay_in_sight_when_the_sheet_is_scrolled_to_the_right(sheet: Sheet) -> None:
    fill(sheet.view)
    frozen = sheet.grid.frozen
    assert not frozen.isVisible()
    sheet.grid.go(3, len(COLUMNS) - 1)
    assert sheet.grid.horizontalScrollBar().value() > 0
    assert frozen.isVisible()
    assert [place for place in range(len(COLUMNS)) if not frozen.isColumnHidden(place)] == [NUMBER, NAME]
    first = sheet.grid.rowViewportPosition(0)
    assert frozen.mapTo(sheet.grid, frozen.viewport().pos()).y() == sheet.grid.viewport().y()
    assert frozen.rowViewportPosition(0) == first
    assert frozen.x() == sheet.grid.viewport().x()
    sheet.grid.go(3, NAME)
    assert (frozen.isVisible(), sheet.grid.horizontalScrollBar().value()) == (False, 0)


def test_no_cell_that_is_gone_to_lies_under_the_columns_that_stay(sheet: Sheet) -> None:
    fill(sheet.view)
    sheet.grid.go(0, len(COLUMNS) - 1)
    for place in range(len(COLUMNS) - 1, NAME, -1):
        sheet.grid.go(0, place)
        left = sheet.grid.columnViewportPosition(place)
        assert left >= (sheet.grid.frozen.reach if sheet.grid.frozen.isVisible() else 0)


def test_a_click_on_a_column_that_stays_goes_to_its_cell_and_two_open_it(sheet: Sheet) -> None:
    fill(sheet.view)
    frozen = sheet.grid.frozen
    sheet.grid.go(1, len(COLUMNS) - 1)
    spot = frozen.visualRect(sheet.model.index(4, NAME)).center()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert sheet.here == (4, NAME)
    sheet.grid.go(1, len(COLUMNS) - 1)
    QTest.mouseDClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    editor = sheet.desk.focus
    assert isinstance(editor, QLineEdit)
    assert editor.text() == sheet.texts(4)[NAME]


def test_the_columns_that_stay_scroll_down_with_the_sheet_and_by_the_wheel(sheet: Sheet) -> None:
    fill(sheet.view)
    for _ in range(40):
        sheet.model.insert(sheet.model.rowCount())
    sheet.grid.go(30, len(COLUMNS) - 1)
    frozen, bar = sheet.grid.frozen, sheet.grid.verticalScrollBar()
    assert bar.value() > 0
    assert frozen.verticalScrollBar().value() == bar.value()
    before = bar.value()
    spot = QPointF(frozen.viewport().rect().center())
    wheel = QWheelEvent(
        spot, frozen.viewport().mapToGlobal(spot), QPoint(), QPoint(0, 360), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt's own
    )  # fmt: skip
    QApplication.sendEvent(frozen.viewport(), wheel)
    assert bar.value() < before
    assert frozen.verticalScrollBar().value() == bar.value()

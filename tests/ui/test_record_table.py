"""The table model and its view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.money import Money
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import CellDelegate, RecordView, clipboard_cell
from clerk_app.ui.widgets.view_memory import ViewMemory


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    paid: Money | None
    on: date | None = None


ROWS = (
    Row("王五", Money(10_000), date(2018, 6, 30)),
    Row("张三", Money(123_456), date(2017, 1, 2)),
    Row("李四", None, None),
)


def a_table() -> RecordTable[Row]:
    table = RecordTable[Row](
        [
            Column("name", "姓名", lambda row: row.name),
            Column("paid", "金额", lambda row: row.paid, Kind.MONEY, is_summed=True),
            Column("on", "日期", lambda row: row.on, Kind.DATE),
        ],
        extra_words=lambda row: {"王五": "ww", "张三": "zs", "李四": "ls"}.get(row.name, ""),
    )
    table.set_records(ROWS)
    return table


def names(table: RecordTable[Row]) -> list[str]:
    return [row.name for row in table.shown]


def test_model_keeps_qts_rules_when_sorted_and_filtered() -> None:
    table = a_table()
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.sort(1)
    table.set_filter("张")
    assert tester.model() is table
    assert table.rowCount() == 1


def test_cells_show_money_and_dates_as_papers_do() -> None:
    table = a_table()
    assert [table.index(1, place).data() for place in range(3)] == ["张三", "1,234.56", "2017-01-02"]
    assert [table.index(2, place).data() for place in range(3)] == ["李四", "", ""]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Qt.SortOrder.AscendingOrder, ["王五", "张三", "李四"]),
        (Qt.SortOrder.DescendingOrder, ["张三", "王五", "李四"]),
    ],
)
def test_empty_cells_come_last_when_sorted_either_way(order: Qt.SortOrder, expected: list[str]) -> None:
    table = a_table()
    table.sort(1, order)
    assert names(table) == expected
    table.sort(-1)
    assert names(table) == ["王五", "张三", "李四"]


@pytest.mark.parametrize(
    ("words", "expected"), [("张", ["张三"]), ("ZS", ["张三"]), ("２０１８ 王", ["王五"]), ("赵", [])]
)
def test_filter_finds_words_in_any_cell_or_extra_word(words: str, expected: list[str]) -> None:
    table = a_table()
    table.set_filter(words)
    assert names(table) == expected


def test_words_made_by_the_thread_that_reads_are_not_made_again_when_the_first_letter_is_typed() -> None:
    asked: list[str] = []

    def sound(row: Row) -> str:
        asked.append(row.name)
        return {"张三": "zs"}.get(row.name, "")

    table = RecordTable[Row]([Column("name", "姓名", lambda row: row.name)], extra_words=sound)
    table.set_records(table.prepared(ROWS))
    asked.clear()
    table.set_filter("z")
    assert (names(table), asked) == (["张三"], [])
    table.set_records(ROWS)
    assert (names(table), asked) == (["张三"], ["王五", "张三", "李四"])


def test_a_sorted_list_is_sorted_once_however_often_it_is_filtered() -> None:
    asked: list[str] = []

    def name(row: Row) -> str:
        asked.append(row.name)
        return row.name

    table = RecordTable[Row]([Column("name", "姓名", lambda row: row.name, sort_by=name)])
    table.set_records(ROWS)
    table.sort(0, Qt.SortOrder.DescendingOrder)
    table.sort(0, Qt.SortOrder.DescendingOrder)
    for words in ("张", "", "五"):
        table.set_filter(words)
    assert (names(table), len(asked)) == (["王五"], len(ROWS))
    table.set_filter("")
    assert names(table) == ["王五", "李四", "张三"]


def test_narrowing_by_words_and_predicate_at_once_resets_once_and_nothing_new_resets_nothing(qtbot: QtBot) -> None:
    table = a_table()
    resets: list[int] = []
    table.modelReset.connect(lambda: resets.append(1))

    def is_paid(row: Row) -> bool:
        return row.paid is not None

    table.narrow("三", is_paid)
    table.narrow(" 三 ", is_paid)
    assert (names(table), len(resets)) == (["张三"], 1)
    table.narrow("", None)
    assert len(names(table)) == 3


def test_numbers_days_and_words_in_one_column_keep_apart_when_sorted() -> None:
    rows = (Row("乙", None), Row("", None), Row("10", None), Row("甲", None), Row("9", None))
    table = RecordTable[Row]([Column("name", "姓名", lambda row: int(row.name) if row.name.isdigit() else row.name)])
    table.set_records(rows)
    table.sort(0)
    assert names(table) == ["9", "10", "乙", "甲", ""]
    table.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(table) == ["甲", "乙", "10", "9", ""]


def test_totals_follow_what_is_shown() -> None:
    table = a_table()
    assert table.totals() == ("", "1,334.56", "")
    table.set_predicate(lambda row: row.name == "王五")
    assert table.totals() == ("", "100.00", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-cmd|x", "'-cmd|x"), ("-12.50", "-12.50"), ("1,200.50", "1,200.50"),
        ("a\tb\nc", "a b c"), ("+86 138", "'+86 138"), ("张三", "张三"),
    ],
)  # fmt: skip
def test_copied_cell_is_never_a_formula(text: str, expected: str) -> None:
    assert clipboard_cell(text) == expected


def a_view(qtbot: QtBot, memory: ViewMemory | None = None) -> RecordView[Row]:
    view = RecordView("rows", a_table(), label="行", empty=EmptyState("users", "还没有", "先登记"), memory=memory)
    qtbot.addWidget(view)
    view.resize(800, 300)
    view.show()
    return view


def test_rows_are_copied_tab_separated_when_ctrl_c(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    view.table.selectAll()
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "王五\t100.00\t2018-06-30"
    assert len(text.splitlines()) == 3


def test_record_is_chosen_when_enter_is_pressed(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    assert view.select(lambda row: row.name == "张三")
    with qtbot.waitSignal(view.record_chosen) as chosen:
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert chosen.args == [ROWS[1]]
    assert view.current_record() is ROWS[1]
    assert view.selected_records() == (ROWS[1],)


def test_selection_stays_on_its_record_when_sorted_and_reloaded(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    view.select(lambda row: row.name == "张三")
    view.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert view.current_record() == ROWS[1]
    view.set_records(tuple(reversed(ROWS)))
    assert view.current_record() == ROWS[1]


def test_empty_state_stands_when_nothing_is_shown(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    empty = view.findChild(EmptyState, "emptyState")
    assert isinstance(empty, EmptyState)
    assert view.table.isVisible()
    view.set_empty("没有找到", "换个词")
    view.model.set_filter("不存在")
    assert not view.table.isVisible()
    assert empty.isVisible()
    assert empty.accessibleName() == "没有找到"
    assert not view.findChildren(QToolButton, "emptyAction")


def test_widths_come_back_when_the_view_is_made_again(qtbot: QtBot, tmp_path: Path) -> None:
    memory = ViewMemory(tmp_path / "window.json")
    view = a_view(qtbot, memory)
    view.table.horizontalHeader().resizeSection(0, 233)
    memory.save()
    again = a_view(qtbot, ViewMemory(tmp_path / "window.json"))
    assert again.table.columnWidth(0) == 233


@pytest.mark.parametrize("text", ["", "[]", '{"widths": 3}', '{"widths": {"rows": {"name": "x"}}}', "\x00"])
def test_broken_memory_is_no_reason_to_stop(tmp_path: Path, text: str) -> None:
    (tmp_path / "window.json").write_text(text, encoding="utf-8")
    assert ViewMemory(tmp_path / "window.json").widths("rows") == {}


def test_several_facts_in_a_cell_are_cut_at_their_end(qtbot: QtBot) -> None:
    table = a_table()
    table.set_records((Row("残疾补助：50 → 无；缴费补贴：无 → 60", None), Row("云南省楚雄州姚安县栋川镇清河村", None)))
    view = RecordView("facts", table, label="facts")
    qtbot.addWidget(view)
    delegate = view.table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    modes = []
    for row in range(2):
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, table.index(row, 0))
        modes.append(option.textElideMode)
    assert modes == [Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle]


def test_column_that_takes_the_room_left_stays_wide_enough_to_be_read(qtbot: QtBot) -> None:
    columns: list[Column[Row]] = [
        Column("name", "姓名", lambda row: row.name, stretch=True, least=150),
        Column("paid", "金额", lambda row: row.paid, Kind.MONEY, width=200),
    ]
    view = RecordView("stretched", RecordTable[Row](columns), label="名单")
    qtbot.addWidget(view)
    view.model.set_records(ROWS)
    view.resize(300, 300)
    view.show()
    header, bar = view.table.horizontalHeader(), view.table.horizontalScrollBar()
    assert (header.sectionSize(0), bar.maximum() > 0) == (150, True), "it scrolls sideways"
    view.resize(800, 300)
    assert (header.sectionSize(0), bar.maximum()) == (view.table.viewport().width() - 200, 0)
    header.resizeSection(1, 700)
    assert header.sectionSize(0) == 150
    header.resizeSection(1, 100)
    assert header.sectionSize(0) == view.table.viewport().width() - 100


def test_tab_goes_past_an_empty_list_and_keys_stay_with_it_when_rows_come(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, after = QLineEdit(), QLineEdit()
    view = RecordView("late", a_table(), label="名单", empty=EmptyState("users", "没有", ""))
    view.model.set_records(())
    for widget in (before, view, after):
        column.addWidget(widget)
    window.show()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    view.setFocus()
    view.set_records(ROWS)
    assert window.focusWidget() is view.table
    view.set_records(())
    assert window.focusWidget() is view
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    view.set_records(ROWS)
    assert window.focusWidget() is after, "keys elsewhere stay there"

"""The frame: pages, search, forms, status, and what goes wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.errors import SituationError, UserError
from clerk_app.settings import SCALES, load_settings
from clerk_app.ui.application import DefectCatcher
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.crash import report_text
from clerk_app.ui.dialogs.ask import Notice
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.page import FormDialog, FormPage, Page
from clerk_app.ui.pages import PageEntry
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import Palette, Theme, apply_theme, current_theme
from clerk_app.ui.widgets.editors import LineEdit, TextEdit
from clerk_app.ui.widgets.field import Field, FieldSet
from tests.ui.dialogs import visit_dialog


class ListPage(Page):
    name = "first"
    shows = frozenset({Changed.HOUSEHOLD})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.reloads: list[frozenset[str]] = []
        self.records: list[tuple[str, str]] = []

    def reload(self, changed: frozenset[str]) -> None:
        self.reloads.append(changed)

    def show_record(self, kind: str, record_id: str) -> None:
        self.records.append((kind, record_id))


class PersonForm(FormPage):
    name = "second"
    shows = frozenset({Changed.PERSON})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.saves = 0
        self.lefts = 0
        fields = [
            Field("name", "姓名", LineEdit()),
            Field("note", "备注", TextEdit()),
            Field("phone", "电话", LineEdit()),
        ]
        for field in fields:
            self.body.addWidget(field)
        self.start(FieldSet(fields, self))

    def save(self) -> None:
        self.saves += 1
        if not self.fields["name"].editor.raw:
            raise UserError("请填写姓名。", field="name")
        self.saved("已保存")

    def left(self) -> None:
        self.lefts += 1


@dataclass(frozen=True, slots=True)
class Entry(PageEntry):
    page_class: type[Page] = Page

    def make(self, context: Context) -> Page:
        return self.page_class(context)


ENTRIES = (
    Entry("first", "users", "甲", "", frozenset({"household"}), ListPage),
    Entry("second", "settings", "乙", "", frozenset(), PersonForm),
)


@pytest.fixture
def window(qtbot: QtBot, context: Context, settled: Callable[[], None]) -> MainWindow:
    made = MainWindow(context, ENTRIES)
    qtbot.addWidget(made, before_close_func=_forget_changes)
    made.resize(1200, 700)
    with qtbot.waitSignal(made.became_ready):
        made.show()
    settled()
    return made


def _forget_changes(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    page = window.current_page
    if isinstance(page, FormPage):
        page.fields.mark_saved()


def child(parent: QWidget, name: str) -> QWidget:
    found = parent.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def list_page(window: MainWindow) -> ListPage:
    window.go("first")
    page = window.current_page
    assert isinstance(page, ListPage)
    return page


def form_page(window: MainWindow) -> PersonForm:
    window.go("second")
    page = window.current_page
    assert isinstance(page, PersonForm)
    return page


def answer(qtbot: QtBot, button: str, act: Callable[[], object]) -> tuple[str, str]:
    """Do something that opens a notice and press one of its buttons; return the notice's name and words, as it is gone afterwards."""
    seen: list[tuple[str, str]] = []

    def press(notice: QDialog) -> None:
        assert isinstance(notice, Notice)
        seen.append((notice.objectName(), notice.accessibleDescription()))
        pressed = child(notice, button)
        assert isinstance(pressed, QPushButton)
        pressed.click()

    visit_dialog(qtbot, act, press)
    return seen[0]


def test_pages_are_made_only_when_the_clerk_goes_there(window: MainWindow) -> None:
    assert child(window, "firstPage").isVisible()
    assert window.findChild(QWidget, "secondPage") is None
    QTest.mouseClick(child(window, "go_second"), Qt.MouseButton.LeftButton)
    assert window.current_name == "second"
    assert child(window, "secondPage").isVisible()


def test_alt_number_goes_to_a_page(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.current_name == "second")


def test_page_reloads_at_once_when_shown_and_later_when_not(window: MainWindow, settled: Callable[[], None]) -> None:
    page = list_page(window)
    assert page.reloads == [Changed.ALL]
    window.notify(frozenset({Changed.HOUSEHOLD, Changed.PERSON}))
    assert page.reloads[1:] == [frozenset({Changed.HOUSEHOLD})]
    window.notify(frozenset({Changed.PERSON}))
    assert len(page.reloads) == 2
    window.go("second")
    window.notify(frozenset({Changed.HOUSEHOLD}))
    assert len(page.reloads) == 2
    window.go("first")
    assert page.reloads[2:] == [frozenset({Changed.HOUSEHOLD})]
    settled()


def test_frame_shows_village_counts_and_what_is_not_sent(window: MainWindow) -> None:
    texts = {name: child(window, name) for name in ("statusPlace", "statusUnsent", "statusExchange")}
    labels = {name: label.text() for name, label in texts.items() if isinstance(label, QLabel)}
    assert labels["statusPlace"] == "清河村　李会计"
    assert labels["statusUnsent"] == "待报送 12 笔"
    assert window.navigation.buttons["first"].count == 3
    assert window.navigation.buttons["first"].accessibleName() == "甲 3"


def test_window_asks_for_no_more_room_than_the_screen_has(window: MainWindow) -> None:
    room = window.screen().availableSize()
    assert room.width() < 960, "the screen of the tests is narrower than what the window would like"
    assert window.minimumWidth() <= room.width()
    assert window.minimumHeight() <= room.height()


def test_search_finds_while_typing_and_opens_by_enter(
    qtbot: QtBot, window: MainWindow, commit: Callable[[QWidget, str], None]
) -> None:
    box = window.search_box
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    box.setFocus()
    commit(box, "张")
    qtbot.waitUntil(lambda: len(box.hits.hits) == 2)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert list_page(window).records == [("household", "h2")]
    assert not box.text()
    assert not box.popup.isVisible()


def test_enter_takes_the_first_hit_when_pressed_before_it_came(
    qtbot: QtBot, window: MainWindow, commit: Callable[[QWidget, str], None]
) -> None:
    box = window.search_box
    box.setFocus()
    commit(box, "张")
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(list_page(window).records))
    assert list_page(window).records == [("household", "h1")]


def test_search_waits_while_letters_are_being_composed(
    qtbot: QtBot, window: MainWindow, commit: Callable[[QWidget, str], None]
) -> None:
    box = window.search_box
    box.setFocus()
    QApplication.sendEvent(box, QInputMethodEvent("zhang", []))
    QTest.qWait(250)
    assert not box.hits.hits
    commit(box, "无此人")
    qtbot.waitUntil(lambda: bool(box.hits.hits))
    assert box.hits.hits[0].kind == ""
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not list_page(window).records
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.popup.isVisible()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.text()


def test_enter_goes_to_the_next_field_as_in_excel(window: MainWindow) -> None:
    page = form_page(window)
    window.activateWindow()
    name, note, phone = (page.fields[word].editor for word in ("name", "note", "phone"))
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert window.focusWidget() is note
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert note.raw == "\n"
    assert window.focusWidget() is note
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is phone


def test_ctrl_s_saves_and_an_error_stands_at_its_field(window: MainWindow) -> None:
    page = form_page(window)
    window.activateWindow()
    editor = page.fields["name"].editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.fields["name"].error == "请填写姓名。"
    QTest.keyClicks(editor, "z")
    QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.saves == 2
    assert window.status_line.message_text == "已保存"
    assert not page.is_changed


def test_esc_asks_only_when_something_would_be_lost(qtbot: QtBot, window: MainWindow) -> None:
    page = form_page(window)
    editor = page.fields["name"].editor
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert page.lefts == 1
    QTest.keyClicks(editor, "z")
    answer(qtbot, "noticeReject", lambda: QTest.keyClick(editor, Qt.Key.Key_Escape))
    assert page.lefts == 1
    answer(qtbot, "noticeAccept", lambda: QTest.keyClick(editor, Qt.Key.Key_Escape))
    assert page.lefts == 2


def test_other_page_stays_closed_when_the_clerk_would_rather_stay(qtbot: QtBot, window: MainWindow) -> None:
    page = form_page(window)
    QTest.keyClicks(page.fields["name"].editor, "z")
    answer(qtbot, "noticeReject", lambda: window.go("first"))
    assert window.current_name == "second"
    assert window.navigation.buttons["second"].isChecked()
    answer(qtbot, "noticeAccept", lambda: window.go("first"))
    assert window.current_name == "first"


def test_refusal_of_a_task_stands_at_the_top_of_the_page(window: MainWindow, settled: Callable[[], None]) -> None:
    def refuse(_: Progress) -> None:
        raise UserError("名册第 {row} 行不对。", row=3)

    window.context.tasks.run(refuse)
    settled()
    assert list_page(window).error_strip.text == "名册第 3 行不对。"
    assert list_page(window).error_strip.isVisible()


def test_situation_is_told_in_a_dialog(qtbot: QtBot, window: MainWindow) -> None:
    def fail(_: Progress) -> None:
        raise SituationError("磁盘满了。")

    name, words = answer(qtbot, "noticeAccept", lambda: window.context.tasks.run(fail))
    assert name == "situationNotice"
    assert "磁盘满了。" in words


def test_defect_leaves_a_report_without_personal_data_and_the_program_goes_on(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, settled: Callable[[], None]
) -> None:
    def fail(_: Progress) -> None:
        raise KeyError("张三 34100419491231002X")

    name, _ = answer(qtbot, "noticeAccept", lambda: window.context.tasks.run(fail))
    assert name == "crashNotice"
    (report,) = (tmp_path / "reports").iterdir()
    text = report.read_text(encoding="utf-8")
    assert "builtins.KeyError" in text
    assert "clerk_app/ui/tasks.py" in text
    assert "张三" not in text
    assert "3410" not in text
    window.go("second")
    settled()
    assert window.current_name == "second"


def test_report_names_the_whole_chain_of_errors() -> None:
    try:
        try:
            raise OSError("secret")
        except OSError as cause:
            raise ValueError("secret too") from cause
    except ValueError as error:
        text = report_text(error)
    assert text.index("ValueError") < text.index("OSError")
    assert "secret" not in text


def test_uncaught_exception_comes_to_the_window(qtbot: QtBot) -> None:
    catcher = DefectCatcher()
    error = ValueError("x")
    before = sys.excepthook
    catcher.install()
    try:
        with qtbot.waitSignal(catcher.caught) as caught:
            sys.excepthook(ValueError, error, None)
    finally:
        catcher.uninstall()
        sys.excepthook = before
    assert caught.args == [error]


def test_size_of_type_is_taken_up_at_once_and_kept(
    window: MainWindow, qapp: QApplication, tmp_path: Path, settled: Callable[[], None]
) -> None:
    small = window.navigation.width()
    try:
        window.change_settings(replace(window.context.settings, scale=150))
        settled()
        QCoreApplication.processEvents()
        assert window.navigation.width() == round(small * 1.5)
        assert window.current_name == "first"
        assert load_settings(tmp_path).scale == 150
    finally:
        apply_theme(qapp, 100)


@pytest.mark.parametrize("scale", SCALES)
def test_style_sheet_has_every_name_filled_at_every_size(scale: int) -> None:
    text = Theme(scale, "Clerk Hei").style_sheet()
    assert "$" not in text
    assert f"min-height: {round(32 * scale / 100)}px" in text


def test_figures_are_tabular_in_the_typeface() -> None:
    metrics = QFontMetricsF(current_theme().font())
    assert len({round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789"}) == 1


def _luminance(colour: str) -> float:
    shade = QColor(colour)
    red, green, blue = (_linear(part) for part in (shade.redF(), shade.greenF(), shade.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"), ("ink", "ground"), ("ink", "accent_soft"), ("ink_soft", "ground"), ("ink_soft", "hover"),
        ("ink_faint", "paper"), ("ink_faint", "ground"), ("accent_deep", "accent_soft"), ("paper", "accent"),
        ("paper", "accent_deep"), ("due", "due_soft"), ("overdue", "overdue_soft"), ("done", "done_soft"), ("done", "ground"),
        ("overdue", "paper"), ("due", "ground"),
    ],
)  # fmt: skip
def test_words_stand_out_from_their_ground(ink: str, ground: str) -> None:
    palette = Palette()
    light, dark = sorted((_luminance(getattr(palette, ink)), _luminance(getattr(palette, ground))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


class _OneField(FormDialog):
    """A form of one field that only closes."""

    def __init__(self) -> None:
        super().__init__("oneField", "一项")
        self.only = Field("only", "一项", LineEdit())
        self.body.addWidget(self.only)
        self.start(FieldSet((self.only,), self))

    def save(self) -> None:
        self.accept()


def test_enter_after_the_last_field_of_a_form_comes_to_its_saving(qtbot: QtBot) -> None:
    dialog = _OneField()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.only.editor.setFocus()
    QTest.keyClick(dialog.only.editor, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.save_button
    QTest.keyClick(dialog.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.result() == FormDialog.DialogCode.Accepted)

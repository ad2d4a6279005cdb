"""Little room: at 175 % no word is cut off, no dialog is higher than the screen, and its buttons are always in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.errors import UserError
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ReasonDialog
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.page import FormDialog
from clerk_app.ui.pages.contributions.page import ContributionsPage
from clerk_app.ui.theme import apply_theme
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.command_row import CommandRow
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet
from clerk_app.ui.widgets.section import Section
from tests.ui.squeezed import show_squeezed

LARGEST = 175


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, LARGEST)
    yield
    apply_theme(qapp, 100)


class Tall(FormDialog):
    """A form of so many fields, one below the other; the last of them is refused."""

    def __init__(self, count: int) -> None:
        super().__init__("tallForm", "tall")
        self.lines = [LineEdit() for _ in range(count)]
        fields = FieldSet(parent=self)
        for place, line in enumerate(self.lines):
            field = Field(f"line_{place}", "…", line)
            fields.add(field)
            self.body.addWidget(field)
        self.start(fields)

    def save(self) -> None:
        raise UserError("请填写村名。", field=f"line_{len(self.lines) - 1}")


def in_sight(dialog: FormDialog, widget: QWidget) -> bool:
    """Whether a widget of the body stands wholly in the part that is shown."""
    viewport = dialog.area.viewport()
    return viewport.rect().contains(QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size()))


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[int], Tall]:
    def show_dialog(count: int) -> Tall:
        dialog = Tall(count)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return show_dialog


@pytest.mark.usefixtures("large")
def test_dialog_is_never_higher_than_the_screen_and_shows_its_buttons(show: Callable[[int], Tall]) -> None:
    dialog = show(14)
    assert dialog.height() <= dialog.screen().availableSize().height()
    for button in (dialog.save_button, dialog.cancel_button):
        assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint(0, 0)), button.size()))


def test_dialog_is_as_high_as_its_fields_where_there_is_room(show: Callable[[int], Tall]) -> None:
    dialog = show(7)
    assert dialog.height() > dialog.screen().availableSize().height() * 2 // 3  # where Qt alone would stop
    assert all(in_sight(dialog, line) for line in dialog.lines)


@pytest.mark.usefixtures("large")
def test_field_that_is_gone_to_is_brought_into_sight(show: Callable[[int], Tall], qtbot: QtBot) -> None:
    dialog = show(14)
    assert not in_sight(dialog, dialog.lines[-1])
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.try_save()
    qtbot.waitUntil(lambda: in_sight(dialog, dialog.lines[-1]))
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_dialog_grows_with_the_sentence_below_a_field(show: Callable[[int], Tall], qtbot: QtBot) -> None:
    dialog = show(3)
    before = dialog.height()
    dialog.try_save()
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert all(in_sight(dialog, line) for line in dialog.lines)


def test_dialog_grows_with_a_sentence_of_many_lines_above_its_fields(show: Callable[[int], Tall], qtbot: QtBot) -> None:
    dialog = show(2)
    dialog.resize(dialog.minimumSizeHint())
    dialog.show_error(UserError("和邀请文件里的指纹不一样：再看一遍纸条。" * 3))
    strip = dialog.error_strip
    qtbot.waitUntil(strip.isVisible)
    qtbot.wait(50)  # the layout settles in several steps, and what is squeezed at first would look right by chance
    assert strip.height() >= strip.heightForWidth(strip.width())
    assert not dialog.area.verticalScrollBar().isVisible()


def test_form_that_asks_for_a_reason_grows_with_what_it_tells(qtbot: QtBot, village: Context) -> None:
    dialog = ReasonDialog(village, "asked")
    dialog.build("退回", "退回", "村" * 300, Field("reason", "原因", LineEdit(), required=True))
    show_squeezed(qtbot, dialog)
    before = dialog.height()
    dialog.fields["reason"].show_error("请写明原因。")
    qtbot.wait(50)
    assert dialog.height() == before, "there was room for the error"
    dialog.reject()


def test_dialog_at_the_lower_edge_goes_up_when_it_grows(show: Callable[[int], Tall], qtbot: QtBot) -> None:
    dialog = show(3)
    edge = dialog.screen().availableGeometry().bottom()
    dialog.move(dialog.x(), edge - dialog.frameGeometry().height())
    before = dialog.height()
    dialog.try_save()
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: dialog.frameGeometry().bottom() <= edge)


WORDS = ("住户列表", "可享受政策", "打印登记表", "缴费通知单", "办理变动…", "增加成员")


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """A page's row of commands: the first keeps to the left, the others to the right."""
    host = QWidget()
    qtbot.addWidget(host)
    commands = CommandRow()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(commands)
    column.addStretch(1)
    for place, word in enumerate(WORDS):
        commands.addWidget(Button(f"command_{place}", word))
        if not place:
            commands.addStretch(1)
    return host


def places(host: QWidget, width: int) -> list[QRect]:
    host.resize(width, 400)
    host.show()
    QApplication.processEvents()
    found = [host.findChild(QPushButton, f"command_{place}") for place in range(len(WORDS))]
    return [button.geometry() for button in found if button is not None]


def test_commands_stand_in_one_line_where_there_is_room(row: QWidget) -> None:
    shown = places(row, 1200)
    assert len({each.top() for each in shown}) == 1
    assert shown[0].left() == 0
    assert shown[-1].right() == 1199
    assert [each.left() for each in shown] == sorted(each.left() for each in shown)


@pytest.mark.parametrize("width", [560, 500, 300, 150])
def test_commands_go_on_in_further_lines_and_no_word_is_cut_off(row: QWidget, width: int) -> None:
    shown = places(row, width)
    assert len({each.top() for each in shown}) > 1
    for place, each in enumerate(shown):
        button = row.findChild(QPushButton, f"command_{place}")
        assert button is not None
        assert each.width() >= button.sizeHint().width()
        assert 0 <= each.left() <= each.right() < width
        assert not any(each.intersects(other) for other in shown[:place])
    assert shown[-1].right() == width - 1


def test_command_that_is_hidden_leaves_no_gap(row: QWidget) -> None:
    button = row.findChild(QPushButton, "command_4")
    assert button is not None
    button.hide()
    shown = places(row, 1200)
    assert shown[5].left() - shown[3].right() - 1 == 8


def test_command_moves_to_another_row(row: QWidget, qtbot: QtBot) -> None:
    layout = row.layout()
    assert isinstance(layout, QVBoxLayout)
    second = CommandRow()
    layout.addWidget(second)
    button = row.findChild(QPushButton, "command_1")
    assert button is not None
    second.insertWidget(0, button)
    shown = places(row, 1200)
    assert button.parent() is second
    assert shown[2].left() + shown[2].width() < shown[3].left()
    qtbot.waitExposed(row)


@pytest.mark.usefixtures("large")
def test_no_page_cuts_a_command_off_at_the_largest_size(
    village: Context, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    window = MainWindow(village)
    qtbot.addWidget(window)
    window.resize(1366, 744)
    window.show()
    cut: list[str] = []
    for name in window.page_names:
        window.go(name)
        settled()
        page = window.current_page
        assert page is not None
        for button in page.findChildren(Button):
            room = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
            is_whole = button.width() >= button.sizeHint().width() and room.right() < window.width()
            if button.isVisible() and not is_whole:
                cut.append(f"{name}: {button.objectName()}")
    window.hide()
    assert cut == []


def test_rows_come_and_go_many_times_without_harm(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    host.show()
    for _ in range(60):
        section = Section("要办的事")
        for word in WORDS:
            section.add_aside(Button("aside", word))
        column.addWidget(section)
        QApplication.processEvents()
        section.setParent(None)
        section.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert column.count() == 0


def test_commands_of_the_season_stand_in_one_line_on_a_usual_laptop(
    village: Context, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    window = MainWindow(village)
    qtbot.addWidget(window)
    window.resize(1366, 744)
    window.show()
    window.go("contributions")
    settled()
    page = window.current_page
    assert page is not None
    assert page.commands.height() == max(button.height() for button in page.commands.findChildren(Button))
    window.hide()


@pytest.mark.usefixtures("large")
def test_season_scrolls_where_a_sentence_leaves_too_little_room(
    village: Context, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    window = MainWindow(village)
    qtbot.addWidget(window)
    window.resize(1366, 744)
    window.show()
    window.go("contributions")
    settled()
    page = window.current_page
    assert isinstance(page, ContributionsPage)
    page.note.tell("已标记应代缴 36 人，共 14,400.00 元：核对后按 Ctrl+S 登记，按空格可以去掉标记。")
    QApplication.processEvents()
    assert page.bar.filter.height() >= page.bar.filter.sizeHint().height()
    assert page.bar.defaults.geometry().bottom() < page.note.geometry().top()
    assert page.note.geometry().bottom() < page.grid.geometry().top()
    window.hide()

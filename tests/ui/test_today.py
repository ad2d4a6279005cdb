"""今日: what is due, what waits for the stick, the picture, and an empty village."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.services import today as today_service
from clerk_app.services.households import list_households
from clerk_app.services.sentences import as_written
from clerk_app.services.today import DueItem, DueKind, Today
from clerk_app.settings import Settings
from clerk_app.storage.queries import AgeBand, VillageCounts
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.desk import read_frame
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.pages import PAGES
from clerk_app.ui.pages.households.page import HouseholdsPage
from clerk_app.ui.pages.today import TodayPage
from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.chip import ChipState
from tests.builders import VillageFolder

DAY = date(2026, 7, 1)


class Window:
    """Remembers what a page asks to be opened."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, str]] = []

    def status(self, text: str, tone: Tone = Tone.DONE) -> None:
        raise AssertionError(text, tone)

    def open(self, kind: str, record_id: str) -> None:
        self.opened.append((kind, record_id))

    def notify(self, changed: frozenset[str]) -> None:
        raise AssertionError(changed)

    def change_settings(self, settings: Settings) -> None:
        raise AssertionError(settings)


@pytest.fixture
def shell() -> Window:
    return Window()


def shown(qtbot: QtBot, context: Context, shell: Window, settled: Callable[[], None]) -> TodayPage:
    context.shell = shell
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    page.reload(Changed.ALL)
    settled()
    return page


@pytest.fixture
def empty_village(empty_template: VillageFolder, tasks: TaskRunner, tmp_path: Path) -> Iterator[Context]:
    workspace = empty_template.open(tmp_path / "empty")
    yield Context(workspace, tasks, Settings(), lambda _words: (), lambda: read_frame(workspace))
    tasks.close(last=workspace.close)


def text_of(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert isinstance(label, QLabel), name
    return label.text()


def item(kind: DueKind, due_on: date, *, overdue: bool = False) -> DueItem:
    return DueItem(
        kind=kind,
        due_on=due_on,
        overdue=overdue,
        title="段有福",
        detail=as_written("第1组"),
        record_kind="dibao_case",
        record_id=f"{kind}-{due_on}",
    )


def a_day(*items: DueItem, unsent: int = 0, days: int | None = None) -> Today:
    return Today(
        on=DAY,
        counts=VillageCounts(3, 7, 2, 1, 2, 1),
        ages=(AgeBand(0, 9, 1, 0), AgeBand(10, None, 2, 4)),
        items=items,
        unsent_acts=unsent,
        days_since_export=days,
    )


def test_figures_and_stick_are_those_of_the_village(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None]
) -> None:
    page = shown(qtbot, village, shell, settled)
    rows = list_households(village.workspace)
    assert text_of(page, "count_households") == str(len(rows)) == "12"
    assert text_of(page, "count_people") == str(sum(row.members for row in rows))
    assert str(read_frame(village.workspace).unsent_acts) in text_of(page, "todayUnsent")
    assert village.workspace.clerk.name in text_of(page, "todayGreeting")
    today = village.workspace.today()
    assert all(str(part) in text_of(page, "todayGreeting") for part in (today.year, today.month, today.day))


def test_weekday_is_said_in_chinese(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today_service, "today", lambda _workspace: a_day())
    page = shown(qtbot, village, shell, settled)
    assert text_of(page, "todayGreeting").endswith("2026 年 7 月 1 日，星期三")


def test_each_due_thing_has_a_word_and_a_tone(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    items = (
        item(DueKind.REVIEW, DAY - timedelta(days=3), overdue=True),
        item(DueKind.PROPOSAL, DAY - timedelta(days=1)),
        item(DueKind.SIXTY, DAY),
        item(DueKind.REVIEW, DAY + timedelta(days=7)),
        item(DueKind.SIXTEEN, DAY + timedelta(days=8)),
    )
    monkeypatch.setattr(today_service, "today", lambda _workspace: a_day(*items))
    page = shown(qtbot, village, shell, settled)
    chips = [page.table.columns[0].value(record) for record in page.table.shown]
    assert all(isinstance(chip, ChipState) and chip.text for chip in chips)
    assert [chip.tone for chip in chips] == [Tone.OVERDUE, Tone.ACCENT, Tone.DUE, Tone.DUE, Tone.NEUTRAL]
    assert len({chip.text for chip in chips}) == 5
    assert "5" in page.due.title.text()


def test_laptop_that_was_shut_out_stands_in_red_at_the_top(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    shut_out = replace(item(DueKind.REVOKED, DAY), title="", record_kind="exchange", record_id="send")
    items = (shut_out, item(DueKind.REVIEW, DAY - timedelta(days=3), overdue=True))
    monkeypatch.setattr(today_service, "today", lambda _workspace: a_day(*items))
    page = shown(qtbot, village, shell, settled)
    first = page.table.record(0)
    assert first is not None
    chip = page.table.columns[0].value(first)
    assert (chip.tone, "撤销" in chip.text, page.table.columns[2].text(first)) == (Tone.OVERDUE, True, "电脑已撤销")
    page.view.select(lambda record: record == first)
    QTest.keyClick(page.view.table, Qt.Key.Key_Return)
    assert shell.opened == [("exchange", "send")]
    assert "1 件已过期" in page.due.title.text()


def test_enter_opens_the_record_and_the_button_the_stick(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    due = item(DueKind.REVIEW, DAY)
    monkeypatch.setattr(today_service, "today", lambda _workspace: a_day(due, unsent=5, days=40))
    page = shown(qtbot, village, shell, settled)
    page.view.select(lambda record: record == due)
    QTest.keyClick(page.view.table, Qt.Key.Key_Return)
    page.export_button.click()
    assert shell.opened == [("dibao_case", due.record_id), ("exchange", "")]
    assert "5" in text_of(page, "todayUnsent")
    assert "40" in text_of(page, "todaySince")
    assert page.since.property("role") == "error"


def test_stick_is_late_after_thirty_days(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None]
) -> None:
    page = shown(qtbot, village, shell, settled)
    late, texts = [], set()
    for days in (None, 0, 30, 31):
        page._show(a_day(days=days))
        late.append(page.since.property("role") == "error")
        texts.add(text_of(page, "todaySince"))
    assert late == [False, False, False, True]
    assert len(texts) == 4


def test_village_without_anything_due_says_so_and_not_that_it_is_empty(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None]
) -> None:
    page = shown(qtbot, village, shell, settled)
    page._show(a_day())
    assert page.stack.currentIndex() == 1
    assert page.view.findChild(QWidget, "emptyState").isVisible()  # type: ignore[union-attr] # a missing one fails too


def test_empty_village_is_told_what_to_do_first(
    qtbot: QtBot, empty_village: Context, shell: Window, settled: Callable[[], None]
) -> None:
    page = shown(qtbot, empty_village, shell, settled)
    assert page.findChild(QWidget, "todayEmpty").isVisible()  # type: ignore[union-attr] # a missing one fails too
    page.import_button.click()
    page.register_button.click()
    assert shell.opened == [("household", "import"), ("household", "new")]


def test_picture_tells_a_screen_reader_its_numbers_and_draws_bars_by_them(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None]
) -> None:
    page = shown(qtbot, village, shell, settled)
    chart = page.chart
    chart.show_ages((AgeBand(0, 9, 10, 0), AgeBand(10, None, 5, 3)))
    told = chart.accessibleDescription()
    assert all(number in told for number in ("0–9", "10", "5", "3"))
    chart.resize(380, chart.sizeHint().height())
    image = chart.grab().toImage()
    ratio = image.devicePixelRatio()
    colours = [
        sum(image.pixelColor(x, int(y * ratio)).name() == "#1b6b7a" for x in range(image.width())) for y in (37, 59)
    ]
    assert colours[0] > 0
    assert abs(colours[1] - 2 * colours[0]) <= 4  # the old stand at the top


def test_picture_of_nobody_draws_no_bar(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None]
) -> None:
    page = shown(qtbot, village, shell, settled)
    page.chart.show_ages((AgeBand(0, 9, 0, 0), AgeBand(10, None, 0, 0)))
    image = page.chart.grab().toImage()
    assert all(
        image.pixelColor(x, y).name() != "#1b6b7a" for x in range(image.width()) for y in range(0, image.height(), 3)
    )


def test_reading_anew_keeps_the_row_chosen(
    qtbot: QtBot, village: Context, shell: Window, settled: Callable[[], None]
) -> None:
    page = shown(qtbot, village, shell, settled)
    items = tuple(item(DueKind.REVIEW, DAY + timedelta(days=n)) for n in range(3))
    page._show(a_day(*items))
    page.view.select(lambda record: record == items[1])
    page._show(replace(a_day(*items), unsent_acts=9))
    assert page.view.current_record() == items[1]


def test_first_household_is_begun_on_the_page_of_households(
    qtbot: QtBot, empty_village: Context, settled: Callable[[], None]
) -> None:
    window = MainWindow(empty_village, [entry for entry in PAGES if entry.name in ("today", "households")])
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    settled()
    page = window.current_page
    assert isinstance(page, TodayPage)
    page.register_button.click()
    settled()
    households = window.current_page
    assert isinstance(households, HouseholdsPage)
    assert households.current is households.form

"""The page 文书: choose, look, print or save, and the list of what was printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.household import HouseholdId
from clerk_app.printing.preview import page_count
from clerk_app.services import notices, papers
from clerk_app.services.households import list_households
from clerk_app.services.notices import FormRequest, list_documents
from clerk_app.services.papers import Unprintable
from clerk_app.storage.queries import HouseholdRow
from clerk_app.ui.context import Context
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.pages import PAGES
from clerk_app.ui.pages.papers import requests
from clerk_app.ui.pages.papers.page import PapersPage
from clerk_app.ui.pages.papers.requests import INTERNAL, NOTICE, PUBLIC, Choice, prepare
from clerk_app.ui.tasks import Progress
from tests.ui.dialogs import when_modal

Settled = Callable[[], None]


@pytest.fixture
def window(qtbot: QtBot, village: Context, settled: Settled) -> MainWindow:
    made = MainWindow(village, [entry for entry in PAGES if entry.name in ("papers", "exchange")])
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    settled()
    return made


@pytest.fixture
def page(window: MainWindow) -> PapersPage:
    found = window.current_page
    assert isinstance(found, PapersPage)
    return found


@pytest.fixture
def households(page: PapersPage) -> tuple[HouseholdRow, ...]:
    return list_households(page.context.workspace)


def ready(qtbot: QtBot, page: PapersPage, settled: Settled) -> None:
    qtbot.waitUntil(lambda: page.prepared is not None)
    settled()


def press(name: str, dialog: QWidget) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_nothing_can_be_printed_before_a_household_is_chosen(page: PapersPage) -> None:
    assert not page.print_button.isEnabled()
    assert not page.save_button.isEnabled()
    assert page.right.currentWidget() is page.empty
    assert page.paper() is None


def test_household_is_found_by_typing_and_previewed_by_enter(
    qtbot: QtBot, page: PapersPage, households: tuple[HouseholdRow, ...], settled: Settled
) -> None:
    wanted = households[4]
    QTest.keyClicks(page.choosing.filter, wanted.number)
    assert [row.id for row in page.choosing.model.shown] == [wanted.id]
    QTest.keyClick(page.choosing.filter, Qt.Key.Key_Return)
    ready(qtbot, page, settled)
    assert page.prepared is not None
    assert page.prepared.request.household_ids == (wanted.id,)
    qtbot.waitUntil(lambda: page.preview.page_total >= 1)
    assert page.print_button.isEnabled()
    assert wanted.number in page.choosing.chosen.text()
    assert list_documents(page.context.workspace) == ()


def test_choice_stays_when_the_filter_hides_it(
    qtbot: QtBot, page: PapersPage, households: tuple[HouseholdRow, ...], settled: Settled
) -> None:
    page.choosing.choose(INTERNAL, households[0].id)
    ready(qtbot, page, settled)
    QTest.keyClicks(page.choosing.filter, households[5].number)
    assert page.choosing.choice().household_ids == (households[0].id,)
    QTest.keyClick(page.choosing.filter, Qt.Key.Key_Escape)
    assert not page.choosing.filter.text()
    assert [row.id for row in page.choosing.view.selected_records()] == [households[0].id]


def test_internal_and_public_are_two_commands(
    qtbot: QtBot, page: PapersPage, households: tuple[HouseholdRow, ...], settled: Settled
) -> None:
    page.choosing.choose(INTERNAL, households[0].id)
    ready(qtbot, page, settled)
    assert page.prepared is not None
    assert not page.prepared.request.masked
    internal = page.print_button.text()
    public = page.choosing.form.findChild(QPushButton, "paperForm_public")
    assert public is not None
    public.click()
    assert page.print_button.text() != internal
    qtbot.waitUntil(lambda: page.prepared is not None and page.prepared.request.masked)
    settled()


def test_what_was_prepared_for_an_earlier_choice_cannot_go_out(
    qtbot: QtBot,
    page: PapersPage,
    households: tuple[HouseholdRow, ...],
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked where to save"))
    page.choosing.choose(INTERNAL, households[0].id)
    ready(qtbot, page, settled)
    assert page.save_button.isEnabled()
    page.choosing.choose(INTERNAL, households[1].id)
    page.save_button.click()
    assert page.paper() is None
    ready(qtbot, page, settled)
    assert page.prepared is not None
    assert page.prepared.request.household_ids == (households[1].id,)
    assert page.save_button.isEnabled()


def test_saved_pdf_is_numbered_recorded_and_its_folder_remembered(
    *,
    qtbot: QtBot,
    page: PapersPage,
    window: MainWindow,
    households: tuple[HouseholdRow, ...],
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "表"
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.choosing.choose(PUBLIC, households[0].id)
    ready(qtbot, page, settled)
    page.save_button.click()
    settled()
    assert households[0].head not in asked[0]
    (document,) = list_documents(page.context.workspace)
    assert (document.household_id, document.masked, document.copy_number) == (households[0].id, True, 1)
    assert page_count(target.with_suffix(".pdf").read_bytes()) >= 1
    assert document.number in window.status_line.message_text
    assert page.context.settings.last_document_folder == str(tmp_path)
    assert [row.document.id for row in page.printed.model.records] == [document.id]


def test_nothing_is_recorded_when_the_folder_is_gone(
    qtbot: QtBot, page: PapersPage, households: tuple[HouseholdRow, ...], settled: Settled, tmp_path: Path
) -> None:
    page.choosing.choose(INTERNAL, households[0].id)
    ready(qtbot, page, settled)
    paper = page.paper()
    assert paper is not None
    page.delivery.save_to(paper, tmp_path / "gone" / "a.pdf")
    settled()
    assert page.error_strip.isVisible()
    assert list_documents(page.context.workspace) == ()


def test_cancelled_file_dialog_leaves_no_trace(
    qtbot: QtBot,
    page: PapersPage,
    households: tuple[HouseholdRow, ...],
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.choosing.choose(INTERNAL, households[0].id)
    ready(qtbot, page, settled)
    page.save_button.click()
    settled()
    assert list_documents(page.context.workspace) == ()
    assert page.context.settings.last_document_folder == ""


def test_printed_paper_is_painted_and_recorded(
    *,
    qtbot: QtBot,
    page: PapersPage,
    window: MainWindow,
    households: tuple[HouseholdRow, ...],
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "paper.pdf"
    monkeypatch.setattr("clerk_app.ui.pages.papers.delivery.choose_printer", lambda *_: pdf_printer(out))
    page.choosing.choose(INTERNAL, households[0].id)
    ready(qtbot, page, settled)
    window.activateWindow()
    QTest.keyClick(page.choosing.filter, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(out.exists, timeout=5000)
    settled()
    (document,) = list_documents(page.context.workspace)
    assert not document.masked
    assert page_count(out.read_bytes()) == page.preview.page_total
    assert document.number in window.status_line.message_text


def test_no_printer_is_said_at_the_top(
    qtbot: QtBot,
    page: PapersPage,
    households: tuple[HouseholdRow, ...],
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clerk_app.ui.printer.printer_names", tuple)
    page.choosing.choose(INTERNAL, households[0].id)
    ready(qtbot, page, settled)
    page.print_button.click()
    assert page.error_strip.isVisible()
    assert list_documents(page.context.workspace) == ()


@pytest.mark.parametrize(("button", "prints"), [("noticeReject", 0), ("noticeAccept", 1)])
def test_clerk_is_warned_before_a_name_is_printed_that_no_face_has(
    *,
    qtbot: QtBot,
    page: PapersPage,
    households: tuple[HouseholdRow, ...],
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    button: str,
    prints: int,
) -> None:
    found = (Unprintable(name="王\U00020000", characters=("\U00020000",)),)
    monkeypatch.setattr(papers, "unprintable_names", lambda *_: found)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.pdf"), ""))
    page.choosing.choose(INTERNAL, households[0].id)
    ready(qtbot, page, settled)
    assert page.warning.isVisible()
    assert "\U00020000" in page.warning.text
    when_modal(partial(press, button))
    page.save_button.click()
    settled()
    assert len(list_documents(page.context.workspace)) == prints


@pytest.mark.parametrize(("field", "text"), [("year", "26"), ("deadline", "昨天"), ("deadline", "2001-01-01")])
def test_wrong_year_or_deadline_is_said_beside_its_field(
    *,
    qtbot: QtBot,
    page: PapersPage,
    households: tuple[HouseholdRow, ...],
    settled: Settled,
    field: str,
    text: str,
) -> None:
    page.choosing.choose(NOTICE, households[0].id)
    page.choosing.fields[field].editor.set_raw(text)
    qtbot.waitUntil(lambda: bool(page.choosing.fields[field].error))
    assert not page.print_button.isEnabled()
    settled()


def test_whole_group_goes_to_those_who_still_owe(
    qtbot: QtBot, page: PapersPage, households: tuple[HouseholdRow, ...], settled: Settled
) -> None:
    page.choosing.form.set_value(NOTICE)
    assert not page.choosing.whole_group.isEnabled()
    group = households[0].group
    page.choosing.group.setCurrentIndex(page.choosing.group.findData(group))
    page.choosing.whole_group.setChecked(True)
    assert page.choosing.choice().group == group
    qtbot.waitUntil(lambda: page.prepared is not None or page.right.currentWidget() is page.empty)
    settled()
    assert not page.choosing.is_empty
    assert not page.choosing.view.isEnabled()


def test_many_notices_go_in_batches_and_only_the_first_are_previewed(
    village: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = tuple(HouseholdId(f"h{number}") for number in range(7))
    previewed: list[int] = []

    def preview(_workspace: object, request: FormRequest) -> bytes:
        previewed.append(len(request.household_ids))
        return b"%PDF"

    monkeypatch.setattr(requests, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(requests, "MOST_PREVIEWED", 2)
    monkeypatch.setattr(papers, "households_to_notify", lambda *_: ids)
    monkeypatch.setattr(notices, "preview", preview)
    choice = Choice(form=NOTICE, group="第1组", insurance=Insurance.MEDICAL, year=2026)
    made = [
        prepare(village.workspace, Choice(**{**_values(choice), "batch": batch}), Progress(lambda *_: None))
        for batch in (0, 1, 2, 9)
    ]
    assert [one.request.household_ids for one in made] == [ids[:3], ids[3:6], ids[6:], ids[6:]]
    assert [(one.batches, one.batch, one.due) for one in made] == [(3, 0, 7), (3, 1, 7), (3, 2, 7), (3, 2, 7)]
    assert previewed == [2, 2, 1, 1]


def _values(choice: Choice) -> dict[str, Any]:
    return {name: getattr(choice, name) for name in choice.__slots__}


def test_open_shows_a_form_for_a_household(
    qtbot: QtBot, window: MainWindow, page: PapersPage, households: tuple[HouseholdRow, ...], settled: Settled
) -> None:
    window.go("exchange")
    window.open("document", f"household-form:{households[3].id}")
    assert window.current_name == "papers"
    ready(qtbot, page, settled)
    assert page.prepared is not None
    assert (page.prepared.request.kind, page.prepared.request.household_ids) == ("household-form", (households[3].id,))
    window.open("document", f"contribution-notice:{households[3].id}")
    assert page.choosing.form.value == NOTICE
    qtbot.waitUntil(lambda: page.prepared is not None or page.right.currentWidget() is page.empty)
    settled()


@pytest.fixture
def printed(
    qtbot: QtBot, page: PapersPage, households: tuple[HouseholdRow, ...], settled: Settled, tmp_path: Path
) -> PapersPage:
    """The list with one print."""
    page.choosing.choose(INTERNAL, households[0].id)
    ready(qtbot, page, settled)
    paper = page.paper()
    assert paper is not None
    page.delivery.save_to(paper, tmp_path / "first.pdf")
    settled()
    return page


def test_open_shows_a_document_in_the_list(window: MainWindow, printed: PapersPage, settled: Settled) -> None:
    (document,) = list_documents(printed.context.workspace)
    printed.printed.filter.setText("没有这个")
    window.open("document", document.id)
    settled()
    assert printed.views.value == "printed"
    current = printed.printed.current()
    assert current is not None
    assert current.document.id == document.id
    assert printed.copy_button.isEnabled()


def test_copy_is_looked_at_first_and_recorded_only_when_it_goes_out(
    printed: PapersPage, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (document,) = list_documents(printed.context.workspace)
    printed.show_record("document", document.id)
    when_modal(partial(press, "copyClose"))
    printed.copy_button.click()
    settled()
    assert len(list_documents(printed.context.workspace)) == 1
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy.pdf"), ""))

    def save(dialog: QWidget) -> None:
        button = dialog.findChild(QPushButton, "copySave")
        assert button is not None
        qtbot.waitUntil(button.isEnabled)
        button.click()

    when_modal(save)
    printed.copy_button.click()
    settled()
    copies = sorted(item.copy_number for item in list_documents(printed.context.workspace))
    assert copies == [1, 2]
    assert (tmp_path / "copy.pdf").exists()


def test_void_asks_for_a_reason_beside_its_field_and_keeps_the_document_listed(
    printed: PapersPage, settled: Settled, commit: Callable[[QWidget, str], None]
) -> None:
    (document,) = list_documents(printed.context.workspace)
    printed.show_record("document", document.id)
    seen: list[bool] = []

    def answer(dialog: QWidget) -> None:
        press("dialogSave", dialog)
        field = dialog.findChild(QWidget, "reason")
        assert field is not None
        seen.append(bool(field.property("wrong")))
        commit(field, "打错了")
        press("dialogSave", dialog)

    when_modal(answer)
    printed.void_button.click()
    settled()
    assert seen == [True]
    (row,) = printed.printed.model.records
    assert row.document.void_reason == "打错了"
    assert not printed.copy_button.isEnabled()
    assert not printed.void_button.isEnabled()


def test_list_is_filtered_by_words_and_kind(printed: PapersPage) -> None:
    listed = printed.printed
    printed.views.set_value("printed")
    listed.filter.setText("ZH")
    assert listed.model.rowCount() == 1
    QTest.keyClick(listed.filter, Qt.Key.Key_Down)
    assert printed.copy_button.isEnabled()
    listed.kind.setCurrentIndex(listed.kind.findData("contribution-notice"))
    assert listed.model.rowCount() == 0
    assert not printed.copy_button.isEnabled()

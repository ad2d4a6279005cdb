"""The parts 待处理 and 历史: what is left to a person, and what went and came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from clerk_app.domain.settlement import Choice
from clerk_app.services.accounts import create_village, the_village
from clerk_app.services.answers import import_packets
from clerk_app.services.conflicts import conflicts, settle_conflict
from clerk_app.services.exchange import export_packet
from clerk_app.services.households import household_numbered
from clerk_app.services.today import DueKind, today
from clerk_app.services.work import settle_work_item
from clerk_app.services.work_desk import desk_items
from clerk_app.services.workspace import SystemClock
from clerk_app.ui.desk import read_frame
from clerk_app.ui.pages.exchange import slips
from clerk_app.ui.pages.exchange.words import check_value
from clerk_app.ui.pages.exchange.work_section import WorkSection
from clerk_app.ui.theme import Tone
from tests.builders import CHEAP, PASSWORD, VILLAGE
from tests.packets_sent import written_packets
from tests.ui.exchange_page import CTRL, CountySide, ExchangeDesk, note


@pytest.fixture
def refused(desk: ExchangeDesk, county: CountySide, stick: Path) -> ExchangeDesk:
    """The desk of a village whose change of household 0001 was refused."""
    county.refuse(desk.village, "0001")
    note(desk.village, "0001", "漏雨")
    export_packet(desk.village, stick)
    county.take(stick)
    county.answer(stick)
    import_packets(desk.village, (stick,))
    desk.reread()
    return desk


def test_nothing_to_do_says_so(desk: ExchangeDesk) -> None:
    desk.go("work")
    assert desk.page.work.rows.records == ()
    assert not desk.page.work.settle_button.isEnabled()
    assert not desk.page.work.again_button.isEnabled()
    assert desk.page.work.empty.isVisible()


def test_refused_act_stands_in_plain_words_with_its_reason(refused: ExchangeDesk) -> None:
    refused.go("work")
    (row,) = desk_items(refused.village)
    assert row.item.reason == refused.text("workCardReason")
    assert "漏雨" in refused.text("workCardAct")
    assert row.household in refused.text("workCardTitle")
    assert refused.text("workCardAdvice")


def test_enter_leads_to_the_household(refused: ExchangeDesk) -> None:
    refused.go("work")
    household = household_numbered(refused.village, "0001").household.id
    refused.press(Qt.Key.Key_Return)
    refused.press(Qt.Key.Key_Return, CTRL)
    assert refused.opened == [("household", household)] * 2


def test_item_is_closed_by_keys_with_a_reason_and_stays_to_be_seen(refused: ExchangeDesk) -> None:
    refused.go("work")
    errors: list[str] = []

    def fill(dialog: Any) -> None:
        dialog.save_button.click()
        errors.append(refused.field_error(dialog, "outcome"))
        dialog.fields["outcome"].editor.set_raw("已改正重办")
        QTest.keyClick(dialog.fields["outcome"].editor, Qt.Key.Key_S, CTRL)

    refused.in_dialog(lambda: refused.press(Qt.Key.Key_D, CTRL), fill)
    assert errors[0]
    assert desk_items(refused.village) == ()
    assert refused.page.work.rows.rowCount() == 0
    refused.click("workFilter_settled")
    (row,) = desk_items(refused.village, closed=True)
    assert refused.page.work.rows.records == (row,)
    assert row.item.outcome == "已改正重办"
    assert row.item.closed_by == refused.village.clerk.name
    assert "已改正重办" in refused.text("workCardSettled")
    assert not refused.page.work.settle_button.isEnabled()


def test_leaving_the_question_leaves_the_item_open(refused: ExchangeDesk) -> None:
    refused.go("work")
    refused.in_dialog(lambda: refused.click("workSettle"), lambda dialog: dialog.reject())
    assert len(desk_items(refused.village)) == 1


def test_item_settled_meanwhile_is_refused_in_the_question(refused: ExchangeDesk) -> None:
    refused.go("work")
    (row,) = desk_items(refused.village)
    settle_work_item(refused.village, row.item.id)
    told: list[bool] = []

    def fill(dialog: Any) -> None:
        dialog.fields["outcome"].editor.set_raw("一")
        dialog.save_button.click()
        refused.settle()
        told.append(dialog.error_strip.isVisible())
        dialog.fields.mark_saved()
        dialog.reject()

    refused.in_dialog(lambda: refused.click("workSettle"), fill)
    assert told == [True]


def test_count_stands_in_navigation_and_today_leads_there(refused: ExchangeDesk) -> None:
    assert read_frame(refused.village).counts["exchange"] == 1
    (due,) = [item for item in today(refused.village).items if item.kind is DueKind.WORK]
    (row,) = desk_items(refused.village)
    assert (due.record_kind, due.record_id) == ("exchange", f"work:{row.item.id}")
    assert due.detail.text.endswith(row.item.reason)
    refused.page.show_record(due.record_kind, due.record_id)
    assert refused.page.part is refused.page.work
    assert refused.page.work.view.current_record() == row


def test_household_shows_its_own_items_and_no_others(refused: ExchangeDesk) -> None:
    section = WorkSection(refused.context)
    refused.qtbot.addWidget(section)
    section.read(household_numbered(refused.village, "0002").household.id)
    refused.settle()
    assert section.isHidden()
    section.read(household_numbered(refused.village, "0001").household.id)
    refused.settle()
    assert len(section.rows) == 1
    card = section.findChild(QWidget, "fileWork_0")
    assert card is not None
    button = section.findChild(QPushButton, "fileWorkSettle_0")
    assert button is not None

    def fill(dialog: Any) -> None:
        dialog.fields["outcome"].editor.set_raw("看过")
        dialog.save_button.click()

    refused.in_dialog(button.click, fill)
    assert desk_items(refused.village) == ()
    section.read(household_numbered(refused.village, "0001").household.id)
    refused.settle()
    assert not section.rows


# two laptops


@pytest.fixture
def torn(desk: ExchangeDesk, county: CountySide, tmp_path: Path) -> Iterator[ExchangeDesk]:
    """The desk of a village with a second laptop, where both wrote the note of household 0001."""
    about = the_village(desk.village)
    entry = replace(VILLAGE, code=about.code, name=about.name, county_key="", joining=True)
    second = create_village(tmp_path / "second", entry, "周敏", PASSWORD, SystemClock(), parameters=CHEAP).workspace
    fresh = tmp_path / "FRESH"
    fresh.mkdir()
    county.join(second, fresh, second=True)
    for laptop in (second, desk.village):
        county.carry(laptop, fresh)
    note(desk.village, "0001", "老屋已拆")
    note(second, "0001", "老屋出租")
    for laptop in (desk.village, second, desk.village, second):
        county.carry(laptop, fresh)
    desk.reread()
    yield desk
    second.close()


def test_conflict_shows_both_values_and_is_settled_with_a_reason(torn: ExchangeDesk) -> None:
    torn.go("work")
    (found,) = conflicts(torn.village)
    assert torn.page.work.rows.records == (found,)
    shown = {torn.text("conflictCardValue_0"), torn.text("conflictCardValue_1")}
    assert shown == {"老屋已拆", "老屋出租"}
    assert "周敏" in torn.text("conflictCardBy_0") + torn.text("conflictCardBy_1")
    other = found.others[0].value
    errors: list[str] = []

    def fill(dialog: Any) -> None:
        assert found.household in dialog.findChild(QLabel, "conflictChosen").text()
        dialog.save_button.click()
        torn.settle()
        errors.append(torn.field_error(dialog, "reason"))
        dialog.fields["reason"].editor.set_raw("问过本人")
        QTest.keyClick(dialog.fields["reason"].editor, Qt.Key.Key_S, CTRL)

    torn.in_dialog(lambda: torn.click("conflictCard_take_1"), fill)
    assert errors[0]
    assert not conflicts(torn.village)
    assert household_numbered(torn.village, "0001").household.note == other
    assert torn.page.work.rows.rowCount() == 0


@pytest.mark.slow
def test_conflict_stands_on_the_households_page_and_among_what_is_due(torn: ExchangeDesk) -> None:
    (found,) = conflicts(torn.village)
    section = WorkSection(torn.context)
    torn.qtbot.addWidget(section)
    section.read(found.household_id)
    torn.settle()
    assert section.rows == (found,)
    keep = section.findChild(QPushButton, "fileConflict_0_keep")
    assert keep is not None

    def fill(dialog: Any) -> None:
        dialog.fields["reason"].editor.set_raw("以本机为准")
        dialog.save_button.click()

    (due,) = [item for item in today(torn.village).items if item.kind is DueKind.CONFLICT]
    assert due.record_id == f"work:{found.id}"
    torn.in_dialog(keep.click, fill)
    assert not conflicts(torn.village)
    assert household_numbered(torn.village, "0001").household.note == found.standing.value


@pytest.mark.slow
def test_conflict_that_changed_meanwhile_is_refused_and_read_anew(torn: ExchangeDesk) -> None:
    torn.go("work")
    (found,) = conflicts(torn.village)
    settle_conflict(torn.village, found.id, Choice.KEPT, "另一台已定")
    told: list[bool] = []

    def fill(dialog: Any) -> None:
        dialog.fields["reason"].editor.set_raw("问过本人")
        dialog.save_button.click()
        torn.settle()
        told.append(dialog.error_strip.isVisible())
        dialog.fields.mark_saved()
        dialog.reject()

    torn.in_dialog(lambda: torn.click("conflictCard_keep"), fill)
    assert told == [True]
    assert torn.page.work.rows.rowCount() == 0


# history


def test_history_tells_what_was_settled_and_what_came(refused: ExchangeDesk) -> None:
    refused.go("history")
    states = [(refused.page.history._state(row).tone, row.number) for row in refused.page.history.rows.records]
    assert [tone for tone, _ in states] == [Tone.OVERDUE, Tone.DONE, Tone.DONE]
    refused.page.history.view.select(lambda row: row.number == 1)
    assert check_value(written_packets(refused.village)[-1].sha256) in refused.text("historyDetail")
    refused.click("historyFilter_came")
    assert refused.page.history.rows.rowCount() == 1
    refused.click("historyFilter_went")
    assert refused.page.history.rows.rowCount() == 2
    refused.page.history.words.setText("no such name")
    assert refused.page.history.rows.rowCount() == 0


def test_packet_on_the_stick_is_looked_into_without_asking(refused: ExchangeDesk, stick: Path) -> None:
    refused.plug_in(stick)
    refused.go("history")
    newest = written_packets(refused.village)[0]
    refused.page.history.view.select(lambda row: row.name == newest.name)
    seen: dict[str, str] = {}

    def read(dialog: QWidget) -> None:
        seen.update({label.objectName(): label.text() for label in dialog.findChildren(QLabel)})
        close = dialog.findChild(QPushButton, "packetClose")
        assert close is not None
        close.click()

    refused.in_dialog(lambda: refused.click("exchangeInspect"), read)
    assert seen["packet_name"] == newest.name
    assert seen["packet_check"] == check_value(newest.sha256)
    assert str(newest.acts) in seen["packet_acts"]


def test_cut_packet_is_refused_with_a_sentence(
    refused: ExchangeDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = stick / written_packets(refused.village)[0].name
    file.write_bytes(file.read_bytes()[:-9])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    refused.go("history")
    refused.click("exchangeInspect")
    assert refused.told("errorStrip")


def test_slip_of_a_packet_is_printed_and_saved(
    refused: ExchangeDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    printed: list[bytes] = []
    target = tmp_path / "slip.pdf"
    monkeypatch.setattr(slips, "choose_printer", lambda *_: _Printer())
    monkeypatch.setattr(slips, "print_pdf", lambda pdf, _printer, _progress: printed.append(pdf))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    refused.go("history")
    refused.page.history.view.select(lambda row: row.number == 1)
    refused.click("historyPrint")
    refused.click("historySave")
    assert printed[0].startswith(b"%PDF-")
    assert target.read_bytes().startswith(b"%PDF-")
    refused.page.history.view.select(lambda row: not hasattr(row, "fate"))
    assert not refused.page.history.print_button.isEnabled()


def test_slip_of_what_was_just_written_is_printed_by_its_key(
    refused: ExchangeDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(slips, "choose_printer", lambda *_: _Printer())
    monkeypatch.setattr(slips, "print_pdf", lambda pdf, _printer, _progress: printed.append(pdf))
    refused.go("send")
    refused.plug_in(stick)
    refused.press(Qt.Key.Key_P, CTRL)
    assert not printed, "nothing is offered yet"
    refused.press(Qt.Key.Key_S, CTRL)
    refused.wait(lambda: bool(refused.told("exchangeDone")))
    refused.press(Qt.Key.Key_P, CTRL)
    assert [pdf[:5] for pdf in printed] == [b"%PDF-"]


def test_no_printer_is_told_and_no_file_is_no_slip(refused: ExchangeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clerk_app.ui.printer.printer_names", tuple)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    refused.go("history")
    refused.page.history.view.select(lambda row: row.number == 1)
    refused.click("historySave")
    assert not refused.told("errorStrip")
    refused.click("historyPrint")
    assert refused.told("errorStrip")


class _Printer:
    def printerName(self) -> str:  # noqa: N802 - Qt's name
        return "test"

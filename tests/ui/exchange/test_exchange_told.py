"""What the page 报送 says of itself: while it writes and after, how the county stands to this laptop, what to do next."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from sqlalchemy import select

from clerk_app.exchange.documents import Notice
from clerk_app.services.county import revoke
from clerk_app.services.exchange import Exported, export_packet
from clerk_app.services.households import household_numbered
from clerk_app.services.work import _of_notice
from clerk_app.storage import work_items
from clerk_app.storage.tables import CONTRIBUTION, PERSON
from clerk_app.ui.pages.exchange import send_view
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.strips import Strip
from tests.packets_sent import written_packets
from tests.ui.exchange_page import CTRL, CountySide, ExchangeDesk, note


def tone_of(desk: ExchangeDesk, name: str) -> str:
    return str(desk.find(Strip, name).property("tone"))


def test_stick_must_stay_while_a_packet_is_written(
    desk: ExchangeDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(workspace: object, folder: Path, progress: Progress) -> Exported:
        assert go_on.wait(10)
        return export_packet(desk.context.workspace, folder, progress)

    monkeypatch.setattr(send_view, "_export", slow)
    desk.plug_in(stick)
    desk.page.send.export_button.click()
    assert "请不要拔优盘" in desk.told("exchangeWriting")
    assert tone_of(desk, "exchangeWriting") == Tone.DUE.value
    go_on.set()
    desk.settle()
    assert not desk.told("exchangeWriting")
    said = desk.told("exchangeDone")
    assert said.startswith("已写入并核对，可以拔出优盘了。下一步：打印交接单")
    assert said.splitlines()[1].startswith(written_packets(desk.village)[0].name)


def test_packet_that_was_not_written_leaves_a_trace_behind_the_notice(desk: ExchangeDesk, stick: Path) -> None:
    desk.plug_in(stick)
    for file in stick.iterdir():
        file.unlink()
    stick.rmdir()
    desk.in_dialog(desk.page.send.export_button.click, lambda notice: notice.accept())
    assert "没有写成" in desk.told("exchangeWriting")
    assert tone_of(desk, "exchangeWriting") == Tone.OVERDUE.value
    stick.mkdir()
    desk.click("exchangeExport")
    assert not desk.told("exchangeWriting")
    assert desk.told("exchangeDone")


def test_cancelled_packet_is_told_as_cancelled(
    desk: ExchangeDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_workspace: object, _folder: Path, progress: Progress) -> Exported:
        progress.cancel()
        progress(1, 2)
        raise AssertionError("the progress should have stopped it")

    monkeypatch.setattr(send_view, "_export", stopped)
    desk.plug_in(stick)
    desk.click("exchangeExport")
    assert "已取消" in desk.told("exchangeWriting")
    assert tone_of(desk, "exchangeWriting") == Tone.NEUTRAL.value


def test_chosen_stick_is_named_when_there_are_two(desk: ExchangeDesk, stick: Path, tmp_path: Path) -> None:
    desk.plug_in(stick)
    assert not desk.text("exchangeChosen")
    other = tmp_path / "SANDISK"
    other.mkdir()
    desk.plug_in(other)
    assert "“SANDISK”" in desk.text("exchangeChosen")
    desk.page.send.places.list.setCurrentRow(0)
    assert "“KINGSTON”" in desk.text("exchangeChosen")


def test_answered_packet_is_no_longer_told_as_one_to_carry(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    desk.plug_in(stick)
    desk.click("exchangeExport")
    county.take(stick)
    county.answer(stick)
    desk.reread()
    assert desk.told("exchangeDone")
    desk.go("import")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.go("send")
    assert not desk.told("exchangeDone")
    empty = desk.page.send.findChild(EmptyState)
    assert empty is not None
    assert empty.isVisible(), "a table of nothing says nothing"


def test_standing_of_the_laptop_is_told_where_packets_are_written(
    desk: ExchangeDesk, county: CountySide, stick: Path
) -> None:
    assert "还没有准入" in desk.told("exchangeStanding")
    county.answer(stick)
    desk.plug_in(stick)
    desk.go("import")
    desk.click("importStart")
    assert desk.told("importSummary").startswith("县里已准入这台电脑，导入了 1 份")
    assert desk.told("importSummary").endswith("可以拔出优盘了")
    desk.go("send")
    assert not desk.told("exchangeStanding")


def test_revoked_laptop_says_so_before_all_else(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    county.answer(stick)
    desk.plug_in(stick)
    desk.go("import")
    desk.click("importStart")
    revoke(county.workspace, desk.village.store.install.id)
    county.answer(stick)
    desk.click("importStart")
    assert desk.told("importSummary").startswith("县里已撤销这台电脑")
    assert tone_of(desk, "importSummary") == Tone.OVERDUE.value
    lines = desk.page.import_part.findChild(QLabel, "importLines_0")
    assert lines is not None
    assert lines.text().startswith("县里已撤销这台电脑")
    desk.go("send")
    assert "已撤销" in desk.told("exchangeStanding")
    assert tone_of(desk, "exchangeStanding") == Tone.OVERDUE.value
    assert desk.page.send.export_button.isEnabled(), "it is told, never locked"
    desk.click("exchangeStandingAction")
    assert desk.page.part is desk.page.enrol
    assert not desk.page.enrol.steps.isVisible()


def test_newest_packet_is_current_and_its_slip_at_hand(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    county.answer(stick)
    desk.plug_in(stick)
    desk.go("import")
    desk.click("importStart")
    desk.go("history")
    assert not desk.page.history.print_button.isEnabled()
    assert "交接单" in desk.text("historyDetail")
    note(desk.village, "0001", "一")
    desk.go("send")
    desk.click("exchangeExport")
    desk.go("history")
    current = desk.page.history.view.current_record()
    assert current is not None
    assert current.name == written_packets(desk.village)[0].name
    assert desk.page.history.print_button.isEnabled()
    desk.click("historyFilter_came")
    assert not desk.page.history.print_button.isEnabled()
    desk.click("historyFilter_went")
    assert desk.page.history.print_button.isEnabled(), "one of the packets in sight is current"


def test_packet_of_the_county_shows_no_empty_lines(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    answer = county.answer(stick)
    seen: dict[str, str] = {}

    def read(dialog: QDialog) -> None:
        seen.update({each.objectName(): each.text() for each in dialog.findChildren(QLabel) if each.objectName()})
        close = dialog.findChild(QPushButton, "packetClose")
        assert isinstance(close, QWidget)
        close.click()

    desk.go("history")
    desk.in_dialog(lambda: desk.page.history.inspect(answer), read)
    assert seen["packet_kind"] == "县里的回执"
    assert not {"packet_kinds", "packet_money", "packet_packs"} & set(seen)
    assert "第 0 至 0 号" not in seen["packet_acts"]


def test_invitation_is_not_called_a_foreign_file(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    desk.go("history")
    desk.page.history.inspect(county.invite(desk.village, stick))
    desk.settle()
    assert "邀请" in desk.told("errorStrip")


def test_person_in_two_villages_is_named_in_the_list_and_on_the_card(desk: ExchangeDesk) -> None:
    household = household_numbered(desk.village, "0002")
    person = household.members[-1].person
    with desk.village.store.writing() as session:
        of_payer = select(CONTRIBUTION.c.id, PERSON.c.name).join(PERSON, PERSON.c.id == CONTRIBUTION.c.person_id)
        paid, payer = session.execute(of_payer.limit(1)).one()
        about = (
            Notice(kind="double_registration", records=(person.id,), elsewhere="石桥村", text="两村都登记在户"),
            Notice(kind="double_proxy", records=(paid,), elsewhere="石桥村", text="两村都代缴"),
        )
        work_items.add(session, [_of_notice(each, "2026-03-16T00:00:00Z") for each in about])
    desk.reread()
    desk.go("work")
    (told,) = (column for column in desk.page.work.rows.columns if column.name == "act")
    assert {told.text(row) for row in desk.page.work.rows.records} == {person.name, payer}
    desk.page.work.view.select(lambda row: told.text(row) == person.name)
    assert desk.text("workCardTitle").startswith(person.name)
    assert household.household.number in desk.text("workCardTitle")


def test_picture_of_a_written_packet_needs_no_stick(desk: ExchangeDesk) -> None:
    desk.page.scenes()["written"]()
    assert desk.page.part is desk.page.send
    assert written_packets(desk.village)[0].name in desk.told("exchangeDone")
    assert desk.places("exchangePlaces") == ("KINGSTON　剩余 11.5 GB",)

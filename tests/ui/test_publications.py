"""设置 → 县里来文: what came, what it would change, accepting and declining, and what the settings then show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from clerk_app.excel.reader import read_table
from clerk_app.services.answers import import_packets
from clerk_app.services.county_in_force import withdraw
from clerk_app.services.county_publish import publish
from clerk_app.services.policy_change import differences
from clerk_app.services.publication_drafts import Draft, list_draft, pack_draft, parameters_draft, regions_draft
from clerk_app.services.publications import list_publications
from clerk_app.services.rules import rules_on
from clerk_app.services.today import DueKind, today
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.publication_decline import PublicationDeclineDialog
from clerk_app.ui.dialogs.publication_review import PublicationReviewDialog
from clerk_app.ui.main_window import MainWindow
from clerk_app.ui.pages import PAGES
from clerk_app.ui.pages.settings import SettingsPage
from clerk_app.ui.pages.settings.local import LocalSection
from clerk_app.ui.pages.settings.local_words import local_word
from clerk_app.ui.pages.settings.pack import PackSection
from clerk_app.ui.pages.settings.publications import PublicationsSection
from tests.publication_builders import pack_folder, parameters_file
from tests.ui.dialogs import visit_dialog
from tests.ui.exchange_page import CountySide

LIST = "姓名,公民身份号码,供养方式\n外村人,532325195001018010,集中\n"


@dataclass(frozen=True)
class Side:
    """The village's window with its county at the other end of the stick."""

    qtbot: QtBot
    context: Context
    county: CountySide
    folder: Path
    settled: Callable[[], None]
    windows: list[MainWindow]

    @property
    def workspace(self) -> Workspace:
        return self.context.workspace

    def bring(self, draft: Draft, days: int = 0) -> str:
        """Publish something from a day on (days from today) and import it; gives its number."""
        stick = self.folder / f"stick-{len(list(self.folder.iterdir()))}"
        stick.mkdir()
        publish(self.county.workspace, stick, draft, from_on=self.workspace.today() + timedelta(days=days))
        import_packets(self.workspace, (stick,))
        return list_publications(self.workspace)[0].ref

    def open(self, name: str) -> QWidget:
        """Open a section of the settings in a window."""
        if not self.windows:
            made = MainWindow(self.context, [entry for entry in PAGES if entry.name == "settings"])
            self.qtbot.addWidget(made)
            made.resize(1200, 700)
            made.show()
            self.windows.append(made)
        self.windows[0].open("settings", name)
        self.settled()
        page = self.windows[0].current_page
        assert isinstance(page, SettingsPage)
        return page.section(name)

    def review(self) -> PublicationReviewDialog:
        """Open the dry run of the newest publication and wait for its end."""
        dialog = PublicationReviewDialog(self.context, list_publications(self.workspace)[0])
        self.qtbot.addWidget(dialog)
        dialog.show()
        self.qtbot.waitExposed(dialog)
        self.settled()
        return dialog


@pytest.fixture
def side(qtbot: QtBot, village: Context, county: CountySide, stick: Path, settled: Callable[[], None]) -> Side:
    """A county that has admitted the village's laptop."""
    county.join(village.workspace, stick)
    folder = stick.parent / "side"
    folder.mkdir()
    return Side(qtbot, village, county, folder, settled, [])


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def text_of(parent: QWidget, name: str) -> str:
    label = parent.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_list_is_empty_and_says_where_publications_come_from(side: Side) -> None:
    section = side.open("publications")
    assert isinstance(section, PublicationsSection)
    assert section.table.records == ()
    assert not section.open_button.isEnabled()


def test_first_that_waits_is_current_so_that_the_button_has_an_effect(side: Side) -> None:
    ref = side.bring(parameters_draft(parameters_file(side.folder)))
    section = side.open("publications")
    assert isinstance(section, PublicationsSection)
    current = section.view.current_record()
    assert current is not None
    assert current.ref == ref
    assert section.open_button.isEnabled()


def test_pack_is_tried_accepted_and_then_in_force(side: Side) -> None:
    ref = side.bring(pack_draft(pack_folder(side.folder)))
    section = side.open("publications")
    assert isinstance(section, PublicationsSection)
    assert [(row.ref, row.state.value) for row in section.table.records] == [(ref, "waiting")]
    (due,) = [item for item in today(side.workspace).items if item.kind is DueKind.PUBLICATION]
    assert (due.record_kind, due.record_id) == ("settings", "publications")

    dialog = side.review()
    assert dialog.model.records, "an old person in the demo village gets something"
    assert "2026.1" in dialog.values.text()
    assert dialog.notice.isVisible()
    press(dialog.accept_button)
    side.settled()

    assert dialog.is_decided
    assert rules_on(side.workspace, side.workspace.today()).pack.version == "2026.1"
    section = side.open("publications")
    assert isinstance(section, PublicationsSection)
    assert section.table.records[0].in_force
    assert [item for item in today(side.workspace).items if item.kind is DueKind.PUBLICATION] == []
    pack = side.open("pack")
    assert isinstance(pack, PackSection)
    assert "2026.1" in text_of(pack, "packByCounty")
    assert not pack.fields["pack"].editor.isEnabled()


def test_local_values_of_the_county_are_shown_and_not_changed_in_the_settings(side: Side) -> None:
    text = 'medical_premium = "430.00"\nclass_amounts = { A = "300.00", B = "200.00", C = "100.00" }\n'
    side.bring(parameters_draft(parameters_file(side.folder, text)))
    dialog = side.review()
    assert local_word("medical_premium") in dialog.values.text()
    assert local_word("class_amounts") in dialog.values.text()
    press(dialog.accept_button)
    side.settled()
    section = side.open("local")
    assert isinstance(section, LocalSection)
    premium = section.fields["medical_premium"]
    assert (premium.editor.raw, premium.editor.isEnabled(), "号来文" in premium.note) == ("430.00", False, True)
    assert section.fields["class_amounts_B"].editor.raw == "200.00"
    standard = section.fields["dibao_standard"]
    assert standard.editor.isEnabled()
    standard.editor.set_raw("455.00")
    section.try_save()
    side.settled()
    local = rules_on(side.workspace, side.workspace.today()).local
    assert (local["dibao_standard"], local["medical_premium"]) == ("455.00", "430.00")


def test_list_is_laid_beside_the_register_and_can_be_saved(side: Side) -> None:
    path = side.folder / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    side.bring(list_draft(path, "名单", side.workspace.today(), identity="registered_poor"))
    dialog = side.review()
    told = {line.what for line in dialog.line_model.records}
    assert told == {"本村没有登记", "不在名单上"}
    assert "1 人没有登记" in dialog.notice.text
    target = side.folder / "saved.xlsx"
    dialog.export_to(target)
    side.settled()
    assert any("外村人" in cell.text for row in read_table(target).rows for cell in row.cells)
    dialog.reject()


def test_village_codes_are_shown_with_what_is_new(side: Side) -> None:
    path = side.folder / "villages.csv"
    path.write_text("532325100201,清河村\n532325100202,石桥村\n", encoding="utf-8")
    side.bring(regions_draft(path, "532325"))
    dialog = side.review()
    assert [(line.what, line.name) for line in dialog.line_model.records] == [("新", "清河村"), ("新", "石桥村")]
    press(dialog.accept_button)
    side.settled()
    path.write_text("532325100201,清河社区\n", encoding="utf-8")
    side.bring(regions_draft(path, "532325"))
    dialog = side.review()
    assert {(line.what, line.told) for line in dialog.line_model.records} == {("改名", "原名 清河村"), ("不再有", "")}
    dialog.reject()


def test_declining_asks_for_a_reason_and_keeps_it(side: Side) -> None:
    side.bring(parameters_draft(parameters_file(side.folder)))
    dialog = side.review()
    seen: list[str] = []

    def answer(asked: QDialog) -> None:
        assert isinstance(asked, PublicationDeclineDialog)
        asked.try_save()
        seen.append(asked.fields["reason"].error)
        asked.fields["reason"].editor.set_raw("金额不符")
        asked.try_save()
        side.qtbot.waitUntil(lambda: not asked.isVisible(), timeout=10_000)

    visit_dialog(side.qtbot, lambda: press(dialog.decline_button), answer)
    side.settled()
    assert seen == ["请写明谢绝的原因，县里要看。"]
    assert dialog.result() == QDialog.DialogCode.Accepted
    (row,) = list_publications(side.workspace)
    assert (row.state.value, row.reason) == ("declined", "金额不符")


def test_title_too_long_for_the_list_stands_whole_below_it(side: Side) -> None:
    title = "关于调整城乡居民基本医疗保险筹资标准的通知" * 2
    side.bring(replace(parameters_draft(parameters_file(side.folder)), title=title))
    section = side.open("publications")
    assert isinstance(section, PublicationsSection)
    detail = section.findChild(QLabel, "publicationDetail")
    assert isinstance(detail, QLabel)
    assert detail.isVisible()
    assert f"“{title}”" in detail.text()
    assert "最晚 " in detail.text()


def test_trial_of_what_the_county_took_back_says_why_it_cannot_be_accepted(side: Side) -> None:
    ref = side.bring(parameters_draft(parameters_file(side.folder)))
    waiting = side.review()
    assert waiting.findChild(QLabel, "publicationStanding") is None
    waiting.reject()
    withdraw(side.county.workspace, ref, "金额有误")
    stick = side.folder / "taken-back"
    stick.mkdir()
    side.county.carry(side.workspace, stick)
    dialog = side.review()
    assert text_of(dialog, "publicationStanding").startswith("县里已收回，没有接收。")
    assert (dialog.accept_button.isVisible(), dialog.decline_button.isVisible()) == (False, True)
    dialog.reject()


def test_stopping_the_dry_run_leaves_nothing_to_accept(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    side.bring(pack_draft(pack_folder(side.folder)))
    stop: list[Callable[[], None]] = []

    def stopping(*given: object) -> object:
        stop[0]()
        return differences(*given)  # type: ignore[arg-type] # handed on as they came

    monkeypatch.setattr("clerk_app.services.publication_trial.differences", stopping)
    dialog = PublicationReviewDialog(side.context, list_publications(side.workspace)[0])
    side.qtbot.addWidget(dialog)
    stop.append(partial(_cancel, dialog))
    dialog.show()
    side.settled()
    assert not dialog.accept_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    dialog.reject()


def _cancel(dialog: PublicationReviewDialog) -> None:
    if dialog._work is not None:
        dialog._work.cancel()


def test_opening_a_line_shows_its_dry_run_and_closing_decides_nothing(side: Side) -> None:
    side.bring(parameters_draft(parameters_file(side.folder)), 30)
    section = side.open("publications")
    assert isinstance(section, PublicationsSection)
    section.view.table.selectRow(0)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PublicationReviewDialog)
        seen.append(text_of(dialog, "publicationFacts"))
        dialog.reject()

    visit_dialog(side.qtbot, lambda: press(section.open_button), look)
    side.settled()
    assert "本地标准" in seen[0]
    assert list_publications(side.workspace)[0].state.value == "waiting"


def test_picture_of_a_trial_needs_no_hand(side: Side) -> None:
    side.bring(parameters_draft(parameters_file(side.folder)))
    side.open("publications")
    page = side.windows[0].current_page
    assert isinstance(page, SettingsPage)
    page.scenes()["publication-review"]()
    side.settled()
    dialog = page.findChild(PublicationReviewDialog)
    assert isinstance(dialog, PublicationReviewDialog)
    assert dialog.isVisible()
    assert dialog.accept_button.isEnabled()
    room = dialog.screen().availableSize()
    assert (dialog.width() <= room.width(), dialog.height() < room.height()) == (True, True), "its buttons are in sight"
    page.scenes()["publication-decline"]()
    decline = page.findChild(PublicationDeclineDialog)
    assert isinstance(decline, PublicationDeclineDialog)
    assert decline.isVisible()
    decline.done(0)
    dialog.done(0)

"""The dry run of another pack: what it finds, how it stops, what it writes, and that nothing is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clerk_app.services import policy_change
from clerk_app.services.accounts import the_village
from clerk_app.services.policy_change import HouseholdDifference
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs import policy_dry_run
from clerk_app.ui.dialogs.policy_dry_run import PolicyDryRunDialog
from clerk_app.ui.pages.settings import SettingsPage
from clerk_app.ui.tasks import Progress


@pytest.fixture
def dialog(qtbot: QtBot, village: Context, settled: Callable[[], None]) -> PolicyDryRunDialog:
    found = PolicyDryRunDialog(village, "huizhou")
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    settled()
    return found


def run(dialog: PolicyDryRunDialog, qtbot: QtBot, settled: Callable[[], None]) -> tuple[HouseholdDifference, ...]:
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    settled()
    return dialog.model.records


def test_packs_are_offered_and_the_wanted_one_is_chosen(dialog: PolicyDryRunDialog, village: Context) -> None:
    assert dialog.pack.currentData() == "huizhou"
    offered = [dialog.pack.itemData(place) for place in range(dialog.pack.count())]
    assert the_village(village.workspace).pack in offered
    assert "national" not in offered


def test_households_that_change_are_listed_and_nothing_is_stored(
    dialog: PolicyDryRunDialog, village: Context, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    before = the_village(village.workspace)

    found = run(dialog, qtbot, settled)

    assert found
    assert all(row.lines for row in found)
    assert dialog.notice.isVisible()
    assert dialog.detail.toPlainText()
    assert the_village(village.workspace) == before


def test_window_that_a_run_made_too_high_comes_back_onto_the_screen(dialog: PolicyDryRunDialog, qtbot: QtBot) -> None:
    room = dialog.screen().availableSize()
    dialog.resize(dialog.width(), room.height() + 200)
    dialog.intro.setText("只是试算。")
    qtbot.waitUntil(lambda: dialog.height() < room.height())
    assert dialog.width() <= room.width()


def test_the_same_rules_change_nobody_and_say_so(
    dialog: PolicyDryRunDialog, village: Context, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    dialog.pack.setCurrentIndex(dialog.pack.findData(the_village(village.workspace).pack))

    assert run(dialog, qtbot, settled) == ()
    assert not dialog.notice.isVisible()
    assert not dialog.save_button.isEnabled()


def test_wrong_date_stands_beside_its_field_and_nothing_runs(
    dialog: PolicyDryRunDialog, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    dialog.on.editor.set_raw("2026-13-01")

    assert run(dialog, qtbot, settled) == ()
    assert dialog.on.error


def test_a_household_without_an_answer_shows_no_sums(
    dialog: PolicyDryRunDialog, qtbot: QtBot, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_refused(*given: object) -> tuple[HouseholdDifference, ...]:
        found = policy_change.dry_run(*given)  # type: ignore[arg-type]
        first = found[0]
        return (
            HouseholdDifference(
                household_number=first.household_number, head=first.head, class_before="", class_after="B",
                sum_before=first.sum_before, sum_after=first.sum_before - first.sum_before,
                lines=("新规则：没有这一档。",), is_unanswered=True,
            ),
        )  # fmt: skip

    monkeypatch.setattr(policy_dry_run, "dry_run", one_refused)
    run(dialog, qtbot, settled)

    shown = {column.name: column.text(dialog.model.records[0]) for column in dialog.model.columns}
    assert (shown["before"], shown["after"], shown["change"]) == ("", "", "")
    assert "没有这一档" in dialog.detail.toPlainText()


def test_it_opens_from_anywhere_over_the_settings(
    qtbot: QtBot, village: Context, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(PolicyDryRunDialog, "ask", lambda _parent, _context, pack="": asked.append(pack))
    page = SettingsPage(village)
    qtbot.addWidget(page)
    page.show()
    page.reload(Changed.ALL)
    settled()

    page.show_record("policy_dry_run", "")
    settled()

    assert len(asked) == 1


def test_stopping_leaves_no_trace(
    dialog: PolicyDryRunDialog, qtbot: QtBot, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*given: object) -> tuple[HouseholdDifference, ...]:
        progress = given[-1]
        assert isinstance(progress, Progress)
        while True:
            progress(1, 2)

    monkeypatch.setattr(policy_dry_run, "dry_run", endless)
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.bar.maximum() == 2)
    assert dialog.stop.isVisible()

    QTest.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    settled()

    assert dialog.model.records == ()
    assert not dialog.stop.isVisible()
    assert dialog.start.isEnabled()


def test_escape_stops_what_runs(
    dialog: PolicyDryRunDialog, qtbot: QtBot, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*given: object) -> tuple[HouseholdDifference, ...]:
        progress = given[-1]
        assert isinstance(progress, Progress)
        while True:
            progress(1, 2)

    monkeypatch.setattr(policy_dry_run, "dry_run", endless)
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settled()

    assert not dialog.isVisible()


def test_what_was_found_is_saved_as_excel(
    dialog: PolicyDryRunDialog, qtbot: QtBot, settled: Callable[[], None], tmp_path: Path
) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - only this test reads a workbook

    found = run(dialog, qtbot, settled)
    dialog.export_to(tmp_path / "dry-run")
    settled()

    rows = list(load_workbook(tmp_path / "dry-run.xlsx").worksheets[0].iter_rows(values_only=True))
    assert "huizhou" in str(rows[0][0])
    assert len(rows) == len(found) + 2
    assert rows[2][0] == found[0].household_number

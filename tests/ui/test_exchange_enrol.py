"""The part 登记: the invitation on the stick, the fingerprint on paper, and how the county stands to this laptop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel

from clerk_app.errors import SituationError
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.county import revoke
from clerk_app.services.enrolment import enrolment
from clerk_app.ui.dialogs import exchange_enrol
from clerk_app.ui.dialogs.exchange_enrol import EnrolDialog
from clerk_app.ui.pages.exchange import slips
from clerk_app.ui.theme import Tone
from tests.county_builders import new_county
from tests.packets_sent import written_packets
from tests.ui.exchange_page import CTRL, CountySide, ExchangeDesk


def type_groups(dialog: EnrolDialog, fingerprint: str) -> None:
    """Type the groups that are asked for, with Enter after each, and leave the focus on the main button."""
    groups = fingerprint.split()
    for place in dialog.asked:
        editor = dialog.focusWidget()
        assert editor.objectName() == f"group_{place}"
        QTest.keyClicks(editor, groups[place])
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.save_button


def enrol_by_keys(desk: ExchangeDesk, fingerprint: str) -> None:
    desk.go("enrol")

    def fill(dialog: EnrolDialog) -> None:
        type_groups(dialog, fingerprint)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    desk.in_dialog(lambda: desk.press(Qt.Key.Key_S, CTRL), fill)


def test_village_enrols_by_keys_and_answers_on_the_stick(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    county.invite(desk.village, stick)
    desk.go("enrol")
    before = desk.text("enrol_county")
    desk.plug_in(stick)
    assert len(desk.places("enrolPlaces")) == 1
    enrol_by_keys(desk, county.fingerprint)
    known = enrolment(desk.village)
    assert known is not None
    assert (known.county, known.checked, known.standing) == ("姚安县", True, "waiting")
    (packet,) = written_packets(desk.village)
    assert (stick / packet.name).is_file()
    assert desk.page.part is desk.page.send
    assert packet.name in desk.told("exchangeDone")
    desk.go("enrol")
    assert desk.text("enrol_county") != before
    assert desk.text("enrol_fingerprint") == county.fingerprint
    assert desk.text("enrol_own") == known.own_fingerprint
    assert desk.page.enrol.standing.state.tone is Tone.DUE


def standing(desk: ExchangeDesk) -> Tone:
    return desk.page.enrol.standing.state.tone


def test_standing_follows_the_countys_answers(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    county.join(desk.village, stick)
    county.answer(stick)
    desk.plug_in(stick)
    desk.reread()
    desk.go("import")
    desk.press(Qt.Key.Key_S, CTRL)
    assert standing(desk) == Tone.DONE
    revoke(county.workspace, desk.village.store.install.id)
    county.answer(stick)
    desk.click("importStart")
    assert standing(desk) == Tone.OVERDUE
    assert getattr(desk.page.history.rows.records[0], "standing", "") == "revoked"


def test_wrong_or_short_groups_are_refused_at_their_place(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    county.invite(desk.village, stick)
    desk.plug_in(stick)
    desk.go("enrol")
    errors: list[str] = []

    def fill(dialog: Any) -> None:
        first, second = (f"group_{place}" for place in dialog.asked)
        QTest.keyClicks(dialog.focusWidget(), "12")
        dialog.save_button.click()
        errors.append(desk.field_error(dialog, first))
        dialog.fields[first].editor.set_raw(county.fingerprint.split()[dialog.asked[0]])
        right = county.fingerprint.split()[dialog.asked[1]]
        dialog.fields[second].editor.set_raw("0000" if right != "0000" else "1111")
        dialog.save_button.click()
        errors.extend((desk.field_error(dialog, first), desk.field_error(dialog, second)))
        assert dialog.error_strip.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    desk.in_dialog(lambda: desk.click("enrolStart"), fill)
    assert [bool(error) for error in errors] == [True, False, True]
    assert enrolment(desk.village) is None
    assert len(list(stick.iterdir())) == 1


def test_fingerprint_is_never_shown_whole(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    county.invite(desk.village, stick)
    desk.plug_in(stick)
    desk.go("enrol")
    shown: list[str] = []

    def look(dialog: QDialog) -> None:
        shown.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    desk.in_dialog(lambda: desk.click("enrolStart"), look)
    groups = county.fingerprint.split()
    assert sum(group in shown for group in groups) < len(groups)
    assert enrolment(desk.village) is None


def test_another_county_asks_for_more_and_warns(
    desk: ExchangeDesk, county: CountySide, stick: Path, tmp_path: Path
) -> None:
    county.join(desk.village, stick)
    other = new_county(tmp_path / "other")
    fresh = tmp_path / "FRESH"
    fresh.mkdir()
    CountySide(other).invite(desk.village, fresh)
    desk.reread()
    desk.plug_in(fresh)
    desk.go("enrol")
    asked: list[int] = []

    def fill(dialog: EnrolDialog) -> None:
        asked.append(len(dialog.asked))
        assert dialog.findChild(QLabel, "enrolOtherText") is not None
        type_groups(dialog, other.fingerprint)
        dialog.save_button.click()

    desk.in_dialog(lambda: desk.click("enrolStart"), fill)
    known = enrolment(desk.village)
    assert known is not None
    assert (asked, known.fingerprint) == ([4], other.fingerprint)
    other.close()


def test_stick_that_takes_nothing_leaves_the_village_enrolled(
    desk: ExchangeDesk, county: CountySide, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise SituationError("找不到优盘或文件夹，可能已被拔掉：数据没有丢，请插好优盘，再写一次。")

    monkeypatch.setattr(exchange_enrol, "export_packet", gone)
    county.invite(desk.village, stick)
    desk.plug_in(stick)
    enrol_by_keys(desk, county.fingerprint)
    assert enrolment(desk.village) is not None
    assert desk.told("enrolDone")
    assert desk.told("errorStrip")
    assert written_packets(desk.village) == ()


def test_before_the_enrolment_nothing_can_be_imported(desk: ExchangeDesk, stick: Path) -> None:
    desk.plug_in(stick)
    desk.go("import")
    assert not desk.page.import_part.import_button.isEnabled()
    assert desk.text("importNothing")
    desk.click("importEnrolAction")
    assert desk.page.part is desk.page.enrol


def test_stick_without_an_invitation_says_so(desk: ExchangeDesk, stick: Path) -> None:
    desk.plug_in(stick)
    desk.go("enrol")
    desk.click("enrolStart")
    assert desk.told("errorStrip")
    desk.go("send")
    assert not desk.told("errorStrip")


def test_invitation_of_another_village_is_told_apart(desk: ExchangeDesk, county: CountySide, stick: Path) -> None:
    ours = the_village(desk.village)
    change_village(desk.village, replace(ours, name="别的村"))
    county.invite(desk.village, stick)
    (file,) = stick.iterdir()
    file.rename(stick / f"532325999999{file.name[12:]}")
    desk.plug_in(stick)
    before = desk.places("enrolPlaces")
    file.with_name("x.clerk").write_bytes(b"age-encryption.org/v1")
    desk.look(lambda: bool(desk.page.send.places.places[0].packets.sealed))
    assert desk.places("enrolPlaces") == before
    assert desk.page.send.places.places[0].packets.invitations == (f"532325999999{file.name[12:]}",)


def test_folder_with_the_invitation_may_be_chosen(
    desk: ExchangeDesk, county: CountySide, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    county.invite(desk.village, stick)
    desk.go("enrol")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    desk.click("enrolFolder")
    assert not desk.page.enrol.enrol_button.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    desk.click("enrolFolder")
    assert desk.page.enrol.enrol_button.isEnabled()


def test_own_fingerprint_goes_onto_paper(desk: ExchangeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(slips, "choose_printer", lambda *_: _Printer())
    monkeypatch.setattr(slips, "print_pdf", lambda pdf, _printer, _progress: printed.append(pdf))
    desk.go("enrol")
    desk.click("enrolPrint")
    desk.settle()
    assert [pdf[:5] for pdf in printed] == [b"%PDF-"]


class _Printer:
    def printerName(self) -> str:  # noqa: N802 - Qt's name
        return "test"

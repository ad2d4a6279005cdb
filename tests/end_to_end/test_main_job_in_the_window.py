"""The whole main job through the window, in one data folder, from the first run to the last proof."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from clerk_app.domain.dibao import DibaoClass, Stage
from clerk_app.domain.money import Money
from clerk_app.exchange.seal import new_age_identity
from clerk_app.services.accounts import sign_in
from clerk_app.services.demo import make_demo
from clerk_app.services.households import list_households
from clerk_app.services.verification import verify
from clerk_app.services.workspace import SystemClock
from tests.end_to_end import stations
from tests.end_to_end.entrance import PASSWORD, Entrance
from tests.end_to_end.program import Desk, Program

REGISTER = Path(__file__).parents[1] / "golden" / "lists" / "姚安-清河村-住户名册.xlsx"


def words_of(pdf: Path) -> str:
    """Return the text of a PDF without spaces and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


@pytest.fixture
def entrance(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Entrance:
    return Entrance(qtbot, monkeypatch, tmp_path / "恢复密钥单.pdf")


def test_an_empty_village_goes_the_whole_way(
    program: Program, entrance: Entrance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, stick = tmp_path / "data", tmp_path / "stick"
    stick.mkdir()
    form, notice = tmp_path / "登记表.pdf", tmp_path / "通知单.pdf"

    def work(desk: Desk) -> None:
        stations.take_in_register(desk, monkeypatch, REGISTER)
        rows = list_households(desk.workspace)
        assert (len(rows), sum(row.members for row in rows)) == (220, 743)
        number = stations.register_family(desk)
        stations.set_standards(desk, new_age_identity()[1])
        chip, reasons = stations.propose_dibao(desk, "bws", "9600")
        assert chip in DibaoClass.B.label
        assert "每人每月200.00元，低于低保标准420.00元" in reasons
        case = stations.stored_case(desk, number)
        assert (case.stage, case.village_class, case.rule_amount) == (Stage.APPLICATION, DibaoClass.B, Money.yuan(880))
        stations.record_and_take_back(desk, paying="毕建国", mistaken="段小雨")
        _check_payments(desk)
        stations.save_paper(desk, monkeypatch, "internal", number, form)
        stations.save_paper(desk, monkeypatch, "notice", number, notice)
        packet = stations.write_packet(desk, monkeypatch, stick)
        assert stations.check_packet(desk, monkeypatch, packet)["packet_name"] == packet.name

    def look_again(desk: Desk) -> None:
        assert "毕文山" in stations.find_by_search(desk, "bws")
        assert len(list_households(desk.workspace)) == 221
        _check_payments(desk)

    program.first_run(folder, entrance.make_village, work)
    assert all(name in words_of(form) for name in stations.FAMILY)
    assert "住户登记表" in words_of(form)
    assert all(words in words_of(notice) for words in ("缴费通知单", "毕文山", "段小雨"))
    assert all(group in words_of(entrance.sheet) for group in entrance.recovery_key.split("-"))
    program.open(folder, entrance.sign_in, look_again)
    _verify(folder)


def _check_payments(desk: Desk) -> None:
    assert stations.payments_of(desk, "毕建国") == [Money.yuan(300)]
    assert stations.payments_of(desk, "段小雨") == [Money.yuan(300), Money.yuan(-300)]


def _verify(folder: Path) -> None:
    workspace = sign_in(folder, PASSWORD, SystemClock())
    try:
        outcome = verify(workspace)
    finally:
        workspace.close()
    assert outcome.ok, outcome.checks


def test_the_demo_village_goes_the_short_way(
    program: Program, entrance: Entrance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, stick, form = tmp_path / "data", tmp_path / "stick", tmp_path / "登记表.pdf"
    stick.mkdir()
    monkeypatch.setattr("clerk_app.services.demo.make_demo", partial(make_demo, households=30))

    def work(desk: Desk) -> None:
        assert len(list_households(desk.workspace)) == 30
        number = stations.register_family(desk)
        chip, _ = stations.propose_dibao(desk, "bws", "9600")
        assert stations.stored_case(desk, number).village_class is DibaoClass.B, chip
        stations.record_and_take_back(desk, paying="毕建国", mistaken="段小雨")
        stations.save_paper(desk, monkeypatch, "public", number, form)
        packet = stations.write_packet(desk, monkeypatch, stick)
        assert stations.check_packet(desk, monkeypatch, packet)["packet_name"] == packet.name

    program.first_run(folder, entrance.make_demo, work)
    assert "毕文山" in words_of(form)
    assert stations.HEAD not in words_of(form), "the public form shows no whole number"
    program.open(folder, entrance.sign_in, _check_payments)
    _verify(folder)

"""The part 导入: answers from the stick, with an account of every file whatever happened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from clerk_app.errors import SituationError
from clerk_app.services import taking_in
from clerk_app.services.answers import Imported, import_file
from clerk_app.services.catching_up import CaughtUp
from clerk_app.services.exchange import export_packet, outbox
from clerk_app.services.sentences import as_written
from clerk_app.services.taking_in import Account
from clerk_app.services.work_desk import desk_items
from clerk_app.ui.pages.exchange.account import blocks_of, imported_lines, summary
from clerk_app.ui.theme import Tone
from tests.ui.exchange_page import CTRL, CountySide, ExchangeDesk, note


def account_text(desk: ExchangeDesk) -> str:
    account = desk.page.import_part.findChildren(QLabel)
    return "\n".join(label.text() for label in account if label.isVisible())


@pytest.fixture
def joined(desk: ExchangeDesk, stick: Path) -> ExchangeDesk:
    """The desk of a village that is enrolled and admitted; the stick holds no answer yet."""
    desk.plug_in(stick)
    desk.go("import")
    return desk


def test_answer_is_imported_by_keys_and_clears_what_waited(
    joined: ExchangeDesk, county: CountySide, stick: Path
) -> None:
    answer = county.answer(stick)
    waiting = outbox(joined.village).acts
    joined.look(lambda: joined.page.import_part.fresh(joined.page.import_part.places.places[0]) == 1)
    joined.press(Qt.Key.Key_S, CTRL)
    assert outbox(joined.village).acts == 0
    told = account_text(joined)
    assert answer.name in told
    assert f"第 {waiting} 号" in told
    account = joined.page.import_part.account
    assert account is not None
    assert [(done.settled, done.cleared, done.standing) for done in account.imported] == [
        ((1, waiting), waiting, "admitted")
    ]
    joined.go("send")
    assert joined.text("exchangeFigure") == "0 笔"
    (came,) = [row for row in joined.page.history.rows.records if row.name == answer.name]
    assert came.by == joined.context.workspace.clerk.name


def test_every_other_file_is_accounted_for(joined: ExchangeDesk, county: CountySide, stick: Path) -> None:
    county.answer(stick)
    joined.click("importStart")
    county.answer(stick)
    (stick / "letter.clerk").write_bytes(b"no packet at all")
    joined.click("importStart")
    account = joined.page.import_part.account
    assert account is not None
    assert sorted(each.status for each in account.files) == ["already", "imported", "own", "refused", "skipped"]
    told = account_text(joined)
    assert all(each.file in told and each.reason.text in told for each in account.files)
    assert joined.page.import_part.summary_strip.property("tone") == Tone.OVERDUE.value


def test_refused_act_is_told_with_its_reason_and_leads_to_the_work(
    joined: ExchangeDesk, county: CountySide, stick: Path
) -> None:
    county.refuse(joined.village, "0001")
    note(joined.village, "0001", "一")
    export_packet(joined.village, stick)
    county.take(stick)
    county.answer(stick)
    joined.click("importStart")
    (item,) = desk_items(joined.village)
    assert item.item.reason in account_text(joined)
    joined.click("importSummaryAction")
    assert joined.page.part is joined.page.work
    assert joined.page.work.rows.records == (item,)


def test_chosen_files_are_imported_and_a_wrong_one_is_refused(
    joined: ExchangeDesk, county: CountySide, stick: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer = county.answer(stick)
    rubbish = tmp_path / "rubbish.clerk"
    rubbish.write_bytes(b"x")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(answer), str(rubbish)], ""))
    joined.click("importFile")
    account = joined.page.import_part.account
    assert account is not None
    assert [each.status for each in account.files] == ["imported", "refused"]


def test_cancelled_choice_imports_nothing(joined: ExchangeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    joined.click("importFile")
    joined.click("importFolder")
    assert joined.page.import_part.account is None


def test_stick_pulled_in_the_middle_keeps_what_was_imported(
    joined: ExchangeDesk, county: CountySide, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    county.answer(stick)
    true = import_file
    looked_at: list[str] = []

    def pulled(*arguments: object, **named: object) -> Imported:
        looked_at.append("")
        if len(looked_at) > 2:
            raise SituationError(
                "文件 {name} 读不出来（{reason}）：请确认优盘没有拔掉，重新插好后再试。", name="x", reason=""
            )
        return true(*arguments, **named)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(taking_in, "import_file", pulled)
    joined.click("importStart")
    account = joined.page.import_part.account
    assert account is not None
    assert (len(account.files), account.left, account.trouble is not None) == (2, 1, True)
    assert joined.page.import_part.summary_strip.property("tone") == Tone.OVERDUE.value


def test_stick_gone_from_the_start_is_a_situation(joined: ExchangeDesk, stick: Path) -> None:
    for file in stick.iterdir():
        file.unlink()
    stick.rmdir()
    joined.click("importStart")
    assert joined.told("errorStrip")
    assert joined.page.import_part.account is None


def test_clerk_may_stop_between_two_files(
    joined: ExchangeDesk, county: CountySide, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    county.answer(stick)
    true = import_file

    def stopped(*arguments: object, **named: object) -> Imported:
        for work in joined.context.tasks._open:
            work.cancel()
        return true(*arguments, **named)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(taking_in, "import_file", stopped)
    joined.click("importStart")
    account = joined.page.import_part.account
    assert account is not None
    assert (len(account.files), account.left) == (1, 2)


# the words


def test_summary_names_what_matters_first() -> None:
    done = Imported(file="a.clerk", status="imported", number=3)
    assert summary(Account(files=()))[1] is Tone.NEUTRAL
    assert summary(Account(files=(done,)))[1] is Tone.DONE
    assert summary(Account(files=(done,), left=2)) == ("导入了 1 份，还有 2 份没有看", Tone.DUE)
    bad = Imported(file="b.clerk", status="refused", reason=as_written("坏了"))
    assert summary(Account(files=(done, bad))) == ("导入了 1 份，拒收 1 份", Tone.OVERDUE)


def test_lines_tell_held_notices_and_what_came_back() -> None:
    done = Imported(
        file="a.clerk",
        status="imported",
        number=3,
        settled=(2, 40),
        cleared=-4,
        waiting=4,
        notices=14,
        noticed=tuple(f"通知{n}" for n in range(14)),
        caught_up=CaughtUp(epoch=2, taken_over=5, done_again=3, clashed=1),
        reason=as_written("县里已撤销这台电脑"),
        from_others=7,
        conflicts=2,
    )
    words = "\n".join(imported_lines(done))
    assert all(
        each in words
        for each in (
            "第 40 号（第 2 期）",
            "4 笔县里不再有",
            "通知11",
            "县里通知共 14 件",
            "补回 5 笔",
            "撤销",
            "办理的 7 笔",
            "有 2 处",
        )
    )
    assert "通知12" not in words


def test_like_files_share_a_paragraph() -> None:
    others = tuple(Imported(file=f"{n}.clerk", status="skipped", reason=as_written("不是给本机的")) for n in range(400))
    (block,) = blocks_of(Account(files=others))
    assert "等 400 份" in block.heading
    assert block.lines == ("不是给本机的",)

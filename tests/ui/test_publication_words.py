"""How a publication stands, said in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk_app.domain.publication import PublicationKind
from clerk_app.services.answers import IMPORTED, Imported
from clerk_app.services.publications import PublicationRow, State
from clerk_app.services.sentences import sentence
from clerk_app.ui.pages.exchange.account import imported_lines
from clerk_app.ui.pages.settings.publication_words import detail_words, may_be_accepted, standing_words

TODAY = date(2026, 7, 1)
ROW = PublicationRow(
    ref="1-3", number=3, kind=PublicationKind.PACK, title="一", from_on=date(2026, 6, 1), to_on=None, expires_on=None,
    state=State.ACCEPTED, in_force=True, received_at=None, decided_on=None, reason="金额不符", words="",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "已接收，自 2026-06-01 起生效"),
        ({"to_on": date(2026, 12, 31)}, "已接收，自 2026-06-01 起生效，至 2026-12-31"),
        ({"from_on": date(2026, 8, 1), "in_force": False}, "已接收，2026-08-01 起生效"),
        ({"to_on": date(2026, 6, 30), "in_force": False}, "已接收，2026-06-30 已到期"),
        ({"in_force": False}, "已接收，已由后来的来文代替"),
        ({"state": State.WAITING, "in_force": False}, "待接收，2026-06-01 起"),
        ({"state": State.DECLINED, "in_force": False}, "已谢绝：金额不符"),
        ({"state": State.EXPIRED, "in_force": False}, "已过期，没有接收"),
        ({"state": State.WITHDRAWN, "in_force": False, "withdrawn": True}, "县里已收回，没有接收"),
        ({"withdrawn": True}, "已接收，自 2026-06-01 起生效；县里后来收回了它，等县里的新来文"),
    ],
    ids=range(10),
)
def test_words_say_from_when_until_when_and_why_not(changes: dict[str, object], words: str) -> None:
    row = replace(ROW, **changes)  # type: ignore[arg-type] # each change is of its field's type
    assert standing_words(row, TODAY) == words


_UNTIL = {"in_force": False, "expires_on": date(2026, 7, 1)}


@pytest.mark.parametrize(
    ("changes", "words", "may"),
    [
        (_UNTIL | {"state": State.WAITING}, "待接收，2026-06-01 起。最晚 2026-07-01 接收，过了就不能再接收。", True),
        (_UNTIL | {"state": State.DECLINED}, "已谢绝：金额不符。最晚 2026-07-01 接收，过了就不能再接收。", True),
        (_UNTIL | {"state": State.DECLINED, "expires_on": date(2026, 6, 30)}, "已谢绝：金额不符。", False),
        (_UNTIL | {"state": State.DECLINED, "reason": "不符。", "withdrawn": True}, "已谢绝：不符。", False),
        (_UNTIL | {"state": State.EXPIRED}, "已过期，没有接收。不能再接收：还要的，向县里要新的。", False),
        (
            _UNTIL | {"state": State.WITHDRAWN, "withdrawn": True},
            "县里已收回，没有接收。不能再接收：不用办，等县里的新来文。",
            False,
        ),
        ({}, "已接收，自 2026-06-01 起生效。", False),
        ({"in_force": False, "state": State.WAITING}, "待接收，2026-06-01 起。", True),
    ],
    ids=range(8),
)
def test_words_below_the_list_say_the_whole_title_and_what_can_be_done_until_when(
    changes: dict[str, object], words: str, may: bool
) -> None:
    row = replace(ROW, title="一" * 60, **changes)  # type: ignore[arg-type] # each change is of its field's type
    assert detail_words(row, TODAY) == f"第 1-3 号来文“{'一' * 60}”\n{words}"
    assert may_be_accepted(row, TODAY) is may


@pytest.mark.parametrize(
    ("stands", "words"),
    [("", "已收下，还没有生效：要到“设置 → 县里来文”接收。"), ("已接收", "已收下。本村已接收。")],
)
def test_account_of_an_import_says_what_another_laptop_decided(stands: str, words: str) -> None:
    done = Imported(file="a.clerk", status=IMPORTED, kind="parameters", title="一", stands=stands)
    assert imported_lines(done) == (words,)


def test_account_of_an_answer_names_what_the_county_took_back() -> None:
    done = Imported(file="a.clerk", status=IMPORTED, settled=(1, 4), taken_back=("一", "二"))
    assert "县里收回了来文“一”、“二”：没有接收的不能再接收，已接收的照旧，等县里的新来文。" in imported_lines(done)


def test_account_of_an_import_offers_nothing_that_was_taken_back() -> None:
    words = "县里已收回这份来文，不能接收：不用办，等县里的新来文。"
    done = Imported(file="a.clerk", status=IMPORTED, kind="parameters", title="一", reason=sentence(words))
    assert imported_lines(done) == (words,)

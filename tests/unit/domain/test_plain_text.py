from __future__ import annotations

import pytest

from clerk_app.domain.plain_text import hidden_character, plain_text, require_no_control, visible
from clerk_app.errors import UserError


@pytest.mark.parametrize(
    ("text", "lines", "stored"),
    [
        (" 石桥 5号 ", False, "石桥 5号"),
        ("石桥\r\n 5号\n", False, "石桥 5号"),
        ("石桥\t5号\u200b", False, "石桥 5号\u200b"),
        ("一\r\n二\n", True, "一\n二"),
        ("一\r二", True, "一\n二"),
    ],
    ids=["blanks", "line break", "tab", "lines that may stand", "bare return"],
)
def test_text_that_was_pasted_is_made_plain(text: str, lines: bool, stored: str) -> None:
    assert plain_text(text, "address", lines=lines) == stored


@pytest.mark.parametrize("text", ["石\x00桥", "石\x1b[31m桥"], ids=["zero", "escape"])
def test_control_character_in_a_text_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(UserError, match="控制字符") as refused:
        plain_text(text, "address")
    assert refused.value.field == "address"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("段\u200b", "U+200B"),
        ("段\ufffe", "U+FFFE"),
        ("段\ufdd0", "U+FDD0"),
        ("段\U000313bc", None),
        ("段\ue863", None),
    ],
    ids=["no width", "no character", "none either", "newer than the tables", "private"],
)
def test_hidden_character_is_told_and_a_rare_one_is_none(name: str, told: str | None) -> None:
    assert hidden_character(name) == told


@pytest.mark.parametrize("text", ["一\t二\r\n三", "𱎼", "a\u200db"], ids=["lines and tabs", "rare", "joiner"])
def test_what_a_text_may_hold_passes(text: str) -> None:
    require_no_control(text, "note")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("段有福", "段有福"),
        ("红\x1b[31m\x07", "红␛[31m␇"),
        ("一\r\n二\t三", "一  二 三"),
        ("甲\x9b乙\u202e丙", "甲\ufffd乙\ufffd丙"),
        ("a\u200db", "a\u200db"),
    ],
    ids=["plain", "escape", "lines", "later control and turning", "joiner"],
)
def test_text_for_a_terminal_holds_nothing_it_would_obey(text: str, shown: str) -> None:
    assert visible(text) == shown

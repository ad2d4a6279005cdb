from __future__ import annotations

import pytest

from clerk_app.domain.plain_text import hidden_character, plain_text
from clerk_app.errors import UserError


@pytest.mark.parametrize(
    ("text", "lines", "stored"),
    [
        (" 石桥 5号 ", False, "石桥 5号"),
        ("石桥\r\n 5号\n", False, "石桥 5号"),
        ("石桥\t5号\u200b", False, "石桥 5号\u200b"),
        ("一\r\n二\n", True, "一\n二"),
    ],
    ids=["blanks", "line break", "tab", "lines that may stand"],
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

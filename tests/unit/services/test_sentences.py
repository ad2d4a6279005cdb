"""Sentences with places: what they say in Chinese, and what counts as none."""

from __future__ import annotations

from clerk_app.errors import UserError
from clerk_app.services.sentences import NOTHING, as_written, sentence, sentence_of_error


def test_places_are_filled_also_by_a_sentence() -> None:
    inner = sentence("{seat}号机", seat=2)
    assert str(sentence("{place}：{why}", place=inner, why="备注")) == "2号机：备注"


def test_what_somebody_wrote_stays_as_it_is() -> None:
    assert as_written("花括号 {n} 不是地方").text == "花括号 {n} 不是地方"


def test_nothing_said_is_false() -> None:
    assert not NOTHING
    assert not as_written("")
    assert sentence("已处理")


def test_an_error_says_its_own_sentence() -> None:
    error = UserError("第 {n} 行没有填姓名。", field="name", n=3)
    assert sentence_of_error(error).text == error.message

"""Lines: where they break, how they shrink, and that nothing is lost without a sign."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk_app.printing.fonts import Face, printable, text_width
from clerk_app.printing.text import SMALLEST, break_lines, fit

SIZE = 10.0


def lines_of(text: str, ems: float) -> tuple[str, ...]:
    return break_lines(text, Face.SONG, SIZE, ems * SIZE)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("", 5, ()),
        ("  \n ", 5, ()),
        ("最低生活保障", 6, ("最低生活保障",)),
        ("最低生活保障", 4, ("最低生活", "保障")),
        ("二〇一八年，清河", 5, ("二〇一八", "年，清河")),
        ("清河村委（章）", 5, ("清河村委", "（章）")),
        ("出生2018-09-09记", 6, ("出生", "2018-09-09", "记")),
        ("ABCDEFGHIJKLMNOPQRSTUVWX", 5, ("ABCDEFG", "HIJKLMN", "OPQRSTU", "VWX")),
        ("户主 张三 李四", 5, ("户主 张三", "李四")),
        ("，", 0.5, ("，",)),
        ("王，，，", 2, ("王，", "，，")),
    ],
)
def test_break_lines_follows_the_rules_of_chinese_when(text: str, ems: float, lines: tuple[str, ...]) -> None:
    assert lines_of(text, ems) == lines


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="王小明，。（）《》Ab12- 𬭎·\n", max_size=60), st.floats(min_value=2.5, max_value=12))
def test_break_lines_loses_nothing_and_keeps_the_width_when_text_is_any(text: str, ems: float) -> None:
    lines = lines_of(text, ems)
    assert "".join(lines).replace(" ", "") == printable(text).replace(" ", "")
    assert all(text_width(line, Face.SONG, SIZE) <= ems * SIZE + 0.01 or len(line) == 1 for line in lines)


def fitted_lines(text: str, ems: float, most_lines: int, even: bool = False) -> tuple[str, ...]:
    return fit(text, Face.SONG, SIZE, ems * SIZE, most_lines=most_lines, most_height=60, even=even).lines


def test_fit_keeps_the_size_when_the_text_has_room() -> None:
    fitted = fit("王小明", Face.SONG, SIZE, 50, most_lines=1, most_height=60)
    assert (fitted.lines, fitted.size) == (("王小明",), SIZE)
    assert fitted.height == pytest.approx(SIZE * 1.25)


def test_fit_shrinks_when_a_line_more_would_be_needed() -> None:
    fitted = fit("吉克曲布木乃", Face.SONG, SIZE, 50, most_lines=1, most_height=60)
    assert fitted.lines == ("吉克曲布木乃",)
    assert SMALLEST <= fitted.size <= 50 / 6


def test_fit_takes_more_lines_when_the_type_would_get_too_small() -> None:
    fitted = fit("吉克曲布木乃阿依拉扎尔", Face.SONG, SIZE, 50, most_lines=1, most_height=60)
    assert fitted.size == SMALLEST
    assert "".join(fitted.lines) == "吉克曲布木乃阿依拉扎尔"


def test_fit_says_how_much_there_is_when_it_must_cut() -> None:
    fitted = fit("王" * 10_000, Face.SONG, SIZE, 100, most_lines=2, most_height=60)
    assert fitted.height <= 60
    assert "".join(fitted.lines).endswith("…（共10000字，全文见电脑）")


def test_fit_shares_lines_out_evenly_when_asked() -> None:
    assert fitted_lines("与户主关系", 4, 2) == ("与户主关", "系")
    assert fitted_lines("与户主关系", 4, 2, even=True) == ("与户主", "关系")


def test_fit_keeps_a_number_whole_when_lines_are_made_even() -> None:
    assert fitted_lines("532325195803050119（待核实）", 10, 2, even=True) == ("532325195803050119", "（待核实）")


def test_fit_shrinks_in_steps_when_text_grows() -> None:
    sizes = [fit("王" * n, Face.SONG, SIZE, 50, most_lines=1, most_height=60).size for n in range(5, 9)]
    assert all(later <= earlier for earlier, later in pairwise(sizes))
    assert sizes[0] == SIZE
    assert sizes[2] < SIZE

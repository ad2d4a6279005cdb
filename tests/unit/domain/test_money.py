"""Money in whole fen: reading, rounding, sharing out, and the words of paper forms."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.money import ZERO, Money, in_words, split, total
from clerk_app.errors import UserError


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1200", 120000),
        ("1200.5", 120050),
        ("1200.50", 120050),
        ("1,200.50", 120050),
        ("¥1200.5", 120050),
        ("￥1200.5", 120050),
        ("１２００．５０", 120050),
        (" 300 元", 30000),
        ("-0.01", -1),
        ("0", 0),
        ("999999999999.99", 99999999999999),
    ],
)
def test_parse_when_written_as_clerks_do_gives_fen(text: str, fen: int) -> None:
    assert Money.parse(text) == Money(fen)


@pytest.mark.parametrize("text", ["", "元", "1.001", "1.", ".5", "1e3", "三百", "1 2", "--1", "NaN", "1" * 13, "٣"])
def test_parse_when_not_an_amount_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(UserError) as refused:
        Money.parse(text, field="amount")
    assert refused.value.field == "amount"


@pytest.mark.parametrize(
    ("fen", "rounded"),
    [
        (Fraction(1, 2), 1),
        (Fraction(-1, 2), -1),
        (Fraction(49, 100), 0),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),
        (Fraction(7), 7),
    ],
)
def test_rounded_when_half_goes_away_from_zero(fen: Fraction, rounded: int) -> None:
    assert Money.rounded(fen) == Money(rounded)


@pytest.mark.parametrize(
    ("fen", "points", "expected"), [(9200, 10, 920), (1, 50, 1), (23300, 60, 13980), (18001, 50, 9001), (0, 60, 0)]
)
def test_percent_when_taken_rounds_half_up(fen: int, points: int, expected: int) -> None:
    assert Money(fen).percent(points) == Money(expected)


def test_arithmetic_when_done_stays_in_fen() -> None:
    assert Money(150) + Money(50) - Money(25) == Money(175)
    assert -Money(5) * 3 == Money(-15)
    assert total([Money(1), Money(2)]) == Money(3)
    assert total([]) == ZERO
    assert Money(1)
    assert not ZERO
    assert Money.yuan(3) == Money(300)
    assert max(Money(1), Money(2)) == Money(2)


@pytest.mark.parametrize(
    ("fen", "text", "grouped"),
    [
        (0, "0.00", "0.00"),
        (5, "0.05", "0.05"),
        (-105, "-1.05", "-1.05"),
        (123456789, "1234567.89", "1,234,567.89"),
        (10**14, "1000000000000.00", "1000000000000.00"),
    ],
)
def test_text_when_written_has_two_decimals(fen: int, text: str, grouped: str) -> None:
    assert (str(Money(fen)), Money(fen).grouped) == (text, grouped)


@pytest.mark.parametrize(
    ("fen", "weights", "parts"),
    [
        (10000, (1, 1, 1), (3334, 3333, 3333)),
        (10000, (2, 0, 1), (6667, 0, 3333)),
        (10001, (1, 1, 1), (3334, 3334, 3333)),
        (18001, (1, 1), (9001, 9000)),
        (0, (1, 1, 1), (0, 0, 0)),
        (-100, (1, 1, 1), (-33, -33, -34)),
        (7, (5, 3, 2), (4, 2, 1)),
    ],
)
def test_split_when_shared_out_gives_the_largest_remainder_first(
    fen: int, weights: tuple[int, ...], parts: tuple[int, ...]
) -> None:
    assert split(Money(fen), weights) == tuple(Money(part) for part in parts)


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(0, 50), min_size=1, max_size=6).filter(any))
def test_split_when_anything_is_shared_out_adds_up_within_a_fen(fen: int, weights: list[int]) -> None:
    parts = split(Money(fen), weights)
    assert total(parts) == Money(fen)
    assert all(
        abs(part.fen - Fraction(fen * weight, sum(weights))) < 1 for part, weight in zip(parts, weights, strict=True)
    )


@pytest.mark.parametrize("weights", [(0, 0), (-1, 2), (1, -1)])
def test_split_when_weights_are_nonsense_is_a_defect(weights: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="weights"):
        split(Money(1), weights)


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (2310000, "人民币贰万叁仟壹佰元整"),
        (1000000005, "人民币壹仟万元零伍分"),
        (30, "人民币叁角"),
        (5, "人民币伍分"),
        (101010, "人民币壹仟零壹拾元壹角"),
        (1001000, "人民币壹万零壹拾元整"),
        (3333, "人民币叁拾叁元叁角叁分"),
        (100050, "人民币壹仟元伍角"),
        (0, "人民币零元整"),
        (-20000, "人民币负贰佰元整"),
        (10000000000, "人民币壹亿元整"),
        (10000100000, "人民币壹亿零壹仟元整"),
        (1000500000000, "人民币壹佰亿零伍佰万元整"),
        (100, "人民币壹元整"),
        (101, "人民币壹元零壹分"),
    ],
)
def test_words_when_written_out_are_the_bank_s(fen: int, words: str) -> None:
    assert in_words(Money(fen)) == words

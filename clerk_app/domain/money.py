"""Money in whole fen, never a float."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Self

from clerk_app.errors import UserError

_PATTERN: Final = re.compile(r"(-?)(\d{1,12})(?:\.(\d{1,2}))?")
_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("", "拾", "佰", "仟")
_GROUPS: Final = ("", "万", "亿")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of renminbi in whole fen."""

    fen: int

    @classmethod
    def yuan(cls, amount: int) -> Self:
        """Return so many whole yuan."""
        return cls(amount * 100)

    @classmethod
    def parse(cls, text: str, *, field: str | None = None) -> Self:
        """Read ``"1200"``, ``"1,200.50"`` or ``"¥1200.5"``; raises UserError for anything else."""
        cleaned = unicodedata.normalize("NFKC", text).strip()
        cleaned = cleaned.removeprefix("¥").removesuffix("元").replace(",", "").strip()
        match = _PATTERN.fullmatch(cleaned) if cleaned.isascii() else None
        if match is None:
            raise UserError(
                "金额“{text}”看不懂：请只填数字，最多两位小数,如 1200 或 1200.50。",
                field=field,
                text=text[:30],
            )
        sign, whole, part = match.groups()
        fen = int(whole) * 100 + int((part or "0").ljust(2, "0"))
        return cls(-fen if sign else fen)

    @classmethod
    def rounded(cls, fen: Fraction) -> Self:
        """Round a fraction of fen half up (away from zero) to whole fen."""
        return cls.divided(fen.numerator, fen.denominator)

    @classmethod
    def divided(cls, fen: int, parts: int) -> Self:
        """Return fen by a positive number of parts, rounded half up (away from zero) to whole fen."""
        whole = (2 * abs(fen) + parts) // (2 * parts)
        return cls(whole if fen >= 0 else -whole)

    def __str__(self) -> str:
        if self.fen < 0:
            return f"-{-self}"
        return f"{self.fen // 100}.{self.fen % 100:02d}"

    def __add__(self, other: Money) -> Money:
        return Money(self.fen + other.fen)

    def __sub__(self, other: Money) -> Money:
        return Money(self.fen - other.fen)

    def __neg__(self) -> Money:
        return Money(-self.fen)

    def __mul__(self, factor: int) -> Money:
        return Money(self.fen * factor)

    def __bool__(self) -> bool:
        return self.fen != 0

    @property
    def grouped(self) -> str:
        """The amount with thousands separators, ``1,200.50``."""
        return f"{self.fen / 100:,.2f}" if abs(self.fen) < 10**14 else str(self)

    def percent(self, points: int) -> Money:
        """Return this many per cent, rounded half up to the fen."""
        return Money.divided(self.fen * points, 100)


ZERO: Final = Money(0)


def total(amounts: Sequence[Money]) -> Money:
    """Return the sum; nothing gives zero."""
    return Money(sum(amount.fen for amount in amounts))


def split(amount: Money, weights: Sequence[int]) -> tuple[Money, ...]:
    """Share out an amount by largest remainder so that the parts always add up; an extra fen goes to the first of equals.

    Source: 冀人社发〔2018〕3号 二（一）2 (1:1:1), settled in the rules HB-A2.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError("weights must be positive in sum and not negative")
    parts = [amount.fen * weight // whole for weight in weights]
    remainders = [amount.fen * weight % whole for weight in weights]
    missing = amount.fen - sum(parts)
    for index in sorted(range(len(weights)), key=lambda i: (-remainders[i], i))[:missing]:
        parts[index] += 1
    return tuple(Money(part) for part in parts)


def in_words(amount: Money) -> str:
    """Write an amount as paper forms want it: ``人民币贰万叁仟壹佰元整``; a negative one begins with 负.

    Source: 支付结算办法 附一. Valid below one trillion yuan.
    """
    yuan, part = divmod(abs(amount.fen), 100)
    jiao, fen = divmod(part, 10)
    words = _integer_in_words(yuan) + "元" if yuan else ""
    if jiao:
        words += _DIGITS[jiao] + "角"
    elif fen and yuan:
        words += "零"
    if fen:
        words += _DIGITS[fen] + "分"
    elif not jiao:
        words += "整"
    if not amount.fen:
        words = "零元整"
    return "人民币" + ("负" if amount.fen < 0 else "") + words


def _integer_in_words(number: int) -> str:
    words = ""
    pending_zero = False
    for index in range(len(_GROUPS) - 1, -1, -1):
        group = number // 10 ** (4 * index) % 10**4
        if not group:
            pending_zero = bool(words)
            continue
        if words and (pending_zero or group < 1000):
            words += "零"
        words += _group_in_words(group) + _GROUPS[index]
        pending_zero = False
    return words


def _group_in_words(group: int) -> str:
    words = ""
    pending_zero = False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            words += ("零" if pending_zero else "") + _DIGITS[digit] + _PLACES[place]
            pending_zero = False
        elif words:
            pending_zero = True
    return words

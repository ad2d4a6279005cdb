"""Citizen identity numbers (GB 11643-1999): our own checksum and date check.

The area code is never a reason to refuse: codes came in the 1980s, so old people's true numbers hold codes that did not
exist when they were born, and people move (domain notes §2.1, T1-T10).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Final

from clerk_app.domain.codes import Sex
from clerk_app.domain.dates import age_on
from clerk_app.errors import UserError

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK: Final = "10X98765432"
_PROVINCES: Final = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()
)
_NOISE: Final = re.compile(r"[\s'`’‘\"“”\u00ad\u200b-\u200f\u202a-\u202e\u2010-\u2015\u2060-\u2069\ufeff-]")
_FLOAT: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+|\d{15,}\.0*", re.ASCII)
_NEW: Final = re.compile(r"\d{17}[\dX]", re.ASCII)
_OLD: Final = re.compile(r"\d{15}", re.ASCII)
_OLD_BEGINNING: Final = re.compile(r"\d{7,15}", re.ASCII)
OLDEST_AGE: Final = 130
OLD_LENGTH: Final = 15
_CENTENARIAN: Final = 996
"""From this sequence on a 15-digit number is that of somebody born before 1900."""


class Severity(Enum):
    """Whether a finding blocks or asks."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about a value: ``code`` for programs, ``message`` for the clerk."""

    severity: Severity
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ResidentId:
    """An 18-digit number that passed the checks, with what it tells; ``former`` is the 15-digit one it was made from (T2)."""

    number: str
    birth_on: date
    sex: Sex
    former: str | None = None

    @property
    def masked(self) -> str:
        """The number as public papers may show it: ``341004********0016``."""
        return mask(self.number)


def mask(number: str) -> str:
    """Hide the birth date of an 18-digit or a 15-digit number; of anything else show the first two and last two characters."""
    tail = {18: 4, 15: 3}.get(len(number))
    if tail is not None:
        return number[:6] + "*" * (len(number) - 6 - tail) + number[-tail:]
    return number[:2] + "*" * (len(number) - 4) + number[-2:] if len(number) > 4 else "*" * len(number)


def tidy(text: str) -> str:
    """Return a number half-width and upper-case, without the blanks, quotes, hyphens and invisible marks that copying leaves."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).upper()


def normalise(text: str) -> str:
    """Return the number as it should stand: half-width, no blanks or apostrophes, upper-case X.

    Raises UserError when Excel has turned it into a number and lost digits (T1): those are gone and are never made up.
    """
    number = tidy(text)
    if _FLOAT.fullmatch(number):
        raise UserError(
            "公民身份号码“{text}”已被 Excel 截断，后几位丢失：请对照证件重新填写完整的 18 位。",
            field="id_number",
            text=text[:30],
        )
    return number


def check_digit(first17: str) -> str:
    """Return the 18th character for the first seventeen digits."""
    return _CHECK[sum(int(digit) * weight for digit, weight in zip(first17, _WEIGHTS, strict=True)) % 11]


def from_15_digits(number: str) -> str:
    """Return the 18-digit form of a first-generation number: ``19`` after the sixth digit and a check digit (T2).

    The result is a proposal to confirm, never a fact; ``parse`` keeps out the sequences of people born in the 1800s.
    """
    first17 = number[:6] + "19" + number[6:]
    return first17 + check_digit(first17)


def other_form(number: str) -> str | None:
    """Return the 18-digit form of a 15-digit number or the 15-digit form of one from the 1900s, so that both find a person (T2)."""
    if _OLD.fullmatch(number):
        return from_15_digits(number)
    return number[:6] + number[8:17] if _NEW.fullmatch(number) and number[6:8] == "19" else None


def spellings(number: str) -> tuple[str, ...]:
    """Return the forms under which a number may be on file: as it is, and its 18- or 15-digit form (T2)."""
    other = other_form(number)
    return (number,) if other is None else (number, other)


def parts_to_find(query: str) -> tuple[str, ...]:
    """Return what to look for in numbers on file when these characters were typed: the beginning of an old number is also looked for
    where the 18-digit form holds it, a whole new one also as its old form (T2).
    """
    if _OLD_BEGINNING.fullmatch(query):
        return query, f"{query[:6]}19{query[6:]}"
    return spellings(query.upper())


def parse(text: str, on: date) -> ResidentId:
    """Check a number as it would be entered on a day and return what it tells; raises UserError at the first error.

    Errors: form, check digit (T3), impossible or future birth date, older than 130 (T10). A 15-digit number gives the 18-digit form
    to be stored, with the old one as ``former``; ``warnings`` asks about it (T2). The sequences kept for centenarians are an error.
    """
    number = normalise(text)
    if _OLD.fullmatch(number):
        if int(number[12:]) >= _CENTENARIAN:
            raise UserError("15 位号码的顺序码是百岁老人专用的 996–999：请对照证件填写 18 位号码。", field="id_number")
        return replace(parse(from_15_digits(number), on), former=number)
    if not _NEW.fullmatch(number):
        raise _wrong_form(number)
    if check_digit(number[:17]) != number[17]:
        raise UserError("公民身份号码最后一位校验码不对，可能有一位抄错：请对照证件逐位核对。", field="id_number")
    return ResidentId(number, _birth_date(number, on), Sex.MALE if int(number[16]) % 2 else Sex.FEMALE)


def _wrong_form(number: str) -> UserError:
    if len(number) != 18:
        return UserError(
            "公民身份号码应为 18 位数字（最后一位可以是 X），现在是 {length} 位：请对照证件检查。",
            field="id_number",
            length=len(number),
        )
    place = next(place for place, char in enumerate(number) if not (char.isascii() and char.isdigit()))
    return UserError(
        "公民身份号码第 {place} 位是“{char}”，不是数字（只有最后一位可以是 X）：请对照证件检查。",
        field="id_number",
        place=place + 1,
        char=number[place],
    )


def _birth_date(number: str, on: date) -> date:
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise UserError(
            "公民身份号码里的出生日期 {digits} 不存在：请对照证件核对。", field="id_number", digits=number[6:14]
        ) from None
    if birth > on:
        raise UserError(
            "公民身份号码里的出生日期 {birth} 在今天之后：请核对号码和电脑日期。", field="id_number", birth=birth
        )
    if age_on(birth, on) > OLDEST_AGE:
        raise UserError(
            "按公民身份号码已满 {age} 周岁，超过 130 岁：请核对号码。", field="id_number", age=age_on(birth, on)
        )
    return birth


def warnings(identity: ResidentId, *, sex: Sex | None = None, birth_on: date | None = None) -> tuple[Finding, ...]:
    """Say what is to be confirmed of a valid number, and what else is known of the person differs: asked, never refused (T2, T7-T9)."""
    found: list[Finding] = []
    if identity.former is not None:
        found.append(
            Finding(
                Severity.WARNING,
                "old_number",
                f"15 位旧号码已换算成 18 位 {identity.number}，旧号码留作原号码：请与证件核对。",
            )
        )
    if identity.number[:2] not in _PROVINCES:
        found.append(
            Finding(
                Severity.WARNING,
                "area_unknown",
                "公民身份号码开头的地区码不在现行区划内，请核对；确实如此可以照常保存。",
            )
        )
    if sex is not None and sex is not identity.sex:
        found.append(
            Finding(
                Severity.WARNING,
                "sex_differs",
                f"性别与公民身份号码不一致：号码第 17 位表示{identity.sex.label}性，请选定以哪个为准。",
            )
        )
    if birth_on is not None and birth_on != identity.birth_on:
        found.append(
            Finding(
                Severity.WARNING,
                "birth_differs",
                f"出生日期与公民身份号码不一致：号码为 {identity.birth_on}，档案为 {birth_on}，两个都会保存。",
            )
        )
    return tuple(found)

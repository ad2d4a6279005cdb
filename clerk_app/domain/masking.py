"""Masking of numbers in what leaves the program: enough stays to find the person by, not enough to misuse."""

from __future__ import annotations

import re
from typing import Final

from clerk_app.domain.resident_id import mask

_NUMBER: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:\d{15,22}|\d{17}[Xx]|1\d{10}|0\d{2,3}-?\d{7,8})(?![0-9A-Za-z])", re.ASCII
)
_PHONES: Final = (11, 12)


def masked_text(text: str) -> str:
    """Return a text with every identity, certificate, account and telephone number in it masked, and nothing else changed.

    An identity number keeps its area and last four characters, a disability certificate the same, an account its last four digits, a
    telephone its first three and last four.
    """
    return _NUMBER.sub(lambda found: _masked(found[0]), text)


def _masked(number: str) -> str:
    length = len(number)
    if length in (15, 18):
        return mask(number)
    if length > 18:
        return number[:6] + "*" * (length - 10) + number[-4:]
    if length in _PHONES or "-" in number or number.startswith("0"):
        return number[:3] + "*" * (length - 7) + number[-4:]
    return "*" * (length - 4) + number[-4:]

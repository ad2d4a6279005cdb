"""What may stand in a text at all: no character that nobody can see, print or write down."""

from __future__ import annotations

import unicodedata
from typing import Final

from clerk_app.errors import UserError

LONGEST_TEXT: Final = 500
"""The most characters of a remark, an address, a reason."""
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def hidden_character(text: str) -> str | None:
    """Return what in a text nobody can see or write down, as ``U+200B``, or None.

    Any ideograph may stand, one newer than this Python's tables too; ``str.isprintable`` would refuse those.
    """
    for char in text:
        code = ord(char)
        is_no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # set apart by Unicode for ever
        if is_no_character or unicodedata.category(char) in _HIDDEN:
            return f"U+{code:04X}"
    return None


def plain_text(text: str, field: str, *, lines: bool = False) -> str:
    """Return what was typed or pasted without outer blanks, on one line unless it may have several.

    Raises UserError at the field for a control character, which no form and no list could show.
    """
    if text.isprintable():  # nearly every text is
        return text.strip()
    shown = (
        text.replace("\r\n", "\n").strip() if lines else " ".join(part.strip() for part in text.splitlines()).strip()
    )
    shown = shown.replace("\t", " ")
    if any(unicodedata.category(char) == "Cc" for char in shown if char != "\n"):
        raise UserError("这一项里有看不见的控制字符：请删去重新填写。", field=field)
    return shown

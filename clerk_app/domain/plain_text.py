"""What may stand in a text at all: no character that nobody can see, print or write down."""

from __future__ import annotations

import unicodedata
from typing import Final

from clerk_app.errors import UserError

LONGEST_TEXT: Final = 500
"""The most characters of a remark, an address, a reason."""
_LINES: Final = "\t\n\r"
_BLANK: Final = 0x20
_PICTURES: Final = 0x2400
"""From here on Unicode has a picture of each of the first control characters: ESC is ␛."""
_TURNING: Final = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
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
        text.replace("\r\n", "\n").replace("\r", "\n").strip()
        if lines
        else " ".join(part.strip() for part in text.splitlines()).strip()
    )
    shown = shown.replace("\t", " ")
    require_no_control(shown, field)
    return shown


def require_no_control(text: str, field: str | None) -> None:
    """Raise UserError for a control character other than a line's or a tab's end; no form could show it, a terminal would obey it."""
    if not text.isprintable() and any(unicodedata.category(char) == "Cc" for char in text if char not in _LINES):
        raise UserError("这一项里有看不见的控制字符：请删去重新填写。", field=field)


def visible(text: str) -> str:
    """Return a text for a terminal's line: control characters, line ends and marks that turn the direction as signs that do nothing."""
    return text if text.isprintable() else "".join(map(_as_sign, text))


def _as_sign(char: str) -> str:
    if char in _LINES:
        return " "
    if ord(char) < _BLANK:
        return chr(_PICTURES + ord(char))
    return "\ufffd" if unicodedata.category(char) == "Cc" or char in _TURNING else char

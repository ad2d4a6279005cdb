"""The two faces of paper, which of them has a character, and what stands for a character that neither has.

Importing this module costs nothing; the first question about a width or a character loads the fonts (about 0.2 s).
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Final, cast

from clerk_app import paths
from clerk_app.errors import SituationError

MISSING_SIGN: Final = "〓"
"""The printer's old sign (U+3013) for a sort that is not in the case; its code point follows, so that nothing is lost."""

_VARIATION_SELECTORS: Final = frozenset([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
_WIDE_BLANK: Final = "\u3000"
_LOCK: Final = threading.Lock()


class Face(StrEnum):
    """A type face; the value is its name with ReportLab."""

    SONG = "ClerkSong"
    HEI = "ClerkHei"


_FILES: Final[Mapping[Face, str]] = {Face.SONG: "clerk-song.ttf", Face.HEI: "clerk-hei.ttf"}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that one face can print whole."""

    face: Face
    text: str


@cache
def _widths(face: Face) -> Mapping[int, float]:
    """Return the width of each character the face has, in thousandths of the type size; loads the face on the first call."""
    with _LOCK:
        return _load(face)


def _load(face: Face) -> Mapping[int, float]:
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415 - only printing pays for ReportLab, not the start

    # ReportLab writes a plane-2 character as five hexadecimal digits where the format wants UTF-16 (seen in 5.1.0): copied text
    # and searches then give another character. Can go when its own makeToUnicodeCMap writes surrogate pairs.
    ttfonts.makeToUnicodeCMap = to_unicode_map
    file = paths.resources() / "fonts" / _FILES[face]
    try:
        if face not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(ttfonts.TTFont(face, str(file)))
    except (OSError, ttfonts.TTFError) as error:
        raise SituationError("打印字体 {file} 读不出来：请重新安装本程序，数据不受影响。", file=file.name) from error
    widths: Mapping[int, float] = cast("ttfonts.TTFont", pdfmetrics.getFont(face)).face.charWidths
    return widths


def register() -> None:
    """Load both faces and make them known to ReportLab; later calls do nothing. Raises SituationError for a damaged file."""
    for face in Face:
        _widths(face)


def to_unicode_map(fontname: str, subset: Sequence[int]) -> str:
    """Return the PDF map from a font subset's codes to text in UTF-16 (ISO 32000-1, 9.10.3), a hundred entries a block."""
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
            f"/CMapName /{fontname} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def missing(text: str) -> tuple[str, ...]:
    """Return each character of the text that no face has, once, in order: what a clerk should be warned of before printing."""
    return tuple(dict.fromkeys(char for char in _visible(text) if _face_of(char, Face.SONG) is None))


def printable(text: str) -> str:
    """Return the text as paper will show it.

    Blanks (but the ideographic one) and line breaks become one plain blank each, variation selectors go (the character itself stays), and a character
    that no face has, a control character among them, becomes ``〓U+20000``.
    """
    return "".join(char if _face_of(char, Face.SONG) else f"{MISSING_SIGN}U+{ord(char):04X}" for char in _visible(text))


def runs(text: str, face: Face) -> tuple[Run, ...]:
    """Split printable text into runs: the wanted face wherever it has the character, the other one elsewhere."""
    pairs = [(_face_of(char, face) or face, char) for char in printable(text)]
    return tuple(Run(key, "".join(char for _, char in group)) for key, group in groupby(pairs, lambda pair: pair[0]))


def text_width(text: str, face: Face, size: float) -> float:
    """Return how wide printable text stands, in points."""
    total = 0.0
    own = _widths(face)
    for char in text:
        width = own.get(ord(char))
        if width is None:
            width = _widths(_face_of(char, face) or face).get(ord(char), 1000.0)
        total += width
    return total * size / 1000


def _visible(text: str) -> str:
    return "".join(
        " " if char != _WIDE_BLANK and (char.isspace() or unicodedata.category(char) == "Zs") else char
        for char in text
        if ord(char) not in _VARIATION_SELECTORS
    )


def _face_of(char: str, wanted: Face) -> Face | None:
    """Return the wanted face, else the first other one that has the character, else None."""
    code = ord(char)
    if code in _widths(wanted):
        return None if unicodedata.category(char) in {"Cc", "Cf"} else wanted
    return next((face for face in Face if face is not wanted and code in _widths(face)), None)

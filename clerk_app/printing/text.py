"""Lines of text: where Chinese may break, and how a text shrinks before anything of it is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from clerk_app.printing.fonts import Face, printable, text_width

LEADING: Final = 1.25
"""Line pitch in type sizes."""
ASCENT: Final = 0.88
"""Height of an ideograph above the base line in type sizes."""
SMALLEST: Final = 7.0
"""The smallest type in points that paper still reads by; below it a text takes more lines instead."""
_STEP: Final = 0.5

_TOKENS: Final = re.compile(r"[!-~]+|\s+|.", re.DOTALL)
_NOT_FIRST: Final = frozenset("，。、；：？！）》〉】〕」』”’·…%％℃,.;:?!)]}〗")
_NOT_LAST: Final = frozenset("（《〈【〔「『“‘([{〖¥￥")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text broken into lines at the size that was settled on; ``width`` and ``height`` in points."""

    lines: tuple[str, ...]
    face: Face
    size: float

    @property
    def leading(self) -> float:
        """Distance from one base line to the next."""
        return self.size * LEADING

    @property
    def height(self) -> float:
        """Height of the block from the first line's top to the last line's bottom."""
        return self.leading * len(self.lines)


def break_lines(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    """Break a text into lines of at most ``width`` points; a blank text gives no line.

    Breaks after any ideograph and at blanks; a number or Latin word stays whole unless it alone is wider than the line. Closing
    marks do not begin a line and opening ones do not end it, as long as a line has more than that one mark.
    """
    lines: list[str] = []
    line = ""
    for token in _TOKENS.findall(printable(text)):
        if text_width(line + token.rstrip(), face, size) <= width:
            line += token
            continue
        if token.isspace():
            lines.append(line)
            line = ""
            continue
        line = _push(lines, line, token)
        while text_width(line, face, size) > width and len(line) > 1:
            cut = _longest_prefix(line, face, size, width)
            lines.append(line[:cut])
            line = line[cut:]
    lines.append(line)
    return tuple(stripped for stripped in (line.strip() for line in lines) if stripped)


def _push(lines: list[str], line: str, token: str) -> str:
    """Close the line before the token and return the next line's beginning, with marks taken along that belong there."""
    taken = ""
    if token[0] in _NOT_FIRST and len(line) > 1:
        line, taken = line[:-1], line[-1]
    while len(line) > 1 and line[-1] in _NOT_LAST:
        line, taken = line[:-1], line[-1] + taken
    lines.append(line)
    return taken + token


def _longest_prefix(line: str, face: Face, size: float, width: float) -> int:
    cut = 1
    while cut < len(line) and text_width(line[: cut + 1], face, size) <= width:
        cut += 1
    return cut


def fit(
    text: str, face: Face, size: float, width: float, *, most_lines: int, most_height: float, even: bool = False
) -> Fitted:
    """Set a text into a width: first smaller, then on more lines, and only beyond ``most_height`` cut, with a sign that says so.

    ``most_lines`` is what looks well and is kept to while the type is no smaller than 7 points. ``even`` makes the lines as
    equal as they come.
    """
    lines = break_lines(text, face, size, width)
    while len(lines) > most_lines and size - _STEP >= SMALLEST:
        size -= _STEP
        lines = break_lines(text, face, size, width)
    most = max(int(most_height / (size * LEADING)), 1)
    if len(lines) > most:
        sign = break_lines(f"…（共{len(printable(text))}字，全文见电脑）", face, size, width)
        return Fitted((*lines[: max(most - len(sign), 0)], *sign), face, size)
    if even and len(lines) > 1:
        lines = _even_lines(text, face, size, width, len(lines))
    return Fitted(lines, face, size)


def _even_lines(text: str, face: Face, size: float, width: float, count: int) -> tuple[str, ...]:
    """Return so many lines as equal as they come, as a centred head wants it: 与户主 / 关系, not 与户主关 / 系."""
    words = [token for token in _TOKENS.findall(printable(text)) if len(token) > 1]
    widest_word = max((text_width(word, face, size) for word in words), default=0.0)
    narrow, wide = min(max(width / count, widest_word), width), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(break_lines(text, face, size, middle)) <= count:
            wide = middle
        else:
            narrow = middle
    return break_lines(text, face, size, wide)

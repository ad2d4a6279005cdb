"""Lines of text: where Chinese may break, and how a text shrinks before anything of it is lost."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from clerk_app.printing.fonts import Face, printable, text_width

LEADING: Final = 1.25
"""Line pitch in type sizes."""
ASCENT: Final = 0.88
"""Height of an ideograph above the base line in type sizes."""
SMALLEST: Final = 7.0
"""The smallest type in points that paper still reads by; below it a text takes more lines instead."""
_STEP: Final = 0.5
_ROUNDING: Final = 1e-6

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
    marks do not begin a line and opening ones do not end it, as long as something is left of the line.
    """
    return _Measured.of(text, face).lines(width / size)


def fit(
    text: str, face: Face, size: float, width: float, *, most_lines: int, most_height: float, even: bool = False
) -> Fitted:
    """Set a text into a width: first smaller, then on more lines, and only beyond ``most_height`` cut, with a sign that says so.

    ``most_lines`` is what looks well and is kept to while the type is no smaller than 7 points. ``even`` makes the lines as
    equal as they come.
    """
    measured = _Measured.of(text, face)
    lines = measured.lines(width / size)
    while len(lines) > most_lines and size - _STEP >= SMALLEST:
        size -= _STEP
        lines = measured.lines(width / size)
    most = max(int(most_height / (size * LEADING)), 1)
    if len(lines) > most:
        sign = break_lines(f"…（共{len(measured.text)}字，全文见电脑）", face, size, width)
        return Fitted((*lines[: max(most - len(sign), 0)], *sign), face, size)
    if even and len(lines) > 1:
        lines = measured.even_lines(width / size, len(lines))
    return Fitted(lines, face, size)


@dataclass(frozen=True, slots=True)
class _Measured:
    """Printable text with the width of each beginning of it, in type sizes, so that a long text is measured only once."""

    text: str
    ends: tuple[float, ...]

    @classmethod
    def of(cls, text: str, face: Face) -> _Measured:
        """Measure a text."""
        shown = printable(text)
        return cls(shown, tuple(accumulate((text_width(char, face, 1) for char in shown), initial=0.0)))

    def width(self, start: int, end: int) -> float:
        """Return the width of a part."""
        return self.ends[end] - self.ends[start]

    def lines(self, ems: float) -> tuple[str, ...]:
        """Break into lines of at most so many type sizes."""
        parts: list[str] = []
        start = 0
        for token in _TOKENS.finditer(self.text):
            if token.group().isspace() or self.width(start, token.end()) <= ems + _ROUNDING:
                continue
            cut = self._break_before(start, token.start())
            if cut == start:
                cut = self._inside(start, token.end(), ems)
            while cut > start:
                parts.append(self.text[start:cut])
                start = cut
                cut = self._inside(start, token.end(), ems)
        parts.append(self.text[start:])
        return tuple(part for part in (part.strip() for part in parts) if part)

    def even_lines(self, ems: float, count: int) -> tuple[str, ...]:
        """Break into so many lines as equal as they come, as a centred head wants it: 与户主 / 关系, not 与户主关 / 系."""
        words = (self.width(*token.span()) for token in _TOKENS.finditer(self.text))
        narrow, wide = min(max(ems / count, *words), ems), ems
        while wide - narrow > 0.1:
            middle = (narrow + wide) / 2
            if len(self.lines(middle)) <= count:
                wide = middle
            else:
                narrow = middle
        return self.lines(wide)

    def _break_before(self, start: int, end: int) -> int:
        """Return where to break so that the character at ``end`` begins no line it must not begin; ``start`` for nowhere."""
        cut = end
        if self.text[end] in _NOT_FIRST:
            while cut > start and self.text[cut - 1] in _NOT_FIRST:
                cut -= 1
            cut -= 1
        while cut > start and self.text[cut - 1] in _NOT_LAST:
            cut -= 1
        return cut if cut > start else end

    def _inside(self, start: int, end: int, ems: float) -> int:
        """Return how far a line from ``start`` reaches inside a word too wide for it; ``start`` when the rest fits or is one character."""
        if end - start == 1 or self.width(start, end) <= ems + _ROUNDING:
            return start
        reach = bisect_right(self.ends, self.ends[start] + ems + _ROUNDING) - 1
        return min(max(reach, start + 1), end - 1)

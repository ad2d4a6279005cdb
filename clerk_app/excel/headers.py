"""Finding the heading row of a list: below titles, over one to three rows, with merged cells left blank by the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from clerk_app.excel.columns import field_of, header_score
from clerk_app.excel.table import Cell

HEADER_WITHIN: Final = 20
_LEAST_OF_A_HEADING: Final = 3
_NumberedRow = tuple[int, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Headers:
    """The headings of a list: the row that names most fields, the last row that belongs to them, and how many fields they name."""

    row: int
    last_row: int
    texts: tuple[str, ...]
    score: int


def find_headers(first: Sequence[_NumberedRow]) -> Headers | None:
    """Return the headings among a sheet's first rows, or None when no row there names two fields."""
    rows = first[:HEADER_WITHIN]
    candidates = [_joined([cells for _, cells in rows[: place + 1]]) for place in range(len(rows))]
    scores = [header_score(texts) for texts in candidates]
    if max(scores, default=0) < 2:
        return None
    at = scores.index(max(scores))
    texts, last = list(candidates[at]), rows[at][0]
    for number, cells in first[at + 1 : at + 2]:
        if _goes_on(cells, texts):
            texts, last = _beside(texts, cells), number
    while texts and not texts[-1].strip():
        texts.pop()
    return Headers(rows[at][0], last, tuple(texts), max(scores))


def _joined(rows: Sequence[tuple[Cell, ...]]) -> tuple[str, ...]:
    """Join a row with up to two above it where merged headings left it blank; a title alone is no heading."""
    above: tuple[str, ...] = ()
    for cells in rows[-3:-1]:
        above = _over(above, cells) if sum(not cell.is_blank for cell in cells) >= _LEAST_OF_A_HEADING else ()
    return _over(above, rows[-1])


def _over(above: Sequence[str], cells: Sequence[Cell]) -> tuple[str, ...]:
    """Put a row under the headings above it: what stands only above counts, and a word above that makes another field of it."""
    joined: list[str] = []
    spanning = ""
    for upper, lower in zip_longest(above, (cell.text for cell in cells), fillvalue=""):
        if upper.strip():
            spanning = upper
        elif not lower.strip():
            spanning = ""
        both = f"{spanning.strip()}{lower.strip()}"
        if not lower.strip():
            joined.append(upper)
        elif field_of(both) not in {None, field_of(lower)}:
            joined.append(both)
        else:
            joined.append(lower)
    return tuple(joined)


def _goes_on(cells: Sequence[Cell], texts: Sequence[str]) -> bool:
    """Say whether the row under the headings only parts some of them: words under a merged heading, nothing under the others."""
    filled = [place for place, cell in enumerate(cells) if not cell.is_blank]
    known = [place for place in filled if place < len(texts) and field_of(texts[place]) is not None]
    return bool(filled) and not known and not any(char.isdigit() for place in filled for char in cells[place].text)


def _beside(texts: Sequence[str], cells: Sequence[Cell]) -> list[str]:
    pairs = zip_longest(texts, (cell.text for cell in cells), fillvalue="")
    return [lower if lower.strip() else upper for upper, lower in pairs]

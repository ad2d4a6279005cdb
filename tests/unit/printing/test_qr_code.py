"""QR codes: the squares a reader looks for, the white edge, and marks that are exactly the black modules."""

from __future__ import annotations

import pytest

from clerk_app.printing.qr_code import QUIET, modules_of, qr_marks

TEXT = "6178 2434 2035 1668 6795 1547 3433 2003"
FINDER = ("#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######")


def corner(rows: tuple[tuple[bool, ...], ...], top: int, left: int) -> tuple[str, ...]:
    return tuple("".join("#" if rows[top + y][left + x] else " " for x in range(7)) for y in range(7))


def test_code_is_square_with_its_three_finders_and_timing_when_made() -> None:
    rows = modules_of(TEXT)
    size = len(rows)
    assert {len(row) for row in rows} == {size}
    assert (size - 17) % 4 == 0
    assert corner(rows, 0, 0) == corner(rows, 0, size - 7) == corner(rows, size - 7, 0) == FINDER
    assert [rows[6][x] for x in range(8, size - 8)] == [x % 2 == 0 for x in range(8, size - 8)]


def test_codes_differ_when_one_digit_does() -> None:
    assert modules_of(TEXT) == modules_of(TEXT)
    assert modules_of(TEXT) != modules_of(TEXT[:-1] + "4")


def test_marks_are_the_black_modules_inside_a_white_edge_when_placed() -> None:
    rows = modules_of(TEXT)
    side = len(rows) + 2 * QUIET
    marks = qr_marks(TEXT, 100, 50, float(side))
    drawn = {(round(mark.y - 50), round(mark.x - 100) + step) for mark in marks for step in range(round(mark.width))}
    assert drawn == {(y + QUIET, x + QUIET) for y, row in enumerate(rows) for x, black in enumerate(row) if black}
    assert {mark.height for mark in marks} == {1.0}


def test_marks_keep_their_shape_when_the_square_is_small() -> None:
    (first, *_) = qr_marks(TEXT, 0, 0, 10.0)
    step = 10.0 / (len(modules_of(TEXT)) + 2 * QUIET)
    assert first.x == pytest.approx(QUIET * step)
    assert first.width == pytest.approx(7 * step)

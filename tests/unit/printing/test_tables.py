"""Tables on sheets: rules, heights, page turns."""

from __future__ import annotations

import pytest

from clerk_app.printing.page import A4, THICK, Align, LineMark, Sheet, TextMark
from clerk_app.printing.tables import TALLEST_CELL, Cell, Row, Table, head_row, height_of, label, place, share


def texts(sheet: Sheet) -> list[list[str]]:
    return [[mark.text for mark in page if isinstance(mark, TextMark)] for page in sheet.pages]


def plain_rows(count: int) -> tuple[Row, ...]:
    return tuple(Row((Cell(text=str(number)), Cell(text="王"))) for number in range(count))


def test_place_repeats_the_head_when_the_table_goes_over_pages() -> None:
    sheet = Sheet(A4)
    place(sheet, Table(widths=(100.0, 200.0), rows=(head_row(("序号", "姓名")), *plain_rows(80)), heads=1))
    assert len(sheet.pages) == 3
    assert [page[:2] for page in texts(sheet)] == [["序号", "姓名"]] * 3
    assert [text for page in texts(sheet) for text in page[2::2]] == [str(number) for number in range(80)]


def test_place_turns_first_when_not_even_one_row_has_room() -> None:
    sheet = Sheet(A4)
    sheet.skip(sheet.whole_height - 30)
    place(sheet, Table(widths=(100.0, 200.0), rows=(head_row(("序号", "姓名")), *plain_rows(1)), heads=1))
    assert texts(sheet) == [[], ["序号", "姓名", "0", "王"]]


def test_place_frames_the_table_when_it_stands_on_one_page() -> None:
    sheet = Sheet(A4)
    place(sheet, Table(widths=(100.0, 200.0), rows=plain_rows(3)))
    lines = [mark for mark in sheet.pages[0] if isinstance(mark, LineMark)]
    assert sum(line.width == THICK for line in lines) == 4
    assert max(line.x2 for line in lines) == pytest.approx(A4.left + 300)
    assert sheet.y == pytest.approx(A4.top + 3 * 19)


def test_place_sets_text_inside_its_cell_when_aligned() -> None:
    sheet = Sheet(A4)
    cells = tuple(Cell(text="王", align=align) for align in Align)
    place(sheet, Table(widths=(100.0, 100.0, 100.0), rows=(Row(cells),)))
    left, centre, right = (mark for mark in sheet.pages[0] if isinstance(mark, TextMark))
    assert left.x == pytest.approx(A4.left + 3.5)
    assert centre.x + 4.5 == pytest.approx(A4.left + 150)
    assert right.x + 9 == pytest.approx(A4.left + 300 - 3.5)


def test_place_goes_on_when_the_table_has_heads_only() -> None:
    sheet = Sheet(A4)
    place(sheet, Table(widths=(100.0, 100.0), rows=(head_row(("序号", "姓名")),), heads=1))
    assert texts(sheet) == [["序号", "姓名"]]


def test_row_grows_when_its_text_wraps() -> None:
    short = Table(widths=(60.0,), rows=(Row((Cell(text="王"),)),))
    long = Table(widths=(60.0,), rows=(Row((Cell(text="王" * 60),)),))
    assert height_of(short) == 19
    assert 19 < height_of(long) <= TALLEST_CELL


def test_row_stays_on_a_page_when_its_text_is_endless() -> None:
    sheet = Sheet(A4)
    place(sheet, Table(widths=(40.0,), rows=(Row((Cell(text="<b>" * 5_000),)),)))
    assert len(sheet.pages) == 1
    assert sheet.y <= A4.inner_bottom


def test_cells_must_fill_the_columns_when_a_row_is_set() -> None:
    with pytest.raises(ValueError, match="columns"):
        height_of(Table(widths=(10.0, 10.0), rows=(Row((Cell(text=""),)),)))


def test_cell_takes_the_width_of_its_columns_when_it_spans() -> None:
    sheet = Sheet(A4)
    place(sheet, Table(widths=(50.0, 50.0), rows=(Row((label("王", span=2),)),)))
    (mark,) = (mark for mark in sheet.pages[0] if isinstance(mark, TextMark))
    assert mark.x + 4.5 == pytest.approx(A4.left + 50)


def test_share_fills_the_width_when_weights_differ() -> None:
    assert share((1, 3), 200) == (50, 150)

"""A list about people, as other offices send them: names and identity numbers, but neither household numbers nor relations.

Nobody can be registered from such a row alone. It mentions a person who may be registered already; for the others two columns are put
beside those of the file, where a clerk can type what the list does not say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from clerk_app.excel.columns import PASSED_OVER, Choice, Columns, Field
from clerk_app.excel.register_row import RowReading
from clerk_app.excel.row_cells import RegisterProblem
from clerk_app.excel.status_words import NO_HARDSHIP, YES_OR_NO, Hardship
from clerk_app.excel.table import EMPTY, Cell, Table, TableRow, column_letter

ADDED: Final = {Field.HOUSEHOLD_NUMBER: "户编号（补填）", Field.RELATION: "与户主关系（补填）"}
"""The headings of the columns that are put beside those of the file."""
_WHO: Final = frozenset({Field.NAME, Field.ID_NUMBER})
_OF_HARDSHIP: Final = frozenset({Field.IDENTITIES, *YES_OR_NO, Field.POVERTY_STATE, Field.POVERTY_LEFT})
_TOLD_ELSEWHERE: Final = PASSED_OVER | _WHO | _OF_HARDSHIP | {Field.HOUSEHOLD_NUMBER, Field.RELATION}


@dataclass(frozen=True, slots=True)
class Mention:
    """A row that names a person without saying where they belong; ``id_number`` is valid, ``name`` as it was read, be it wrong.

    ``hardship`` is what it says of hardship.
    """

    row: int
    name: str
    id_number: str
    hardship: Hardship = NO_HARDSHIP


def completed(table: Table, choice: Choice) -> tuple[Table, Choice]:
    """Return a list about people with the columns it lacks, to be typed into; any other list, or one completed already, as it is."""
    fields = set(choice)
    if not fields >= _WHO or fields & ADDED.keys():
        return table, choice
    letters = list(table.letters)
    following = (column_letter(place) for place in count())
    while letters and next(following) != letters[-1]:
        pass
    rows = tuple(TableRow(row.number, (*row.cells, *(EMPTY for _ in ADDED))) for row in table.rows)
    wider = Table(
        sheet=table.sheet,
        header_row=table.header_row,
        headers=(*table.headers, *ADDED.values()),
        letters=(*table.letters, *(next(following) for _ in ADDED)),
        rows=rows,
        others=table.others,
    )
    return wider, (*choice, *ADDED)


def is_about_people(columns: Columns) -> bool:
    """Say whether these are the columns of a list about people that was completed."""
    return all(columns.headings.get(field) == heading for field, heading in ADDED.items())


def is_mention(cells: Sequence[Cell], columns: Columns) -> bool:
    """Say whether a row of a list about people only mentions somebody: nothing was typed into the columns put beside it."""
    return is_about_people(columns) and all(cells[columns.places[field]].is_blank for field in ADDED)


def mention_of(reading: RowReading, cells: Sequence[Cell], columns: Columns) -> Mention | None:
    """Return whom a row mentions, or None without a number to know them by; of its problems only those of name and number are kept."""
    own = {columns.heading(field) for field in _WHO}
    number = columns.heading(Field.ID_NUMBER)
    reading.problems = [problem for problem in reading.problems if problem.column in own]
    reading.block = f"#{reading.number}"
    if cells[columns.places[Field.ID_NUMBER]].is_blank:
        reading.problems = [problem for problem in reading.problems if problem.column != number]
        reading.problems.append(
            RegisterProblem(reading.number, number, "没有公民身份号码，认不出是名册里的哪一位：请填上公民身份号码。")
        )
    if reading.id_number is None:
        return None
    return Mention(reading.number, reading.name, reading.id_number, reading.hardship)


def notices_of(columns: Columns) -> tuple[str, ...]:
    """Return what is to be said of a list about people as a whole: how it is read, and which known columns change nobody."""
    if not is_about_people(columns):
        return ()
    changed = "只补登名册里没有的困难身份" if _OF_HARDSHIP & columns.places.keys() else "也不改动"
    how = f"这张表没有户编号和与户主关系，按公民身份号码同名册核对：已登记的人不再登记，{changed}；没有登记的人留着，等补上这两样。"
    left = [columns.headings[field] for field in columns.places if field not in _TOLD_ELSEWHERE]
    if not left:
        return (how,)
    return (how, f"列“{'”“'.join(heading[:30] for heading in left)}”不改动已登记的人。")

"""The village's own register, one row a person, read into households (户) that are whole or refused with a reason.

A household is taken in with exactly one head. A member's bad row is refused alone; a bad head takes the household with it,
because every other row's relation is relative to the head. A list about people has no households; its rows mention who they are about.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from clerk_app.errors import UserError
from clerk_app.excel.columns import PASSED_OVER, Choice, Columns, Field, field_of, plain_heading, proposed, recognise
from clerk_app.excel.people_list import Mention, completed, is_about_people, is_mention, mention_of, notices_of
from clerk_app.excel.reader import PROGRESS_EVERY
from clerk_app.excel.register_row import RegisterRow, RowReading, read_row
from clerk_app.excel.row_cells import RegisterProblem
from clerk_app.excel.table import Progress, Table, TableRow

_TOTALS: Final = re.compile(r"(?:合计|总计|小计|共计|累计|总数)[:\d,.户人元]*")
_FOOTER: Final = re.compile(r"(?:审核|填表|制表|填报|负责|经办|复核|单位负责|村主任|注|说明|备注)[^:]{0,6}:")


@dataclass(frozen=True, slots=True)
class RegisterHousehold:
    """A household fit to be taken in, its head first; ``number`` is empty where the file has none."""

    number: str
    group: str
    address: str
    members: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """What a register file holds: ``rows`` counts rows with data, ``problems`` stand in the order of the rows.

    ``notices`` are sentences about the file as a whole, such as columns that nobody knows. ``blocks`` says of each row which household
    of the file it stands in; rows of one block go together. ``mentions`` are the rows of a list about people that name somebody,
    ``sound`` the people of any other list with whose own rows nothing is wrong, whatever is wrong with their households.
    """

    rows: int
    households: tuple[RegisterHousehold, ...]
    problems: tuple[RegisterProblem, ...]
    columns: Columns
    blocks: Mapping[int, str]
    notices: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sound: tuple[RegisterRow, ...] = ()

    @property
    def people(self) -> int:
        """How many people can be taken in."""
        return sum(len(household.members) for household in self.households)

    @property
    def rejected_rows(self) -> int:
        """How many rows cannot; without ``mentions``, ``rows`` is this and ``people`` together."""
        return len({problem.row for problem in self.problems})


def read_people(
    table: Table, name: str, on: date, progress: Progress | None = None, *, choice: Choice | None = None
) -> RegisterSheet:
    """Read a table of the file of this name as a register; raises UserError when it cannot be one.

    ``choice`` says what the columns are, where a clerk said so.
    """
    table, choice = completed(table, choice or proposed(table.headers))
    columns = recognise(table.headers, table.letters, choice)
    _require(columns, name)
    rows = [row for row in table.rows if _holds_data(row, columns)]
    readings: list[RowReading] = []
    belonging: list[RowReading] = []
    mentions: list[Mention] = []
    for done, row in enumerate(rows, start=1):
        reading = read_row(row, columns, on)
        readings.append(reading)
        if not is_mention(row.cells, columns):
            belonging.append(reading)
        elif mention := mention_of(reading, row.cells, columns):
            mentions.append(mention)
        if progress is not None and (done % PROGRESS_EVERY == 0 or done == len(rows)):
            progress(done, len(rows))
    refuse_duplicates(belonging, columns)
    sound = tuple(reading.person for reading in belonging if reading.person is not None and not reading.problems)
    households = tuple(whole_households(_by_household(belonging, columns), columns))
    problems = sorted((problem for reading in readings for problem in reading.problems), key=lambda found: found.row)
    blocks = {reading.number: reading.block for reading in readings}
    return RegisterSheet(
        rows=len(rows),
        households=households,
        problems=tuple(problems),
        columns=columns,
        blocks=blocks,
        notices=(*notices_of(columns), *_notices(table, columns)),
        mentions=tuple(mentions),
        sound=sound,
    )


def _notices(table: Table, columns: Columns) -> Iterator[str]:
    if columns.unknown:
        yield f"列“{'”“'.join(heading[:30] for heading in columns.unknown)}”不认识，没有导入。"
    if table.others:
        others = "”“".join(other[:20] for other in table.others[:5])
        yield f"这次读的是工作表“{table.sheet[:20]}”，还有“{others}”：请一张一张导入。"


def _require(columns: Columns, name: str) -> None:
    needed = (
        (Field.NAME, (Field.NAME,)),
        (Field.RELATION, (Field.RELATION,)),
        (Field.ID_NUMBER, (Field.ID_NUMBER, Field.BIRTH)),
    )
    missing = [field.value for field, any_of in needed if not columns.places.keys() & set(any_of)]
    if missing:
        raise UserError(
            "“{name}”不是住户名册，缺少列“{missing}”：请在表头补上这一列，一人一行填写。",
            name=name,
            missing="”“".join(missing),
        )


def _holds_data(row: TableRow, columns: Columns) -> bool:
    """Say whether a row is a person: not blank but for its serial number, no totals, no signature line, no headings once more."""
    taken = {field: place for field, place in columns.places.items() if field not in PASSED_OVER}
    filled = {field: row.cells[place].text for field, place in taken.items() if not row.cells[place].is_blank}
    if not filled or all(_is_heading(text, field, columns) for field, text in filled.items()):
        return False
    if any(char.isdigit() for char in filled.get(Field.ID_NUMBER, "")):
        return True
    words = [unicodedata.normalize("NFKC", "".join(cell.text.split())) for cell in row.cells if not cell.is_blank]
    if any(_TOTALS.fullmatch(word) for word in words) or _FOOTER.match(words[0]):
        return False
    return len(words) > 1 or Field.NAME in filled or Field.ID_NUMBER in filled  # a lone text is a title or a note


def _is_heading(text: str, field: Field, columns: Columns) -> bool:
    return field_of(text) is field or plain_heading(text) == plain_heading(columns.heading(field))


def refuse_duplicates(readings: Sequence[RowReading], columns: Columns) -> None:
    """Put a problem on each of several rows with the same identity number."""
    by_number: defaultdict[str, list[RowReading]] = defaultdict(list)
    for reading in readings:
        if reading.id_number is not None:
            by_number[reading.id_number].append(reading)
    for same in by_number.values():
        for reading in same if len(same) > 1 else ():
            others = _rows_named(other.number for other in same if other is not reading)
            reading.problems.append(
                RegisterProblem(
                    reading.number,
                    columns.heading(Field.ID_NUMBER),
                    f"公民身份号码与{others}相同：请核对，同一人只留一行。",
                )
            )


def _rows_named(numbers: Iterator[int]) -> str:
    listed = list(numbers)
    shown = "、".join(str(number) for number in listed[:5])
    return f"第 {shown} 行" if len(listed) <= 5 else f"第 {shown} 等 {len(listed)} 行"


def _by_household(readings: Sequence[RowReading], columns: Columns) -> list[list[RowReading]]:
    """Put rows of one 户编号 together; a blank number is carried down, and a head without one opens a new household."""
    numbered: dict[str, list[RowReading]] = {}
    households: list[list[RowReading]] = []
    current: list[RowReading] | None = None
    for reading in readings:
        number = reading.household_number
        if number:
            current = numbered.get(number)
        elif reading.is_head and (current is None or any(other.is_head for other in current)):
            current = None
        elif current is None:
            reading.problems.append(
                RegisterProblem(
                    reading.number,
                    columns.heading(Field.HOUSEHOLD_NUMBER),
                    "不知道属于哪一户：请填户编号，或把这一行排在户主后面。",
                )
            )
            reading.block = f"#{reading.number}"
            continue
        if current is None:
            current = []
            households.append(current)
            if number:
                numbered[number] = current
        current.append(reading)
        reading.block = current[0].household_number or f"#{current[0].number}"
    return households


def whole_households(households: Sequence[Sequence[RowReading]], columns: Columns) -> Iterator[RegisterHousehold]:
    """Yield the households that can be taken in, and put the reason on each row of the others."""
    for readings in households:
        heads = [reading for reading in readings if reading.is_head]
        reason = _head_trouble(heads, readings)
        if not heads and is_about_people(columns):
            reason = f"{reason}这一户已经登记的，请到那一户登记这个人，这一行以后自动了结。"
        if reason is not None:
            for reading in readings:
                if reading.problems and [reading] == heads:
                    continue  # the bad head's row already says what is wrong
                reading.problems.append(RegisterProblem(reading.number, columns.heading(Field.RELATION), reason))
            continue
        number = readings[0].household_number
        fit = [r.person for r in (heads[0], *(r for r in readings if not r.is_head)) if r.person and not r.problems]
        members = tuple(replace(person, household_number=number) for person in fit)
        head = members[0]
        group = head.group or next((member.group for member in members if member.group), "")
        address = head.address or next((member.address for member in members if member.address), "")
        yield RegisterHousehold(number, group, address, members)


def _head_trouble(heads: Sequence[RowReading], readings: Sequence[RowReading]) -> str | None:
    if not heads:
        hint = "，或先改好本户有错的行" if any(reading.problems for reading in readings) else ""
        return f"本户没有户主：请把其中一人的与户主关系填为“户主”{hint}。"
    if len(heads) > 1:
        return f"本户有 {len(heads)} 个户主（{_rows_named(head.number for head in heads)}）：请只留一个，或分开编户号。"
    if heads[0].problems:
        return f"户主所在的第 {heads[0].number} 行有错，本户没有导入：请先改好那一行。"
    return None

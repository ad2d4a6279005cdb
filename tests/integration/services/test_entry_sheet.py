"""A typed sheet goes through the recognition and the checks of an import, and whole households come in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

import pytest

from clerk_app.domain.codes import Sex
from clerk_app.errors import UserError
from clerk_app.services import drafts, list_source
from clerk_app.services.entry_block import MOST_ROWS, block_of, placed
from clerk_app.services.entry_sheet import (
    COLUMNS,
    ID_NUMBER,
    NAME,
    NUMBER,
    Sheet,
    SheetRow,
    check_sheet,
    content_of,
    keep_sheet,
    kept_sheet,
    register_sheet,
    sheet_of,
    told_by,
)
from clerk_app.services.households import HouseholdEntry, household_numbered, list_households, register_household
from clerk_app.services.import_rows import list_imports
from clerk_app.services.import_undo import undo_import
from clerk_app.services.people import end_membership
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, a_member, resident_number, wrong_check_digit
from tests.register_lists import waiting_count

HEAD = resident_number(date(1962, 3, 4), Sex.MALE, 11)
WIFE = resident_number(date(1964, 5, 6), Sex.FEMALE, 12)
SON = resident_number(date(1988, 1, 2), Sex.MALE, 13)


def row(
    key: int, name: str = "", relation: str = "", number: str = "", *, household: str = "", note: str = ""
) -> SheetRow:
    """Return a typed row."""
    return SheetRow(key, (household, name, relation, number, *[""] * (len(COLUMNS) - 4)))


def sheet(*rows: SheetRow, group: str = "第3组") -> Sheet:
    return Sheet(rows=rows, group=group, nation="07")


def test_a_number_tells_sex_and_birth_date_in_both_lengths() -> None:
    assert told_by(HEAD, DAY) == ("男", "1962-03-04")
    assert told_by(HEAD[:6] + HEAD[8:17], DAY) == ("男", "1962-03-04")
    assert told_by(wrong_check_digit(HEAD), DAY) is None
    assert told_by("自世春", DAY) is None
    assert told_by("12345678901234x", DAY) is None


def test_households_in_which_nothing_is_wrong_come_in_and_the_others_wait_whole(workspace: Workspace) -> None:
    typed = sheet(
        row(1, "自世春", "户主", HEAD), row(2), row(3, "李桂芝", "妻", WIFE),
        row(4, "杨文华", "户主", SON, household="0020"), row(5, "杨小雨", "孙女", wrong_check_digit(SON)),
    )  # fmt: skip

    result = register_sheet(workspace, typed)

    assert (result.households, result.people, result.taken) == (1, 2, frozenset({1, 3}))
    assert list(result.check.findings) == [4, 5]
    (household,) = list_households(workspace)
    assert (household.group, household.head, household.members) == ("第3组", "自世春", 2)
    kept = kept_sheet(workspace)
    assert kept is not None
    assert [one.texts[NAME] for one in kept.rows] == ["", "杨文华", "杨小雨"]
    assert waiting_count(workspace) == 0, "what stays, stays in the sheet"


def test_what_was_typed_can_be_taken_back_as_an_import(workspace: Workspace) -> None:
    register_sheet(workspace, sheet(row(1, "自世春", "户主", HEAD), group="第3/4组"))
    (done,) = list_imports(workspace)
    assert (done.file_name, done.households) == ("成批录入 第3／4组", 1)

    undo_import(workspace, done.id, "录错了小组")

    assert list_households(workspace) == ()


def test_an_import_that_was_begun_stays_begun(workspace: Workspace) -> None:
    drafts.save_draft(
        workspace, "list-import", {"path": "a.xlsx", "digest": "d", "sheet": "", "fields": "[]", "corrections": "[]"}
    )

    register_sheet(workspace, sheet(row(1, "自世春", "户主", HEAD)))

    assert list_source.unfinished(workspace) is not None


def test_nothing_right_stores_nothing(workspace: Workspace) -> None:
    result = register_sheet(workspace, sheet(row(1, "自世春", "", HEAD)))

    assert (result.taken, result.households) == (frozenset(), 0)
    assert list_imports(workspace) == ()
    assert result.check.findings[1].problems


def test_a_row_that_is_nobody_holds_the_household_above_it_back(workspace: Workspace) -> None:
    check = check_sheet(workspace, sheet(row(1, "自世春", "户主", HEAD), row(2, "合计")))

    assert list(check.findings[2].problems) == [NAME]
    assert not check.findings[1].is_ready
    assert (check.households, check.people) == (0, 0)


def test_known_people_and_numbers_are_told_with_where_they_are(workspace: Workspace) -> None:
    here = a_member("何文", age=50)
    gone = a_member("何武", age=40, relation="51", place=2)
    household = register_household(workspace, HouseholdEntry(number="0007"), (here, gone))
    left = next(one for one in household_numbered(workspace, "0007").members if one.person.name == "何武")
    end_membership(workspace, left.membership.id, DAY, "迁出")

    check = check_sheet(
        workspace,
        sheet(
            row(1, "何文", "户主", str(here.person.id_number)),
            row(2, "何武", "户主", str(gone.person.id_number)),
            row(3, "李桂芝", "户主", WIFE, household="0007"),
            row(4, "杨文华", "户主", SON, household="长" * 31),
        ),
    )

    assert household
    assert "本村 0007 户的何文" in check.findings[1].problems[ID_NUMBER]
    assert "已离户" in check.findings[2].problems[ID_NUMBER]
    assert "0007 已是本村何文的一户" in check.findings[3].problems[NUMBER]
    assert "太长" in check.findings[4].problems[NUMBER]


def test_a_sheet_is_kept_and_read_back_also_with_other_columns(workspace: Workspace) -> None:
    typed = sheet(row(1, "自世春", "户主", HEAD), row(2))
    keep_sheet(workspace, typed)
    kept = kept_sheet(workspace)
    assert kept is not None
    assert (kept.group, kept.nation, [one.texts for one in kept.rows]) == ("第3组", "07", [typed.rows[0].texts])

    older = sheet_of({"columns": ["NAME", "GONE"], "rows": [["自世春", "x"], "?"]})
    assert [one.texts[NAME] for one in older.rows] == ["自世春"]
    assert sheet_of({}).rows == ()

    keep_sheet(workspace, sheet(row(1)))
    assert kept_sheet(workspace) is None
    assert content_of(sheet()) is None


# blocks


def put(text: str, at: tuple[int, int] = (0, NAME), rows: Sequence[SheetRow] = ()) -> list[tuple[str, ...]]:
    keys = count(100)
    return [one.texts for one in placed(rows, block_of(text), *at, lambda: next(keys)).rows]


def test_a_block_is_read_as_excel_writes_it() -> None:
    assert block_of("a\tb\r\nc\td\r\n") == (("a", "b"), ("c", "d"))
    assert block_of('"石桥\n12号"\t"说""好"""\n') == (("石桥 12号", '说"好"'),)
    assert block_of('12"管\tb') == (('12"管', "b"),)
    assert block_of("'+86 139\t'x\n\t\n") == (("+86 139", "'x"),)
    assert block_of(" \r\n\t") == ()


def test_a_block_that_is_too_long_is_refused() -> None:
    with pytest.raises(UserError, match="从名册导入"):
        block_of("何文\n" * (MOST_ROWS + 1))
    with pytest.raises(UserError, match="太长"):
        block_of("何" * 140_000)


def test_a_block_goes_into_the_cells_from_its_corner_on() -> None:
    rows = (row(1, "自世春", "户主", HEAD), row(2, "李桂芝"))

    placed_rows = put("妻\t" + WIFE + "\n儿子\t" + SON, (1, 2), rows)

    assert placed_rows[0] == rows[0].texts
    assert placed_rows[1][NAME : ID_NUMBER + 1] == ("李桂芝", "妻", WIFE)
    assert placed_rows[2][NAME : ID_NUMBER + 1] == ("", "儿子", SON)
    assert put("a\tb", (0, len(COLUMNS) - 1))[0][-1] == "a", "what stands right of the sheet is left out"


def test_a_block_with_headings_goes_by_them() -> None:
    keys = count(1)
    block = block_of("身份证号\t血型\t姓名\t\t证件号\n" + f"{HEAD}\tA\t自世春\tx\t1")

    found = placed((), block, 3, ID_NUMBER, lambda: next(keys))

    assert found.rows[3].texts[NAME : ID_NUMBER + 1] == ("自世春", "", HEAD)
    assert found.left_out == ("血型", "证件号")
    assert (found.row, found.place, found.height) == (3, 0, 1)

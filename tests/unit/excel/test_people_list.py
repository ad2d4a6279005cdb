"""Lists about people: the columns they are given, beside those they have, and lists that need none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clerk_app.domain.resident_id import check_digit
from clerk_app.errors import UserError
from clerk_app.excel.columns import Field, proposed
from clerk_app.excel.people_list import ADDED, Mention, completed
from clerk_app.excel.register import RegisterSheet, read_people
from clerk_app.excel.table import Cell, CellKind, Table, TableRow

ON = date(2026, 3, 16)
FIRST = "34100419600229001"
NUMBER = FIRST + check_digit(FIRST)
WHO = (Field.NAME, Field.ID_NUMBER)


def a_table(headers: str, *rows: str) -> Table:
    names = tuple(headers.split())
    lines = tuple(
        TableRow(number, tuple(Cell(text.strip("_"), CellKind.TEXT) for text in row.split()))
        for number, row in enumerate(rows, start=2)
    )
    return Table("", 1, names, tuple("ABCDEFGH"[: len(names)]), lines)


def read(headers: str, *rows: str) -> RegisterSheet:
    return read_people(a_table(headers, *rows), Path("参保.csv").name, ON)


def test_missing_columns_stand_after_those_of_the_file() -> None:
    table, choice = completed(replace(a_table("姓名 身份证号", "何一 1"), letters=("B", "D")), WHO)
    assert (table.headers[2:], table.letters) == (tuple(ADDED.values()), ("B", "D", "E", "F"))
    assert (choice, len(table.rows[0].cells)) == ((*WHO, *ADDED), 4)
    assert completed(table, choice) == (table, choice)


@pytest.mark.parametrize("headers", ["姓名 身份证号 户编号", "姓名 身份证号 与户主关系", "姓名 出生日期", "身份证号"])
def test_other_lists_stay_as_they_are(headers: str) -> None:
    table = a_table(headers)
    assert completed(table, proposed(table.headers)) == (table, proposed(table.headers))


def test_household_numbers_without_relations_are_still_refused() -> None:
    with pytest.raises(UserError, match="缺少列“与户主关系”"):
        read("姓名 身份证号 户编号", f"何一 {NUMBER} 1")


def test_row_mentions_whom_its_number_names_whatever_else_is_wrong_with_it() -> None:
    sheet = read("姓名 身份证号 民族 性别", f"何一 {NUMBER} 火星族 女", f"王? {NUMBER} _ _", "何二 _ _ _")
    assert sheet.mentions == (Mention(2, "何一", NUMBER), Mention(3, "王?", NUMBER))
    assert [(problem.row, problem.column) for problem in sheet.problems] == [(3, "姓名"), (4, "身份证号")]
    assert sheet.problems[1].message == "没有公民身份号码，认不出是名册里的哪一位：请填上公民身份号码。"
    assert sheet.notices[1] == "列“民族”“性别”不改动已登记的人。"


def test_totals_signatures_and_headings_once_more_are_nobody() -> None:
    rows = ("合计：3人 _", "小计 _", "制表人：何三 _", "户主 身份证号", f"何一 {NUMBER}")
    assert read("户主 身份证号", *rows).mentions == (Mention(6, "何一", NUMBER),)


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("户主姓名 户主身份证号 类别", (Field.NAME, Field.ID_NUMBER, None)),
        ("户主姓名 身份证号", WHO),
        ("户主姓名 姓名 户主身份证号", (Field.HEAD_NAME, Field.NAME, Field.HEAD_ID_NUMBER)),
        ("户主姓名 户主身份证号 身份证号", (Field.HEAD_NAME, Field.HEAD_ID_NUMBER, Field.ID_NUMBER)),
    ],
)
def test_head_is_whom_a_row_is_about_where_nobody_else_is_named(headers: str, fields: tuple[Field | None, ...]) -> None:
    assert proposed(headers.split()) == fields

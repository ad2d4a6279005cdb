from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from clerk_app.domain.codes import HEAD, DisabilityKind, IdentityKind, Sex
from clerk_app.domain.resident_id import check_digit
from clerk_app.errors import UserError
from clerk_app.excel.columns import Field
from clerk_app.excel.reader import read_table
from clerk_app.excel.register import RegisterSheet, read_people
from clerk_app.excel.register_row import RegisterRow
from tests.register_lists import read_register

ON = date(2020, 6, 30)
SAMPLE = Path(__file__).parents[2] / "golden" / "lists" / "姚安-清河村-住户名册.xlsx"
BASIC = ("户编号", "姓名", "与户主关系", "公民身份号码")


def number(sequence: int, birth: str = "19600229") -> str:
    first17 = f"341004{birth}{sequence:03d}"
    return first17 + check_digit(first17)


MAN, WOMAN, SON = number(1), number(2), number(3, "19850101")


def read(tmp_path: Path, headers: Sequence[str], *rows: Sequence[object]) -> RegisterSheet:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(list(headers))
    for row in rows:
        sheet.append(list(row))
    book.save(tmp_path / "a.xlsx")
    return read_register(tmp_path / "a.xlsx", ON)


def one(tmp_path: Path, headers: str, *values: object) -> RegisterRow:
    """Read a head with further columns and return them as taken in."""
    sheet = read(tmp_path, (*BASIC, *headers.split()), ("1", "张三", "户主", MAN, *values))
    assert sheet.problems == ()
    return sheet.households[0].members[0]


def told(sheet: RegisterSheet) -> list[tuple[int, str]]:
    return [(problem.row, problem.column) for problem in sheet.problems]


def test_sample_register_comes_in_whole() -> None:
    sheet = read_register(SAMPLE, ON)
    assert (sheet.rows, len(sheet.households), sheet.people, sheet.rejected_rows) == (743, 220, 743, 0)
    assert sheet.problems == ()
    assert sheet.notices == ()
    people = [person for household in sheet.households for person in household.members]
    assert [person.warnings for person in people if person.warnings] == []
    assert sum(IdentityKind.REGISTERED_POOR in person.identities for person in people) == 140
    assert sum(IdentityKind.DIBAO in person.identities for person in people) == 21
    assert sum(bool(person.disability_certificate) for person in people) == 41
    assert sum(person.nation == "07" for person in people) == 78
    assert sum(person.sex is Sex.FEMALE for person in people) == 392
    assert {"王𬭎", "罗䶮", "高㼆"} <= {person.name for person in people}
    assert all(household.members[0].relation == HEAD for household in sheet.households)


def test_sample_household_is_read_to_the_last_field() -> None:
    household = read_register(SAMPLE, ON).households[0]
    assert (household.number, household.group, len(household.members)) == ("0001", "第6组", 6)
    assert household.members[2] == RegisterRow(
        row=4,
        household_number="0001",
        group="第6组",
        address="",
        name="自德秀",
        relation="20",
        sex=Sex.MALE,
        id_number="532325197408200315",
        former_id_number=None,
        birth_on=date(1974, 8, 20),
        nation="01",
        phone="",
        disability_certificate="53232519740820031542",
        disability_kind=DisabilityKind.LIMB,
        disability_grade=2,
        note="",
    )


def test_file_that_is_no_register_is_refused_with_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="缺少列“与户主关系”“公民身份号码”"):
        read(tmp_path, ("姓名", "民族"))
    with pytest.raises(UserError, match="缺少列“姓名”"):
        read(tmp_path, ("户主", "关系", "身份证号"))


def test_heading_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="B 列“姓名”和 E 列“姓 名”都是“姓名”"):
        read(tmp_path, (*BASIC, "姓 名"))


def test_unknown_columns_are_named_and_derived_ones_passed_over(tmp_path: Path) -> None:
    sheet = read(tmp_path, (*BASIC, "血型", "年龄"), ("1", "张三", "户主", MAN, "=A1", "=A1"))
    assert sheet.notices == ("列“血型”不认识，没有导入。",)
    assert sheet.people == 1


def test_columns_that_nobody_knows_are_named_in_one_sentence(tmp_path: Path) -> None:
    sheet = read(tmp_path, (*BASIC, "血型", "AAE140"), ("1", "张三", "户主", MAN, "A", "110"))
    assert sheet.notices == ("列“血型”“AAE140”不认识，没有导入。",)


def test_empty_register_is_read(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC)
    assert (sheet.rows, sheet.households, sheet.problems, sheet.people, sheet.rejected_rows) == (0, (), (), 0, 0)


def test_blank_totals_and_signature_rows_are_no_people(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        ("序号", *BASIC),
        (1, "1", "张三", "户主", MAN),
        (),
        (2,),
        ("合 计", None, "=COUNTA(C2:C3)"),
        (None, None, None, "小计：", None),
        ("审核人：", None, "填表人：王五"),
        ("注：本表由民政所提供", None, "x"),
    )
    assert (sheet.rows, sheet.people, sheet.problems) == (1, 1, ())


def test_totals_word_in_a_row_with_a_number_is_a_person(tmp_path: Path) -> None:
    assert read(tmp_path, (*BASIC, "备注"), ("1", "张三", "户主", MAN, "合计")).people == 1


def test_register_without_a_number_column_still_knows_its_totals_row(tmp_path: Path) -> None:
    sheet = read(
        tmp_path, ("姓名", "关系", "出生日期", "性别"), ("张三", "户主", "1960.2.29", "男"), ("合计", None, None, None)
    )
    assert (sheet.rows, sheet.people) == (1, 1)


# --- households


def test_rows_of_one_number_are_one_household_wherever_they_stand(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "妻", "妻", WOMAN), ("2", "甲", "户主", SON), ("1", "夫", "户主", MAN))
    assert [(found.number, [m.name for m in found.members]) for found in sheet.households] == [
        ("1", ["夫", "妻"]),
        ("2", ["甲"]),
    ]


def test_number_of_a_merged_cell_is_carried_down(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "夫", "户主", MAN), (None, "妻", "妻", WOMAN), ("2", "子", "户主", SON))
    assert [len(household.members) for household in sheet.households] == [2, 1]
    assert sheet.households[0].members[1].household_number == "1"


def test_member_above_the_head_under_one_merged_number_belongs_to_it(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "妻", "妻", WOMAN), (None, "夫", "户主", MAN))
    assert [[member.name for member in found.members] for found in sheet.households] == [["夫", "妻"]]


def test_head_without_a_number_opens_a_household_without_one(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "夫", "户主", MAN), (None, "子", "户主", SON), (None, "妻", "母", WOMAN))
    assert [(found.number, len(found.members)) for found in sheet.households] == [("1", 1), ("", 2)]


def test_register_without_numbers_begins_a_household_at_each_head(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC[1:], ("夫", "户主", MAN), ("妻", "妻", WOMAN), ("子", "本人", SON))
    assert [(found.number, [m.name for m in found.members]) for found in sheet.households] == [
        ("", ["夫", "妻"]),
        ("", ["子"]),
    ]


def test_row_before_the_first_household_belongs_nowhere(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC[1:], ("妻", "妻", WOMAN), ("夫", "户主", MAN))
    assert told(sheet) == [(2, "户编号")]
    assert sheet.people == 1


def test_household_without_a_head_is_refused_whole(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "夫", "夫", MAN), ("1", "妻", "妻", WOMAN), ("2", "子", "户主", SON))
    assert told(sheet) == [(2, "与户主关系"), (3, "与户主关系")]
    assert "本户没有户主" in sheet.problems[0].message
    assert "有错的行" not in sheet.problems[0].message
    assert [found.number for found in sheet.households] == ["2"]


def test_household_whose_relation_cannot_be_read_points_at_its_bad_rows(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "夫", "一家之主", MAN), ("1", "妻", "妻", WOMAN))
    assert told(sheet) == [(2, "与户主关系"), (2, "与户主关系"), (3, "与户主关系")]
    assert "“一家之主”不认识" in sheet.problems[0].message
    assert "有错的行" in sheet.problems[2].message


def test_household_with_two_heads_is_refused_whole(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "夫", "户主", MAN), ("1", "妻", "户主", WOMAN), ("1", "子", "子", SON))
    assert [row for row, _ in told(sheet)] == [2, 3, 4]
    assert "2 个户主（第 2、3 行）" in sheet.problems[2].message
    assert sheet.households == ()


def test_bad_head_takes_the_household_and_is_named_on_its_rows(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "妻", "妻", WOMAN), ("1", "夫", "户主", MAN[:17] + "0"), ("1", "子", "子", SON))
    assert told(sheet) == [(2, "与户主关系"), (3, "公民身份号码"), (4, "与户主关系")]
    assert "第 3 行有错" in sheet.problems[0].message
    assert (sheet.people, sheet.rejected_rows) == (0, 3)


def test_bad_member_is_refused_alone(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "夫", "户主", MAN), ("1", "妻", "妻", "x"), ("1", "子", "子", SON))
    assert told(sheet) == [(3, "公民身份号码")]
    assert [member.name for member in sheet.households[0].members] == ["夫", "子"]


def test_household_takes_group_and_address_of_its_head_or_of_whoever_has_them(tmp_path: Path) -> None:
    headers = (*BASIC, "组别", "住址")
    sheet = read(
        tmp_path,
        headers,
        ("1", "夫", "户主", MAN, "一组", None),
        ("1", "妻", "妻", WOMAN, "二组", "清河村 5 号"),
        ("2", "子", "户主", SON, None, None),
    )
    assert [(found.group, found.address) for found in sheet.households] == [("一组", "清河村 5 号"), ("", "")]


def test_same_number_twice_is_refused_on_both_rows_with_the_other(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        BASIC,
        ("1", "夫", "户主", MAN),
        ("1", "妻", "妻", WOMAN),
        ("2", "子", "户主", SON),
        ("2", "另一妻", "妻", WOMAN.lower()),
    )
    assert told(sheet) == [(3, "公民身份号码"), (5, "公民身份号码")]
    assert "第 5 行" in sheet.problems[0].message
    assert "第 3 行" in sheet.problems[1].message
    assert [len(found.members) for found in sheet.households] == [1, 1]


def test_old_and_new_number_of_one_person_are_the_same(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "夫", "户主", MAN), ("2", "夫", "户主", "341004600229001"))
    assert [problem.row for problem in sheet.problems] == [2, 3]
    assert sheet.households == ()


def test_number_that_stands_many_times_names_a_few_rows(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, *[(str(place), "张", "户主", MAN) for place in range(8)])
    assert "第 3、4、5、6、7 等 7 行相同" in sheet.problems[0].message


# --- cells


def test_number_that_excel_cut_is_refused(tmp_path: Path) -> None:
    for cut in (3.41004196002290e17, 341004196002290016, "3.41004E+17"):
        sheet = read(tmp_path, BASIC, ("1", "张三", "户主", cut))
        assert told(sheet) == [(2, "公民身份号码")]
        assert "丢失" in sheet.problems[0].message


@pytest.mark.parametrize("old", ["341004600229001", 341004600229001])
def test_old_number_is_converted_and_kept(tmp_path: Path, old: object) -> None:
    person = read(tmp_path, BASIC, ("1", "张三", "户主", old)).households[0].members[0]
    assert (person.id_number, person.former_id_number) == (MAN, "341004600229001")
    assert MAN in person.warnings[0]


def test_old_number_of_a_centenarian_is_never_guessed(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "张三", "户主", "341004990229996"))
    assert "百岁老人" in sheet.problems[0].message


def test_tab_before_a_number_in_a_gbk_file_is_taken_off(tmp_path: Path) -> None:
    lines = f"AAC002,AAC003,AAC004,关系\r\n\t{MAN},张三,1,户主\r\n"
    (tmp_path / "a.csv").write_bytes(lines.encode("gbk"))
    person = read_register(tmp_path / "a.csv", ON).households[0].members[0]
    assert (person.id_number, person.name, person.sex) == (MAN, "张三", Sex.MALE)


def test_person_without_a_number_is_taken_with_a_birth_date_and_sex(tmp_path: Path) -> None:
    headers = (*BASIC, "出生日期", "性别")
    sheet = read(tmp_path, headers, ("1", "张三", "户主", MAN), ("1", "新生儿", "孙", None, date(2020, 6, 1), "女"))
    person = sheet.households[0].members[1]
    assert (person.id_number, person.birth_on, person.sex, person.relation) == (
        None,
        date(2020, 6, 1),
        Sex.FEMALE,
        "42",
    )
    assert "没有公民身份号码" in person.warnings[0]


@pytest.mark.parametrize(
    ("birth", "sex", "columns"),
    [
        (None, "女", ["公民身份号码"]),
        ("2020.6.1", None, ["性别"]),
        ("2020.6.1", "不详", ["性别"]),
        (None, None, ["性别", "公民身份号码"]),
        ("18/4/24", "女", ["出生日期"]),
        (99999, "女", ["出生日期"]),
        ("2020-02-30", "女", ["出生日期"]),
        ("2020-07-01", "女", ["出生日期"]),
        ("1880-01-01", "女", ["出生日期"]),
        ("=A1", "女", ["出生日期"]),
        ("2020.6.1", "=A1", ["性别"]),
    ],
)
def test_person_without_a_number_needs_birth_date_and_sex(
    tmp_path: Path, birth: object, sex: object, columns: list[str]
) -> None:
    sheet = read(
        tmp_path, (*BASIC, "出生日期", "性别"), ("1", "夫", "户主", MAN), ("1", "婴", "孙子", None, birth, sex)
    )
    assert told(sheet) == [(3, column) for column in columns]
    assert sheet.people == 1


def test_birth_date_that_lost_its_format_is_read_and_asked_about(tmp_path: Path) -> None:
    for serial in (42978, "42978"):
        sheet = read(
            tmp_path, (*BASIC, "出生日期", "性别"), ("1", "夫", "户主", MAN), ("1", "婴", "孙子", None, serial, "女")
        )
        person = sheet.households[0].members[1]
        assert person.birth_on == date(2017, 8, 31)
        assert "Excel 的日期序号" in person.warnings[0]


@pytest.mark.parametrize("birth", ["1960年2月", "1960.02", "1960-2", "196002"])
def test_month_of_birth_agrees_with_the_number_in_it(tmp_path: Path, birth: str) -> None:
    (person,) = read(tmp_path, (*BASIC, "出生年月"), ("1", "夫", "户主", MAN, birth)).households[0].members
    assert (person.birth_on, person.warnings) == (date(1960, 2, 29), ())


def test_month_of_birth_that_differs_is_asked_about(tmp_path: Path) -> None:
    (person,) = read(tmp_path, (*BASIC, "出生年月"), ("1", "夫", "户主", MAN, "1961年2月")).households[0].members
    assert "看不懂，已按公民身份号码定为 1960-02-29" in person.warnings[0]


def test_head_named_otherwise_in_the_column_of_heads_is_asked_about(tmp_path: Path) -> None:
    headers = ("户主姓名", "是否户主", *BASIC)
    sheet = read(tmp_path, headers, ("黄强", "是", "1", "黄某", "户主", MAN), ("黄强", "否", "1", "李四", "子", SON))
    head, son = sheet.households[0].members
    assert any("“黄某”，而“户主姓名”一列写“黄强”" in warning for warning in head.warnings)
    assert son.warnings == ()


def test_state_of_poverty_is_a_status(tmp_path: Path) -> None:
    headers = (*BASIC, "困难身份", "脱贫属性")
    sheet = read(tmp_path, headers, ("1", "张三", "户主", MAN, "低保", "已脱贫"), ("1", "李四", "子", SON, None, "无"))
    head, son = sheet.households[0].members
    assert (head.identities, head.hardship.lifted) == ((IdentityKind.DIBAO, IdentityKind.REGISTERED_POOR), True)
    assert son.identities == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016", date(2016, 12, 31)),
        ("2016年", date(2016, 12, 31)),
        ("２０１６.0", date(2016, 12, 31)),
        ("2016-11-30", date(2016, 11, 30)),
        ("2016-11-30 00:00:00", date(2016, 11, 30)),
        (str(ON.year), ON),
        ("-", None),
        ("", None),
    ],
)
def test_year_of_leaving_poverty_is_its_last_day(tmp_path: Path, text: str, day: date | None) -> None:
    sheet = read(tmp_path, (*BASIC, "脱贫属性", "脱贫年度"), ("1", "张三", "户主", MAN, "已脱贫", text))
    (head,) = sheet.households[0].members
    assert (head.hardship.lifted, head.hardship.lifted_on, head.doubts, head.note) == (True, day, (), "")


@pytest.mark.parametrize("text", ["1999", "2013", str(ON.year + 1), "明年", "16", "2016-13-01", "9999"])
def test_year_of_leaving_poverty_that_cannot_be_goes_to_the_note(tmp_path: Path, text: str) -> None:
    sheet = read(tmp_path, (*BASIC, "脱贫属性", "脱贫年度"), ("1", "张三", "户主", MAN, "已脱贫", text))
    (head,) = sheet.households[0].members
    assert (head.hardship.lifted, head.hardship.lifted_on, head.note) == (True, None, f"脱贫年度（待核）：{text}")
    assert [(doubt.column, "看不懂" in doubt.message) for doubt in head.doubts] == [("脱贫年度", True)]


def test_year_beside_somebody_who_is_poor_still_says_nothing(tmp_path: Path) -> None:
    sheet = read(tmp_path, (*BASIC, "脱贫属性", "脱贫年度"), ("1", "张三", "户主", MAN, "未脱贫", "2016"))
    (head,) = sheet.households[0].members
    assert (head.hardship.lifted, head.hardship.lifted_on) == (False, None)


@pytest.mark.parametrize(("text", "kept"), [("翠儿", "翠儿"), ("无", ""), ("", "")])
def test_former_name_has_a_column(tmp_path: Path, text: str, kept: str) -> None:
    sheet = read(tmp_path, (*BASIC, "曾用名"), ("1", "张三", "户主", MAN, text))
    assert [person.former_name for person in sheet.households[0].members] == [kept]


def test_headings_repeated_on_a_new_page_are_no_person(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "张三", "户主", MAN), BASIC, ("清河村花名册",), ("1", "李四", "子", SON))
    assert (sheet.rows, sheet.people, sheet.problems) == (2, 2, ())


def test_rows_of_one_household_of_the_file_have_one_block(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, (None, "孤", "子", SON), ("7", "张三", "户主", MAN), (None, "李四", "子", "123"))
    assert sheet.blocks == {2: "#2", 3: "7", 4: "7"}


def test_clerk_says_what_the_columns_are(tmp_path: Path) -> None:
    headers = ("编码", "谁", "身份", "号码")
    path = tmp_path / "a.xlsx"
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (BASIC, ("1", "张三", "户主", MAN)):
        sheet.append(row)
    book.save(path)
    table = replace(read_table(path), headers=headers)
    choice = (Field.HOUSEHOLD_NUMBER, Field.NAME, Field.RELATION, Field.ID_NUMBER)
    assert read_people(table, "a.xlsx", ON, choice=choice).people == 1
    with pytest.raises(UserError, match="缺少列"):
        read_people(table, "a.xlsx", ON)
    with pytest.raises(UserError, match="都是“姓名”") as refused:
        read_people(table, "a.xlsx", ON, choice=(Field.NAME, Field.NAME, None, None))
    assert refused.value.field == "columns"


def test_other_sheets_with_lists_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = Workbook()
    for title in ("一组", "二组"):
        sheet = book.create_sheet(title)
        for row in (BASIC, ("1", "张三", "户主", MAN)):
            sheet.append(row)
    book.save(path)
    assert "“一组”，还有“二组”" in read_register(path, ON).notices[0]


def test_bad_number_is_not_also_called_missing(tmp_path: Path) -> None:
    sheet = read(tmp_path, (*BASIC, "出生日期", "性别"), ("1", "夫", "户主", "123", None, None))
    assert told(sheet) == [(2, "公民身份号码")]


def test_birth_date_of_the_file_is_kept_beside_that_of_the_number(tmp_path: Path) -> None:
    person = one(tmp_path, "出生日期", "1960年3月1日")
    assert person.birth_on == date(1960, 3, 1)
    assert "出生日期与公民身份号码不一致" in person.warnings[0]


@pytest.mark.parametrize("birth", [date(1960, 2, 29), "19600229", 19600229, "1960.2.29"])
def test_birth_date_is_read_as_people_write_it(tmp_path: Path, birth: object) -> None:
    person = one(tmp_path, "出生日期", birth)
    assert (person.birth_on, person.warnings) == (date(1960, 2, 29), ())


def test_birth_date_that_cannot_be_read_gives_way_to_the_number(tmp_path: Path) -> None:
    person = one(tmp_path, "出生日期", "60/2/29")
    assert person.birth_on == date(1960, 2, 29)
    assert "“60/2/29”看不懂" in person.warnings[0]


def test_sex_comes_from_the_number_when_missing(tmp_path: Path) -> None:
    person = one(tmp_path, "性别", None)
    assert (person.sex, person.warnings) == (Sex.MALE, ())


@pytest.mark.parametrize(("sex", "says"), [("女", "性别填的是女"), ("不详", "“不详”看不懂")])
def test_sex_of_the_number_wins_with_a_warning(tmp_path: Path, sex: str, says: str) -> None:
    person = one(tmp_path, "性别", sex)
    assert person.sex is Sex.MALE
    assert says in person.warnings[0]


@pytest.mark.parametrize(
    ("headers", "values", "code", "warned"),
    [
        ("备注", ("",), "01", False),
        ("民族", (None,), "01", True),
        ("民族", ("彝",), "07", False),
        ("民族", (7,), "07", False),
    ],
)
def test_nation_is_han_where_nothing_stands(
    tmp_path: Path, headers: str, values: tuple[object, ...], code: str, *, warned: bool
) -> None:
    person = one(tmp_path, headers, *values)
    assert (person.nation, bool(person.warnings)) == (code, warned)


def test_unknown_nation_is_a_problem(tmp_path: Path) -> None:
    sheet = read(tmp_path, (*BASIC, "民族"), ("1", "张三", "户主", MAN, "火星族"))
    assert told(sheet) == [(2, "民族")]


@pytest.mark.parametrize(
    ("phone", "kept", "warned"),
    [
        (13800000000, "13800000000", False),
        (" １３８ 0000 0000", "138 0000 0000", False),
        ("0878-5711234、13800000000", "0878-5711234、13800000000", False),
        ("问他儿子", "问他儿子", True),
        ("13800000000.0", "13800000000", False),
        ("1.38E+10", "1.38E+10", True),
        ("—", "", False),
        ("无", "", False),
        (None, "", False),
    ],
)
def test_phone_is_kept_and_asked_about_when_it_is_none(
    tmp_path: Path, phone: object, kept: str, *, warned: bool
) -> None:
    person = one(tmp_path, "联系电话", phone)
    assert (person.phone, bool(person.warnings)) == (kept, warned)


def test_hardship_words_become_statuses_and_unknown_ones_stay_in_the_note(tmp_path: Path) -> None:
    person = one(tmp_path, "困难身份 备注", "建档立卡户(已脱贫)、军属", "外出务工")
    assert (person.identities, person.hardship.lifted) == ((IdentityKind.REGISTERED_POOR,), True)
    assert person.note == "外出务工；困难身份（待核）：军属"
    assert "“军属”不认识" in person.warnings[0]


def test_certificate_is_compared_with_what_else_stands_there(tmp_path: Path) -> None:
    person = one(tmp_path, "残疾证号 残疾类别 残疾等级", MAN + "42", "视力残疾", "三级")
    assert (person.disability_kind, person.disability_grade) == (DisabilityKind.LIMB, 2)
    assert ["类别" in person.warnings[0], "等级" in person.warnings[1]] == [True, True]


@pytest.mark.parametrize(
    ("kind", "grade", "read_kind", "read_grade"),
    [
        ("肢体", "二级", DisabilityKind.LIMB, 2),
        ("4", 2, DisabilityKind.LIMB, 2),
        ("无", "无", None, None),
        (None, None, None, None),
    ],
)
def test_kind_and_grade_are_taken_without_a_certificate(
    tmp_path: Path, kind: object, grade: object, read_kind: DisabilityKind | None, read_grade: int | None
) -> None:
    person = one(tmp_path, "残疾证号 残疾类别 残疾等级", "无", kind, grade)
    assert (person.disability_kind, person.disability_grade, person.warnings) == (read_kind, read_grade, ())


def test_disability_that_cannot_be_read_stays_in_the_note(tmp_path: Path) -> None:
    person = one(tmp_path, "残疾证号 残疾类别 残疾等级", "53A", "腿", "重度")
    assert person.disability_certificate == ""
    assert person.note == "残疾类别（待核）：腿；残疾等级（待核）：重度；残疾证号（待核）：53A"
    assert len(person.warnings) == 3


def test_certificate_of_another_number_is_asked_about(tmp_path: Path) -> None:
    person = one(tmp_path, "残疾证号", WOMAN + "42")
    assert person.disability_certificate == WOMAN + "42"
    assert "与公民身份号码不一致" in person.warnings[0]


def test_head_is_known_by_its_own_column(tmp_path: Path) -> None:
    headers = ("是否户主", "姓名", "与户主关系", "身份证号")
    sheet = read(tmp_path, headers, ("是", "夫", None, MAN), ("否", "妻", "妻", WOMAN), ("否", "子", None, SON))
    assert [(m.name, m.relation) for m in sheet.households[0].members] == [("夫", HEAD), ("妻", "12")]
    assert told(sheet) == [(4, "与户主关系")]


@pytest.mark.parametrize("headers", [("与户主关系", "是否户主"), ("是否户主", "与户主关系")])
def test_relation_that_is_a_formula_is_told_once(tmp_path: Path, headers: tuple[str, str]) -> None:
    sheet = read(tmp_path, ("姓名", "身份证号", *headers), ("夫", MAN, "户主", "户主"), ("妻", WOMAN, "=A1", "=A1"))
    assert {row for row, _ in told(sheet)} == {3}
    assert all("公式" in problem.message for problem in sheet.problems)


@pytest.mark.parametrize(
    "heading", [*BASIC, "性别", "民族", "联系电话", "困难身份", "残疾证号", "备注", "组别", "家庭住址"]
)
@pytest.mark.parametrize(("value", "says"), [("=1+1", "公式"), ("#REF!", "错误值 #REF!"), ("长" * 10_001, "太长")])
def test_hostile_cell_is_a_problem_in_its_own_column(tmp_path: Path, heading: str, value: str, says: str) -> None:
    headers = [*BASIC, *(() if heading in BASIC else (heading,))]
    head: list[object] = ["1", "张三", "户主", MAN]
    member = dict(zip(BASIC, ("1", "李四", "子", SON), strict=True)) | {heading: value}
    sheet = read(tmp_path, headers, head, [member[name] for name in headers])
    assert told(sheet) == [(3, heading)]
    assert says in sheet.problems[0].message
    assert sheet.people == 1


@pytest.mark.parametrize(
    ("name", "says"),
    [("张" * 10_000, "有 10000 个字"), (None, "没有填姓名"), ("王?", "已丢失"), ("张\u200b三", "看不见")],
)
def test_name_that_cannot_be_stored_is_a_problem(tmp_path: Path, name: object, says: str) -> None:
    sheet = read(tmp_path, BASIC, ("1", "夫", "户主", MAN), ("1", name, "子", SON))
    assert told(sheet) == [(3, "姓名")]
    assert says in sheet.problems[0].message


def test_name_is_kept_exactly_and_its_trailing_blank_reported(tmp_path: Path) -> None:
    person = read(tmp_path, BASIC, ("1", "罗䶮 ", "户主", MAN)).households[0].members[0]
    assert (person.name, person.warnings) == ("罗䶮", ("姓名前后有空格，已去掉。",))


def test_control_character_in_a_csv_is_a_problem(tmp_path: Path) -> None:
    lines = f"姓名,关系,身份证号,备注\n张三,户主,{MAN},a\x00b\n"
    (tmp_path / "a.csv").write_bytes(lines.encode())
    assert told(read_register(tmp_path / "a.csv", ON)) == [(2, "备注")]


def test_line_breaks_in_a_cell_become_blanks(tmp_path: Path) -> None:
    assert one(tmp_path, "备注", "一\n二\t三").note == "一 二 三"


def test_birth_after_the_day_of_the_import_is_a_problem(tmp_path: Path) -> None:
    sheet = read(tmp_path, BASIC, ("1", "张三", "户主", number(1, "20200701")))
    assert "在今天之后" in sheet.problems[0].message


def test_progress_ends_with_all_rows(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    read_register(SAMPLE, ON, lambda done, total: steps.append((done, total)))
    assert steps == [(500, 0), (500, 743), (743, 743)]


WORDS = st.sampled_from(
    ["", "1", "2", "户主", "妻", "子", "张三", "王?", MAN, WOMAN, SON, "341004600229001", "x", "=1", "#N/A", "合计"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=6, max_size=6), max_size=8))
def test_every_row_is_either_taken_in_or_told(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    sheet = read(tmp_path_factory.mktemp("any"), (*BASIC, "性别", "出生日期"), *rows)
    taken = {member.row for household in sheet.households for member in household.members}
    assert sheet.rows == sheet.people + sheet.rejected_rows
    assert not taken & {problem.row for problem in sheet.problems}
    assert all(sum(member.relation == HEAD for member in found.members) == 1 for found in sheet.households)

from __future__ import annotations

import pytest

from clerk_app.errors import UserError
from clerk_app.excel.columns import Field, field_of, fingerprint, header_score, plain_heading, recognise


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("姓名", Field.NAME),
        ("姓 名", Field.NAME),
        ("姓\n名", Field.NAME),
        ("*姓名：", Field.NAME),
        ("姓名（必填）", Field.NAME),
        ("AAC003", Field.NAME),
        ("aac003", Field.NAME),
        ("ＡＡＣ００２", Field.ID_NUMBER),
        ("公民身份证号", Field.ID_NUMBER),
        ("身份证号码\n(18位)", Field.ID_NUMBER),
        ("AAC004", Field.SEX),
        ("AAC005", Field.NATION),
        ("AAC006", Field.BIRTH),
        ("AAE005", Field.PHONE),
        ("AAE006", Field.ADDRESS),
        ("与户主关系", Field.RELATION),
        ("户号", Field.HOUSEHOLD_NUMBER),
        ("组别", Field.GROUP),
        ("残疾人证号", Field.DISABILITY_CERTIFICATE),
        ("户主", Field.HEAD_NAME),
        ("(姓名)", Field.NAME),
        ("县（市、区）", Field.COUNTY),
        ("账号", None),
        ("", None),
        ("（）", None),
    ],
)
def test_heading_is_known_however_it_is_written(heading: str, field: Field | None) -> None:
    assert field_of(heading) is field


@pytest.mark.parametrize("field", Field)
def test_our_own_heading_is_known(field: Field) -> None:
    assert field_of(field.value) is field


def test_brackets_are_dropped_only_when_something_stands_outside() -> None:
    assert plain_heading("姓名[汉字]【必填】") == "姓名"
    assert plain_heading("（姓名）") == "姓名"


def test_columns_are_found_and_unknown_headings_handed_back() -> None:
    columns = recognise(["序号", "姓 名", "", "账号", "身份证号\n码"], ["A", "B", "C", "D", "E"])
    assert dict(columns.places) == {Field.SERIAL: 0, Field.NAME: 1, Field.ID_NUMBER: 4}
    assert columns.unknown == ("账号",)


def test_heading_is_given_as_the_file_has_it_and_else_as_ours() -> None:
    columns = recognise(["身份证号\n码"], ["A"])
    assert columns.heading(Field.ID_NUMBER) == "身份证号 码"
    assert columns.heading(Field.RELATION) == "与户主关系"


def test_two_columns_for_one_field_are_refused_and_both_named() -> None:
    with pytest.raises(UserError) as refusal:
        recognise(["姓名", "电话", "手机号"], ["A", "B", "C"])
    assert "B 列“电话”和 C 列“手机号”都是“联系电话”" in refusal.value.message


def test_two_serial_numbers_do_no_harm() -> None:
    assert recognise(["序号", "编号", "姓名"], ["A", "B", "C"]).places[Field.NAME] == 2


@pytest.mark.parametrize(
    ("texts", "score"),
    [
        (["姓名", "性别", "账号"], 2),
        (["性别", "民族"], 0),
        (["户主", "身份证号"], 2),
        (["姓名", "姓名"], 1),
        (["姓名" + "（长）" * 20], 0),
        ([], 0),
    ],
)
def test_header_row_is_scored_by_the_fields_it_names(texts: list[str], score: int) -> None:
    assert header_score(texts) == score


def test_layout_is_known_again_by_its_headings_however_they_are_written() -> None:
    assert fingerprint(["姓 名", "身份证号（18位）"]) == fingerprint(["姓名", "身份证号"])
    assert fingerprint(["姓名", "身份证号"]) != fingerprint(["身份证号", "姓名"])


def test_column_of_a_problem_is_found_by_its_heading_and_by_ours() -> None:
    columns = recognise(["名字", "身份证"], "AB")
    assert [columns.place_of(heading) for heading in ("名字", "姓名", "公民身份号码", "备注")] == [0, 0, 1, None]


def test_choice_of_the_clerk_comes_before_the_headings() -> None:
    columns = recognise(["名字", "号", "序号"], "ABC", (None, Field.ID_NUMBER, None))
    assert (dict(columns.places), columns.unknown) == ({Field.ID_NUMBER: 1}, ("名字",))

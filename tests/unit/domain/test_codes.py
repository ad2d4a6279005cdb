from __future__ import annotations

import inspect

import pytest

from clerk_app.domain import codes
from clerk_app.domain.codes import HEAD, NATIONS, RELATIONS, Coded, Sex

TABLES = [table for _, table in inspect.getmembers(codes, inspect.isclass) if issubclass(table, Coded) and len(table)]


def test_member_is_its_stored_code_and_knows_its_label() -> None:
    assert str(Sex.MALE) == Sex.MALE.value == "1"
    assert Sex.FEMALE.label == "女"


def test_there_are_tables_to_look_at() -> None:
    assert len(TABLES) >= 9


@pytest.mark.parametrize("table", TABLES)
def test_labels_of_a_table_are_chinese_and_differ(table: type[Coded]) -> None:
    labels = [member.label for member in table]
    assert len(set(labels)) == len(labels)
    assert all(not label.isascii() for label in labels)


@pytest.mark.parametrize("table", TABLES)
def test_stored_code_finds_its_member_again(table: type[Coded]) -> None:
    by_code = table.__members__.values()
    assert {member.value for member in by_code} == {str(member) for member in table}
    assert all(table.of(member.value) is member for member in table)


def test_unknown_code_is_refused() -> None:
    with pytest.raises(ValueError, match="9"):
        Sex.of("9")


def test_relations_are_the_standard_with_the_head_among_them() -> None:
    assert RELATIONS[HEAD] == "户主"
    assert all(len(code) == 2 and code.isdigit() for code in RELATIONS)
    assert len(set(RELATIONS.values())) == len(RELATIONS) == 84


def test_nations_are_fifty_six_and_two_more() -> None:
    assert [code for code in NATIONS if code <= "56"] == [f"{number:02d}" for number in range(1, 57)]
    assert set(NATIONS) - {f"{number:02d}" for number in range(1, 57)} == {"97", "98"}
    assert NATIONS["36"] == "毛南族"
    assert len(set(NATIONS.values())) == len(NATIONS)

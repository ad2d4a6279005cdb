from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.codes import Sex
from clerk_app.domain.resident_id import (
    Severity,
    check_digit,
    from_15_digits,
    mask,
    normalise,
    other_form,
    parse,
    parts_to_find,
    spellings,
    tidy,
    warnings,
)
from clerk_app.errors import UserError

ON = date(2020, 6, 30)
LEAP_DAY = "341004196002290016"
X_ENDED = "13027319541231004X"
OLD = "341004600229001"

areas = st.sampled_from(["341004", "532325", "130273", "342724", "999999"])
births = st.dates(min_value=date(1891, 1, 1), max_value=ON)
sequences = st.integers(min_value=0, max_value=999)


def number_of(area: str, birth: date, sequence: int) -> str:
    first17 = f"{area}{birth:%Y%m%d}{sequence:03d}"
    return first17 + check_digit(first17)


@pytest.mark.parametrize("number", [LEAP_DAY, "341004200002290023", "532325195808080034", X_ENDED])
def test_number_of_the_notes_is_taken(number: str) -> None:
    assert parse(number, ON).number == number


def test_number_tells_birth_and_sex() -> None:
    identity = parse(LEAP_DAY, ON)
    assert (identity.birth_on, identity.sex) == (date(1960, 2, 29), Sex.MALE)
    assert parse("341004200002290023", ON).sex is Sex.FEMALE


@given(areas, births, sequences)
def test_parsing_gives_back_what_the_number_was_made_from(area: str, birth: date, sequence: int) -> None:
    identity = parse(number_of(area, birth, sequence), ON)
    assert identity.birth_on == birth
    assert identity.sex is (Sex.MALE if sequence % 2 else Sex.FEMALE)


@given(areas, births, sequences, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(area: str, birth: date, sequence: int, place: int, by: int) -> None:
    number = number_of(area, birth, sequence)
    wrong = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
    with pytest.raises(UserError, match="校验码"):
        parse(wrong, ON)


@given(areas, st.dates(min_value=date(1900, 1, 1), max_value=date(1999, 12, 31)), sequences)
def test_old_number_becomes_the_same_person_of_the_1900s(area: str, birth: date, sequence: int) -> None:
    proposal = from_15_digits(f"{area}{birth:%y%m%d}{sequence:03d}")
    assert proposal == number_of(area, birth, sequence)
    assert parse(proposal, ON).birth_on == birth


@given(areas, st.dates(min_value=date(1900, 1, 1), max_value=date(1999, 12, 31)), sequences)
def test_either_form_of_a_number_leads_to_the_other(area: str, birth: date, sequence: int) -> None:
    old, new = f"{area}{birth:%y%m%d}{sequence:03d}", number_of(area, birth, sequence)
    assert (other_form(old), other_form(new)) == (new, old)


@pytest.mark.parametrize("number", ["", "123", number_of("341004", date(2000, 2, 29), 2), "x" * 15, "x" * 18])
def test_number_with_one_form_has_no_other(number: str) -> None:
    assert other_form(number) is None


@pytest.mark.parametrize(
    "written",
    [
        "13027319541231004x",
        "１３０２７３１９５４１２３１００４Ｘ",
        " 130273 1954 1231 004X ",
        "130273\u00a019541231\u3000004X",
        "'13027319541231004X",
        "\t13027319541231004X\r\n",
        "130273-19541231-004X",
        "130273–19541231–004X",
        "“13027319541231004X”",
        "\ufeff13027319541231004X\u200b",
        "\u202a13027319541231004X\u202c",
    ],
)
def test_writing_habits_are_smoothed_out(written: str) -> None:
    assert parse(written, ON).number == X_ENDED


@pytest.mark.parametrize(
    "written",
    ["3.41004E+17", "3.410041960022900e+17", "'3.41004E+17", "341004196002290016.0", "3E17", "３.41004Ｅ+17"],
)
def test_number_that_excel_cut_is_refused_and_never_padded(written: str) -> None:
    with pytest.raises(UserError, match="截断") as refusal:
        normalise(written)
    assert refusal.value.field == "id_number"


def test_tidying_says_nothing_about_the_form() -> None:
    assert tidy(" 3.4e+17 ") == "3.4E+17"
    assert normalise("") == ""


def test_t2_old_number_is_taken_as_its_long_form_with_a_question_that_shows_both() -> None:
    told = parse(" 341004 600229 001", ON)
    assert (told.number, told.former, told.birth_on) == (LEAP_DAY, OLD, date(1960, 2, 29))
    (question,) = warnings(told)
    assert (question.severity, question.code) == (Severity.WARNING, "old_number")
    assert LEAP_DAY in question.message
    assert parse(LEAP_DAY, ON).former is None


@pytest.mark.parametrize("sequence", [996, 999])
def test_t2_old_number_of_somebody_born_before_1900_is_never_made_longer(sequence: int) -> None:
    with pytest.raises(UserError, match="百岁老人") as refusal:
        parse(f"341004980229{sequence}", ON)
    assert refusal.value.field == "id_number"
    assert parse("341004600229995", ON).former == "341004600229995"


def test_t2_either_form_is_looked_for_whichever_is_asked() -> None:
    assert set(spellings(OLD)) == set(spellings(LEAP_DAY)) == {OLD, LEAP_DAY}
    assert spellings(number_of("341004", date(2000, 2, 29), 2)) == (number_of("341004", date(2000, 2, 29), 2),)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        (OLD, (OLD, "34100419600229001")),
        ("3410046002", ("3410046002", "341004196002")),
        ("341004", ("341004",)),
        (LEAP_DAY, (LEAP_DAY, OLD)),
        ("13027319541231004x", (X_ENDED, "130273541231004")),
        ("l00001", ("L00001",)),
    ],
    ids=["old", "its beginning", "area only", "new", "small x", "temporary"],
)
def test_t2_what_is_typed_is_looked_for_in_both_forms(typed: str, parts: tuple[str, ...]) -> None:
    assert parts_to_find(typed) == parts


def test_old_number_with_an_impossible_date_gets_no_long_form() -> None:
    with pytest.raises(UserError, match="19601332 不存在"):
        parse("341004601332001", ON)


@pytest.mark.parametrize(("written", "length"), [("", 0), ("34100419600229001", 17), ("3410041960022900166", 19)])
def test_wrong_length_is_told(written: str, length: int) -> None:
    with pytest.raises(UserError, match=f"现在是 {length} 位"):
        parse(written, ON)


@pytest.mark.parametrize(
    ("written", "place", "char"),
    [
        ("3410041960022X0016", 14, "X"),
        ("34100419600229001A", 18, "A"),
        ("13027319541231004×", 18, "×"),
        ("3410O4196002290016", 5, "O"),
        ("34100419600229001\u0661", 18, "\u0661"),
    ],
)
def test_character_that_is_no_digit_is_named(written: str, place: int, char: str) -> None:
    with pytest.raises(UserError, match=f"第 {place} 位是“{char}”"):
        parse(written, ON)


def test_wrong_check_digit_is_refused() -> None:
    with pytest.raises(UserError, match="校验码"):
        parse(LEAP_DAY[:17] + "7", ON)


@pytest.mark.parametrize("digits", ["19600231", "19610229", "19601301", "19600100", "00000101"])
def test_date_that_does_not_exist_is_refused(digits: str) -> None:
    first17 = f"341004{digits}001"
    with pytest.raises(UserError, match=f"{digits} 不存在"):
        parse(first17 + check_digit(first17), ON)


def test_birth_in_the_future_is_refused_and_today_taken() -> None:
    assert parse(number_of("341004", ON, 1), ON).birth_on == ON
    with pytest.raises(UserError, match="在今天之后"):
        parse(number_of("341004", ON + timedelta(days=1), 1), ON)


def test_age_of_130_is_taken_and_of_131_refused() -> None:
    assert parse(number_of("341004", date(1889, 7, 1), 1), ON).birth_on == date(1889, 7, 1)
    with pytest.raises(UserError, match="已满 131 周岁"):
        parse(number_of("341004", date(1889, 6, 30), 1), ON)


def test_nothing_is_said_when_everything_agrees() -> None:
    identity = parse(LEAP_DAY, ON)
    assert warnings(identity) == ()
    assert warnings(identity, sex=Sex.MALE, birth_on=date(1960, 2, 29)) == ()


@pytest.mark.parametrize(("area", "codes"), [("991004", ["area_unknown"]), ("342724", [])])
def test_area_is_only_asked_about(area: str, codes: list[str]) -> None:
    found = warnings(parse(number_of(area, date(1950, 1, 1), 1), ON))
    assert [finding.code for finding in found] == codes
    assert all(finding.severity is Severity.WARNING for finding in found)


def test_sex_and_birth_that_differ_are_asked_about() -> None:
    found = warnings(parse(LEAP_DAY, ON), sex=Sex.FEMALE, birth_on=date(1960, 3, 1))
    assert [finding.code for finding in found] == ["sex_differs", "birth_differs"]
    assert "男性" in found[0].message
    assert "1960-03-01" in found[1].message


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (LEAP_DAY, "341004********0016"),
        ("341004600229001", "341004******001"),
        ("53232519740820031542", "53****************42"),
        ("12345", "12*45"),
        ("1234", "****"),
        ("", ""),
    ],
)
def test_mask_hides_the_birth_date(number: str, shown: str) -> None:
    assert mask(number) == shown


def test_parsed_number_masks_itself() -> None:
    assert parse(LEAP_DAY, ON).masked == "341004********0016"

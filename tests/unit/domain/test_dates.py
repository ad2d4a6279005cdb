"""Ages with 29 February, months that are shorter, and the ways a clerk writes a date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.dates import FIRST_DAY, LAST_DAY, add_months, age_on, birthday, iso, parse_date
from clerk_app.errors import UserError


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        ("1960-02-29", "2020-02-28", 59),
        ("1960-02-29", "2020-02-29", 60),
        ("1960-02-29", "2009-02-27", 48),
        ("1960-02-29", "2009-02-28", 49),
        ("1958-06-30", "2018-06-29", 59),
        ("1958-06-30", "2018-06-30", 60),
        ("2018-06-30", "2018-06-30", 0),
        ("2018-06-30", "2018-06-29", -1),
        ("2018-12-31", "2019-01-01", 0),
    ],
)
def test_age_when_the_birthday_comes_is_completed(birth: str, on: str, age: int) -> None:
    assert age_on(date.fromisoformat(birth), date.fromisoformat(on)) == age


@pytest.mark.parametrize(
    ("age", "expected"), [(49, "2009-02-28"), (60, "2020-02-29"), (16, "1976-02-29"), (18, "1978-02-28")]
)
def test_birthday_when_born_on_29_february(age: int, expected: str) -> None:
    assert birthday(date(1960, 2, 29), age) == date.fromisoformat(expected)


@given(st.dates(FIRST_DAY, date(2060, 1, 1)), st.integers(0, 120))
def test_age_when_on_the_birthday_is_reached_that_very_day(birth: date, age: int) -> None:
    day = birthday(birth, age)
    assert age_on(birth, day) == age
    assert age_on(birth, date.fromordinal(day.toordinal() - 1)) == age - 1


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2017-08-31", 6, "2018-02-28"),
        ("2019-08-31", 6, "2020-02-29"),
        ("2018-11-30", 3, "2019-02-28"),
        ("2017-12-31", 12, "2018-12-31"),
        ("2016-02-29", 12, "2017-02-28"),
        ("2018-03-31", -1, "2018-02-28"),
        ("2018-01-15", 0, "2018-01-15"),
        ("2018-01-15", -1, "2017-12-15"),
    ],
)
def test_months_when_added_stay_within_the_month(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "2018-06-30",
        "2018.6.30",
        "2018/6/30",
        "2018年6月30日",
        "2018年6月30",
        "20180630",
        " 2018 - 6 - 30 ",
        "２０１８-06-30",
    ],
)
def test_date_when_written_as_clerks_do_is_read(text: str) -> None:
    assert parse_date(text) == date(2018, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018-02-29",
        "2018-13-01",
        "18-6-30",
        "30.6.2018",
        "1849-12-31",
        "2200-01-01",
        "2018",
        "昨天",
        "2018063",
        "44000",
    ],
)
def test_date_when_not_one_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_date(text, field="born")
    assert refused.value.field == "born"


def test_date_when_at_the_edges_is_read() -> None:
    assert parse_date("1850-01-01") == FIRST_DAY
    assert parse_date("2199-12-31") == LAST_DAY


def test_iso_when_nothing_is_nothing() -> None:
    assert iso(None) is None
    assert iso(date(2018, 6, 3)) == "2018-06-03"

"""Many rows at once: what is written is what was given, whatever is empty in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Column, Connection, ForeignKey, Integer, MetaData, Table, Text, select
from sqlalchemy.exc import IntegrityError

from clerk_app.storage import county as rows
from clerk_app.storage.bulk import insert_rows, insert_values
from clerk_app.storage.county_tables import METADATA
from clerk_app.storage.engine import memory_engine

SLIP = Table(
    "slip",
    MetaData(),
    Column("id", Text, primary_key=True),
    Column("note", Text, server_default="nothing said"),
    Column("fen", Integer),
    Column("reverses", Text, ForeignKey("slip.id")),
)
Slip = tuple[str, str | None, int | None, str | None]


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = memory_engine()
    with engine.connect() as connection, connection.begin():
        SLIP.metadata.create_all(connection)
        yield connection
    engine.dispose()


def written(connection: Connection) -> set[Slip]:
    return {(row.id, row.note, row.fen, row.reverses) for row in connection.execute(select(SLIP))}


def test_rows_with_other_columns_empty_are_all_written_as_given(connection: Connection) -> None:
    given: list[Slip] = [
        ("a", "甲", 1, None),
        ("b", None, 2, None),
        ("only", None, None, None),
        ("d", "丁", None, None),
        ("e", "", 0, None),
        ("f", None, 3, None),
    ]
    insert_values(connection, SLIP, given)
    assert written(connection) == set(given)  # what is empty stays so, though the column has a default


def test_row_that_names_another_of_its_table_is_written_after_it(connection: Connection) -> None:
    given: list[Slip] = [("back", None, -1, "first"), ("first", "甲", 1, None), ("again", "乙", -1, "first")]
    insert_values(connection, SLIP, given)
    assert written(connection) == set(given)


def test_row_that_names_a_missing_one_is_refused(connection: Connection) -> None:
    with pytest.raises(IntegrityError):
        insert_values(connection, SLIP, [("a", None, 1, None), ("b", None, -1, "nowhere")])


@pytest.mark.parametrize("count", [199, 200, 201, 613])
def test_thousands_of_rows_are_all_written_as_given(connection: Connection, count: int) -> None:
    given: list[Slip] = [(f"{place}", None if place % 3 else "甲", None, None) for place in range(3 * count)]
    given += [(f"back {place}", "乙", -1, f"{place}") for place in range(count)]
    insert_values(connection, SLIP, reversed(given))
    assert written(connection) == set(given)


@pytest.mark.parametrize("count", [2, 200, 450])
def test_row_that_names_a_later_one_is_refused_among_however_many(connection: Connection, count: int) -> None:
    chain: list[Slip] = [(f"{place}", None, -1, f"{place + 1}") for place in range(count)]
    with pytest.raises(IntegrityError):
        insert_values(connection, SLIP, [*chain, (f"{count}", None, 1, None)])


def test_row_refused_among_many_is_told_as_alone(connection: Connection) -> None:
    twice: list[Slip] = [(f"{place % 399}", "甲", None, None) for place in range(400)]
    with pytest.raises(IntegrityError):
        insert_values(connection, SLIP, twice)


def test_rows_may_come_by_name(connection: Connection) -> None:
    insert_rows(connection, SLIP, [{"reverses": None, "fen": 5, "id": "a", "note": None}])
    assert written(connection) == {("a", None, 5, None)}


def test_acts_that_were_not_applied_are_found_by_their_index() -> None:
    engine = memory_engine()
    with engine.connect() as connection, connection.begin():
        METADATA.create_all(connection)
        asked: list[str] = []
        connection.connection.driver_connection.set_trace_callback(asked.append)  # type: ignore[union-attr]
        assert not list(rows.acts_in_state(connection, "532325100001", "laptop", (rows.HELD,)))
        connection.connection.driver_connection.set_trace_callback(None)  # type: ignore[union-attr]
        plans = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}").all() for each in asked if "state" in each]
    engine.dispose()
    assert plans
    assert all("ix_county_act_state" in str(plan) for plan in plans)

"""A county's database of an older program gets the columns that records have since; what is there stays."""

from __future__ import annotations

from sqlalchemy import inspect

from tests.county_builders import Exchange, reopen_county


def test_missing_column_of_a_record_table_is_added_when_the_county_is_opened(either: Exchange) -> None:
    with either.county.store.writing() as connection:
        connection.exec_driver_sql('ALTER TABLE "dibao_case" DROP COLUMN "heard_on"')
    county = reopen_county(either.county)
    try:
        with county.store.reading() as connection:
            columns = {column["name"]: column["nullable"] for column in inspect(connection).get_columns("dibao_case")}
        assert columns["heard_on"] is True
    finally:
        county.close()

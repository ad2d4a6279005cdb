"""The table of days that the village entered itself as worked or free."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, UniqueConstraint

from clerk_app.storage.table_parts import integer_column, record_table, text_column

CALENDAR_DAY: Final = record_table(
    "calendar_day",
    text_column("day"),
    integer_column("is_working"),
    text_column("name"),
    UniqueConstraint("day"),
    CheckConstraint("is_working IN (0, 1)", name="is_working"),
)

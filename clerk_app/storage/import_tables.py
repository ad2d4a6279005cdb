"""The tables of what this install took in from lists: the imports, the households of each, and how the columns of a layout are read."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from clerk_app.storage.table_parts import METADATA, integer_column, text_column

REGISTER_IMPORT: Final = Table(
    "register_import",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("at"),
    text_column("by"),
    text_column("file_name"),
    text_column("sheet"),
    integer_column("rows"),
    integer_column("households"),
    integer_column("people"),
    text_column("columns"),
    text_column("undone_at", nullable=True),
    text_column("undone_by", nullable=True),
)
"""The imports of registers that stand or were taken back; ``columns`` says how the file's columns were read, for the rows left over."""

IMPORTED_HOUSEHOLD: Final = Table(
    "imported_household",
    METADATA,
    Column("import_id", Text, ForeignKey("register_import.id"), primary_key=True),
    Column("household_id", Text, primary_key=True),
    Index("ix_imported_household_household_id", "household_id"),
)
"""Which households an import brought, or brought people into."""

IMPORTED_STATUS: Final = Table(
    "imported_status",
    METADATA,
    Column("import_id", Text, ForeignKey("register_import.id"), primary_key=True),
    Column("identity_id", Text, primary_key=True),
)
"""Which hardship statuses an import gave to people who were registered before."""

LIST_LAYOUT: Final = Table(
    "list_layout",
    METADATA,
    Column("fingerprint", Text, primary_key=True),
    text_column("name"),
    text_column("columns"),
    text_column("at"),
    text_column("by"),
)
"""How a clerk said the columns of a list are to be read; the fingerprint is of its headings."""

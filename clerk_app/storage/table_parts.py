"""What the tables are made of: the one schema, and the columns and constraints that every record table has."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def text_column(name: str, *, nullable: bool = False) -> Column[str]:
    """Return a column of text; it is never null unless that is asked for."""
    return Column(name, Text, nullable=nullable)


def integer_column(name: str, *, nullable: bool = False) -> Column[int]:
    """Return a column of whole numbers, money and truth values among them."""
    return Column(name, Integer, nullable=nullable)


def reference_column(name: str, target: str, *, nullable: bool = False) -> Column[str]:
    """Return a column that holds the id of a record of another table."""
    return Column(name, Text, ForeignKey(f"{target}.id"), nullable=nullable)


def record_table(name: str, *parts: Column[str] | Column[int] | CheckConstraint | Index | UniqueConstraint) -> Table:
    """Return a table that is written only through acts: with id, version and these parts."""
    return Table(
        name,
        METADATA,
        Column("id", Text, primary_key=True),
        Column("version", Integer, nullable=False),
        *parts,
        CheckConstraint("version >= 1", name="version"),
        info={"record": True},
    )

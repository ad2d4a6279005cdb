"""The tables of several laptops in one village: the village's one order, which laptops there are, what lost against another's change."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Index, Integer, Table, Text

from clerk_app.storage.table_parts import METADATA, integer_column, record_table, text_column

SETTLEMENT: Final = record_table(
    "settlement",
    text_column("about"),
    text_column("record_id"),
    text_column("field"),
    text_column("sides"),
    text_column("choice"),
    Index("ix_settlement_record_id", "record_id"),
)

SETTLED_RUN: Final = Table(
    "settled_run",
    METADATA,
    Column("position", Integer, primary_key=True),
    text_column("install"),
    integer_column("epoch"),
    integer_column("first"),
    integer_column("last"),
    text_column("refused"),
)
"""The order in which the county settled the village's acts, as its newest answer told it: from ``position`` on, the acts ``first`` to
``last`` of an install's epoch. ``refused`` is a JSON list of those numbers that the county refused."""

LAPTOP: Final = Table(
    "laptop",
    METADATA,
    Column("install", Text, primary_key=True),
    integer_column("seat"),
    text_column("standing"),
)
"""The laptops of the village as the county's newest answer names them."""

LOST_VALUE: Final = Table(
    "lost_value",
    METADATA,
    Column("position", Integer, primary_key=True),
    text_column("act_id"),
    text_column("install"),
    text_column("about"),
    text_column("record_id"),
    text_column("field"),
    text_column("value"),
    text_column("standing"),
    text_column("owner"),
    integer_column("open"),
    Index("ix_lost_value_record_id", "record_id"),
    Index("ix_lost_value_act_id", "act_id"),
    Index("ix_lost_value_open", "open", "record_id"),
)
"""What acts wanted and others stood in the way of: derived from the journal in the village's order, like the search. ``field`` is empty
where a whole act is held back; ``value`` and ``standing`` (what stood then) are JSON; ``open`` is 1 while a person must decide."""

"""The tables of what events leave behind: things to do, time away, earlier relations and numbers."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Index

from clerk_app.storage.table_parts import integer_column, record_table, reference_column, text_column

FOLLOW_UP: Final = record_table(
    "follow_up",
    reference_column("household_id", "household"),
    reference_column("person_id", "person", nullable=True),
    text_column("kind"),
    text_column("opened_on"),
    text_column("due_on"),
    text_column("detail"),
    text_column("clause"),
    integer_column("amount", nullable=True),
    text_column("settled_on", nullable=True),
    text_column("outcome"),
    integer_column("monthly", nullable=True),
    text_column("paid_through", nullable=True),
    Index("ix_follow_up_household_id", "household_id"),
    Index("ix_follow_up_due_on", "settled_on", "due_on"),
)

ABSENCE: Final = record_table(
    "absence",
    reference_column("person_id", "person"),
    text_column("kind"),
    text_column("place"),
    text_column("from_on"),
    text_column("to_on", nullable=True),
    text_column("note"),
    CheckConstraint("to_on IS NULL OR to_on >= from_on", name="order"),
    Index("ix_absence_person_id", "person_id"),
)

FORMER_RELATION: Final = record_table(
    "former_relation",
    reference_column("membership_id", "membership"),
    text_column("relation"),
    text_column("to_on"),
    Index("ix_former_relation_membership_id", "membership_id"),
)

FORMER_NUMBER: Final = record_table(
    "former_number",
    reference_column("person_id", "person"),
    text_column("number"),
    text_column("to_on"),
    text_column("reason"),
    Index("ix_former_number_person_id", "person_id"),
    Index("ix_former_number_number", "number"),
)

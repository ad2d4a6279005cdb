"""The tables. Record tables are written only through acts and stand here and in the modules of their subjects; the rest is this install's own.

Dates are ISO text, money whole fen, truth values 0 and 1: the same scalars stand in the journal, so that replaying it gives the
very same rows on SQLite and on PostgreSQL.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text

from clerk_app.storage.import_tables import IMPORTED_HOUSEHOLD, IMPORTED_STATUS, LIST_LAYOUT, REGISTER_IMPORT
from clerk_app.storage.own_tables import (
    ACKNOWLEDGED,
    COUNTY,
    DRAFT,
    EPOCH,
    GIVEN_UP,
    INSTALL,
    JOURNAL,
    JOURNAL_TOUCH,
    PACKET,
    RECEIVED,
    WORK_ITEM,
)
from clerk_app.storage.publication_tables import PUBLICATION, RECEIVED_PUBLICATION
from clerk_app.storage.table_parts import METADATA
from clerk_app.storage.table_parts import integer_column as _integer
from clerk_app.storage.table_parts import record_table as _record
from clerk_app.storage.table_parts import reference_column as _reference
from clerk_app.storage.table_parts import text_column as _text

__all__ = [
    "ABSENCE",
    "ACKNOWLEDGED",
    "ATTACHED_FILE",
    "ATTACHMENT",
    "BANK_ACCOUNT",
    "CALENDAR_DAY",
    "COUNTY",
    "DRAFT",
    "EARLIER_ACT",
    "EARLIER_CONTRIBUTION",
    "EPOCH",
    "FOLLOW_UP",
    "FORMER_NUMBER",
    "FORMER_RELATION",
    "GIVEN_UP",
    "IMPORTED_HOUSEHOLD",
    "IMPORTED_STATUS",
    "INSTALL",
    "JOURNAL",
    "JOURNAL_TOUCH",
    "LAPTOP",
    "LIST_LAYOUT",
    "LOST_VALUE",
    "METADATA",
    "PACKET",
    "PERSON_PAIR",
    "PUBLICATION",
    "RECEIVED",
    "RECEIVED_PUBLICATION",
    "RECORD_TABLES",
    "RECOVERY_RECEIPT",
    "RECOVERY_SPAN",
    "REGISTER_IMPORT",
    "SETTLED_RUN",
    "SETTLEMENT",
    "TRANSFER",
    "TRANSFER_OFFER",
    "TRANSFER_TOLD",
    "WORK_ITEM",
]

VILLAGE: Final = _record(
    "village",
    _text("code"),
    _text("name"),
    _text("town"),
    _text("county"),
    _text("pack"),
    _text("phone"),
    _text("local"),
    _text("county_key"),
)

CLERK: Final = _record("clerk", _text("name"), _text("role"), _text("active_from"), _text("active_to", nullable=True))

HOUSEHOLD: Final = _record(
    "household",
    _text("number"),
    _text("group"),
    _text("address"),
    _text("hukou"),
    _text("phone"),
    _integer("land", nullable=True),
    _integer("housing_area", nullable=True),
    _text("housing_structure"),
    _text("note"),
    _text("registered_on"),
    _text("closed_on", nullable=True),
    _text("close_reason"),
    UniqueConstraint("number"),
    Index("ix_household_group", "group", "number"),
)

PERSON: Final = _record(
    "person",
    _text("name"),
    _text("id_number", nullable=True),
    _integer("id_unverified"),
    _text("former_id_number", nullable=True),
    _text("temporary_number", nullable=True),
    _text("birth_on"),
    _text("sex"),
    _text("nation"),
    _text("phone"),
    _text("marital", nullable=True),
    _text("education", nullable=True),
    _integer("student"),
    _text("labour_capacity"),
    _text("self_care"),
    _integer("serious_illness"),
    _integer("chronic_illness"),
    _text("disability_certificate"),
    _text("disability_kind", nullable=True),
    _integer("disability_grade", nullable=True),
    _text("disability_certified_on", nullable=True),
    _text("pension_scheme", nullable=True),
    _text("medical_scheme", nullable=True),
    _integer("receiving_pension"),
    _text("note"),
    _text("died_on", nullable=True),
    _integer("pension_years", nullable=True),
    _integer("pension_balance", nullable=True),
    _text("former_name", nullable=True),
    UniqueConstraint("id_number"),
    UniqueConstraint("temporary_number"),
    Index("ix_person_former_id_number", "former_id_number"),
    CheckConstraint("sex IN ('1', '2')", name="sex"),
    CheckConstraint("id_number IS NOT NULL OR temporary_number IS NOT NULL", name="numbered"),
    CheckConstraint("disability_grade IS NULL OR disability_grade BETWEEN 1 AND 4", name="disability_grade"),
)

MEMBERSHIP: Final = _record(
    "membership",
    _reference("household_id", "household"),
    _reference("person_id", "person"),
    _text("relation"),
    _text("from_on"),
    _text("to_on", nullable=True),
    _text("end_reason"),
    CheckConstraint("to_on IS NULL OR to_on >= from_on", name="order"),
    Index("ix_membership_household_id", "household_id"),
    Index("ix_membership_person_id", "person_id"),
    Index("uq_membership_current", "person_id", unique=True, sqlite_where=text("to_on IS NULL")),
    Index("uq_membership_head", "household_id", unique=True, sqlite_where=text("to_on IS NULL AND relation = '02'")),
)

IDENTITY: Final = _record(
    "identity",
    _reference("person_id", "person"),
    _text("kind"),
    _integer("grade", nullable=True),
    _text("certificate"),
    _text("source"),
    _text("from_on"),
    _text("to_on", nullable=True),
    _text("lifted_on", nullable=True),
    _text("withdrawn_on", nullable=True),
    CheckConstraint("to_on IS NULL OR to_on >= from_on", name="order"),
    Index("ix_identity_person_id", "person_id"),
)

DIBAO_CASE: Final = _record(
    "dibao_case",
    _reference("household_id", "household"),
    _text("number"),
    _text("stage"),
    _text("applied_on"),
    _text("application_reason"),
    _integer("property_within_limits", nullable=True),
    _text("property_note"),
    _integer("perennial_hardship"),
    _text("proposed_on", nullable=True),
    _text("rule_class", nullable=True),
    _integer("rule_amount", nullable=True),
    _integer("rule_income_per_head", nullable=True),
    _text("rule_reasons"),
    _text("rule_clauses"),
    _text("village_class", nullable=True),
    _text("village_reason"),
    _text("township_opinion"),
    _text("granted_class", nullable=True),
    _integer("granted_amount", nullable=True),
    _text("decision_number"),
    _text("decided_on", nullable=True),
    _text("last_review_on", nullable=True),
    _text("next_review_on", nullable=True),
    _text("ended_on", nullable=True),
    _text("end_reason"),
    _text("end_number", nullable=True),
    _text("heard_on", nullable=True),
    _text("posted_on", nullable=True),
    UniqueConstraint("number"),
    Index("uq_dibao_case_open", "household_id", unique=True, sqlite_where=text("stage NOT IN ('refused', 'ended')")),
)

INCOME_ITEM: Final = _record(
    "income_item",
    _reference("case_id", "dibao_case"),
    _reference("person_id", "person", nullable=True),
    _text("kind"),
    _text("description"),
    _integer("annual"),
    _integer("deduction"),
    _integer("removed"),
    CheckConstraint("annual >= 0 AND deduction >= 0", name="not_negative"),
    Index("ix_income_item_case_id", "case_id"),
)

CONTRIBUTION: Final = _record(
    "contribution",
    _reference("person_id", "person"),
    _text("insurance"),
    _integer("year"),
    _integer("tier"),
    _integer("amount"),
    _text("payer"),
    _text("payer_name"),
    _text("paid_on"),
    _text("collector"),
    _text("receipt"),
    _reference("reverses", "contribution", nullable=True),
    _text("reason"),
    CheckConstraint("(reverses IS NULL AND amount > 0) OR (reverses IS NOT NULL AND amount < 0)", name="sign"),
    UniqueConstraint("reverses"),
    Index("ix_contribution_person_id", "person_id"),
    Index("ix_contribution_year", "year", "insurance"),
)

DOCUMENT: Final = _record(
    "document",
    _text("kind"),
    _text("number"),
    _reference("household_id", "household"),
    _integer("copy_number"),
    _integer("masked"),
    _text("printed_on"),
    _text("printed_by"),
    _text("void_on", nullable=True),
    _text("void_reason"),
    _text("insurance", nullable=True),
    _integer("year", nullable=True),
    _text("deadline", nullable=True),
    _text("about", nullable=True),
    UniqueConstraint("number", "copy_number"),
    Index("ix_document_household_id", "household_id"),
)

from clerk_app.storage.calendar_tables import CALENDAR_DAY  # noqa: E402 - they refer to those above, or belong beside them
from clerk_app.storage.event_tables import ABSENCE, FOLLOW_UP, FORMER_NUMBER, FORMER_RELATION  # noqa: E402 - they refer to those above
from clerk_app.storage.merge_tables import LAPTOP, LOST_VALUE, SETTLED_RUN, SETTLEMENT  # noqa: E402 - as above
from clerk_app.storage.people_tables import ATTACHED_FILE, ATTACHMENT, BANK_ACCOUNT, PERSON_PAIR  # noqa: E402 - as above
from clerk_app.storage.recovery_tables import RECOVERY_RECEIPT, RECOVERY_SPAN  # noqa: E402 - as above
from clerk_app.storage.transfer_tables import (  # noqa: E402 - as above
    EARLIER_ACT,
    EARLIER_CONTRIBUTION,
    TRANSFER,
    TRANSFER_OFFER,
    TRANSFER_TOLD,
)

RECORD_TABLES: Final = tuple(table for table in METADATA.tables.values() if table.info.get("record"))
"""What the journal rebuilds, parents before children."""

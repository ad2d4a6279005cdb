"""The first schema: records, journal, this install's own tables, search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "clerk",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("active_from", sa.Text(), nullable=False),
        sa.Column("active_to", sa.Text(), nullable=True),
        sa.CheckConstraint("version >= 1", name=op.f("ck_clerk_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clerk")),
        info={"record": True},
    )
    op.create_table(
        "draft",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("clerk_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_draft")),
    )
    op.create_table(
        "household",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("hukou", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("land", sa.Integer(), nullable=True),
        sa.Column("housing_area", sa.Integer(), nullable=True),
        sa.Column("housing_structure", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("registered_on", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("close_reason", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_household_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
        sa.UniqueConstraint("number", name=op.f("uq_household_number")),
        info={"record": True},
    )
    op.create_table(
        "install",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False),
        sa.Column("age_secret", sa.Text(), nullable=False),
        sa.Column("age_recipient", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_install")),
    )
    op.create_table(
        "journal",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("install", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_journal")),
        sa.UniqueConstraint("id", name=op.f("uq_journal_id")),
        sa.UniqueConstraint("install", "epoch", "number", name=op.f("uq_journal_install_epoch_number")),
    )
    op.create_table(
        "packet",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("first_act", sa.Integer(), nullable=False),
        sa.Column("last_act", sa.Integer(), nullable=False),
        sa.Column("acts", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("manifest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_packet")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id_number", sa.Text(), nullable=True),
        sa.Column("id_unverified", sa.Integer(), nullable=False),
        sa.Column("former_id_number", sa.Text(), nullable=True),
        sa.Column("temporary_number", sa.Text(), nullable=True),
        sa.Column("birth_on", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("nation", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("marital", sa.Text(), nullable=True),
        sa.Column("education", sa.Text(), nullable=True),
        sa.Column("student", sa.Integer(), nullable=False),
        sa.Column("labour_capacity", sa.Text(), nullable=False),
        sa.Column("self_care", sa.Text(), nullable=False),
        sa.Column("serious_illness", sa.Integer(), nullable=False),
        sa.Column("chronic_illness", sa.Integer(), nullable=False),
        sa.Column("disability_certificate", sa.Text(), nullable=False),
        sa.Column("disability_kind", sa.Text(), nullable=True),
        sa.Column("disability_grade", sa.Integer(), nullable=True),
        sa.Column("disability_certified_on", sa.Text(), nullable=True),
        sa.Column("pension_scheme", sa.Text(), nullable=True),
        sa.Column("medical_scheme", sa.Text(), nullable=True),
        sa.Column("receiving_pension", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("died_on", sa.Text(), nullable=True),
        sa.CheckConstraint("sex IN ('1', '2')", name=op.f("ck_person_sex")),
        sa.CheckConstraint(
            "disability_grade IS NULL OR disability_grade BETWEEN 1 AND 4", name=op.f("ck_person_disability_grade")
        ),
        sa.CheckConstraint("id_number IS NOT NULL OR temporary_number IS NOT NULL", name=op.f("ck_person_numbered")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_person_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("id_number", name=op.f("uq_person_id_number")),
        sa.UniqueConstraint("temporary_number", name=op.f("uq_person_temporary_number")),
        info={"record": True},
    )
    op.create_table(
        "village",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("county", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("county_key", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_village_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_village")),
        info={"record": True},
    )
    op.create_table(
        "contribution",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("insurance", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("payer", sa.Text(), nullable=False),
        sa.Column("payer_name", sa.Text(), nullable=False),
        sa.Column("paid_on", sa.Text(), nullable=False),
        sa.Column("collector", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("reverses", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(reverses IS NULL AND amount > 0) OR (reverses IS NOT NULL AND amount < 0)",
            name=op.f("ck_contribution_sign"),
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_contribution_version")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contribution_person_id_person")),
        sa.ForeignKeyConstraint(["reverses"], ["contribution.id"], name=op.f("fk_contribution_reverses_contribution")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution")),
        sa.UniqueConstraint("reverses", name=op.f("uq_contribution_reverses")),
        info={"record": True},
    )
    op.create_index("ix_contribution_person_id", "contribution", ["person_id"], unique=False)
    op.create_index("ix_contribution_year", "contribution", ["year", "insurance"], unique=False)
    op.create_table(
        "dibao_case",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("applied_on", sa.Text(), nullable=False),
        sa.Column("application_reason", sa.Text(), nullable=False),
        sa.Column("property_within_limits", sa.Integer(), nullable=True),
        sa.Column("property_note", sa.Text(), nullable=False),
        sa.Column("perennial_hardship", sa.Integer(), nullable=False),
        sa.Column("proposed_on", sa.Text(), nullable=True),
        sa.Column("rule_class", sa.Text(), nullable=True),
        sa.Column("rule_amount", sa.Integer(), nullable=True),
        sa.Column("rule_income_per_head", sa.Integer(), nullable=True),
        sa.Column("rule_reasons", sa.Text(), nullable=False),
        sa.Column("rule_clauses", sa.Text(), nullable=False),
        sa.Column("village_class", sa.Text(), nullable=True),
        sa.Column("village_reason", sa.Text(), nullable=False),
        sa.Column("township_opinion", sa.Text(), nullable=False),
        sa.Column("granted_class", sa.Text(), nullable=True),
        sa.Column("granted_amount", sa.Integer(), nullable=True),
        sa.Column("decision_number", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Text(), nullable=True),
        sa.Column("last_review_on", sa.Text(), nullable=True),
        sa.Column("next_review_on", sa.Text(), nullable=True),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_dibao_case_version")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_dibao_case_household_id_household")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dibao_case")),
        sa.UniqueConstraint("number", name=op.f("uq_dibao_case_number")),
        info={"record": True},
    )
    op.create_index(
        "uq_dibao_case_open",
        "dibao_case",
        ["household_id"],
        unique=True,
        sqlite_where=sa.text("stage NOT IN ('refused', 'ended')"),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("household_id", sa.Text(), nullable=False),
        sa.Column("copy_number", sa.Integer(), nullable=False),
        sa.Column("masked", sa.Integer(), nullable=False),
        sa.Column("printed_on", sa.Text(), nullable=False),
        sa.Column("printed_by", sa.Text(), nullable=False),
        sa.Column("void_on", sa.Text(), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_document_version")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_document_household_id_household")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("number", "copy_number", name=op.f("uq_document_number_copy_number")),
        info={"record": True},
    )
    op.create_index("ix_document_household_id", "document", ["household_id"], unique=False)
    op.create_table(
        "identity",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=True),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Text(), nullable=False),
        sa.Column("to_on", sa.Text(), nullable=True),
        sa.Column("lifted_on", sa.Text(), nullable=True),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name=op.f("ck_identity_order")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_identity_version")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_identity_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
        info={"record": True},
    )
    op.create_index("ix_identity_person_id", "identity", ["person_id"], unique=False)
    op.create_table(
        "journal_touch",
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["position"], ["journal.position"], name=op.f("fk_journal_touch_position_journal")),
        sa.PrimaryKeyConstraint("record_id", "position", name=op.f("pk_journal_touch")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Text(), nullable=False),
        sa.Column("to_on", sa.Text(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name=op.f("ck_membership_order")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_membership_version")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_membership_household_id_household")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        info={"record": True},
    )
    op.create_index("ix_person_former_id_number", "person", ["former_id_number"], unique=False)
    op.create_index("ix_membership_household_id", "membership", ["household_id"], unique=False)
    op.create_index("ix_membership_person_id", "membership", ["person_id"], unique=False)
    op.create_index(
        "uq_membership_current", "membership", ["person_id"], unique=True, sqlite_where=sa.text("to_on IS NULL")
    )
    op.create_index(
        "uq_membership_head",
        "membership",
        ["household_id"],
        unique=True,
        sqlite_where=sa.text("to_on IS NULL AND relation = '02'"),
    )
    op.create_table(
        "income_item",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("annual", sa.Integer(), nullable=False),
        sa.Column("deduction", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.CheckConstraint("annual >= 0 AND deduction >= 0", name=op.f("ck_income_item_not_negative")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_income_item_version")),
        sa.ForeignKeyConstraint(["case_id"], ["dibao_case.id"], name=op.f("fk_income_item_case_id_dibao_case")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_income_item_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_income_item")),
        info={"record": True},
    )
    op.create_index("ix_income_item_case_id", "income_item", ["case_id"], unique=False)
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER journal_no_{action.lower()} BEFORE {action} ON journal"
            " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        )
    op.execute("CREATE TABLE search_entry (row INTEGER PRIMARY KEY, person_id TEXT NOT NULL UNIQUE)")
    op.execute(
        "CREATE TABLE search_key (key TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, row)) WITHOUT ROWID"
    )
    op.execute("CREATE INDEX ix_search_key_row ON search_key (row)")
    op.execute("CREATE VIRTUAL TABLE search_number USING fts5 (numbers, tokenize = 'trigram')")

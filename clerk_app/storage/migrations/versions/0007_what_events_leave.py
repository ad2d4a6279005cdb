"""What events leave behind, and the number and hearing of a dibao case's end."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opened_on", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("settled_on", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_follow_up_version")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_follow_up_household_id_household")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_follow_up_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index("ix_follow_up_household_id", "follow_up", ["household_id"])
    op.create_index("ix_follow_up_due_on", "follow_up", ["settled_on", "due_on"])
    op.create_table(
        "absence",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Text(), nullable=False),
        sa.Column("to_on", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_absence_version")),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name=op.f("ck_absence_order")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_absence_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index("ix_absence_person_id", "absence", ["person_id"])
    op.create_table(
        "former_relation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("membership_id", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("to_on", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_former_relation_version")),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["membership.id"], name=op.f("fk_former_relation_membership_id_membership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_relation")),
    )
    op.create_index("ix_former_relation_membership_id", "former_relation", ["membership_id"])
    op.create_table(
        "former_number",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("to_on", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_former_number_version")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_former_number_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_number")),
    )
    op.create_index("ix_former_number_person_id", "former_number", ["person_id"])
    op.create_index("ix_former_number_number", "former_number", ["number"])
    op.add_column("dibao_case", sa.Column("end_number", sa.Text(), nullable=True))
    op.add_column("dibao_case", sa.Column("heard_on", sa.Text(), nullable=True))

"""Households that move between villages."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "transfer",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("household_id", sa.Text(), nullable=True),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("village_code", sa.Text(), nullable=False),
        sa.Column("village_name", sa.Text(), nullable=False),
        sa.Column("moved_on", sa.Text(), nullable=False),
        sa.Column("noted_on", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_transfer_version")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_transfer_household_id_household")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer")),
    )
    op.create_index("ix_transfer_household_id", "transfer", ["household_id"])
    op.create_index("uq_transfer_origin", "transfer", ["origin"], unique=True, sqlite_where=sa.text("origin <> ''"))
    op.create_table(
        "earlier_contribution",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("transfer_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("village_name", sa.Text(), nullable=False),
        sa.Column("insurance", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("payer", sa.Text(), nullable=False),
        sa.Column("payer_name", sa.Text(), nullable=False),
        sa.Column("paid_on", sa.Text(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_earlier_contribution_positive")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_earlier_contribution_version")),
        sa.ForeignKeyConstraint(
            ["transfer_id"], ["transfer.id"], name=op.f("fk_earlier_contribution_transfer_id_transfer")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_earlier_contribution_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_earlier_contribution")),
    )
    op.create_index("ix_earlier_contribution_person_id", "earlier_contribution", ["person_id"])
    op.create_index("ix_earlier_contribution_year", "earlier_contribution", ["year", "insurance"])
    op.create_table(
        "earlier_act",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("transfer_id", sa.Text(), nullable=False),
        sa.Column("household_id", sa.Text(), nullable=False),
        sa.Column("village_name", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_earlier_act_version")),
        sa.ForeignKeyConstraint(["transfer_id"], ["transfer.id"], name=op.f("fk_earlier_act_transfer_id_transfer")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_earlier_act_household_id_household")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_earlier_act")),
    )
    op.create_index("ix_earlier_act_household_id", "earlier_act", ["household_id"])
    op.create_table(
        "transfer_offer",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_offer")),
    )
    op.create_table(
        "transfer_told",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_told")),
    )

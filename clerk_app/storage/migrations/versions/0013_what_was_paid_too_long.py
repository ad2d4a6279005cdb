"""What was paid too long and came back, and what a paper is about."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "recovery_span",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("follow_up_id", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Text(), nullable=False),
        sa.Column("to_on", sa.Text(), nullable=False),
        sa.Column("monthly", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("withdrawn_on", sa.Text(), nullable=True),
        sa.CheckConstraint("to_on >= from_on", name=op.f("ck_recovery_span_order")),
        sa.CheckConstraint("monthly > 0", name=op.f("ck_recovery_span_positive")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_recovery_span_version")),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name=op.f("fk_recovery_span_follow_up_id_follow_up")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_span")),
    )
    op.create_index("ix_recovery_span_follow_up_id", "recovery_span", ["follow_up_id"])
    op.create_table(
        "recovery_receipt",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("follow_up_id", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Text(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("reverses", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(reverses IS NULL AND amount > 0) OR (reverses IS NOT NULL AND amount < 0)",
            name=op.f("ck_recovery_receipt_sign"),
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_recovery_receipt_version")),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name=op.f("fk_recovery_receipt_follow_up_id_follow_up")
        ),
        sa.ForeignKeyConstraint(
            ["reverses"], ["recovery_receipt.id"], name=op.f("fk_recovery_receipt_reverses_recovery_receipt")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_receipt")),
        sa.UniqueConstraint("reverses", name=op.f("uq_recovery_receipt_reverses")),
    )
    op.create_index("ix_recovery_receipt_follow_up_id", "recovery_receipt", ["follow_up_id"])
    op.add_column("follow_up", sa.Column("monthly", sa.Integer(), nullable=True))
    op.add_column("follow_up", sa.Column("paid_through", sa.Text(), nullable=True))
    op.add_column("document", sa.Column("about", sa.Text(), nullable=True))

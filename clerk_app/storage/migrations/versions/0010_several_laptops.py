"""Several laptops in one village: the village's order, the laptops' seats, what lost against another's change, and what settled it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("install", sa.Column("seat", sa.Integer(), nullable=False, server_default="1"))
    op.create_table(
        "settlement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("sides", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_settlement_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settlement")),
    )
    op.create_index("ix_settlement_record_id", "settlement", ["record_id"])
    op.create_table(
        "settled_run",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("install", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_settled_run")),
    )
    op.create_table(
        "laptop",
        sa.Column("install", sa.Text(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("install", name=op.f("pk_laptop")),
    )
    op.create_table(
        "lost_value",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Text(), nullable=False),
        sa.Column("install", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_lost_value")),
    )
    op.create_index("ix_lost_value_record_id", "lost_value", ["record_id"])
    op.create_index("ix_lost_value_act_id", "lost_value", ["act_id"])
    op.create_index("ix_lost_value_open", "lost_value", ["open", "record_id"])

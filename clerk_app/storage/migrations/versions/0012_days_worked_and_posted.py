"""Days that a village entered as worked or free, and the day a dibao case was posted."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("is_working", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("is_working IN (0, 1)", name=op.f("ck_calendar_day_is_working")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_calendar_day_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sa.UniqueConstraint("day", name=op.f("uq_calendar_day_day")),
    )
    op.add_column("dibao_case", sa.Column("posted_on", sa.Text(), nullable=True))

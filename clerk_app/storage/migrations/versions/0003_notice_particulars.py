"""What a notice was printed for, so that a copy of it says the same."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("insurance", sa.Text(), nullable=True))
    op.add_column("document", sa.Column("year", sa.Integer(), nullable=True))
    op.add_column("document", sa.Column("deadline", sa.Text(), nullable=True))

"""What a person brings along of the pension: years paid and the account's balance, as the county's list states them; and finding a group."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("pension_years", sa.Integer(), nullable=True))
    op.add_column("person", sa.Column("pension_balance", sa.Integer(), nullable=True))
    op.create_index("ix_household_group", "household", ["group", "number"])

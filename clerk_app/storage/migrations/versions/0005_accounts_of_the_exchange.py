"""What came of each packet of the county, and how a person settled a work item."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("received_packet", sa.Column("account", sa.Text(), nullable=False, server_default=""))
    op.add_column("work_item", sa.Column("outcome", sa.Text(), nullable=False, server_default=""))

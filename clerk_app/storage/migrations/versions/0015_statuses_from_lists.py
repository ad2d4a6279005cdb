"""The statuses that lists gave to people on file, so that an import can take back those and no others."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("identity", sa.Column("withdrawn_on", sa.Text(), nullable=True))
    op.create_table(
        "imported_status",
        sa.Column("import_id", sa.Text(), nullable=False),
        sa.Column("identity_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["register_import.id"], name=op.f("fk_imported_status_import_id_register_import")
        ),
        sa.PrimaryKeyConstraint("import_id", "identity_id", name=op.f("pk_imported_status")),
    )

"""Alembic's entry: runs on the connection that the program hands over."""

from alembic import context

from clerk_app.storage.tables import METADATA

with context.config.attributes["connection"].execution_options(writes=True).begin():
    context.configure(
        connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=False
    )
    context.run_migrations()

"""Alembic migrations, run inside the program."""

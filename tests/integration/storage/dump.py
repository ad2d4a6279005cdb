"""Writes the schema of this program with the rows of the three test households, once for each released revision.

Before a new migration is written: ``python -m tests.integration.storage.dump tests/golden/schemas/<revision>.sql``.
``test_migrate.py`` opens and upgrades every dump, and demands one for each revision but the newest.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from sqlalchemy import Connection

from tests.builders import FixedClock, make_template

_DERIVED = "name NOT GLOB 'search_number_*' AND name NOT GLOB 'sqlite_*'"


def dump(connection: Connection) -> str:
    """Return the statements that make this database again."""
    master = connection.exec_driver_sql(
        f"SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND {_DERIVED} ORDER BY type = 'trigger', rowid"
    ).all()
    lines = ["PRAGMA foreign_keys = OFF;"]
    lines += [f"{sql};" for kind, _, sql in master if kind != "trigger"]
    for kind, name, _ in master:
        if kind == "table":
            lines += _rows(connection, name)
    lines += [f"{sql};" for kind, _, sql in master if kind == "trigger"]
    return "\n".join(lines) + "\n"


def _rows(connection: Connection, table: str) -> list[str]:
    columns = [row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")').all()]
    if table == "search_number":
        columns.insert(0, "rowid")
    names = ", ".join(f'"{column}"' for column in columns)
    quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    values = connection.exec_driver_sql(f'SELECT {quoted} FROM "{table}" ORDER BY 1').scalars()
    return [f'INSERT INTO "{table}" ({names}) VALUES ({row});' for row in values]


def main() -> None:
    """Write the dump to the file that is named."""
    with tempfile.TemporaryDirectory() as folder:
        template = make_template(Path(folder) / "village", filled=True)
        workspace = template.open(Path(folder) / "copy", FixedClock())
        with workspace.store.reading() as connection:
            Path(sys.argv[1]).write_text(dump(connection), encoding="utf-8")
        workspace.close()


if __name__ == "__main__":
    main()

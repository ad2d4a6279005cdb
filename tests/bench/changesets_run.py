"""The rows of acts carried over as SQLite changesets: ``python changesets_run.py ACTS_FILE FOLDER``; prints JSON.

Both ways take the same changes from the acts' lines and bring them into an empty database of the same tables, unsealed, unsigned and
without a look at any of them. Runs in an environment of its own, which has nothing of the program's.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path
from typing import Any

import apsw  # type: ignore[import-not-found] # only in the benchmark's own environment
import pygeodiff  # type: ignore[import-not-found] # as above

Change = dict[str, Any]


def main() -> None:
    """Carry the rows over in both ways and print the seconds of taking them in, and the size of what was carried."""
    lines, folder = Path(sys.argv[1]), Path(sys.argv[2])
    with lines.open("rb") as file:
        changes = [change for line in file for change in json.loads(line)["changes"]]
    empty, full = folder / "empty.db", folder / "full.db"
    _create(empty, changes)
    carried = _filled(empty, full, changes)
    print(json.dumps({"session": _by_session(empty, folder, carried), "geodiff": _by_geodiff(empty, full, folder)}))


def _create(path: Path, changes: list[Change]) -> None:
    fields: dict[str, dict[str, None]] = {}
    for change in changes:
        fields.setdefault(change["table"], {}).update(dict.fromkeys(change["after"]))
    database = apsw.Connection(str(path))
    for table, names in fields.items():
        columns = ", ".join(f'"{name}"' for name in names)
        database.execute(f'CREATE TABLE "{table}" (id TEXT PRIMARY KEY NOT NULL, version INTEGER, {columns})')
    database.close()


def _filled(empty: Path, full: Path, changes: list[Change]) -> bytes:
    """Make all changes in a copy and return the changeset that a session saw."""
    shutil.copy(empty, full)
    database = apsw.Connection(str(full))
    session = apsw.Session(database, "main")
    session.attach()
    with database:
        for change in changes:
            after = {"version": change["base"] + 1, **change["after"]}
            if change["base"]:
                named = ", ".join(f'"{name}" = ?' for name in after)
                database.execute(
                    f'UPDATE "{change["table"]}" SET {named} WHERE id = ?', (*after.values(), change["id"])
                )
            else:
                named = ", ".join(f'"{name}"' for name in after)
                places = ", ".join("?" * len(after))
                statement = f'INSERT INTO "{change["table"]}" (id, {named}) VALUES (?, {places})'
                database.execute(statement, (change["id"], *after.values()))
    carried: bytes = session.changeset()
    session.close()
    database.close()
    return carried


def _by_session(empty: Path, folder: Path, carried: bytes) -> dict[str, float]:
    target = folder / "session.db"
    shutil.copy(empty, target)
    database = apsw.Connection(str(target))
    began = time.perf_counter()
    with database:
        apsw.Changeset.apply(carried, database)
    seconds = time.perf_counter() - began
    database.close()
    return {"seconds": seconds, "megabytes": len(carried) / 1e6}


def _by_geodiff(empty: Path, full: Path, folder: Path) -> dict[str, float]:
    target, difference = folder / "geodiff.db", folder / "difference"
    shutil.copy(empty, target)
    geodiff = pygeodiff.GeoDiff()
    geodiff.create_changeset(str(empty), str(full), str(difference))
    began = time.perf_counter()
    geodiff.apply_changeset(str(target), str(difference))
    return {"seconds": time.perf_counter() - began, "megabytes": difference.stat().st_size / 1e6}


if __name__ == "__main__":
    main()

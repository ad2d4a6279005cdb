"""The schema: equal to the tables, raised on a copy first, never lost, and refused when it is of a newer program."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from clerk_app.errors import SituationError
from clerk_app.paths import DATABASE_NAME
from clerk_app.services.accounts import sign_in
from clerk_app.services.households import household_numbered, list_households, search
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from clerk_app.storage import engine as engines
from clerk_app.storage import migrate, store
from clerk_app.storage.engine import memory_engine, open_engine, writing
from clerk_app.storage.migrate import HEAD_REVISION, create_schema, current_revision, known_revisions
from clerk_app.storage.store import create_store, open_store
from clerk_app.storage.tables import METADATA
from tests.builders import DAY, PASSWORD, FixedClock, VillageFolder

SCRIPTS = Path(migrate.__file__).parent / "migrations"
SCHEMAS = Path(__file__).parents[2] / "golden" / "schemas"
DUMPS = sorted(SCHEMAS.glob("*.sql"))
KEY = bytes(range(32))
NOW = datetime(2026, 3, 16, 1, tzinfo=UTC)
NEXT = "9999"
SEARCH = re.compile(r"search_")


def old_folder(dump: Path, folder: Path) -> Path:
    """Return a data folder with the database of an older program, as its dump has it."""
    folder.mkdir()
    engine = open_engine(folder / DATABASE_NAME, KEY)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.executescript(dump.read_text(encoding="utf-8"))
    engine.dispose()
    return folder


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations with one more at its end, in the place of the program's own."""
    folder = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    add_script(folder, 'op.execute("ALTER TABLE household ADD COLUMN extra TEXT")')
    monkeypatch.setattr(migrate, "_SCRIPTS", folder)
    monkeypatch.setattr(migrate, "HEAD_REVISION", NEXT)
    return folder


def add_script(folder: Path, *body: str) -> None:
    lines = "\n    ".join(body)
    (folder / "versions" / f"{NEXT}_next.py").write_text(
        f'from alembic import op\n\nrevision = "{NEXT}"\ndown_revision = "{HEAD_REVISION}"\nbranch_labels = None\n'
        f"depends_on = None\n\n\ndef upgrade() -> None:\n    {lines}\n"
    )


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


# what a fresh schema is


def test_fresh_schema_equals_the_tables() -> None:
    engine = memory_engine()
    create_schema(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_object": lambda _o, name, kind, *_: not (kind == "table" and SEARCH.match(name or "")),
            },
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def shape(connection: Connection) -> dict[str, set[object]]:
    """Return of each table its columns, checks and references, and of each index its statement."""
    found: dict[str, set[object]] = {}
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    for kind, name, sql in rows:
        if SEARCH.search(name) or name == "alembic_version" or kind == "trigger":
            continue
        plain = " ".join(sql.replace('"', "").split())
        if kind == "index":
            found[name] = {plain}
            continue
        columns = connection.exec_driver_sql(f'PRAGMA table_info("{name}")').all()
        references = connection.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")').all()
        found[name] = {
            *(tuple(column)[1:] for column in columns),
            *(tuple(reference)[2:5] for reference in references),
            *(part for part in re.findall(r"CONSTRAINT ck_\w+ CHECK \(.*?\)(?=, CONSTRAINT| ?\)$|, FOREIGN)", plain)),
            *re.findall(r"CONSTRAINT uq_\w+ UNIQUE \([^)]*\)", plain),
        }
    return found


def test_fresh_schema_has_the_checks_and_partial_indexes_of_the_tables() -> None:
    migrated, created = memory_engine(), memory_engine()
    create_schema(migrated)
    with writing(created) as connection:
        METADATA.create_all(connection)
    with migrated.connect() as left, created.connect() as right:
        assert shape(left) == shape(right)
        assert len(shape(left)) > 20
    migrated.dispose()
    created.dispose()


def test_head_revision_is_that_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    directory = ScriptDirectory.from_config(config)
    assert directory.get_heads() == [HEAD_REVISION]
    assert {script.revision for script in directory.walk_revisions()} == known_revisions()


def test_there_is_a_dump_of_every_revision_but_the_newest() -> None:
    assert {dump.stem for dump in DUMPS} | {HEAD_REVISION} == known_revisions()


# raising an older one


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_released_schema_opens_with_all_its_rows_and_is_raised(dump: Path, tmp_path: Path) -> None:
    folder = old_folder(dump, tmp_path / "data")
    before = (folder / DATABASE_NAME).read_bytes()
    opened = open_store(folder, KEY, NOW)
    assert current_revision(opened.engine) == HEAD_REVISION
    with opened.reading() as connection:
        (clerk_id,) = connection.exec_driver_sql("SELECT id FROM clerk").scalars()
    clerk = sign_in_clerk(opened, clerk_id, folder)
    assert [row.members for row in list_households(clerk)] == [2, 3, 1]
    assert household_numbered(clerk, "0003").members[0].person.name == "罗𬭎"
    assert [hit.name for hit in search(clerk, "dcl")] == ["单长乐"]
    outcome = verify(clerk)
    assert outcome.ok, outcome.checks
    opened.close()
    (backup,) = (folder / "backups").iterdir()
    assert backup.name == f"before-{HEAD_REVISION}-20260316-010000.db"
    assert backup.read_bytes() == before
    assert {path.name for path in folder.iterdir()} == {DATABASE_NAME, "backups"}
    open_store(folder, KEY, NOW).close()
    assert len(list((folder / "backups").iterdir())) == 1


def sign_in_clerk(opened: store.Store, clerk_id: str, folder: Path) -> Workspace:
    from clerk_app.storage import records  # noqa: PLC0415 - only where a store is opened without a key ring
    from clerk_app.storage.repositories import ChangeLog, Repository  # noqa: PLC0415

    with opened.reading() as connection:
        clerk = Repository(connection, records.CLERK, ChangeLog()).get(clerk_id)
    return Workspace(folder, opened, clerk, FixedClock())


def test_older_schema_is_raised_when_a_clerk_signs_in(village_folder: Path, scripts: Path) -> None:
    before = (village_folder / DATABASE_NAME).read_bytes()
    workspace = sign_in(village_folder, PASSWORD, FixedClock(DAY))
    assert current_revision(workspace.store.engine) == NEXT
    assert len(list_households(workspace)) == 3
    workspace.close()
    (backup,) = (village_folder / "backups").iterdir()
    assert backup.read_bytes() == before


def test_acts_still_in_the_write_ahead_log_come_along(
    village_template: VillageFolder, tmp_path: Path, scripts: Path
) -> None:
    folder = tmp_path / "data"
    living = open_engine(village_template.copy_to(tmp_path / "living") / DATABASE_NAME, raw_key(village_template))
    with writing(living) as connection:
        connection.exec_driver_sql("INSERT INTO draft VALUES ('k', 'c', 'at', 'typed')")
    shutil.copytree(tmp_path / "living", folder)  # as a power cut would leave it
    living.dispose()
    assert (folder / f"{DATABASE_NAME}-wal").stat().st_size > 0
    workspace = sign_in(folder, PASSWORD, FixedClock())
    with workspace.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT content FROM draft").scalar() == "typed"
    workspace.close()


def raw_key(template: VillageFolder) -> bytes:
    from clerk_app.security.keys import load_keyring  # noqa: PLC0415 - the only test that needs the raw key

    ring = load_keyring(template.path / "keys.json")
    return ring.unlock(ring.clerks[0].clerk_id, PASSWORD).raw


@pytest.mark.parametrize(
    "body",
    [
        ('op.execute("ALTER TABLE household ADD COLUMN extra TEXT")', 'op.execute("no such statement")'),
        ('op.execute("ALTER TABLE household ADD COLUMN extra TEXT")', "raise KeyError('stopped')"),
        ('op.execute("PRAGMA foreign_keys = OFF")', "op.execute(\"UPDATE membership SET person_id = 'gone'\")"),
    ],
    ids=["wrong statement", "exception", "references to nowhere"],
)
def test_upgrade_that_fails_half_way_leaves_the_old_file_untouched(
    village_folder: Path, scripts: Path, body: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_script(scripts, *body)
    before = files_of(village_folder)
    with pytest.raises(Exception, match=r".") as failed:
        sign_in(village_folder, PASSWORD, FixedClock())
    assert not isinstance(failed.value, AssertionError)
    assert files_of(village_folder) == before
    monkeypatch.undo()
    workspace = sign_in(village_folder, PASSWORD, FixedClock())
    assert verify(workspace).ok
    workspace.close()


@pytest.mark.parametrize("calls_before_full", [0, 1], ids=["copying", "keeping the backup"])
def test_full_disk_while_raising_is_a_situation_and_leaves_the_old_file(
    village_folder: Path, scripts: Path, monkeypatch: pytest.MonkeyPatch, calls_before_full: int
) -> None:
    true_copy, calls = shutil.copyfile, []

    def full(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) > calls_before_full:
            Path(target).write_bytes(b"half")
            raise OSError(28, "No space left on device")
        true_copy(source, target)

    before = files_of(village_folder)
    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(SituationError, match="原来的数据没有动"):
        sign_in(village_folder, PASSWORD, FixedClock())
    assert files_of(village_folder) == before


def test_raising_is_refused_while_another_program_has_the_data(
    village_template: VillageFolder, tmp_path: Path, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_ON_CONNECT", (*engines._ON_CONNECT[:-1], "PRAGMA busy_timeout = 50"))
    folder = village_template.copy_to(tmp_path / "data")
    other = open_engine(folder / DATABASE_NAME, raw_key(village_template))
    with engines.reading(other) as connection:
        connection.exec_driver_sql("SELECT count(*) FROM person").scalar()
        with writing(other) as writer:
            writer.exec_driver_sql("INSERT INTO draft VALUES ('k', 'c', 'at', 'typed')")
        with pytest.raises(SituationError, match="关掉另一个程序"):
            sign_in(folder, PASSWORD, FixedClock())
    other.dispose()
    workspace = sign_in(folder, PASSWORD, FixedClock())
    with workspace.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT content FROM draft").scalar() == "typed"
    workspace.close()


# what is refused


def test_newer_database_is_refused_and_left_alone(village_template: VillageFolder, tmp_path: Path) -> None:
    folder = village_template.copy_to(tmp_path / "data")
    engine = open_engine(folder / DATABASE_NAME, raw_key(village_template))
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9876'")
    engine.dispose()
    before = files_of(folder)
    with pytest.raises(SituationError, match="9876") as refused:
        sign_in(folder, PASSWORD, FixedClock())
    assert refused.value.exit_status == 3
    assert files_of(folder) == before


def test_empty_database_is_refused(tmp_path: Path) -> None:
    open_engine(tmp_path / DATABASE_NAME, KEY).dispose()
    with pytest.raises(SituationError, match="空的或不完整"):
        open_store(tmp_path, KEY, NOW)


def test_database_is_never_made_over_another(village: Workspace) -> None:
    with pytest.raises(SituationError, match="已经有数据库"):
        create_store(village.data_dir, KEY, village.store.install)


def test_database_whose_making_fails_is_closed(
    tmp_path: Path, village: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_engine: object) -> None:
        raise SituationError("磁盘已满")

    monkeypatch.setattr(migrate, "create_schema", fail)
    with pytest.raises(SituationError, match="磁盘已满"):
        create_store(tmp_path, KEY, village.store.install)

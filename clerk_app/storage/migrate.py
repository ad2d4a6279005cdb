"""Making the schema, and raising an older one on a copy first."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, text

from clerk_app.errors import SituationError
from clerk_app.storage.engine import open_engine, reading, translated

HEAD_REVISION: Final = "0015"
"""The newest migration; a test holds it equal to the scripts, so that the start need not load Alembic."""
_SCRIPTS: Final = Path(__file__).parent / "migrations"


def create_schema(engine: Engine) -> None:
    """Build the newest schema in an empty database."""
    _upgrade(engine)


def current_revision(engine: Engine) -> str | None:
    """Return the schema's revision, or None for an empty database."""
    with reading(engine) as connection:
        exists = connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")).scalar()
        return None if not exists else connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def open_current(path: Path, raw_key: bytes, now: datetime) -> Engine:
    """Open the database, raising an older schema first on a copy that replaces it only when it is whole.

    The file as it was stays in ``backups/``. Raises SituationError for a database of a newer program.
    """
    engine = open_engine(path, raw_key)
    revision = current_revision(engine)
    if revision == HEAD_REVISION:
        return engine
    if revision is None:
        engine.dispose()
        raise SituationError("数据库是空的或不完整：请用最近的备份恢复，不要删除任何文件。")
    if revision not in known_revisions():
        engine.dispose()
        raise SituationError("这份数据由更新版本的程序建立（{revision}）：请安装新版程序后再打开。", revision=revision)
    _raise_on_copy(engine, path, raw_key, f"before-{HEAD_REVISION}-{now:%Y%m%d-%H%M%S}.db")
    return open_engine(path, raw_key)


def known_revisions() -> frozenset[str]:
    """Return the revisions this program has scripts for."""
    return frozenset(script.name[:4] for script in (_SCRIPTS / "versions").glob("[0-9]*.py"))


def _raise_on_copy(engine: Engine, path: Path, raw_key: bytes, backup_name: str) -> None:
    copy = path.with_name(path.name + ".migrating")
    backups = path.parent / "backups"
    try:
        try:
            _fold_log(engine)
        finally:
            engine.dispose()
        shutil.copyfile(path, copy)
        raised = open_engine(copy, raw_key)
        try:
            _upgrade(raised)
            with translated(), raised.connect() as connection:
                check_integrity(connection)
            _fold_log(raised)
        finally:
            raised.dispose()
        backups.mkdir(exist_ok=True)
        shutil.copyfile(path, backups / backup_name)
        copy.replace(path)
        for leftover in ("-wal", "-shm"):
            path.with_name(path.name + leftover).unlink(missing_ok=True)
    except OSError as error:
        raise SituationError(
            "升级数据时磁盘写不进去（{reason}）：原来的数据没有动。请清理磁盘后重新打开。",
            reason=os.strerror(error.errno or 0),
        ) from error
    finally:
        for leftover in ("", "-wal", "-shm"):
            copy.with_name(copy.name + leftover).unlink(missing_ok=True)


def _fold_log(engine: Engine) -> None:
    """Bring the write-ahead log into the database file; a file copied without it would lack the last acts."""
    with translated(), engine.connect() as connection:
        busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
    if busy:
        raise SituationError("数据正被另一个窗口或程序使用，不能升级：请关掉另一个程序后再打开。")


def check_integrity(connection: Connection) -> None:
    """Raise SituationError when SQLCipher or SQLite finds the file damaged, or a reference points nowhere."""
    for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
        found = [row[0] for row in connection.exec_driver_sql(f"PRAGMA {pragma}").all()]
        if found not in ([], ["ok"]):
            raise SituationError("数据库检查没有通过（{check}）：请不要继续录入，用最近的备份恢复。", check=pragma)


def _upgrade(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415 - 0.3 s that only a new or older database needs
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    with translated(), engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

"""The open database of one data folder: the only thing services hold of storage."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select

from clerk_app.errors import SituationError, UserError
from clerk_app.paths import BUILDING_NAME, COUNTY_DATABASE_NAME, DATABASE_NAME
from clerk_app.storage import engine as engines
from clerk_app.storage import migrate, unit_of_work
from clerk_app.storage.tables import INSTALL
from clerk_app.storage.unit_of_work import Author, Batch, UnitOfWork

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Install:
    """This data folder in the exchange: its id, its keys, and its epoch when it was opened; an answer may open another since.

    ``seat`` is the laptop's number in the village as it was then; 0: the county has not told it yet.
    """

    id: str
    epoch: int
    signing_key: bytes
    age_secret: str
    age_recipient: str
    created_at: str
    seat: int = 1


@dataclass(frozen=True, slots=True)
class Store:
    """An open database and the install it belongs to."""

    path: Path
    engine: Engine
    install: Install

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one consistent state, for the functions of ``queries`` and ``search``."""
        return engines.reading(self.engine)

    def writing(self) -> AbstractContextManager[Connection]:
        """Give a writing connection for what is this install's own and no act: drafts and the list of packets."""
        return engines.writing(self.engine)

    def unit_of_work(
        self, kind: str, *, by: str, now: Callable[[], datetime], reason: str = ""
    ) -> AbstractContextManager[UnitOfWork]:
        """Open one act: one transaction and one journal entry."""
        return unit_of_work.unit_of_work(self.engine, self._author(by, now), kind, reason)

    def batch(self, *, by: str, now: Callable[[], datetime]) -> AbstractContextManager[Batch]:
        """Open one transaction for several acts: all or none."""
        return unit_of_work.batch(self.engine, self._author(by, now))

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the database."""
        self.engine.dispose()

    @staticmethod
    def _author(by: str, now: Callable[[], datetime]) -> Author:
        return Author(by, now)


def create_store(data_dir: Path, raw_key: bytes, install: Install) -> Store:
    """Make the database of a new data folder under the name of one being built; ``finish_store`` gives it its own.

    Raises SituationError when a database is there already or the folder refuses. One that a stopped program left half built is
    taken away first.
    """
    if (data_dir / DATABASE_NAME).exists():
        raise SituationError("这个文件夹里已经有数据库：请直接打开，或换一个空文件夹。")
    path = data_dir / BUILDING_NAME
    for leftover in ("", "-wal", "-shm"):
        path.with_name(path.name + leftover).unlink(missing_ok=True)
    engine = engines.open_engine(path, raw_key)
    try:
        migrate.create_schema(engine)
        with engines.writing(engine) as connection:
            connection.execute(insert(INSTALL).values(**asdict(install)))
    except BaseException:
        engine.dispose()
        raise
    _LOG.info("data folder created, schema %s", migrate.HEAD_REVISION)
    return Store(path, engine, install)


def put_install(connection: Connection, install: Install) -> None:
    """Give a data folder another identity."""
    connection.execute(delete(INSTALL))
    connection.execute(insert(INSTALL).values(**asdict(install)))


def finish_store(store: Store, raw_key: bytes) -> Store:
    """Give a database that was built its own name, now that everything else of the data folder is there; returns it open."""
    store.close()
    path = store.path.with_name(DATABASE_NAME)
    store.path.replace(path)
    return replace(store, path=path, engine=engines.open_engine(path, raw_key))


def open_store(data_dir: Path, raw_key: bytes, now: datetime) -> Store:
    """Open the database of a data folder, raising an older schema; raises SituationError when it cannot be opened, UserError for a county's folder."""
    path = data_dir / DATABASE_NAME
    if not path.is_file():
        if (data_dir / COUNTY_DATABASE_NAME).is_file():
            raise UserError(
                "这是县级的数据文件夹，不是村里的：请用 clerk county 的命令，或用 --data 指定村的数据文件夹。"
            )
        raise SituationError("数据文件夹里找不到数据库 {name}：请检查文件夹，或用最近的备份恢复。", name=DATABASE_NAME)
    engine = migrate.open_current(path, raw_key, now)
    with engines.reading(engine) as connection:
        row = connection.execute(select(INSTALL)).mappings().one()
    return Store(path, engine, Install(**row))

"""Opening the encrypted database, and what its errors mean to a clerk."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from clerk_app.errors import SituationError, UserError

BUSY_SECONDS: Final = 5
_QUIET: Final = "PRAGMA cipher_log_level = NONE"
"""Comes first: SQLCipher would tell stderr of each wrong key."""
_ON_CONNECT: Final = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA synchronous = FULL",
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
)

_UNWRITABLE: Final = frozenset({"22P05", "22021"})
"""How a PostgreSQL server says that its encoding has no such character."""
PAGE_BYTES: Final = 4096
"""SQLCipher's own page; each is encrypted and sealed by itself."""


def open_engine(path: Path, raw_key: bytes, *, cache_mib: int = 8, page_bytes: int = PAGE_BYTES) -> Engine:
    """Return an engine over the SQLCipher database at ``path``; ``raw_key`` is the 32-byte data key.

    ``cache_mib``: how much of the file is kept decrypted; a page that leaves it within a transaction is encrypted once more.
    ``page_bytes``: as the file was made with.
    The key is given raw, so SQLCipher derives nothing (2 ms instead of 170). Raises UserError when the key does not open the
    file, SituationError when the file is no database or cannot be read.
    """
    url = URL.create(
        "sqlite+pysqlcipher",
        password=f"x'{raw_key.hex()}'",
        database=str(path),
        query={"cipher_page_size": str(page_bytes)},
    )
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=3, max_overflow=5, connect_args={"check_same_thread": False}
    )
    _prepare(engine, (_QUIET, "PRAGMA journal_mode = WAL", f"PRAGMA cache_size = {-1024 * cache_mib}", *_ON_CONNECT))
    with translated(), engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    return engine


def memory_engine() -> Engine:
    """Return an engine over an empty database in memory, for replaying a journal."""
    url = URL.create("sqlite+pysqlcipher", password=f"x'{secrets.token_hex(32)}'")
    engine = create_engine(url, poolclass=StaticPool)
    _prepare(engine, (_QUIET, *_ON_CONNECT))
    return engine


def _prepare(engine: Engine, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine, "connect")
    def _connect(driver_connection: Any, _record: object) -> None:
        driver_connection.isolation_level = None  # we say BEGIN ourselves, or reads and writes could deadlock in WAL
        cursor = driver_connection.cursor()
        try:
            for pragma in pragmas:
                cursor.execute(pragma)
        finally:
            cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection inside one writing transaction: committed at the end, rolled back by any exception."""
    with translated(), engine.connect() as connection, connection.execution_options(writes=True).begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one consistent state."""
    with translated(), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def translated() -> Iterator[None]:
    """Turn the driver's errors into sentences for the clerk; what is none of them stays a defect."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise _unwritable() from error
    except DBAPIError as error:
        if _came_of_stopping(error):
            raise KeyboardInterrupt from error
        if getattr(error.orig, "sqlstate", None) in _UNWRITABLE:
            raise _unwritable() from error
        known = _known(str(error.orig).lower())
        if known is None:
            raise
        raise known from error


def _came_of_stopping(error: BaseException) -> bool:
    """Say whether somebody stopped the program while a server was at work, which cannot give back then and says so."""
    before = error.__context__
    return before is not None and (isinstance(before, KeyboardInterrupt) or _came_of_stopping(before))


def _unwritable() -> UserError:
    return UserError("文字里有不能保存的字符，可能是从别处粘贴来的：请删去后重新输入。")


def _known(text: str) -> UserError | SituationError | None:
    if "file is not a database" in text or "hmac check failed" in text:
        return SituationError("数据库打不开：密钥与文件不符，或文件已损坏。请不要删除任何文件，用最近的备份恢复。")
    if "database or disk is full" in text:
        return SituationError("磁盘已满，刚才这一步没有保存，以前的数据都在。请清理磁盘空间后再保存一次。")
    if "database is locked" in text or "database is busy" in text:
        return SituationError("数据正被另一个窗口或程序写入，刚才这一步没有保存。请关掉另一个程序后再试。")
    if "readonly" in text or "read-only" in text:
        return SituationError("数据文件夹是只读的，刚才这一步没有保存。请检查文件夹的权限或更换文件夹。")
    if "unable to open database file" in text or "disk i/o error" in text:
        return SituationError("数据文件夹读写不了，刚才这一步没有保存。请检查磁盘是否还在、是否已满、是否写保护。")
    if "malformed" in text:
        return SituationError("数据库文件已损坏。请不要继续录入，用最近的备份恢复。")
    return None

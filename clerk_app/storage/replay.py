"""The proofs behind ``clerk verify``: each raises a sentence when it fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from clerk_app.errors import SituationError
from clerk_app.storage import journal, village_order
from clerk_app.storage.apply import differing_table
from clerk_app.storage.engine import memory_engine, translated, writing
from clerk_app.storage.migrate import check_integrity
from clerk_app.storage.tables import METADATA


@contextmanager
def _told() -> Iterator[None]:
    """Turn what a doctored or damaged row makes Python or the driver say into a failed check."""
    try:
        with translated():
            yield
    except (ValueError, TypeError, KeyError, AttributeError, DBAPIError) as error:
        raise SituationError("数据库里有读不出来的内容，可能被改动：请用最近的备份恢复。") from error


def count_acts(connection: Connection) -> int:
    """Return how many acts the journal holds."""
    return journal.count(connection)


def require_integrity(connection: Connection) -> None:
    """Raise SituationError when the file is damaged or a reference points nowhere."""
    with _told():
        check_integrity(connection)


def require_chain(connection: Connection) -> None:
    """Raise SituationError at the first act that was altered, left out or put in between."""
    with _told():
        broken = journal.broken_link(journal.acts(connection))
    if broken is not None:
        raise SituationError(
            "变更记录第 {number} 条与前后接不上，可能被改动：请用最近的备份恢复。", number=broken.number
        )


def require_same_state(connection: Connection) -> None:
    """Raise SituationError when replaying the journal into an empty database gives other rows."""
    engine = memory_engine()
    try:
        with _told(), writing(engine) as replayed:
            METADATA.create_all(replayed)
            village_order.require_settled_fit(
                village_order.fold(connection, replayed, village_order.placed(connection))
            )
            table = differing_table(connection, replayed)
    finally:
        engine.dispose()
    if table is not None:
        raise SituationError("数据表 {table} 与变更记录重放的结果不同：请用最近的备份恢复。", table=table)


def require_search(connection: Connection) -> None:
    """Raise SituationError when somebody cannot be found by the search, or the search finds nobody."""
    with _told():
        missing = connection.execute(
            text(
                "SELECT (SELECT count(*) FROM person WHERE id NOT IN (SELECT person_id FROM search_entry))"
                " + (SELECT count(*) FROM search_entry WHERE person_id NOT IN (SELECT id FROM person))"
            )
        ).scalar_one()
    if missing:
        raise SituationError("检索表缺少 {count} 人：重新建立检索即可，数据没有丢失。", count=missing)

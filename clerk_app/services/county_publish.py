"""The county publishes: policy packs, local values, lists and village codes, numbered, dated, sealed to every admitted laptop."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app.domain.publication import PublicationKind
from clerk_app.errors import UserError
from clerk_app.exchange.protocol import Standing
from clerk_app.exchange.publications import (
    CONTENT,
    LONGEST_TITLE,
    PUBLICATION,
    Published,
    content_bytes,
    publication_bytes,
)
from clerk_app.services.county import CountyWorkspace, Written, only_writer, packet_head, send
from clerk_app.services.county_in_force import Book, InForce, open_book
from clerk_app.services.publication_drafts import Draft
from clerk_app.storage import county as rows
from clerk_app.storage import county_publications
from clerk_app.storage.county import InstallRow, Session, VillageRow
from clerk_app.storage.county_publications import Place, PublishedRow, PublishedToRow
from clerk_app.storage.unit_of_work import utc_text

if TYPE_CHECKING:
    from clerk_app.exchange.packet import SealedPacket

VALID_DAYS: Final = 180
"""How long a publication may travel, counted from its writing or, where that is later, from the day it takes effect."""

_LARGEST_HEAD: Final = 1024 * 1024
"""Bytes left beside a publication's content for its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReport:
    """How a publication stands in one village: to how many laptops it went, and what the village decided, as far as it has told.

    ``decision`` is ``accepted``, ``declined`` or empty while nothing was heard. ``lacking`` is to how many admitted laptops it goes with their
    next answer; ``withdrawn_at`` is when it was taken back, or empty.
    """

    epoch: int
    number: int
    kind: PublicationKind
    title: str
    from_on: str
    to_on: str
    village: str
    village_name: str
    laptops: int
    written_at: str
    decision: str
    decided_on: str
    reason: str
    lacking: int = 0
    withdrawn_at: str = ""


def publish(
    county: CountyWorkspace,
    folder: Path,
    draft: Draft,
    *,
    from_on: date,
    to_on: date | None = None,
    title: str = "",
    village: str = "",
) -> tuple[Written, ...]:
    """Write one packet for each admitted laptop, of one village or of all, and verify each on the stick.

    All of them carry the same publication number; what a laptop lacks of the earlier ones that are in force goes before it (``beside``). Raises UserError when the days are out of order or over, nobody is admitted, the village
    is unknown, or a packet cannot hold it; StickError when the stick is full, gone or read-only, SituationError when another process of this county writes packets:
    packets written before that are whole and good, and the others go with the next answers.
    """
    named = title.strip() or draft.title
    if len(named) > LONGEST_TITLE or not named.isprintable():
        raise UserError("名称应是 1 到 {most} 个字。", field="title", most=LONGEST_TITLE)
    if to_on is not None and to_on < from_on:
        raise UserError("止日 {to_on} 早于起日 {from_on}：请改正。", field="until", to_on=to_on, from_on=from_on)
    if to_on is not None and to_on < county.clock.today():
        raise UserError("止日 {to_on} 已经过了，发下去也不会生效：请改正。", field="until", to_on=to_on)
    targets = _targets(county, village.strip())
    contents = _contents(draft, named, village.strip())
    with only_writer(county):
        with county.store.reading() as session:
            book = open_book(county, session)  # of what was published before
        row = _numbered(county, draft, named, (from_on, to_on), contents)
        return _write_each(county, folder, book, row, targets)


def _write_each(
    county: CountyWorkspace,
    folder: Path,
    book: Book,
    row: PublishedRow,
    targets: Sequence[tuple[VillageRow, InstallRow]],
) -> tuple[Written, ...]:
    from clerk_app.exchange.stick import StickError  # noqa: PLC0415 - only writing pays for it

    written: list[Written] = []
    for place, install in targets:
        try:
            earlier = write_those(county, folder, book.unwritten(install), place, install)
            written.append(replace(_write(county, folder, row, place, install), beside=earlier))
        except StickError as error:
            # What stood on a stick once goes with the next answers to whoever lacks it; published again, it would have two numbers.
            raise error.then(_the_rest(row, len(written)) if written else "再下发一次") from error
    return tuple(written)


def _the_rest(row: PublishedRow, done: int) -> str:
    return f"再写回执：第 {row.epoch}-{row.number} 号来文已写好 {done} 台电脑的，其余的随回执发给，不用再下发"


def write_those(
    county: CountyWorkspace, folder: Path, chosen: Sequence[InForce], village: VillageRow, install: InstallRow
) -> tuple[Written, ...]:
    """Write publications for a laptop, each in a packet; only within ``only_writer``, and raises as ``publish``."""
    return tuple(_write(county, folder, each.row, village, install) for each in chosen)


def _contents(draft: Draft, title: str, village: str) -> dict[str, bytes]:
    """Return what is sent by village, "" for all others; raises UserError where it is more than a packet holds: with a number it would
    stand in the way of every answer.
    """
    from clerk_app.exchange.packet import LARGEST_CONTENT  # noqa: PLC0415 - only writing pays for it

    contents = {
        code: content_bytes(draft.content_for(code)) for code in ({village} if village else {"", *draft.villages})
    }
    largest, most = max(map(len, contents.values())), LARGEST_CONTENT - _LARGEST_HEAD
    if largest > most:
        raise UserError(
            "“{title}”太大，一份来文装不下（{size} MB，最多 {most} MB）：请删去用不着的列；全县的名单请加村代码一列，各村只收自己的。",
            field="list",
            title=title,
            size=-(-largest // 2**20),
            most=most // 2**20,
        )
    return contents


def _numbered(
    county: CountyWorkspace,
    draft: Draft,
    title: str,
    days: tuple[date, date | None],
    contents: Mapping[str, bytes],
) -> PublishedRow:
    """Note a publication and what it says under the next number, before anything of it is written."""
    from_on, to_on = days
    with county.store.writing() as session:
        epoch, number = rows.take_number(session)
        row = PublishedRow(
            epoch=epoch,
            number=number,
            kind=draft.kind.value,
            title=title,
            from_on=from_on.isoformat(),
            to_on=None if to_on is None else to_on.isoformat(),
            expires_at=_expiry(county.clock.now(), from_on, to_on),
            at=county.now(),
            by=county.clerk,
        )
        county_publications.add(session, row)
        county_publications.add_contents(session, row.place, contents)
    return row


def _targets(county: CountyWorkspace, code: str) -> tuple[tuple[VillageRow, InstallRow], ...]:
    with county.store.reading() as session:
        villages = {each.code: each for each in rows.villages(session)}
        installs = rows.installs(session, code or None)
    if code and code not in villages:
        raise UserError("没有邀请过村代码为 {code} 的村：请核对村代码。", code=code[:20], field="village")
    found = tuple((villages[each.village], each) for each in installs if each.standing == Standing.ADMITTED)
    if not found:
        raise UserError("还没有准入的电脑，没有可发的对象：请先导入村里的报送包并准入。", field="village")
    return found


def _expiry(now: datetime, from_on: date, to_on: date | None) -> str:
    latest = max(now.date(), from_on) + timedelta(days=VALID_DAYS)
    if to_on is not None:
        latest = min(latest, to_on)
    return utc_text(datetime.combine(latest + timedelta(days=1), time(), UTC))


def _write(
    county: CountyWorkspace, folder: Path, row: PublishedRow, village: VillageRow, install: InstallRow
) -> Written:
    from clerk_app.exchange.packet import build_packet  # noqa: PLC0415 - only writing pays for it

    published = _head_of(row)
    with county.store.reading() as session:
        content = county_publications.content(session, row.place, village.code)
    contents = {PUBLICATION: publication_bytes(published), CONTENT: content}
    documents = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    files = {documents[name]: data for name, data in contents.items()}
    expires = _expiry(county.clock.now(), published.from_on, published.to_on)

    def build(place: tuple[int, int]) -> SealedPacket:
        head = packet_head(county, row.kind, village, place, documents=documents, expires_at=expires)
        return build_packet(head, (), files, county.store.county.signing_key, (install.age_recipient,))

    written = send(county, folder, row.kind, village, build, install=install.id)
    with county.store.writing() as session:
        sent = PublishedToRow(
            epoch=row.epoch,
            number=row.number,
            install=install.id,
            village=village.code,
            packet_number=written.number,
            at=county.now(),
        )
        county_publications.add_sent(session, sent)
    return replace(written, ref=f"{row.epoch}-{row.number}", title=row.title)


def _head_of(row: PublishedRow) -> Published:
    return Published(
        kind=PublicationKind.of(row.kind),
        epoch=row.epoch,
        number=row.number,
        title=row.title,
        from_on=date.fromisoformat(row.from_on),
        to_on=None if row.to_on is None else date.fromisoformat(row.to_on),
    )


def published_report(county: CountyWorkspace) -> tuple[PublishedReport, ...]:
    """Return what was published to whom, who still lacks it, and what each village decided, the newest first."""
    with county.store.reading() as session:
        names = {village.code: village.name for village in rows.villages(session)}
        found = {
            (row.place, village): (row, count, at) for row, village, count, at in county_publications.sent(session)
        }
        lacked = _lacked(session, open_book(county, session))
        for place, village in lacked:
            found.setdefault((place, village), (lacked[place, village][0], 0, ""))
        decided = county_publications.decisions(session, county.store.county.id)
        gone = county_publications.withdrawn(session)
    reports = []
    for (place, village), (row, laptops, written_at) in found.items():
        decision = decided.get((*place, village))
        reports.append(
            PublishedReport(
                epoch=row.epoch,
                number=row.number,
                kind=PublicationKind.of(row.kind),
                title=row.title,
                from_on=row.from_on,
                to_on=row.to_on or "",
                village=village,
                village_name=names.get(village, village),
                laptops=laptops,
                written_at=written_at,
                decision="" if decision is None else "accepted" if decision.accepted else "declined",
                decided_on="" if decision is None else decision.decided_on,
                reason="" if decision is None else decision.reason,
                lacking=lacked[place, village][1] if (place, village) in lacked else 0,
                withdrawn_at=gone[place].at if place in gone else "",
            )
        )
    return tuple(sorted(reports, key=lambda each: (-each.epoch, -each.number, each.village)))


def _lacked(session: Session, book: Book) -> dict[tuple[Place, str], tuple[PublishedRow, int]]:
    """Return by publication and village how many admitted laptops lack it."""
    counted: dict[tuple[Place, str], tuple[PublishedRow, int]] = {}
    for install in rows.installs(session):
        for each in book.lacking(install):
            key = (each.row.place, install.village)
            counted[key] = (each.row, counted.get(key, (each.row, 0))[1] + 1)
    return counted

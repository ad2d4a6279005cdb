"""The county publishes: policy packs, local values, lists and village codes, numbered, dated, sealed to every admitted laptop."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
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
from clerk_app.services.publication_drafts import Draft
from clerk_app.storage import county as rows
from clerk_app.storage import county_publications
from clerk_app.storage.county import InstallRow, VillageRow
from clerk_app.storage.county_publications import PublishedRow, PublishedToRow
from clerk_app.storage.unit_of_work import utc_text

if TYPE_CHECKING:
    from clerk_app.exchange.packet import SealedPacket

VALID_DAYS: Final = 180
"""How long a publication may travel, counted from its writing or, where that is later, from the day it takes effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReport:
    """How a publication stands in one village: to how many laptops it went, and what the village decided, as far as it has told.

    ``decision`` is ``accepted``, ``declined`` or empty while nothing was heard.
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


@dataclass(frozen=True, slots=True)
class _Order:
    """What goes into every packet of a publication."""

    draft: Draft
    published: Published
    expires_at: str


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

    All of them carry the same publication number. Raises UserError when the days are out of order or over, nobody is admitted or the village
    is unknown; SituationError when the stick is full, gone or read-only, or another process of this county writes packets: packets
    written before that are whole and good.
    """
    named = title.strip() or draft.title
    if len(named) > LONGEST_TITLE or not named.isprintable():
        raise UserError("名称应是 1 到 {most} 个字。", field="title", most=LONGEST_TITLE)
    if to_on is not None and to_on < from_on:
        raise UserError("止日 {to_on} 早于起日 {from_on}：请改正。", field="until", to_on=to_on, from_on=from_on)
    if to_on is not None and to_on < county.clock.today():
        raise UserError("止日 {to_on} 已经过了，发下去也不会生效：请改正。", field="until", to_on=to_on)
    targets = _targets(county, village.strip())
    expires = _expiry(county.clock.now(), from_on, to_on)
    with only_writer(county):
        published = _numbered(county, draft.kind, named, (from_on, to_on), expires)
        order = _Order(draft, published, expires)
        return tuple(_write(county, folder, order, place, install) for place, install in targets)


def _numbered(
    county: CountyWorkspace, kind: PublicationKind, title: str, days: tuple[date, date | None], expires: str
) -> Published:
    """Note a publication under the next number, before anything of it is written."""
    from_on, to_on = days
    with county.store.writing() as session:
        epoch, number = rows.take_number(session)
        row = PublishedRow(
            epoch=epoch,
            number=number,
            kind=kind.value,
            title=title,
            from_on=from_on.isoformat(),
            to_on=None if to_on is None else to_on.isoformat(),
            expires_at=expires,
            at=county.now(),
            by=county.clerk,
        )
        county_publications.add(session, row)
    return Published(kind=kind, epoch=epoch, number=number, title=title, from_on=from_on, to_on=to_on)


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
    county: CountyWorkspace,
    folder: Path,
    order: _Order,
    village: VillageRow,
    install: InstallRow,
) -> Written:
    from clerk_app.exchange.packet import build_packet  # noqa: PLC0415 - only writing pays for it

    draft, published = order.draft, order.published
    contents = {PUBLICATION: publication_bytes(published), CONTENT: content_bytes(draft.content_for(village.code))}
    documents = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    files = {documents[name]: data for name, data in contents.items()}

    def build(place: tuple[int, int]) -> SealedPacket:
        head = packet_head(county, draft.kind.value, village, place, documents=documents, expires_at=order.expires_at)
        return build_packet(head, (), files, county.store.county.signing_key, (install.age_recipient,))

    written = send(county, folder, draft.kind.value, village, build, install=install.id)
    with county.store.writing() as session:
        row = PublishedToRow(
            epoch=published.epoch,
            number=published.number,
            install=install.id,
            village=village.code,
            packet_number=written.number,
            at=county.now(),
        )
        county_publications.add_sent(session, row)
    return written


def published_report(county: CountyWorkspace) -> tuple[PublishedReport, ...]:
    """Return what was published to whom and what each village decided, the newest first."""
    with county.store.reading() as session:
        names = {village.code: village.name for village in rows.villages(session)}
        found = county_publications.sent(session)
        decided = county_publications.decisions(session, county.store.county.id)
    reports = []
    for row, village, laptops, written_at in found:
        decision = decided.get((row.epoch, row.number, village))
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
            )
        )
    return tuple(reports)

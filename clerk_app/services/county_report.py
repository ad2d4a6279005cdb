"""How the county stands with each village: laptops, acts settled and waiting, forks, people in two villages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from clerk_app.exchange.seal import fingerprint
from clerk_app.services.county import CountyWorkspace
from clerk_app.services.county_doubles import Double, all_doubles
from clerk_app.services.county_earlier import earlier_notices
from clerk_app.services.county_publish import PublishedReport, published_report
from clerk_app.services.county_transfers import waiting_beyond
from clerk_app.storage import county as rows
from clerk_app.storage import county_seats
from clerk_app.storage.county import InstallRow, Session
from clerk_app.storage.county_earlier import villages_with_arrivals

_MOST_APART: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptApart:
    """An act whose number another act has, or that came after its epoch was over: where it stood, and what it was."""

    epoch: int
    number: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaptopReport:
    """One laptop: ``standing`` is waiting, admitted or revoked; the counts are of its acts, ``apart`` the first of those ``forked`` counts."""

    install: str
    standing: str
    fingerprint: str
    epoch: int
    settled_to: int
    applied: int
    refused: int
    held: int
    forked: int
    quarantined: int
    behind: bool
    seat: int = 0
    contested: int = 0
    apart: tuple[KeptApart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageReport:
    """One village; ``last_packet_at`` is empty when none came yet, ``later`` is how many households wait for it beyond what one answer
    brings.
    """

    code: str
    name: str
    packets: int
    last_packet_at: str
    laptops: tuple[LaptopReport, ...]
    later: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReport:
    """What a village's answers tell it of a payment that was taken back, or recorded later, where its people came from; ``kind`` as in notices."""

    village: str
    village_name: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyReport:
    """The whole county at one moment."""

    region: str
    name: str
    fingerprint: str
    epoch: int
    last_number: int
    villages: tuple[VillageReport, ...]
    doubles: tuple[Double, ...]
    publications: tuple[PublishedReport, ...] = ()
    earlier: tuple[EarlierReport, ...] = ()


def report(county: CountyWorkspace) -> CountyReport:
    """Return how the exchange stands."""
    with county.store.reading() as session:
        counts = rows.counts_by_state(session)
        packets = rows.packet_counts(session)
        later = waiting_beyond(session)
        villages = [
            VillageReport(
                code=village.code,
                name=village.name,
                packets=packets.get(village.code, (0, ""))[0],
                last_packet_at=packets.get(village.code, (0, ""))[1],
                laptops=_laptops(session, village.code, counts),
                later=later.get(village.code, 0),
            )
            for village in rows.villages(session)
        ]
        epoch, number = rows.counter(session)
        doubles = all_doubles(session)
        earlier = tuple(_earlier(session, {village.code: village.name for village in villages}))
    about = county.store.county
    return CountyReport(
        region=about.region,
        name=about.name,
        fingerprint=county.fingerprint,
        epoch=epoch,
        last_number=number,
        villages=tuple(villages),
        doubles=doubles,
        publications=published_report(county),
        earlier=earlier,
    )


def _earlier(session: Session, names: Mapping[str, str]) -> Iterator[EarlierReport]:
    for code in villages_with_arrivals(session):
        for notice in earlier_notices(session, code, names):
            yield EarlierReport(village=code, village_name=names.get(code, code), kind=notice.kind, text=notice.text)


def _laptops(session: Session, village: str, counts: Mapping[tuple[str, str, str], int]) -> tuple[LaptopReport, ...]:
    seats = county_seats.seats(session, village)
    installs = rows.installs(session, village)
    return tuple(_laptop(session, install, counts, seats.get(install.id, 0)) for install in installs)


def _laptop(
    session: Session, install: InstallRow, counts: Mapping[tuple[str, str, str], int], seat: int
) -> LaptopReport:
    epochs = [row for row in rows.epochs(session, install.id).values() if row.number]
    of = {state: counts.get((install.village, install.id, state), 0) for state in rows.STATES}
    return LaptopReport(
        install=install.id,
        standing=install.standing,
        fingerprint=fingerprint(bytes.fromhex(install.signer)),
        epoch=epochs[-1].epoch if epochs else 0,
        settled_to=epochs[-1].number if epochs else 0,
        applied=of[rows.APPLIED],
        refused=of[rows.REFUSED],
        held=of[rows.HELD],
        forked=of[rows.FORKED],
        quarantined=of[rows.QUARANTINED],
        contested=of[rows.CONTESTED],
        behind=install.behind_epoch > 0,
        seat=seat,
        apart=tuple(_apart(session, install)) if of[rows.FORKED] else (),
    )


def _apart(session: Session, install: InstallRow) -> Iterator[KeptApart]:
    for kept in islice(rows.acts_in_state(session, install.village, install.id, (rows.FORKED,)), _MOST_APART):
        yield KeptApart(epoch=kept.act.epoch, number=kept.act.number, kind=kept.act.kind)

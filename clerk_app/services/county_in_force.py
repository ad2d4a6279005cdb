"""What the county has in force for a village, and which of it a laptop still lacks: that goes along with its answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clerk_app.domain.publication import PublicationKind, series_of
from clerk_app.errors import UserError
from clerk_app.exchange.protocol import Standing
from clerk_app.exchange.publication_list import NEVER_TOLD, Listed, list_bytes
from clerk_app.services.county import CountyWorkspace
from clerk_app.storage import county_files, county_publications
from clerk_app.storage.county import InstallRow, Session
from clerk_app.storage.county_publications import Place, PublishedRow, WithdrawnRow

_LONGEST_REASON: Final = 200


@dataclass(frozen=True, slots=True)
class InForce:
    """A publication that holds today or will hold in a village, with the SHA-256 of what it says there."""

    row: PublishedRow
    sha256: str

    @property
    def listed(self) -> Listed:
        """Return what answers say of it."""
        return Listed(self.row.place, self.row.title, self.sha256)


@dataclass(frozen=True, slots=True)
class Book:
    """What the county published, read once for as many laptops as are written to: what is open on a day, and what each laptop has of it."""

    day: str
    open_ones: tuple[PublishedRow, ...]
    withdrawn: frozenset[Place]
    hashes: Mapping[str, Mapping[Place, str]]
    written: Mapping[str, frozenset[Place]]
    asked: Mapping[str, frozenset[str]]
    decided: frozenset[tuple[Place, str]]

    def in_force(self, village: str) -> tuple[InForce, ...]:
        """Return what a village should have: meant for it, neither over, nor taken back, nor replaced for good, in the order of the numbers.

        What an older program published is not among it, for its content was not kept.
        """
        hashes = self._meant(village)
        meant = [row for row in self.open_ones if row.place in hashes]
        return tuple(InForce(row, hashes[row.place]) for row in meant if not _is_replaced(row, meant, self.day))

    def unwritten(self, install: InstallRow) -> tuple[InForce, ...]:
        """Return what of it was never written for a laptop; nothing for one that is not admitted."""
        if install.standing != Standing.ADMITTED:
            return ()
        written = self.written.get(install.id, frozenset())
        return tuple(each for each in self.in_force(install.village) if each.row.place not in written)

    def lacking(self, install: InstallRow) -> tuple[InForce, ...]:
        """Return what of it a laptop lacks: what was never written for it, and what its newest packet asks for.

        One that no answer has told yet what is in force lacks all of it, whatever was written, for the stick may be lost; but not what its
        village has decided about.
        """
        unwritten, asked = self.unwritten(install), self.asked.get(install.id, frozenset())
        if install.standing != Standing.ADMITTED or not asked:
            return unwritten

        def is_lost(each: InForce) -> bool:
            is_known = NEVER_TOLD not in asked or (each.row.place, install.village) in self.decided
            return not is_known or each.listed.request in asked

        return tuple(each for each in self.in_force(install.village) if each in unwritten or is_lost(each))

    def document(self, village: str) -> bytes:
        """Return the document that tells a village's laptop what is in force."""
        listed = [each.listed for each in self.in_force(village)]
        return list_bytes(listed, self.withdrawn & self._meant(village).keys())

    def _meant(self, village: str) -> dict[Place, str]:
        """Return the hash of what each publication says to a village; its own words go before those for everybody."""
        return {**self.hashes.get("", {}), **self.hashes.get(village, {})}


def open_book(county: CountyWorkspace, session: Session) -> Book:
    """Read what was published, without its contents, as it stands today."""
    day = county.clock.today().isoformat()
    decisions = county_publications.decisions(session, county.store.county.id)
    gone = frozenset(county_publications.withdrawn(session))
    return Book(
        day=day,
        open_ones=tuple(
            row
            for row in county_publications.published(session)
            if row.place not in gone and (row.to_on is None or row.to_on >= day)
        ),
        withdrawn=gone,
        hashes=county_publications.content_hashes(session),
        written=county_publications.written(session),
        asked=county_files.asked(session),
        decided=frozenset(((epoch, number), village) for epoch, number, village in decisions),
    )


def _is_replaced(one: PublishedRow, others: Iterable[PublishedRow], day: str) -> bool:
    """Say whether one that goes before it in the same series holds on every day that is left to it; local values add up instead."""
    kind = PublicationKind.of(one.kind)
    if kind is PublicationKind.PARAMETERS:
        return False
    series, begins = series_of(kind, one.title), max(day, one.from_on)
    return any(
        series_of(PublicationKind.of(other.kind), other.title) == series
        and (other.from_on, other.place) > (one.from_on, one.place)
        and other.from_on <= begins
        and (other.to_on is None or (one.to_on is not None and other.to_on >= one.to_on))
        for other in others
    )


def withdraw(county: CountyWorkspace, ref: str, reason: str) -> PublishedRow:
    """Take a publication back: it goes to nobody any more, and where nobody accepted it yet nobody can. What was accepted holds.

    ``ref`` is ``1-17``, or the number alone where only one has it. Raises UserError when there is none, it was taken back before, or no
    reason is given.
    """
    why = reason.strip()
    if not 0 < len(why) <= _LONGEST_REASON or not why.isprintable():
        raise UserError("请写明收回的原因，最多 {most} 个字。", field="reason", most=_LONGEST_REASON)
    wanted = ref.strip()
    with county.store.writing() as session:
        known = [row for row in county_publications.published(session) if wanted in {_ref(row), str(row.number)}]
        found = [row for row in known if _ref(row) == wanted] or known
        row = _the_only(found, wanted)
        if row.place in county_publications.withdrawn(session):
            raise UserError("第 {ref} 号来文已经收回了。", field="ref", ref=_ref(row))
        taken = WithdrawnRow(epoch=row.epoch, number=row.number, reason=why, at=county.now(), by=county.clerk)
        county_publications.withdraw(session, taken)
    return row


def _the_only(found: Sequence[PublishedRow], wanted: str) -> PublishedRow:
    if len(found) > 1:
        raise UserError(
            "第“{ref}”号来文不止一份（{refs}）：请写全编号。",
            field="ref",
            ref=wanted[:20],
            refs="、".join(map(_ref, found)),
        )
    if not found:
        raise UserError(
            "没有第“{ref}”号来文：请用 clerk county report 查看，“来文”表的第一列就是编号，如 1-17。",
            field="ref",
            ref=wanted[:20],
        )
    return found[0]


def _ref(row: PublishedRow) -> str:
    return f"{row.epoch}-{row.number}"

"""The county's answers: what is settled, held, refused or apart of each laptop, sealed to it, with what it lost."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app.domain.act import Act
from clerk_app.domain.attachment import attached_in
from clerk_app.errors import UserError
from clerk_app.exchange.documents import (
    ANSWER,
    CATCH_UP,
    MOST_TOLD,
    Notice,
    answer_bytes,
    lines_bytes,
    read_lines,
)
from clerk_app.exchange.protocol import Answer, Position, Standing, Told
from clerk_app.exchange.village_order import OTHERS
from clerk_app.services.county import CountyWorkspace, Written, only_writer, packet_head, send
from clerk_app.services.county_doubles import all_doubles, notices_for
from clerk_app.services.county_earlier import earlier_notices
from clerk_app.services.county_in_force import Book, open_book
from clerk_app.services.county_order import order_documents
from clerk_app.services.county_publish import write_those
from clerk_app.services.county_transfers import NOTHING, Telling, tell_transfers
from clerk_app.services.lacking_files import MOST_ATTACHED
from clerk_app.storage import attached_files, county_files, county_papers_sent
from clerk_app.storage import county as rows
from clerk_app.storage.county import InstallRow, Session
from clerk_app.storage.unit_of_work import utc_text

if TYPE_CHECKING:
    from clerk_app.exchange.packet import SealedPacket

VALID_DAYS: Final = 180
"""How long an answer may travel: sticks lie in drawers, yet an answer of last year says nothing any more."""


def write_answers(county: CountyWorkspace, folder: Path, village: str = "") -> tuple[Written, ...]:
    """Write one answer for each admitted or revoked laptop, of one village or of all, and verify each on the stick.

    Before the answer of an admitted laptop goes what is in force of the county's publications and it lacks (``beside``).
    Raises UserError when there is nobody to answer, StickError when the stick is full, gone or read-only, SituationError when another
    process of this county writes packets; answers written before that are whole and good.
    """
    code = village.strip()
    with county.store.reading() as session:
        if code and rows.village(session, code) is None:
            raise UserError("没有邀请过村代码为 {code} 的村：请核对村代码。", code=code, field="village")
        installs = [each for each in rows.installs(session, code or None) if each.standing != Standing.WAITING]
    if not installs:
        raise UserError("还没有准入的电脑，没有可写的回执：请先导入村里的报送包并准入。")
    with only_writer(county):
        with county.store.reading() as session:
            book = open_book(county, session)
        return _write_each(county, folder, book, installs)


def _write_each(
    county: CountyWorkspace, folder: Path, book: Book, installs: Sequence[InstallRow]
) -> tuple[Written, ...]:
    from clerk_app.exchange.stick import StickError  # noqa: PLC0415 - only writing pays for it

    written: list[Written] = []
    for install in installs:
        try:
            written.append(_write(county, folder, book, install))
        except StickError as error:
            good = f"；已写好的 {len(written)} 份有效" if written else ""
            raise error.then(f"再写回执{good}") from error
    return tuple(written)


def _write(county: CountyWorkspace, folder: Path, book: Book, install: InstallRow) -> Written:
    from clerk_app.exchange.packet import build_packet  # noqa: PLC0415 - only writing pays for it

    with county.store.reading() as session:
        village = next(each for each in rows.villages(session) if each.code == install.village)
        current = rows.install(session, install.id) or install
        answer, notices = _answer(session, current), _notices(session, current)
        contents = _contents(county, session, current, book)
    document = answer_bytes(answer, notices)
    documents = {ANSWER: _sha256(document), **contents.documents}
    files = {_sha256(document): document, **contents.files}
    # Before the answer, so that whoever reads both in their order misses nothing of what the answer names.
    published = write_those(county, folder, book.lacking(current), village, current)
    expires = utc_text(county.clock.now() + timedelta(days=VALID_DAYS))

    def build(place: tuple[int, int]) -> SealedPacket:
        head = packet_head(county, ANSWER, village, place, documents=documents, expires_at=expires)
        return build_packet(head, (), files, county.store.county.signing_key, (current.age_recipient,))

    written = send(county, folder, ANSWER, village, build, install=current.id)
    if contents.moves.files:
        with county.store.writing() as session:
            county_papers_sent.note_sent(session, current.id, contents.moves.files & files.keys())
    return replace(
        written,
        held=len(answer.held),
        refused=len(answer.refused),
        notices=len(notices),
        beside=published,
        later=contents.moves.later,
        not_sent=contents.moves.not_sent,
    )


@dataclass(frozen=True, slots=True)
class _Contents:
    """What goes along with an answer: documents by name, files by SHA-256, and what it says of households between villages."""

    documents: dict[str, str]
    files: dict[str, bytes]
    moves: Telling = NOTHING


def _contents(county: CountyWorkspace, session: Session, install: InstallRow, book: Book) -> _Contents:
    """Return what goes along; a laptop that is shut out gets but its own acts."""
    documents: dict[str, str] = {}
    files: dict[str, bytes] = {}
    if install.behind_epoch:
        lines = lines_bytes(
            rows.acts_after(session, install.village, install.id, install.behind_epoch, install.behind_number)
        )
        documents[CATCH_UP] = _sha256(lines)
        files[_sha256(lines)] = lines
    own = attached_in(_acts_of(files.values()))
    if install.standing != Standing.ADMITTED:
        return _Contents(documents, {**files, **_attached(session, (own,))})
    moves = tell_transfers(session, install.village, county.clock.today())
    moved, moved_files = moves.document
    ordered, ordered_files = order_documents(session, install)
    listed, listed_files = book.document(install.village)
    others = attached_in(_acts_of((ordered_files[ordered[OTHERS]],))) if OTHERS in ordered else frozenset()
    asked = county_files.asked_for(session, install.id, install.village, moves.files)
    not_shown = county_papers_sent.not_shown(session, install.id, moves.files)
    attached = _attached(session, (own, others, asked, not_shown))
    return _Contents(
        {**documents, **listed, **moved, **ordered},
        {**files, **listed_files, **moved_files, **ordered_files, **attached},
        moves,
    )


def _attached(session: Session, wanted: Sequence[frozenset[str]]) -> dict[str, bytes]:
    """Return as many of these files as fit, those named first before the others."""
    found: dict[str, bytes] = {}
    for some in wanted:
        left = MOST_ATTACHED - sum(map(len, found.values()))
        found |= attached_files.contents(session, some - found.keys(), most_bytes=left)
    return found


def _answer(session: Session, install: InstallRow) -> Answer:
    def told(state: str) -> tuple[Told, ...]:
        found = rows.acts_in_state(session, install.village, install.id, (state,))
        return tuple(
            Told(kept.act.epoch, kept.act.number, kept.act.hash, kept.why) for kept in islice(found, MOST_TOLD)
        )

    apart = rows.acts_in_state(session, install.village, install.id, (rows.FORKED,))
    return Answer(
        install=install.id,
        standing=Standing(install.standing),
        applied=tuple(
            Position(row.epoch, row.number, row.hash) for row in rows.epochs(session, install.id).values() if row.number
        ),
        held=told(rows.HELD),
        refused=told(rows.REFUSED),
        apart=tuple((kept.act, kept.why) for kept in islice(apart, MOST_TOLD)),
    )


def _notices(session: Session, install: InstallRow) -> tuple[Notice, ...]:
    names = {village.code: village.name for village in rows.villages(session)}
    doubles = notices_for(all_doubles(session), install.village, names)
    return (*doubles, *earlier_notices(session, install.village, names))


def _acts_of(documents: Iterable[bytes]) -> Iterator[Act]:
    for lines in documents:
        if b'"attachment"' in lines:
            yield from read_lines(lines)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

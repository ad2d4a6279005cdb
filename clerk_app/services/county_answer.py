"""The county's answers: what is settled, held, refused or apart of each laptop, sealed to it, with what it lost."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app.domain.act import Act, to_line
from clerk_app.domain.attachment import attached_in
from clerk_app.domain.transfer import GOES_ON
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
from clerk_app.exchange.publication_list import PUBLICATIONS
from clerk_app.exchange.transfers import TRANSFERS
from clerk_app.exchange.village_order import OTHERS, Order
from clerk_app.services.county import CountyWorkspace, Written, only_writer, packet_head, send
from clerk_app.services.county_doubles import all_doubles, notices_for
from clerk_app.services.county_earlier import earlier_notices
from clerk_app.services.county_in_force import Book, open_book
from clerk_app.services.county_order import order_documents, order_for
from clerk_app.services.county_publish import write_those
from clerk_app.services.county_transfers import NOTHING, Telling, tell_transfers
from clerk_app.services.lacking_files import MOST_ATTACHED
from clerk_app.storage import attached_files, county_files, county_papers_sent
from clerk_app.storage import county as rows
from clerk_app.storage.county import InstallRow, Session
from clerk_app.storage.county_parts import Part, part_that_fits
from clerk_app.storage.unit_of_work import utc_text

if TYPE_CHECKING:
    from clerk_app.exchange.packet import SealedPacket

VALID_DAYS: Final = 180
"""How long an answer may travel: sticks lie in drawers, yet an answer of last year says nothing any more."""
_MOST_APART: Final = 16 * 1024 * 1024
"""Characters of the acts kept apart that an answer brings whole."""


class _TooLargeError(UserError):
    """One laptop's answer fits into no packet: ``size`` bytes; ``written`` of the other answers are on the stick."""

    def __init__(self, install: str, size: int, most: int, written: int = 0) -> None:
        self.about = (install, size, most)
        super().__init__(
            "电脑 {install} 缺的变更有 {size} MB，一份回执装不下（最多 {most} MB）：请村里用最近的备份恢复这台电脑，少缺一些，再报送一次。{others}",
            install=install,
            size=-(-size // 2**20),
            most=most // 2**20,
            others=f"其余 {written} 份回执已写好，有效。" if written else "",
        )


def write_answers(county: CountyWorkspace, folder: Path, village: str = "") -> tuple[Written, ...]:
    """Write one answer for each admitted or revoked laptop, of one village or of all, and verify each on the stick.

    Before the answer of an admitted laptop goes what is in force of the county's publications and it lacks (``beside``).
    Raises UserError when there is nobody to answer or one answer fits into no packet, StickError when the stick is full, gone or
    read-only, SituationError when another process of this county writes packets; answers written before that are whole and good.
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
    too_large: _TooLargeError | None = None
    for install in installs:
        try:
            written.append(_write(county, folder, book, install))
        except StickError as error:
            good = f"；已写好的 {len(written)} 份有效" if written else ""
            raise error.then(f"再写回执{good}") from error
        except _TooLargeError as error:  # the others are not to wait for it
            too_large = too_large or error
    if too_large is not None:
        raise _TooLargeError(*too_large.about, len(written))
    return tuple(written)


def _write(county: CountyWorkspace, folder: Path, book: Book, install: InstallRow) -> Written:
    from clerk_app.exchange.packet import build_packet  # noqa: PLC0415 - only writing pays for it

    with county.store.reading() as session:
        village = next(each for each in rows.villages(session) if each.code == install.village)
        current = rows.install(session, install.id) or install
        contents = _contents(county, session, current, book)
    documents = {name: _sha256(data) for name, data in contents.papers.items()}
    files = {**{documents[name]: data for name, data in contents.papers.items()}, **contents.attached}
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
        held=contents.held,
        refused=contents.refused,
        notices=contents.notices,
        beside=published,
        left=contents.left,
        later=contents.moves.later,
        not_sent=contents.moves.not_sent,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contents:
    """What an answer brings: documents by name, attached files by SHA-256, what it says of households between villages, and in counts
    what it says of acts. ``left`` is how many settled acts it has no room for.
    """

    papers: dict[str, bytes]
    attached: dict[str, bytes]
    moves: Telling
    held: int
    refused: int
    notices: int
    left: int


def _contents(county: CountyWorkspace, session: Session, install: InstallRow, book: Book) -> _Contents:
    """Return what an answer brings; a laptop that is shut out gets but its own acts.

    Of what can be much, the others' acts, households and files, it brings the first that fit, and says that there is more. Raises
    _TooLargeError where it does not fit all the same: then the laptop's own lost acts are too many.
    """
    order = order_for(session, install)
    part = _part(session, install, order)
    papers = _lost(session, install)
    wanted = [attached_in(_acts_of(papers.values()))]
    moves = NOTHING
    if install.standing == Standing.ADMITTED:
        moves = tell_transfers(session, install.village, county.clock.today())
        papers |= {PUBLICATIONS: book.document(install.village), **({TRANSFERS: moves.data} if moves.data else {})}
        if order is not None:
            to = 0 if part is None else part.to
            told = (order_for(session, install, to) or order) if to else order
            papers |= order_documents(session, install, told, to)
            wanted.append(attached_in(_acts_of((papers[OTHERS],))))
        wanted.append(county_files.asked_for(session, install.id, install.village, moves.files))
        wanted.append(county_papers_sent.not_shown(session, install.id, moves.files))
    left = 0 if part is None else part.left
    answer, notices = _answer(session, install, part), _notices(session, install, left, moves.later)
    papers[ANSWER] = answer_bytes(answer, notices)
    _require_fits(install, papers.values())
    return _Contents(
        papers=papers,
        attached=_attached(session, wanted, papers.values()),
        moves=moves,
        held=len(answer.held),
        refused=len(answer.refused),
        notices=len(notices),
        left=left,
    )


def _lost(session: Session, install: InstallRow) -> dict[str, bytes]:
    """Return the document with the laptop's own acts that it seems to have lost, nothing where it has them all."""
    if not install.behind_epoch:
        return {}
    acts = rows.acts_after(session, install.village, install.id, install.behind_epoch, install.behind_number)
    return {CATCH_UP: lines_bytes(acts)}


def _part(session: Session, install: InstallRow, order: Order | None) -> Part | None:
    """Return how far an answer goes, None: all the way, as for a laptop that gets its own lost acts back: half of them do not join."""
    if order is None or install.behind_epoch:
        return None
    return part_that_fits(session, install, order.after)


def _require_fits(install: InstallRow, papers: Collection[bytes]) -> None:
    from clerk_app.exchange.packet import LARGEST_CONTENT  # noqa: PLC0415 - only writing pays for it

    size = sum(map(len, papers))
    if size > LARGEST_CONTENT:
        raise _TooLargeError(install.id, size, LARGEST_CONTENT)


def _attached(session: Session, wanted: Sequence[frozenset[str]], papers: Collection[bytes]) -> dict[str, bytes]:
    """Return as many of these files as fit beside the documents, those named first before the others."""
    from clerk_app.exchange.packet import LARGEST_CONTENT, MOST_FILES  # noqa: PLC0415 - only writing pays for it

    room = min(MOST_ATTACHED, LARGEST_CONTENT - sum(map(len, papers)))
    found: dict[str, bytes] = {}
    for some in wanted:
        left, most = room - sum(map(len, found.values())), MOST_FILES - len(papers) - len(found)
        found |= attached_files.contents(session, some - found.keys(), most_bytes=left, most=most)
    return found


def _answer(session: Session, install: InstallRow, part: Part | None) -> Answer:
    def told(state: str) -> tuple[Told, ...]:
        found = rows.acts_in_state(session, install.village, install.id, (state,))
        return tuple(
            Told(kept.act.epoch, kept.act.number, kept.act.hash, kept.why) for kept in islice(found, MOST_TOLD)
        )

    epochs = rows.epochs(session, install.id).values()
    ends = tuple((row.epoch, row.number, row.hash) for row in epochs if row.number) if part is None else part.ends
    return Answer(
        install=install.id,
        standing=Standing(install.standing),
        applied=tuple(Position(*end) for end in ends),
        held=told(rows.HELD),
        refused=told(rows.REFUSED),
        apart=tuple(_apart(session, install)),
    )


def _apart(session: Session, install: InstallRow) -> Iterator[tuple[Act, str]]:
    """Give the acts kept beside the chain, the first of them, as they go whole."""
    total = 0
    for kept in islice(rows.acts_in_state(session, install.village, install.id, (rows.FORKED,)), MOST_TOLD):
        total += len(to_line(kept.act))
        if total > _MOST_APART:
            return
        yield kept.act, kept.why


def _notices(session: Session, install: InstallRow, left: int, later: int) -> tuple[Notice, ...]:
    names = {village.code: village.name for village in rows.villages(session)}
    doubles = notices_for(all_doubles(session), install.village, names)
    found = (*doubles, *earlier_notices(session, install.village, names))[: MOST_TOLD - 1]
    more = (
        f"还有 {left} 笔变更这份回执装不下：请现在再报送一次，随下一份回执接着带来。" if left else "",
        f"还有 {later} 户等待迁入，这份回执装不下：先办好前面的，报送以后，随下一份回执带来。" if later else "",
    )
    return (*found, Notice(kind=GOES_ON, records=(), elsewhere="", text="".join(more))) if any(more) else found


def _acts_of(documents: Iterable[bytes]) -> Iterator[Act]:
    for lines in documents:
        if b'"attachment"' in lines:
            yield from read_lines(lines)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

"""The village reads the county's answers: only they clear the outbox, and what they refuse comes to a person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerk_app.domain.act import canonical_json
from clerk_app.domain.publication import PACKET_KINDS
from clerk_app.domain.transfer import EARLIER_REVERSED
from clerk_app.errors import UserError
from clerk_app.services import work
from clerk_app.services.catching_up import Brought, CaughtUp, GoneOver, take_over
from clerk_app.services.lacking_files import lacking
from clerk_app.services.published_here import PUBLISHED, clashing, not_come, taken_back, told_list
from clerk_app.services.sentences import NOTHING, Sentence, sentence, sentence_of_error
from clerk_app.services.settled_first import tell_how_settled
from clerk_app.services.transfers_told import note_transfers
from clerk_app.services.workspace import Workspace
from clerk_app.storage import attached_files, journal, lost, peer
from clerk_app.storage.peer import CountyRow, ReceivedRow, Session
from clerk_app.storage.transfers import REVERSED_THERE
from clerk_app.storage.unit_of_work import utc_text
from clerk_app.terms import ACT_KINDS

if TYPE_CHECKING:
    from clerk_app.exchange.packet import Packet
    from clerk_app.exchange.protocol import Answer, Reading

IMPORTED: Final = "imported"
ALREADY: Final = "already"
OLDER: Final = "older"
OWN: Final = "own"
REFUSED: Final = "refused"
SKIPPED: Final = "skipped"
"""What became of a file: imported, imported before, older than what was imported, our own, refused whole, not for this laptop."""

_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class ToldAct:
    """One act of ours that the county holds back or refused: its number, what it was in words, and why."""

    number: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one file. ``waiting`` is how many acts wait for the stick after it; ``opened`` how many new work items it made.

    ``caught_up`` tells of a laptop that had fallen behind, ``lacks`` that it has and the county's acts are not here yet. ``settled`` are
    the epoch and number up to which the county settled our acts, ``cleared`` how many that took off the list, ``standing`` what the
    county holds of this laptop, ``told`` the acts it refused and then those it holds, ``noticed`` its words on other villages.
    ``from_others`` is how many acts of the village's other laptops came with it, ``conflicts`` how many values wait for a person now.
    ``not_come`` are the titles of publications that the county says are in force and that have not come here, ``taken_back`` of those here that
    it took back since. Of a publication ``stands`` says how it stands here.
    """

    file: str
    status: str
    reason: Sentence = NOTHING
    number: int = 0
    waiting: int = 0
    held: int = 0
    refused: int = 0
    notices: int = 0
    opened: int = 0
    lacks: bool = False
    caught_up: CaughtUp | None = None
    kind: str = "answer"
    title: str = ""
    settled: tuple[int, int] = (0, 0)
    cleared: int = 0
    standing: str = ""
    told: tuple[ToldAct, ...] = ()
    noticed: tuple[str, ...] = ()
    from_others: int = 0
    conflicts: int = 0
    not_come: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()
    stands: str = ""


def import_packets(workspace: Workspace, sources: Iterable[Path]) -> tuple[Imported, ...]:
    """Import every answer for this laptop among these files and folders; what is refused changes nothing.

    Raises UserError before the enrolment and when a path leads nowhere, SituationError when stick or disk do not answer.
    """
    return tuple(import_file(workspace, path, named=named) for path, named in files_of(workspace, sources))


def files_of(workspace: Workspace, sources: Iterable[Path]) -> tuple[tuple[Path, bool], ...]:
    """Return the packets to import among these files and folders, each with whether it was named itself, the oldest number first.

    Raises UserError before the enrolment and when a path leads nowhere, SituationError when the stick does not answer.
    """
    from clerk_app.exchange.stick import packets_in  # noqa: PLC0415 - only this step needs the packets

    with workspace.store.reading() as connection:
        if peer.county(connection) is None:
            raise _not_enrolled()
    return tuple((path, path == source) for source in sources for path in packets_in(source))


def _not_enrolled() -> UserError:
    return UserError("本村还没有登记县里：请先到“报送 → 登记”（或用 clerk enrol）打开县里的邀请。", field="county")


def import_file(workspace: Workspace, path: Path, *, named: bool) -> Imported:
    """Import one file in one transaction and say what became of it; raises SituationError when stick or disk do not answer."""
    from clerk_app.exchange.packet import is_unsealed, open_unsealed  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.exchange.seal import SealedToAnotherError  # noqa: PLC0415 - as above
    from clerk_app.exchange.stick import read_file  # noqa: PLC0415 - as above

    try:
        data = read_file(path)
        if is_unsealed(data):
            open_unsealed(data, None)  # what is damaged, or no packet at all, says so
            told = sentence("这是县里的邀请文件：请到“报送 → 登记”打开。")
            return Imported(file=path.name, status=REFUSED if named else SKIPPED, reason=told)
        return import_answer(workspace, path.name, data, named=named)
    except SealedToAnotherError as error:
        return Imported(file=path.name, status=REFUSED if named else SKIPPED, reason=sentence_of_error(error))
    except UserError as error:
        return Imported(file=path.name, status=REFUSED, reason=sentence_of_error(error))


def import_answer(workspace: Workspace, name: str, data: bytes, *, named: bool = True) -> Imported:
    """Import one file in one transaction; raises UserError when it is refused. ``named``: the clerk chose this very file."""
    from clerk_app.exchange.packet import open_packet  # noqa: PLC0415 - only this step needs the packets

    install = workspace.store.install
    packet = open_packet(data, (install.age_secret,), None)
    if packet.manifest.install == install.id:
        return Imported(file=name, status=OWN, reason=sentence("这是本机自己写的报送包。"))
    with workspace.store.writing() as connection:
        county = peer.county(connection)
        if county is None:
            raise _not_enrolled()
        _check_sender(packet, county)
        is_known = peer.is_received(connection, hashlib.sha256(data).hexdigest())
        if not is_known:  # what came in time stays come, however long the stick lies there
            _check_age(packet, workspace.clock.now())
        if packet.manifest.kind in PACKET_KINDS:
            return _take_publication(workspace, connection, name, packet, named=named)
        place = (packet.manifest.epoch, packet.manifest.number)
        if is_known:
            return Imported(file=name, status=ALREADY, number=place[1], reason=sentence("这份回执已经导入过。"))
        if place <= (county.epoch, county.number):
            older = UserError(
                "这份回执（第 {number} 号）不比已导入的第 {newest} 号新：请导入县里最新的回执；它就是最新的，请先报送一次，再要一份回执。",
                number=place[1],
                newest=county.number,
            )
            if named:
                raise older
            return Imported(file=name, status=OLDER, number=place[1], reason=sentence_of_error(older))
        return _take(workspace, connection, name, packet)


def _check_sender(packet: Packet, county: CountyRow) -> None:
    from clerk_app.exchange.documents import ANSWER  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.exchange.seal import fingerprint  # noqa: PLC0415 - as above

    if packet.signer.hex() != county.signer or packet.manifest.install != county.id:
        raise UserError(
            "不认识这份文件的发送方（指纹 {fingerprint}），它不是本村登记的县：请先和县里当面核对，再到“报送 → 登记”重新登记。",
            fingerprint=fingerprint(packet.signer),
        )
    if packet.manifest.kind != ANSWER and packet.manifest.kind not in PACKET_KINDS:
        raise UserError("这份文件的种类（{kind}）本版本不认识：请先升级本程序再导入。", kind=packet.manifest.kind)


def _check_age(packet: Packet, now: datetime) -> None:
    from clerk_app.exchange.documents import ANSWER  # noqa: PLC0415 - only this step needs the packets

    expires = packet.manifest.expires_at
    if expires and now > datetime.fromisoformat(expires):
        raise UserError(
            "这份{what}已在 {day} 过期：请向县里要新的{what}；如果没有过期，请检查电脑的日期。",
            what="回执" if packet.manifest.kind == ANSWER else "来文",
            day=(datetime.fromisoformat(expires) - timedelta(seconds=1)).astimezone().date(),
        )


def _take_publication(workspace: Workspace, session: Session, name: str, packet: Packet, *, named: bool) -> Imported:
    """Note what the county published; it waits for a person, and changes nothing by having arrived."""
    from clerk_app.services.publications import take_in  # noqa: PLC0415 - only this step needs them

    arrival = take_in(workspace, session, packet)
    about = Imported(
        file=name,
        status=IMPORTED,
        kind=packet.manifest.kind,
        number=arrival.published.number,
        title=arrival.published.title,
        stands=arrival.decided,
        waiting=peer.count_waiting(session),
    )
    if arrival.newer:
        older = UserError(
            "这份来文（第 {number} 号）比已收到的第 {newest} 号旧：请用县里最新的来文。",
            number=about.number,
            newest=arrival.newer,
        )
        if named:
            raise older
        return replace(about, status=OLDER, reason=sentence_of_error(older))
    if not arrival.is_new:
        return replace(about, status=ALREADY, reason=sentence("这份来文已经收到过。"))
    told = told_list(session)
    place = (arrival.published.epoch, arrival.published.number)
    if told is not None and place in told.withdrawn and not arrival.decided:
        about = replace(about, reason=sentence("县里已收回这份来文，不能接收：不用办，等县里的新来文。"))
    _note(workspace, session, packet, about)
    return about


def _take(workspace: Workspace, session: Session, name: str, packet: Packet) -> Imported:
    from clerk_app.exchange.documents import ANSWER, read_answer_document  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.exchange.publication_list import PUBLICATIONS, read_list  # noqa: PLC0415 - as above

    install = workspace.store.install.id
    answer, notices = read_answer_document(packet.document(ANSWER))
    if answer.install != install:
        raise UserError("这份回执是给另一台电脑的：请向县里要给本机的回执。")
    now = utc_text(workspace.clock.now())
    before, published_before = peer.count_waiting(session), told_list(session)
    reading = _acknowledge(session, install, packet, answer)
    cleared = before - peer.count_waiting(session)
    told = _acts_told(session, install, reading)
    opened = work.from_answer(session, install, reading, notices, now)
    gone = take_over(session, answer, _brought(packet), now, is_behind=bool(reading.behind) or reading.forked)
    opened += _left_to_persons(session, packet, gone, workspace.today(), now)
    published = read_list(packet.document(PUBLICATIONS))
    papers = tuple(each.title for each in not_come(session, published))
    torn = tuple(f"{each.place[0]}-{each.place[1]}" for each in clashing(session, published))
    imported = Imported(
        file=name,
        kind=packet.manifest.kind,
        status=IMPORTED,
        number=packet.manifest.number,
        reason=_told(answer.standing.value, lacks=gone.lacks, files=len(lacking(session)), papers=papers, torn=torn),
        waiting=peer.count_waiting(session),
        held=len(reading.held),
        refused=len(reading.refused),
        notices=len(notices),
        opened=opened,
        lacks=gone.lacks,
        caught_up=gone.caught_up,
        from_others=gone.from_others,
        conflicts=lost.count_open(session),
        settled=max(((place.epoch, place.number) for place in answer.applied), default=(0, 0)),
        cleared=cleared,
        standing=answer.standing.value,
        told=told,
        noticed=tuple(notice.text for notice in notices),
        not_come=papers,
        taken_back=taken_back(session, published, published_before),
    )
    gone_there = [each.records[0] for each in notices if each.kind == EARLIER_REVERSED and each.records]
    _note(workspace, session, packet, imported, gone_there)
    return imported


def _acknowledge(session: Session, install: str, packet: Packet, answer: Answer) -> Reading:
    """Keep what the county settled of this laptop's acts, and the files that came along; return what the answer says of the others."""
    from clerk_app.exchange.protocol import read_answer  # noqa: PLC0415 - only this step needs the packets

    reading = read_answer(
        answer, lambda epoch, number: peer.own_hash(session, install, epoch, number), peer.given_up(session)
    )
    places = [(place.epoch, place.number, place.hash) for place in reading.acknowledged if place.number]
    peer.set_acknowledged(session, install, places)
    peer.note_seen(session, packet.manifest.epoch, packet.manifest.number)
    _keep_files(session, packet)
    return reading


def _left_to_persons(session: Session, packet: Packet, gone: GoneOver, today: date, now: str) -> int:
    """Make the work that follows from going over to the answer; return how many items are new."""
    from clerk_app.exchange.transfers import TRANSFERS  # noqa: PLC0415 - only this step needs the packets

    opened = work.from_catching_up(session, gone.redone, now) + work.from_unfit(session, gone.unfit, now)
    opened += work.from_withdrawn(session, gone.withdrawn, now)
    tell_how_settled(session)
    return opened + note_transfers(session, packet.document(TRANSFERS), today, now)


def _keep_files(session: Session, packet: Packet) -> None:
    """Keep what is attached to the records of the acts that came along."""
    for sha256 in packet.files.keys() - set(packet.manifest.documents.values()):
        attached_files.put(session, sha256, packet.files[sha256])


def _brought(packet: Packet) -> Brought:
    from clerk_app.exchange.documents import CATCH_UP, read_lines  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.exchange.village_order import ORDER, OTHERS, read_order  # noqa: PLC0415 - as above

    order = packet.document(ORDER)
    return Brought(
        caught=read_lines(packet.document(CATCH_UP)),
        order=None if order is None else read_order(order),
        others=read_lines(packet.document(OTHERS)),
    )


def _note(
    workspace: Workspace, session: Session, packet: Packet, imported: Imported, gone_there: Sequence[str] = ()
) -> None:
    from clerk_app.exchange.manifest import manifest_text  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.exchange.publication_list import PUBLICATIONS  # noqa: PLC0415 - as above

    row = ReceivedRow(
        sha256=packet.sha256,
        kind=packet.manifest.kind,
        epoch=packet.manifest.epoch,
        number=packet.manifest.number,
        name=imported.file,
        at=utc_text(workspace.clock.now()),
        by=workspace.clerk.id,
        manifest=manifest_text(packet.manifest),
        account=""
        if imported.kind in PACKET_KINDS
        else account_text(imported, packet.document(PUBLICATIONS), gone_there),
    )
    peer.add_received(session, row)


def _acts_told(session: Session, install: str, reading: Reading) -> tuple[ToldAct, ...]:
    """Return the acts of ours that an answer names, before catching up may take some of them out of the journal."""
    found = []
    for told in (*reading.refused, *reading.held):
        act = journal.act_at(session, install, told.epoch, told.number)
        kind = "" if act is None else ACT_KINDS.get(act.kind, act.kind)
        found.append(ToldAct(told.number, kind, told.reason))
    return tuple(found)


def account_text(imported: Imported, published: bytes | None, gone_there: Sequence[str]) -> str:
    """Return what the history keeps of an imported answer: figures, no names, which publications the county said are in force, and which
    payments were taken back in the villages where they were paid.
    """
    up = imported.caught_up
    return canonical_json(
        {
            "settled": list(imported.settled),
            "cleared": imported.cleared,
            "held": imported.held,
            "refused": imported.refused,
            "notices": imported.notices,
            "standing": imported.standing,
            "caught_up": None if up is None else [up.epoch, up.taken_over, up.done_again, up.clashed],
            **({} if published is None else {PUBLISHED: published.decode()}),
            **({REVERSED_THERE: list(gone_there)} if gone_there else {}),
        }
    )


def _told(standing: str, *, lacks: bool, files: int, papers: Sequence[str], torn: Sequence[str]) -> Sentence:
    if standing == "revoked":
        return sentence("县里已撤销这台电脑，它的新变更不再入账：请联系县里。")
    if lacks:
        return sentence("县里有本机还没有的变更：请再报送一次，下一份回执会把缺的带回来。")
    if files:
        return sentence("还有 {files} 个附件没有带来：请再报送一次，下一份回执接着带来。", files=files)
    if papers:
        named = "、".join(f"“{title}”" for title in papers[:_NAMED])
        return sentence(
            "县里的来文还有 {n} 份没有带来（{named}）：请再报送一次，随下一份回执带来。", n=len(papers), named=named
        )
    if torn:
        return sentence(
            "县里的第 {numbers} 号来文与本机收到的同号来文内容不同，县里恢复过旧备份：请县里收回它，再发一次。",
            numbers="、".join(torn[:_NAMED]),
        )
    return NOTHING

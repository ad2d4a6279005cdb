"""What the county published, at the village: taken in and listed. Nothing of it is in force until a person accepts it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from clerk_app.domain.codes import Coded
from clerk_app.domain.publication import Publication, PublicationId, PublicationKind, series_of, standing
from clerk_app.errors import UserError
from clerk_app.exchange.publications import (
    CONTENT,
    PUBLICATION,
    Content,
    PackContent,
    ParametersContent,
    Published,
    read_content,
    read_publication,
    read_regions,
)
from clerk_app.services.accounts import village_of
from clerk_app.services.published_here import is_in_force, told_list
from clerk_app.services.workspace import Workspace
from clerk_app.storage import peer, publications
from clerk_app.storage.peer import Session
from clerk_app.storage.publications import Place, ReceivedPublication
from clerk_app.storage.unit_of_work import utc_text

if TYPE_CHECKING:
    from clerk_app.exchange.manifest import Manifest
    from clerk_app.exchange.packet import Packet


class State(Coded):
    """How a publication stands here."""

    WAITING = "waiting", "待接收"
    ACCEPTED = "accepted", "已接收"
    DECLINED = "declined", "已谢绝"
    EXPIRED = "expired", "已过期"
    WITHDRAWN = "withdrawn", "已收回"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationRow:
    """A publication as it is listed. ``ref`` names it (``1-17``: the county's epoch and number), ``words`` say how it stands.

    ``in_force`` is about today; ``expires_on`` is the last day it can be accepted, None where that does not matter any more.
    ``received_at`` is None where another laptop of the village decided and nothing came here. ``withdrawn``: the county took it back; it can
    be accepted no more, but what was accepted holds.
    """

    ref: str
    number: int
    kind: PublicationKind
    title: str
    from_on: date
    to_on: date | None
    expires_on: date | None
    state: State
    in_force: bool
    received_at: datetime | None
    decided_on: date | None
    reason: str
    words: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationFile:
    """A publication with its content; the id of ``about`` is empty while nobody decided."""

    row: PublicationRow
    about: Publication
    content: Content


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of a packet: the publication, and whether it is new, here already, or older than one of its series.

    ``decided`` is how the village stands to it where another of its laptops was first.
    """

    published: Published
    is_new: bool
    newer: int = 0
    decided: str = ""


def take_in(workspace: Workspace, session: Session, packet: Packet) -> Arrival:
    """Note a publication that a packet of the enrolled county carries, in the caller's transaction; it waits for a person then.

    The caller has checked who signed it, and its expiry. Raises UserError when it is for another village, or its content is not for
    this program.
    """
    manifest = packet.manifest
    if manifest.village_code != village_of(workspace.store).code:
        raise UserError(
            "这份来文是发给“{name}”（{code}）的，不是给本村的：请向县里要本村的。",
            name=manifest.village_name,
            code=manifest.village_code,
        )
    published = read_publication(manifest.kind, packet.document(PUBLICATION))
    data = packet.document(CONTENT) or b""
    _require_usable(read_content(published.kind, data))
    place = (published.epoch, published.number)
    known = publications.received_one(session, manifest.install, place)
    if known is not None and known.content_sha256 != hashlib.sha256(data).hexdigest():
        raise UserError(
            "县里的第 {number} 号来文已经收到过，这一份编号相同、内容不同，县里可能从旧备份恢复过：请县里再发一次。",
            number=published.number,
        )
    if known is not None:
        return Arrival(published, is_new=False)
    newest = _newest(session, manifest.install, series_of(published.kind, published.title))
    if place < newest and not is_in_force(session, place, hashlib.sha256(data).hexdigest()):
        return Arrival(published, is_new=False, newer=newest[1])
    publications.add_received(session, _received(workspace, manifest, published, data))
    decided = [each for each in publications.decisions(session) if each.place == (manifest.install, *place)]
    stands = State.ACCEPTED if decided and decided[-1].accepted else State.DECLINED
    return Arrival(published, is_new=True, decided=stands.label if decided else "")


def _received(workspace: Workspace, manifest: Manifest, published: Published, data: bytes) -> ReceivedPublication:
    return ReceivedPublication(
        county=manifest.install,
        epoch=published.epoch,
        number=published.number,
        kind=published.kind.value,
        series=series_of(published.kind, published.title),
        title=published.title,
        from_on=published.from_on.isoformat(),
        to_on=None if published.to_on is None else published.to_on.isoformat(),
        expires_at=manifest.expires_at,
        content_sha256=hashlib.sha256(data).hexdigest(),
        content=data.decode(),
        received_at=utc_text(workspace.clock.now()),
        received_by=workspace.clerk.id,
    )


def _newest(session: Session, county: str, series: str) -> Place:
    here = publications.newest_received(session, county, series) or (0, 0)
    decided = (
        (each.epoch, each.number)
        for each in publications.decisions(session)
        if each.county == county and series_of(each.kind, each.title) == series
    )
    return max(here, *decided, (0, 0))


def _require_usable(content: Content) -> None:
    """Raise UserError where this program cannot work with what came, so that nobody accepts what would fail on its day."""
    from clerk_app.policy.loader import load_texts  # noqa: PLC0415 - the first page counts what waits, and need not load the rules
    from clerk_app.policy.model import LocalValues  # noqa: PLC0415 - as above

    try:
        match content:
            case PackContent(packs=packs):
                if load_texts(packs).extends is None:
                    raise UserError("它是通用的底本，不是一个地方的政策包。")
            case ParametersContent(values=values):
                LocalValues.of(values)
            case _:
                pass
    except UserError as wrong:
        raise UserError(
            "这份来文本版本用不了（{reason}）：请升级程序，或请县里改正后重发。", reason=wrong.message
        ) from wrong


def list_publications(workspace: Workspace) -> tuple[PublicationRow, ...]:
    """Return everything the county published that came or was decided here, the newest first."""
    with workspace.store.reading() as connection:
        return tuple(each.row for each in _known(workspace, connection))


def waiting_publications(workspace: Workspace) -> tuple[PublicationRow, ...]:
    """Return those that wait for a person."""
    return tuple(row for row in list_publications(workspace) if row.state is State.WAITING)


def open_publication(workspace: Workspace, ref: str) -> PublicationFile:
    """Return a publication with its content; ``ref`` is ``1-17``, or the number alone where only one has it.

    Raises UserError when there is none, or its content is on another laptop; SituationError when it is no longer what came.
    """
    wanted = ref.strip()
    with workspace.store.reading() as connection:
        known = [each for each in _known(workspace, connection) if wanted in {each.row.ref, str(each.row.number)}]
        found = [each for each in known if each.row.ref == wanted] or known
        if len(found) != 1:
            raise UserError(
                "没有第“{ref}”号来文，或不止一份：请用 clerk publication list 查看编号。", field="ref", ref=wanted[:20]
            )
        one = found[0].about
        came = publications.received_one(connection, one.county, (one.epoch, one.number))
    one = replace(one, content=one.content or ("" if came is None else came.content))
    if not one.content:
        raise UserError(
            "第 {number} 号来文的内容不在这台电脑上：请向县里再要一份，在这台电脑上导入。",
            field="ref",
            number=one.number,
        )
    return PublicationFile(row=found[0].row, about=one, content=read_content(one.kind, one.checked_content()))


@dataclass(frozen=True, slots=True)
class _Known:
    """A publication as the last decision has it, else as it came, with its line in the list."""

    about: Publication
    row: PublicationRow


def _known(workspace: Workspace, connection: Session) -> list[_Known]:
    came = {(each.county, each.epoch, each.number): each for each in publications.received(connection)}
    decided = {each.place: each for each in standing(publications.decisions(connection))}
    today = workspace.today()
    effective = _effective(decided.values(), today)
    keys = sorted({*came, *decided}, key=lambda key: (key[1], key[2], key[0]), reverse=True)
    told, county = told_list(connection), peer.county(connection)
    gone = {(county.id, *place) for place in told.withdrawn} if told is not None and county is not None else set()
    known = []
    for key in keys:
        about = decided.get(key) or _offered(came[key])
        standing_now = _Standing(about.id in effective, key in gone)
        known.append(_Known(about, _row(about, came.get(key), workspace.clock.now(), today, standing_now)))
    return known


def _offered(came: ReceivedPublication) -> Publication:
    """Return what came as a publication that nobody decided about; its id is empty."""
    return Publication(
        id=PublicationId(""),
        county=came.county,
        epoch=came.epoch,
        number=came.number,
        kind=PublicationKind.of(came.kind),
        title=came.title,
        from_on=date.fromisoformat(came.from_on),
        to_on=None if came.to_on is None else date.fromisoformat(came.to_on),
        content_sha256=came.content_sha256,
        accepted=False,
        decided_on=datetime.fromisoformat(came.received_at).astimezone().date(),
    )


def _effective(decided: Iterable[Publication], day: date) -> frozenset[str]:
    """Return the ids of those that count on a day: of each series the one that began last, of local values all."""
    last: dict[str, Publication] = {}
    ids = set()
    for each in sorted(decided, key=lambda each: (each.from_on, each.epoch, each.number)):
        if each.holds_on(day) and each.kind is PublicationKind.PARAMETERS:
            ids.add(str(each.id))
        elif each.holds_on(day):
            last[series_of(each.kind, each.title)] = each
    return frozenset({*ids, *(str(each.id) for each in last.values())})


@dataclass(frozen=True, slots=True)
class _Standing:
    """Whether a publication counts today, and whether the county took it back."""

    in_force: bool
    withdrawn: bool


def _row(
    about: Publication, came: ReceivedPublication | None, now: datetime, today: date, here: _Standing
) -> PublicationRow:
    expires = None if came is None or not came.expires_at else datetime.fromisoformat(came.expires_at)
    state = State.WAITING
    if about.id:
        state = State.ACCEPTED if about.accepted else State.DECLINED
    elif here.withdrawn:
        state = State.WITHDRAWN
    elif expires is not None and now > expires:
        state = State.EXPIRED
    return PublicationRow(
        ref=f"{about.epoch}-{about.number}",
        number=about.number,
        kind=about.kind,
        title=about.title,
        from_on=about.from_on,
        to_on=about.to_on,
        expires_on=None if expires is None else (expires - timedelta(seconds=1)).date(),
        state=state,
        in_force=here.in_force,
        received_at=None if came is None else datetime.fromisoformat(came.received_at).astimezone(),
        decided_on=about.decided_on if about.id else None,
        reason=about.reason,
        words=_words(about, state, today, here),
        withdrawn=here.withdrawn,
    )


def _words(about: Publication, state: State, today: date, here: _Standing) -> str:
    until = "" if about.to_on is None else f"，至 {about.to_on}"
    if state is State.WAITING:
        return f"{state.label}，{about.from_on} 起{until}"
    if state is State.DECLINED:
        return f"{state.label}：{about.reason}"
    if state is State.EXPIRED:
        return f"{state.label}，没有接收"
    if state is State.WITHDRAWN:
        return "县里已收回，没有接收"
    taken_back = "；县里后来收回了它，等县里的新来文" if here.withdrawn else ""
    if about.from_on > today:
        return f"{state.label}，{about.from_on} 起生效{until}{taken_back}"
    if here.in_force:
        return f"{state.label}，自 {about.from_on} 起生效{until}{taken_back}"
    if about.to_on is not None and about.to_on < today:
        return f"{state.label}，{about.to_on} 已到期"
    return f"{state.label}，已由后来的来文代替"


def county_villages(workspace: Workspace, day: date) -> tuple[tuple[str, str], ...]:
    """Return the county's villages, code and name, as the county published them for a day; empty where it has not."""
    found = [each for each in _holding(workspace, day) if each.kind is PublicationKind.REGIONS]
    return read_regions(found[-1].checked_content()).villages if found else ()


def _holding(workspace: Workspace, day: date) -> list[Publication]:
    with workspace.store.reading() as connection:
        decided = standing(publications.decisions(connection))
    effective = _effective(decided, day)
    return [each for each in decided if each.id in effective]

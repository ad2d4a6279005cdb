"""Households between villages, at the county: what is offered to the village they go to, what the one they left is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Final

from clerk_app.domain.act import Act, Scalar, from_line
from clerk_app.domain.codes import HEAD
from clerk_app.domain.transfer import TransferState, state_of
from clerk_app.errors import UserError
from clerk_app.exchange.transfers import (
    LONGEST_WORDS,
    MOST_OFFERS,
    MOST_RECORDS,
    PAPER,
    MovedAct,
    MovedRecord,
    Offer,
    ToldTransfer,
    files_of,
    offer_text,
    paper,
    read_offer,
    transfers_bytes,
)
from clerk_app.services.county import CountyWorkspace
from clerk_app.services.county_moves import CountyTransfer, Move, UnreadTransfer
from clerk_app.services.incoming import incoming_of
from clerk_app.storage.county import Session
from clerk_app.storage.county_transfers import (
    BothSides,
    applied_acts_about,
    both_sides,
    clerk_names,
    odd_moves,
    records_where,
)

MOST_OFFERED: Final = 64 * 1024 * 1024
"""Bytes of the households that one answer offers to a village; what is more comes once some of them are dealt with."""
_DAY: Final = timedelta(days=1)
_NOT_TOLD: Final = frozenset({"print_document", "void_document", "transfer_in", "transfer_out", "withdraw_transfer"})
"""Acts that say nothing of the household's past: prints, and the moves themselves, whose contents go along anyway."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What an answer to a village says of households between villages: the document ``data``, empty where there is nothing to tell.

    ``files`` are the SHA-256 of the attached files that belong to the households it offers. ``later`` is how many more wait for the
    village, for which there is no room; ``not_sent`` are those that it cannot have, with why.
    """

    data: bytes
    files: frozenset[str]
    later: int
    not_sent: tuple[Move, ...]


NOTHING: Final = Telling(b"", frozenset(), 0, ())
"""What a laptop is told that is not admitted."""


def unread_transfers(county: CountyWorkspace) -> tuple[UnreadTransfer, ...]:
    """Return the moves that ``list_transfers`` cannot name, in the order they were recorded."""
    with county.store.reading() as session:
        return _unread(session)


def list_transfers(county: CountyWorkspace) -> tuple[CountyTransfer, ...]:
    """Return every move between villages with its state, in the order they were recorded."""
    today = county.clock.today()
    rooms: defaultdict[str, _Room] = defaultdict(_Room)
    with county.store.reading() as session:
        found = []
        for move in both_sides(session):
            drawn = _drawn(session, move, today) if _state(move) is TransferState.WAITING else _Drawn(None)
            is_later = drawn.offer is not None and not rooms[move.to_code].takes(drawn)
            found.append(_listed(move, drawn, today, is_later=is_later))
        return tuple(found)


def waiting_beyond(session: Session) -> dict[str, int]:
    """Return by village for which more households wait than one answer brings how many those are."""
    waiting = Counter(move.to_code for move in both_sides(session) if _state(move) is TransferState.WAITING)
    return {village: count - MOST_OFFERS for village, count in waiting.items() if count > MOST_OFFERS}


def tell_transfers(session: Session, village: str, today: date) -> Telling:
    """Return what an answer to this village says: the households that wait for it, the first of them as many as there is room for."""
    room, offers, later, not_sent = _Room(), list[Offer](), 0, list[Move]()
    for move in both_sides(session, coming=village):
        if _state(move) is not TransferState.WAITING:
            continue
        drawn = _Drawn(None) if room.is_full else _drawn(session, move, today)
        if not room.takes(drawn):
            later += 1
        elif drawn.offer is None:
            not_sent.append(_listed(move, drawn, today))
        else:
            offers.append(drawn.offer)
    gone = [move for move in both_sides(session, leaving=village) if _state(move) is not TransferState.WITHDRAWN]
    told = tuple(_told(move) for move in gone[-MOST_RECORDS:])
    return Telling(
        data=transfers_bytes(tuple(offers), told) if offers or told else b"",
        files=frozenset[str]().union(*map(files_of, offers)),
        later=later,
        not_sent=(*not_sent, *_unread(session, village)),
    )


def _unread(session: Session, village: str = "") -> tuple[UnreadTransfer, ...]:
    return tuple(UnreadTransfer(**asdict(move)) for move in odd_moves(session, coming=village))


def _listed(move: BothSides, drawn: _Drawn, today: date, *, is_later: bool = False) -> CountyTransfer:
    return CountyTransfer(
        id=move.id,
        from_code=move.from_code,
        from_name=move.from_name,
        to_code=move.to_code,
        to_name=move.to_name or move.to_told,
        people=len(move.people),
        moved_on=move.moved_on,
        state=_state(move),
        days=max((today - move.noted_on).days, 0),
        reason=move.received_reason or move.reason,
        trouble=drawn.trouble,
        is_sent=drawn.offer is not None and not is_later,
        is_later=is_later,
    )


def _state(move: BothSides) -> TransferState:
    return state_of(move.sent, move.received, is_known=bool(move.to_name))


def _told(move: BothSides) -> ToldTransfer:
    return ToldTransfer(
        id=move.id,
        state=_state(move),
        on=move.received_on or move.noted_on,
        reason=move.received_reason[:LONGEST_WORDS],
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """An offer as its receiver reads it, None where it could not, its bytes in the document, and what is the trouble with it."""

    offer: Offer | None
    trouble: str = ""
    size: int = 0


@dataclass(slots=True)
class _Room:
    """What one answer offers to a village: the households that have waited longest, until one is too much."""

    count: int = 0
    size: int = 0
    is_full: bool = False

    def takes(self, drawn: _Drawn) -> bool:
        """Take one in; False: there is no room for it, nor for any after it. What cannot be offered at all needs none."""
        if drawn.offer is not None and not self.is_full:
            self.is_full = self.count == MOST_OFFERS or self.size + drawn.size > MOST_OFFERED
            self.count += 1
            self.size += drawn.size
        return not self.is_full


def _drawn(session: Session, move: BothSides, today: date) -> _Drawn:
    made = _made(session, move)
    sent, size = _as_read(made)
    if sent is None or size > MOST_OFFERED:
        return _Drawn(None, _why_not_sent(made, size))
    there = {record.id for record in sent.records if record.table in {"household", "person"}}
    trouble = ""
    if not {move.household, *sent.people} <= there:
        trouble = "已发给迁入村，但有人的资料没有报来，那里办不了：请原村撤回迁出，核对后重新办理。"
    else:
        try:
            incoming_of(sent, today)
        except UserError:
            trouble = "已发给迁入村，但资料来自更新版本的程序：迁入村打不开时，请那里先升级程序。"
    return _Drawn(sent, trouble, size)


def _as_read(offer: Offer | None) -> tuple[Offer | None, int]:
    """Return an offer and its bytes, None where its receiver could not read it: one village's odd records must not stop another's answer."""
    if offer is None:
        return None, 0
    text = offer_text(offer)
    try:
        return read_offer(text), len(text.encode())
    except UserError:
        return None, 0


def _made(session: Session, move: BothSides) -> Offer | None:
    try:
        return _offer(session, move)
    except UserError:
        return None


def _why_not_sent(offer: Offer | None, size: int) -> str:
    if offer is not None and not (offer.people and offer.records):
        return "没有写明谁迁出，没有发给迁入村：请原村撤回迁出，重新办理。"
    if offer is not None and max(len(offer.records), len(offer.acts)) > MOST_RECORDS:
        return f"资料超过 {MOST_RECORDS} 条，没有发给迁入村：请原村撤回迁出，分几次办理。"
    if size > MOST_OFFERED:
        return f"资料超过 {MOST_OFFERED // 2**20} MB，没有发给迁入村：请原村撤回迁出，分几次办理。"
    return (
        "资料里有县里的程序看不懂的内容，没有发给迁入村：原村的程序更新时，请升级县里的程序再写回执；"
        "不是的，资料已损坏，请迁入村直接登记这一户。"
    )


def _offer(session: Session, move: BothSides) -> Offer:
    records = _Records(session, move)
    return Offer(
        id=move.id,
        from_code=move.from_code,
        from_name=move.from_name,
        moved_on=move.moved_on,
        reason=move.reason[:LONGEST_WORDS],
        people=move.people,
        records=tuple(records.moved),
        acts=(*_earlier(session, move), *_acts(session, move, records)),
    )


class _Records:
    """What goes along: the household, those who move and what belongs to them; its own papers and the dibao cases only with the whole
    household.
    """

    def __init__(self, session: Session, move: BothSides) -> None:
        self._session, self._village = session, move.from_code
        self.moved: list[MovedRecord] = []
        closed = [fields["closed_on"] for fields in self._take("household", "id", (move.household,)).values()]
        self._take("person", "id", move.people)
        places = records_where(session, self._village, "membership", "household_id", (move.household,))
        is_whole = closed != [None] and _is_whole(move, [fields for _, fields in places])
        self.moved += [
            MovedRecord("membership", key, fields) for key, fields in places if fields["person_id"] in move.people
        ]
        for table in ("identity", "contribution", "earlier_contribution", "bank_account"):
            self._take(table, "person_id", move.people)
        self._papers(move, of_household=is_whole)
        if is_whole:
            cases = self._take("dibao_case", "household_id", (move.household,))
            self._take("income_item", "case_id", tuple(cases))
        self.dead = self._dead(places)

    def _take(self, table: str, column: str, values: tuple[str, ...]) -> Mapping[str, Mapping[str, Scalar]]:
        found = dict(records_where(self._session, self._village, table, column, values))
        self.moved += [MovedRecord(table, key, fields) for key, fields in found.items()]
        return found

    def _papers(self, move: BothSides, *, of_household: bool) -> None:
        owners = {*move.people, None} if of_household else set[str | None](move.people)
        for key, fields in records_where(self._session, self._village, PAPER, "household_id", (move.household,)):
            if fields["removed_on"] is None and fields["person_id"] in owners:
                self.moved.append(paper(key, fields))

    def _dead(self, places: tuple[tuple[str, dict[str, Scalar]], ...]) -> frozenset[str]:
        """Return the records of members who died here: acts may tell of them, who left for elsewhere keep their own past."""
        ids = tuple(str(fields["person_id"]) for _, fields in places)
        people = records_where(self._session, self._village, "person", "id", ids)
        dead = {key for key, fields in people if fields["died_on"] is not None}
        return frozenset(dead | {key for key, fields in places if fields["person_id"] in dead})


def _is_whole(move: BothSides, places: Iterable[Mapping[str, Scalar]]) -> bool:
    """Say whether it was this move that closed the household, not one of its others on the same day or later: the head goes last."""
    last = (move.moved_on - _DAY).isoformat()
    there = [fields for fields in places if fields["to_on"] is None or str(fields["to_on"]) >= last]
    leaving = [fields for fields in there if fields["person_id"] in move.people]
    return len(leaving) == len(there) or any(fields["relation"] == HEAD for fields in leaving)


def _acts(session: Session, move: BothSides, records: _Records) -> list[MovedAct]:
    """Return the acts that are about nobody but those who move (and members who died here), as they were chained."""
    ours = {record.id for record in records.moved} | records.dead
    ours |= {
        key
        for table, column, values in (
            ("follow_up", "household_id", (move.household,)),
            ("absence", "person_id", move.people),
            ("former_number", "person_id", move.people),
        )
        for key, _ in records_where(session, move.from_code, table, column, values)
    }
    names = clerk_names(session, move.from_code)
    acts = applied_acts_about(session, move.from_code, (move.household, *move.people))
    return [MovedAct(move.from_name, names.get(act.by, ""), act) for act in acts if _is_told(act, ours)]


def _is_told(act: Act, ours: set[str]) -> bool:
    return act.kind not in _NOT_TOLD and all(change.id in ours for change in act.changes)


def _earlier(session: Session, move: BothSides) -> list[MovedAct]:
    found = records_where(session, move.from_code, "earlier_act", "household_id", (move.household,))
    return [
        MovedAct(str(fields["village_name"]), str(fields["by_name"]), from_line(str(fields["line"])))
        for _, fields in found
    ]

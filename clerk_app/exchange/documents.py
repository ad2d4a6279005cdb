"""The documents inside packets: who sends, an invitation, a county's answer. Each has one exact spelling, canonical JSON.

``docs/packet-format.md`` lists their keys. A reader refuses any other key or value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from clerk_app.domain.act import Act, from_line, to_line
from clerk_app.errors import UserError
from clerk_app.exchange.protocol import Answer, Base, Position, Standing, Told
from clerk_app.exchange.spelling import exact_bytes as _bytes
from clerk_app.exchange.spelling import list_of, read_exact, text_of
from clerk_app.exchange.spelling import matching as _matching
from clerk_app.exchange.spelling import number_of as _number
from clerk_app.exchange.spelling import require_keys as _keys

ACTS: Final = "acts"
INVITATION: Final = "invitation"
ANSWER: Final = "answer"
"""The kinds of packets."""
SENDER: Final = "sender"
CATCH_UP: Final = "catch-up"
"""Names of documents beside those that are named as their kind."""
MOST_TOLD: Final = 20_000
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_INSTALL: Final = re.compile(r"[0-9a-z-]{8,64}")
_RECIPIENT: Final = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_LONGEST: Final = 2_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """What a village's packet says of its install: the key that answers are sealed to, what its epoch stands on (None: it is the
    first), and the epoch and number of the newest packet it has from the county (both 0: none).
    """

    age_recipient: str
    base: Base | None
    seen_epoch: int
    seen_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What a county tells a village: who the county is, and for which village this is. Nothing in it is secret."""

    region: str
    name: str
    age_recipient: str
    village_code: str
    village_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something the county saw across villages: ``kind`` is ``double_registration`` or ``double_proxy``, which both must know, or
    ``earlier_reversed``, ``earlier_changed`` or ``earlier_added``, of a payment in the village that somebody came from, or ``goes_on``.

    ``records`` are ids of this village's records it is about (of ``earlier_added`` the last is the other village's payment);
    ``elsewhere`` names the other village, ``text`` tells it.
    """

    kind: str
    records: tuple[str, ...]
    elsewhere: str
    text: str


def sender_bytes(sender: Sender) -> bytes:
    """Return the document ``sender`` as it stands in the packet."""
    base = sender.base
    return _bytes(
        {
            "age_recipient": sender.age_recipient,
            "base": None
            if base is None
            else {"install": base.install, "epoch": base.epoch, "number": base.number, "hash": base.hash},
            "seen_epoch": sender.seen_epoch,
            "seen_number": sender.seen_number,
        }
    )


def read_sender(data: bytes | None) -> Sender:
    """Read the document ``sender``; raises UserError when it is missing or wrong."""

    def read(raw: Any) -> Sender:
        _keys(raw, "age_recipient", "base", "seen_epoch", "seen_number")
        base = raw["base"]
        if base is not None:
            _keys(base, "install", "epoch", "number", "hash")
        return Sender(
            age_recipient=_matching(_RECIPIENT, raw["age_recipient"]),
            base=None
            if base is None
            else Base(
                _matching(_INSTALL, base["install"]),
                _number(base["epoch"], 1),
                _number(base["number"]),
                _matching(_HASH, base["hash"]),
            ),
            seen_epoch=_number(raw["seen_epoch"]),
            seen_number=_number(raw["seen_number"]),
        )

    return _read(data, read)


def invitation_bytes(invitation: Invitation) -> bytes:
    """Return the document ``invitation`` as it stands in the packet."""
    return _bytes({name: getattr(invitation, name) for name in _INVITED})


def read_invitation(data: bytes | None) -> Invitation:
    """Read the document ``invitation``; raises UserError when it is missing or wrong."""

    def read(raw: Any) -> Invitation:
        _keys(raw, *_INVITED)
        _matching(_RECIPIENT, raw["age_recipient"])
        return Invitation(**{name: _text(raw[name]) for name in _INVITED})

    return _read(data, read)


_INVITED: Final = ("region", "name", "age_recipient", "village_code", "village_name")


def answer_bytes(answer: Answer, notices: Iterable[Notice] = ()) -> bytes:
    """Return the document ``answer`` as it stands in the packet."""
    return _bytes(
        {
            "install": answer.install,
            "standing": answer.standing.value,
            "applied": [{"epoch": p.epoch, "number": p.number, "hash": p.hash} for p in answer.applied],
            "held": [_told(told) for told in answer.held],
            "refused": [_told(told) for told in answer.refused],
            "apart": [{"act": to_line(act), "reason": reason} for act, reason in answer.apart],
            "notices": [
                {"kind": n.kind, "records": list(n.records), "elsewhere": n.elsewhere, "text": n.text} for n in notices
            ],
        }
    )


def read_answer_document(data: bytes | None) -> tuple[Answer, tuple[Notice, ...]]:
    """Read the document ``answer``; raises UserError when it is missing or wrong."""

    def read(raw: Any) -> tuple[Answer, tuple[Notice, ...]]:
        _keys(raw, "install", "standing", "applied", "held", "refused", "apart", "notices")
        answer = Answer(
            install=_matching(_INSTALL, raw["install"]),
            standing=Standing(raw["standing"]),
            applied=tuple(_position(each) for each in _list(raw["applied"])),
            held=tuple(_read_told(each) for each in _list(raw["held"])),
            refused=tuple(_read_told(each) for each in _list(raw["refused"])),
            apart=tuple(_apart(each) for each in _list(raw["apart"])),
        )
        return answer, tuple(_notice(each) for each in _list(raw["notices"]))

    return _read(data, read)


def lines_bytes(acts: Iterable[Act]) -> bytes:
    """Return acts as lines, as the document ``catch-up`` holds them."""
    return "".join(to_line(act) + "\n" for act in acts).encode()


def read_lines(data: bytes | None) -> tuple[Act, ...]:
    """Read the document ``catch-up``, empty when it is missing; raises UserError when a line is no act."""
    if data is None:
        return ()
    try:
        *lines, rest = data.decode().split("\n")
    except UnicodeDecodeError:
        raise _wrong() from None
    if rest:
        raise _wrong()
    return tuple(from_line(line) for line in lines)


def _read(data: bytes | None, read: Callable[[Any], T]) -> T:
    return read_exact(data, read, _wrong)


def _told(told: Told) -> dict[str, Any]:
    return {"epoch": told.epoch, "number": told.number, "hash": told.hash, "reason": told.reason}


def _read_told(raw: Any) -> Told:
    _keys(raw, "epoch", "number", "hash", "reason")
    return Told(
        _number(raw["epoch"], 1), _number(raw["number"], 1), _matching(_HASH, raw["hash"]), _text(raw["reason"])
    )


def _position(raw: Any) -> Position:
    _keys(raw, "epoch", "number", "hash")
    return Position(_number(raw["epoch"], 1), _number(raw["number"]), _matching(_HASH, raw["hash"]))


def _apart(raw: Any) -> tuple[Act, str]:
    _keys(raw, "act", "reason")
    return from_line(raw["act"]), _text(raw["reason"])


def _notice(raw: Any) -> Notice:
    _keys(raw, "kind", "records", "elsewhere", "text")
    records = tuple(_text(each) for each in _list(raw["records"]))
    return Notice(kind=_text(raw["kind"]), records=records, elsewhere=_text(raw["elsewhere"]), text=_text(raw["text"]))


def _list(raw: Any) -> list[Any]:
    return list_of(raw, MOST_TOLD)


def _text(raw: Any) -> str:
    return text_of(raw, _LONGEST)


def _wrong() -> UserError:
    return UserError("报送文件里的说明看不懂，文件不是本程序做的，或版本不同：请升级程序，或请对方重新导出。")

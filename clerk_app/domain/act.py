"""Acts: what the journal keeps and what travels to the county, one canonical JSON line each.

An act is one thing a clerk did. Its hash covers every field and the hash of the act before it of the same install and epoch,
so that nothing can be changed, left out or put in between without being seen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from clerk_app.errors import UserError

Scalar = str | int | bool | None
GENESIS: Final = "0" * 64
"""What stands before the first act of an epoch."""
_ACT_KEYS: Final = frozenset("install epoch number id at by kind subject reason changes previous hash".split())
_SCALARS: Final = frozenset({str, int, bool, type(None)})
_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
_ZERO: Final = b"\\u0000"
"""As JSON spells the one character that not every database takes: none of an act's own texts holds it."""
_CHANGES: Final = b',"changes":'
_AFTER_CHANGES: Final = b',"epoch":'
_CHANGE_KEYS: Final = frozenset("table id base before after".split())


class Change(msgspec.Struct, frozen=True, gc=False):  # holds nothing that could hold it in turn
    """One record that an act changed: ``base`` is its version before (0: it was new), the maps hold only fields that differ."""

    table: str
    id: str
    base: int
    before: Mapping[str, Scalar]
    after: Mapping[str, Scalar]


class Act(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One journal entry. ``at`` is UTC as ``2026-11-21T08:30:00.123Z``; ``subject`` is the household or record it is shown at.

    Its fields stand as in its line, which is the quickest to read and to spell.
    """

    at: str
    by: str
    changes: tuple[Change, ...] = ()
    epoch: int
    hash: str = ""
    id: str
    install: str
    kind: str
    number: int
    previous: str
    reason: str = ""
    subject: str = ""


_QUICK_WRITER: Final = msgspec.json.Encoder(order="sorted")
_QUICK_READER: Final = msgspec.json.Decoder(Act)
_QUICK_CHANGES: Final = msgspec.json.Decoder(tuple[Change, ...])
"""Spell and read acts exactly as ``canonical_json`` and ``_from_json`` do, several times as fast. What they do not take goes the plain way."""


def canonical_json(value: object) -> str:
    """Return the one spelling of a JSON value that hashes and signatures are made over: sorted keys, no blanks, UTF-8 text."""
    return _CANONICAL.encode(value)


def _body(act: Act) -> dict[str, Any]:
    return {
        "install": act.install,
        "epoch": act.epoch,
        "number": act.number,
        "id": act.id,
        "at": act.at,
        "by": act.by,
        "kind": act.kind,
        "subject": act.subject,
        "reason": act.reason,
        "previous": act.previous,
        "changes": [_plain(each) for each in act.changes],
    }


def _plain(change: Change) -> dict[str, Any]:
    return {
        "table": change.table,
        "id": change.id,
        "base": change.base,
        "before": dict(change.before),
        "after": dict(change.after),
    }


def canonical_bytes(value: object) -> bytes:
    """Return ``canonical_json`` in UTF-8, several times as fast; only for values that hold no fractions."""
    try:
        return _QUICK_WRITER.encode(value)
    except TypeError:  # a text of a kind of its own, such as SQLAlchemy's names
        return canonical_json(value).encode()


def canonical_lines(values: Sequence[object]) -> bytes:
    """Return each value's ``canonical_bytes`` and a line end; for thousands of them at a time."""
    try:
        return _QUICK_WRITER.encode_lines(values)
    except TypeError:  # as above
        return b"".join([canonical_bytes(value) + b"\n" for value in values])


def changes_text(changes: Sequence[Change]) -> str:
    """Return changes as a database keeps them: as they stand in an act's line."""
    try:
        return _QUICK_WRITER.encode(changes).decode()
    except TypeError:  # a map or a text of a kind of its own
        return canonical_json([_plain(each) for each in changes])


def changes_in_line(line: bytes) -> bytes:
    """Return the same of an act's canonical line, in UTF-8; spares spelling them once more."""
    begin = line.index(_CHANGES) + len(_CHANGES)  # texts have no bare quotes: here begins the first key of this name
    return line[begin : line.rindex(_AFTER_CHANGES)]  # and after it come texts and numbers only


def changes_from_text(text: str) -> tuple[Change, ...]:
    """Return the changes of a text that :func:`changes_text` wrote, now or when it wrote lists of (table, id, base, before, after)."""
    if text.startswith("[["):
        return tuple([Change(*row) for row in msgspec.json.decode(text)])
    return _QUICK_CHANGES.decode(text)


def act_hash(act: Act) -> str:
    """Return the SHA-256 (hex) over the act's canonical JSON without its own hash."""
    return _hash_of(line_bytes(act), act.hash)


def to_line(act: Act) -> str:
    """Return the act as one canonical JSON line, without a line end."""
    return line_bytes(act).decode()


def line_bytes(act: Act) -> bytes:
    """Return the same in UTF-8."""
    try:
        return _QUICK_WRITER.encode(act)
    except TypeError:  # a map or a text of a kind of its own
        return canonical_json({**_body(act), "hash": act.hash}).encode()


def _hash_of(line: bytes, claimed: str) -> str:
    """Return the hash of an act's canonical line without the hash it claims itself; spares building the line once more."""
    part = b'"hash":%b,' % canonical_bytes(claimed)
    before, _, after = line.rpartition(part)  # what follows is text, and has no bare quotes
    return hashlib.sha256(before + after).hexdigest()


def from_line(line: str) -> Act:
    """Read an act from its line; raises UserError when it is not one, or its hash does not fit its contents."""
    try:
        raw = json.loads(line)
        act = _from_json(raw)
        expected = act_hash(act)  # a lone surrogate has no UTF-8, so this may raise ValueError too
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UserError("变更记录的格式不对，文件可能损坏：请重新导出后再试。") from None
    if expected != act.hash:
        raise UserError("第 {number} 号变更记录与它的校验值不符，文件可能被改动：请重新导出后再试。", number=act.number)
    return act


def from_canonical_line(line: str) -> Act:
    """Read an act from a line that must be spelled exactly as :func:`to_line` spells it; raises as :func:`from_line`, and for others."""
    try:
        return from_canonical_bytes(line.encode())
    except UnicodeEncodeError:
        raise _what_is_wrong(line) from None


def from_canonical_bytes(line: bytes) -> Act:
    """Do the same with a line in UTF-8; raises UnicodeDecodeError too, for what is no text."""
    act = _read_exactly(line)
    if act is None or (_ZERO in line and "\x00" in "".join(_own_texts(act))):
        raise _what_is_wrong(line.decode())
    if _hash_of(line, act.hash) != act.hash:
        raise UserError("第 {number} 号变更记录与它的校验值不符，文件可能被改动：请重新导出后再试。", number=act.number)
    return act


def from_canonical_lines(text: bytes) -> Sequence[Act]:
    """Read acts from lines in UTF-8, each with its line end: all of them at once, or as :func:`from_canonical_bytes` and raising as it."""
    lines = text.split(b"\n")
    lines.pop()  # what follows the last line end: nothing
    acts = _read_lines(text)
    if len(acts) == len(lines) and _ZERO not in text and _QUICK_WRITER.encode_lines(acts) == text:
        for act, line in zip(acts, lines, strict=True):
            if _hash_of(line, act.hash) != act.hash:
                break
        else:
            return acts
    return [from_canonical_bytes(line) for line in lines]


def acts_of_checked_lines(text: bytes) -> Sequence[Act]:
    """Return the acts of lines that :func:`from_canonical_lines` took before, without looking at them once more."""
    return _QUICK_READER.decode_lines(text)


def may_hold_zero(text: bytes) -> bool:
    """Say whether acts whose canonical lines these are may hold a zero character, which not every database takes."""
    return _ZERO in text


def _read_lines(text: bytes) -> Sequence[Act]:
    try:
        return _QUICK_READER.decode_lines(text)
    except (ValueError, RecursionError):
        return ()


def _read_exactly(line: bytes) -> Act | None:
    try:
        act = _QUICK_READER.decode(line)
    except (ValueError, RecursionError):
        return None
    return act if _QUICK_WRITER.encode(act) == line else None


def _own_texts(act: Act) -> tuple[str, ...]:
    return act.install, act.id, act.at, act.by, act.kind, act.subject, act.reason, act.previous, act.hash


def _what_is_wrong(line: str) -> UserError:
    try:
        _from_json(json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return UserError("变更记录的格式不对，文件可能损坏：请重新导出后再试。")
    return UserError("变更记录看不懂，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。")


def is_line_of_its_hash(line: bytes, claimed: str) -> bool:
    """Say whether an act's canonical line in UTF-8, but for its own hash, has that hash; spares building the line once more."""
    return _hash_of(line, claimed) == claimed


def _from_json(raw: Any) -> Act:
    if set(raw) != _ACT_KEYS:
        raise ValueError("keys")
    changes = tuple(_change(item) for item in raw["changes"])
    texts = {key: raw[key] for key in ("install", "id", "at", "by", "kind", "subject", "reason", "previous", "hash")}
    numbers = {key: raw[key] for key in ("epoch", "number")}
    if not all(type(value) is str for value in texts.values()) or not all(
        type(value) is int for value in numbers.values()
    ):
        raise ValueError("types")
    return Act(changes=changes, **texts, **numbers)


def _change(raw: Any) -> Change:
    if (
        set(raw) != _CHANGE_KEYS
        or type(raw["base"]) is not int
        or not isinstance(raw["table"], str)
        or not isinstance(raw["id"], str)
    ):
        raise ValueError("change")
    for side in (raw["before"], raw["after"]):
        if not isinstance(side, dict) or not set(map(type, side.values())) <= _SCALARS:
            raise ValueError("values")
    return Change(raw["table"], raw["id"], raw["base"], raw["before"], raw["after"])

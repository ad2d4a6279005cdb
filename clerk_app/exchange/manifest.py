"""The manifest: what a packet says about itself, signed, in one exact spelling.

Format 1 is described byte for byte in ``docs/packet-format.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final

from clerk_app.domain.act import GENESIS, Act, canonical_json

FORMAT: Final = 1
INSTALL_SHOWN: Final = 8
_LARGEST_NUMBER: Final = 2**53 - 1
"""Beyond it other JSON readers lose digits."""
_HASH: Final = r"[0-9a-f]{64}"
_SHORT_LINE: Final = r"[^\x00-\x1f\x7f]{1,200}"
_INSTANT: Final = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z"
_PATTERNS: Final = {
    "kind": r"[a-z][a-z-]{0,31}",
    "village_code": r"[0-9A-Za-z]{1,32}",
    "village_name": _SHORT_LINE,
    "install": r"[0-9a-z-]{8,64}",
    "previous_packet": _HASH,
    "chain_head": _HASH,
    "state_digest": _HASH,
    "program": _SHORT_LINE,
    "created_at": _INSTANT,
    "expires_at": rf"({_INSTANT})?",
    "signer": _HASH,
}
_SMALLEST: Final = {"epoch": 1, "number": 1, "first_act": 0, "last_act": 0, "money_fen": -_LARGEST_NUMBER}


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the packet: its SHA-256 (hex) and its size in bytes."""

    sha256: str
    size: int

    def __post_init__(self) -> None:
        _require_texts({"sha256": self.sha256}, _HASH)
        _require_number("size", self.size, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestHead:
    """What the sender knows before the packet is made; raises ValueError for what no format 1 manifest may hold.

    ``kind`` is ``acts`` for a village's acts. ``number`` counts the packets of this install and epoch from 1, ``previous_packet`` is the
    SHA-256 of the sealed file before it (``GENESIS``: none). ``chain_head`` matters only without acts; with acts it is the last
    act's hash. ``state_digest`` is a digest of the records after the last act, ``packs`` the version of each policy pack,
    ``documents`` the names under which ``kind`` finds files of the packet. Instants are UTC as ``2026-11-21T08:30:00.123Z``; without
    ``expires_at`` the packet does not expire.
    """

    kind: str
    village_code: str
    village_name: str
    install: str
    epoch: int
    number: int
    previous_packet: str = GENESIS
    chain_head: str = GENESIS
    state_digest: str
    packs: Mapping[str, str]
    program: str
    created_at: str
    expires_at: str = ""
    documents: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            if each.name in _PATTERNS:
                _require_texts({each.name: value}, _PATTERNS[each.name])
            elif each.name in _SMALLEST:
                _require_number(each.name, value, _SMALLEST[each.name])
        _require_texts(self.packs, _SHORT_LINE)
        _require_texts(self.documents, _HASH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest(ManifestHead):
    """The whole manifest. ``first_act`` and ``last_act`` are 0 without acts; ``counts`` is acts by kind, ``money_fen``
    the sum by :func:`contribution_fen`.

    ``parts`` names every other file of the packet but the signature; ``signer`` is the sender's Ed25519 public key in hex.
    """

    first_act: int
    last_act: int
    money_fen: int
    counts: Mapping[str, int]
    parts: Mapping[str, Part]
    signer: str

    def __post_init__(self) -> None:
        ManifestHead.__post_init__(self)
        for kind, count in self.counts.items():
            _require_number(kind, count, 1)
        if not set(self.documents.values()) <= {name.rpartition("/")[2] for name in self.parts}:
            raise ValueError("a document is no part of the packet")

    @property
    def acts(self) -> int:
        """How many acts the packet carries."""
        return sum(self.counts.values())


def packet_name(village_code: str, install: str, epoch: int, number: int) -> str:
    """Return the file name on the stick: village, end of the install's id, epoch, number; nothing about a person."""
    return f"{village_code}-{install.replace('-', '')[-INSTALL_SHOWN:]}-{epoch}-{number}.clerk"


def manifest_text(manifest: Manifest) -> str:
    """Return the one exact spelling that is hashed and signed: canonical JSON without a line end."""
    plain = {each.name: getattr(manifest, each.name) for each in fields(manifest)}
    plain["parts"] = {name: asdict(part) for name, part in manifest.parts.items()}
    for name in ("packs", "documents", "counts"):
        plain[name] = dict(plain[name])
    return canonical_json({"format": FORMAT, **plain})


def manifest_from_json(raw: Mapping[str, Any]) -> Manifest:
    """Read a manifest of format 1 from parsed JSON; raises ValueError, TypeError, KeyError or AttributeError."""
    named = {each.name for each in fields(Manifest)}
    if set(raw) != named | {"format"}:
        raise ValueError("keys")
    values = {name: raw[name] for name in named}
    values["parts"] = {name: Part(**part) for name, part in raw["parts"].items()}
    return Manifest(**values)


def contribution_fen(acts: Iterable[Act]) -> int:
    """Return the money of these acts in fen: the ``amount`` of every record they insert into ``contribution``; reversals are negative."""
    fen = 0
    for act in acts:
        for change in act.changes:
            if change.table == "contribution" and change.base == 0:
                amount = change.after.get("amount")
                fen += amount if type(amount) is int else 0
    return fen


def _require_texts(texts: Mapping[str, Any], pattern: str) -> None:
    for name, text in texts.items():
        if not isinstance(text, str) or not re.fullmatch(pattern, text, re.ASCII):
            raise ValueError(name)


def _require_number(name: str, number: object, smallest: int) -> None:
    if type(number) is not int or not smallest <= number <= _LARGEST_NUMBER:
        raise ValueError(name)

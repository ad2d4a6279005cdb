"""The document ``transfers`` of an answer: households offered to a village with their past, and how those that left it stand.

``docs/packet-format.md`` lists the keys. A reader refuses any other key or value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from clerk_app.domain.act import Act, Scalar, canonical_json, from_canonical_line, to_line
from clerk_app.domain.transfer import TransferState
from clerk_app.errors import UserError
from clerk_app.exchange.spelling import exact_bytes, list_of, matching, read_exact, require_keys, text_of

TRANSFERS: Final = "transfers"
"""The document's name in the packet."""
PAPER: Final = "attachment"
MOST_OFFERS: Final = 1_000
MOST_RECORDS: Final = 20_000
LONGEST_WORDS: Final = 2_000
_CODE: Final = re.compile(r"[0-9A-Za-z]{1,32}")
_NAME: Final = re.compile(r"[a-z][a-z_]{0,63}")
_SCALARS: Final = (str, int, bool, type(None))


@dataclass(frozen=True, slots=True)
class MovedRecord:
    """One record as it stood in the village a household left: table, id, and its fields as acts spell them."""

    table: str
    id: str
    fields: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class MovedAct:
    """One act of the household's past: the village it was done in, by whom, and the act as it was signed and chained there."""

    village: str
    by: str
    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A household that waits for this village: the other side's record, where it comes from, its records and its past, oldest first."""

    id: str
    from_code: str
    from_name: str
    moved_on: date
    reason: str
    people: tuple[str, ...]
    records: tuple[MovedRecord, ...]
    acts: tuple[MovedAct, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTransfer:
    """How a household stands that left this village, by this side's record; ``on`` is since when, ``reason`` the other side's words."""

    id: str
    state: TransferState
    on: date
    reason: str


def transfers_bytes(offers: tuple[Offer, ...], told: tuple[ToldTransfer, ...]) -> bytes:
    """Return the document as it stands in the packet."""
    return exact_bytes(
        {
            "incoming": [_offer_json(offer) for offer in offers],
            "outgoing": [
                {"id": each.id, "state": each.state.value, "on": each.on.isoformat(), "reason": each.reason}
                for each in told
            ],
        }
    )


def read_transfers(data: bytes | None) -> tuple[tuple[Offer, ...], tuple[ToldTransfer, ...]]:
    """Read the document, nothing when it is missing; raises UserError when it is wrong."""

    def read(raw: Any) -> tuple[tuple[Offer, ...], tuple[ToldTransfer, ...]]:
        require_keys(raw, "incoming", "outgoing")
        offers = tuple(_offer(each) for each in list_of(raw["incoming"], MOST_OFFERS))
        return offers, tuple(_told(each) for each in list_of(raw["outgoing"], MOST_RECORDS))

    return ((), ()) if data is None else read_exact(data, read, _wrong)


def offer_text(offer: Offer) -> str:
    """Return an offer as a village keeps it until somebody decides."""
    return canonical_json(_offer_json(offer))


def read_offer(text: str) -> Offer:
    """Read an offer that was kept; raises UserError when it is wrong."""
    return read_exact(text.encode(), _offer, _wrong)


def paper(key: str, fields: Mapping[str, Scalar]) -> MovedRecord:
    """Return an attachment as it stands in the document: names of fields hold no digits there, so its ``sha256`` is called ``file``."""
    return MovedRecord(PAPER, key, {"file" if name == "sha256" else name: value for name, value in fields.items()})


def papers_of(offer: Offer) -> tuple[MovedRecord, ...]:
    """Return the attachments of an offer with their fields called as in their table again."""
    return tuple(
        MovedRecord(each.table, each.id, {"sha256" if name == "file" else name: v for name, v in each.fields.items()})
        for each in offer.records
        if each.table == PAPER
    )


def files_of(offer: Offer) -> frozenset[str]:
    """Return the SHA-256 of the files that belong to the attachments of an offer."""
    return frozenset(str(each.fields["sha256"]) for each in papers_of(offer) if "sha256" in each.fields)


def _offer_json(offer: Offer) -> dict[str, Any]:
    return {
        "id": offer.id,
        "from_code": offer.from_code,
        "from_name": offer.from_name,
        "moved_on": offer.moved_on.isoformat(),
        "reason": offer.reason,
        "people": list(offer.people),
        "records": [{"table": each.table, "id": each.id, "fields": dict(each.fields)} for each in offer.records],
        "acts": [{"village": each.village, "by": each.by, "line": to_line(each.act)} for each in offer.acts],
    }


def _offer(raw: Any) -> Offer:
    require_keys(raw, "id", "from_code", "from_name", "moved_on", "reason", "people", "records", "acts")
    return Offer(
        id=_id(raw["id"]),
        from_code=matching(_CODE, raw["from_code"]),
        from_name=text_of(raw["from_name"], LONGEST_WORDS, least=1),
        moved_on=date.fromisoformat(raw["moved_on"]),
        reason=text_of(raw["reason"], LONGEST_WORDS),
        people=tuple(_id(each) for each in list_of(raw["people"], MOST_RECORDS, least=1)),
        records=tuple(_record(each) for each in list_of(raw["records"], MOST_RECORDS, least=1)),
        acts=tuple(_act(each) for each in list_of(raw["acts"], MOST_RECORDS)),
    )


def _record(raw: Any) -> MovedRecord:
    require_keys(raw, "table", "id", "fields")
    fields = raw["fields"]
    if not isinstance(fields, dict) or not all(isinstance(value, _SCALARS) for value in fields.values()):
        raise ValueError("fields")
    return MovedRecord(
        matching(_NAME, raw["table"]), _id(raw["id"]), {matching(_NAME, name): fields[name] for name in fields}
    )


def _act(raw: Any) -> MovedAct:
    require_keys(raw, "village", "by", "line")
    return MovedAct(
        text_of(raw["village"], LONGEST_WORDS), text_of(raw["by"], LONGEST_WORDS), from_canonical_line(raw["line"])
    )


def _told(raw: Any) -> ToldTransfer:
    require_keys(raw, "id", "state", "on", "reason")
    return ToldTransfer(
        id=_id(raw["id"]),
        state=TransferState.of(raw["state"]),
        on=date.fromisoformat(raw["on"]),
        reason=text_of(raw["reason"], LONGEST_WORDS),
    )


def _id(raw: Any) -> str:
    return text_of(raw, LONGEST_WORDS, least=1)


def _wrong() -> UserError:
    return UserError("回执里的迁移户资料看不懂，文件不是本程序做的，或版本不同：请升级程序，或请县里重新写回执。")

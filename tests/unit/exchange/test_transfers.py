"""The document ``transfers``: one spelling, there and back; anything else is refused in one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from clerk_app.domain.act import GENESIS, Act, Change, canonical_json
from clerk_app.domain.transfer import TransferStanding, TransferState, state_of
from clerk_app.errors import UserError
from clerk_app.exchange.transfers import (
    MovedAct,
    MovedRecord,
    Offer,
    ToldTransfer,
    files_of,
    offer_text,
    paper,
    papers_of,
    read_offer,
    read_transfers,
    transfers_bytes,
)
from clerk_app.storage.journal import sealed

ACT = sealed(
    Act(
        install="01234567-89ab-7def-8000-000000000001",
        epoch=1,
        number=7,
        id="act-7",
        at="2026-03-02T01:00:00.000Z",
        by="clerk-1",
        kind="change_household",
        subject="household-1",
        changes=(Change("household", "household-1", 1, {"phone": ""}, {"phone": "123"}),),
        previous=GENESIS,
    )
)
OFFER = Offer(
    id="transfer-1",
    from_code="532325100201",
    from_name="清河村",
    moved_on=date(2026, 3, 26),
    reason="整户搬迁",
    people=("person-1",),
    records=(MovedRecord("household", "household-1", {"number": "0002", "land": None, "hukou": "2"}),),
    acts=(MovedAct("清河村", "何清", ACT),),
)
TOLD = ToldTransfer(id="transfer-2", state=TransferState.DECLINED, on=date(2026, 3, 28), reason="查无此户")


def test_papers_are_named_without_digits_on_their_way_and_found_again() -> None:
    fields = {"name": "户口簿.jpg", "sha256": "a" * 64}
    moved = paper("attachment-1", fields)
    assert moved.fields == {"name": "户口簿.jpg", "file": "a" * 64}
    offer = read_offer(offer_text(replace(OFFER, records=(*OFFER.records, moved))))
    assert papers_of(offer) == (MovedRecord("attachment", "attachment-1", fields),)
    assert files_of(offer) == {"a" * 64}
    assert files_of(OFFER) == frozenset()


def test_document_comes_back_as_it_went() -> None:
    data = transfers_bytes((OFFER,), (TOLD,))
    assert read_transfers(data) == ((OFFER,), (TOLD,))
    assert transfers_bytes(*read_transfers(data)) == data
    assert data == canonical_json(json.loads(data)).encode()


def test_nothing_is_told_when_the_document_is_missing() -> None:
    assert read_transfers(None) == ((), ())


def test_kept_offer_comes_back_as_it_went() -> None:
    assert read_offer(offer_text(OFFER)) == OFFER


def _offer(change: Callable[[dict[str, Any]], None]) -> bytes:
    raw = json.loads(transfers_bytes((OFFER,), (TOLD,)))
    change(raw["incoming"][0])
    return canonical_json(raw).encode()


def _told(change: Callable[[dict[str, Any]], None]) -> bytes:
    raw = json.loads(transfers_bytes((OFFER,), (TOLD,)))
    change(raw["outgoing"][0])
    return canonical_json(raw).encode()


WRONG: dict[str, bytes] = {
    "no json": b"{",
    "blanks": transfers_bytes((OFFER,), ()).replace(b'":', b'": ', 1),
    "other keys": canonical_json({"incoming": []}).encode(),
    "no list": canonical_json({"incoming": {}, "outgoing": []}).encode(),
    "no id": _offer(lambda raw: raw.update(id="")),
    "village code": _offer(lambda raw: raw.update(from_code="乙")),
    "no village name": _offer(lambda raw: raw.update(from_name="")),
    "day": _offer(lambda raw: raw.update(moved_on="2026-13-01")),
    "long reason": _offer(lambda raw: raw.update(reason="长" * 2_001)),
    "nobody": _offer(lambda raw: raw.update(people=[])),
    "no records": _offer(lambda raw: raw.update(records=[])),
    "record keys": _offer(lambda raw: raw["records"][0].pop("id")),
    "table name": _offer(lambda raw: raw["records"][0].update(table="Household")),
    "fields no object": _offer(lambda raw: raw["records"][0].update(fields=[])),
    "field value": _offer(lambda raw: raw["records"][0].update(fields={"number": [1]})),
    "field name": _offer(lambda raw: raw["records"][0].update(fields={"No": 1})),
    "act keys": _offer(lambda raw: raw["acts"][0].pop("by")),
    "altered act": _offer(lambda raw: raw["acts"][0].update(line=raw["acts"][0]["line"].replace("123", "124"))),
    "told keys": _told(lambda raw: raw.pop("on")),
    "told state": _told(lambda raw: raw.update(state="gone")),
    "told day": _told(lambda raw: raw.update(on="")),
}


@pytest.mark.parametrize("data", WRONG.values(), ids=WRONG.keys())
def test_any_other_document_is_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        read_transfers(data)


@pytest.mark.parametrize(
    ("sent", "received", "is_known", "state"),
    [
        (TransferStanding.SENT, None, False, TransferState.NOWHERE),
        (TransferStanding.SENT, None, True, TransferState.WAITING),
        (TransferStanding.SENT, TransferStanding.DECLINED, True, TransferState.DECLINED),
        (TransferStanding.SENT, TransferStanding.TAKEN_IN, True, TransferState.TAKEN_IN),
        (TransferStanding.WITHDRAWN, None, True, TransferState.WITHDRAWN),
        (TransferStanding.WITHDRAWN, TransferStanding.DECLINED, True, TransferState.WITHDRAWN),
        (TransferStanding.WITHDRAWN, TransferStanding.TAKEN_IN, True, TransferState.TAKEN_IN),
    ],
    ids=["nowhere", "waiting", "declined", "taken in", "withdrawn", "withdrawn when declined", "withdrawn too late"],
)
def test_state_follows_from_both_sides(
    sent: TransferStanding, received: TransferStanding | None, is_known: bool, state: TransferState
) -> None:
    assert state_of(sent, received, is_known=is_known) is state

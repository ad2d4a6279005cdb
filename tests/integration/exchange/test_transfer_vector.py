"""The kept vector of the document ``transfers``: every later version reads it and spells it so, and the page of the format names it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from clerk_app.domain.transfer import TransferState
from clerk_app.exchange.transfers import read_transfers, transfers_bytes

ROOT = Path(__file__).resolve().parents[3]
VECTOR = ROOT / "tests" / "golden" / "packets" / "transfers.json"


def test_transfers_are_read_and_written_as_they_were() -> None:
    data = VECTOR.read_bytes()
    offers, told = read_transfers(data)
    assert transfers_bytes(offers, told) == data
    (offer,) = offers
    assert (offer.from_name, str(offer.moved_on), offer.people) == ("清河村", "2026-03-26", ("person-1",))
    assert [record.table for record in offer.records] == [
        "household", "person", "contribution", "earlier_contribution",
    ]  # fmt: skip
    assert offer.records[1].fields == {"name": "罗𬭎", "id_number": None, "student": 0}
    assert [(each.village, each.by, each.act.number) for each in offer.acts] == [
        ("石桥村", "", 1),
        ("清河村", "何清", 2),
    ]
    assert [(each.id, each.state) for each in told] == [
        ("transfer-2", TransferState.TAKEN_IN), ("transfer-3", TransferState.DECLINED),
    ]  # fmt: skip


def test_page_of_the_format_names_the_vector() -> None:
    page = (ROOT / "docs" / "packet-format.md").read_text(encoding="utf-8")
    assert f"`transfers.json`, SHA-256 `{hashlib.sha256(VECTOR.read_bytes()).hexdigest()}`" in page

"""Changes that bring whole records, for whatever applies acts."""

from __future__ import annotations

from typing import Final

from clerk_app.domain.act import Change, Scalar
from clerk_app.storage.county_tables import RECORDS
from clerk_app.storage.record_rows import shape_of

HOUSEHOLD: Final[dict[str, Scalar]] = {
    "number": "0001",
    "group": "第1组",
    "address": "大村1号",
    "hukou": "20",
    "phone": "",
    "land": None,
    "housing_area": None,
    "housing_structure": "",
    "note": "",
    "registered_on": "2026-03-16",
    "closed_on": None,
    "close_reason": "",
}


def paper(record: str, household: str) -> Change:
    """Return the change that keeps a scanned paper of a household."""
    names = shape_of(RECORDS["attachment"], frozenset({"village"}))
    fields: dict[str, Scalar] = {
        name: 1 if names.types[name] == {int} else "" if str in names.types[name] else None for name in names.names
    }
    return Change("attachment", record, 0, {}, {**fields, "household_id": household, "person_id": None})

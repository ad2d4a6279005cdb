"""The merge table, row by row."""

from __future__ import annotations

from typing import Any

import pytest

from clerk_app.domain.act import GENESIS, Act, Change, Scalar
from clerk_app.domain.merge import commute, has_needs, merge, unmet
from clerk_app.domain.ownership import ENDS, Owner, has_ended, owner_of
from clerk_app.domain.settlement import Choice, Settlement, SettlementId
from clerk_app.storage.tables import RECORD_TABLES


def change(
    before: dict[str, Scalar], after: dict[str, Scalar], *, table: str = "household", base: int = 3, of: str = "h"
) -> Change:
    return Change(table, of, base, before, after)


@pytest.mark.parametrize(
    ("version", "standing", "taken", "lost"),
    [
        (3, "old", {"note": "new"}, {}),
        (4, "old", {"note": "new"}, {}),
        (4, "new", {}, {}),
        (4, "other", {}, {"note": "new"}),
        (3, "other", {}, {"note": "new"}),
    ],
    ids=["nobody was here", "untouched since", "there already", "changed on both sides", "the same version by chance"],
)
def test_field_is_merged_by_its_own_values(
    version: int, standing: str, taken: dict[str, Scalar], lost: dict[str, Scalar]
) -> None:
    merged = merge(change({"note": "old"}, {"note": "new"}), {"version": version, "note": standing})
    assert (merged.taken, merged.lost, merged.held) == (taken, lost, False)


def test_fields_of_one_change_are_merged_apart() -> None:
    row = {"version": 5, "note": "other", "phone": "old", "address": "new"}
    merged = merge(
        change({"note": "old", "phone": "old", "address": "old"}, {"note": "n", "phone": "p", "address": "new"}), row
    )
    assert (merged.taken, merged.lost) == ({"phone": "p"}, {"note": "n"})


@pytest.mark.parametrize(
    ("table", "row", "before", "after", "held"),
    [
        ("household", {"closed_on": "2026-01-01", "note": ""}, {"note": ""}, {"note": "n"}, True),
        ("household", {"closed_on": None, "note": "x"}, {"closed_on": None}, {"closed_on": "2026-01-01"}, True),
        ("household", {"closed_on": "2026-01-01"}, {"closed_on": None}, {"closed_on": "2026-01-01"}, False),
        ("household", {"closed_on": "2026-01-01"}, {"closed_on": None}, {"closed_on": "2026-02-01"}, True),
        ("household", {"closed_on": "2026-01-01"}, {"closed_on": "2026-01-01"}, {"closed_on": None}, True),
        ("person", {"died_on": "2026-01-01", "phone": ""}, {"phone": ""}, {"phone": "1"}, True),
        ("dibao_case", {"stage": "ended", "village_reason": ""}, {"village_reason": ""}, {"village_reason": "r"}, True),
        ("dibao_case", {"stage": "county", "ended_on": None}, {"stage": "county"}, {"stage": "refused"}, True),
        ("dibao_case", {"stage": "survey", "ended_on": None}, {"stage": "survey"}, {"stage": "meeting"}, False),
        ("income_item", {"removed": 1, "annual": 1}, {"annual": 1}, {"annual": 2}, True),
        ("contribution", {"receipt": ""}, {"receipt": ""}, {"receipt": "1"}, False),
    ],
    ids=[
        "changed after its end", "ended after a change", "ended alike", "ended on another day", "revived unseen",
        "dead person changed", "ended case changed", "case refused unseen", "case goes on", "removed line changed",
        "table without an end",
    ],
)  # fmt: skip
def test_end_against_change_is_held(
    table: str, row: dict[str, Any], before: dict[str, Scalar], after: dict[str, Scalar], held: bool
) -> None:
    assert merge(change(before, after, table=table), {"version": 9, **row}).held is held
    assert merge(change(before, after, table=table), {"version": 3, **before}).held is False


def test_who_has_the_last_word() -> None:
    assert owner_of("household", "note") is Owner.VILLAGE
    assert owner_of("dibao_case", "village_class") is Owner.VILLAGE
    assert owner_of("dibao_case", "granted_amount") is Owner.COUNTY
    assert owner_of("contribution", "amount") is Owner.VILLAGE


def test_ends_are_fields_of_their_tables() -> None:
    fields = {table.name: set(table.c.keys()) for table in RECORD_TABLES}
    for table, ends in ENDS.items():
        assert {end.field for end in ends} <= fields[table]
    assert has_ended("household", {"note": "n"}) is False


# what cannot stand among the others


PLACE: dict[str, Scalar] = {"household_id": "h", "person_id": "p", "to_on": None}


@pytest.mark.parametrize(
    ("changes", "rows", "inhabited", "met"),
    [
        ([change({}, PLACE, table="membership", base=0, of="m")], {}, False, True),
        ([change({}, PLACE, table="membership", base=0, of="m")], {"household": {"closed_on": None}}, False, True),
        ([change({}, PLACE, table="membership", base=0, of="m")], {"household": {"closed_on": "x"}}, False, False),
        ([change({}, PLACE, table="membership", base=0, of="m")], {"person": {"died_on": "x"}}, False, False),
        (
            [change({}, {**PLACE, "to_on": "x"}, table="membership", base=0, of="m")],
            {"person": {"died_on": "x"}},
            False,
            True,
        ),
        (
            [
                change({}, {}, table="person", base=0, of="p"),
                change({}, PLACE, table="membership", base=0, of="m"),
            ],
            {"person": {"died_on": "x"}},
            False,
            True,
        ),
        ([change({}, {"household_id": "h"}, table="dibao_case", base=0)], {"household": {"closed_on": "x"}}, True, False),
        ([change({"closed_on": None}, {"closed_on": "x"})], {}, True, False),
        ([change({"closed_on": None}, {"closed_on": "x"})], {}, False, True),
        ([change({"note": ""}, {"note": "x"})], {}, True, True),
    ],
    ids=[
        "place, nothing known", "place in an open household", "place in a closed household", "place for a dead person",
        "past place for a dead person", "dead person who is registered just now", "application of a closed household",
        "closed with people in it", "closed and empty", "another field",
    ],
)  # fmt: skip
def test_act_that_cannot_stand(
    changes: list[Change], rows: dict[str, dict[str, Any]], inhabited: bool, met: bool
) -> None:
    found = unmet(changes, lambda table, _record: rows.get(table), lambda _household: inhabited)
    assert (found is None) is met


# order


def act(*changes: Change) -> Act:
    return Act(
        install="i", epoch=1, number=1, id="a", at="", by="", kind="k", changes=changes, previous=GENESIS, hash=""
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (change({}, {"note": "n"}, of="h2"), True),
        (change({}, {"note": "n"}, of="h"), False),
        (change({}, {"household_id": "h"}, table="membership", of="m"), False),
        (change({}, {"reverses": "h"}, table="contribution", of="c"), False),
        (change({"household_id": "h"}, {"household_id": "h2"}, table="membership", of="m"), False),
        (change({}, {"person_id": None}, table="income_item", of="n"), True),
    ],
    ids=["another record", "the same record", "names it", "reverses it", "named it", "names nothing"],
)
def test_acts_commute_when_they_name_no_record_in_common(other: Change, same: bool) -> None:
    ours = act(change({}, {"note": "a", "person_id": None}))
    assert commute((ours,), (act(other),)) is same


def test_two_village_records_never_commute() -> None:
    first, second = (act(change({}, {}, table="village", base=0, of=name)) for name in ("v1", "v2"))
    assert commute((first,), (second,)) is False


def test_settlement_names_what_it_closes() -> None:
    made = Settlement(
        id=SettlementId("s"), about="household", record_id="h", field="note", sides=("a",), choice=Choice.KEPT
    )
    assert (made.choice.label, made.version) == ("保留现有内容", 0)


@pytest.mark.parametrize(
    ("asked", "needs"),
    [
        (change({}, PLACE, table="membership", base=0), True),
        (change({}, {"relation": "10"}, table="membership"), False),
        (change({"closed_on": None}, {"closed_on": "x"}), True),
        (change({"note": ""}, {"note": "x"}), False),
        (change({}, {}, table="person", base=0), False),
    ],
    ids=["new place", "place changed", "household closed", "household changed", "new person"],
)
def test_most_changes_need_nothing_of_others(asked: Change, needs: bool) -> None:
    assert has_needs(asked) is needs

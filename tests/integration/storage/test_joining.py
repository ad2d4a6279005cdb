"""What acts bring together: the same rows as from act to act, and what depends on records from before stays an act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from sqlalchemy import Connection, Engine, select

from clerk_app.domain.act import Act, Change, Scalar
from clerk_app.storage.apply import apply_all, apply_each
from clerk_app.storage.county_tables import METADATA, RECORDS, target_of
from clerk_app.storage.engine import memory_engine
from clerk_app.storage.joining import joined
from tests.chains import chain
from tests.record_changes import HOUSEHOLD, paper

_VILLAGE: Final = "532325100001"
_TARGET: Final = target_of(_VILLAGE)
_NOTE: Final = 1 + _TARGET.shapes["household"].names.index("note")


def acts_of(*changes: Sequence[Change]) -> list[Act]:
    return [structs.replace(act, changes=tuple(each)) for act, each in zip(chain(len(changes)), changes, strict=True)]


def steps_of(*changes: Sequence[Change], strict: bool = True) -> list[object]:
    """Return what becomes of acts with these changes: each by its number, and of what others bring the ids."""
    acts = acts_of(*changes)
    steps = joined(acts, _TARGET.shapes, strict=strict)
    return [
        step.number if isinstance(step, Act) else [record for rows in step.values() for record in rows]
        for step in steps
    ]


def household(record: str, **values: Scalar) -> Change:
    return Change("household", record, 0, {}, {**HOUSEHOLD, "number": record, **values})


def noted(record: str, base: int, before: str, after: str) -> Change:
    return Change("household", record, base, {"note": before}, {"note": after})


def test_records_and_their_changes_are_brought_as_the_last_act_leaves_them() -> None:
    acts = acts_of([household("h1")], [noted("h1", 1, "", "一")], [paper("a1", "h1")], [noted("h1", 2, "一", "二")])
    (step,) = joined(acts, _TARGET.shapes, strict=True)
    assert not isinstance(step, Act)
    assert (step["household"]["h1"][0], step["household"]["h1"][_NOTE]) == (3, "二")
    assert (list(step["household"]), list(step["attachment"])) == (["h1"], ["a1"])


def test_record_changed_twice_by_one_act_is_brought_once() -> None:
    changes = [noted("h1", 1, "", "一"), noted("h1", 2, "一", "二")]
    (step,) = joined(acts_of([household("h1")], changes), _TARGET.shapes, strict=True)
    assert not isinstance(step, Act)
    assert (step["household"]["h1"][0], step["household"]["h1"][_NOTE]) == (3, "二")


def test_act_that_brings_nothing_is_no_step() -> None:
    assert steps_of([], [household("h1")], []) == [["h1"]]
    assert joined([], _TARGET.shapes, strict=True) == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(noted("h0", 1, "", "一"), id="of a record from before"),
        pytest.param(noted("h1", 2, "", "一"), id="of another version"),
        pytest.param(noted("h1", 1, "二", "一"), id="that knew it otherwise"),
        pytest.param(Change("household", "h1", 1, {}, {"note": None}), id="to what cannot be written"),
        pytest.param(Change("household", "h1", 1, {}, {"note": "一\x00"}), id="to a zero character"),
        pytest.param(Change("household", "h1", 1, {}, {"colour": "red"}), id="of an unknown field"),
        pytest.param(Change("household", "h1", 1, {"colour": "red"}, {}), id="of what was unknown"),
        pytest.param(Change("household", "h1", 1, {"closed_on": None}, {"closed_on": "2026-03-17"}), id="that closes"),
        pytest.param(Change("planet", "h1", 1, {}, {}), id="of an unknown table"),
        pytest.param(household("h2", note=None), id="that brings what cannot be written"),
        pytest.param(Change("village", "v", 0, {}, {}), id="of the village itself"),
    ],
)
def test_act_with_a_change_that_depends_on_what_is_there_stays_and_parts_the_others(change: Change) -> None:
    before, after = [household("h1")], [household("h9")]
    assert steps_of(before, [household("h3"), change], after) == [["h1"], 2, ["h9"]]
    assert steps_of(before, [change, household("h3")], after) == [["h1"], 2, ["h9"]]


def test_record_brought_once_more_stays_for_who_knows_what_is_there() -> None:
    assert steps_of([household("h1")], [household("h3"), household("h1")]) == [["h1"], ["h3", "h1"]]
    assert steps_of([household("h1"), household("h1")], [household("h2")]) == [1, ["h2"]]


def test_zero_characters_are_looked_for_only_where_there_may_be_some() -> None:
    assert steps_of([household("h1", note="\x00")], strict=False) == [["h1"]]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = memory_engine()
    with engine.connect() as connection, connection.begin():
        METADATA.create_all(connection)
    yield engine
    engine.dispose()


_IDS: Final = st.sampled_from(["h1", "h2", "h3"])
_NOTES: Final = st.sampled_from(["", "一"])
_CHANGES: Final = st.one_of(
    st.builds(household, _IDS, note=_NOTES),
    st.builds(noted, _IDS, st.integers(1, 3), _NOTES, _NOTES),
    st.builds(paper, st.sampled_from(["a1", "a2", "a3"]), _IDS),
    st.builds(lambda record: Change("household", record, 1, {}, {"closed_on": "2026-03-17"}), _IDS),
)


def rows_now(connection: Connection) -> dict[str, list[object]]:
    return {
        name: [tuple(row) for row in connection.execute(select(RECORDS[name]).order_by(RECORDS[name].c.id))]
        for name in ("household", "attachment")
    }


def by_portions(connection: Connection, portions: Sequence[Sequence[Act]]) -> list[bool]:
    """Apply acts as the county does with those that follow; return which were applied."""
    applied: list[bool] = []
    for acts in portions:
        if apply_all(connection, joined(acts, _TARGET.shapes, strict=True), _TARGET):
            applied += [True] * len(acts)
        else:
            applied += [problem is None for problem in apply_each(connection, acts, _TARGET)]
    return applied


@settings(max_examples=150)
@given(st.lists(st.lists(_CHANGES, min_size=1, max_size=2), max_size=14), st.integers(1, 14))
def test_acts_joined_come_to_the_rows_to_which_they_come_as_acts(
    engine: Engine, changes: list[list[Change]], at_once: int
) -> None:
    acts = acts_of(*changes)
    portions = [acts[begin : begin + at_once] for begin in range(0, len(acts), at_once)]
    with engine.connect() as connection:
        with connection.begin() as transaction:
            plainly = [problem is None for each in portions for problem in apply_each(connection, each, _TARGET)]
            expected = rows_now(connection)
            transaction.rollback()
        with connection.begin() as transaction:
            assert by_portions(connection, portions) == plainly
            assert rows_now(connection) == expected
            transaction.rollback()

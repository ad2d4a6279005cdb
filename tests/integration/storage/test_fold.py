"""A portion of acts folded into the county's records: what they name must be there, what they hold must fit, on both databases."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from msgspec import structs

from clerk_app.domain.act import Change, Scalar
from clerk_app.errors import SituationError
from clerk_app.storage import county_store
from clerk_app.storage import engine as engines
from clerk_app.storage.apply import apply_each
from clerk_app.storage.county_store import open_county_store
from clerk_app.storage.county_tables import RECORDS, target_of
from clerk_app.storage.joining import whole_records
from clerk_app.storage.record_rows import shape_of
from tests.builders import FixedClock
from tests.chains import chain
from tests.county_builders import VILLAGES, Exchange, new_county, reopen_county
from tests.record_changes import HOUSEHOLD, paper

_LAND: Final = "第一块地"


def applied(either: Exchange, *changes: tuple[Change, ...]) -> list[str]:
    acts = [structs.replace(act, changes=each) for act, each in zip(chain(len(changes)), changes, strict=True)]
    with either.county.store.writing(VILLAGES[0]) as session:
        outcomes = apply_each(session, acts, target_of(VILLAGES[0]))
        return ["" if problem is None else problem.message for problem in outcomes]


def ids(either: Exchange, table: str) -> list[str]:
    with either.county.store.reading() as session:
        return sorted(session.execute(RECORDS[table].select().with_only_columns(RECORDS[table].c.id)).scalars())


def test_record_that_names_one_that_is_not_there_is_refused_alone(either: Exchange) -> None:
    household = Change("household", "h1", 0, {}, HOUSEHOLD)
    told = applied(either, (household,), (paper("a1", "h1"),), (paper("a2", "nobody"),), (paper("a3", "h1"),))
    assert [bool(each) for each in told] == [False, False, True, False]
    assert "冲突" in told[2]
    assert ids(either, "attachment") == ["a1", "a3"]


def test_record_that_is_there_since_an_earlier_portion_may_be_named(either: Exchange) -> None:
    assert applied(either, (Change("household", "h1", 0, {}, HOUSEHOLD),)) == [""]
    assert applied(either, (paper("a1", "h1"),)) == [""]
    moved = Change("attachment", "a1", 1, {"household_id": "h1"}, {"household_id": "gone"})
    assert [bool(each) for each in applied(either, (moved,))] == [True]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("number", 1, id="a number where a text belongs"),
        pytest.param("note", None, id="nothing where something must stand"),
        pytest.param("note", "一\x00", id="a zero character"),
        pytest.param("housing_area", 2**63, id="a number too large for a column"),
        pytest.param("housing_area", True, id="a truth value"),
    ],
)
def test_new_record_with_a_value_that_fits_no_column_is_refused(either: Exchange, name: str, value: Scalar) -> None:
    fine = Change("household", "h1", 0, {}, HOUSEHOLD)
    bad = Change("household", "h2", 0, {}, {**HOUSEHOLD, "number": "0002", name: value})
    later = Change("household", "h1", 1, {name: HOUSEHOLD[name]}, {name: value})
    assert [bool(each) for each in applied(either, (fine,), (bad,), (later,))] == [False, True, True]
    assert ids(either, "household") == ["h1"]


def test_new_record_with_an_id_that_no_server_could_keep_is_refused(either: Exchange) -> None:
    fine = Change("household", "h1", 0, {}, HOUSEHOLD)
    bad = Change("household", "h\x00", 0, {}, {**HOUSEHOLD, "number": "0002"})
    assert [bool(each) for each in applied(either, (fine,), (bad,))] == [False, True]
    assert ids(either, "household") == ["h1"]


def test_first_record_of_a_village_stands_whatever_comes_with_the_second(either: Exchange) -> None:
    names = shape_of(RECORDS["village"], frozenset({"village"}))
    own: dict[str, Scalar] = {
        name: 1 if names.types[name] == {int} else "" if str in names.types[name] else None for name in names.names
    }
    first, second = (Change("village", "v1", 0, {}, {**own, "name": name}) for name in ("清河村", "石桥村"))
    assert applied(either, (first,)) == [""]
    assert applied(either, (second,)) == [""]
    assert [bool(each) for each in applied(either, (second,), (paper("a1", "nobody"),))] == [False, True]
    with either.county.store.reading() as session:
        assert session.execute(RECORDS["village"].select()).mappings().one()["name"] == "清河村"


def test_new_record_that_a_newer_program_says_to_have_been_something_is_not_taken_as_plainly_new() -> None:
    shapes = target_of(VILLAGES[0]).shapes
    (act,) = chain(1)
    plain = structs.replace(act, changes=(Change("household", "h1", 0, {}, HOUSEHOLD),))
    odd = structs.replace(act, changes=(Change("household", "h1", 0, {"colour": "red"}, HOUSEHOLD),))
    assert whole_records(plain, shapes, strict=True) is not None
    assert whole_records(odd, shapes, strict=True) is None


def test_new_record_of_an_older_program_lacks_what_came_later(either: Exchange) -> None:
    older = {name: value for name, value in HOUSEHOLD.items() if name != "land"}
    changed = Change("household", "h1", 1, {"note": ""}, {"note": _LAND})
    assert applied(either, (Change("household", "h1", 0, {}, older),), (changed,)) == ["", ""]
    with either.county.store.reading() as session:
        (row,) = session.execute(RECORDS["household"].select()).mappings().all()
    assert (row["land"], row["note"], row["version"], row["village"]) == (None, _LAND, 2, VILLAGES[0])


def test_county_made_with_small_pages_still_opens(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(county_store, "_PAGE_BYTES", engines.PAGE_BYTES)
        small = new_county(tmp_path / "small", clock=clock)
    for county, page in ((small, engines.PAGE_BYTES), (new_county(tmp_path / "large", clock=clock), 16_384)):
        opened = reopen_county(county)
        with opened.store.reading() as session:
            assert int(session.exec_driver_sql("PRAGMA page_size").scalar_one()) == page
        opened.close()
    with pytest.raises(SituationError, match="数据库打不开"):
        open_county_store(small.data_dir, b"\x07" * 32)

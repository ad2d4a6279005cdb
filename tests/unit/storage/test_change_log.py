"""One change a record, however often it is saved within an act."""

from __future__ import annotations

from clerk_app.domain.act import Change
from clerk_app.storage.repositories import ChangeLog


def log_of(*changes: Change) -> ChangeLog:
    log = ChangeLog()
    for change in changes:
        log.note(change)
    return log


def test_changes_of_different_records_stay_in_the_order_they_came() -> None:
    first, second = (
        Change("person", "b", 1, {"name": "一"}, {"name": "二"}),
        Change("person", "a", 0, {}, {"name": "三"}),
    )
    assert log_of(first, second).changes == (first, second)


def test_two_saves_of_one_record_become_one_from_the_first_base() -> None:
    log = log_of(
        Change("person", "a", 3, {"name": "一", "phone": ""}, {"name": "二", "phone": "1"}),
        Change("person", "a", 4, {"name": "二", "note": ""}, {"name": "三", "note": "记"}),
    )
    assert log.changes == (
        Change("person", "a", 3, {"name": "一", "phone": "", "note": ""}, {"name": "三", "phone": "1", "note": "记"}),
    )
    assert (log.base_of("person", "a"), log.base_of("person", "b"), log.base_of("household", "a")) == (3, None, None)


def test_field_that_came_back_to_what_it_was_is_no_change() -> None:
    log = log_of(
        Change("person", "a", 1, {"name": "一", "phone": ""}, {"name": "二", "phone": "1"}),
        Change("person", "a", 2, {"name": "二"}, {"name": "一"}),
    )
    assert log.changes == (Change("person", "a", 1, {"phone": ""}, {"phone": "1"}),)


def test_new_record_that_is_saved_again_is_new_with_its_last_values() -> None:
    log = log_of(
        Change("person", "a", 0, {}, {"name": "一", "phone": ""}),
        Change("person", "a", 1, {"name": "一"}, {"name": "二"}),
    )
    assert log.changes == (Change("person", "a", 0, {}, {"name": "二", "phone": ""}),)

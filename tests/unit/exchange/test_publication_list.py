"""The document by which an answer tells a laptop what the county has in force."""

from __future__ import annotations

import hashlib

import pytest

from clerk_app.errors import UserError
from clerk_app.exchange import publication_list
from clerk_app.exchange.publication_list import NEVER_TOLD, Listed, PublicationList, list_bytes, read_list

HASH = "a" * 64
ONE, TWO = Listed((1, 4), "本地标准", HASH), Listed((2, 1), "低保名单", "b" * 64)


def test_document_names_what_holds_and_what_was_taken_back_in_order() -> None:
    data = list_bytes((TWO, ONE), {(1, 9), (1, 2)})
    assert data == (
        f'{{"in_force":[[1,4,"本地标准","{HASH}"],[2,1,"低保名单","{"b" * 64}"]],"withdrawn":[[1,2],[1,9]]}}'.encode()
    )
    assert read_list(data) == PublicationList((ONE, TWO), frozenset({(1, 2), (1, 9)}))
    assert read_list(None) is None
    assert read_list(list_bytes((), ())) == PublicationList()


def test_of_more_than_it_may_name_the_newest_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication_list, "MOST_LISTED", 1)
    assert read_list(list_bytes((TWO, ONE), {(1, 9), (1, 2)})) == PublicationList((TWO,), frozenset({(1, 9)}))


def test_word_of_a_laptop_that_was_told_nothing_is_that_of_the_format() -> None:
    assert NEVER_TOLD == "56afdfc0f7135da58d451f2e8fd6d5805b6353275ca8d354bea05d72f9b629ff"


def test_two_publications_that_say_the_same_are_asked_for_apart() -> None:
    assert ONE.request == hashlib.sha256(f"clerk-app publication 1-4 {HASH}".encode()).hexdigest()
    assert Listed((1, 5), "本地标准", HASH).request != ONE.request


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b'{"in_force":[],"withdrawn":[],"x":1}',
        b'{"in_force": [],"withdrawn":[]}',
        b'{"in_force":[[1,4,"t"]],"withdrawn":[]}',
        b'{"in_force":[[0,4,"t","' + HASH.encode() + b'"]],"withdrawn":[]}',
        b'{"in_force":[[1,4,"","' + HASH.encode() + b'"]],"withdrawn":[]}',
        b'{"in_force":[[1,4,"t","A"]],"withdrawn":[]}',
        b'{"in_force":[],"withdrawn":[[1]]}',
        b'{"in_force":[],"withdrawn":[[1,0]]}',
        b'{"in_force":{},"withdrawn":[]}',
    ],
)
def test_any_other_document_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="来文目录看不懂"):
        read_list(data)

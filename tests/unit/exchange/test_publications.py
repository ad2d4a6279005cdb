"""What a county publishes comes back as it was written; any other key, value or spelling is refused with one sentence."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from clerk_app.domain.act import canonical_json
from clerk_app.domain.publication import PublicationKind
from clerk_app.errors import UserError
from clerk_app.exchange import publications
from clerk_app.exchange.publications import (
    Content,
    ListContent,
    ListRow,
    PackContent,
    ParametersContent,
    Published,
    RegionsContent,
    content_bytes,
    publication_bytes,
    read_content,
    read_packs,
    read_parameters,
    read_publication,
    read_regions,
)

PACK = PackContent((("yaoan", "一"), ("national", "二")))
VALUES = ParametersContent({"medical_premium": "430.00"})
LIST = ListContent(
    date(2026, 5, 31), "tekun", ("供养方式",), (ListRow("1", "甲", ("分散",)), ListRow("2", "乙", ("",)))
)
REGIONS = RegionsContent((("532325100201", "清河村"), ("532325100202", "石桥村")))
HEAD = Published(
    kind=PublicationKind.PACK, epoch=1, number=3, title="一", from_on=date(2026, 6, 1), to_on=date(2026, 6, 1)
)
CONTENTS: tuple[tuple[PublicationKind, Content], ...] = (
    (PublicationKind.PACK, PACK),
    (PublicationKind.PARAMETERS, VALUES),
    (PublicationKind.LIST, LIST),
    (PublicationKind.REGIONS, REGIONS),
)


@pytest.mark.parametrize(("kind", "content"), CONTENTS, ids=lambda value: getattr(value, "value", ""))
def test_content_comes_back_as_it_was(kind: PublicationKind, content: Content) -> None:
    assert read_content(kind, content_bytes(content)) == content


def test_each_kind_has_a_reader_of_its_own() -> None:
    assert read_packs(content_bytes(PACK)) == PACK
    assert read_parameters(content_bytes(VALUES)) == VALUES
    assert read_regions(content_bytes(REGIONS)) == REGIONS
    undated = ListContent(None, "", (), ())
    assert read_content(PublicationKind.LIST, content_bytes(undated)) == undated


def test_head_comes_back_as_it_was() -> None:
    assert read_publication("policy-pack", publication_bytes(HEAD)) == HEAD
    for_ever = Published(kind=PublicationKind.LIST, epoch=1, number=3, title="一", from_on=date(2026, 6, 1), to_on=None)
    assert read_publication("county-list", publication_bytes(for_ever)) == for_ever


def changed(data: bytes, **values: Any) -> bytes:
    return canonical_json(json.loads(data) | values).encode()


@pytest.mark.parametrize(
    "values",
    [
        {"epoch": 0},
        {"number": True},
        {"number": "3"},
        {"number": 2**53},
        {"title": ""},
        {"title": "长" * 61},
        {"title": 1},
        {"from_on": ""},
        {"from_on": "20260601"},
        {"from_on": "2026-06-31"},
        {"to_on": "2026-05-31"},
        {"to_on": None},
        {"more": 1},
    ],
    ids=str,
)
def test_head_with_another_value_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="看不懂"):
        read_publication("policy-pack", changed(publication_bytes(HEAD), **values))


def test_head_of_an_unknown_kind_or_none_is_refused() -> None:
    for kind, data in (("weather", publication_bytes(HEAD)), ("policy-pack", None)):
        with pytest.raises(UserError, match="看不懂"):
            read_publication(kind, data)


PACKS: list[dict[str, Any]] = [
    {"packs": []},
    {"packs": {}},
    {"packs": [{"id": "yaoan"}]},
    {"packs": [{"id": "Yaoan", "text": "一"}]},
    {"packs": [{"id": 1, "text": "一"}]},
    {"packs": [{"id": "yaoan", "text": ""}]},
    {"packs": [{"id": "yaoan", "text": "一"}] * 2},
    {"packs": [{"id": f"p{place}", "text": "一"} for place in range(9)]},
    {"values": {}},
]
PARAMETERS: list[dict[str, Any]] = [
    {"values": {}},
    {"values": []},
    {"values": {"medical_premium": ""}},
    {"values": {"medical_premium": 430}},
    {"values": {"Medical": "1"}},
    {"values": {f"v{'a' * place}": "1" for place in range(65)}},
]
LISTS: list[dict[str, Any]] = [
    {"rows": [["1"]]},
    {"rows": [["1", "甲"]]},
    {"rows": [["1", "甲", "分散", "多"]]},
    {"rows": [["1", "甲", 1]]},
    {"rows": [["1", "甲", "长" * 501]]},
    {"rows": ["1甲分"]},
    {"rows": {}},
    {"columns": [""]},
    {"columns": ["长"] * 65},
    {"identity": "Tekun"},
    {"of_on": "2026-5-31"},
    {"of_on": None},
]
VILLAGES: list[dict[str, Any]] = [
    {"villages": []},
    {"villages": [["532325100201"]]},
    {"villages": [["53232510020", "清河村"]]},
    {"villages": [["５３２３２５１００２０１", "清河村"]]},
    {"villages": [["532325100201", ""]]},
    {"villages": [["532325100201", "甲"], ["532325100201", "乙"]]},
]
WRONG: list[tuple[PublicationKind, Content, dict[str, Any]]] = [
    *((PublicationKind.PACK, PACK, values) for values in PACKS),
    *((PublicationKind.PARAMETERS, VALUES, values) for values in PARAMETERS),
    *((PublicationKind.LIST, LIST, values) for values in LISTS),
    *((PublicationKind.REGIONS, REGIONS, values) for values in VILLAGES),
]


@pytest.mark.parametrize("place", range(len(WRONG)))
def test_content_with_another_value_is_refused(place: int) -> None:
    kind, content, values = WRONG[place]
    with pytest.raises(UserError, match="看不懂"):
        read_content(kind, changed(content_bytes(content), **values))


@pytest.mark.parametrize("kind", list(PublicationKind), ids=lambda kind: kind.value)
@pytest.mark.parametrize("data", [None, b"", b"[]", b"\xff", b"{}", b"[" * 100_000, b'{ "a":1}'], ids=range(7))
def test_what_is_no_content_is_refused(kind: PublicationKind, data: bytes | None) -> None:
    with pytest.raises(UserError, match="看不懂"):
        read_content(kind, data)


def test_more_rows_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publications, "MOST_ROWS", 1)
    with pytest.raises(UserError, match="看不懂"):
        read_content(PublicationKind.LIST, content_bytes(LIST))

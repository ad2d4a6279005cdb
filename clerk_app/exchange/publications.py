"""What a county publishes to a village, inside its packets: a head that numbers and dates it, and one content of four kinds.

``docs/packet-format.md`` lists the keys. A reader refuses any other key or value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from clerk_app.domain.publication import PublicationKind
from clerk_app.errors import UserError
from clerk_app.exchange.spelling import exact_bytes, list_of, matching, number_of, read_exact, require_keys, text_of

PUBLICATION: Final = "publication"
CONTENT: Final = "content"
"""The names of the two documents of such a packet."""
MOST_ROWS: Final = 50_000
MOST_REGIONS: Final = 5_000
MOST_COLUMNS: Final = 64
MOST_PACKS: Final = 8
MOST_VALUES: Final = 64
LARGEST_PACK: Final = 512 * 1024
LONGEST_TITLE: Final = 60
LONGEST_CELL: Final = 500
_VILLAGE_CODE: Final = re.compile(r"[1-8]\d{11}", re.ASCII)
_PACK_ID: Final = re.compile(r"[a-z][a-z0-9_]{1,30}")
_VALUE_NAME: Final = re.compile(r"[a-z][a-z_]{0,59}")
_CODE: Final = re.compile(r"[a-z_]{0,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The head: the county's epoch and number of this publication, the same for all villages, its title and its days."""

    kind: PublicationKind
    epoch: int
    number: int
    title: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class PackContent:
    """A pack and those it extends, each as (id, the text of its file), the pack itself first."""

    packs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ParametersContent:
    """Local values by name, as text; what is not named stays as it was."""

    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One person of a list: identity number, name, and the list's own columns in their order."""

    id_number: str
    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListContent:
    """A county's list as of a day. ``identity`` is the code of the identity it is about, ``disability``, or empty."""

    of_on: date | None
    identity: str
    columns: tuple[str, ...]
    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class RegionsContent:
    """The county's villages: 12-digit code and name."""

    villages: tuple[tuple[str, str], ...]


T = TypeVar("T")
Content = PackContent | ParametersContent | ListContent | RegionsContent


def publication_bytes(published: Published) -> bytes:
    """Return the document ``publication``; the kind stands in the manifest."""
    return exact_bytes(
        {
            "epoch": published.epoch,
            "number": published.number,
            "title": published.title,
            "from_on": published.from_on.isoformat(),
            "to_on": "" if published.to_on is None else published.to_on.isoformat(),
        }
    )


def read_publication(kind: str, data: bytes | None) -> Published:
    """Read the document ``publication`` of a packet of this kind; raises UserError when it is missing or wrong."""

    def read(raw: Any) -> Published:
        require_keys(raw, "epoch", "number", "title", "from_on", "to_on")
        published = Published(
            kind=PublicationKind.of(kind),
            epoch=number_of(raw["epoch"], 1),
            number=number_of(raw["number"], 1),
            title=text_of(raw["title"], LONGEST_TITLE, least=1),
            from_on=_day(raw["from_on"]),
            to_on=_day(raw["to_on"]) if raw["to_on"] != "" else None,
        )
        if published.to_on is not None and published.to_on < published.from_on:
            raise ValueError("days")
        return published

    return _read(data, read)


def content_bytes(content: Content) -> bytes:
    """Return the document ``content``."""
    if isinstance(content, PackContent):
        return exact_bytes({"packs": [{"id": name, "text": text} for name, text in content.packs]})
    if isinstance(content, ParametersContent):
        return exact_bytes({"values": dict(content.values)})
    if isinstance(content, RegionsContent):
        return exact_bytes({"villages": [[code, name] for code, name in content.villages]})
    return exact_bytes(
        {
            "of_on": "" if content.of_on is None else content.of_on.isoformat(),
            "identity": content.identity,
            "columns": list(content.columns),
            "rows": [[row.id_number, row.name, *row.values] for row in content.rows],
        }
    )


def read_content(kind: PublicationKind, data: bytes | None) -> Content:
    """Read the document ``content`` of a kind; raises UserError when it is missing or wrong."""
    return _read(data, _READERS[kind])


def read_packs(data: bytes) -> PackContent:
    """Read the content of a policy pack; raises as ``read_content``."""
    return _read(data, _read_packs)


def read_parameters(data: bytes) -> ParametersContent:
    """Read the content of local values; raises as ``read_content``."""
    return _read(data, _read_parameters)


def read_regions(data: bytes) -> RegionsContent:
    """Read the content of region codes; raises as ``read_content``."""
    return _read(data, _read_regions)


def _read_packs(raw: Any) -> PackContent:
    require_keys(raw, "packs")
    packs = []
    for each in list_of(raw["packs"], MOST_PACKS, least=1):
        require_keys(each, "id", "text")
        packs.append((matching(_PACK_ID, each["id"]), text_of(each["text"], LARGEST_PACK, least=1)))
    if len(dict(packs)) != len(packs):
        raise ValueError("twice")
    return PackContent(tuple(packs))


def _read_parameters(raw: Any) -> ParametersContent:
    require_keys(raw, "values")
    values = raw["values"]
    if not isinstance(values, dict) or not 1 <= len(values) <= MOST_VALUES:
        raise ValueError("values")
    return ParametersContent(
        {matching(_VALUE_NAME, name): text_of(text, LONGEST_CELL, least=1) for name, text in values.items()}
    )


def _read_list(raw: Any) -> ListContent:
    require_keys(raw, "of_on", "identity", "columns", "rows")
    columns = tuple(text_of(each, LONGEST_TITLE, least=1) for each in list_of(raw["columns"], MOST_COLUMNS))
    rows = []
    for each in list_of(raw["rows"], MOST_ROWS):
        id_number, name, *values = (text_of(cell, LONGEST_CELL) for cell in list_of(each, len(columns) + 2))
        if len(values) != len(columns):
            raise ValueError("row")
        rows.append(ListRow(id_number, name, tuple(values)))
    return ListContent(
        of_on=_day(raw["of_on"]) if raw["of_on"] != "" else None,
        identity=matching(_CODE, raw["identity"]),
        columns=columns,
        rows=tuple(rows),
    )


def _read_regions(raw: Any) -> RegionsContent:
    require_keys(raw, "villages")
    villages = []
    for each in list_of(raw["villages"], MOST_REGIONS, least=1):
        code, name = list_of(each, 2)
        villages.append((matching(_VILLAGE_CODE, code), text_of(name, LONGEST_TITLE, least=1)))
    if len(dict(villages)) != len(villages):
        raise ValueError("twice")
    return RegionsContent(tuple(villages))


_READERS: Final[Mapping[PublicationKind, Callable[[Any], Content]]] = {
    PublicationKind.PACK: _read_packs,
    PublicationKind.PARAMETERS: _read_parameters,
    PublicationKind.LIST: _read_list,
    PublicationKind.REGIONS: _read_regions,
}


def _read(data: bytes | None, read: Callable[[Any], T]) -> T:
    return read_exact(data, read, _wrong)


def _day(raw: Any) -> date:
    day = date.fromisoformat(text_of(raw, 10))
    if day.isoformat() != raw:
        raise ValueError("day")
    return day


def _wrong() -> UserError:
    return UserError("县里来文的内容看不懂，文件不是本程序做的，或版本不同：请升级程序，或请县里重新发。")

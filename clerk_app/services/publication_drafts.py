"""What a county is about to publish, read from its files and checked before anything is sent."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.publication import PublicationKind
from clerk_app.domain.resident_id import parse
from clerk_app.errors import UserError
from clerk_app.exchange.publications import (
    LONGEST_CELL,
    LONGEST_TITLE,
    MOST_COLUMNS,
    MOST_REGIONS,
    MOST_ROWS,
    Content,
    ListContent,
    ListRow,
    PackContent,
    ParametersContent,
    RegionsContent,
)
from clerk_app.policy.loader import PACK_FILE, load_pack, pack_texts
from clerk_app.policy.model import LocalValues

DISABILITY: Final = "disability"
"""What a list of certificate holders is about, beside the codes of the identities."""
_VILLAGE_HEADINGS: Final = frozenset({"村代码", "村编码", "行政村代码", "行政区划代码", "区划代码"})
_LARGEST_FILE: Final = 4 * 1024 * 1024
_CODE_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """A publication not yet numbered. Where a list says of each row which village it belongs to, ``villages`` has these codes in the
    order of the rows, and each village is sent its own rows alone.
    """

    kind: PublicationKind
    title: str
    content: Content
    villages: tuple[str, ...] = ()

    def content_for(self, village: str) -> Content:
        """Return what is sent to a village."""
        if not isinstance(self.content, ListContent) or not self.villages:
            return self.content
        own = tuple(row for row, code in zip(self.content.rows, self.villages, strict=True) if code == village)
        return replace(self.content, rows=own)


def pack_draft(folder: Path) -> Draft:
    """Return a policy pack with all it extends; raises UserError for whatever ``clerk policy check`` would refuse."""
    if not (folder / PACK_FILE).is_file():
        raise UserError(
            "“{name}”里没有 pack.toml：请指定一个政策包的文件夹。", field="pack", name=folder.name or str(folder)
        )
    whole = folder.resolve()
    pack = load_pack(whole.name, whole.parent)
    if pack.extends is None:
        raise UserError("“{pack}”是通用的底本，不是一个地方的政策包：请换一个。", field="pack", pack=pack.id)
    title = f"{pack.title} {pack.version}"[:LONGEST_TITLE]
    return Draft(PublicationKind.PACK, title, PackContent(pack_texts(whole.name, whole.parent)))


def parameters_draft(path: Path) -> Draft:
    """Return local values from a TOML file of ``name = "value"`` lines; raises UserError at the first that cannot be read."""
    try:
        raw = tomllib.loads(_bytes_of(path).decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as broken:
        raise UserError(
            "“{name}”读不了：{reason}。每行写成 名称 = \"值\"，如 medical_premium = \"400.00\"。",
            field="parameters",
            name=path.name,
            reason=str(broken)[:120],
        ) from broken  # fmt: skip
    values = {name: _value(name, value) for name, value in raw.items()}
    if not values:
        raise UserError("“{name}”里没有一个本地标准：请检查文件。", field="parameters", name=path.name)
    LocalValues.of(values)
    return Draft(PublicationKind.PARAMETERS, PublicationKind.PARAMETERS.label, ParametersContent(values))


def _value(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, Mapping) and all(isinstance(each, str) for each in value.values()):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_CELL:
        return value.strip()
    raise UserError(
        "本地标准“{name}”要写成带引号的文字，不能空着，如 \"400.00\"；真假写 true 或 false。", field=name[:60], name=name[:60]
    )  # fmt: skip


def regions_draft(path: Path, region: str) -> Draft:
    """Return the county's villages from a text of ``code,name`` lines; raises UserError with the line that is wrong."""
    from clerk_app.excel.delimited import decode, text_rows  # noqa: PLC0415 - only this step reads such a file

    villages: dict[str, str] = {}
    for place, (number, cells) in enumerate(text_rows(decode(_bytes_of(path), path.name), path.name)):
        code, name = (*(cell.text.strip() for cell in cells), "", "")[:2]
        if not code or (place == 0 and not code[0].isdigit()):
            continue
        if len(code) != _CODE_DIGITS or not (code.isascii() and code.isdigit()) or not code.startswith(region):
            raise UserError(
                "“{name}”第 {row} 行“{code}”不是本县（{region}）的 12 位村代码：请改正后再发。",
                field="regions", name=path.name, row=number, code=code[:20], region=region,
            )  # fmt: skip
        if not 0 < len(name) <= LONGEST_TITLE or not name.isprintable():
            raise UserError(
                "“{name}”第 {row} 行没有村名，或太长：每行写 村代码,村名。", field="regions", name=path.name, row=number
            )
        if code in villages:
            raise UserError(
                "“{name}”里村代码 {code} 写了两次：请改正后再发。", field="regions", name=path.name, code=code
            )
        villages[code] = name
    if not 0 < len(villages) <= MOST_REGIONS:
        raise UserError(
            "“{name}”里应有 1 到 {most} 个村，每行写 村代码,村名。", field="regions", name=path.name, most=MOST_REGIONS
        )
    return Draft(PublicationKind.REGIONS, PublicationKind.REGIONS.label, RegionsContent(tuple(villages.items())))


def list_draft(path: Path, name: str, today: date, *, of_on: date | None = None, identity: str = "") -> Draft:
    """Return a county's list from Excel or CSV: identity number, name, and its own columns as they stand.

    ``identity`` says what the list is about: a code of ``IdentityKind``, or ``disability``; it is guessed from the name where the name
    holds the identity's own. Raises UserError for a file that is no list, and with the row of a wrong or repeated identity number.
    """
    from clerk_app.excel.columns import Field, recognise  # noqa: PLC0415 - only this step reads a list
    from clerk_app.excel.reader import read_table  # noqa: PLC0415 - as above

    title = name.strip()
    if not 0 < len(title) <= LONGEST_TITLE or not title.isprintable():
        raise UserError("名单名称应是 1 到 {most} 个字。", field="name", most=LONGEST_TITLE)
    about = _about(identity.strip(), title)
    table = read_table(path)
    columns = recognise(table.headers, table.letters)
    for field in (Field.ID_NUMBER, Field.NAME):
        if field not in columns.places:
            raise UserError(
                "“{name}”里没有“{column}”这一列：名单要有姓名和公民身份号码。", field="list", name=path.name, column=field.value
            )  # fmt: skip
    village_at = _village_column(table.headers)
    taken = {columns.places[Field.ID_NUMBER], columns.places[Field.NAME], village_at}
    own = [at for at, heading in enumerate(table.headers) if heading.strip() and at not in taken]
    headings = tuple(" ".join(table.headers[at].split())[:LONGEST_TITLE] for at in own)
    if len(own) > MOST_COLUMNS or len(table.rows) > MOST_ROWS:
        raise UserError(
            "“{name}”太大：一个名单最多 {rows} 行、{columns} 列。", field="list", name=path.name, rows=MOST_ROWS,
            columns=MOST_COLUMNS,
        )  # fmt: skip
    rows, villages = [], []
    for row in table.rows:
        texts = [cell.text.strip() for cell in row.cells]
        number = _number(texts[columns.places[Field.ID_NUMBER]], path.name, row.number, today)
        person = texts[columns.places[Field.NAME]]
        if not person or any(len(text) > LONGEST_CELL for text in texts):
            raise UserError(
                "“{name}”第 {row} 行没有姓名，或有一格太长（最多 {most} 个字）：请改正后再发。",
                field="list", name=path.name, row=row.number, most=LONGEST_CELL,
            )  # fmt: skip
        rows.append(ListRow(number, person, tuple(texts[at] for at in own)))
        if village_at is not None:
            villages.append(_village(texts[village_at], path.name, row.number))
    _require_once(rows, path.name)
    content = ListContent(of_on, about, headings, tuple(rows))
    return Draft(PublicationKind.LIST, title, content, tuple(villages))


def _about(identity: str, title: str) -> str:
    codes = {kind.value for kind in IdentityKind} | {DISABILITY}
    if identity and identity not in codes:
        raise UserError(
            "没有“{identity}”这种困难身份：可选 {codes}。", field="identity", identity=identity[:30], codes="、".join(sorted(codes))
        )  # fmt: skip
    if identity:
        return identity
    if "残疾" in title:
        return DISABILITY
    return next((kind.value for kind in IdentityKind if kind.label in title), "")


def _village_column(headers: Sequence[str]) -> int | None:
    return next((at for at, heading in enumerate(headers) if "".join(heading.split()) in _VILLAGE_HEADINGS), None)


def _number(text: str, name: str, row: int, today: date) -> str:
    try:
        return parse(text, today).number
    except UserError as wrong:
        raise UserError(
            "“{name}”第 {row} 行：{reason}", field="list", name=name, row=row, reason=wrong.message
        ) from None


def _village(text: str, name: str, row: int) -> str:
    if len(text) != _CODE_DIGITS or not (text.isascii() and text.isdigit()):
        raise UserError(
            "“{name}”第 {row} 行的村代码不是 12 位数字：请改正，或删去这一列（那样每个村都收到整个名单）。",
            field="list", name=name, row=row,
        )  # fmt: skip
    return text


def _require_once(rows: Sequence[ListRow], name: str) -> None:
    twice = [number for number, count in Counter(row.id_number for row in rows).items() if count > 1]
    if twice:
        raise UserError(
            "“{name}”里有 {count} 个公民身份号码出现了不止一次：请去掉重复的行再发。", field="list", name=name, count=len(twice)
        )  # fmt: skip


def _bytes_of(path: Path) -> bytes:
    from clerk_app.exchange.stick import read_file  # noqa: PLC0415 - only this step reads a file

    return read_file(path, largest=_LARGEST_FILE)

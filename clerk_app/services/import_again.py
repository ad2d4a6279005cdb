"""Rows of a list that wait for a person already: when the list is taken in again, they must not wait twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from clerk_app.domain.act import canonical_json
from clerk_app.excel.row_cells import RegisterProblem
from clerk_app.excel.table import Table
from clerk_app.services.workspace import Workspace
from clerk_app.storage import import_store


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingAlready:
    """A row that waits: the import item, where it stood, and when it came. ``household_id`` is what the others of it became, or empty."""

    item_id: str
    household_id: str
    row: int
    file_name: str
    came_at: datetime


def content_of(headers: Sequence[str], texts: Iterable[str]) -> str:
    """Return a fingerprint of a row's filled cells by their headings, whatever order the columns stand in."""
    told = [(heading.strip(), " ".join(text.split())) for heading, text in zip(headers, texts, strict=False)]
    filled = sorted([heading, text] for heading, text in told if text)
    return hashlib.sha256(canonical_json({"cells": filled}).encode()).hexdigest()


def waiting_already(workspace: Workspace) -> dict[str, list[WaitingAlready]]:
    """Return every row that waits by its content as it stood in its file, the oldest first."""
    found: dict[str, list[WaitingAlready]] = {}
    with workspace.store.reading() as connection:
        counts = import_store.counts_left(connection)
        for record in reversed(import_store.imports(connection)):
            if not counts.get(record.id):
                continue
            headers = json.loads(record.columns)["headers"]
            for item in import_store.rows_left(connection, record.id):
                kept = json.loads(item.detail)
                content = kept.get("content") or content_of(headers, [text for text, _kind in kept["cells"]])
                waits = WaitingAlready(
                    item_id=item.id,
                    household_id=kept["household"],
                    row=kept["row"],
                    file_name=record.file_name,
                    came_at=datetime.fromisoformat(record.at).astimezone(),
                )
                found.setdefault(content, []).append(waits)
    return found


def match_waiting(
    workspace: Workspace, table: Table, left: Collection[int], coming: Collection[int]
) -> tuple[dict[int, WaitingAlready], tuple[str, ...]]:
    """Return which of the rows ``left`` over wait already, and the items that give way to this import's rows.

    An item gives way where the row's household comes in now (``coming``) and the item knows of none: only the new row can join it.
    """
    known = waiting_already(workspace) if left else {}
    matched: dict[int, WaitingAlready] = {}
    giving_way: list[str] = []
    for row in table.rows if known else ():
        if row.number not in left:
            continue
        same = known.get(content_of(table.headers, [cell.text for cell in row.cells]))
        if not same:
            continue
        waits = same.pop(0)
        if row.number in coming and not waits.household_id:
            giving_way.append(waits.item_id)
        else:
            matched[row.number] = waits
    return matched, tuple(giving_way)


def told_of(problems: Sequence[RegisterProblem], waits: Mapping[int, WaitingAlready]) -> tuple[RegisterProblem, ...]:
    """Return the problems of an import, with a sentence at each row that waits already."""
    told: list[RegisterProblem] = []
    said: set[int] = set()
    for problem in problems:
        earlier = waits.get(problem.row)
        if earlier is None:
            told.append(problem)
            continue
        sentence = "" if problem.row in said else _sentence(earlier)
        said.add(problem.row)
        told.append(replace(problem, message=problem.message + sentence, is_waiting=True))
    return tuple(told)


def _sentence(waits: WaitingAlready) -> str:
    return (
        f"这一行已经在等着处理（{waits.came_at:%Y-%m-%d} 导入的“{waits.file_name}”第 {waits.row} 行），"
        "不会再留一次：请到“以前的导入”里改好或写明不导入。"
    )

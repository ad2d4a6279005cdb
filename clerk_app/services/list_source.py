"""A list that is about to be taken in: its table, how its columns are read, and what was corrected in its cells.

What the clerk decided is kept while the import is not done, so that one interrupted goes on where it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from clerk_app.errors import UserError
from clerk_app.excel.columns import Choice, Field, fingerprint, proposed
from clerk_app.excel.people_list import completed
from clerk_app.excel.reader import read_table
from clerk_app.excel.table import Table, corrected
from clerk_app.services import drafts
from clerk_app.services.workspace import Workspace
from clerk_app.storage import import_store
from clerk_app.storage.import_store import LayoutRow
from clerk_app.storage.unit_of_work import utc_text

Progress = Callable[[int, int], None]
LONGEST_NAME: Final = 40
FROM_A_FILE: Final = "住户名册导入"
_DRAFT: Final = "list-import"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSource:
    """A list read from a file, with the decisions about it. ``layout`` names the saved layout that its columns are read by, if any.

    ``corrections`` are texts by the row's number and the column's place from 0. A list that was typed has no ``digest``; ``origin``
    says in words how the people came into the register.
    """

    path: Path
    digest: str
    table: Table
    choice: Choice
    layout: str = ""
    corrections: Mapping[tuple[int, int], str] = field(default_factory=dict)
    origin: str = FROM_A_FILE

    @property
    def file_name(self) -> str:
        """The file's name without its folder."""
        return self.path.name

    @property
    def as_corrected(self) -> Table:
        """The table with the corrections in it."""
        return corrected(self.table, self.corrections)

    def completed(self) -> ListSource:
        """Return the list with columns to type what a list about people does not say; any other list as it is."""
        table, choice = completed(self.table, self.choice)
        return replace(self, table=table, choice=choice)

    def with_choice(self, choice: Choice) -> ListSource:
        """Return the list with its columns read as the clerk says."""
        return replace(self, choice=choice)

    def with_correction(self, row: int, place: int, text: str) -> ListSource:
        """Return the list with one cell as the clerk typed it."""
        return replace(self, corrections={**self.corrections, (row, place): text})


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the columns of a list with certain headings are read, under a name that the clerk gave."""

    fingerprint: str
    name: str
    fields: Choice
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """An import that was begun and not done: the file as it was chosen, and how many cells were corrected."""

    path: Path
    sheet: str
    corrections: int


def open_list(
    workspace: Workspace, path: Path, *, sheet: str | None = None, progress: Progress | None = None
) -> ListSource:
    """Read a file; its columns by the saved layout of its headings, and with what was decided when it was opened last.

    Nothing is stored. Raises UserError when the file is no list.
    """
    table = read_table(path, sheet=sheet, progress=progress)
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    with workspace.store.reading() as connection:
        saved = import_store.layout(connection, fingerprint(table.headers))
    source = ListSource(path=path, digest=digest, table=table, choice=proposed(table.headers))
    if saved is not None:
        source = replace(source, choice=fields_of_text(saved.columns), layout=saved.name)
    return _as_decided(source, drafts.load_draft(workspace, _DRAFT))


def _as_decided(source: ListSource, kept: dict[str, object] | None) -> ListSource:
    if kept is None or (kept["digest"], kept["sheet"]) != (source.digest, source.table.sheet):
        return source
    corrections = {(row, place): text for row, place, text in json.loads(str(kept["corrections"]))}
    return replace(source, choice=fields_of_text(str(kept["fields"])), corrections=corrections)


def keep_decisions(workspace: Workspace, source: ListSource) -> None:
    """Keep what was decided about a list until it is taken in or another one is begun."""
    drafts.save_draft(
        workspace,
        _DRAFT,
        {
            "path": str(source.path),
            "digest": source.digest,
            "sheet": source.table.sheet,
            "fields": fields_text(source.choice),
            "corrections": json.dumps([[row, place, text] for (row, place), text in source.corrections.items()]),
        },
    )


def forget_decisions(workspace: Workspace) -> None:
    """Forget what was decided about the list that was begun."""
    drafts.discard_draft(workspace, _DRAFT)


def unfinished(workspace: Workspace) -> Unfinished | None:
    """Return the import that was begun and not done, or None."""
    kept = drafts.load_draft(workspace, _DRAFT)
    if kept is None:
        return None
    corrections = len(json.loads(str(kept["corrections"])))
    return Unfinished(path=Path(str(kept["path"])), sheet=str(kept["sheet"]), corrections=corrections)


def save_layout(workspace: Workspace, source: ListSource, name: str) -> ListSource:
    """Keep how this list's columns are read for every list with the same headings; returns the list read by it.

    Raises UserError for a name that is none.
    """
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > LONGEST_NAME or not tidy.isprintable():
        raise UserError("请给这种名册起一个名字，最多 {most} 个字。", field="layout_name", most=LONGEST_NAME)
    row = LayoutRow(
        fingerprint=fingerprint(source.table.headers),
        name=tidy,
        columns=fields_text(source.choice),
        at=utc_text(workspace.clock.now()),
        by=workspace.clerk.id,
    )
    with workspace.store.writing() as connection:
        import_store.put_layout(connection, row)
    return replace(source, layout=tidy)


def layouts(workspace: Workspace) -> tuple[Layout, ...]:
    """Return the saved layouts by name."""
    with workspace.store.reading() as connection:
        rows = import_store.layouts(connection)
    return tuple(
        Layout(
            fingerprint=row.fingerprint,
            name=row.name,
            fields=fields_of_text(row.columns),
            saved_at=datetime.fromisoformat(row.at).astimezone(),
        )
        for row in rows
    )


def drop_layout(workspace: Workspace, layout_fingerprint: str) -> None:
    """Forget a saved layout; raises UserError when there is none."""
    with workspace.store.writing() as connection:
        if not import_store.drop_layout(connection, layout_fingerprint):
            raise UserError("没有这样的列对应：请刷新后再看。")


def fields_text(choice: Choice) -> str:
    """Return a choice of columns as it is kept."""
    return json.dumps([None if one is None else one.name for one in choice])


def fields_of_text(text: str) -> Choice:
    """Read a kept choice; a field that this program no longer has counts as not chosen."""
    return tuple(None if name is None else Field.__members__.get(name) for name in json.loads(text))

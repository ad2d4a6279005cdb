"""Work that the exchange left, as the desk deals with it: in plain words, whose household, and where to do it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from clerk_app.domain.act import Act, from_line
from clerk_app.services.history import HistoryEntry, entry_of
from clerk_app.services.incoming import incoming_households
from clerk_app.services.work import STRANGE, WorkItem, item_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, peer, queries, work_items
from clerk_app.storage.merged_records import household_line, name_of, row_of
from clerk_app.storage.peer import Session
from clerk_app.storage.tables import CONTRIBUTION, PERSON
from clerk_app.storage.transfer_tables import EARLIER_CONTRIBUTION
from clerk_app.storage.whose import households_of
from clerk_app.storage.work_items import WorkItemRow

OFFER: Final = "transfer_in"
"""A household that another village sends: it is taken in or sent back by a form of its own, never closed by a word."""
_SETTINGS: Final = {"village": "village", "clerk": "clerks"}
"""Records that are changed in the settings, and the section that changes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskItem:
    """One item: ``act`` tells the act it is about (None: about none), ``household`` its group, number and head, ``place`` what to open.

    ``person`` is the name of who it is about where it is about one person by himself or herself: registered or paid for in two villages, or
    paid for in the village he or she came from.

    ``place`` is a kind of record and its id as the window opens them, or ``transfer_in`` and the offer; both are empty where there is
    nowhere to go.
    """

    item: WorkItem
    act: HistoryEntry | None
    household_id: str
    household: str
    place: tuple[str, str]
    person: str = ""

    @property
    def may_be_settled(self) -> bool:
        """Whether a person may close it by saying how it was dealt with."""
        return self.item.closed_at is None and self.item.kind != OFFER


def desk_items(workspace: Workspace, *, household_id: str = "", closed: bool = False) -> tuple[DeskItem, ...]:
    """Return what waits for a person, the oldest first, or what was settled, the newest first; of all households or of one."""
    with workspace.store.reading() as connection:
        rows = work_items.closed_items(connection) if closed else work_items.open_items(connection)
        if not rows:
            return ()
        acts = _acts(connection, rows)
        clerks = queries.clerk_names(connection)
        touched = {record for row in rows for record in _records(row, acts.get(row.act_hash))}
        homes = households_of(connection, touched)
        meant = {household_id} if household_id else set(homes.values())
        heads = {household: household_line(connection, household) for household in meant & set(homes.values())}
        people = _people(connection, rows)
    if any(row.kind == OFFER for row in rows):  # no household here yet: its head names it
        heads |= {one.id: one.head for one in incoming_households(workspace)}
    told = (_desk_item(row, acts.get(row.act_hash), clerks, homes, heads) for row in rows)
    found = (replace(each, person=people.get(row.subject, "")) for row, each in zip(rows, told, strict=True))
    return tuple(each for each in found if not household_id or each.household_id == household_id)


def count_work(workspace: Workspace) -> int:
    """Return how many items wait for a person."""
    with workspace.store.reading() as connection:
        return work_items.count_open(connection)


def _acts(connection: Session, rows: Iterable[WorkItemRow]) -> Mapping[str, Act]:
    """Return the acts that items are about, also those that left the journal or never were in it."""
    hashes = {row.act_hash for row in rows if row.act_hash}
    found = {act.hash: act for act in journal.acts_with(connection, hashes)}
    lines = [row.detail for row in rows if row.kind == STRANGE and row.detail]
    lines += peer.given_up_lines(connection, hashes - set(found))
    return {act.hash: act for act in map(from_line, lines)} | found


def _people(connection: Session, rows: Iterable[WorkItemRow]) -> dict[str, str]:
    """Return the names by subject of the people that items are about by themselves: who is registered in two villages, or was paid for."""
    subjects = {row.subject for row in rows if row.subject and not row.act_hash}
    return {
        subject: name_of(connection, table.name, row)
        for subject in subjects
        for table in (PERSON, CONTRIBUTION, EARLIER_CONTRIBUTION)
        if (row := row_of(connection, table.name, subject)) is not None
    }


def _records(row: WorkItemRow, act: Act | None) -> tuple[str, ...]:
    changed = () if act is None else tuple(change.id for change in act.changes)
    return tuple(filter(None, (row.subject, *changed)))


def _desk_item(
    row: WorkItemRow, act: Act | None, clerks: Mapping[str, str], homes: Mapping[str, str], heads: Mapping[str, str]
) -> DeskItem:
    records = _records(row, act)
    household = next((homes[record] for record in records if record in homes), "")
    return DeskItem(
        item=item_of(row, clerks),
        act=None if act is None else entry_of(act, clerks),
        household_id=household,
        household=heads.get(household or row.subject, ""),
        place=(OFFER, row.subject) if row.kind == OFFER else _place(act, household, homes),
    )


def _place(act: Act | None, household: str, homes: Mapping[str, str]) -> tuple[str, str]:
    for change in act.changes if act is not None else ():
        if change.table == "dibao_case" and change.id in homes:
            return "dibao_case", change.id
        if change.table in _SETTINGS:
            return "settings", _SETTINGS[change.table]
    return ("household", household) if household else ("", "")

"""Work that the exchange leaves to a person: on the household's page, in ``clerk outbox``, never only in a log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from clerk_app.domain.act import Act, canonical_json, to_line
from clerk_app.domain.plain_text import LONGEST_TEXT, plain_text
from clerk_app.domain.transfer import EARLIER_ADDED, EARLIER_CHANGED, EARLIER_REVERSED, GOES_ON
from clerk_app.errors import UserError
from clerk_app.services.history import shown
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, work_items
from clerk_app.storage.import_store import ROW_KIND
from clerk_app.storage.peer import Session
from clerk_app.storage.rebase import Redone
from clerk_app.storage.unit_of_work import utc_text
from clerk_app.storage.village_order import Unfit
from clerk_app.storage.work_items import WorkItemRow
from clerk_app.terms import ACT_KINDS

if TYPE_CHECKING:
    from clerk_app.exchange.documents import Notice
    from clerk_app.exchange.protocol import Reading

REFUSED: Final = "refused"
HELD: Final = "held"
STRANGE: Final = "strange"
CLASH: Final = "clash"
KINDS: Final = {
    REFUSED: "县里退回",
    HELD: "县里暂存",
    STRANGE: "别处的变更",
    CLASH: "两边不同",
    ROW_KIND: "名册里没导入的行",
    "double_registration": "两村都登记",
    "double_proxy": "两村都代缴",
    EARLIER_REVERSED: "原村已冲销",
    EARLIER_CHANGED: "原村改了缴费",
    EARLIER_ADDED: "原村补登缴费",
    GOES_ON: "回执没带全",
    "transfer_in": "一户迁入",
    "transfer_declined": "迁出被退回",
    "transfer_waiting": "迁出无人接收",
    "transfer_done": "迁出已办结",
}
"""What each kind of item is called."""
WITHDRAWN: Final = "县里恢复过，没有别的电脑的这笔变更：那台电脑再报送后自动补上；它如已停用，请照此重新办理。"
_NOTICES: Final = ("double_registration", "double_proxy", EARLIER_REVERSED, EARLIER_CHANGED, EARLIER_ADDED, GOES_ON)
"""Kinds of what the county tells beside what became of the acts, as its notices are called."""
_TOLD_AGAIN: Final = (HELD, *_NOTICES)
"""Kinds that each answer names again; what it no longer names has settled itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldClash:
    """One field that was changed on both sides: what was written here, and what stands now (empty: nothing)."""

    table: str
    record: str
    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """One thing for a person to settle. ``subject`` is the household or record it belongs to, ``act_kind`` is in words.

    ``outcome`` is what the person wrote who settled it; ``closed_by`` is empty where it settled itself.
    """

    id: str
    kind: str
    kind_in_words: str
    subject: str
    act_number: int
    act_kind: str
    reason: str
    opened_at: datetime
    clashes: tuple[FieldClash, ...]
    closed_at: datetime | None = None
    closed_by: str = ""
    outcome: str = ""


def work_items_of(workspace: Workspace, subjects: Collection[str] | None = None) -> tuple[WorkItem, ...]:
    """Return what waits for a person, the oldest first; with ``subjects`` only what is about these records."""
    with workspace.store.reading() as connection:
        return tuple(item_of(row) for row in work_items.open_items(connection, subjects))


def settle_work_item(workspace: Workspace, item_id: str, outcome: str = "") -> None:
    """Note that a person dealt with an item, and how; raises UserError when no open item has this id, or the words are endless."""
    words = plain_text(outcome, "outcome", lines=True)
    if len(words) > LONGEST_TEXT:
        raise UserError("处理情况最多 {most} 个字：请写短一些。", field="outcome", most=LONGEST_TEXT)
    if item_id.startswith(f"{ROW_KIND}-") and not words:
        raise UserError("这是名册里没导入的行：请到“住户 → 以前的导入”里改好，或写明为什么不导入。", field="outcome")
    with workspace.store.writing() as connection:
        now = utc_text(workspace.clock.now())
        if not work_items.close(connection, item_id, now, workspace.clerk.id, words):
            raise UserError("没有编号为“{item}”的待办，或已经办结：请刷新后再看。", item=item_id[:80], field="item")


def from_answer(session: Session, install: str, reading: Reading, notices: Iterable[Notice], now: str) -> int:
    """Make the items that follow from an answer, settle those it no longer names; return how many are new."""
    items = [
        *_of_told(session, install, REFUSED, reading, now),
        *_of_told(session, install, HELD, reading, now),
        *(_of_act(STRANGE, act, why, now, to_line(act)) for act, why in reading.strange),
        *(_of_notice(notice, now) for notice in notices),
    ]
    present = {item.id for item in items}
    work_items.close_absent(session, _TOLD_AGAIN, present, now)
    work_items.reopen(session, _TOLD_AGAIN, present)
    for item in items:
        if item.kind in _NOTICES:  # the sums may be others by now
            work_items.say_otherwise(session, item.id, item.reason)
    return work_items.add(session, items)


def from_catching_up(session: Session, clashes: Iterable[Redone], now: str) -> int:
    """Make the items for acts of ours of which a person should know what became of them when they were done again; return how many."""
    return work_items.add(session, [_of_act(CLASH, each.act, each.reason, now, "") for each in clashes])


def from_unfit(session: Session, unfit: Iterable[Unfit], now: str) -> int:
    """Make the items for waiting acts of ours that another laptop's acts have overtaken; the county will refuse them; return how many."""
    return work_items.add(session, [_of_act(REFUSED, each.act, each.reason.message, now, "") for each in unfit])


def from_withdrawn(session: Session, acts: Iterable[Act], now: str) -> int:
    """Make the items for acts of other laptops that a restored county does not have, settle those that came again; return how many."""
    waiting = [item for item in work_items.open_items(session) if item.kind == STRANGE]
    for act in journal.acts_with(session, [item.act_hash for item in waiting]):
        work_items.close(session, f"{STRANGE}-{act.hash[:32]}", now, "")
    items = [_of_act(STRANGE, act, WITHDRAWN, now, to_line(act)) for act in acts]
    work_items.reopen(session, (STRANGE,), [item.id for item in items])
    return work_items.add(session, items)


def _of_told(session: Session, install: str, kind: str, reading: Reading, now: str) -> Iterator[WorkItemRow]:
    for told in reading.refused if kind == REFUSED else reading.held:
        act = journal.act_at(session, install, told.epoch, told.number)
        if act is not None:
            yield _of_act(kind, act, told.reason, now, "")


def _of_act(kind: str, act: Act, reason: str, now: str, detail: str) -> WorkItemRow:
    return WorkItemRow(
        id=f"{kind}-{act.hash[:32]}",
        kind=kind,
        subject=act.subject,
        act_hash=act.hash,
        act_number=act.number,
        act_kind=act.kind,
        reason=reason,
        detail=detail,
        opened_at=now,
    )


def _of_notice(notice: Notice, now: str) -> WorkItemRow:
    about = canonical_json([notice.kind, sorted(notice.records), notice.elsewhere])
    return WorkItemRow(
        id=f"{notice.kind}-{hashlib.sha256(about.encode()).hexdigest()[:32]}",
        kind=notice.kind,
        subject=notice.records[0] if notice.records else "",
        act_hash="",
        act_number=0,
        act_kind="",
        reason=notice.text,
        detail="",
        opened_at=now,
    )


def item_of(row: WorkItemRow, clerks: Mapping[str, str] | None = None) -> WorkItem:
    """Return a stored item as the desk sees it; ``clerks`` are the names by id."""
    clashes = json.loads(row.detail) if row.kind == CLASH and row.detail else []
    return WorkItem(
        id=row.id,
        kind=row.kind,
        kind_in_words=KINDS.get(row.kind, row.kind),
        subject=row.subject,
        act_number=row.act_number,
        act_kind=ACT_KINDS.get(row.act_kind, row.act_kind),
        reason=row.reason,
        opened_at=datetime.fromisoformat(row.opened_at).astimezone(),
        clashes=tuple(
            FieldClash(
                table=c[0], record=c[1], field=c[2], ours=shown(c[0], c[2], c[3]), theirs=shown(c[0], c[2], c[4])
            )
            for c in clashes
        ),
        closed_at=None if row.closed_at is None else datetime.fromisoformat(row.closed_at).astimezone(),
        closed_by=(clerks or {}).get(row.closed_by, row.closed_by),
        outcome=row.outcome,
    )

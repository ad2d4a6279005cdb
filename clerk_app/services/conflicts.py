"""What two laptops of a village wrote differently: shown with both sides, settled by a person, once for every laptop."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from clerk_app.domain.act import Act, canonical_json
from clerk_app.domain.settlement import Choice, Settlement, SettlementId
from clerk_app.errors import UserError
from clerk_app.services.history import FieldChange, lines_of, shown
from clerk_app.services.sentences import NOTHING, Sentence, sentence
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, lost, merged_records, peer, queries, whose
from clerk_app.storage.lost import LostRow
from clerk_app.terms import ACT_KINDS, FIELDS, RECORDS

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session

FIELD: Final = "field"
ACT: Final = "act"
LONGEST_REASON: Final = 500
_CHOICES: Final = {FIELD: (Choice.KEPT, Choice.TAKEN), ACT: (Choice.DONE_AGAIN, Choice.LET_GO)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a conflict: the value as the clerk reads it, who wrote it, when (the desk's time), on which laptop, by which kind of act.

    ``act_id`` names it for :func:`settle_conflict`. All but the value are empty where the history does not say.
    """

    act_id: str
    value: str
    by: str = ""
    at: datetime | None = None
    laptop: Sentence = NOTHING
    act_kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Something for a person to settle: a ``field`` with two values or more, or an ``act`` that was held back as a whole.

    ``standing`` is what the records say now; for an act, who changed the record meanwhile. ``changes`` are what a held act would do,
    ``reason`` the reason it was done for. The id changes when another value joins.
    """

    id: str
    kind: str
    household_id: str
    household: str
    record: str
    field: str
    standing: Side
    others: tuple[Side, ...]
    changes: tuple[FieldChange, ...]
    reason: str
    told: Sentence
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """The open sides of one conflict."""

    sides: tuple[LostRow, ...]

    @property
    def about(self) -> tuple[str, str, str]:
        first = self.sides[0]
        return first.about, first.record_id, first.field

    @property
    def acts(self) -> tuple[str, ...]:
        return tuple(sorted(side.act_id for side in self.sides))

    @property
    def id(self) -> str:
        return hashlib.sha256(canonical_json([*self.about, *self.acts]).encode()).hexdigest()[:32]


def count_conflicts(workspace: Workspace) -> int:
    """Return how many conflicts wait for a person."""
    with workspace.store.reading() as connection:
        return len(_open(connection))


def conflicts(workspace: Workspace, household_id: str | None = None) -> tuple[Conflict, ...]:
    """Return the conflicts that wait for a person, the oldest first; with a household only its own."""
    with workspace.store.reading() as connection:
        found = _open(connection)
        if not found:
            return ()
        shown_ones = tuple(_Reading(connection, found).all())
    return tuple(each for each in shown_ones if household_id is None or each.household_id == household_id)


def settle_conflict(workspace: Workspace, conflict_id: str, choice: Choice, reason: str, side: str = "") -> None:
    """Settle a conflict on every laptop of the village; ``side`` is the ``act_id`` of the value to take when there are several.

    Raises UserError when it is settled or changed meanwhile (field ``conflict``), for a choice that it does not offer, or that cannot
    be carried out any more (``choice``), and without a reason (``reason``).
    """
    from clerk_app.storage import settling  # noqa: PLC0415 - looking at conflicts writes nothing

    if not reason.strip() or len(reason) > LONGEST_REASON:
        raise UserError("请写明处理的理由，最多 {most} 个字。", field="reason", most=LONGEST_REASON)
    with workspace.unit_of_work("settle_conflict", reason.strip()) as uow:
        found = next((each for each in _open(uow.connection) if each.id == conflict_id), None)
        if found is None:
            raise UserError("这一件已经办结，或又有了新的内容：请刷新后再看。", field="conflict")
        table, record, field = found.about
        if choice not in _CHOICES[FIELD if field else ACT]:
            raise UserError("这一件不能这样处理：请从列出的做法里选。", field="choice")
        acts = journal.acts_by_id(uow.connection, found.acts)
        if choice is Choice.TAKEN:
            chosen = _chosen(found.sides, side)
            settling.write_value(uow, table, record, field, json.loads(chosen.value))
        if choice is Choice.DONE_AGAIN:
            settling.write_act(uow, acts[found.acts[0]])
        uow.settlements.add(
            Settlement(
                id=SettlementId(found.id),
                about=table,
                record_id=record,
                field=field,
                sides=found.acts,
                choice=choice,
            )
        )
        subjects = [act.subject for act in acts.values() if act.subject]
        households = whose.households_of(uow.connection, [record, *subjects])
        uow.subject = next((households[each] for each in (record, *subjects) if each in households), record)


def _chosen(sides: Sequence[LostRow], act_id: str) -> LostRow:
    fitting = [side for side in sides if act_id in ("", side.act_id)]
    if len(fitting) != 1:
        raise UserError("有几份不同的内容：请选定其中一份。", field="choice")
    return fitting[0]


def _open(connection: Session) -> tuple[_Open, ...]:
    """Return the open conflicts in the order their first side came: a field's sides together, each held act by itself."""
    groups: dict[tuple[str, ...], list[LostRow]] = {}
    for side in lost.open_sides(connection):
        key = (side.about, side.record_id, side.field) if side.field else (side.about, side.record_id, "", side.act_id)
        groups.setdefault(key, []).append(side)
    return tuple(_Open(tuple(sides)) for sides in groups.values())


class _Reading:
    """What the cards need of the records, read once for all."""

    def __init__(self, connection: Session, found: Sequence[_Open]) -> None:
        self._connection = connection
        self._found = found
        self._acts = journal.acts_by_id(connection, {act for each in found for act in each.acts})
        records = {each.about[1] for each in found} | {act.subject for act in self._acts.values() if act.subject}
        self._households = whose.households_of(connection, sorted(records))
        self._clerks = queries.clerk_names(connection)
        self._seats = peer.laptops(connection)
        self._own = peer.own_place(connection)[0]

    def all(self) -> Iterator[Conflict]:
        for each in self._found:
            yield self._field(each) if each.about[2] else self._act(each)

    def _field(self, found: _Open) -> Conflict:
        table, record, field = found.about
        row = merged_records.row_of(self._connection, table, record) or {}
        now = row.get(field)
        label = FIELDS.get(field, field)
        return Conflict(
            id=found.id,
            kind=FIELD,
            **self._place(table, record, self._acts.values(), row),
            field=label,
            standing=self._side(self._writer(table, record, field, now), shown(table, field, now)),
            others=tuple(
                self._side(self._acts.get(side.act_id), shown(table, field, json.loads(side.value)), side.act_id)
                for side in found.sides
            ),
            changes=(),
            reason="",
            told=sentence("两台电脑都改了“{label}”，内容不同：请选定一份。", label=label),
            choices=_CHOICES[FIELD],
        )

    def _act(self, found: _Open) -> Conflict:
        table, record, _ = found.about
        act = self._acts[found.acts[0]]
        row = merged_records.row_of(self._connection, table, record) or {}
        others = [other for other in journal.acts_about(self._connection, (record,)) if other.install != act.install]
        kind = ACT_KINDS.get(act.kind, act.kind)
        return Conflict(
            id=found.id,
            kind=ACT,
            **self._place(table, record, (act,), row),
            field="",
            standing=self._side(others[0] if others else None, ""),
            others=(self._side(act, "", act.id),),
            changes=tuple(chain.from_iterable(lines_of(change) for change in act.changes)),
            reason=act.reason,
            told=sentence(
                "“{kind}”没有照办：另一台电脑同时终止或改动了同一记录。请核对后选“重新办理”或“不再办理”。", kind=kind
            ),
            choices=_CHOICES[ACT],
        )

    def _place(self, table: str, record: str, acts: Iterable[Act], row: Mapping[str, Any]) -> dict[str, str]:
        subjects = [act.subject for act in acts]
        household = next((self._households[each] for each in (record, *subjects) if each in self._households), "")
        name = merged_records.name_of(self._connection, table, row)
        return {
            "household_id": household,
            "household": merged_records.household_line(self._connection, household),
            "record": " ".join(filter(None, (RECORDS.get(table, table), name))),
        }

    def _writer(self, table: str, record: str, field: str, value: object) -> Act | None:
        """Return the newest act that wrote the value that stands."""
        losing = {act for each in self._found for act in each.acts}
        for act in journal.acts_about(self._connection, (record,)):
            for change in act.changes:
                here = (change.table, change.id) == (table, record)
                if here and field in change.after and change.after[field] == value and act.id not in losing:
                    return act
        return None

    def _side(self, act: Act | None, value: str, act_id: str = "") -> Side:
        if act is None:
            return Side(act_id=act_id, value=value)
        return Side(
            act_id=act_id or act.id,
            value=value,
            by=self._clerks.get(act.by, act.by),
            at=datetime.fromisoformat(act.at).astimezone(),
            laptop=laptop_name(act.install, self._own, self._seats),
            act_kind=ACT_KINDS.get(act.kind, act.kind),
        )


def laptop_name(install: str, own: str, seats: Mapping[str, int]) -> Sentence:
    """Return what a laptop is called on screen: its seat, and whether it is this one."""
    seat = seats.get(install, 0)
    here = install == own
    if not seat:
        return sentence("本机" if here else "另一台电脑")
    return sentence("{seat}号机（本机）" if here else "{seat}号机", seat=seat)

"""Who changed what, when and why: acts told in the clerk's words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from msgspec import structs

from clerk_app.domain.absence import AbsenceKind
from clerk_app.domain.act import Act, Change, Scalar, from_line
from clerk_app.domain.attachment import AttachmentKind
from clerk_app.domain.bank_account import AccountPurpose, masked_account
from clerk_app.domain.clerk import Role
from clerk_app.domain.codes import (
    NATIONS,
    RELATIONS,
    Capacity,
    Coded,
    DisabilityKind,
    Education,
    HukouKind,
    IdentityKind,
    Marital,
    MedicalScheme,
    PensionScheme,
    Sex,
)
from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.dibao import DibaoClass, Stage
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.income import IncomeKind
from clerk_app.domain.money import Money
from clerk_app.domain.ownership import Owner
from clerk_app.domain.publication import PublicationKind
from clerk_app.domain.recovery import RecoveryWay
from clerk_app.domain.same_person import Verdict
from clerk_app.domain.settlement import Choice
from clerk_app.domain.transfer import TransferStanding
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, lost, people_queries, queries, transfers, village_order, whose
from clerk_app.terms import ACT_KINDS, FIELDS, LOCAL_VALUES, RECORDS

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session

_ENUMS: Mapping[str, type[Coded]] = {
    "sex": Sex,
    "hukou": HukouKind,
    "marital": Marital,
    "education": Education,
    "labour_capacity": Capacity,
    "self_care": Capacity,
    "disability_kind": DisabilityKind,
    "pension_scheme": PensionScheme,
    "medical_scheme": MedicalScheme,
    "role": Role,
    "choice": Choice,
    "stage": Stage,
    "rule_class": DibaoClass,
    "village_class": DibaoClass,
    "granted_class": DibaoClass,
    "insurance": Insurance,
    "payer": Payer,
    "standing": TransferStanding,
    "purpose": AccountPurpose,
    "verdict": Verdict,
    "way": RecoveryWay,
}
_KINDS: Mapping[str, type[Coded]] = {
    "identity": IdentityKind,
    "income_item": IncomeKind,
    "follow_up": FollowUpKind,
    "absence": AbsenceKind,
    "attachment": AttachmentKind,
    "publication": PublicationKind,
}
_MONEY = frozenset(
    {
        "annual",
        "deduction",
        "tier",
        "amount",
        "rule_amount",
        "rule_income_per_head",
        "granted_amount",
        "pension_balance",
        "monthly",
    }
)
_TRUTH = frozenset(
    "is_working id_unverified student serious_illness chronic_illness receiving_pension property_within_limits perennial_hardship"
    " removed masked accepted".split()
)
_TABLES: Mapping[str, Mapping[str, str]] = {"relation": RELATIONS, "nation": NATIONS}
_LISTS = frozenset({"rule_reasons", "rule_clauses", "local"})
_PLACES: Final = {field: place for place, field in enumerate(FIELDS)}
_YES, _NO = "是", "否"
_HIDDEN = frozenset(
    "household_id person_id case_id reverses membership_id kept_id other_id about record_id field sides follow_up_id".split()
)
_HIDDEN_OF: Mapping[str, frozenset[str]] = {
    "publication": frozenset("county epoch content content_sha256".split()),
    "attachment": frozenset("media_type size sha256".split()),
    "document": frozenset({"sha256"}),
}
"""What is of the machine, not of the clerk, in records of a kind."""
_OF_MOVES = frozenset({"transfer_id", "people", "origin"})
_TOLD_ELSEWHERE = frozenset({"earlier_act", "earlier_contribution"})
"""Records of what came with a household from another village; they are told as that village's history."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record as the clerk reads it; empty text where there was or is nothing.

    ``fate`` says why the value was not written, when another laptop's or the county's stood against it.
    """

    record: str
    field: str
    before: str
    after: str
    fate: str = ""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One act: when (the desk's time), who, what, why, and each field; ``fate`` says why nothing of it was done."""

    at: datetime
    by: str
    kind: str
    reason: str
    changes: tuple[FieldChange, ...]
    fate: str = ""


LOST_TO_LAPTOP: Final = "没有写入：别的电脑已先改过"
LOST_TO_COUNTY: Final = "没有写入：这一项以县里先入账的为准"
HELD_BACK: Final = "没有照办：别的电脑同时终止或改动了同一记录"
SENT_BACK: Final = "没有入账：县里退回"
Fates = Mapping[tuple[str, str, str, str], str]
"""Why values were not written, by act, table, record and field; with only the act: why nothing of it was done."""


def history_of(workspace: Workspace, record_ids: tuple[str, ...]) -> tuple[HistoryEntry, ...]:
    """Return the acts that touched any of these records, newest first."""
    with workspace.store.reading() as connection:
        acts = journal.acts_about(connection, record_ids)
        names = queries.clerk_names(connection)
        fates = _fates(connection, acts)
    return tuple(entry_of(act, names, fates) for act in acts)


def household_history(
    workspace: Workspace, household_id: HouseholdId, members: Iterable[PersonId]
) -> tuple[HistoryEntry, ...]:
    """Return what was done about a household and these members of it, newest first, also who left it for another; everybody by name."""
    with workspace.store.reading() as connection:
        places = people_queries.places_in(connection, household_id)
        acts = journal.acts_about(connection, (household_id, *members, *places))
        names = queries.clerk_names(connection)
        fates = _fates(connection, acts)
        people = whose.people_of(connection, (change for act in acts for change in act.changes))
    return tuple(entry_of(act, names, fates, people) for act in acts)


def person_history(workspace: Workspace, person_id: PersonId) -> tuple[HistoryEntry, ...]:
    """Return what was done about one person, newest first: the facts, places, statuses, payments and whatever else is his or hers."""
    with workspace.store.reading() as connection:
        records = frozenset({person_id, *people_queries.records_of(connection, person_id)})
        acts = journal.acts_about(connection, tuple(records))
        names = queries.clerk_names(connection)
        fates = _fates(connection, acts)
    own = [
        structs.replace(act, changes=tuple(change for change in act.changes if change.id in records)) for act in acts
    ]
    return tuple(entry_of(act, names, fates) for act in own if act.changes)


def _fates(connection: Session, acts: Sequence[Act]) -> Fates:
    fates: dict[tuple[str, str, str, str], str] = {}
    for row in lost.of_acts(connection, [act.id for act in acts]):
        if row.field:
            told = LOST_TO_COUNTY if row.owner == Owner.COUNTY else LOST_TO_LAPTOP
            fates[row.act_id, row.about, row.record_id, row.field] = told
        else:
            fates[row.act_id, "", "", ""] = HELD_BACK
    refused = village_order.refused_places(connection)
    fates |= {(act.id, "", "", ""): SENT_BACK for act in acts if (act.install, act.epoch, act.number) in refused}
    return fates


@dataclass(frozen=True, slots=True)
class EarlierHistory:
    """What another village did about a household before it came here, newest first."""

    village: str
    entries: tuple[HistoryEntry, ...]


def earlier_history_of(workspace: Workspace, household_id: str) -> tuple[EarlierHistory, ...]:
    """Return what happened to a household in the villages it came from, the last of them first."""
    with workspace.store.reading() as connection:
        acts = transfers.earlier_acts(connection, household_id)
    by_village: dict[str, list[HistoryEntry]] = {}
    for earlier in reversed(acts):
        act = from_line(earlier.line)
        by_village.setdefault(earlier.village_name, []).append(entry_of(act, {act.by: earlier.by_name}))
    return tuple(EarlierHistory(village, tuple(entries)) for village, entries in by_village.items())


def entry_of(
    act: Act,
    names: Mapping[str, str],
    fates: Fates = MappingProxyType({}),
    people: Mapping[str, str] = MappingProxyType({}),
) -> HistoryEntry:
    """Return an act in the clerk's words.

    ``names`` are those of the clerks by their ids, ``fates`` say what of it was not written, ``people`` who a record is of by its id.
    """
    return HistoryEntry(
        at=datetime.fromisoformat(act.at).astimezone(),
        by=names.get(act.by, act.by),
        kind=ACT_KINDS.get(act.kind, act.kind),
        reason=act.reason,
        changes=tuple(
            line for change in act.changes for line in lines_of(change, act.id, fates, owner=people.get(change.id, ""))
        ),
        fate=fates.get((act.id, "", "", ""), ""),
    )


def lines_of(
    change: Change, act: str = "", fates: Fates = MappingProxyType({}), *, owner: str = ""
) -> tuple[FieldChange, ...]:
    """Return a change field by field in the clerk's words; fields that are empty before and after, and ids, are left out.

    ``act`` is the id of the change's act, under which ``fates`` tell of values that were not written; ``owner`` is the person's name.
    """
    record = RECORDS.get(change.table, change.table)
    name = str(change.after.get("name") or "") if change.base == 0 else ""
    label = f"{record} {name or owner}".strip()
    return tuple(
        FieldChange(
            label, FIELDS.get(field, field), before, after, fates.get((act, change.table, change.id, field), "")
        )
        for field in sorted(change.after, key=_place)
        if field not in _HIDDEN and field != "local" and field not in _OF_MOVES and change.table not in _TOLD_ELSEWHERE
        if field not in _HIDDEN_OF.get(change.table, frozenset())
        for before, after in [
            (shown(change.table, field, change.before.get(field)), shown(change.table, field, change.after[field]))
        ]
        if (before or after) and not (change.base == 0 and after == _NO)
    ) + _local_lines(change, act, fates)


def _place(field: str) -> int:
    """Where a form has the field: in the order of the words for fields, unknown ones last."""
    return _PLACES.get(field, len(_PLACES))


def _local_lines(change: Change, act: str, fates: Fates) -> tuple[FieldChange, ...]:
    """Return the county's own values one by one, as the clerk entered them."""
    if "local" not in change.after:
        return ()
    before, after = _local_values(change.before.get("local")), _local_values(change.after["local"])
    fate = fates.get((act, change.table, change.id, "local"), "")
    return tuple(
        FieldChange(RECORDS[change.table], word, before.get(word, ""), after.get(word, ""), fate)
        for word in dict.fromkeys((*before, *after))
        if before.get(word) != after.get(word)
    )


def _local_values(value: Scalar) -> dict[str, str]:
    """Return the values of a settings text under their words; class amounts one by one."""
    found: dict[str, str] = {}
    for name, text in json.loads(str(value or "{}")).items():
        if name == "class_amounts":
            amounts = json.loads(text or "{}")
            words = {letter: LOCAL_VALUES.get(f"class_amounts_{letter}", letter) for letter in amounts}
            found |= {words[letter]: str(amount) for letter, amount in amounts.items()}
        elif text:
            found[LOCAL_VALUES.get(name, name)] = {"true": _YES, "false": _NO}.get(text, text)
    return found


def _parts(field: str, value: Scalar) -> list[str]:
    if field == "local":
        return [f"{word} {text}" for word, text in _local_values(value).items()]
    return [str(part) for part in json.loads(str(value))]


def shown(table: str, field: str, value: Scalar) -> str:
    """Return a stored value as the clerk reads it."""
    if value is None or value == "":
        return ""
    if field in _MONEY:
        return f"{Money(int(value)).grouped} 元"
    if field == "land":
        return f"{int(value) / 100:.2f} 亩"
    if table == "bank_account" and field == "number":
        return masked_account(str(value))
    if field in _LISTS:
        return "；".join(_parts(field, value))
    if field in _TRUTH:
        return _YES if value else _NO
    if field in _TABLES:
        return _TABLES[field].get(str(value), str(value))
    coded = _KINDS.get(table) if field == "kind" else _ENUMS.get(field)
    return coded.of(str(value)).label if coded is not None else str(value)

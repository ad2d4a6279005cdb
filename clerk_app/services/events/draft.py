"""A plan in the making: what an event would change is gathered here, told as a plan, and written only when it is carried out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from clerk_app.domain.act import Change
from clerk_app.domain.codes import HEAD
from clerk_app.domain.event import EventKind
from clerk_app.domain.follow_up import FollowUp, FollowUpId, FollowUpKind
from clerk_app.domain.household import Household, HouseholdId, Membership, Person, PersonId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.events.model import (
    Consequence,
    ConsequenceKind,
    Plan,
    PlannedChange,
    Recheck,
    RelationLine,
)
from clerk_app.services.history import lines_of
from clerk_app.services.sentences import Sentence, sentence
from clerk_app.services.workspace import Workspace
from clerk_app.storage import records
from clerk_app.storage.records import RecordType
from clerk_app.storage.unit_of_work import new_id
from clerk_app.terms import RECORDS

if TYPE_CHECKING:
    from clerk_app.storage.repositories import Repository
    from clerk_app.storage.unit_of_work import UnitOfWork

T = TypeVar("T")
_KINDS: Final[dict[str, RecordType[Any]]] = {
    "households": records.HOUSEHOLD,
    "people": records.PERSON,
    "memberships": records.MEMBERSHIP,
    "identities": records.IDENTITY,
    "absences": records.ABSENCE,
    "former_relations": records.FORMER_RELATION,
    "former_numbers": records.FORMER_NUMBER,
    "follow_ups": records.FOLLOW_UP,
}
"""What an event may write: the unit of work's repositories in the order of writing, parents before children."""
_UNTOLD: Final = frozenset({"follow_ups", "former_relations", "former_numbers"})
"""Their contents are told otherwise: as things to do, and as the field that changes."""


class Draft:
    """What one event would do. Records are read through ``uow``; nothing is written before :meth:`write`."""

    def __init__(self, workspace: Workspace, uow: UnitOfWork, kind: EventKind) -> None:
        self.workspace = workspace
        self.uow = uow
        self.kind = kind
        self.today = workspace.today()
        self.title = Sentence(kind.label)
        self.household_id = HouseholdId("")
        self.person_id: PersonId | None = None
        self._before: dict[tuple[str, str], Any] = {}
        self._after: dict[tuple[str, str], Any] = {}
        self._new: dict[tuple[str, str], Any] = {}
        self._relations: list[RelationLine] = []
        self._consequences: list[Consequence] = []
        self._questions: list[Sentence] = []
        self._rechecks: list[Recheck] = []
        self._refusals: list[UserError] = []

    def named(self, template: str, /, **values: object) -> None:
        """Give the plan its title."""
        self.title = sentence(template, **values)

    def about(self, household_id: HouseholdId, person_id: PersonId | None = None) -> None:
        """Say at which household the act is shown, and whom it is about."""
        self.household_id, self.person_id = household_id, person_id

    # what would be written

    def change(self, kind: str, record: T, /, **fields: object) -> T:
        """Change fields of a stored record; several changes of one record become one."""
        key = (kind, cast("Any", record).id)
        if key in self._new:
            self._new[key] = replace(self._new[key], **fields)
            return cast("T", self._new[key])
        self._before.setdefault(key, record)
        self._after[key] = replace(self._after.get(key, record), **fields)
        return cast("T", self._after[key])

    def add(self, name: str, record: T) -> T:
        """Add a new record; its id must be a new one."""
        self._new[name, cast("Any", record).id] = record
        return record

    def touched(self, name: str) -> tuple[Any, ...]:
        """Return the records of a kind that would be changed or added, as they would stand."""
        return tuple(record for (kind, _), record in [*self._after.items(), *self._new.items()] if kind == name)

    def added(self, name: str) -> tuple[Any, ...]:
        """Return the records of a kind that would be added."""
        return tuple(record for (kind, _), record in self._new.items() if kind == name)

    def planned(self, name: str, record: T) -> T:
        """Return a stored record as it would stand."""
        return cast("T", self._after.get((name, cast("Any", record).id), record))

    def person(self, person_id: PersonId) -> Person:
        """Return somebody as he or she would stand, be it somebody new."""
        planned = self._after.get(("people", person_id), self._new.get(("people", person_id)))
        return planned or self.uow.people.get(person_id)

    def household(self, household_id: HouseholdId) -> Household:
        """Return a household as it would stand, be it a new one."""
        planned = self._after.get(("households", household_id), self._new.get(("households", household_id)))
        return planned or self.uow.households.get(household_id)

    # what is told

    def ends(self, template: str, /, *, clause: str = "", **values: object) -> None:
        """Tell of something that ends."""
        self._consequences.append(Consequence(ConsequenceKind.ENDS, sentence(template, **values), clause))

    def starts(self, template: str, /, *, clause: str = "", **values: object) -> None:
        """Tell of something that begins."""
        self._consequences.append(Consequence(ConsequenceKind.STARTS, sentence(template, **values), clause))

    def tells(self, template: str, /, *, clause: str = "", **values: object) -> None:
        """Tell of something that stays as it is and should be known."""
        self._consequences.append(Consequence(ConsequenceKind.TELLS, sentence(template, **values), clause))

    def asks(self, template: str, /, **values: object) -> None:
        """Ask about something that may be right as it is, once."""
        question = sentence(template, **values)
        if question not in self._questions:
            self._questions.append(question)

    def refuses(self, refusal: UserError) -> None:
        """Say why the event cannot be carried out as entered."""
        self._refusals.append(refusal)

    def restates(self, line: RelationLine) -> None:
        """Tell of a relation that is stated anew."""
        self._relations.append(line)

    def leaves_to_do(
        self,
        kind: FollowUpKind,
        household_id: HouseholdId,
        due_on: date,
        what: Sentence,
        *,
        person_id: PersonId | None = None,
        clause: str = "",
        amount: Money | None = None,
        monthly: Money | None = None,
        paid_through: date | None = None,
    ) -> None:
        """Leave something to be done by a day; ``monthly`` and ``paid_through`` as in ``FollowUp``."""
        self._rechecks.append(
            Recheck(
                kind=kind,
                due_on=due_on,
                sentence=what,
                clause=clause,
                amount=amount,
                household_id=household_id,
                person_id=person_id,
            )
        )
        self.add(
            "follow_ups",
            FollowUp(
                id=FollowUpId(new_id()),
                household_id=household_id,
                person_id=person_id,
                kind=kind,
                opened_on=self.today,
                due_on=due_on,
                detail=what.text,
                clause=clause,
                amount=amount,
                monthly=monthly,
                paid_through=paid_through,
            ),
        )

    @property
    def is_refused(self) -> bool:
        """Whether something speaks against it already."""
        return bool(self._refusals)

    # what becomes of it

    def plan(self) -> Plan:
        """Return what has been gathered."""
        return Plan(
            kind=self.kind,
            title=self.title,
            household_id=self.household_id,
            person_id=self.person_id,
            changes=tuple(self._told()),
            relations=tuple(self._relations),
            consequences=tuple(self._consequences),
            questions=tuple(self._questions),
            rechecks=tuple(self._rechecks),
            refusals=tuple(self._refusals),
        )

    def _told(self) -> list[PlannedChange]:
        lines = []
        for (name, record_id), record in [*self._after.items(), *self._new.items()]:
            if name in _UNTOLD:
                continue
            kind = _KINDS[name]
            row, before = kind.to_row(record), self._before.get((name, record_id))
            stored = {} if before is None else kind.to_row(before)
            differing = {field: value for field, value in row.items() if before is None or stored[field] != value}
            base = 0 if before is None else cast("Any", before).version
            change = Change(
                kind.table.name, record_id, base, {field: stored.get(field) for field in differing}, differing
            )
            label = f"{RECORDS[kind.table.name]} {self._owner(name, record)}".strip()
            lines += [PlannedChange(label, line.field, line.before, line.after) for line in lines_of(change)]
        return lines

    def _owner(self, name: str, record: Any) -> str:
        if name == "households":
            return cast("Household", record).number
        return self.person(record.id if name == "people" else record.person_id).name

    def write(self) -> None:
        """Write everything, in an order that no rule of the database minds; raises UserError when a record changed meanwhile."""
        for name in _KINDS:
            repository: Repository[Any] = getattr(self.uow, name)
            changed = [record for (kind, _), record in self._after.items() if kind == name]
            if name == "memberships":
                changed.sort(key=_rank)
            for record in changed:
                repository.save(record)
            for (kind, _), record in self._new.items():
                if kind == name:
                    repository.add(record)


def _rank(place: Membership) -> int:
    """Places that end come first, then those who are not head (the old one steps down), the new head last."""
    if place.to_on is not None:
        return 0
    return 2 if place.relation == HEAD else 1

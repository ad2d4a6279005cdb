"""What an event will do, told before it is done: the plan and its parts, and the requests that lead to one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from clerk_app.domain.act import canonical_json
from clerk_app.domain.codes import Coded
from clerk_app.domain.event import EventKind
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.sentences import Sentence


class ConsequenceKind(Coded):
    """What a consequence does."""

    ENDS = "ends", "终止"
    STARTS = "starts", "开始"
    TELLS = "tells", "提示"


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that follows from the event, with its clause where a paper says so."""

    kind: ConsequenceKind
    sentence: Sentence
    clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """One thing that somebody must do after the event, by a day; it becomes a follow-up."""

    kind: FollowUpKind
    due_on: date
    sentence: Sentence
    clause: str = ""
    amount: Money | None = None
    household_id: HouseholdId
    person_id: PersonId | None = None


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One field of one record as the clerk reads it; empty text where there was or will be nothing."""

    record: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationLine:
    """A member whose relation is re-stated: GB/T 4761 codes; ``after`` is empty where the clerk must choose."""

    household_id: HouseholdId
    person_id: PersonId
    name: str
    before: str
    after: str
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an event will do. With a refusal it cannot be carried out; questions are asked and may be passed over.

    ``household_id`` is where the act is shown, empty when the event was refused before that is known. Each refusal's ``field`` is the
    name of the request's field it stands at.
    """

    kind: EventKind
    title: Sentence
    household_id: HouseholdId
    person_id: PersonId | None
    changes: tuple[PlannedChange, ...]
    relations: tuple[RelationLine, ...]
    consequences: tuple[Consequence, ...]
    questions: tuple[Sentence, ...]
    rechecks: tuple[Recheck, ...]
    refusals: tuple[UserError, ...]

    @property
    def possible(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.refusals

    @property
    def fingerprint(self) -> str:
        """A short text that is the same as long as the plan says the same."""
        said = [
            [self.kind.value, self.title.text],
            [[change.record, change.field, change.before, change.after] for change in self.changes],
            [[line.person_id, line.before, line.after] for line in self.relations],
            [each.sentence.text for each in self.consequences],
            [[each.kind.value, each.due_on.isoformat(), each.sentence.text] for each in self.rechecks],
            [refusal.message for refusal in self.refusals],
        ]
        return hashlib.sha256(canonical_json(said).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An event that was carried out, with the plan that it followed."""

    kind: EventKind
    household_id: HouseholdId
    person_id: PersonId | None
    plan: Plan

"""What the page asks of the services; every function here runs in the database thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clerk_app.domain.dibao import DibaoCase, DibaoClass, Stage
from clerk_app.domain.household import HouseholdFile, HouseholdId
from clerk_app.services.dibao import (
    CaseEntry,
    Proposal,
    apply_for_dibao,
    cases_of,
    change_case,
    entry_of,
    list_cases,
    open_case,
    propose_class,
    work_out,
)
from clerk_app.services.dibao_end import end_case
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision, next_stages, record_review
from clerk_app.services.history import HistoryEntry, history_of
from clerk_app.services.households import found_by, open_household
from clerk_app.services.workspace import Workspace
from clerk_app.storage.dibao_queries import DibaoRow
from clerk_app.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case of the board or list; ``words`` finds the head by pinyin."""

    row: DibaoRow
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseData:
    """A case as its page shows it; ``case`` is None while an application is being taken in."""

    household: HouseholdFile
    entry: CaseEntry
    case: DibaoCase | None
    stages: tuple[Stage, ...]
    history: tuple[HistoryEntry, ...]

    @property
    def is_open(self) -> bool:
        """Whether the county has not decided yet, so that the application may still be changed."""
        return self.case is None or self.case.stage not in (Stage.GRANTED, Stage.REFUSED, Stage.ENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """What stands on the page: ``entry`` is what to save first, or None where nothing was changed."""

    household_id: HouseholdId
    case_id: str
    version: int
    entry: CaseEntry | None


def read_cases(workspace: Workspace, with_closed: bool, _progress: Progress) -> tuple[CaseLine, ...]:
    """Return the cases for board and list."""
    return tuple(CaseLine(row, found_by(row.head)) for row in list_cases(workspace, with_closed=with_closed))


def read_case(workspace: Workspace, case_id: str, _progress: Progress) -> CaseData:
    """Return a case with its household and history."""
    file = open_case(workspace, case_id)
    return CaseData(
        household=file.household,
        entry=entry_of(file),
        case=file.case,
        stages=next_stages(file.case),
        history=history_of(workspace, (case_id, *(item.id for item in file.income))),
    )


def read_new(workspace: Workspace, household_id: str, progress: Progress) -> CaseData:
    """Return an empty application of a household, or its open case where there is one."""
    household = open_household(workspace, household_id)
    for case in cases_of(workspace, household.household.id):
        if case.stage not in (Stage.REFUSED, Stage.ENDED):
            return read_case(workspace, case.id, progress)
    entry = CaseEntry(applied_on=workspace.today())
    return CaseData(household=household, entry=entry, case=None, stages=(), history=())


def find_proposal(
    workspace: Workspace, household_id: HouseholdId, entry: CaseEntry, reviewed_on: date | None, _progress: Progress
) -> Proposal:
    """Return what the rule says today of what stands on the page."""
    return work_out(workspace, household_id, entry, last_review_on=reviewed_on)


def save(workspace: Workspace, unsaved: Unsaved, _progress: Progress) -> tuple[str, int]:
    """Save what was changed and return the case's id and version."""
    if unsaved.entry is None:
        return unsaved.case_id, unsaved.version
    if not unsaved.case_id:
        case_id = apply_for_dibao(workspace, unsaved.household_id, unsaved.entry)
        return case_id, open_case(workspace, case_id).case.version
    return unsaved.case_id, change_case(workspace, unsaved.case_id, unsaved.version, unsaved.entry).version


def propose(workspace: Workspace, unsaved: Unsaved, village_class: DibaoClass, reason: str, progress: Progress) -> str:
    """Save what was changed, then store the rule's class and the village's; returns the case's id."""
    if unsaved.entry is not None:
        work_out(workspace, unsaved.household_id, unsaved.entry)  # what the rule lacks is told before anything is saved
    case_id, version = save(workspace, unsaved, progress)
    return propose_class(workspace, case_id, version, village_class, reason).id


def advance(workspace: Workspace, unsaved: Unsaved, stage: Stage, progress: Progress) -> str:
    """Save what was changed, then move the case one stage on or back; returns its id."""
    case_id, version = save(workspace, unsaved, progress)
    return advance_case(workspace, case_id, version, stage).id


def decide(workspace: Workspace, case_id: str, version: int, decision: Decision, _progress: Progress) -> DibaoCase:
    """Enter the county's decision."""
    return enter_decision(workspace, case_id, version, decision)


def review(workspace: Workspace, case_id: str, version: int, on: date, note: str, _progress: Progress) -> DibaoCase:
    """Record a review."""
    return record_review(workspace, case_id, version, on, note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The county's paper that ends a case, and the day on which the family was heard."""

    number: str
    on: date
    reason: str
    heard_on: date | None


def end(workspace: Workspace, case_id: str, version: int, ending: Ending, _progress: Progress) -> DibaoCase:
    """End a granted case."""
    return end_case(
        workspace,
        case_id,
        version,
        number=ending.number,
        on=ending.on,
        reason=ending.reason,
        heard_on=ending.heard_on,
    )

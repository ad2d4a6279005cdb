"""What the clerk has chosen to print, and what comes of it; everything here runs in the database thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.household import HouseholdId
from clerk_app.errors import UserError
from clerk_app.services import notices, papers
from clerk_app.services.households import list_households
from clerk_app.services.notices import CONTRIBUTION_NOTICE, HOUSEHOLD_FORM, MOST_AT_ONCE, OVERPAYMENT_FORM, FormRequest
from clerk_app.ui.tasks import Progress

if TYPE_CHECKING:
    from clerk_app.services.notices import Deliver, Issued
    from clerk_app.services.papers import DocumentRow, Unprintable
    from clerk_app.services.workspace import Workspace
    from clerk_app.storage.queries import HouseholdRow

MOST_PREVIEWED: Final = 20
"""A preview is there to look at: the first of many notices say enough, and come at once."""
INTERNAL, PUBLIC, NOTICE, OVERPAYMENT = "internal", "public", "notice", "overpayment"
_KINDS = {NOTICE: CONTRIBUTION_NOTICE, OVERPAYMENT: OVERPAYMENT_FORM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to print for whom: the chosen households, or a whole ``group``; ``batch`` counts from 0.

    ``about`` is the recovery that an overpayment form is about, where it was named.
    """

    form: str
    household_ids: tuple[HouseholdId, ...] = ()
    group: str | None = None
    batch: int = 0
    insurance: Insurance = Insurance.PENSION
    year: int | None = None
    deadline: date | None = None
    about: str | None = None

    @property
    def is_notice(self) -> bool:
        """Whether it is the contribution notice."""
        return self.form == NOTICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What will be printed: the request of this batch, its preview, and what the clerk should know before.

    ``wanted`` is how many households were chosen, ``due`` how many of them get paper in all batches.
    """

    request: FormRequest
    pdf: bytes
    wanted: int
    due: int
    batches: int
    batch: int
    unprintable: tuple[Unprintable, ...]


def prepare(workspace: Workspace, choice: Choice, progress: Progress) -> Prepared:
    """Return what the choice comes to; raises UserError where nobody needs the paper."""
    wanted, due = _households(workspace, choice)
    batches = max(-(-len(due) // MOST_AT_ONCE), 1)
    batch = min(choice.batch, batches - 1)
    request = FormRequest(
        kind=_KINDS.get(choice.form, HOUSEHOLD_FORM),
        household_ids=due[batch * MOST_AT_ONCE : (batch + 1) * MOST_AT_ONCE],
        masked=choice.form == PUBLIC,
        insurance=choice.insurance,
        year=choice.year,
        deadline=choice.deadline,
        about=choice.about,
    )
    progress(0, 2)
    pdf = notices.preview(workspace, replace(request, household_ids=request.household_ids[:MOST_PREVIEWED]))
    progress(1, 2)
    return Prepared(
        request=request,
        pdf=pdf,
        wanted=wanted,
        due=len(due),
        batches=batches,
        batch=batch,
        unprintable=papers.unprintable_names(workspace, request.household_ids, request.about),
    )


def _households(workspace: Workspace, choice: Choice) -> tuple[int, tuple[HouseholdId, ...]]:
    """Return how many households were chosen, and those that get paper; one chosen alone says itself why not."""
    if choice.group is None and len(choice.household_ids) <= 1:
        return len(choice.household_ids), choice.household_ids
    year = choice.year or workspace.today().year
    asked = papers.households_to_notify(workspace, choice.insurance, year, choice.group)
    if choice.group is not None:
        wanted, due = len(list_households(workspace, group=choice.group)), asked
    else:
        wanted, due = len(choice.household_ids), tuple(found for found in asked if found in set(choice.household_ids))
    if not due:
        raise UserError(
            "所选的 {n} 户 {year} 年{insurance}都已缴清或不用缴，不用发通知。",
            n=wanted,
            year=year,
            insurance=choice.insurance.label,
        )
    return wanted, due


def issue(workspace: Workspace, request: FormRequest, deliver: Deliver, progress: Progress) -> Issued:
    """Print or write it, and record it."""
    return notices.issue(workspace, request, deliver, progress)


def reprint(workspace: Workspace, document_id: str, deliver: Deliver, _progress: Progress) -> Issued:
    """Print or write the next copy, and record it."""
    return notices.reprint(workspace, document_id, deliver)


def void(workspace: Workspace, document_id: str, reason: str, _progress: Progress) -> str:
    """Make a print void and return its number."""
    return notices.void_document(workspace, document_id, reason).number


def preview_copy(
    workspace: Workspace, document_id: str, household_id: HouseholdId, about: str | None, _progress: Progress
) -> tuple[bytes, tuple[Unprintable, ...]]:
    """Return the next copy as it would be printed, and the names paper cannot show."""
    return notices.preview_copy(workspace, document_id), papers.unprintable_names(workspace, (household_id,), about)


def read_households(workspace: Workspace, _progress: Progress) -> tuple[HouseholdRow, ...]:
    """Return the households to choose from."""
    return list_households(workspace)


def read_prints(workspace: Workspace, _progress: Progress) -> tuple[DocumentRow, ...]:
    """Return what was printed."""
    return papers.list_prints(workspace)

"""What the page asks of the services; every function here runs in the database thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.household import PersonId
from clerk_app.errors import UserError
from clerk_app.services.contributions import ContributionEntry, record_contributions, reverse_contribution
from clerk_app.services.drafts import discard_draft, load_draft, save_draft
from clerk_app.services.households import group_names
from clerk_app.services.season import Season, SeasonRow, season, season_rows
from clerk_app.services.workspace import Workspace
from clerk_app.ui.models.record_table import Prepared, RecordTable
from clerk_app.ui.pages.contributions.typed import GridRow, restored
from clerk_app.ui.tasks import Progress


class RowError(UserError):
    """A refusal with the person whose row it is about."""

    def __init__(self, error: UserError, person_id: PersonId) -> None:
        super().__init__(error.template, field=error.field, **error.values)
        self.person_id = person_id


@dataclass(frozen=True, slots=True)
class Read:
    """The grid of a year: ``rows`` are its people with ``draft``, what was typed and not recorded by person; ``groups`` the village's."""

    season: Season
    rows: Prepared[GridRow]
    groups: tuple[str, ...]
    draft: dict[str, object]


def read_season(
    workspace: Workspace, table: RecordTable[GridRow], insurance: Insurance, year: int, _progress: Progress
) -> Read:
    """Return the grid of a year as the table shows it."""
    draft = load_draft(workspace, draft_key(insurance, year)) or {}
    found = season(workspace, insurance, year)
    rows = table.prepared([restored(GridRow(season=row), draft) for row in found.rows])
    return Read(found, rows, group_names(workspace), draft)


def record(workspace: Workspace, entries: tuple[ContributionEntry, ...], progress: Progress) -> tuple[SeasonRow, ...]:
    """Record payments of one insurance and year, all or none, and return those rows anew; raises RowError."""
    reached = 0

    def tell(done: int, total: int) -> None:
        nonlocal reached
        reached = done
        progress(done, total)

    try:
        record_contributions(workspace, entries, tell)
    except UserError as error:
        raise RowError(error, entries[reached].person_id) from error
    people = frozenset(entry.person_id for entry in entries)
    return season_rows(workspace, entries[0].insurance, entries[0].year, people)


def reverse(
    workspace: Workspace, row: SeasonRow, contribution_id: str, reason: str, _progress: Progress
) -> tuple[SeasonRow, ...]:
    """Take a payment back and return the person's row anew."""
    reversal = reverse_contribution(workspace, contribution_id, reason)
    return season_rows(workspace, reversal.insurance, reversal.year, frozenset({row.row.person_id}))


def draft_key(insurance: Insurance, year: int) -> str:
    """Return the key under which what was typed for a year is kept."""
    return f"contributions:{insurance.value}:{year}"


def keep_draft(workspace: Workspace, key: str, content: Mapping[str, object] | None, _progress: Progress) -> None:
    """Keep what is typed, or forget it."""
    if content:
        save_draft(workspace, key, content)
    else:
        discard_draft(workspace, key)

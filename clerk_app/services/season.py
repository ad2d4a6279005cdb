"""The season: who of the village has paid for a year, who still owes, who need not, in one grid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app.domain.contribution import Insurance, Payer, PaymentState
from clerk_app.domain.dates import age_on
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.contributions import NotAsked, tiers, why_not_asked
from clerk_app.services.households import found_by
from clerk_app.services.workspace import Workspace
from clerk_app.storage import queries
from clerk_app.storage.queries import ContributionRow

WHOLE: Final = (Payer.SELF, Payer.PROXY)
"""Who pays a person's own part; the others give something on top of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonRow:
    """A person in the grid. ``usual_tier`` is what was paid last, where it is still a tier, else the lowest; ``words`` finds the name by pinyin."""

    row: ContributionRow
    age: int
    state: PaymentState
    not_asked: NotAsked | None
    usual_tier: Money | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """The grid of one insurance and year; ``problem`` says why nothing can be recorded yet, as when the premium is missing."""

    insurance: Insurance
    year: int
    tiers: tuple[Money, ...]
    problem: UserError | None
    rows: tuple[SeasonRow, ...]


def season(workspace: Workspace, insurance: Insurance, year: int) -> Season:
    """Return the village's grid for a year, by household."""
    allowed, problem = _allowed(workspace, insurance, year)
    return Season(
        insurance=insurance,
        year=year,
        tiers=allowed,
        problem=problem,
        rows=_rows(workspace, insurance, year, allowed),
    )


def season_rows(
    workspace: Workspace, insurance: Insurance, year: int, person_ids: frozenset[PersonId]
) -> tuple[SeasonRow, ...]:
    """Return some people's rows anew, as after recording their payments."""
    return _rows(workspace, insurance, year, _allowed(workspace, insurance, year)[0], person_ids)


def _allowed(workspace: Workspace, insurance: Insurance, year: int) -> tuple[tuple[Money, ...], UserError | None]:
    try:
        return tiers(workspace, insurance, year), None
    except UserError as error:
        return (), error


def _rows(
    workspace: Workspace,
    insurance: Insurance,
    year: int,
    allowed: tuple[Money, ...],
    only: frozenset[PersonId] | None = None,
) -> tuple[SeasonRow, ...]:
    with workspace.store.reading() as connection:
        before = queries.last_tiers(connection, insurance, year)
        rows = queries.contribution_rows(connection, insurance, year, only=None if only is None else sorted(only))
    today = workspace.today()
    return tuple(
        _row(row, why_not_asked(row, insurance, year), today, allowed, before.get(row.person_id)) for row in rows
    )


def _row(
    row: ContributionRow, not_asked: NotAsked | None, today: date, allowed: tuple[Money, ...], before: Money | None
) -> SeasonRow:
    return SeasonRow(
        row=row,
        age=age_on(row.birth_on, today),
        state=_state(row, not_asked),
        not_asked=not_asked,
        usual_tier=before if before in allowed else min(allowed, default=None),
        words=found_by(row.name),
    )


def _state(row: ContributionRow, not_asked: NotAsked | None) -> PaymentState:
    payers = {entry.payer for entry in row.standing}
    if Payer.SELF in payers:
        return PaymentState.PAID
    if Payer.PROXY in payers:
        return PaymentState.PROXIED
    return PaymentState.NOT_ASKED if not_asked is not None else PaymentState.UNPAID

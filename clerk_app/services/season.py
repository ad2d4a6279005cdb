"""The season: who of the village has paid for a year, who still owes, for whom the government pays, who need not, in one grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from clerk_app.domain.contribution import Exemption, Insurance, Payer, PaymentState
from clerk_app.domain.dates import age_on
from clerk_app.domain.household import Person, PersonId
from clerk_app.domain.money import Money, total
from clerk_app.errors import UserError
from clerk_app.services.contributions import NotAsked, require_year, tiers, why_not_asked
from clerk_app.services.households import found_by
from clerk_app.services.rules import rules_on
from clerk_app.services.season_rights import NO_RIGHT, WHOLE, Right, rights_of, season_day, whole_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import contribution_queries
from clerk_app.storage.contribution_queries import ContributionRow
from clerk_app.storage.members import households_now
from clerk_app.terms import ENTITLEMENTS

__all__ = [
    "WHOLE",
    "Due",
    "Right",
    "Season",
    "SeasonRow",
    "rights",
    "season",
    "season_rows",
    "subsidies",
    "why_doubted",
]

_CLAUSE_OF_LEAVING = {Insurance.PENSION: "国发〔2014〕8号 八", Insurance.MEDICAL: "国发〔2016〕3号 二（一）"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A payment that the rules give and nobody has recorded: the government pays ``amount`` of the tier."""

    tier: Money
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonRow:
    """A person in the grid. ``usual_tier`` is what was paid last, where it is still a tier, else the lowest; ``words`` finds the name by pinyin.

    ``right`` is what the rules give; ``due`` is the government's payment where it is not recorded yet. ``own_part`` is what an aid
    leaves the person of the premium; None where nothing is to be taken off, or the aid is open. ``on_top`` is what the government gives
    beside the payment: the subsidies, or the aid that is not itself the payment.
    """

    row: ContributionRow
    age: int
    state: PaymentState
    not_asked: NotAsked | None
    usual_tier: Money | None
    words: str
    right: Right = NO_RIGHT
    due: Due | None = None
    own_part: Money | None = None
    on_top: Money | None = field(init=False)

    def __post_init__(self) -> None:
        """Find once what comes on top: the grid asks for it in every cell and sum."""
        on_top = self.right.subsidy
        if self.right.aid is not None:
            whole = whole_of(self.row)
            is_payment = self.due is not None or (whole is not None and whole.payer is Payer.PROXY)
            on_top = None if is_payment else self.right.aid.amount
        object.__setattr__(self, "on_top", on_top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """The grid of one insurance and year; ``problem`` says why nothing can be recorded yet, as when the premium is missing.

    ``lacking`` says which right has no sum yet: a missing local value never counts as 0.
    """

    insurance: Insurance
    year: int
    tiers: tuple[Money, ...]
    problem: UserError | None
    rows: tuple[SeasonRow, ...]
    lacking: UserError | None = None


def season(workspace: Workspace, insurance: Insurance, year: int) -> Season:
    """Return the village's grid for a year, by household, with what the rules give each."""
    allowed, problem = _allowed(workspace, insurance, year)
    rows = _rows(workspace, insurance, year, allowed)
    return Season(
        insurance=insurance, year=year, tiers=allowed, problem=problem, rows=rows, lacking=_lacking(rows)
    )  # fmt: skip


def season_rows(
    workspace: Workspace, insurance: Insurance, year: int, person_ids: frozenset[PersonId]
) -> tuple[SeasonRow, ...]:
    """Return some people's rows anew, as after recording their payments."""
    return _rows(workspace, insurance, year, _allowed(workspace, insurance, year)[0], person_ids)


def rights(
    workspace: Workspace, insurance: Insurance, year: int, only: frozenset[PersonId] | None = None
) -> dict[PersonId, Right]:
    """Return what the village's rules give each living person for a year, by the one evaluator, with rule, clause, bearers, reasons.

    Raises UserError where pack or local values cannot be read.
    """
    return _rights(workspace, insurance, year, _read(workspace, insurance, year, only))


def why_doubted(workspace: Workspace, insurance: Insurance, year: int, person: Person) -> NotAsked | None:
    """Return why a payment for somebody is to be asked about before it is recorded, None where he or she is to pay or has paid already.

    Raises UserError for a year that cannot be.
    """
    require_year(year, workspace.today())
    row = next(iter(_read(workspace, insurance, year, frozenset({person.id}))), None)
    if row is None:  # who has died or left stands in the grid only where something was recorded
        return why_not_asked(person, insurance, year)
    return None if row.standing else _not_asked(row, insurance, year)


def subsidies(rows: Sequence[SeasonRow]) -> Money:
    """Return what the government gives on top of the payments that are recorded; it is no part of what was paid."""
    paid = (PaymentState.PAID, PaymentState.PROXIED)
    return total([row.on_top for row in rows if row.state in paid and row.on_top is not None])


def _lacking(rows: Sequence[SeasonRow]) -> UserError | None:
    lacking = [award for row in rows if (award := row.right.lacking) is not None]
    if not lacking:
        return None
    return UserError(
        "有 {count} 人的“{what}”还缺本地标准，金额没有算：请到“设置 → 本地标准”填写。",
        field="local", count=len(lacking), what=ENTITLEMENTS[lacking[0].code],
    )  # fmt: skip


def _allowed(workspace: Workspace, insurance: Insurance, year: int) -> tuple[tuple[Money, ...], UserError | None]:
    try:
        return tiers(workspace, insurance, year), None
    except UserError as error:
        return (), error


def _read(
    workspace: Workspace, insurance: Insurance, year: int, only: frozenset[PersonId] | None
) -> tuple[ContributionRow, ...]:
    with workspace.store.reading() as connection:
        return contribution_queries.contribution_rows(
            connection, insurance, year, only=None if only is None else sorted(only)
        )


def _rights(
    workspace: Workspace,
    insurance: Insurance,
    year: int,
    rows: tuple[ContributionRow, ...],
    *,
    is_whole: bool = True,
) -> dict[PersonId, Right]:
    households = None if is_whole else {row.household_id for row in rows}
    with workspace.store.reading() as connection:
        members = households_now(connection, households)
    day = season_day(year, workspace.today())
    return rights_of(rules_on(workspace, day), insurance, day, members, rows)


def _rows(
    workspace: Workspace,
    insurance: Insurance,
    year: int,
    allowed: tuple[Money, ...],
    only: frozenset[PersonId] | None = None,
) -> tuple[SeasonRow, ...]:
    rows = _read(workspace, insurance, year, only)
    with workspace.store.reading() as connection:
        before = contribution_queries.last_tiers(connection, insurance, year)
    given = _rights(workspace, insurance, year, rows, is_whole=only is None)
    made = partial(_row, insurance=insurance, year=year, today=workspace.today(), allowed=allowed)
    return tuple(made(row, before=before.get(row.person_id), right=given.get(row.person_id, NO_RIGHT)) for row in rows)


def _row(
    row: ContributionRow,
    *,
    insurance: Insurance,
    year: int,
    today: date,
    allowed: tuple[Money, ...],
    before: Money | None,
    right: Right,
) -> SeasonRow:
    not_asked = _not_asked(row, insurance, year)
    due = None if whole_of(row) is not None or not_asked is not None else _due(right, allowed)
    own_part = None
    if due is None and right.aid is not None and right.aid.amount is not None and len(allowed) == 1:
        own_part = allowed[0] - right.aid.amount
    return SeasonRow(
        row=row,
        age=age_on(row.birth_on, today),
        state=_state(row, not_asked, due),
        not_asked=not_asked,
        usual_tier=before if before in allowed else min(allowed, default=None),
        words=found_by(row.name),
        right=right,
        due=due,
        own_part=own_part,
    )


def _not_asked(row: ContributionRow, insurance: Insurance, year: int) -> NotAsked | None:
    if row.left_on is not None and row.died_on is None:
        return NotAsked(Exemption.LEFT, _CLAUSE_OF_LEAVING[insurance])
    if row.paid_elsewhere is not None and row.died_on is None:
        return NotAsked(Exemption.PAID_ELSEWHERE, _CLAUSE_OF_LEAVING[insurance])
    return why_not_asked(row, insurance, year)


def _due(right: Right, allowed: tuple[Money, ...]) -> Due | None:
    """Return what the government pays in the person's place: the proxy payment, or an aid of the whole premium."""
    if not allowed:
        return None
    if right.aid is not None:
        whole = allowed[0]
        return Due(tier=whole, amount=whole) if right.aid.amount == whole else None
    amount = right.proxy.amount if right.proxy is not None else None
    if amount is None or not amount:
        return None
    tier = amount if amount in allowed else min(allowed)
    return Due(tier=tier, amount=min(amount, tier))


def _state(row: ContributionRow, not_asked: NotAsked | None, due: Due | None) -> PaymentState:
    payers = {entry.payer for entry in row.standing}
    if Payer.SELF in payers:
        return PaymentState.PAID
    if Payer.PROXY in payers:
        return PaymentState.PROXIED
    if not_asked is not None:
        return PaymentState.NOT_ASKED
    return PaymentState.UNPAID if due is None else PaymentState.PROXY_DUE

"""Contributions: what was paid for a person in a year, by whom; taken back by a reversal, never deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from clerk_app.domain.codes import MedicalScheme, PensionScheme
from clerk_app.domain.contribution import Contribution, ContributionId, Exemption, Insurance, Payer
from clerk_app.domain.dates import age_on
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.domain.reversal import standing
from clerk_app.domain.transfer import EarlierContribution
from clerk_app.errors import UserError
from clerk_app.services.rules import RulesInForce, rules_on
from clerk_app.services.season_rights import season_day
from clerk_app.services.workspace import Workspace
from clerk_app.storage import contribution_queries, transfers
from clerk_app.storage.contribution_queries import ContributionRow, PaidTwice
from clerk_app.storage.unit_of_work import new_id

if TYPE_CHECKING:
    from clerk_app.storage.unit_of_work import UnitOfWork

FIRST_YEAR = 2009
"""The resident pension began in 2009; nothing was paid before."""
_WHOLE = (Payer.SELF, Payer.PROXY)
"""Who pays a person's own part: only one of them a year (冀人社发〔2018〕3号 二（一）2)."""
_CLAUSE_OF_DEATH = {Insurance.PENSION: "国发〔2014〕8号 六", Insurance.MEDICAL: "国发〔2016〕3号 二（一）"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionEntry:
    """What the clerk enters of a payment. ``amount`` is the tier itself unless a part or an aid is paid."""

    person_id: PersonId
    insurance: Insurance
    year: int
    tier: Money
    payer: Payer
    paid_on: date
    collector: str
    amount: Money | None = None
    payer_name: str = ""
    receipt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTotal:
    """The sums of a year and insurance over the village, reversals taken off."""

    people: int
    amount: Money
    by_payer: dict[Payer, Money]


class Payable(Protocol):
    """What must be known of somebody to say whether he or she is asked to pay; a person and a row of the grid both do."""

    @property
    def birth_on(self) -> date:
        """Birth date."""

    @property
    def student(self) -> bool:
        """Whether at school."""

    @property
    def receiving_pension(self) -> bool:
        """Whether a pension is paid already."""

    @property
    def pension_scheme(self) -> str | None:
        """The code of the pension scheme, empty or None where unknown."""

    @property
    def medical_scheme(self) -> str | None:
        """The code of the medical scheme, empty or None where unknown."""

    @property
    def died_on(self) -> date | None:
        """The day of death, None for the living."""


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Why somebody need not pay in a year, and the clause."""

    reason: Exemption
    clause: str


def why_not_asked(person: Payable, insurance: Insurance, year: int) -> NotAsked | None:
    """Return why a person is not asked to pay in a year, or None where he or she is.

    Asked are, for the pension, those who turn 16 in the year and were under 60 when it began, who are neither at school nor
    in the employees' scheme nor drawing a pension; for medical insurance everybody outside the employees' scheme. Nobody who has
    died is. Source: 国发〔2014〕8号 二、六; 国发〔2016〕3号 二（一）.
    """
    if person.died_on is not None:
        return NotAsked(Exemption.DEAD, _CLAUSE_OF_DEATH[insurance])
    if insurance is Insurance.PENSION:
        return _why_not_for_pension(person, year)
    if person.medical_scheme == MedicalScheme.EMPLOYEE:
        return NotAsked(Exemption.EMPLOYEE_MEDICAL, "国发〔2016〕3号 二（一）")
    return None


def _why_not_for_pension(person: Payable, year: int) -> NotAsked | None:
    if person.receiving_pension:
        return NotAsked(Exemption.RECEIVING, "国发〔2014〕8号 六")
    if age_on(person.birth_on, date(year, 12, 31)) < 16:
        return NotAsked(Exemption.UNDER_16, "国发〔2014〕8号 二")
    if age_on(person.birth_on, date(year, 1, 1)) >= 60:
        return NotAsked(Exemption.OVER_60, "国发〔2014〕8号 六")
    if person.student:
        return NotAsked(Exemption.STUDENT, "国发〔2014〕8号 二")
    if person.pension_scheme == PensionScheme.EMPLOYEE:
        return NotAsked(Exemption.EMPLOYEE_PENSION, "国发〔2014〕8号 二")
    return None


def tiers(workspace: Workspace, insurance: Insurance, year: int) -> tuple[Money, ...]:
    """Return the tiers a clerk may choose: the pack's for the pension, the county's premium for medical insurance.

    Raises UserError when the premium is not filled in: a missing local value never counts as 0.
    """
    return _tiers(rules_on(workspace, season_day(year, workspace.today())), insurance, year)


def _tiers(rules: RulesInForce, insurance: Insurance, year: int) -> tuple[Money, ...]:
    if insurance is Insurance.PENSION:
        lowest = rules.pack.minimum_tier(year, rules.values)
        return tuple(sorted({*rules.pack.valid_tiers(year), lowest}))
    premium = rules.local.get("medical_premium")
    if not premium:
        raise UserError("还没有填写本县的医保个人缴费标准：请先到“设置 → 本地标准”填写。", field="medical_premium")
    return (Money.parse(premium),)


def require_year(year: int, today: date) -> None:
    """Raise UserError for a year before the scheme began or after the next one."""
    if not FIRST_YEAR <= year <= today.year + 1:
        raise UserError(
            "缴费年度应在 {first} 到 {last} 之间：请核对。", field="year", first=FIRST_YEAR, last=today.year + 1
        )


def rows_of_year(workspace: Workspace, insurance: Insurance, year: int) -> tuple[ContributionRow, ...]:
    """Return the village's grid of one insurance and year; raises UserError for a year that cannot be."""
    require_year(year, workspace.today())
    with workspace.store.reading() as connection:
        return contribution_queries.contribution_rows(connection, insurance, year)


def contributions_of(
    workspace: Workspace, person_ids: tuple[PersonId, ...], *, year: int | None = None
) -> tuple[Contribution, ...]:
    """Return what was recorded for these people, reversals among it."""
    with workspace.store.reading() as connection:
        return contribution_queries.contributions_of(connection, person_ids, year=year)


def paid_before(workspace: Workspace, person_ids: tuple[PersonId, ...]) -> tuple[EarlierContribution, ...]:
    """Return what stands for these people in villages they came from, by person and year; it counts in no sum of this village."""
    with workspace.store.reading() as connection:
        return transfers.earlier_contributions(connection, person_ids)


def paid_twice(workspace: Workspace) -> tuple[PaidTwice, ...]:
    """Return for whom the own part of a year was paid more than once, as two laptops of a village may do (T55)."""
    with workspace.store.reading() as connection:
        return contribution_queries.paid_twice(connection, _WHOLE)


def year_total(rows: tuple[ContributionRow, ...]) -> YearTotal:
    """Return the sums at the foot of the grid; they always add up to the total."""
    fen = dict.fromkeys(Payer, 0)
    for row in rows:
        for entry in row.payments:
            fen[entry.payer] += entry.amount.fen
    return YearTotal(
        people=sum(1 for row in rows if row.standing),
        amount=Money(sum(fen.values())),
        by_payer={payer: Money(paid) for payer, paid in fen.items()},
    )


def record_contribution(workspace: Workspace, entry: ContributionEntry) -> Contribution:
    """Record one payment and return it; the checks are those of ``record_contributions``."""
    (recorded,) = record_contributions(workspace, (entry,))
    return recorded


def record_contributions(
    workspace: Workspace, entries: Sequence[ContributionEntry], progress: Callable[[int, int], None] | None = None
) -> tuple[Contribution, ...]:
    """Record payments, one act each, all of them or none.

    Raises UserError for a tier that is not the pack's (T62), a sum beyond it, a year or day that cannot be, a person who died before
    the year, and a second payment of the person's own part in one year (T55), naming the first. ``progress`` may raise to cancel.
    """
    today = workspace.today()
    years = [year for year in {entry.year for entry in entries} if FIRST_YEAR <= year <= today.year + 1]
    rules = {year: rules_on(workspace, season_day(year, today)) for year in years}
    recorded = []
    with workspace.batch() as batch:
        for done, entry in enumerate(entries):
            if progress is not None:
                progress(done, len(entries))
            _check(rules, entry, today)
            with batch.act("record_contribution") as uow:
                recorded.append(_record(uow, entry))
    return tuple(recorded)


def _record(uow: UnitOfWork, entry: ContributionEntry) -> Contribution:
    person = uow.people.get(entry.person_id)
    if person.died_on is not None and person.died_on.year < entry.year:
        raise UserError(
            "{name}已于 {day} 去世，不能再为 {year} 年缴费。", name=person.name, day=person.died_on, year=entry.year
        )
    insurance = entry.insurance.value
    _require_first(entry, uow.contributions.find(person_id=person.id, insurance=insurance, year=entry.year))
    told = uow.earlier_contributions.find(person_id=person.id, insurance=insurance, year=entry.year)
    _require_none_earlier(entry, transfers.still_standing(uow.connection, told))
    place = uow.memberships.first(person_id=person.id, to_on=None)
    uow.subject = place.household_id if place else person.id
    return uow.contributions.add(
        Contribution(
            id=ContributionId(new_id()),
            person_id=person.id,
            insurance=entry.insurance,
            year=entry.year,
            tier=entry.tier,
            amount=_amount(entry),
            payer=entry.payer,
            payer_name=entry.payer_name.strip(),
            paid_on=entry.paid_on,
            collector=entry.collector.strip(),
            receipt=entry.receipt.strip(),
        )
    )


def _amount(entry: ContributionEntry) -> Money:
    return entry.tier if entry.amount is None else entry.amount


def _check(rules: Mapping[int, RulesInForce], entry: ContributionEntry, today: date) -> None:
    amount = _amount(entry)
    require_year(entry.year, today)
    if entry.paid_on > today:
        raise UserError("缴费日期不能在今天之后：请核对。", field="paid_on")
    if entry.paid_on.year < entry.year - 1:
        raise UserError(
            "{year} 年的保费不会在 {day} 缴：请核对年度和日期。", field="paid_on", year=entry.year, day=entry.paid_on
        )
    if not entry.collector.strip():
        raise UserError("请填写经收人。", field="collector")
    if max(len(entry.collector), len(entry.payer_name), len(entry.receipt)) > LONGEST_TEXT:
        raise UserError("这一项太长：最多 {most} 个字。", field="collector", most=LONGEST_TEXT)
    allowed = _tiers(rules[entry.year], entry.insurance, entry.year)
    if entry.tier not in allowed:
        raise UserError(
            "{year} 年没有 {tier} 元这一档：可选 {tiers}。",
            field="tier",
            year=entry.year,
            tier=entry.tier,
            tiers="、".join(str(tier).removesuffix(".00") for tier in allowed),
        )
    most = entry.tier if entry.payer in _WHOLE else allowed[-1]  # aid: 国发〔2014〕8号 四, at most the highest tier
    if not 0 < amount.fen <= most.fen:
        raise UserError("缴费金额应大于 0，且不超过 {most} 元。", field="amount", most=most)


def _require_first(entry: ContributionEntry, existing: tuple[Contribution, ...]) -> None:
    if entry.payer not in _WHOLE:
        return
    for item in standing(existing):
        if item.payer in _WHOLE:
            raise UserError(
                "{year} 年已有一笔{payer} {amount} 元（{day}）：同一年不能再缴一次，要改请先冲销那一笔。",
                field="year",
                year=entry.year,
                payer=item.payer.label,
                amount=item.amount,
                day=item.paid_on,
            )


def _require_none_earlier(entry: ContributionEntry, earlier: tuple[EarlierContribution, ...]) -> None:
    for one in earlier:
        if entry.payer in _WHOLE and one.payer in _WHOLE:
            raise UserError(
                "{year} 年已在{village}有一笔{payer} {amount} 元（{day}）：随户迁来，同一年不能再缴一次；那一笔记错了的，请{village}冲销后重新登记；退了费的，等县里的回执说那里已冲销，再在本村登记。",
                field="year",
                year=entry.year,
                village=one.village_name,
                payer=one.payer.label,
                amount=one.amount,
                day=one.paid_on,
            )


def reverse_contribution(
    workspace: Workspace, contribution_id: str, reason: str, *, on: date | None = None
) -> Contribution:
    """Take a payment back by an entry with the negative amount that names it; both stay (T74).

    Raises UserError without a reason, for a reversal, or for a payment taken back already.
    """
    if not reason.strip():
        raise UserError("请填写冲销原因：原记录和冲销记录都会保留。", field="reason")
    with workspace.unit_of_work("reverse_contribution", reason.strip()) as uow:
        original = uow.contributions.get(contribution_id)
        if original.reverses is not None:
            raise UserError("这一笔本身是冲销记录，不能再冲销：要恢复请重新登记缴费。")
        if uow.contributions.first(reverses=original.id) is not None:
            raise UserError("这一笔已经冲销过了。")
        day = on or workspace.today()
        if not original.paid_on <= day <= workspace.today():
            raise UserError("冲销日期应在缴费日期 {day} 之后、今天之前。", field="paid_on", day=original.paid_on)
        place = uow.memberships.first(person_id=original.person_id, to_on=None)
        uow.subject = place.household_id if place else original.person_id
        return uow.contributions.add(
            replace(
                original,
                id=ContributionId(new_id()),
                version=0,
                amount=-original.amount,
                paid_on=day,
                collector=workspace.clerk.name,
                reverses=original.id,
                reason=reason.strip(),
            )
        )

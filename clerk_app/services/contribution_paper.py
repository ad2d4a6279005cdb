"""The facts of a 缴费通知单: who of a household still has to pay for a year, and how much."""

from __future__ import annotations

from datetime import date
from typing import Final

from clerk_app.domain.contribution import Contribution, Insurance, Payer
from clerk_app.domain.household import HouseholdFile, Member, PersonId, Village
from clerk_app.domain.money import ZERO, Money, total
from clerk_app.domain.reversal import standing
from clerk_app.errors import UserError
from clerk_app.printing.forms.contribution_notice import ContributionNoticeData, ContributionNoticeRow
from clerk_app.services.contributions import tiers, why_not_asked
from clerk_app.services.rules import rules_on
from clerk_app.services.season_rights import season_day
from clerk_app.services.workspace import Workspace
from clerk_app.storage import contribution_queries, transfers

HOW_TO_PAY: Final = "请到村委会缴费，或用手机、银行缴费；由政府代缴的部分不用本人缴纳。"


def notice_data(
    workspace: Workspace,
    village: Village,
    file: HouseholdFile,
    *,
    insurance: Insurance,
    year: int | None = None,
    deadline: date | None = None,
) -> ContributionNoticeData:
    """Return what a household's notice prints: for this year unless another is given, to be paid by its last day unless told.

    Raises UserError for a household in which nobody has to pay.
    """
    today = workspace.today()
    of_year = year or today.year
    rows = _rows(workspace, file, insurance, of_year)
    if not rows:
        raise UserError(
            "{number} 户 {year} 年没有需要缴{insurance}的成员，不用发通知。",
            number=file.household.number,
            year=of_year,
            insurance=insurance.label,
        )
    return ContributionNoticeData(
        village=village.full_name,
        group=file.household.group,
        household_number=file.household.number,
        head=file.head.person.name if file.head else "",
        year=of_year,
        insurance=insurance,
        rows=rows,
        deadline=deadline or date(of_year, 12, 31),
        how_to_pay=HOW_TO_PAY,
        phone=village.phone,
        clerk=workspace.clerk.name,
        printed_on=today,
        rules=rules_on(workspace, season_day(of_year, today)).name,
    )


def _rows(
    workspace: Workspace, file: HouseholdFile, insurance: Insurance, year: int
) -> tuple[ContributionNoticeRow, ...]:
    """Return the living members who are asked to pay, but for those who paid in the village they came from."""
    ids = [member.person.id for member in file.members]
    with workspace.store.reading() as connection:
        elsewhere = {
            one.person_id
            for one in transfers.earlier_contributions(connection, ids)
            if (one.insurance, one.year) == (insurance, year) and one.payer in (Payer.SELF, Payer.PROXY)
        }
        known: dict[PersonId, list[Contribution]] = {}
        for item in contribution_queries.contributions_of(connection, ids):
            if item.insurance is insurance:
                known.setdefault(item.person_id, []).append(item)
    lowest = min(tiers(workspace, insurance, year))
    return tuple(
        _row(member, known.get(member.person.id, []), year, lowest)
        for member in file.members
        if member.person.alive_on(workspace.today())
        and member.person.id not in elsewhere
        and why_not_asked(member.person, insurance, year) is None
    )


def _row(member: Member, known: list[Contribution], year: int, lowest: Money) -> ContributionNoticeRow:
    counted = standing(known)
    whole = [item for item in counted if item.payer in (Payer.SELF, Payer.PROXY)]
    latest = max(whole, key=lambda item: (item.year, item.id), default=None)
    tier = latest.tier if latest is not None else lowest
    of_year = [item for item in counted if item.year == year]
    proxied = total([item.amount for item in of_year if item.payer is Payer.PROXY])
    paid = total([item.amount for item in of_year if item.payer is Payer.SELF])
    return ContributionNoticeRow(
        name=member.person.name,
        id_number=member.person.id_number or member.person.temporary_number or "",
        tier=tier,
        due=max(tier - proxied, ZERO),
        paid=paid,
        proxied=proxied,
    )

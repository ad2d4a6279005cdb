"""The dry run of other rules: which households change class or sum, before a pack is taken over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from clerk_app.domain.household import HouseholdId
from clerk_app.domain.money import ZERO, Money
from clerk_app.errors import UserError
from clerk_app.policy import evaluator
from clerk_app.policy.model import Pack
from clerk_app.services.entitlements import case_of
from clerk_app.services.households import open_household
from clerk_app.services.rules import RulesInForce, rules_by
from clerk_app.services.workspace import Workspace
from clerk_app.storage import queries
from clerk_app.terms import ENTITLEMENTS

_ALL = "全家"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdDifference:
    """A household whose class or sums change; sums are of a year, ``class`` texts are A, B, C or empty.

    ``is_unanswered`` where one of the two rules could not answer for it: then its sums tell nothing, and ``lines`` say why.
    """

    household_number: str
    head: str
    class_before: str
    class_after: str
    sum_before: Money
    sum_after: Money
    lines: tuple[str, ...]
    is_unanswered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Rules to try a village under: a pack on a day. ``pack`` is one, or an id or a folder, or empty for the one in force on the day."""

    pack: str | Pack
    on: date


def dry_run(
    workspace: Workspace, before: Rules, after: Rules, progress: Callable[[int, int], None] | None = None
) -> tuple[HouseholdDifference, ...]:
    """Return the households whose dibao class or yearly sums differ between two packs or days, before one is taken over.

    Each side takes the local values that are in force on its day. Otherwise as ``differences``; raises UserError for an unknown pack.
    """
    sides = [rules_by(workspace, rules.pack, rules.on) for rules in (before, after)]
    return differences(workspace, sides[0], sides[1], progress)


def differences(
    workspace: Workspace,
    before: RulesInForce,
    after: RulesInForce,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[HouseholdDifference, ...]:
    """Return the households whose dibao class or yearly sums differ between two sets of rules, each on its day.

    Nothing is stored. Both sides take the village as it stands today, with its people and this year's tiers. A household that the
    rules cannot answer for, as when a recorded tier is none of the other pack's, is listed with the reason. ``progress`` may raise
    to cancel.
    """
    with workspace.store.reading() as connection:
        rows = queries.household_rows(connection)
    found = []
    for done, row in enumerate(rows):
        if progress is not None:
            progress(done, len(rows))
        old, new = (_outcome(workspace, row.id, rules) for rules in (before, after))
        if old != new:
            found.append(_difference(row, old, new))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What rules give a household: sums of a year by person (None: all) and code, or the reason why there is no answer."""

    dibao_class: str
    sums: dict[tuple[str | None, str], Money]
    names: dict[str, str] = field(compare=False)
    refusal: str = ""


def _difference(row: queries.HouseholdRow, old: _Outcome, new: _Outcome) -> HouseholdDifference:
    keys = [key for key in dict.fromkeys((*old.sums, *new.sums)) if old.sums.get(key) != new.sums.get(key)]
    names = {**old.names, **new.names}
    lines = [
        f"{names.get(person or '', _ALL)} {ENTITLEMENTS[code]}：{_yuan(old.sums.get((person, code)))}"
        f" → {_yuan(new.sums.get((person, code)))}"
        for person, code in keys
    ]
    refusals = [f"{when}：{side.refusal}" for when, side in (("原规则", old), ("新规则", new)) if side.refusal]
    return HouseholdDifference(
        household_number=row.number,
        head=row.head,
        class_before=old.dibao_class,
        class_after=new.dibao_class,
        sum_before=Money(sum(amount.fen for amount in old.sums.values())),
        sum_after=Money(sum(amount.fen for amount in new.sums.values())),
        lines=(*refusals, *lines),
        is_unanswered=bool(refusals),
    )


_TIMES_A_YEAR = {"year": 1, "once": 1, "month": 12}


def _outcome(workspace: Workspace, household_id: HouseholdId, rules: RulesInForce) -> _Outcome:
    today = workspace.today()
    file = open_household(workspace, household_id, today)
    names: dict[str, str] = {member.person.id: member.person.name for member in file.members}
    case = replace(case_of(workspace, rules, file), on=rules.on)
    try:
        answer = evaluator.assess(rules.pack, case)
    except UserError as refused:
        return _Outcome("", {}, names, refused.message)
    sums: dict[tuple[str | None, str], Money] = {}
    for item in answer.entitlements:
        if item.amount is not None and item.per is not None:
            key = (item.person, item.code)
            sums[key] = sums.get(key, ZERO) + item.amount * _TIMES_A_YEAR[item.per]
    if answer.dibao is not None and answer.dibao.amount_per_month is not None:
        sums[None, "dibao"] = answer.dibao.amount_per_month * 12
    return _Outcome((answer.dibao.dibao_class or "") if answer.dibao else "", sums, names)


def _yuan(amount: Money | None) -> str:
    return "无" if amount is None else f"{amount.grouped} 元/年"

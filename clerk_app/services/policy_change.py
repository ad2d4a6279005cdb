"""The dry run of other rules: which households change class or sum, before a pack is taken over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from clerk_app.domain.household import HouseholdId, Village
from clerk_app.domain.money import ZERO, Money
from clerk_app.policy import evaluator
from clerk_app.policy.loader import load_pack
from clerk_app.services.accounts import the_village
from clerk_app.services.entitlements import case_of
from clerk_app.services.households import open_household
from clerk_app.services.workspace import Workspace
from clerk_app.storage import queries
from clerk_app.terms import ENTITLEMENTS

_ALL = "全家"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdDifference:
    """A household whose class or sums change; sums are of a year, ``class`` texts are A, B, C or empty."""

    household_number: str
    head: str
    class_before: str
    class_after: str
    sum_before: Money
    sum_after: Money
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Rules to try a village under: a pack on a day."""

    pack: str
    on: date


def dry_run(workspace: Workspace, before: Rules, after: Rules) -> tuple[HouseholdDifference, ...]:
    """Return the households whose dibao class or yearly sums differ between two packs or days, before one is taken over.

    Nothing is stored. Both sides use the village's local values. Raises UserError for an unknown pack.
    """
    load_pack(before.pack)
    load_pack(after.pack)
    village = the_village(workspace)
    with workspace.store.reading() as connection:
        rows = queries.household_rows(connection)
    found = []
    for row in rows:
        old, new = (_outcome(workspace, village, row.id, rules) for rules in (before, after))
        if old != new:
            lines = tuple(
                f"{line}：{_yuan(old.sums.get(line))} → {_yuan(new.sums.get(line))}" for line in _changed(old, new)
            )
            found.append(
                HouseholdDifference(
                    household_number=row.number,
                    head=row.head,
                    class_before=old.dibao_class,
                    class_after=new.dibao_class,
                    sum_before=Money(sum(amount.fen for amount in old.sums.values())),
                    sum_after=Money(sum(amount.fen for amount in new.sums.values())),
                    lines=lines,
                )
            )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Outcome:
    dibao_class: str
    sums: dict[str, Money]


_TIMES_A_YEAR = {"year": 1, "once": 1, "month": 12}


def _outcome(workspace: Workspace, village: Village, household_id: HouseholdId, rules: Rules) -> _Outcome:
    file = open_household(workspace, household_id, rules.on)
    case = replace(case_of(workspace, replace(village, pack=rules.pack), file), pack=rules.pack)
    answer = evaluator.assess(load_pack(rules.pack), case)
    names: dict[str | None, str] = {member.person.id: member.person.name for member in file.members}
    sums: dict[str, Money] = {}
    for item in answer.entitlements:
        if item.amount is not None and item.per is not None:
            line = f"{names.get(item.person, _ALL)} {ENTITLEMENTS[item.code]}"
            sums[line] = sums.get(line, ZERO) + item.amount * _TIMES_A_YEAR[item.per]
    if answer.dibao is not None and answer.dibao.amount_per_month is not None:
        sums[f"{_ALL} {ENTITLEMENTS['dibao']}"] = answer.dibao.amount_per_month * 12
    return _Outcome((answer.dibao.dibao_class or "") if answer.dibao else "", sums)


def _changed(old: _Outcome, new: _Outcome) -> list[str]:
    return [line for line in sorted({*old.sums, *new.sums}) if old.sums.get(line) != new.sums.get(line)]


def _yuan(amount: Money | None) -> str:
    return "无" if amount is None else f"{amount.grouped} 元/年"

"""Conditions of work: facts of a contract, months paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from clerk_app.policy.facts import WorkFacts
from clerk_app.policy.rules.base import Condition
from clerk_app.policy.subject import Subject
from clerk_app.policy.toml_table import Table

_FLAGS: Final[dict[str, tuple[Callable[[WorkFacts], bool], str, str]]] = {
    "rural_contract": (lambda work: work.rural_contract, "是农民合同制工人。", "不是农民合同制工人。"),
    "insurance_paid": (lambda work: work.insurance_paid, "单位依法缴纳社会保险费。", "单位没有登记缴纳社会保险费。"),
    "contract_ended": (lambda work: work.contract_ended, "劳动合同期满不续或提前解除。", "劳动合同没有终止。"),
    "meets_advance_payment": (
        lambda work: work.meets_advance_payment,
        "符合工伤待遇先行支付情形。",
        "没有工伤待遇先行支付的情形。",
    ),
}
_MONTHS: Final[dict[str, tuple[Callable[[WorkFacts], int], str]]] = {
    "employer_months_paid": (lambda work: work.employer_months_paid, "单位缴纳失业保险费"),
    "contract_months": (lambda work: work.contract_months, "劳动合同"),
    "months_in_post": (lambda work: work.months_in_post, "实际在岗"),
}
FLAG_NAMES: Final = tuple(_FLAGS)
MONTH_NAMES: Final = tuple(_MONTHS)


@dataclass(frozen=True, slots=True)
class WorkFlag(Condition):
    """A yes-or-no fact of the employment that must be true."""

    name: str

    @classmethod
    def read(cls, table: Table, name: str) -> WorkFlag:
        """Read ``rural_contract = true`` and its like."""
        if not table.flag(name):
            raise table.refuse("“{name}”只能写 true。", name=name)
        return cls(name)

    def fails(self, subject: Subject) -> str | None:
        """Say that the fact is not true."""
        test, _, missing = _FLAGS[self.name]
        return None if test(subject.person.work) else missing

    def holds(self, subject: Subject) -> str:  # noqa: ARG002 - the sentence is the same for all
        """State the fact."""
        return _FLAGS[self.name][1]


@dataclass(frozen=True, slots=True)
class WorkMonths(Condition):
    """At least so many months."""

    name: str
    low: int

    @classmethod
    def read(cls, table: Table, name: str) -> WorkMonths:
        """Read ``contract_months = { from = 12 }`` and its like."""
        inner = table.table(name)
        read = cls(name, inner.whole("from", 1, 1200))
        inner.done()
        return read

    def fails(self, subject: Subject) -> str | None:
        """Say how many months there are."""
        count, what = _MONTHS[self.name]
        months = count(subject.person.work)
        return None if months >= self.low else f"{what}{months}个月，未满{self.low}个月。"

    def holds(self, subject: Subject) -> str:
        """State the months."""
        count, what = _MONTHS[self.name]
        return f"{what}{count(subject.person.work)}个月，满{self.low}个月。"

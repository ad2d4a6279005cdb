"""Who bears a sum: parts by weight, exact to the fen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from clerk_app.domain.money import Money, split
from clerk_app.policy.facts import LocalValues
from clerk_app.policy.toml_table import Table

BEARERS: Final = {
    "province": "省级",
    "city": "市级",
    "county": "县级",
    "medical_assistance": "医疗救助",
    "treasury": "财政",
}
"""Who may bear a part, with the Chinese name."""

YUAN: Final = 100


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts by weight; an extra fen goes to the first of equals. ``source`` is the clause the division stands in.

    In a county managed by the province, ``passes_from`` bears nothing and ``passes_to`` bears it too.
    """

    rule: str
    source: str
    weights: tuple[tuple[str, int], ...]
    passes_from: str | None = None
    passes_to: str | None = None

    @classmethod
    def read(cls, table: Table, rule: str, document: str) -> Self:
        """Read the table ``shares`` of a rule."""
        parts = table.table("parts")
        weights = tuple((part, parts.whole(part, 1, 100)) for part in parts)
        if not weights or any(part not in BEARERS for part, _ in weights):
            raise parts.refuse("分担方只能是{names}。", names="、".join(BEARERS))
        names = [part for part, _ in weights]
        passes_from = passes_to = None
        if "province_managed" in table:
            passing = table.table("province_managed")
            passes_from, passes_to = passing.one_of("from", names), passing.one_of("to", names)
            passing.done()
        number = table.text("rule") if "rule" in table else rule
        read = cls(number, f"{document} {table.text('clause')}", weights, passes_from, passes_to)
        table.done()
        return read

    def of(self, amount: Money, local: LocalValues) -> dict[str, Money]:
        """Return each bearer's part of a sum; the parts always add up to it."""
        return dict(zip((name for name, _ in self.weights), split(amount, self._weights(local)), strict=True))

    def advance(self, amount: Money, people: int, local: LocalValues) -> dict[str, Money]:
        """Return what each bearer advances (预拨): its part of one person's sum in whole yuan, rounded down, times the people."""
        weights = self._weights(local)
        whole = sum(weights)
        return {
            name: Money.yuan(amount.fen * weight // (whole * YUAN) * people)
            for (name, _), weight in zip(self.weights, weights, strict=True)
        }

    def _weights(self, local: LocalValues) -> list[int]:
        weights = dict(self.weights)
        if local.province_managed and self.passes_from is not None and self.passes_to is not None:
            weights[self.passes_to] += weights[self.passes_from]
            weights[self.passes_from] = 0
        return list(weights.values())

    def figures(self) -> str:
        """Return the division as a short text: ``省级1:市级1:县级1``."""
        return ":".join(f"{BEARERS[name]}{weight}" for name, weight in self.weights)


def as_text(parts: Mapping[str, Money]) -> str:
    """Return the parts of a sum as one sentence."""
    return "，".join(f"{BEARERS[name]}承担{part}元" for name, part in parts.items()) + "。"

"""One measured value with its demand and a baseline of the same run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value.

    ``demand`` is the most that ``value`` may be, or ``value / baseline`` where ``as_ratio`` says so, or the least it may be where
    ``at_least`` does. ``baseline`` is None where it could not be had; then ``baseline_is`` says why.
    """

    value: float
    unit: str
    baseline: float | None
    baseline_is: str
    demand: float
    as_ratio: bool = False
    at_least: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the baseline the value is."""
        return None if self.baseline is None else self.value / self.baseline

    @property
    def holds(self) -> bool:
        """Whether the demand is met."""
        if self.at_least:
            return self.value >= self.demand
        measured = self.ratio if self.as_ratio else self.value
        return measured is not None and measured <= self.demand

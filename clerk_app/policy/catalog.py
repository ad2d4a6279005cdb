"""The list of rule shapes and conditions: what a pack may be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from clerk_app.policy.rules.base import Body, Condition
from clerk_app.policy.rules.dibao import DibaoClass, DibaoEntry, Disregard
from clerk_app.policy.rules.values import Duty, Review, Tiers
from clerk_app.policy.toml_table import Table

SHAPES: Final[Mapping[str, Callable[[Table], Body]]] = {
    "tiers": Tiers.read,
    "disregard": Disregard.read,
    "dibao_entry": DibaoEntry.read,
    "dibao_class": DibaoClass.read,
    "review": Review.read,
    "duty": Duty.read,
}
"""Every shape of a rule, by the name that packs use."""

CONDITIONS: Final[Mapping[str, Callable[[Table, str], Condition]]] = {}
"""Every condition on a person or household, by the name that packs use."""

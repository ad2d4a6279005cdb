"""Who has the last word on a field that two sides changed, and what counts as the end of a record: tables, read by the merge.

The village owns what it registers and surveys, takes in, and posts; the county what it decides, grants, lists and sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from clerk_app.domain.act import Scalar


class Owner(StrEnum):
    """Whose word counts."""

    VILLAGE = "village"
    COUNTY = "county"


COUNTY_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "village": frozenset({"code", "pack", "local", "county_key"}),
    "person": frozenset({"pension_years", "pension_balance"}),
    "dibao_case": frozenset(
        {"township_opinion", "granted_class", "granted_amount", "decision_number", "decided_on", "next_review_on"}
    ),
}
"""The fields that are the county's, by table; every other one is the village's. Decisions and grants (民发〔2021〕57号 第二十八条),
the county's parameters, and what its lists state of a person."""


@dataclass(frozen=True, slots=True)
class End:
    """A field that says a record has ended: with any value but these, it has."""

    field: str
    open_values: frozenset[Scalar]

    def is_reached(self, value: Scalar) -> bool:
        """Say whether a record with this value has ended."""
        return value not in self.open_values


_UNSET: Final[frozenset[Scalar]] = frozenset({None})
ENDS: Final[Mapping[str, tuple[End, ...]]] = {
    "clerk": (End("active_to", _UNSET),),
    "household": (End("closed_on", _UNSET),),
    "person": (End("died_on", _UNSET),),
    "membership": (End("to_on", _UNSET),),
    "identity": (End("to_on", _UNSET),),
    "dibao_case": (
        End("stage", frozenset({"application", "survey", "meeting", "posting", "township", "county", "granted"})),
        End("ended_on", _UNSET),
    ),
    "income_item": (End("removed", frozenset({0, None})),),
    "document": (End("void_on", _UNSET),),
    "follow_up": (End("settled_on", _UNSET),),
    "recovery_span": (End("withdrawn_on", _UNSET),),
    "absence": (End("to_on", _UNSET),),
    "bank_account": (End("to_on", _UNSET),),
    "attachment": (End("removed_on", _UNSET),),
}
"""How the records end. A payment ends by a reversal, a record of its own that can exist once only."""


@dataclass(frozen=True, slots=True)
class Needs:
    """A new record of one table needs a record of another that has not ended: ``reference`` names it, ``end`` is a field of it."""

    reference: str
    table: str
    end: str


NEEDS: Final[Mapping[str, tuple[Needs, ...]]] = {
    "membership": (Needs("household_id", "household", "closed_on"), Needs("person_id", "person", "died_on")),
    "dibao_case": (Needs("household_id", "household", "closed_on"),),
}
"""What the services refuse when they see it; two laptops may each do half of it unseen. The other way round, ending a household needs
that nobody is left in it: see ``storage/apply.py``."""
ONE_OF_A_KIND: Final = frozenset({"village"})
"""Tables with one row in a village: the second laptop's own one is left out, the first stands."""


def owner_of(table: str, field: str) -> Owner:
    """Return who has the last word on a field."""
    return Owner.COUNTY if field in COUNTY_FIELDS.get(table, ()) else Owner.VILLAGE


def has_ended(table: str, values: Mapping[str, Scalar]) -> bool:
    """Say whether these values show a record that has ended; a field that is not among them counts as open."""
    return any(end.field in values and end.is_reached(values[end.field]) for end in ENDS.get(table, ()))

"""The number a new household is offered, and how the history writes land and reasons."""

from __future__ import annotations

from clerk_app.services.history import shown
from clerk_app.services.households import HouseholdEntry, next_household_number
from clerk_app.services.workspace import Workspace
from tests.builders import HouseholdBuilder


def test_next_household_number_in_an_empty_village(workspace: Workspace) -> None:
    assert next_household_number(workspace) == "0001"


def test_next_household_number_when_some_are_taken(workspace: Workspace) -> None:
    HouseholdBuilder(HouseholdEntry(number="0041")).with_head().register_id(workspace)

    assert next_household_number(workspace) == "0042"


def test_shown_land_in_mu() -> None:
    assert shown("household", "land", 350) == "3.50 亩"


def test_shown_reasons_as_sentences() -> None:
    assert shown("dibao_case", "rule_reasons", '["人均收入低于标准","有残疾人"]') == "人均收入低于标准；有残疾人"


def test_shown_reasons_when_there_are_none() -> None:
    assert shown("dibao_case", "rule_reasons", "[]") == ""

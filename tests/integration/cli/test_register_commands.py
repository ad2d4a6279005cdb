"""The commands for people registered twice and for the register of a past day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from clerk_app.services.households import HouseholdEntry, register_household
from tests.builders import DAY, FixedClock, VillageFolder, a_member

Run = Callable[..., Any]
WHY = ("--reason", "看过户口簿")


@pytest.fixture
def twice(empty_template: VillageFolder, tmp_path: Path) -> tuple[Path, str, str]:
    """A data folder in which 郑安 is registered twice, ten days ago, and the two numbers."""
    workspace = empty_template.open(tmp_path / "data", FixedClock(DAY - timedelta(days=10)))
    first, second = (a_member("郑安", age=30, place=place) for place in (11, 13))
    register_household(workspace, HouseholdEntry(), (first,))
    register_household(workspace, HouseholdEntry(), (second,))
    workspace.close()
    return tmp_path / "data", str(first.person.id_number), str(second.person.id_number)


def test_doubtful_pairs_are_listed_with_their_reasons(run: Run, twice: tuple[Path, str, str]) -> None:
    folder, first, second = twice
    (pair,) = run("duplicate", "list", "--data", folder, "--json").json
    assert {pair["first"]["number"], pair["second"]["number"]} == {first, second}
    assert pair["because"] == ["birth", "number"]
    assert first in run("duplicate", "list", "--data", folder).out


def test_a_pair_is_kept_apart(run: Run, twice: tuple[Path, str, str]) -> None:
    folder, first, second = twice
    said = run("duplicate", "apart", first, second, *WHY, "--data", folder)
    assert said.status == 0
    assert run("duplicate", "list", "--data", folder, "--json").json == []
    refused = run("duplicate", "merge", first, second, *WHY, "--data", folder)
    assert refused.status == 2
    assert "不是同一人" in refused.err


def test_a_pair_is_merged(run: Run, twice: tuple[Path, str, str]) -> None:
    folder, first, second = twice
    merged = run("duplicate", "merge", first, second, *WHY, "--data", folder, "--json").json
    assert merged["number"] == first
    assert len(run("household", "list", "--data", folder, "--json").json) == 1
    assert "同一条记录" in run("duplicate", "merge", second, first, *WHY, "--data", folder).err


def test_the_register_of_a_past_day_is_listed_and_shown(run: Run, twice: tuple[Path, str, str]) -> None:
    folder, first, second = twice
    run("duplicate", "merge", first, second, *WHY, "--data", folder)
    day = (DAY - timedelta(days=5)).isoformat()
    assert len(run("household", "list", "--on", day, "--data", folder, "--json").json) == 2
    shown = run("household", "show", "0002", "--on", day, "--data", folder, "--json").json
    assert [person["id_number"] for person in shown["people"]] == [second]
    today = run("household", "list", "--on", DAY.isoformat(), "--data", folder)
    assert today.status == 2
    assert "还没有过完" in today.err

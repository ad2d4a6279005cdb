"""The worked examples: each was worked out from its paper by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.policy.builders import Json, read_and_assess

CASES = sorted((Path(__file__).parents[2] / "golden" / "policy" / "cases").glob("*.json"))
COMPARED = ("person", "code", "rule", "amount", "shares")


def test_cases_when_counted_are_all_there() -> None:
    assert len(CASES) == 25


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_when_assessed_gives_what_the_paper_says(path: Path) -> None:
    example: Json = json.loads(path.read_text("utf-8"))
    result = read_and_assess(example["case"]).result

    def compared(items: list[Json]) -> list[str]:
        return sorted(json.dumps([item[key] for key in COMPARED]) for item in items)

    assert compared(result["entitlements"]) == compared(example["expect"]["entitlements"])
    expected = example["expect"]["dibao"]
    assert (result["dibao"] is None) == (expected is None)
    for key, value in (expected or {}).items():
        assert result["dibao"][key] == value
    for item in (*result["entitlements"], *result["not_met"], *([result["dibao"]] if result["dibao"] else [])):
        assert item["because"]
        assert all(line.strip() for line in item["because"])
    assert all(item["clauses"] for item in result["entitlements"])
    assert result["errors"] == []

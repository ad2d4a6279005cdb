"""Names of region codes."""

from __future__ import annotations

import csv

import pytest

from clerk_app.paths import resources
from clerk_app.services.region_codes import Place, place_of


def test_a_village_code_names_everything_down_to_the_town() -> None:
    place = place_of("532325101201")
    assert place == Place("云南省", "楚雄彝族自治州", "姚安县", "栋川镇", "")
    assert place.words == "云南省 楚雄彝族自治州 姚安县 栋川镇"


def test_the_village_is_named_by_what_the_county_sent() -> None:
    place = place_of("532325101201", {"532325101201": "清河村"})
    assert place is not None
    assert place.village == "清河村"


def test_an_unknown_town_leaves_the_county() -> None:
    place = place_of("532325999201")
    assert place is not None
    assert (place.county, place.town) == ("姚安县", "")


@pytest.mark.parametrize("code", ["", "999999101201", "53232a", "村代码"], ids=["empty", "unknown", "letter", "words"])
def test_what_is_no_code_has_no_names(code: str) -> None:
    assert place_of(code) is None


def test_every_shipped_town_lies_in_a_shipped_county() -> None:
    def rows(path: str) -> list[list[str]]:
        with (resources() / "regions" / path).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    counties = {code for code, _ in rows("counties.csv")}
    for path in sorted((resources() / "regions" / "towns").iterdir()):
        towns = rows(f"towns/{path.name}")
        assert len({code for code, _ in towns}) == len(towns)
        assert {code[:2] for code, _ in towns} == {path.stem}
        lost = {code for code, name in towns if len(code) != 9 or not name or not {code[:6], code[:4]} & counties}
        assert not lost

"""What a region code stands for (GB/T 2260 and 统计用区划代码): province, prefecture, county, town, and the village where it is known.

Provinces to towns are shipped; the villages of a county come from the county, or lie in ``resources/regions/villages/<county>.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clerk_app.paths import resources

_COUNTY, _TOWN = 6, 9


@dataclass(frozen=True, slots=True)
class Place:
    """The names a code stands for; empty where a level is not known."""

    province: str
    prefecture: str
    county: str
    town: str
    village: str

    @property
    def words(self) -> str:
        """The names from the largest down, apart by blanks."""
        return " ".join(name for name in (self.province, self.prefecture, self.county, self.town, self.village) if name)


@cache
def _names(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row[0]: row[1] for row in csv.reader(file)}


def place_of(code: str, villages: Mapping[str, str] | None = None) -> Place | None:
    """Return the names of a code of up to 12 digits, or None when not even its county is known.

    ``villages`` are names by code that came from the county; they count before shipped ones.
    """
    folder = resources() / "regions"
    counties = _names(folder / "counties.csv")
    county = counties.get(code[:_COUNTY])
    if county is None or not code.isdigit():
        return None
    towns = _names(folder / "towns" / f"{code[:2]}.csv")
    known = {**_names(folder / "villages" / f"{code[:_COUNTY]}.csv"), **(villages or {})}
    return Place(
        counties.get(code[:2], ""), counties.get(code[:4], ""), county, towns.get(code[:_TOWN], ""), known.get(code, "")
    )

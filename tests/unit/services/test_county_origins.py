"""Who is who among those who moved together."""

from __future__ import annotations

import pytest

from clerk_app.services.county_origins import pairs
from clerk_app.storage.county_earlier import Known

FIRST = Known("532325199001010016", "单长乐", "1", "1990-01-01")
SECOND = Known("532325199201010012", "李㛃", "2", "1992-01-01")
CHILD = Known("", "单小雨", "2", "2020-05-01")
TWIN = Known("", "单小雪", "2", "2020-05-01")


def without(known: Known) -> Known:
    return Known("", known.name, known.sex, known.birth_on)


@pytest.mark.parametrize(
    ("here", "left", "expected"),
    [
        pytest.param([FIRST, CHILD], [CHILD, FIRST], [(0, 1), (1, 0)], id="number and name"),
        pytest.param([CHILD, TWIN], [TWIN, CHILD], [(0, 1), (1, 0)], id="twins by name"),
        pytest.param([FIRST, SECOND], [without(SECOND), FIRST], [(0, 1), (1, 0)], id="number came later"),
        pytest.param([FIRST, Known("", "雨", "2", "2020-05-02")], [FIRST, CHILD], [(0, 0), (1, 1)], id="one left over"),
        pytest.param([FIRST], [Known(SECOND.number, "单长乐", "1", "1990-01-01")], [], id="another number"),
        pytest.param([CHILD, CHILD], [CHILD, CHILD], [], id="two of one name"),
        pytest.param([CHILD], [], [], id="nobody there"),
    ],
)
def test_pairs_of_those_who_moved_together(
    here: list[Known], left: list[Known], expected: list[tuple[int, int]]
) -> None:
    found = pairs({str(i): one for i, one in enumerate(here)}, {str(i): one for i, one in enumerate(left)})
    assert sorted(found) == [(str(one), str(other)) for one, other in expected]

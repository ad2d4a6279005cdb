"""One line of the income sheet."""

from __future__ import annotations

import pytest

from clerk_app.domain.income import IncomeItem, IncomeItemId, IncomeKind
from clerk_app.domain.money import Money


@pytest.mark.parametrize(
    ("annual", "deduction", "net"), [(300000, 60000, 240000), (100, 100, 0), (100, 900, 0), (64003, 0, 64003)]
)
def test_what_counts_is_never_below_zero(annual: int, deduction: int, net: int) -> None:
    item = IncomeItem(
        id=IncomeItemId("i"), case_id="c", kind=IncomeKind.BUSINESS, annual=Money(annual), deduction=Money(deduction)
    )
    assert item.net == Money(net)


def test_kinds_have_codes_and_labels() -> None:
    assert IncomeKind.of("wage") is IncomeKind.WAGE
    assert IncomeKind.WAGE.label == "工资性收入"
    assert len({kind.label for kind in IncomeKind}) == len(IncomeKind)
    with pytest.raises(ValueError, match="luck"):
        IncomeKind.of("luck")

from __future__ import annotations

import pytest

from clerk_app.domain.land import mu_text, parse_mu
from clerk_app.errors import UserError


@pytest.mark.parametrize(("typed", "land"), [("3.5", 350), ("3", 300), ("0.05", 5), (" 12.34 亩", 1234), ("", None)])
def test_parse_mu_when_it_is_an_area(typed: str, land: int | None) -> None:
    assert parse_mu(typed) == land
    assert parse_mu(mu_text(land)) == land


@pytest.mark.parametrize("typed", ["三亩", "1.234", "-1", "1,2", "=1+1"])
def test_parse_mu_when_it_is_none(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_mu(typed, field="land")

    assert caught.value.field == "land"

"""Each dated shape outside its periods, and each that reads a tier where nobody pays one: refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.policy.builders import a_case, a_pensioner, a_person, read_and_assess
from tests.unit.policy.test_loader import HEAD

SHAPES = {
    "fixed_sum": 'amount = "1.00"',
    "tier_table": 'rows = [{ tier = "100.00", amount = "1.00" }]',
    "tier_bands": 'bands = [{ from_tier = "200.00", amount = "1.00" }]',
    "stepped": 'base = "1.00", above = "100.00", step = "100.00", add = "1.00", cap = "9.00"',
    "seniority_percent": "above = 15, percent = 1, cap = 10",
    "seniority_sum": 'above = 15, amount = "1.00"',
    "annuity": "months = 139",
    "premium_percent": "percent = 60",
    "premium_sum": 'amount = "1.00"',
}
MORE = {"seniority_percent": 'of = "pension.base"\n'}


def root_with(tmp_path: Path, shape: str, code: str = "pension.extra_subsidy") -> Path:
    (tmp_path / "county").mkdir()
    rule = f"""
[[rule]]
id = "XX-X1"
code = "{code}"
shape = "{shape}"
clause = "一"
says = "只有2018年有这一条。"
unit = "元/年"
{MORE.get(shape, "")}periods = [{{ from = 2018-01-01, to = 2018-12-31, {SHAPES[shape]} }}]
"""
    (tmp_path / "county" / "pack.toml").write_text(HEAD + rule, "utf-8")
    return tmp_path


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("on", "part"), [("2017-12-31", "2018-01-01起"), ("2019-01-01", "到2018-12-31")])
def test_shape_when_outside_its_periods_says_which_days(shape: str, on: str, part: str, tmp_path: Path) -> None:
    root = root_with(tmp_path, shape)
    answer = read_and_assess(a_case("county", on, a_pensioner(years_paid=20, account_balance="1.00")), root)
    assert part in (answer.why_not("XX-X1") or "")


@pytest.mark.parametrize(
    ("shape", "amount"),
    [("tier_table", "1.00"), ("tier_bands", None), ("stepped", "1.00")],
)
@pytest.mark.parametrize("tier", ["100", None])
def test_shape_when_it_reads_the_tier_needs_one(
    shape: str, amount: str | None, tier: str | None, tmp_path: Path
) -> None:
    root = root_with(tmp_path, shape)
    person = a_person(pension={"scheme": "resident", "tier": tier})
    answer = read_and_assess(a_case("county", "2018-06-30", person), root)
    expected = amount if tier else None
    assert answer.pair("pension.extra_subsidy") == (("XX-X1", expected) if expected else None)
    if tier is None:
        assert "没有选缴费档次" in (answer.why_not("XX-X1") or "")


def test_table_when_a_tier_has_no_row_says_so(tmp_path: Path) -> None:
    root = root_with(tmp_path, "tier_table")
    person = a_person(pension={"scheme": "resident", "tier": "200"})
    answer = read_and_assess(a_case("county", "2018-06-30", person), root)
    assert "200.00元一档没有规定补贴" in (answer.why_not("XX-X1") or "")


def test_percentage_when_its_base_is_out_of_force_says_why(tmp_path: Path) -> None:
    root = root_with(tmp_path, "seniority_percent")
    text = (root / "county" / "pack.toml").read_text("utf-8")
    (root / "county" / "pack.toml").write_text(text.replace("2018-01-01", "2010-01-01"), "utf-8")
    answer = read_and_assess(a_case("county", "2014-06-30", a_pensioner(birth="1940-01-01", years_paid=20)), root)
    assert "2014-07-01" in (answer.why_not("XX-X1") or "")


def test_percentage_when_its_base_is_nothing_gives_nothing(tmp_path: Path) -> None:
    root = root_with(tmp_path, "seniority_percent")
    text = (root / "county" / "pack.toml").read_text("utf-8")
    base = """
[[rule]]
id = "XX-C1"
code = "pension.base"
shape = "fixed_sum"
clause = "二"
says = "基础养老金暂时是零。"
unit = "元/月"
replaces = ["NA-C1"]
periods = [{ amount = "0.00" }]
"""
    (root / "county" / "pack.toml").write_text(text + base, "utf-8")
    answer = read_and_assess(a_case("county", "2018-06-30", a_pensioner(years_paid=20)), root)
    assert answer.pair("pension.extra_subsidy") == ("XX-X1", "0.00")

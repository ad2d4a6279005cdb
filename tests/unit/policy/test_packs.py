"""The five papers as data: every rule is there, sourced and dated, and the base changes nothing by itself."""

from __future__ import annotations

import re
from datetime import date

import pytest

from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy.catalog import UNITLESS
from clerk_app.policy.loader import load_pack, pack_ids, policies
from clerk_app.policy.model import LocalValues, Rule

PACKS = ("hebei", "huizhou", "hunan", "shandong", "yaoan")
NUMBERS = {
    "national": "NA-T1 NA-B1 NA-C1 NA-C2 NA-D1 NA-E1 YA-E1 YA-E2",
    "huizhou": "HZ-T1 HZ-A1 HZ-A2 HZ-A3 HZ-B1 HZ-B2 HZ-C1 HZ-C2 HZ-D1 HZ-F1 HZ-G1 HZ-G2 HZ-I1 ALL-I1",
    "shandong": "SD-A1 SD-C1 SD-D1 SD-F1 SD-G1 SD-H1 SD-I1 ALL-I1",
    "hebei": "HB-A1 HB-C1 HB-D1 HB-F1 HB-F2 HB-I1",
    "yaoan": "YA-A1 YA-B1 YA-B2 YA-C1 YA-C2 YA-C3 YA-C4 YA-C5 YA-C6 YA-E3 YA-E4 YA-F1 YA-F2 YA-G1 YA-H1 YA-H2 YA-H3 YA-I1",
    "hunan": "HN-A1 HN-D1 HN-F1 HN-F2 HN-F3 HN-F4 HN-G1 HN-G2 HN-H1 HN-H2 HN-I1 HN-I2 HN-I3 ALL-I1",
}
NATIONAL_TIERS = (100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1500, 2000)
HUIZHOU_TIERS = (200, 300, 400, 500, 600, 700, 800, 900, 1000, 1500, 2000, 3000)


def all_rules() -> list[Rule]:
    return [rule for name in NUMBERS for rule in load_pack(name).rules if rule.pack == name]


def test_packs_when_listed_are_the_five_without_the_base() -> None:
    assert pack_ids() == PACKS


@pytest.mark.parametrize(("name", "numbers"), NUMBERS.items())
def test_pack_when_loaded_holds_every_rule_of_its_paper(name: str, numbers: str) -> None:
    own = {rule.id for rule in load_pack(name).rules if rule.pack == name}
    assert own == set(numbers.split())


def test_shares_when_hebei_s_rule_is_shown_name_their_own_rule() -> None:
    shares = load_pack("hebei").rule("HB-A1").shares
    assert shares is not None
    assert (shares.rule, shares.figures()) == ("HB-A2", "省级1:市级1:县级1")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: f"{rule.pack}-{rule.id}")
def test_rule_when_read_has_a_source_a_sentence_and_a_unit(rule: Rule) -> None:
    assert all(re.search(r"号 \S", source) for source in rule.sources)
    assert rule.says.endswith("。")
    assert len(rule.says) >= 10
    assert bool(rule.unit) is (rule.shape not in UNITLESS)


@pytest.mark.parametrize("name", PACKS)
def test_tiers_when_asked_are_the_paper_s(name: str) -> None:
    pack = load_pack(name)
    expected = HUIZHOU_TIERS if name == "huizhou" else NATIONAL_TIERS
    assert pack.valid_tiers(2018) == tuple(Money.yuan(tier) for tier in expected)
    assert pack.minimum_tier(2018, LocalValues()) == Money.yuan(expected[0])
    assert pack.minimum_tier(2018, LocalValues(minimum_tier=Money.yuan(300))) == Money.yuan(300)
    assert pack.has_tier(2018, Money.yuan(1000))
    assert not pack.has_tier(2018, Money.yuan(1100))


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize(("dibao_class", "months"), [("A", 12), ("B", 6), ("C", 3)])
def test_review_when_asked_is_yearly_half_yearly_or_quarterly(name: str, dibao_class: str, months: int) -> None:
    assert load_pack(name).review_months(dibao_class, date(2018, 6, 30)) == months


def test_pack_when_unknown_is_refused() -> None:
    for name in ("henan", "Henan", "../yaoan", "名"):
        with pytest.raises(UserError) as refused:
            load_pack(name)
        assert refused.value.field == "pack"


def test_pack_when_asked_again_is_the_same_object() -> None:
    assert load_pack("yaoan") is load_pack("yaoan", policies())


def test_code_when_searched_names_no_jurisdiction() -> None:
    source = "\n".join(
        path.read_text("utf-8") for path in sorted((policies().parent.parent / "clerk_app" / "policy").rglob("*.py"))
    )
    for name in PACKS:
        assert name not in source
    assert not re.search(r"\b(HZ|SD|HB|YA|HN)-[A-I]\d", source)

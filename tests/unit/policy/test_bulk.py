"""Bulk and single evaluation agree to the fen, for every pack and whoever is in the household."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.policy.bulk import People, yearly_sums
from clerk_app.policy.evaluator import assess
from clerk_app.policy.loader import load_pack
from clerk_app.policy.model import (
    Case,
    DisabilityFact,
    IdentityFact,
    LocalValues,
    MedicalFacts,
    Pack,
    PensionFacts,
    PersonFacts,
)
from tests.unit.policy.test_loader import HEAD

PACKS = ("hebei", "huizhou", "hunan", "shandong", "yaoan")
SIXTH = Path(__file__).parents[2] / "golden" / "policy" / "packs"
DAY = date(2018, 6, 30)
TIERS = (20000, 50000, 100000)
EDGES = [
    date(DAY.year - age, DAY.month, DAY.day) + timedelta(days=shift) for age in (16, 49, 55, 60) for shift in (-1, 0, 1)
]

births = st.sampled_from([*EDGES, date(1960, 2, 29)]) | st.dates(date(1930, 1, 1), DAY)
some_day = st.dates(date(2015, 1, 1), date(2019, 12, 31))


@st.composite
def identities(draw: st.DrawFn) -> IdentityFact:
    first = draw(some_day)
    return IdentityFact(
        code=draw(st.sampled_from([kind.value for kind in IdentityKind])),
        from_on=first,
        to_on=draw(st.none() | some_day.filter(lambda last: last >= first)),
        lifted_on=draw(st.none() | some_day),
        grade=draw(st.none() | st.integers(1, 4)),
    )


@st.composite
def people(draw: st.DrawFn, number: str, relation: str) -> PersonFacts:
    return PersonFacts(
        id=number,
        birth_date=draw(births),
        sex=draw(st.sampled_from(["male", "female"])),
        relation=relation,
        marital_status=draw(st.sampled_from([None, "single", "married", "widowed", "divorced"])),
        died_on=draw(st.none() | st.just(DAY)),
        student=draw(st.booleans()),
        labour_capacity=draw(st.sampled_from(["full", "partial", "none"])),
        identities=tuple(draw(st.lists(identities(), max_size=3))),
        disability=draw(
            st.none() | st.builds(DisabilityFact, grade=st.integers(1, 4), certified_on=st.none() | some_day)
        ),
        pension=PensionFacts(
            scheme=draw(st.sampled_from([None, "resident", "employee"])),
            tier=draw(st.none() | st.sampled_from([Money(tier) for tier in TIERS])),
            receiving=draw(st.booleans()),
        ),
        medical=MedicalFacts(scheme=draw(st.sampled_from([None, "resident", "employee"]))),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Case, ...]:
    local = LocalValues(
        medical_premium=draw(st.none() | st.just(Money(18001))),
        medical_aid_dibao=draw(st.none() | st.just(Money(9000))),
        province_managed=draw(st.booleans()),
        minimum_tier=draw(st.none() | st.just(Money(20000))),
    )
    on = draw(st.sampled_from([DAY, date(2020, 12, 31), date(2021, 1, 1)]))
    relations = ("head", "spouse", "child")
    return tuple(
        Case(pack="any", on=on, local=local, persons=tuple(draw(people(f"p{n}", relations[n])) for n in range(size)))
        for size in draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    )


def one_by_one(pack: Pack, households: tuple[Case, ...]) -> list[list[tuple[str, Money | None]]]:
    """Return each living person's yearly rules and sums as ``assess`` gives them."""
    found = []
    for case in households:
        given_ = assess(pack, case).entitlements
        for person in case.persons:
            if not person.dead_on(case.on):
                mine = [item for item in given_ if item.person == person.id and pack.rule(item.rule).per == "year"]
                found.append([(item.rule, item.amount) for item in mine])
    return found


@settings(max_examples=120, deadline=None)
@given(households=cases(), name=st.sampled_from([*PACKS, "qingshui"]))
def test_bulk_when_beside_single_evaluation_is_equal(households: tuple[Case, ...], name: str) -> None:
    pack = load_pack(name, SIXTH if name == "qingshui" else None)
    columns = People.of(pack, households)
    sums = yearly_sums(pack, households[0].on, columns, households[0].local)
    in_bulk = [[(rule.id, amount) for rule, amount in sums.of(index)] for index in range(len(columns.births))]
    assert in_bulk == one_by_one(pack, households)
    for total in sums.totals():
        mine = [amount for person in in_bulk for rule, amount in person if rule == total.rule]
        assert total.people == len(mine)
        assert total.open == mine.count(None)
        assert total.amount == Money(sum(amount.fen for amount in mine if amount is not None))


def poor(birth: date = date(1975, 6, 1), **facts: object) -> PersonFacts:
    held = (IdentityFact(code="dibao", from_on=date(2014, 1, 1)),)
    return structs.replace(PersonFacts(id="p1", birth_date=birth, sex="male", identities=held), **facts)


def columns_of(pack: Pack, *persons: PersonFacts) -> People:
    return People.of(pack, [Case(pack=pack.id, on=DAY, persons=(person,)) for person in persons])


def test_bulk_when_many_are_alike_asks_once() -> None:
    pack = load_pack("hebei")
    everyone = [poor(date(1960 + year, 1, 1)) for year in range(40)] * 5
    sums = yearly_sums(pack, DAY, columns_of(pack, *everyone))
    assert len(sums.answers) == 1
    by_rule = {total.rule: total for total in sums.totals()}
    assert (by_rule["HB-A1"].people, by_rule["HB-A1"].amount, by_rule["HB-A1"].open) == (200, Money.yuan(20_000), 0)
    assert (by_rule["HB-F2"].people, by_rule["HB-F2"].amount, by_rule["HB-F2"].open) == (200, Money(0), 200)


def test_bulk_when_a_tier_is_not_the_year_s_is_refused() -> None:
    pack = load_pack("huizhou")
    with pytest.raises(UserError, match=r"没有100\.00元这一档"):
        yearly_sums(pack, DAY, columns_of(pack, poor(pension=PensionFacts(tier=Money.yuan(100)))))


RULE = """
[[rule]]
id = "XX-X1"
code = "pension.extra_subsidy"
shape = "{shape}"
clause = "一"
says = "某县自己的一条规则。"
unit = "元/年"
when = {{ {when} }}
periods = [{{ {values} }}]
"""


def county(tmp_path: Path, **parts: str) -> Pack:
    (tmp_path / "county").mkdir()
    (tmp_path / "county" / "pack.toml").write_text(HEAD + RULE.format(**parts), "utf-8")
    return load_pack("county", tmp_path)


@pytest.mark.parametrize(
    ("shape", "when", "values"),
    [
        ("fixed_sum", "employed = false", 'amount = "1.00"'),
        ("fixed_sum", "insurance_paid = true", 'amount = "1.00"'),
        ("seniority_sum", "receiving = true", 'above = 15, amount = "1.00"'),
    ],
)
def test_bulk_when_a_rule_reads_what_is_no_column_is_refused(
    shape: str, when: str, values: str, tmp_path: Path
) -> None:
    pack = county(tmp_path, shape=shape, when=when, values=values)
    with pytest.raises(UserError, match="XX-X1"):
        yearly_sums(pack, DAY, columns_of(pack, poor()))


def test_bulk_when_the_birth_date_itself_decides_tells_everyone_apart(tmp_path: Path) -> None:
    pack = county(tmp_path, shape="fixed_sum", when="pension_age_at_scheme_start = true", values='amount = "1.00"')
    persons = [poor(date(1951, 7, 1)), poor(date(1951, 7, 2))]
    sums = yearly_sums(pack, DAY, columns_of(pack, *persons), LocalValues(scheme_start=date(2011, 7, 1)))
    assert [[rule.id for rule, _ in sums.of(index)] for index in range(2)] == [["XX-X1"], []]


def test_bulk_when_a_couple_s_age_counts_tells_couples_apart() -> None:
    pack = load_pack("huizhou")
    held = (IdentityFact(code="special_support", from_on=date(2014, 1, 1)),)
    husband = poor(date(1960, 1, 1), identities=held, marital_status="married", relation="head")
    households = []
    for birth in (None, date(1969, 6, 30), date(1969, 7, 1)):
        wife = () if birth is None else (poor(birth, id="p2", sex="female", identities=(), relation="spouse"),)
        households.append(Case(pack=pack.id, on=DAY, persons=(husband, *wife)))
    sums = yearly_sums(pack, DAY, People.of(pack, households))
    proxied = [[rule.id for rule, _ in sums.of(index) if rule.code == "pension.proxy"] for index in range(5)]
    assert proxied == [[], ["HZ-A3"], [], [], []]

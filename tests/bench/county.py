"""A county of invented people for the policy benchmarks: as cases for ``clerk assess`` and as columns for whole counties."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from clerk_app.domain.money import Money
from clerk_app.policy.bulk import IdentityRow, People
from clerk_app.policy.facts import (
    Case,
    DisabilityFact,
    IdentityFact,
    LocalValues,
    MedicalFacts,
    PensionFacts,
    PersonFacts,
)

PACKS: Final = ("hebei", "huizhou", "hunan", "shandong", "yaoan")
ON: Final = date(2018, 6, 30)
LOCAL: Final = {"medical_premium": "180.00", "medical_aid_dibao": "90.00", "scheme_start": "2011-07-01"}
_TIERS: Final = ("200.00", "300.00", "500.00", "1000.00", "2000.00")
_IDENTITIES: Final = (
    "registered_poor", "registered_poor", "dibao", "dibao", "tekun", "low_income", "safety_net",
    "special_support", "one_child_certificate", "two_daughter_sterilised",
)  # fmt: skip
_DAYS: Final = 31_000
_SINCE: Final = tuple(date(2014 + quarter // 4, quarter % 4 * 3 + 1, 1) for quarter in range(18))


def case_lines(count: int) -> Iterator[str]:
    """Give so many cases of one person each, all five packs in turn; the same ones each time."""
    random = Random(20180630)
    for number in range(count):
        case = {
            "pack": PACKS[number % len(PACKS)],
            "on": str(ON),
            "local": LOCAL,
            "persons": [_person(random, f"{number:06d}")],
        }
        yield json.dumps(case, ensure_ascii=False)


def _person(random: Random, number: str) -> dict[str, Any]:
    receiving = random.random() < 0.2
    pension: dict[str, Any] = {"scheme": random.choice(("resident", "resident", "resident", "employee", None))}
    pension |= {"years_paid": random.randrange(40), "receiving": receiving}
    pension["account_balance"] = f"{random.randrange(2_000_000) / 100:.2f}"
    if not receiving:
        pension["tier"] = random.choice(_TIERS)
    person = {
        "id": number,
        "birth_date": str(_birth(random)),
        "sex": random.choice(("male", "female")),
        "relation": "head",
        "marital_status": random.choice(("single", "married", "widowed", "divorced")),
        "student": random.random() < 0.03,
        "labour_capacity": random.choice(("full", "full", "full", "partial", "none")),
        "self_care": random.choice(("full", "full", "partial")),
        "serious_illness": random.random() < 0.1,
        "identities": [_identity(random) for _ in range(random.choice((0, 1, 1, 2)))],
        "pension": pension,
        "medical": {"scheme": random.choice(("resident", "resident", "employee"))},
    }
    if random.random() < 0.2:
        person["disability"] = {"grade": random.randint(1, 4), "certified_on": str(random.choice(_SINCE))}
    return person


def _identity(random: Random) -> dict[str, Any]:
    held: dict[str, Any] = {"code": random.choice(_IDENTITIES), "from": str(random.choice(_SINCE))}
    if random.random() < 0.2:
        held["lifted_on"] = str(random.choice(_SINCE))
    return held


def _birth(random: Random) -> date:
    return date(1930, 1, 1) + timedelta(days=random.randrange(_DAYS))


def columns(count: int) -> People:
    """Return so many people as columns, one in four with a hardship identity; the same ones each time."""
    random = Random(500_000)
    held: list[tuple[IdentityRow, ...]] = [
        ((code, since, None, lifted, None),)
        for code in _IDENTITIES
        for since in _SINCE
        for lifted in (None, date(2017, 12, 31))
    ]
    cards = [(grade, since) for grade in range(1, 5) for since in _SINCE]

    def some(*choices: Any) -> list[Any]:
        return random.choices(choices, k=count)

    days = [date(1930, 1, 1) + timedelta(days=day) for day in range(_DAYS)]
    return People(
        births=some(*days),
        sexes=some("male", "female"),
        students=[random.random() < 0.03 for _ in range(count)],
        labour_capacities=some("full", "full", "full", "full", "partial", "none"),
        pension_schemes=some("resident", "resident", "resident", "employee", None),
        tiers=some(None, 20_000, 30_000, 50_000, 100_000),
        receiving=[random.random() < 0.2 for _ in range(count)],
        medical_schemes=some("resident", "resident", "resident", "employee"),
        disabilities=some(*[None] * 9 * len(cards), *cards),
        identities=some(*[()] * 3 * len(held), *held),
        marriages=some(("single", None), ("married", None), ("widowed", None)),
    )


def case_of(people: People, index: int, pack: str, local: LocalValues) -> Case:
    """Return one person of the columns as a case, to be answered by itself."""
    card, tier = people.disabilities[index], people.tiers[index]
    person = PersonFacts(
        id="1",
        birth_date=people.births[index],
        sex=people.sexes[index],
        marital_status=people.marriages[index][0],
        student=people.students[index],
        labour_capacity=people.labour_capacities[index],
        identities=tuple(
            IdentityFact(code=code, from_on=since, to_on=till, lifted_on=lifted, grade=grade)
            for code, since, till, lifted, grade in people.identities[index]
        ),
        disability=None if card is None else DisabilityFact(grade=card[0], certified_on=card[1]),
        pension=PensionFacts(
            scheme=people.pension_schemes[index],
            tier=None if tier is None else Money(tier),
            receiving=people.receiving[index],
        ),
        medical=MedicalFacts(scheme=people.medical_schemes[index]),
    )
    return Case(pack=pack, on=ON, persons=(person,), local=local)

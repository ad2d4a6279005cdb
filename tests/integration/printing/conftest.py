"""A synthetic household and what is asked about a finished PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

import pypdfium2
import pytest

from clerk_app.domain.codes import Capacity, DisabilityKind, IdentityKind, Marital, Sex
from clerk_app.domain.contribution import Contribution, ContributionId, Insurance, Payer
from clerk_app.domain.household import (
    Household,
    HouseholdFile,
    HouseholdId,
    Identity,
    IdentityId,
    Member,
    Membership,
    MembershipId,
    Person,
    PersonId,
)
from clerk_app.domain.money import Money
from clerk_app.domain.resident_id import check_digit
from clerk_app.printing.forms.contribution_notice import ContributionNoticeData, ContributionNoticeRow
from clerk_app.printing.forms.household_form import HouseholdFormData

ON = date(2026, 11, 21)
HOUSEHOLD = HouseholdId("household-1")


class MemberBuilder(Protocol):
    """Makes the member at a place of the household."""

    def __call__(self, place: int, name: str, birth: date, **person: object) -> Member:
        """Return the member."""
        ...


@dataclass(frozen=True)
class Read:
    """What a PDF says: its pages' text, without line breaks and blanks, and its raw fonts."""

    pages: tuple[str, ...]
    fonts: tuple[str, ...]
    embedded: int

    @property
    def text(self) -> str:
        """All pages in one."""
        return "".join(self.pages)


def a_number(place: int, birth: date) -> str:
    first17 = f"532325{birth:%Y%m%d}{place:02d}1"
    return first17 + check_digit(first17)


def a_member(place: int, name: str, birth: date, **person: object) -> Member:
    someone = Person(
        id=PersonId(f"person-{place}"), name=name, id_number=a_number(place, birth), birth_on=birth, sex=Sex.MALE
    )
    membership = Membership(
        id=MembershipId(f"membership-{place}"),
        household_id=HOUSEHOLD,
        person_id=someone.id,
        relation="02" if place == 1 else "49",
        from_on=date(2010, 1, 1),
    )
    return Member(person=replace(someone, **person), membership=membership)  # type: ignore[arg-type]


def an_identity(member: Member, kind: IdentityKind, until: date | None = None) -> Member:
    identity = Identity(
        id=IdentityId(f"identity-{member.person.id}-{kind}"),
        person_id=member.person.id,
        kind=kind,
        from_on=date(2016, 1, 1),
        to_on=until,
    )
    return replace(member, identities=(*member.identities, identity))


@pytest.fixture
def member() -> MemberBuilder:
    """Make a member with a valid number; the first place is the head's."""
    return a_member


@pytest.fixture
def head() -> Member:
    """Make a head with a rare name about whom there is much to keep to oneself."""
    person = a_member(
        1,
        "王䶮㛃𬭎𬀩",
        date(1958, 3, 5),
        disability_kind=DisabilityKind.LIMB,
        disability_grade=2,
        labour_capacity=Capacity.NONE,
        self_care=Capacity.PARTIAL,
        serious_illness=True,
        marital=Marital.WIDOWED,
        phone="13900001111",
        note="尿毒症透析",
    )
    ended = an_identity(person, IdentityKind.REGISTERED_POOR, until=date(2020, 12, 31))
    return an_identity(ended, IdentityKind.DIBAO)


@pytest.fixture
def form(head: Member) -> HouseholdFormData:
    """Make the form of a household of one with a contribution."""
    household = Household(
        id=HOUSEHOLD,
        number="清河-0012",
        group="第三村民小组",
        address="清河村大树脚 17 号",
        phone="13908780000",
        land=1234,
        housing_area=96,
        housing_structure="砖混",
        note="屋后滑坡隐患",
        registered_on=date(2016, 5, 1),
    )
    contribution = Contribution(
        id=ContributionId("contribution-1"),
        person_id=head.person.id,
        insurance=Insurance.PENSION,
        year=2026,
        tier=Money.yuan(200),
        amount=Money.yuan(200),
        payer=Payer.PROXY,
        paid_on=date(2026, 3, 1),
        collector="李会计",
        receipt="6222021234567890123",
    )
    return HouseholdFormData(
        village="姚安县栋川镇清河村",
        file=HouseholdFile(household=household, members=(head,), on=ON),
        printed_on=ON,
        clerk="李会计",
        dibao="B类 基本保障户，每月 958.50 元，2024年6月起",
        contributions=(contribution,),
        number="ZH-2026-000123",
        copy_number=2,
        rules="姚安 2017.1",
    )


@pytest.fixture
def notice() -> Callable[..., ContributionNoticeData]:
    """Make a household's notice with so many people."""

    def make(people: int = 1, **changes: object) -> ContributionNoticeData:
        rows = tuple(
            ContributionNoticeRow(
                name=f"王小{place:02d}",
                id_number=a_number(place, date(1990, 1, 1)),
                tier=Money.yuan(200),
                due=Money.yuan(200),
            )
            for place in range(people)
        )
        data = ContributionNoticeData(
            village="姚安县栋川镇清河村",
            group="第三村民小组",
            household_number="清河-0012",
            head="王䶮𬭎",
            year=2027,
            insurance=Insurance.PENSION,
            rows=rows,
            deadline=date(2026, 12, 31),
            how_to_pay="到信用社柜台缴费。",
            phone="0878-5711234",
            clerk="李会计",
            printed_on=ON,
            number="JF-2026-000045",
        )
        return replace(data, **changes)  # type: ignore[arg-type]

    return make


@pytest.fixture
def read() -> Callable[[bytes], Read]:
    """Take a PDF apart."""

    def take_apart(pdf: bytes) -> Read:
        document = pypdfium2.PdfDocument(pdf)
        try:
            pages = tuple(re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in document)
        finally:
            document.close()
        fonts = tuple(sorted(name.decode() for name in set(re.findall(rb"/BaseFont /(\S+)", pdf))))
        return Read(pages, fonts, len(re.findall(rb"/FontFile2 ", pdf)))

    return take_apart

"""Synthetic people: valid numbers, plausible ages, some poor, some disabled, some rare names. Nobody in them exists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from clerk_app.domain.codes import (
    HEAD,
    Capacity,
    DisabilityKind,
    Education,
    IdentityKind,
    Marital,
    MedicalScheme,
    PensionScheme,
    Sex,
)
from clerk_app.domain.household import Identity, Person
from clerk_app.domain.resident_id import check_digit
from clerk_app.services.households import HouseholdEntry, MemberEntry, new_identity, new_person

AREA: Final = "532325"
_SURNAMES: Final = "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔单仇区解查翟"
_MALE: Final = "伟强磊军勇杰涛明超华平刚辉鹏斌波健志林国建文春生福贵荣发云山海东兴旺"
_FEMALE: Final = "芳娜敏静丽艳娟霞秀英兰玲桂珍莲凤梅燕红琼美香云春菊花翠仙芬"
_RARE: Final = ("段龑", "杨䶮", "李㛃", "罗𬭎", "张𬀩", "阿的莫·沙玛乌芝", "吉克·阿依尔古莫")
_STREETS: Final = ("大村", "小河边", "石桥", "松树坡", "新村", "老街")


@dataclass(slots=True)
class Villagers:
    """Makes households; the same seed and day give the same village."""

    random: Random
    today: date
    _born: dict[tuple[date, Sex], int] = field(default_factory=dict)

    def households(self, count: int) -> Iterator[tuple[HouseholdEntry, tuple[MemberEntry, ...]]]:
        """Give so many households with their members."""
        for index in range(count):
            members = self._family(index)
            group = f"第{self.random.randint(1, 8)}组"
            entry = HouseholdEntry(
                number=f"{index + 1:04d}",
                group=group,
                address=f"{self.random.choice(_STREETS)}{self.random.randint(1, 120)}号",
                phone=f"199{self.random.randint(0, 99_999_999):08d}",
                land=self.random.randint(50, 1200),
                housing_area=self.random.randint(40, 180),
                housing_structure=self.random.choice(("砖混", "砖木", "土木")),
            )
            yield entry, members

    def _family(self, index: int) -> tuple[MemberEntry, ...]:
        random = self.random
        age = random.choice((random.randint(26, 45), random.randint(46, 60), random.randint(60, 88)))
        surname = random.choice(_SURNAMES)
        head = self._person(age, Sex.MALE if random.random() < 0.78 else Sex.FEMALE, surname)
        if index % 23 == 5:
            head = replace(head, name=random.choice(_RARE))
        members = [self._member(head, HEAD, poor := random.random() < 0.16)]
        if random.random() < 0.75:
            other = Sex.FEMALE if head.sex is Sex.MALE else Sex.MALE
            spouse = self._person(max(22, age + random.randint(-5, 4)), other, random.choice(_SURNAMES))
            members.append(self._member(spouse, "12" if other is Sex.FEMALE else "11", poor))
        for _ in range(random.choice((0, 0, 1, 1, 2, 2, 3))):
            child_age = age - random.randint(20, 34)
            if child_age >= 0:
                sex = random.choice((Sex.MALE, Sex.FEMALE))
                members.append(
                    self._member(self._person(child_age, sex, surname), "20" if sex is Sex.MALE else "30", poor)
                )
        if age < 62 and random.random() < 0.35:
            sex = random.choice((Sex.MALE, Sex.FEMALE))
            parent = self._person(age + random.randint(20, 30), sex, surname)
            members.append(self._member(parent, "51" if sex is Sex.MALE else "52", poor))
        return tuple(members)

    def _member(self, person: Person, relation: str, poor: bool) -> MemberEntry:
        identities: list[Identity] = []
        if poor:
            lifted = date(2019, 12, 10) if self.random.random() < 0.6 else None
            identities.append(new_identity(IdentityKind.REGISTERED_POOR, date(2014, 1, 1), lifted_on=lifted))
        return MemberEntry(person=person, relation=relation, identities=tuple(identities))

    def _person(self, age: int, sex: Sex, surname: str) -> Person:
        random = self.random
        birth = self.today - timedelta(days=age * 365 + age // 4 + random.randint(0, 360))
        given = "".join(random.choices(_MALE if sex is Sex.MALE else _FEMALE, k=random.choice((1, 2, 2))))
        place = self._born[birth, sex] = self._born.get((birth, sex), 0) + 1  # no two share a number, however many
        digits = f"{AREA}{birth:%Y%m%d}{place * 2 + (1 if sex is Sex.MALE else 0):03d}"
        years = self._age(birth)
        person = new_person(
            name=surname + given,
            birth_on=birth,
            sex=sex,
            id_number=digits + check_digit(digits),
            nation=random.choice(("01", "01", "01", "07")),
            phone=f"199{random.randint(0, 99_999_999):08d}" if years >= 16 else "",
            marital=Marital.MARRIED if years > 24 else Marital.SINGLE,
            education=_education(years),
            student=7 <= years <= 20,
            chronic_illness=random.random() < (0.25 if years >= 60 else 0.04),
            labour_capacity=_capacity(years, random),
            pension_scheme=PensionScheme.RESIDENT if years >= 16 else None,
            medical_scheme=MedicalScheme.RESIDENT,
            receiving_pension=years >= 60,
        )
        return self._disabled(person) if random.random() < 0.06 else person

    def _disabled(self, person: Person) -> Person:
        kind = self.random.choice(
            (DisabilityKind.SIGHT, DisabilityKind.HEARING, DisabilityKind.LIMB, DisabilityKind.MIND)
        )
        grade = self.random.choice((1, 2, 2, 3, 3, 4, 4))
        certified = max(date(2012, 3, 1), person.birth_on + timedelta(days=400))
        return replace(
            person,
            disability_kind=kind,
            disability_grade=grade,
            disability_certificate=f"{person.id_number}{kind.value}{grade}",
            disability_certified_on=min(certified, self.today),
            labour_capacity=Capacity.NONE if grade == 1 else Capacity.PARTIAL,
            self_care=Capacity.PARTIAL if grade <= 2 else Capacity.FULL,
        )

    def _age(self, birth: date) -> int:
        return (self.today - birth).days // 366


def _education(age: int) -> Education:
    if age < 6:
        return Education.PRESCHOOL
    return Education.PRIMARY if age > 50 or age < 13 else Education.JUNIOR


def _capacity(age: int, random: Random) -> Capacity:
    if age < 60:
        return Capacity.FULL
    if age >= 80:
        return Capacity.NONE
    return random.choice((Capacity.FULL, Capacity.PARTIAL, Capacity.PARTIAL))

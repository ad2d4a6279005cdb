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
_REGISTERED: Final = date(2014, 1, 1)
_LIFTED: Final = date(2019, 12, 10)
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
        if index % 37 == 2:
            return self._old_and_alone()
        age = random.choice((random.randint(26, 45), random.randint(46, 60), random.randint(60, 88)))
        surname = random.choice(_SURNAMES)
        head = self._person(age, Sex.MALE if random.random() < 0.78 else Sex.FEMALE, surname)
        if index % 23 == 5:
            head = replace(head, name=random.choice(_RARE))
        people = [(head, HEAD)]
        if random.random() < 0.75:
            other = Sex.FEMALE if head.sex is Sex.MALE else Sex.MALE
            spouse = self._person(max(22, age + random.randint(-5, 4)), other, random.choice(_SURNAMES))
            people.append((spouse, "12" if other is Sex.FEMALE else "11"))
        youngest_parent = min(age, *(self._age(person.birth_on) for person, _ in people))
        for child_age in self._ages_of_children(youngest_parent):
            sex = random.choice((Sex.MALE, Sex.FEMALE))
            people.append((self._person(child_age, sex, surname), "20" if sex is Sex.MALE else "30"))
        if age < 62 and random.random() < 0.35:
            sex = random.choice((Sex.MALE, Sex.FEMALE))
            people.append((self._person(age + random.randint(20, 30), sex, surname), "51" if sex is Sex.MALE else "52"))
        return self._with_statuses(people, is_poor=random.random() < 0.16)

    def _old_and_alone(self) -> tuple[MemberEntry, ...]:
        sex = self.random.choice((Sex.MALE, Sex.FEMALE))
        person = self._person(self.random.randint(81, 90), sex, self.random.choice(_SURNAMES))
        return self._with_statuses([(replace(person, marital=Marital.WIDOWED), HEAD)], is_poor=True)

    def _ages_of_children(self, youngest_parent: int) -> list[int]:
        """Give the children's ages, eldest first and two years apart at least."""
        ages: list[int] = []
        age = youngest_parent - self.random.randint(20, 30)
        for _ in range(self.random.choice((0, 0, 1, 1, 2, 2, 3))):
            if age < 0:
                break
            ages.append(age)
            age -= self.random.randint(2, 5)
        return ages

    def _with_statuses(self, people: list[tuple[Person, str]], *, is_poor: bool) -> tuple[MemberEntry, ...]:
        """Let the household be registered poor or not, and lifted or not, as one."""
        lifted = _LIFTED if self.random.random() < 0.6 else None
        return tuple(
            MemberEntry(
                person=person,
                relation=relation,
                identities=(self._status(person, lifted),) if is_poor else (),
            )
            for person, relation in people
        )

    def _status(self, person: Person, lifted: date | None) -> Identity:
        from_on = max(_REGISTERED, person.birth_on)
        return new_identity(
            IdentityKind.REGISTERED_POOR, from_on, lifted_on=lifted if lifted and lifted >= from_on else None
        )

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

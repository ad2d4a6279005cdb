"""出生 and 身份号码更正: what is entered of a number, and what it tells (T1-T4, T7-T13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk_app.domain.codes import DisabilityKind, Marital, Sex
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.household import Person, PersonId
from clerk_app.domain.resident_id import from_15_digits
from clerk_app.services.events import Away, Birth, Death, MarriageIn, Number
from clerk_app.services.households import household_numbered, known_person, new_person, open_household, search
from clerk_app.services.people import change_person
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, resident_number, wrong_check_digit
from tests.event_builders import (
    changed,
    done,
    granted_dibao,
    household,
    member,
    person,
    planned,
    refused_at,
    relations,
)

BORN = date(2026, 2, 20)
NUMBER = resident_number(BORN, Sex.MALE, 30)


def a_birth(home: Workspace, **facts: object) -> Birth:
    child = new_person(name="杨小宝", birth_on=BORN, sex=Sex.MALE)
    return Birth(
        household_id=household(home, "0004"),
        child=replace(child, **facts),  # type: ignore[arg-type]
        relation="41",
        mother_id=person(home, "0004/赵小梅"),
    )


def corrected(home: Workspace, number: str, **facts: object) -> Number:
    request = Number(person_id=person(home, "0004/杨大山"), number=number, on=DAY, reason="派出所更正证明")
    return replace(request, **facts)  # type: ignore[arg-type]


def number_of(home: Workspace, who: str = "0004/杨大山") -> str:
    found = member(home, who).person.id_number
    assert found is not None
    return found


# births


def test_t11_newborn_without_a_number_gets_a_temporary_one_and_is_followed_up(home: Workspace) -> None:
    granted_dibao(home, "0004")
    told = planned(home, a_birth(home))
    assert told.plan.title.text == "0004 户登记杨小宝 2026-02-20 出生"
    assert told.rechecks == [("id_number", date(2026, 3, 20)), ("dibao_recheck", date(2026, 5, 20))]
    made = done(home, a_birth(home))
    baby = member(home, "0004/杨小宝")
    assert made.person_id == baby.person.id
    assert (baby.person.id_number, baby.person.temporary_number) == (None, "L00001")
    assert (baby.membership.relation, baby.membership.from_on) == ("41", BORN)
    assert [hit.person_id for hit in search(home, "杨小宝")] == [baby.person.id]


def test_newborn_with_a_number_needs_none(home: Workspace) -> None:
    told = planned(home, a_birth(home, id_number=NUMBER))
    assert told.rechecks == []
    done(home, a_birth(home, id_number=NUMBER))
    assert member(home, "0004/杨小宝").person.id_number == NUMBER


def test_t1_number_cut_by_excel_is_refused_and_blanks_and_small_x_are_mended(home: Workspace) -> None:
    assert refused_at(home, a_birth(home, id_number="5.32325E+17")) == {"id_number"}
    born = next(day for day in (BORN - timedelta(days=back) for back in range(20)) if resident_number(day)[17] == "X")
    typed = f" '{resident_number(born)[:17]}ｘ\u00a0"
    done(home, a_birth(home, id_number=typed, birth_on=born))
    assert member(home, "0004/杨小宝").person.id_number == resident_number(born)


def test_t3_wrong_check_digit_is_refused_unless_the_paper_says_so(home: Workspace) -> None:
    wrong = wrong_check_digit(NUMBER)
    assert refused_at(home, a_birth(home, id_number=wrong)) == {"id_number"}
    done(home, a_birth(home, id_number=wrong, id_unverified=True))
    assert member(home, "0004/杨小宝").person.id_unverified


def test_t4_number_of_somebody_else_is_refused_and_a_namesake_asked_about(home: Workspace) -> None:
    assert refused_at(home, a_birth(home, id_number=number_of(home))) == {"id_number"}
    done(home, a_birth(home))
    assert "同名同日出生的杨小宝（L00001）" in planned(home, a_birth(home)).questions


def test_t7_t8_t9_what_the_number_tells_otherwise_is_asked_and_kept(home: Workspace) -> None:
    strange = resident_number(BORN, Sex.FEMALE, 31, area="991122")
    told = planned(home, a_birth(home, id_number=strange, birth_on=BORN - timedelta(days=1)))
    for part in ("出生日期与公民身份号码不一致", "性别与公民身份号码不一致", "地区码不在现行区划内"):
        assert part in told.questions
    assert told.plan.possible


@pytest.mark.parametrize(
    ("birth_on", "field"), [(DAY + timedelta(days=1), "on"), (date(1890, 1, 1), "birth_on")], ids=["to come", "too old"]
)
def test_t10_birth_to_come_or_beyond_130_years_is_refused(home: Workspace, birth_on: date, field: str) -> None:
    assert refused_at(home, a_birth(home, birth_on=birth_on)) == {field}


def test_t13_rare_and_long_names_are_kept_as_they_are(home: Workspace) -> None:
    name = "阿依古丽·𬭎㛃" + "措" * 20
    done(home, a_birth(home, name=f" {name} "))
    assert member(home, f"0004/{name}").person.name == name


def test_birth_asks_about_the_mothers_age_and_a_late_entry(home: Workspace) -> None:
    told = planned(home, replace(a_birth(home, birth_on=date(2025, 3, 2)), mother_id=person(home, "0004/王秀英")))
    assert "母亲王秀英在孩子出生时 66 周岁" in told.questions
    assert "已满一年" in told.questions
    assert "早于 0004 户的登记日期" in told.questions


def test_birth_that_cannot_be_is_refused_at_its_field(home: Workspace) -> None:
    good = a_birth(home)
    assert refused_at(home, replace(good, relation="04")) == {"relation"}
    assert refused_at(home, replace(good, relation="02")) == {"relation"}
    assert refused_at(home, replace(good, on=BORN - timedelta(days=1))) == {"on"}
    assert refused_at(home, replace(good, mother_id=person(home, "0004/杨大山"))) == {"mother_id"}
    assert refused_at(home, a_birth(home, name=" ")) == {"name"}
    mother = person(home, "0004/赵小梅")
    done(home, Death(person_id=mother, on=BORN - timedelta(days=5)))
    assert refused_at(home, replace(good, mother_id=mother)) == {"mother_id"}
    assert refused_at(home, replace(good, mother_id=None)) == set()


def test_newcomer_who_had_left_comes_back_under_the_same_record(home: Workspace) -> None:
    who = person(home, "0004/赵小梅")
    number = number_of(home, "0004/赵小梅")
    done(home, Away(people=(who,), on=date(2026, 1, 10), hukou_moves=True, to_place="大姚县"))
    bride = new_person(
        name="赵小梅", birth_on=member_birth(home, who), sex=Sex.FEMALE, id_number=number, phone="13900000000"
    )
    request = MarriageIn(household_id=household(home, "0005"), on=DAY, relation="12", newcomer=bride)
    assert "沿用原来的档案" in planned(home, request).consequences
    assert refused_at(home, replace(request, on=date(2026, 1, 10))) == {"on"}
    made = done(home, request)
    assert made.person_id == who
    back = member(home, "0005/赵小梅").person
    assert (back.phone, back.marital) == ("13900000000", Marital.MARRIED)
    done(home, Death(person_id=who, on=DAY))
    assert refused_at(home, request) == {"on"}


def member_birth(home: Workspace, who: PersonId) -> date:
    file = open_household(home, household(home, "0004"), date(2026, 1, 1))
    return next(each.person.birth_on for each in file.members if each.person.id == who)


# corrections


def test_corrected_number_keeps_the_former_one_with_its_day(home: Workspace) -> None:
    old = number_of(home)
    new = resident_number(member(home, "0004/杨大山").person.birth_on, Sex.MALE, 33)
    told = planned(home, corrected(home, f" {new.lower()} "))
    assert f"原来的号码 {old} 用到 2026-03-15" in told.consequences
    assert told.rechecks == [("number_notice", date(2026, 4, 16))]
    assert ("人员 杨大山", "公民身份号码", old, new) in told.changes
    done(home, corrected(home, new))
    third = resident_number(member(home, "0004/杨大山").person.birth_on, Sex.MALE, 34)
    done(home, corrected(home, third))
    stored = member(home, "0004/杨大山").person
    assert (stored.id_number, stored.former_id_number) == (third, new)
    for number in (old, new, third):
        known = known_person(home, number)
        assert known is not None
        assert known.person_id == stored.id, "the oldest number still finds the person"
        assert [hit.person_id for hit in search(home, number[10:])] == [stored.id]


def test_number_is_not_corrected_on_a_day_before_its_last_correction(home: Workspace) -> None:
    born = member(home, "0004/杨大山").person.birth_on
    second, third = (resident_number(born, Sex.MALE, place) for place in (33, 34))
    done(home, corrected(home, second, on=date(2026, 2, 10)))
    assert refused_at(home, corrected(home, third, on=date(2026, 2, 9))) == {"on"}
    assert refused_at(home, corrected(home, third, on=born - timedelta(days=1))) == {"on"}
    done(home, corrected(home, third, on=date(2026, 2, 10)))


def test_temporary_number_gives_way_to_the_true_one(home: Workspace) -> None:
    done(home, a_birth(home))
    who = person(home, "0004/杨小宝")
    done(home, Number(person_id=who, number=NUMBER, on=DAY, reason="户口已登记"))
    stored = member(home, "0004/杨小宝").person
    assert (stored.id_number, stored.temporary_number, stored.former_id_number) == (NUMBER, None, None)
    with home.store.reading() as connection:
        kept = connection.exec_driver_sql("SELECT number, to_on FROM former_number").all()
    assert [tuple(row) for row in kept] == [("L00001", "2026-03-15")]


def test_t1_t3_t10_number_that_cannot_be_is_refused_at_the_number(home: Workspace) -> None:
    right = resident_number(member(home, "0004/杨大山").person.birth_on, Sex.MALE, 33)
    for wrong in (
        "5.32325E+17",
        wrong_check_digit(right),
        right[:17],
        resident_number(DAY + timedelta(days=1)),
        resident_number(date(1880, 1, 1)),
        f"{right[:6]}20260231{right[14:]}",
        " ",
        number_of(home),
    ):
        assert refused_at(home, corrected(home, wrong)) == {"number"}, wrong
    assert refused_at(home, corrected(home, right, reason=" ")) == {"reason"}
    assert refused_at(home, corrected(home, right, on=DAY + timedelta(days=1))) == {"on"}


def test_t2_fifteen_digits_become_the_eighteen_with_a_question(home: Workspace) -> None:
    short, before = "532325800229001", number_of(home)
    told = planned(home, corrected(home, short))
    assert told.plan.possible
    assert from_15_digits(short) in told.questions
    done(home, corrected(home, short))
    who = member(home, "0004/杨大山").person
    assert (who.id_number, who.former_id_number) == (from_15_digits(short), before)
    for number in (short, before, from_15_digits(short)):
        known = known_person(home, number)
        assert known is not None
        assert known.person_id == who.id


def test_t2_fifteen_digits_of_a_card_under_examination_stay_and_are_found_both_ways(home: Workspace) -> None:
    short = "532325800229001"
    done(home, corrected(home, short, unverified=True))
    assert number_of(home) == short
    assert known_person(home, from_15_digits(short)) is not None


def test_t2_married_in_with_fifteen_digits_keeps_both(home: Workspace) -> None:
    short = "532325900228002"
    bride = new_person(name="李新", birth_on=date(1990, 2, 28), sex=Sex.FEMALE, id_number=short)
    done(home, MarriageIn(household_id=household(home, "0004"), newcomer=bride, relation="38", on=DAY))
    who = member(home, "0004/李新").person
    assert (who.id_number, who.former_id_number) == (from_15_digits(short), short)


def test_t4_number_of_another_is_refused_and_the_sentence_says_where(home: Workspace) -> None:
    other = number_of(home, "0005/钱独山")
    field, message = planned(home, corrected(home, other, sex=Sex.MALE)).refused[0]
    assert field == "number"
    assert "0005 户的钱独山" in message


def test_t7_birth_date_follows_the_number_it_came_from_and_differing_ones_stay(home: Workspace) -> None:
    new = resident_number(date(1966, 5, 1), Sex.MALE, 33)
    told = planned(home, corrected(home, new))
    assert "档案随之改动" in told.questions
    assert "2026-05-01" in told.consequences, "sixty is reached on another day"
    own = planned(home, corrected(home, new, birth_on=date(1967, 1, 1)))
    assert ("人员 杨大山", "出生日期", "1980-12-06", "1967-01-01") in own.changes
    assert "出生日期与公民身份号码不一致" in own.questions
    changed(home, "0004/杨大山", birth_on=date(1979, 1, 1))
    kept = planned(home, corrected(home, new))
    assert not [change for change in kept.changes if change[1] == "出生日期"]
    done(home, corrected(home, new))
    assert member(home, "0004/杨大山").person.birth_on == date(1979, 1, 1)


def test_t9_other_sex_must_be_chosen(home: Workspace) -> None:
    new = resident_number(member(home, "0004/杨大山").person.birth_on, Sex.FEMALE, 33)
    assert refused_at(home, corrected(home, new)) == {"sex"}
    assert "性别与公民身份号码不一致" in planned(home, corrected(home, new, sex=Sex.MALE)).questions
    done(home, corrected(home, new, sex=Sex.FEMALE))
    assert member(home, "0004/杨大山").person.sex is Sex.FEMALE


def test_t8_unknown_area_is_asked_about(home: Workspace) -> None:
    new = resident_number(member(home, "0004/杨大山").person.birth_on, Sex.MALE, 33, area="342724")
    assert planned(home, corrected(home, new)).plan.possible
    strange = resident_number(member(home, "0004/杨大山").person.birth_on, Sex.MALE, 33, area="991122")
    assert "地区码" in planned(home, corrected(home, strange)).questions


def test_t12_disability_card_of_the_former_number_is_asked_about_and_its_grade_counts(home: Workspace) -> None:
    old = member(home, "0004/杨大山").person
    changed(
        home,
        "0004/杨大山",
        disability_certificate=f"{old.id_number}42",
        disability_kind=DisabilityKind.LIMB,
        disability_grade=2,
    )
    new = resident_number(old.birth_on, Sex.MALE, 33)
    told = planned(home, corrected(home, new))
    assert "残疾证" in told.questions
    done(home, corrected(home, new))
    assert member(home, "0004/杨大山").person.disability_grade == 2


def test_t3_paper_with_a_wrong_number_is_kept_until_it_is_cleared_up(home: Workspace) -> None:
    wrong = wrong_check_digit(resident_number(date(1981, 1, 1), Sex.MALE, 33))
    done(home, corrected(home, wrong, unverified=True))
    stored = member(home, "0004/杨大山").person
    assert (stored.id_number, stored.id_unverified) == (wrong, True)
    right = resident_number(stored.birth_on, Sex.MALE, 33)
    done(home, corrected(home, right))
    assert not member(home, "0004/杨大山").person.id_unverified


def test_number_of_somebody_who_left_may_be_corrected_too(home: Workspace) -> None:
    who = person(home, "0004/杨小雪")
    done(home, Away(people=(who,), on=date(2026, 1, 10), hukou_moves=True, to_place="大姚县"))
    birth_on = stored_person(home, who).birth_on
    new = resident_number(birth_on, Sex.FEMALE, 35)
    done(home, corrected(home, new, person_id=who))
    assert stored_person(home, who).id_number == new
    assert [kind for kind in relations(home, "0004") if kind == "杨小雪"] == []


def stored_person(home: Workspace, who: PersonId) -> Person:
    with home.store.reading() as connection:
        from clerk_app.storage.unit_of_work import UnitOfWork  # noqa: PLC0415 - reading one record past the services

        return UnitOfWork(connection).people.get(who)


def test_stored_text_is_no_template(home: Workspace) -> None:
    old = member(home, "0004/杨小雪").person
    change_person(home, replace(old, disability_certificate="{旧证}"))
    told = planned(home, corrected(home, resident_number(old.birth_on, Sex.FEMALE, 36), person_id=old.id))
    assert told.plan.possible
    assert told.questions
    assert household_numbered(home, "0004").household.number == "0004"
    assert FollowUpKind.NUMBER_NOTICE.value in [kind for kind, _ in told.rechecks]


def test_number_that_was_right_after_all_is_no_longer_in_doubt_and_leaves_no_former_one(home: Workspace) -> None:
    changed(home, "0004/杨大山", id_unverified=True)
    request = corrected(home, number_of(home))
    assert "原来的号码" not in planned(home, request).consequences
    done(home, request)
    assert not member(home, "0004/杨大山").person.id_unverified

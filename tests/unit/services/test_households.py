"""The register: what is checked, what is stored, where a known number is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from clerk_app.domain.codes import HEAD, DisabilityKind, HukouKind, IdentityKind, Sex
from clerk_app.domain.household import Person
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.domain.resident_id import from_15_digits
from clerk_app.errors import UserError
from clerk_app.services.history import history_of
from clerk_app.services.households import (
    HouseholdEntry,
    MemberEntry,
    change_household,
    group_names,
    household_numbered,
    known_person,
    list_households,
    new_identity,
    new_person,
    open_household,
    register_household,
    search,
)
from clerk_app.services.people import add_member, change_person, end_membership
from clerk_app.services.person_check import LONGEST_NAME, check_person
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock, a_household, a_member, person_named, resident_number, wrong_check_digit

BORN = date(1960, 2, 29)
NUMBER = resident_number(BORN)


def a_person(**facts: Any) -> Person:
    facts = {"name": "段有福", "birth_on": BORN, "sex": Sex.MALE, "id_number": NUMBER, **facts}
    return new_person(**facts)


def refusal(person: Person) -> UserError:
    with pytest.raises(UserError) as refused:
        check_person(person, DAY)
    return refused.value


def test_registered_household_is_on_file_as_entered(workspace: Workspace) -> None:
    entry = HouseholdEntry(
        number=" 0007 ",
        group=" 第3组",
        address="石桥5号 ",
        hukou=HukouKind.RESIDENT,
        phone="0878-1",
        land=350,
        housing_area=90,
        housing_structure="砖混",
        note="临街",
    )
    members = (a_member("段有福", age=60), a_member("段小雨", age=8, sex=Sex.FEMALE, relation="42"))
    household_id = register_household(workspace, entry, members)
    file = open_household(workspace, household_id)
    household = file.household
    assert (household.number, household.group, household.address) == ("0007", "第3组", "石桥5号")
    assert (household.hukou, household.land, household.housing_area) == (HukouKind.RESIDENT, 350, 90)
    assert (household.phone, household.housing_structure, household.note) == ("0878-1", "砖混", "临街")
    assert (household.registered_on, household.closed_on) == (DAY, None)
    assert file.head is not None
    assert file.head.person.name == "段有福"
    assert [(m.person.name, m.membership.relation, m.membership.from_on) for m in file.members] == [
        ("段有福", HEAD, DAY),
        ("段小雨", "42", DAY),
    ]


def test_numbers_follow_the_highest_of_digits_when_none_is_given(workspace: Workspace) -> None:
    assert a_household().with_head().register(workspace).household.number == "0001"
    a_household().numbered("0041").with_head("何一", place=2).register_id(workspace)
    a_household().numbered("A-99").with_head("何二", place=3).register_id(workspace)
    assert a_household().with_head("何三", place=4).register(workspace).household.number == "0042"
    a_household().numbered("9999").with_head("何四", place=5).register_id(workspace)
    assert a_household().with_head("何五", place=6).register(workspace).household.number == "10000"


@pytest.mark.parametrize(("number", "field"), [("1" * 31, "number"), ("00\x0701", "number")])
def test_household_number_is_refused_when_it_cannot_be_printed(workspace: Workspace, number: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        a_household().numbered(number).with_head().register_id(workspace)
    assert refused.value.field == field


def test_household_number_is_refused_when_another_has_it(village: Workspace) -> None:
    with pytest.raises(UserError, match="0001") as refused:
        a_household().numbered("0001").with_head("何一", place=9).register_id(village)
    assert refused.value.field == "number"


@pytest.mark.parametrize(
    ("relations", "heads"), [((), 0), (("12",), 0), ((HEAD, HEAD), 2)], ids=["nobody", "no head", "two heads"]
)
def test_household_is_refused_without_exactly_one_head(
    workspace: Workspace, relations: tuple[str, ...], heads: int
) -> None:
    members = tuple(a_member(f"何{i}", relation=relation, place=i) for i, relation in enumerate(relations))
    with pytest.raises(UserError, match=f"现在有 {heads} 位"):
        register_household(workspace, HouseholdEntry(), members)
    assert list_households(workspace) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("group", "组" * (LONGEST_TEXT + 1)),
        ("address", "路" * (LONGEST_TEXT + 1)),
        ("phone", "1" * (LONGEST_TEXT + 1)),
        ("housing_structure", "砖" * (LONGEST_TEXT + 1)),
        ("note", "记" * (LONGEST_TEXT + 1)),
        ("land", -1),
        ("land", 10_000_001),
        ("housing_area", -1),
        ("housing_area", 100_001),
    ],
)
def test_household_fact_is_refused_at_its_field_when_out_of_range(
    workspace: Workspace, field: str, value: object
) -> None:
    entry = replace(HouseholdEntry(), **{field: value})  # type: ignore[arg-type]
    with pytest.raises(UserError) as refused:
        register_household(workspace, entry, (a_member("何一"),))
    assert refused.value.field == field
    assert list_households(workspace) == ()


def test_household_and_person_facts_are_plain_texts(workspace: Workspace) -> None:
    head = replace(a_member("何一"), person=replace(a_member("何一").person, phone="138\n0000"))
    register_household(workspace, HouseholdEntry(number="7", address="石桥\n5号", note="一\n二"), (head,))
    file = household_numbered(workspace, "7")
    assert (file.household.address, file.household.note, file.members[0].person.phone) == (
        "石桥 5号",
        "一\n二",
        "138 0000",
    )
    with pytest.raises(UserError) as refused:
        register_household(workspace, HouseholdEntry(group="组\x00"), (a_member("何二", place=2),))
    assert refused.value.field == "group"


def test_relation_is_refused_when_the_standard_has_no_such_code(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="98") as refused:
        a_household().with_head().with_member("何一", "98", place=2).register_id(workspace)
    assert refused.value.field == "relation"
    assert list_households(workspace) == ()


# T1 to T13 of the domain notes


@pytest.mark.parametrize(
    "typed",
    [
        "53232519900307003x",
        "53232519900307003Ｘ",
        " 532325 19900307 003X ",
        "'53232519900307003X",
        "53232519900307003X\u00a0",
    ],
)
def test_number_is_stored_in_one_spelling_however_it_was_typed(typed: str) -> None:
    person, _ = check_person(a_person(id_number=typed, birth_on=date(1990, 3, 7)), DAY)
    assert person.id_number == "53232519900307003X"


def test_number_that_excel_cut_off_is_refused() -> None:
    assert refusal(a_person(id_number="3.41004E+17")).field == "id_number"


OLD = "341004600229001"
NEW = "341004196002290016"


def on_file(workspace: Workspace, **facts: Any) -> Person:
    entry = MemberEntry(person=a_person(**facts), relation=HEAD)
    return open_household(workspace, register_household(workspace, HouseholdEntry(), (entry,))).members[0].person


def test_t2_old_number_is_stored_as_the_new_one_and_kept_beside_it(workspace: Workspace) -> None:
    stored, (question,) = check_person(a_person(id_number=OLD), DAY)
    assert (stored.id_number, stored.former_id_number) == (NEW, OLD)
    assert NEW in question.message
    person = on_file(workspace, id_number=OLD)
    assert (person.id_number, person.former_id_number) == (NEW, OLD)
    (entry,) = history_of(workspace, (person.id,))
    assert {("公民身份号码", NEW), ("原身份号码", OLD)} <= {(line.field, line.after) for line in entry.changes}


@pytest.mark.parametrize("entered", [OLD, NEW], ids=["old", "new"])
@pytest.mark.parametrize("asked", [OLD, NEW, OLD[:11], NEW[:13]], ids=["old", "new", "old begun", "new begun"])
def test_t2_whoever_was_entered_by_one_form_is_found_by_the_other(
    workspace: Workspace, entered: str, asked: str
) -> None:
    on_file(workspace, id_number=entered)
    assert [hit.name for hit in search(workspace, asked)] == ["段有福"]


@pytest.mark.parametrize(("first", "second"), [(OLD, NEW), (NEW, OLD)], ids=["old first", "new first"])
def test_t2_same_person_by_the_other_form_is_refused_as_known(workspace: Workspace, first: str, second: str) -> None:
    on_file(workspace, id_number=first)
    with pytest.raises(UserError, match="0001 户的段有福"):
        on_file(workspace, name="段富", id_number=second)


def test_t2_both_the_replaced_and_the_number_before_it_find_the_person(workspace: Workspace) -> None:
    person = on_file(workspace, id_number=OLD)
    second, third = (resident_number(BORN, Sex.MALE, place) for place in (41, 42))
    for number in (second, third):
        person = change_person(workspace, replace(person, id_number=number), reason="户口簿")
    assert (person.id_number, person.former_id_number) == (third, second)
    for number in (OLD, NEW, second, third):
        known = known_person(workspace, number)
        assert known is not None
        assert known.person_id == person.id
        assert [hit.person_id for hit in search(workspace, number)] == [person.id]


def test_t2_old_number_typed_over_the_new_one_changes_nothing_but_is_kept(workspace: Workspace) -> None:
    changed = change_person(workspace, replace(on_file(workspace, id_number=NEW), id_number=OLD))
    assert (changed.id_number, changed.former_id_number) == (NEW, OLD)
    assert [line.field for line in history_of(workspace, (changed.id,))[0].changes] == ["原身份号码"]


def test_temporary_number_still_finds_whoever_got_a_number(workspace: Workspace) -> None:
    before = on_file(workspace, id_number=None)
    change_person(workspace, replace(before, id_number=OLD), reason="补办")
    known = known_person(workspace, str(before.temporary_number))
    assert known is not None
    assert known.person_id == before.id


def test_known_person_is_found_by_the_old_and_the_new_form_of_a_number(workspace: Workspace) -> None:
    old = "341004600229001"
    new = from_15_digits(old)
    person = a_person(id_number=new)
    register_household(workspace, HouseholdEntry(group="第1组"), (MemberEntry(person=person, relation=HEAD),))
    for asked in (new, old):
        known = known_person(workspace, asked)
        assert known is not None
        assert (known.name, known.household_number, known.group) == ("段有福", "0001", "第1组")


def test_number_is_refused_as_known_when_its_old_form_stands_unverified(workspace: Workspace) -> None:
    old = a_person(id_number="341004600229001", id_unverified=True)
    register_household(workspace, HouseholdEntry(), (MemberEntry(person=old, relation=HEAD),))
    again = a_person(name="段福", id_number="341004196002290016")
    with pytest.raises(UserError, match="0001"):
        register_household(workspace, HouseholdEntry(), (MemberEntry(person=again, relation=HEAD),))


def test_wrong_check_digit_is_refused_unless_marked_as_unverified() -> None:
    wrong = wrong_check_digit(NUMBER)
    assert refusal(a_person(id_number=wrong)).field == "id_number"
    person, findings = check_person(a_person(id_number=f" {wrong} ", id_unverified=True), DAY)
    assert (person.id_number, person.id_unverified, findings) == (wrong, True, ())


@pytest.mark.parametrize("typed", ["12345", "5323251990030700三X", "-" * 18])
def test_unverified_number_is_refused_when_it_is_no_number_at_all(typed: str) -> None:
    assert refusal(a_person(id_number=typed, id_unverified=True)).field == "id_number"


def test_birth_date_that_differs_from_the_number_is_asked_about_and_kept() -> None:
    person, findings = check_person(a_person(birth_on=date(1960, 3, 1)), DAY)
    assert [finding.code for finding in findings] == ["birth_differs"]
    assert person.birth_on == date(1960, 3, 1)


def test_unknown_area_is_asked_about_never_refused() -> None:
    number = resident_number(BORN, area="990000")
    assert [finding.code for finding in check_person(a_person(id_number=number), DAY)[1]] == ["area_unknown"]


def test_sex_that_differs_from_the_number_is_asked_about() -> None:
    assert [finding.code for finding in check_person(a_person(sex=Sex.FEMALE), DAY)[1]] == ["sex_differs"]


@pytest.mark.parametrize("birth_on", [DAY + timedelta(days=1), date(1890, 1, 1)], ids=["future", "older than 130"])
def test_number_with_an_impossible_birth_date_is_refused(birth_on: date) -> None:
    assert refusal(a_person(id_number=resident_number(birth_on), birth_on=DAY)).field == "id_number"


def test_birth_date_in_the_future_is_refused_without_a_number() -> None:
    assert refusal(a_person(id_number=None, birth_on=DAY + timedelta(days=1))).field == "birth_on"


def test_birth_date_before_anyone_alive_is_refused_without_a_number() -> None:
    assert refusal(a_person(id_number=None, birth_on=date(1890, 1, 1))).field == "birth_on"


def test_person_without_number_gets_a_temporary_one_of_his_own(workspace: Workspace) -> None:
    file = (
        a_household()
        .with_head()
        .with_member("段新生", "41", id_number=None, age=0)
        .with_member("段又生", "41", id_number="  ", age=0)
        .register(workspace)
    )
    newborn = {m.person.name: (m.person.id_number, m.person.temporary_number) for m in file.members[1:]}
    assert newborn == {"段新生": (None, "L00001"), "段又生": (None, "L00002")}


def test_temporary_number_skips_one_that_is_in_use(workspace: Workspace) -> None:
    taken = replace(a_member("段一", id_number=None).person, temporary_number="L00002")
    register_household(workspace, HouseholdEntry(), (MemberEntry(person=taken, relation=HEAD),))
    file = a_household().with_head("段二", id_number=None).register(workspace)
    assert file.members[0].person.temporary_number == "L00003"


def test_temporary_number_goes_when_the_true_one_comes(workspace: Workspace) -> None:
    file = a_household().with_head(id_number=None, age=30).register(workspace)
    person = file.members[0].person
    changed = change_person(workspace, replace(person, id_number=resident_number(person.birth_on)))
    assert (changed.id_number, changed.temporary_number) == (resident_number(person.birth_on), None)


@pytest.mark.parametrize(
    ("certificate", "codes"),
    [
        (f"{NUMBER}42", []),
        (f"{NUMBER}43", ["certificate_grade_differs"]),
        (f"{NUMBER}12", ["certificate_kind_differs"]),
        (f"{resident_number(date(1960, 3, 1))}42", ["certificate_id_differs"]),
        ("旧证第3号", ["certificate_unreadable"]),
        ("", []),
    ],
)
def test_disability_card_that_disagrees_is_asked_about(certificate: str, codes: list[str]) -> None:
    person = a_person(disability_certificate=certificate, disability_kind=DisabilityKind.LIMB, disability_grade=2)
    kept, findings = check_person(person, DAY)
    assert [finding.code for finding in findings] == codes
    assert kept.disability_certificate == certificate


@pytest.mark.parametrize("name", ["李㛃", "罗𬭎", "阿的莫·沙玛乌芝", "次仁旺久平措多吉尼玛扎西顿珠", "Ａ段", "欧阳 修"])
def test_rare_name_is_stored_exactly_and_found(workspace: Workspace, name: str) -> None:
    a_household().with_head(f" {name} ").register_id(workspace)
    assert list_households(workspace)[0].head == name
    assert [hit.name for hit in search(workspace, name)] == [name]


@pytest.mark.parametrize("name", ["", "   ", "段" * (LONGEST_NAME + 1), "段\x00福", "段\n福", "段\ud800"])
def test_name_is_refused_when_it_cannot_be_a_name(name: str) -> None:
    assert refusal(a_person(name=name)).field == "name"


# the other checks of a person


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"nation": "77"}, "nation"),
        ({"phone": "1" * 501}, "note"),
        ({"note": "记" * 501}, "note"),
        ({"disability_certificate": "1" * 501}, "note"),
        ({"disability_grade": 5}, "disability_grade"),
        ({"disability_grade": 0}, "disability_grade"),
        ({"died_on": DAY + timedelta(days=1)}, "died_on"),
        ({"died_on": date(1960, 2, 28)}, "died_on"),
    ],
)
def test_person_is_refused_at_the_field_that_cannot_be(facts: dict[str, Any], field: str) -> None:
    assert refusal(a_person(**facts)).field == field


def test_number_known_in_the_village_is_refused_with_where_it_is(village: Workspace) -> None:
    known = household_numbered(village, "0002").members[0].person
    with pytest.raises(UserError, match="第2组 0002 户的单长乐") as refused:
        register_household(village, HouseholdEntry(), (MemberEntry(person=known, relation=HEAD),))
    assert refused.value.field == "id_number"
    assert len(list_households(village)) == 3


def test_known_person_is_none_for_a_new_number(village: Workspace) -> None:
    assert known_person(village, resident_number(date(2001, 1, 1), place=77)) is None


def test_same_number_twice_in_one_household_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UserError):
        a_household().with_head(place=1).with_member("段二", "20", place=1).register_id(workspace)
    assert list_households(workspace) == ()


def test_member_cannot_join_on_a_day_to_come(workspace: Workspace) -> None:
    late = replace(a_member("段有福"), from_on=DAY + timedelta(days=1))
    with pytest.raises(UserError) as refused:
        register_household(workspace, HouseholdEntry(), (late,))
    assert refused.value.field == "from_on"


def test_status_that_ends_before_it_begins_is_refused(workspace: Workspace) -> None:
    status = new_identity(IdentityKind.DIBAO, date(2025, 2, 1), to_on=date(2025, 1, 31))
    with pytest.raises(UserError) as refused:
        register_household(workspace, HouseholdEntry(), (replace(a_member("段有福"), identities=(status,)),))
    assert refused.value.field == "to_on"


def test_text_that_has_no_utf8_is_refused_by_a_sentence(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="不能保存"):
        register_household(workspace, HouseholdEntry(note="\ud800"), (a_member("段有福"),))
    assert list_households(workspace) == ()


# editing


def test_household_changes_only_what_was_entered(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    entry = HouseholdEntry(number="0001", group="第8组", address="新村9号", land=120)
    changed = change_household(village, file.household.id, file.household.version, entry)
    assert (changed.number, changed.group, changed.address, changed.land) == ("0001", "第8组", "新村9号", 120)
    assert changed.version == 2
    assert open_household(village, file.household.id).household == changed


def test_household_can_take_a_free_number_only(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    with pytest.raises(UserError, match="0002"):
        change_household(village, file.household.id, 1, HouseholdEntry(number="0002"))
    assert change_household(village, file.household.id, 1, HouseholdEntry(number="0009")).number == "0009"


def test_change_is_refused_when_somebody_was_faster(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    change_household(village, file.household.id, 1, HouseholdEntry(number="0001", note="先改"))
    with pytest.raises(UserError, match="刚被别处修改过"):
        change_household(village, file.household.id, 1, HouseholdEntry(number="0001", note="后改"))
    assert open_household(village, file.household.id).household.note == "先改"


def test_saving_without_a_change_leaves_no_act(village: Workspace) -> None:
    file = household_numbered(village, "0001")
    household = file.household
    before = len(history_of(village, (household.id,)))
    entry = HouseholdEntry(number="0001", group=household.group, address=household.address)
    assert change_household(village, household.id, household.version, entry) == household
    assert len(history_of(village, (household.id,))) == before


# lists


def test_list_shows_head_group_and_count_by_number(village: Workspace) -> None:
    rows = list_households(village)
    assert [(row.number, row.group, row.head, row.members) for row in rows] == [
        ("0001", "第1组", "段有福", 2),
        ("0002", "第2组", "单长乐", 3),
        ("0003", "第2组", "罗𬭎", 1),
    ]
    assert [(row.poor, row.disabled) for row in rows] == [(1, 0), (0, 0), (0, 1)]
    assert [row.number for row in list_households(village, group="第2组")] == ["0002", "0003"]


def test_group_names_are_in_the_order_of_their_numbers(village: Workspace) -> None:
    a_household().in_group("第10组").with_head("何十", place=20).register_id(village)
    assert group_names(village) == ("第1组", "第2组", "第10组")


def test_missing_household_is_a_sentence(village: Workspace) -> None:
    with pytest.raises(UserError, match="找不到这一户"):
        open_household(village, "no-such-id")
    with pytest.raises(UserError, match="4711") as refused:
        household_numbered(village, "4711")
    assert refused.value.field == "number"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("单长乐", ["单长乐"]),
        ("长乐", ["单长乐"]),
        ("shan", ["单长乐", "单小雨"]),
        ("dcl", ["单长乐"]),
        ("SCL", ["单长乐"]),
        ("0003", ["罗𬭎"]),
        ("19912340001", ["段有福"]),
        ("2340001", ["段有福"]),
        ("", []),
        ("  ", []),
        ("…", []),
        ("查无此人", []),
        ("' OR 1=1 --", []),
        ('"', []),
    ],
)
def test_search_finds_people_by_what_is_typed(village: Workspace, words: str, names: list[str]) -> None:
    assert [hit.name for hit in search(village, words)] == names


def test_search_by_group_gives_its_people_with_household_and_head(village: Workspace) -> None:
    hits = search(village, "第2组")
    assert {hit.name for hit in hits} == {"单长乐", "李㛃", "单小雨", "罗𬭎"}
    assert {(hit.household_number, hit.head_name) for hit in hits} == {("0002", "单长乐"), ("0003", "罗𬭎")}


def test_search_is_not_filled_by_those_who_left(workspace: Workspace) -> None:
    for place in range(51):
        left = a_household().with_head("王一", place=place).register(workspace)
        end_membership(workspace, left.members[0].membership.id, DAY, "迁出")
    stays = a_household().with_head("王二", place=60).register(workspace).members[0].person
    assert stays.id_number is not None
    for words in ("王", "wang", "w", stays.id_number[:10]):
        assert [hit.name for hit in search(workspace, words)] == ["王二"]


def test_search_takes_the_letter_of_a_dictionary(workspace: Workspace) -> None:
    a_household().with_head("吕绿").register_id(workspace)
    assert [[hit.name for hit in search(workspace, words)] for words in ("lülü", "LÜ", "lvlv")] == [["吕绿"]] * 3


def test_number_is_found_however_its_digits_are_set_apart(workspace: Workspace) -> None:
    person = a_household().with_head("段有福", phone="0878-570 1234").register(workspace).members[0].person
    assert person.id_number is not None
    number = person.id_number
    apart = f"{number[:6]} {number[6:10]} {number[10:14]}"
    for words in ("08785701234", "5701234", "570-12", "0878 5701 234", "0878-570 1234", apart):
        assert [hit.name for hit in search(workspace, words)] == ["段有福"], words


def test_search_follows_a_change_of_name(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    change_person(village, replace(person, name="罗宏"))
    assert search(village, "罗𬭎") == ()
    assert [hit.name for hit in search(village, "luohong")] == ["罗宏"]


def test_somebody_is_found_by_every_name_borne_before(village: Workspace) -> None:
    person = household_numbered(village, "0003").members[0].person
    stored = change_person(village, replace(person, former_name=" 罗小翠、欧阳翠 "), reason="户口簿")
    assert stored.former_name == "罗小翠、欧阳翠"
    for words in ("罗小翠", "luoxiaocui", "lxc", "欧阳", "oyc", "罗𬭎"):
        assert [hit.name for hit in search(village, words)] == ["罗𬭎"], words
    (entry, *_) = history_of(village, (person.id,))
    assert [(line.field, line.before, line.after) for line in entry.changes] == [("曾用名", "", "罗小翠、欧阳翠")]
    assert change_person(village, replace(stored, former_name="  ")).former_name is None
    assert [hit.name for hit in search(village, "罗小翠")] == []
    assert verify(village).ok


@pytest.mark.parametrize("name", ["翠" * 61, "翠\n儿"])
def test_former_name_that_cannot_be_is_refused_at_its_field(village: Workspace, name: str) -> None:
    person = household_numbered(village, "0003").members[0].person
    with pytest.raises(UserError, match="曾用名") as refused:
        change_person(village, replace(person, former_name=name))
    assert refused.value.field == "former_name"


def test_search_by_part_of_an_identity_number(village: Workspace) -> None:
    file = household_numbered(village, "0003")
    number = file.members[0].person.id_number
    assert number is not None
    assert [hit.person_id for hit in search(village, number[6:])] == [person_named(file, "罗𬭎")]


def test_household_is_seen_as_of_a_day(village: Workspace, clock: FixedClock) -> None:
    file = household_numbered(village, "0003")
    clock.day = DAY + timedelta(days=30)
    add_member(village, file.household.id, a_member("罗小", relation="20", age=10, place=30))
    assert [m.person.name for m in open_household(village, file.household.id, DAY).members] == ["罗𬭎"]
    assert [m.person.name for m in open_household(village, file.household.id).members] == ["罗𬭎", "罗小"]


def test_name_of_signs_only_is_stored_though_no_key_finds_it(workspace: Workspace) -> None:
    a_household().with_head("···").register_id(workspace)
    assert [(row.head, row.members) for row in list_households(workspace)] == [("···", 1)]
    assert [hit.name for hit in search(workspace, "0001")] == ["···"]
    assert verify(workspace).ok


def test_nobody_joins_before_being_born(village: Workspace) -> None:
    child = replace(a_member("段新", age=5, relation="20", place=41), from_on=DAY - timedelta(days=365 * 9))
    with pytest.raises(UserError, match="早于段新的出生日期") as refused:
        add_member(village, household_numbered(village, "0001").household.id, child)
    assert refused.value.field == "from_on"
    with pytest.raises(UserError, match="出生日期"):
        register_household(village, HouseholdEntry(), (a_member("段早", place=42),), on=date(1960, 1, 1))


def test_character_of_a_private_area_is_asked_about_and_kept() -> None:
    stored, findings = check_person(a_person(name="李\ue863"), DAY)
    assert stored.name == "李\ue863"
    assert [finding.code for finding in findings] == ["private_character"]
    assert [finding.code for finding in check_person(a_person(name="李䶮", id_number=None), DAY)[1]] == []

"""住户登记表 as a real PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from clerk_app.domain.codes import HukouKind, IdentityKind
from clerk_app.domain.contribution import ContributionId
from clerk_app.domain.household import Identity, IdentityId, Member, PersonId
from clerk_app.domain.money import Money
from clerk_app.printing.forms.household_form import HouseholdFormData
from clerk_app.printing.registry import render

Reader = Callable[[bytes], Any]
Builder = Callable[..., Member]
YI_NAME = "吉克曲布木乃·阿依拉扎尔果莫·沙马古兹惹曲比尔哈莫洛合·阿木"
SECRETS = (
    "13908780000", "13900001111", "尿毒症", "重病", "肢体", "残疾", "丧失", "丧偶", "健康", "大树脚", "12.34", "砖混", "滑坡",
    "1958-03-05", "195803050", "6222021234567890123", "低保对象", "农业",
)  # fmt: skip


@dataclass(frozen=True)
class Household:
    """Shorthand for changing the household of a form."""

    form: HouseholdFormData

    def with_members(self, *members: Member) -> HouseholdFormData:
        return replace(self.form, file=replace(self.form.file, members=members))

    def changed(self, **fields: Any) -> HouseholdFormData:
        return replace(self.form, file=replace(self.form.file, household=replace(self.form.file.household, **fields)))


def test_form_tells_the_household_when_printed_for_the_file(form: HouseholdFormData, read: Reader) -> None:
    text = read(render(form)).text
    for part in (
        "住户登记表", "姚安县栋川镇清河村村民委员会", "2026年11月21日", "清河-0012", "第三村民小组", "1人", "清河村大树脚17号",
        "农业", "13908780000", "12.34亩", "96平方米砖混", "2016-05-01", "在册", "屋后滑坡隐患", "户主签字（指印）", "李会计",
        "村民委员会（章）", "编号ZH-2026-000123", "第2份", "内部资料，注意保密", "政策版本姚安2017.1", "打印日期2026-11-21",
        "第1页共1页",
    ):  # fmt: skip
        assert part in text


def test_form_tells_the_member_when_printed_for_the_file(form: HouseholdFormData, head: Member, read: Reader) -> None:
    text = read(render(form)).text
    for part in (
        "王䶮㛃𬭎𬀩", "户主", "汉族", head.person.id_number, "1958-03-05", "68", "丧偶", "完全丧失", "低保对象", "尿毒症透析",
    ):  # fmt: skip
        assert part in text
    assert "肢体残疾二级、患重病、自理能力部分丧失" in text
    assert "建档立卡" not in text


def test_form_tells_dibao_and_contributions_when_there_are_some(form: HouseholdFormData, read: Reader) -> None:
    text = read(render(form)).text
    assert "B类基本保障户，每月958.50元，2024年6月起" in text
    assert "政府代缴" in text
    assert "¥200.00人民币贰佰元整" in text


def test_form_says_so_when_there_is_neither_dibao_nor_contribution(form: HouseholdFormData, read: Reader) -> None:
    text = read(render(replace(form, dibao=None, contributions=()))).text
    assert "未享受最低生活保障" in text
    assert "合计" not in text


def test_form_shows_both_entries_when_one_was_reversed(form: HouseholdFormData, read: Reader) -> None:
    first = form.contributions[0]
    reversal = replace(first, id=ContributionId("c2"), amount=-first.amount, reverses=first.id)
    stranger = replace(first, id=ContributionId("c3"), person_id=PersonId("gone"), amount=Money.yuan(300))
    text = read(render(replace(form, contributions=(first, reversal, stranger)))).text
    assert "冲销" in text
    assert "-200.00" in text
    assert "已离户成员" in text
    assert "¥300.00人民币叁佰元整" in text


def test_form_goes_over_two_pages_when_there_are_fourteen_members(
    form: HouseholdFormData, member: Builder, read: Reader
) -> None:
    members = [member(place, f"王成员{place:02d}", date(1960 + place, 1, 1)) for place in range(1, 15)]
    contributions = tuple(
        replace(form.contributions[0], id=ContributionId(f"c{one.person.id}"), person_id=one.person.id)
        for one in members
    )
    pages = read(render(replace(Household(form).with_members(*members), contributions=contributions))).pages
    assert len(pages) == 2
    assert "第1页共2页" in pages[0]
    assert "第2页共2页" in pages[1]
    assert "住户登记表（续）户号清河-0012" in pages[1]
    assert all(pages[0].count(one.person.name) >= 1 for one in members)
    assert pages[1].count("户主签字（指印）") == 1


def test_form_repeats_the_head_when_members_alone_fill_the_page(
    form: HouseholdFormData, member: Builder, read: Reader
) -> None:
    members = [member(place, f"王成员{place:02d}", date(1960, 1, 1)) for place in range(1, 41)]
    pages = read(render(Household(form).with_members(*members))).pages
    assert len(pages) == 3
    assert all("公民身份号码" in page for page in pages[:2])


def test_form_prints_a_thirty_character_name_whole_when_members_have_one(
    form: HouseholdFormData, member: Builder, read: Reader
) -> None:
    assert len(YI_NAME) == 30
    text = read(render(Household(form).with_members(member(1, YI_NAME, date(1960, 2, 29), nation="07")))).text
    assert text.count(YI_NAME) >= 2
    assert "彝族" in text


@pytest.mark.parametrize("name", ["<b>王</b>&amp;", "<font name='x'>", "</para>", "%s{x}", "=1+1", "(王)\\"])
def test_form_prints_a_hostile_name_as_it_stands_when_it_looks_like_code(
    form: HouseholdFormData, member: Builder, read: Reader, name: str
) -> None:
    text = read(render(Household(form).with_members(member(1, name, date(1960, 1, 1))))).text
    assert name.replace(" ", "") in text


def test_form_shows_the_code_point_when_no_font_has_a_character(
    form: HouseholdFormData, member: Builder, read: Reader
) -> None:
    text = read(render(Household(form).with_members(member(1, "王\U00020000", date(1960, 1, 1))))).text
    assert "王〓U+20000" in text


def test_form_stays_whole_when_every_text_is_endless(form: HouseholdFormData, member: Builder, read: Reader) -> None:
    endless = Household(form).changed(
        number="号" * 10_000,
        group="组" * 10_000,
        address="址" * 10_000,
        note="注" * 10_000,
        housing_structure="砖" * 10_000,
    )
    members = Household(endless).with_members(member(1, "王" * 10_000, date(1960, 1, 1), note="备" * 10_000))
    read_back = read(render(replace(members, village="村" * 1_000, dibao="低" * 10_000)))
    assert read_back.text.count("字，全文见电脑") >= 6
    assert len(read_back.pages) <= 5


def test_form_says_so_when_number_or_members_are_missing(
    form: HouseholdFormData, member: Builder, read: Reader
) -> None:
    unverified = member(1, "王甲", date(1960, 1, 1), id_unverified=True)
    temporary = member(2, "王乙", date(2026, 10, 1), id_number=None, temporary_number="临-0007")
    nothing = member(3, "王丙", date(2020, 10, 1), id_number=None, student=True, died_on=date(2026, 3, 4))
    text = read(render(Household(form).with_members(unverified, temporary, nothing))).text
    assert "（待核实）" in text
    assert "临时编号临-0007" in text
    assert "2026-03-04死亡；在校" in text
    empty = read(render(Household(form).with_members())).text
    assert "本户现无成员" in empty


def test_form_tells_grade_and_lifting_when_a_status_has_them(
    form: HouseholdFormData, head: Member, read: Reader
) -> None:
    identity = Identity(
        id=IdentityId("i"),
        person_id=head.person.id,
        kind=IdentityKind.STERILISATION_COMPLICATION,
        grade=3,
        from_on=date(2010, 1, 1),
        lifted_on=date(2019, 1, 1),
    )
    text = read(render(Household(form).with_members(replace(head, identities=(identity,))))).text
    assert "节育手术并发症（三级）（已标注脱贫）" in text


def test_form_tells_disability_without_grade_when_only_the_kind_is_known(
    form: HouseholdFormData, head: Member, read: Reader
) -> None:
    person = replace(head.person, disability_grade=None, serious_illness=False, chronic_illness=True)
    text = read(render(Household(form).with_members(replace(head, person=person)))).text
    assert "肢体残疾、患慢性病" in text
    grade_only = replace(head.person, disability_kind=None, serious_illness=False)
    assert "残疾二级" in read(render(Household(form).with_members(replace(head, person=grade_only)))).text


def test_form_says_unknown_when_household_facts_are_missing(form: HouseholdFormData, read: Reader) -> None:
    bare = Household(form).changed(
        address="", phone="", group="", land=None, housing_area=None, housing_structure="", note="",
        hukou=HukouKind.RESIDENT, closed_on=date(2026, 1, 2),
    )  # fmt: skip
    text = read(render(bare)).text
    assert text.count("—") >= 5
    assert "2026-01-02销户" in text


@pytest.mark.parametrize(
    ("village", "committee"),
    [("清河村", "清河村村民委员会"), ("清河社区", "清河社区居民委员会"), ("清河村委会", "清河村委会填表")],
)
def test_form_names_the_committee_once_when_the_village_name_may_hold_it(
    form: HouseholdFormData, read: Reader, village: str, committee: str
) -> None:
    text = read(render(replace(form, village=village))).text
    assert f"填表单位：{committee.removesuffix('填表')}填表日期" in text


def test_masked_form_holds_nothing_private_when_read_back(
    form: HouseholdFormData, member: Builder, head: Member, read: Reader
) -> None:
    child = member(2, "王秘密", date(2018, 9, 9), student=True)
    paid = replace(form.contributions[0], id=ContributionId("c2"), person_id=child.person.id)
    full = replace(Household(form).with_members(head, child), contributions=(*form.contributions, paid))
    pdf = render(replace(full, masked=True))
    text = read(pdf).text
    for secret in (
        *SECRETS,
        "王秘密",
        child.person.id_number,
        head.person.id_number,
        child.person.birth_on.isoformat(),
    ):
        assert secret not in text
    assert child.person.id_number is not None
    assert child.person.id_number[-4:] not in text
    assert "王秘密" in read(render(full)).text
    for shown in ("王䶮㛃𬭎𬀩", "532325********", "未成年成员", "公示用", "号码已遮住", "B类", "第三村民小组", "2人"):
        assert shown in text


def test_masked_form_hides_the_head_when_the_head_is_a_child(
    form: HouseholdFormData, member: Builder, read: Reader
) -> None:
    orphan = member(1, "王孤儿", date(2012, 1, 1), id_number=None)
    text = read(render(replace(Household(form).with_members(orphan), masked=True))).text
    assert "王孤儿" not in text
    assert text.count("未成年成员") >= 2


def test_masked_form_holds_no_private_bytes_when_looked_at_raw(form: HouseholdFormData) -> None:
    pdf = render(replace(form, masked=True))
    for secret in ("王䶮", "13908780000", "李会计", "清河"):
        assert secret.encode() not in pdf
        assert secret.encode("utf-16-be") not in pdf


def test_form_is_the_same_bytes_when_printed_twice(form: HouseholdFormData) -> None:
    assert render(form) == render(form)
    assert render(form) != render(replace(form, clerk="张会计"))


def test_form_embeds_every_font_when_printed(form: HouseholdFormData, read: Reader) -> None:
    found = read(render(form))
    assert found.embedded == len(found.fonts) > 1
    assert {name.split("+")[1] for name in found.fonts} == {"ClerkSong-Regular", "ClerkHei-Regular"}

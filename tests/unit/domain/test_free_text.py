from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.codes import HEAD, NATIONS, RELATIONS, DisabilityKind, IdentityKind, Sex
from clerk_app.domain.free_text import (
    HardshipWords,
    clean_name,
    disability_certificate,
    identity_kinds,
    nation_code,
    relation_code,
    sex_of,
    sex_of_relation,
)
from clerk_app.domain.resident_id import Severity
from clerk_app.errors import UserError

COMPLICATION = IdentityKind.STERILISATION_COMPLICATION
POOR, DIBAO, TEKUN = IdentityKind.REGISTERED_POOR, IdentityKind.DIBAO, IdentityKind.TEKUN


@pytest.mark.parametrize(("code", "label"), [item for item in RELATIONS.items() if item[0] != "10"])
def test_label_and_code_of_the_standard_give_the_code(code: str, label: str) -> None:
    assert relation_code(label) == code
    assert relation_code(code) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("户 主", HEAD),
        ("本户户主", HEAD),
        ("妻子", "12"),
        ("之妻", "12"),
        ("户主之妻", "12"),
        ("系户主之妻", "12"),
        ("系户主的妻子", "12"),
        ("与户主关系：妻", "12"),
        ("丈夫", "11"),
        ("之夫", "11"),
        ("儿子", "20"),
        ("之子", "20"),
        ("大儿子", "22"),
        ("二子", "23"),
        ("小儿子", "29"),
        ("独子", "21"),
        ("之女", "30"),
        ("女儿", "30"),
        ("大女儿", "32"),
        ("五女儿", "36"),
        ("幺女", "39"),
        ("养子", "27"),
        ("继女", "37"),
        ("长媳", "38"),
        ("媳妇", "38"),
        ("二儿媳妇", "38"),
        ("长子之妻", "38"),
        ("次子媳", "38"),
        ("大孙媳妇", "45"),
        ("户主本人", HEAD),
        ("妻子（已故）", None),
        ("婿", "28"),
        ("上门女婿", "28"),
        ("大女婿", "28"),
        ("孙", "41"),
        ("长孙", "41"),
        ("长孙女", "42"),
        ("孙媳妇", "45"),
        ("外孙", "43"),
        ("大外孙女", "44"),
        ("重孙女", "48"),
        ("父", "51"),
        ("母", "52"),
        ("公爹", "53"),
        ("婆母", "54"),
        ("老丈人", "55"),
        ("丈母娘", "56"),
        ("继母", "58"),
        ("后妈", "58"),
        ("义子", "27"),
        ("祖父母", "60"),
        ("岳丈", "55"),
        ("妻弟", "97"),
        ("爷爷", "61"),
        ("外婆", "64"),
        ("哥哥", "71"),
        ("弟弟", "73"),
        ("弟妹", "74"),
        ("侄", "93"),
        ("侄儿媳", None),
        ("亲属", "97"),
        ("朋友", "99"),
        ("其他", "80"),
        ("其子", "20"),
        ("", None),
        ("之", None),
        ("户主之", None),
        ("邻居家的猫", None),
        ("子女", None),
        ("1", None),
    ],
)
def test_relation_is_read_as_clerks_write_it(text: str, code: str | None) -> None:
    assert relation_code(text) == code


@pytest.mark.parametrize(
    ("text", "sex", "code"),
    [
        ("配偶", None, "10"),
        ("配偶", Sex.MALE, "11"),
        ("之配偶", Sex.FEMALE, "12"),
        ("老伴", Sex.FEMALE, "12"),
        ("外孙", Sex.FEMALE, "44"),
        ("长外孙", Sex.MALE, "43"),
        ("外孙子", Sex.FEMALE, "43"),
        ("重孙", Sex.FEMALE, "48"),
        ("10", Sex.MALE, "10"),
        ("孙", Sex.FEMALE, "42"),
        ("孙", Sex.MALE, "41"),
        ("子女", Sex.FEMALE, "30"),
        ("孩子", Sex.MALE, "20"),
    ],
)
def test_relation_of_either_sex_is_settled_by_the_person(text: str, sex: Sex | None, code: str) -> None:
    assert relation_code(text, sex) == code


@pytest.mark.parametrize(("code", "label"), NATIONS.items())
def test_nation_is_known_by_label_short_name_and_code(code: str, label: str) -> None:
    assert nation_code(label) == nation_code(f" {label.removesuffix('族')} ") == nation_code(code) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1", "01"),
        ("０７", "07"),
        ("毛难族", "36"),
        ("未识别民族", "97"),
        ("其他民族", "97"),
        ("穿青人", "97"),
        ("外国血统中国籍人士", "98"),
        ("57", None),
        ("", None),
        ("族", None),
        ("汉人族群", None),
    ],
)
def test_nation_is_read_as_clerks_write_it(text: str, code: str | None) -> None:
    assert nation_code(text) == code


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("男", Sex.MALE),
        (" 男性", Sex.MALE),
        ("１", Sex.MALE),
        ("m", Sex.MALE),
        ("女", Sex.FEMALE),
        ("2", Sex.FEMALE),
        ("F", Sex.FEMALE),
        ("0", None),
        ("", None),
        ("不详", None),
    ],
)
def test_sex_is_read(text: str, sex: Sex | None) -> None:
    assert sex_of(text) is sex


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", HardshipWords()),
        ("无", HardshipWords()),
        ("一般农户", HardshipWords()),
        ("建档立卡", HardshipWords((POOR,))),
        ("建档立卡贫困人口", HardshipWords((POOR,))),
        ("建档立卡户(已脱贫)", HardshipWords((POOR,), lifted=True)),
        ("建档立卡户（已脱贫享受政策）", HardshipWords((POOR,), lifted=True)),
        ("建档立卡已脱贫", HardshipWords((POOR,), lifted=True)),
        ("已脱贫户", HardshipWords((POOR,), lifted=True)),
        ("脱贫户", HardshipWords((POOR,), lifted=True)),
        ("(已脱贫)", HardshipWords((POOR,), lifted=True)),
        ("建档立卡户(未脱贫)", HardshipWords((POOR,))),
        ("未脱贫", HardshipWords((POOR,))),
        ("未脱贫建档立卡户", HardshipWords((POOR,))),
        ("兜底脱贫", HardshipWords((IdentityKind.SAFETY_NET,))),
        ("低保", HardshipWords((DIBAO,))),
        ("低保对象", HardshipWords((DIBAO,))),
        ("Ｂ类低保", HardshipWords((DIBAO,))),
        ("一类低保", HardshipWords((DIBAO,))),
        ("五保", HardshipWords((TEKUN,))),
        ("特困供养人员（分散）", HardshipWords((TEKUN,))),
        ("低保边缘家庭", HardshipWords((IdentityKind.LOW_INCOME,))),
        ("边缘户", HardshipWords((IdentityKind.BORDERLINE_POOR,))),
        ("失独", HardshipWords((IdentityKind.SPECIAL_SUPPORT,))),
        ("节育并发症", HardshipWords((IdentityKind.STERILISATION_COMPLICATION,))),
        ("节育并发症二级", HardshipWords((COMPLICATION,), grade=2)),
        ("三级节育手术并发症", HardshipWords((COMPLICATION,), grade=3)),
        ("节育手术并发症（1等）、节育并发症、低保", HardshipWords((COMPLICATION, DIBAO), grade=1)),
        ("低保二级", HardshipWords(unknown=("低保二级",))),
        ("独生子女光荣证", HardshipWords((IdentityKind.ONE_CHILD_CERTIFICATE,))),
        ("双女户", HardshipWords((IdentityKind.TWO_DAUGHTER_STERILISED,))),
        ("建档立卡、低保", HardshipWords((POOR, DIBAO))),
        ("低保，五保,低保户", HardshipWords((DIBAO, TEKUN))),
        (
            "低保/建档立卡(已脱贫) 特困；双女户",
            HardshipWords((DIBAO, POOR, TEKUN, IdentityKind.TWO_DAUGHTER_STERILISED), lifted=True),
        ),
        ("低保、军属、烈属(三等)", HardshipWords((DIBAO,), unknown=("军属", "烈属"))),
        ("已脱贫享受政策", HardshipWords((POOR,), lifted=True)),
        ("已脱贫（不享受政策）", HardshipWords((POOR,), lifted=True)),
        ("返贫", HardshipWords((POOR,))),
        ("享受政策", HardshipWords(unknown=("享受政策",))),
        ("脱贫不稳定户", HardshipWords(unknown=("脱贫不稳定户",))),
        ("registered_poor", HardshipWords((POOR,))),
        ("、，", HardshipWords()),
        ("低保)", HardshipWords((DIBAO,))),
    ],
)
def test_hardship_words_are_read(text: str, read: HardshipWords) -> None:
    assert identity_kinds(text) == read


@pytest.mark.parametrize("kind", IdentityKind)
def test_label_of_a_status_is_read_back(kind: IdentityKind) -> None:
    assert identity_kinds(kind.label).kinds == (kind,)


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text: str) -> None:
    identity_kinds(text)
    relation_code(text, Sex.FEMALE)
    nation_code(text)
    sex_of(text)


def test_certificate_of_20_characters_is_taken_apart() -> None:
    card = disability_certificate("53232519740820031542", "532325197408200315")
    assert (card.id_part, card.kind, card.grade, card.reissue) == ("532325197408200315", DisabilityKind.LIMB, 2, 0)
    assert card.findings == ()


def test_certificate_of_22_characters_tells_its_reissue() -> None:
    card = disability_certificate(" 13027319541231004x 12 b2", None)
    assert card.number == "13027319541231004X12B2"
    assert (card.kind, card.grade, card.reissue) == (DisabilityKind.SIGHT, 2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "532325197408200315",
        "5323251974082003154",
        "53232519740820031502",
        "53232519740820031582",
        "53232519740820031540",
        "53232519740820031545",
        "53232519740820031542B",
        "53232519740820031542C1",
        "5.32325E+19",
        "无",
    ],
)
def test_text_that_is_no_certificate_number_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refusal:
        disability_certificate(text, None)
    assert refusal.value.field == "disability_certificate"


def test_certificate_that_differs_from_the_person_is_asked_about() -> None:
    card = disability_certificate("53232519740820031542", "341004196002290016", kind=DisabilityKind.MIND, grade=3)
    assert [finding.code for finding in card.findings] == [
        "certificate_id_differs",
        "certificate_kind_differs",
        "certificate_grade_differs",
    ]
    assert all(finding.severity is Severity.WARNING for finding in card.findings)
    assert (card.kind, card.grade) == (DisabilityKind.LIMB, 2)


def test_certificate_that_agrees_is_not_asked_about() -> None:
    card = disability_certificate("53232519740820031542", "532325197408200315", kind=DisabilityKind.LIMB, grade=2)
    assert card.findings == ()


@pytest.mark.parametrize("name", ["张三", "王𬭎", "罗䶮", "高㼆", "阿依古丽·买买提", "ＡＢ", "䶮" * 60, "葛\U000e0100"])
def test_name_is_kept_to_the_character(name: str) -> None:
    assert clean_name(name).text == name
    assert clean_name(name).findings == ()


@pytest.mark.parametrize(
    ("text", "stored", "codes"),
    [
        ("者花翠 ", "者花翠", ["name_outer_blank"]),
        ("\u3000者花翠\u00a0", "者花翠", ["name_outer_blank"]),
        ("阿依古丽•买买提", "阿依古丽·买买提", ["name_dot"]),
        ("阿依古丽 ． 买买提", "阿依古丽·买买提", ["name_dot"]),
        ("阿依古丽.买买提", "阿依古丽·买买提", ["name_dot"]),
        ("张 三", "张 三", ["name_inner_blank"]),
        ("王\ue863", "王\ue863", ["name_private_use"]),
        ("王\u3000丽", "王 丽", ["name_inner_blank"]),
        ("王\u00a0丽", "王 丽", ["name_inner_blank"]),
        ("黄某", "黄某", ["name_masked"]),
        ("黄*强", "黄*强", ["name_masked"]),
        ("王?", "王?", ["name_lost_character"]),
        ("王？", "王？", ["name_lost_character"]),
        ("王\ufffd", "王\ufffd", ["name_lost_character"]),
        ("王□", "王□", ["name_lost_character"]),
    ],
)
def test_doubt_about_a_name_is_told(text: str, stored: str, codes: list[str]) -> None:
    name = clean_name(text)
    assert name.text == stored
    assert [finding.code for finding in name.findings] == codes


def test_only_a_lost_character_stands_in_the_way() -> None:
    assert clean_name("王?").findings[0].severity is Severity.ERROR
    assert clean_name("王\ue863 ").findings[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "没有填姓名"),
        (" \u3000", "没有填姓名"),
        ("张" * 61, "超过 60 个字"),
        ("张" * 10_000, "有 10000 个字"),
        ("张\x00三", "U\\+0000"),
        ("张\n三", "U\\+000A"),
        ("张\u200b三", "U\\+200B"),
        ("张\u202e三", "U\\+202E"),
        ("张\ud800", "U\\+D800"),
    ],
)
def test_name_that_cannot_be_stored_is_refused(text: str, says: str) -> None:
    with pytest.raises(UserError, match=says) as refusal:
        clean_name(text)
    assert refusal.value.field == "name"


MEN = "夫 子 独生子 女婿 孙子 外孙子 父亲 公公 岳父 祖父 外祖父 兄 弟 姐夫 妹夫 伯父 舅父 姑父 侄子 外甥"
WOMEN = "妻 女 独生女 儿媳 孙女 外孙女 曾孙女或外曾孙女 母亲 婆婆 岳母 祖母 外祖母 嫂 弟媳 姐姐 妹妹 伯母 舅母 姑母 侄女 外甥女"
EITHER = "本人 户主 配偶 孙子、孙女或外孙子、外孙女 其他孙辈 父母 兄弟姐妹 堂兄弟、堂姐妹 其他亲属 非亲属"


@pytest.mark.parametrize(
    ("labels", "sex"), [(MEN, Sex.MALE), (WOMEN, Sex.FEMALE), (EITHER, None)], ids=["men", "women", "either"]
)
def test_a_relation_tells_the_sex_its_word_tells(labels: str, sex: Sex | None) -> None:
    codes = {label: code for code, label in RELATIONS.items()}
    assert {sex_of_relation(codes[label]) for label in labels.split()} == {sex}

"""What a county is about to publish: read from its files, and refused with the line that is wrong before anything is sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clerk_app.domain.publication import PublicationKind
from clerk_app.errors import UserError
from clerk_app.exchange.publications import ListContent, PackContent, ParametersContent, RegionsContent
from clerk_app.paths import resources
from clerk_app.services import publication_drafts
from clerk_app.services.publication_drafts import list_draft, pack_draft, parameters_draft, regions_draft
from tests.builders import DAY, resident_number, wrong_check_digit
from tests.publication_builders import pack_folder, parameters_file

NUMBER = resident_number(date(1950, 1, 1))
OTHER = resident_number(date(1951, 1, 1))


# packs


def test_pack_is_checked_and_taken_with_what_it_extends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = pack_folder(tmp_path)
    draft = pack_draft(folder)
    assert (draft.kind, draft.title) == (PublicationKind.PACK, "楚雄州姚安县 2026.1")
    assert isinstance(draft.content, PackContent)
    assert [name for name, _ in draft.content.packs] == ["yaoan", "national"]
    monkeypatch.chdir(folder)
    assert pack_draft(Path()) == draft


def test_pack_that_does_not_pass_its_check_is_refused(tmp_path: Path) -> None:
    folder = pack_folder(tmp_path)
    path = folder / "pack.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("fixed_sum", "gift"), encoding="utf-8")
    with pytest.raises(UserError, match="没有“gift”这种规则形状"):
        pack_draft(folder)
    with pytest.raises(UserError, match=r"里没有 pack\.toml"):
        pack_draft(tmp_path)
    with pytest.raises(UserError, match="底本"):
        pack_draft(resources() / "policies" / "national")


# local values


def test_values_of_every_sort_become_text(tmp_path: Path) -> None:
    text = (
        'medical_premium = " 430.00 "\nprovince_managed = true\nscheme_start = 2012-07-01\n'
        'class_amounts = { A = "300.00", B = "200.00", C = "100.00" }\n'
    )
    draft = parameters_draft(parameters_file(tmp_path, text))
    assert isinstance(draft.content, ParametersContent)
    assert dict(draft.content.values) == {
        "medical_premium": "430.00",
        "province_managed": "true",
        "scheme_start": "2012-07-01",
        "class_amounts": '{"A": "300.00", "B": "200.00", "C": "100.00"}',
    }
    assert draft.title == "本地标准"
    off = parameters_draft(parameters_file(tmp_path, "province_managed = false\n"))
    assert off.content == ParametersContent({"province_managed": "false"})


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("medical_premium = \n", "读不了"),
        ("", "没有一个本地标准"),
        ("medical_premium = 430\n", "带引号"),
        ('medical_premium = " "\n', "不能空着"),
        ("class_amounts = { A = 300 }\n", "带引号"),
        ('medical_premium = "many"\n', "many"),
        ('medical_premium = "-1.00"\n', "负数"),
        ('rice = "1.00"\n', "没有名为“rice”的本地参数：可选 minimum_tier、"),
    ],
)
def test_values_that_cannot_be_read_are_refused(tmp_path: Path, text: str, part: str) -> None:
    with pytest.raises(UserError, match=part):
        parameters_draft(parameters_file(tmp_path, text))


def test_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到"):
        parameters_draft(tmp_path / "none.toml")


# village codes


def villages(folder: Path, text: str) -> Path:
    made = folder / "villages.csv"
    made.write_text(text, encoding="utf-8")
    return made


def test_villages_are_read_below_a_heading_and_around_blank_lines(tmp_path: Path) -> None:
    draft = regions_draft(
        villages(tmp_path, "村代码,村名,备注\n532325100201,清河村,\n,,\n532325100202,石桥村,新\n"), "532325"
    )
    assert draft.content == RegionsContent((("532325100201", "清河村"), ("532325100202", "石桥村")))
    assert draft.title == "村代码表"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "1 到 5000 个村"),
        ("村代码,村名\n", "1 到 5000 个村"),
        ("53232510020,清河村\n", "第 1 行“53232510020”不是本县"),
        ("532325100201,清河村\n53232510020A,石桥村\n", "第 2 行"),
        ("532326100201,清河村\n", "不是本县（532325）"),
        ("532325100201,\n", "没有村名"),
        ("532325100201\n", "没有村名"),
        ("532325100201,清河村\n532325100201,石桥村\n", "写了两次"),
    ],
)
def test_villages_that_cannot_be_read_are_refused(tmp_path: Path, text: str, part: str) -> None:
    path = villages(tmp_path, text)
    with pytest.raises(UserError, match=part):
        regions_draft(path, "532325")


# lists


def people(folder: Path, *lines: str, heading: str = "序号,姓名,公民身份号码,供养方式,") -> Path:
    made = folder / "list.csv"
    made.write_text("\n".join((heading, *lines)) + "\n", encoding="utf-8")
    return made


def test_list_keeps_its_own_columns_as_they_stand(tmp_path: Path) -> None:
    draft = list_draft(people(tmp_path, f"1,甲,{NUMBER},分散,"), " 特困人员名单 ", DAY, of_on=DAY)
    assert (draft.title, draft.villages) == ("特困人员名单", ())
    assert isinstance(draft.content, ListContent)
    assert (draft.content.of_on, draft.content.identity) == (DAY, "tekun")
    assert draft.content.columns == ("序号", "供养方式")
    assert [(row.id_number, row.name, row.values) for row in draft.content.rows] == [(NUMBER, "甲", ("1", "分散"))]
    assert draft.content_for("532325100201") == draft.content


def test_list_of_several_villages_is_parted_by_their_codes(tmp_path: Path) -> None:
    path = people(tmp_path, f"甲,{NUMBER},532325100201", f"乙,{OTHER},532325100202", heading="姓名,身份证号,村 代码")
    draft = list_draft(path, "名单", DAY)
    own = draft.content_for("532325100202")
    assert isinstance(own, ListContent)
    assert ([row.name for row in own.rows], own.columns) == (["乙"], ())
    nobody = draft.content_for("532325100203")
    assert isinstance(nobody, ListContent)
    assert nobody.rows == ()


@pytest.mark.parametrize(
    ("name", "identity", "about"),
    [
        ("持证残疾人名单", "", "disability"),
        ("低保对象名单", "", "dibao"),
        ("防返贫监测对象", "borderline_poor", "borderline_poor"),
        ("防返贫监测对象", "", ""),
    ],
)
def test_what_a_list_is_about_is_said_or_guessed_from_its_name(
    tmp_path: Path, name: str, identity: str, about: str
) -> None:
    content = list_draft(people(tmp_path, f"1,甲,{NUMBER},,"), name, DAY, identity=identity).content
    assert isinstance(content, ListContent)
    assert content.identity == about


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (f"1,甲,{wrong_check_digit(NUMBER)},,", "第 2 行：公民身份号码最后一位校验码不对"),
        ("1,甲,532325,,", "第 2 行：公民身份号码应为 18 位"),
        (f"1,,{NUMBER},,", "第 2 行没有姓名"),
        (f"1,甲,{NUMBER},{'长' * 501},", "太长"),
    ],
)
def test_row_that_is_wrong_is_named(tmp_path: Path, line: str, part: str) -> None:
    path = people(tmp_path, line)
    with pytest.raises(UserError, match=part):
        list_draft(path, "名单", DAY)


def test_list_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = people(tmp_path, f"1,甲,{NUMBER},,", f"2,甲,{NUMBER},,")
    with pytest.raises(UserError, match="1 个公民身份号码出现了不止一次"):
        list_draft(whole, "名单", DAY)
    for name in ("", "长" * 61, "一\n二"):
        with pytest.raises(UserError, match="名单名称"):
            list_draft(whole, name, DAY)
    with pytest.raises(UserError, match="没有“poor”这种困难身份"):
        list_draft(whole, "名单", DAY, identity="poor")
    with pytest.raises(UserError, match="没有“公民身份号码”这一列"):
        list_draft(people(tmp_path, "甲,男", heading="姓名,性别"), "名单", DAY)
    with pytest.raises(UserError, match="村代码不是 12 位"):
        list_draft(people(tmp_path, f"甲,{NUMBER},1", heading="姓名,身份证号,村代码"), "名单", DAY)
    monkeypatch.setattr(publication_drafts, "MOST_ROWS", 1)
    with pytest.raises(UserError, match="最多 1 行"):
        list_draft(people(tmp_path, f"1,甲,{NUMBER},,", f"2,乙,{OTHER},,"), "名单", DAY)

"""Which column is which: headings as clerks and county systems write them, made into our fields."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from clerk_app.errors import UserError


class Field(Enum):
    """What a column of a list can hold; the value is the heading of our own lists."""

    HOUSEHOLD_NUMBER = "户编号"
    GROUP = "村民小组"
    NAME = "姓名"
    FORMER_NAME = "曾用名"
    RELATION = "与户主关系"
    IS_HEAD = "是否户主"
    SEX = "性别"
    ID_NUMBER = "公民身份号码"
    BIRTH = "出生日期"
    NATION = "民族"
    PHONE = "联系电话"
    ADDRESS = "家庭住址"
    IDENTITIES = "困难身份"
    IS_DIBAO = "是否低保"
    IS_TEKUN = "是否特困"
    IS_POOR = "是否建档立卡"
    POVERTY_STATE = "脱贫属性"
    POVERTY_LEFT = "脱贫年度"
    DISABILITY_CERTIFICATE = "残疾证号"
    DISABILITY_KIND = "残疾类别"
    DISABILITY_GRADE = "残疾等级"
    NOTE = "备注"
    HEAD_NAME = "户主姓名"
    HEAD_ID_NUMBER = "户主公民身份号码"
    SERIAL = "序号"
    COUNTY = "县（市、区）"
    TOWN = "乡镇"
    VILLAGE = "行政村"
    AGE = "年龄"
    FAMILY_SIZE = "家庭人口"


PASSED_OVER: Final = frozenset(
    {
        Field.HEAD_NAME,
        Field.HEAD_ID_NUMBER,
        Field.SERIAL,
        Field.COUNTY,
        Field.TOWN,
        Field.VILLAGE,
        Field.AGE,
        Field.FAMILY_SIZE,
    }
)
"""Fields that are known but follow from others: not taken in, and not reported as unknown."""
_THEIR_OWN: Final = {Field.HEAD_NAME: Field.NAME, Field.HEAD_ID_NUMBER: Field.ID_NUMBER}
_ONCE: Final = PASSED_OVER | {Field.IS_DIBAO, Field.IS_TEKUN, Field.IS_POOR}

_HEADINGS: Final[Mapping[Field, str]] = {
    Field.HOUSEHOLD_NUMBER: "户编号 户号 户序号 户籍编号 家庭编号 家庭编码 家庭序号 户籍号 住户编号 农户编号 户码",
    Field.GROUP: "村民小组 小组 组别 组 村组 组名 自然村 村民组 村小组 所在组 屯 屯组 小组名称 社",
    Field.FORMER_NAME: "曾用姓名 原姓名 又名 别名",
    Field.NAME: "姓名 成员姓名 家庭成员姓名 人员姓名 名字 参保人姓名 参保人员姓名 AAC003",
    Field.RELATION: "与户主关系 与户主的关系 与户主之关系 和户主关系 户主关系 关系 家庭关系 称谓 与户主关系代码",
    Field.IS_HEAD: "是否户主 是否为户主 户主标识",
    Field.SEX: "性别 性別 AAC004",
    Field.ID_NUMBER: "公民身份号码 公民身份证号 公民身份证号码 居民身份证号 居民身份证号码 身份证号 身份证号码 身份证 身份号码 证件号 证件号码 "
    "社会保障号 社会保障号码 社保号 AAC002 AAC147",
    Field.BIRTH: "出生日期 出生年月日 出生年月 出生时间 生日 AAC006",
    Field.NATION: "民族 族别 AAC005",
    Field.PHONE: "联系电话 电话 手机 手机号 手机号码 电话号码 联系方式 联系手机 AAE005",
    Field.ADDRESS: "家庭住址 住址 地址 家庭地址 户籍地址 户口所在地 现住址 居住地址 详细地址 AAC010 AAE006",
    Field.IDENTITIES: "困难身份 困难类别 困难类型 身份类别 人员类别 困难身份类别 贫困户属性 户属性 救助类别 特殊身份",
    Field.IS_DIBAO: "是否低保户 是否低保对象 是否享受低保 是否农村低保 低保 低保户 低保对象 低保标识",
    Field.IS_TEKUN: "是否特困户 是否特困供养 是否特困人员 是否特困供养人员 是否五保 是否五保户 特困 特困供养 特困人员 五保 五保户",
    Field.IS_POOR: "是否建档立卡户 是否建档立卡贫困户 是否建档立卡贫困人口 是否建档立卡人口 是否贫困户 是否贫困人口 建档立卡 建档立卡户 建档立卡贫困户 贫困户",
    Field.POVERTY_STATE: "脱贫标识 脱贫状态 脱贫情况 是否脱贫",
    Field.POVERTY_LEFT: "脱贫年份 脱贫时间 脱贫日期 标注脱贫日期 标注脱贫年度 脱贫退出年度",
    Field.DISABILITY_CERTIFICATE: "残疾证号 残疾证 残疾证号码 残疾证编号 残疾人证号 残疾人证 残疾人证号码 残疾证件号",
    Field.DISABILITY_KIND: "残疾类别 残疾类型 残疾种类",
    Field.DISABILITY_GRADE: "残疾等级 残疾级别 残级",
    Field.NOTE: "备注 说明 附注 备考 AAE013",
    Field.HEAD_NAME: "户主姓名 户主 户主名 户主名字",
    Field.HEAD_ID_NUMBER: "户主身份证号 户主身份证号码 户主身份证 户主公民身份证号 户主公民身份证号码 户主居民身份证号码 户主证件号 户主证件号码",
    Field.SERIAL: "序号 编号 顺序号 NO 行号 个人编号 AAC001",
    Field.COUNTY: "县 县区 县市区 区县",
    Field.TOWN: "乡镇 镇 乡 乡镇街道 街道",
    Field.VILLAGE: "行政村 村 村名 村居 村委会 村社区 所在村",
    Field.AGE: "年龄 周岁 岁数",
    Field.FAMILY_SIZE: "家庭人口 家庭人口数 人口 人数 人口数 户人口",
}
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>")
_MARKS: Final = re.compile(r"[\s*:、,./\"'“”_\u200b\ufeff·-]")


@cache
def _by_heading() -> Mapping[str, Field]:
    return {heading: field for field, text in _HEADINGS.items() for heading in text.split()} | {
        plain_heading(field.value): field for field in Field
    }


def plain_heading(heading: str) -> str:
    """Return a heading without blanks, line breaks, marks, and what stands in brackets."""
    narrow = unicodedata.normalize("NFKC", heading).upper()
    return _MARKS.sub("", _BRACKETED.sub("", narrow)) or _MARKS.sub("", narrow).strip("()[]")


def field_of(heading: str) -> Field | None:
    """Return the field a heading names, or None."""
    return _by_heading().get(plain_heading(heading))


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands, by place in the row, and the headings that nobody knows."""

    places: Mapping[Field, int]
    headings: Mapping[Field, str]
    unknown: tuple[str, ...]

    def place_of(self, heading: str) -> int | None:
        """Return where the column stands that a problem names, by the file's heading or by ours; None for no column of the file."""
        for field, place in self.places.items():
            if heading in {self.headings[field], field.value}:
                return place
        return None

    def heading(self, field: Field) -> str:
        """Return the heading as it stands in the file, or our own where the file has no such column."""
        return self.headings.get(field, field.value)


Choice = tuple[Field | None, ...]
"""What each column of a list is, in their order: what was recognised, or what a clerk said; None is not taken in."""


def proposed(headers: Sequence[str]) -> Choice:
    """Return what each column seems to be; a field that is merely passed over, or asks after one status, counts once.

    A list of one row a household names nobody but the head: then the head is whom its name and number are about.
    """
    found: list[Field | None] = []
    for heading in headers:
        field = field_of(heading)
        found.append(None if field in _ONCE and field in found else field)
    return tuple(_of_the_head(found))


def _of_the_head(found: Sequence[Field | None]) -> Sequence[Field | None]:
    """Return the columns with the head's taken for the person's own, where no row can be about anybody else."""
    has_other = {Field.NAME, Field.RELATION} & set(found) or {Field.ID_NUMBER, Field.HEAD_ID_NUMBER} <= set(found)
    if has_other or Field.HEAD_NAME not in found:
        return found
    return [_THEIR_OWN.get(field, field) if field is not None else None for field in found]


def fingerprint(headers: Sequence[str]) -> str:
    """Return what lists of the same layout have in common: a SHA-256 (hex) over their headings as they are compared."""
    return hashlib.sha256("\x1f".join(plain_heading(heading) for heading in headers).encode()).hexdigest()


def recognise(headers: Sequence[str], letters: Sequence[str], choice: Choice | None = None) -> Columns:
    """Return the columns of a list; raises UserError that names both when two columns are the same field."""
    places: dict[Field, int] = {}
    unknown: list[str] = []
    for place, (heading, field) in enumerate(zip(headers, choice or proposed(headers), strict=True)):
        if field is None:
            if plain_heading(heading) and field_of(heading) not in PASSED_OVER:
                unknown.append(" ".join(heading.split()))
        elif field not in places:
            places[field] = place
        else:
            raise UserError(
                "{first} 列“{first_heading}”和 {second} 列“{second_heading}”都是“{field_name}”：请在“列的对应”里改一列，或删去一列。",
                first=letters[places[field]],
                first_heading=headers[places[field]].strip()[:30],
                second=letters[place],
                second_heading=heading.strip()[:30],
                field_name=field.value,
                field="columns",
            )
    return Columns(places, {field: " ".join(headers[place].split()) for field, place in places.items()}, tuple(unknown))


def header_score(texts: Sequence[str]) -> int:
    """Return how many fields a row names as headings; 0 when it names neither a name nor an identity number."""
    fields = {field_of(text) for text in texts if 0 < len(text) <= 40} - {None}
    return len(fields) if fields & {Field.NAME, Field.ID_NUMBER, Field.HEAD_NAME} else 0

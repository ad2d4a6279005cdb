"""The field's code tables: national standards and small ones of our own.

A code is what is stored and exchanged; its label is what a clerk reads and paper prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Self


class Coded(StrEnum):
    """A code (the member's value) with its Chinese label."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        """Make a member whose value is the stored code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Return the member with this code; raises ValueError for an unknown one."""
        return cls(code)  # type: ignore[call-arg]


class Sex(Coded):
    """性别, GB/T 2261.1."""

    MALE = "1", "男"
    FEMALE = "2", "女"


class Capacity(Coded):
    """劳动能力 and 生活自理能力 in the three steps that the papers use."""

    FULL = "full", "具备"
    PARTIAL = "partial", "部分丧失"
    NONE = "none", "完全丧失"


class Marital(Coded):
    """婚姻状况, GB/T 2261.2."""

    SINGLE = "10", "未婚"
    MARRIED = "20", "已婚"
    FIRST_MARRIED = "21", "初婚"
    REMARRIED = "22", "再婚"
    REUNITED = "23", "复婚"
    WIDOWED = "30", "丧偶"
    DIVORCED = "40", "离婚"
    UNSTATED = "90", "未说明"


class Education(Coded):
    """文化程度, GB/T 4658-2006 with two local codes that paper forms need."""

    POSTGRADUATE = "10", "研究生"
    BACHELOR = "20", "大学本科"
    COLLEGE = "30", "大学专科"
    VOCATIONAL = "40", "中等职业"
    SENIOR = "60", "普通高中"
    JUNIOR = "70", "初中"
    PRIMARY = "80", "小学"
    OTHER = "90", "其他"
    ILLITERATE = "91", "文盲或半文盲"
    PRESCHOOL = "92", "学龄前"


class HukouKind(Coded):
    """户口性质; since the 2014 reform 居民户口 stands beside the older kinds."""

    RURAL = "20", "农业"
    URBAN = "10", "非农业"
    RESIDENT = "30", "居民"


class PensionScheme(Coded):
    """Which basic pension a person is insured in."""

    RESIDENT = "resident", "城乡居民养老"
    EMPLOYEE = "employee", "职工养老"
    NONE = "none", "未参保"


class MedicalScheme(Coded):
    """Which basic medical insurance a person is in."""

    RESIDENT = "resident", "城乡居民医保"
    EMPLOYEE = "employee", "职工医保"
    NONE = "none", "未参保"


class DisabilityKind(Coded):
    """残疾类别, digit 19 of the certificate number."""

    SIGHT = "1", "视力"
    HEARING = "2", "听力"
    SPEECH = "3", "言语"
    LIMB = "4", "肢体"
    INTELLECT = "5", "智力"
    MIND = "6", "精神"
    MULTIPLE = "7", "多重"


class IdentityKind(Coded):
    """困难身份: the dated statuses that the five papers give rights to."""

    REGISTERED_POOR = "registered_poor", "建档立卡贫困人口"
    DIBAO = "dibao", "低保对象"
    TEKUN = "tekun", "特困人员"
    LOW_INCOME = "low_income", "低收入家庭成员"
    BORDERLINE_POOR = "borderline_poor", "建档立卡贫困边缘户"
    SAFETY_NET = "safety_net", "社会保障兜底脱贫对象"
    SPECIAL_SUPPORT = "special_support", "计生特扶"
    STERILISATION_COMPLICATION = "sterilisation_complication", "节育手术并发症"
    ONE_CHILD_CERTIFICATE = "one_child_certificate", "独生子女父母光荣证"
    TWO_DAUGHTER_STERILISED = "two_daughter_sterilised", "农村双女绝育"


GRADED_IDENTITIES: Final = (IdentityKind.STERILISATION_COMPLICATION,)
"""The hardship statuses that have grades, 1 the heaviest (徽州 二（一）)."""


_EITHER_OR: Final = frozenset({IdentityKind.DIBAO, IdentityKind.TEKUN})


def shut_out(one: IdentityKind, other: IdentityKind) -> bool:
    """Say whether nobody can hold these two statuses on one day: 特困供养 and 最低生活保障 (社会救助暂行办法, 国令649号; T124)."""
    return one is not other and {one, other} == _EITHER_OR


HEAD: Final = "02"
"""The relation code of the head (户主)."""

RELATIONS: Final[Mapping[str, str]] = {
    "01": "本人",
    "02": "户主",
    "10": "配偶",
    "11": "夫",
    "12": "妻",
    "20": "子",
    "21": "独生子",
    "22": "长子",
    "23": "次子",
    "24": "三子",
    "25": "四子",
    "26": "五子",
    "27": "养子或继子",
    "28": "女婿",
    "29": "其他儿子",
    "30": "女",
    "31": "独生女",
    "32": "长女",
    "33": "次女",
    "34": "三女",
    "35": "四女",
    "36": "五女",
    "37": "养女或继女",
    "38": "儿媳",
    "39": "其他女儿",
    "40": "孙子、孙女或外孙子、外孙女",
    "41": "孙子",
    "42": "孙女",
    "43": "外孙子",
    "44": "外孙女",
    "45": "孙媳妇或外孙媳妇",
    "46": "孙女婿或外孙女婿",
    "47": "曾孙子或外曾孙子",
    "48": "曾孙女或外曾孙女",
    "49": "其他孙辈",
    "50": "父母",
    "51": "父亲",
    "52": "母亲",
    "53": "公公",
    "54": "婆婆",
    "55": "岳父",
    "56": "岳母",
    "57": "继父或养父",
    "58": "继母或养母",
    "59": "其他父母关系",
    "60": "祖父母或外祖父母",
    "61": "祖父",
    "62": "祖母",
    "63": "外祖父",
    "64": "外祖母",
    "65": "配偶的祖父母或外祖父母",
    "66": "曾祖父",
    "67": "曾祖母",
    "68": "配偶的曾祖父母或外曾祖父母",
    "69": "其他祖父母或外祖父母",
    "70": "兄弟姐妹",
    "71": "兄",
    "72": "嫂",
    "73": "弟",
    "74": "弟媳",
    "75": "姐姐",
    "76": "姐夫",
    "77": "妹妹",
    "78": "妹夫",
    "79": "其他兄弟姐妹",
    "80": "其他",
    "81": "伯父",
    "82": "伯母",
    "83": "叔父",
    "84": "婶母",
    "85": "舅父",
    "86": "舅母",
    "87": "姨父",
    "88": "姨母",
    "89": "姑父",
    "90": "姑母",
    "91": "堂兄弟、堂姐妹",
    "92": "表兄弟、表姐妹",
    "93": "侄子",
    "94": "侄女",
    "95": "外甥",
    "96": "外甥女",
    "97": "其他亲属",
    "99": "非亲属",
}
"""家庭关系, GB/T 4761-2008, each relative to the head (户主)."""

NATIONS: Final[Mapping[str, str]] = {
    "01": "汉族",
    "02": "蒙古族",
    "03": "回族",
    "04": "藏族",
    "05": "维吾尔族",
    "06": "苗族",
    "07": "彝族",
    "08": "壮族",
    "09": "布依族",
    "10": "朝鲜族",
    "11": "满族",
    "12": "侗族",
    "13": "瑶族",
    "14": "白族",
    "15": "土家族",
    "16": "哈尼族",
    "17": "哈萨克族",
    "18": "傣族",
    "19": "黎族",
    "20": "傈僳族",
    "21": "佤族",
    "22": "畲族",
    "23": "高山族",
    "24": "拉祜族",
    "25": "水族",
    "26": "东乡族",
    "27": "纳西族",
    "28": "景颇族",
    "29": "柯尔克孜族",
    "30": "土族",
    "31": "达斡尔族",
    "32": "仫佬族",
    "33": "羌族",
    "34": "布朗族",
    "35": "撒拉族",
    "36": "毛南族",
    "37": "仡佬族",
    "38": "锡伯族",
    "39": "阿昌族",
    "40": "普米族",
    "41": "塔吉克族",
    "42": "怒族",
    "43": "乌孜别克族",
    "44": "俄罗斯族",
    "45": "鄂温克族",
    "46": "德昂族",
    "47": "保安族",
    "48": "裕固族",
    "49": "京族",
    "50": "塔塔尔族",
    "51": "独龙族",
    "52": "鄂伦春族",
    "53": "赫哲族",
    "54": "门巴族",
    "55": "珞巴族",
    "56": "基诺族",
    "97": "其他",
    "98": "外国血统",
}
"""民族, GB/T 3304-1991."""

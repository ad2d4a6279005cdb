"""What clerks write by hand, read into codes: relation, nation, sex, hardship status, disability certificate, name.

Nothing here guesses: a word that is not known gives None or is handed back, for a person to settle (domain notes §2.3, T12, T13).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from clerk_app.domain.codes import GRADED_IDENTITIES, NATIONS, RELATIONS, DisabilityKind, IdentityKind, Sex
from clerk_app.domain.plain_text import hidden_character
from clerk_app.domain.resident_id import Finding, Severity, tidy
from clerk_app.errors import UserError

LONGEST_NAME: Final = 60
MIDDLE_DOT: Final = "·"

_BLANKS: Final = re.compile(r"\s+")
_TO_THE_HEAD: Final = re.compile(r"^(?:与户主关系[::]?|系|为|是)?(?:(?:本户)?户主(?:的|之)?|之|其)?(?=.)")
_SPOUSE: Final = frozenset("配偶 爱人 老伴 对象 夫妻".split())
_CHILD: Final = frozenset("子女 孩子 小孩 儿女".split())
_GRANDCHILD: Final = frozenset("孙 孙辈 长孙 次孙".split())
_FEMALE_BY_SEX: Final = {"43": "44", "47": "48"}
"""外孙, 重孙 and the like, which name a man unless the person is a woman; 外孙子 names a man."""
_OF_MEN: Final = frozenset(
    "11 20 21 22 23 24 25 26 27 28 29 41 43 46 47 51 53 55 57 61 63 66 71 73 76 78 81 83 85 87 89 93 95".split()
)
_OF_WOMEN: Final = frozenset(
    "12 30 31 32 33 34 35 36 37 38 39 42 44 45 48 52 54 56 58 62 64 67 72 74 75 77 82 84 86 88 90 94 96".split()
)

_RELATION_WORDS: Final[Mapping[str, str]] = {
    "02": "本户户主 户主本人 家长",
    "11": "丈夫 老公",
    "12": "妻子 老婆",
    "20": "儿子 儿 男孩",
    "21": "独子",
    "27": "养子 继子 养继子 过继子 义子",
    "28": "婿 上门女婿 入赘女婿 招婿 赘婿",
    "29": "其他子",
    "30": "女儿 姑娘 女孩",
    "31": "独女",
    "37": "养女 继女 养继女 义女",
    "38": "媳 媳妇 儿媳妇 子媳 儿子媳妇 子之妻 儿子之妻",
    "40": "孙子女 外孙子女",
    "41": "孙男",
    "43": "外孙 外孙男",
    "45": "孙媳 孙媳妇 外孙媳 外孙媳妇",
    "46": "孙婿 孙女婿 外孙婿 外孙女婿",
    "47": "曾孙 曾孙子 重孙 重孙子 外曾孙 外曾孙子 曾外孙 曾外孙子",
    "48": "曾孙女 重孙女 外曾孙女 曾外孙女",
    "49": "玄孙 玄孙子 玄孙女",
    "51": "父 爸爸 爸 爹 老父亲",
    "52": "母 妈妈 妈 娘 老母亲",
    "53": "公爹",
    "54": "婆母",
    "55": "丈人 老丈人 岳丈",
    "56": "丈母 丈母娘",
    "57": "继父 养父 后父 后爹",
    "58": "继母 养母 后母 后妈 后娘",
    "60": "祖父母 外祖父母",
    "61": "爷爷",
    "62": "奶奶",
    "63": "外公 姥爷",
    "64": "外婆 姥姥",
    "66": "太爷 太爷爷",
    "67": "太奶 太奶奶",
    "70": "兄弟 姐妹 兄弟姐妹 兄妹 姐弟",
    "71": "哥 哥哥 大哥 二哥 三哥 兄长 长兄 胞兄",
    "72": "嫂子 嫂嫂 大嫂 二嫂 三嫂",
    "73": "弟弟 大弟 二弟 三弟 胞弟",
    "74": "弟妹 弟媳妇 弟妇",
    "75": "姐 姊 大姐 二姐 三姐 胞姐",
    "76": "大姐夫 二姐夫",
    "77": "妹 大妹 二妹 三妹 胞妹",
    "80": "其它",
    "81": "大伯 伯伯 伯 大爹",
    "82": "大妈 伯娘",
    "83": "叔 叔叔",
    "84": "婶 婶婶 婶娘",
    "85": "舅 舅舅",
    "86": "舅妈",
    "87": "姨夫 姨爹",
    "88": "姨 姨妈 姨娘",
    "89": "姑夫 姑爹",
    "90": "姑 姑姑 姑妈",
    "91": "堂兄 堂弟 堂姐 堂妹 堂哥 堂兄弟 堂姐妹",
    "92": "表兄 表弟 表姐 表妹 表哥 表兄弟 表姐妹",
    "93": "侄 侄儿",
    "95": "外甥子",
    "97": "亲属 妻弟 妻兄 妻妹 妻姐 内弟 内兄 侄孙 侄孙女 侄媳 侄媳妇 侄女婿 外甥媳 外甥媳妇 亲戚",
    "99": "朋友 寄居 雇工 保姆 无亲属关系 无关系",
}
_ORDINALS: Final = {"长": 0, "大": 0, "一": 0, "次": 1, "二": 1, "三": 2, "四": 3, "五": 4}
_LATER: Final = "六七八九十小幼幺"


@cache
def _relations() -> Mapping[str, str]:
    words = {word: code for code, text in _RELATION_WORDS.items() for word in text.split()}
    for code, label in RELATIONS.items():
        words[code] = words[label] = code
    for ordinal, place in [*_ORDINALS.items(), *((ordinal, None) for ordinal in _LATER)]:
        words |= {f"{ordinal}{word}": "29" if place is None else str(22 + place) for word in ("子", "儿子", "儿", "男")}
        words |= {f"{ordinal}{word}": "39" if place is None else str(32 + place) for word in ("女", "女儿", "姑娘")}
        words |= {f"{ordinal}{word}": "38" for word in ("媳", "媳妇", "儿媳", "儿媳妇", "子媳", "子媳妇", "子之妻")}
        words |= {f"{ordinal}{word}": "28" for word in ("婿", "女婿")}
        words |= {
            f"{ordinal}孙{tail}": code
            for tail, code in (("子", "41"), ("女", "42"), ("媳", "45"), ("媳妇", "45"), ("女婿", "46"))
        }
        words |= {f"{ordinal}外孙{tail}": code for tail, code in (("", "43"), ("子", "43"), ("女", "44"))}
    return words


def relation_code(text: str, sex: Sex | None = None) -> str | None:
    """Return the GB/T 4761 code of a relation to the head as clerks write it, or None for a word that is not known.

    ``配偶`` and ``孙`` are settled by the person's sex where it is known.
    """
    word = _word(text)
    return _known_relation(word, sex) or _known_relation(_TO_THE_HEAD.sub("", word), sex)


def _known_relation(word: str, sex: Sex | None) -> str | None:
    female = sex is Sex.FEMALE
    if word in _SPOUSE:
        return "10" if sex is None else "12" if female else "11"
    if word in _CHILD:
        return None if sex is None else "30" if female else "20"
    if word in _GRANDCHILD:
        return "42" if female else "41"
    code = _relations().get(word)
    return _FEMALE_BY_SEX.get(code, code) if code is not None and female and word.endswith("孙") else code


def sex_of_relation(code: str) -> Sex | None:
    """Return the sex that a relation to the head can only have, or None where it tells nothing."""
    if code in _OF_MEN:
        return Sex.MALE
    return Sex.FEMALE if code in _OF_WOMEN else None


def _word(text: str) -> str:
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


_OTHER_NATIONS: Final[Mapping[str, str]] = {
    "毛难": "36",
    "崩龙": "46",
    "未识别": "97",
    "穿青人": "97",
    "外国血统中国籍人士": "98",
}


def nation_code(text: str) -> str | None:
    """Return the GB/T 3304 code for ``汉``, ``汉族``, ``01`` or ``1``; None for a word that is not known."""
    word = _word(text)
    if word.isascii() and word.isdigit():
        code = word.zfill(2)
        return code if code in NATIONS else None
    short = word.removesuffix("族").removesuffix("民")  # 未识别民族, 其他民族
    return next(
        (code for code, label in NATIONS.items() if label.removesuffix("族") == short), _OTHER_NATIONS.get(short)
    )


def sex_of(text: str) -> Sex | None:
    """Return the sex for ``男``, ``女性``, ``1``, ``F``; None for anything else."""
    word = _word(text).upper()
    if word in {"男", "男性", "男士", "1", "M"}:
        return Sex.MALE
    return Sex.FEMALE if word in {"女", "女性", "女士", "2", "F"} else None


_KIND_WORDS: Final[Mapping[IdentityKind, str]] = {
    IdentityKind.REGISTERED_POOR: "建档立卡 建档立卡户 建档立卡人口 建档立卡贫困户 建档立卡贫困人口 建档立卡人员 建档立卡对象 "
    "贫困户 贫困人口 一般贫困户 脱贫户 脱贫人口 建档户 返贫 返贫户 返贫人口",
    IdentityKind.DIBAO: "低保 低保户 低保对象 低保人员 低保家庭 农村低保 城市低保 城镇低保 农村低保户 城市低保户 农村低保对象 "
    "城市低保对象 低保贫困户 最低生活保障 最低生活保障对象 农村最低生活保障对象 低保A 低保B 低保C 低保A类 低保B类 低保C类 A类低保 B类低保 C类低保 一类低保 二类低保 三类低保",
    IdentityKind.TEKUN: "特困 特困户 特困对象 特困供养 特困人员 特困供养人员 特困供养对象 五保 五保户 五保供养 五保对象 五保供养对象 "
    "五保贫困户 农村五保 分散供养 集中供养 分散供养五保 集中供养五保 特困分散供养 特困集中供养 分散供养特困人员 集中供养特困人员",
    IdentityKind.LOW_INCOME: "低收入 低收入户 低收入家庭 低收入家庭成员 低收入对象 低保边缘 低保边缘户 低保边缘家庭 最低生活保障边缘家庭",
    IdentityKind.BORDERLINE_POOR: "边缘户 贫困边缘户 建档立卡边缘户 建档立卡贫困边缘户 边缘易致贫户",
    IdentityKind.SAFETY_NET: "兜底 兜底户 兜底对象 兜底脱贫 社保兜底 社会保障兜底 社会保障兜底脱贫 社会保障兜底脱贫对象 政策兜底",
    IdentityKind.SPECIAL_SUPPORT: "特扶 计生特扶 计划生育特扶 计生特殊家庭 计划生育特殊家庭 失独 失独家庭 特别扶助",
    IdentityKind.STERILISATION_COMPLICATION: "节育手术并发症 节育并发症 计生手术并发症 计划生育手术并发症",
    IdentityKind.ONE_CHILD_CERTIFICATE: "独生子女 独生子女户 独生子女光荣证 独生子女父母 独生子女父母光荣证 光荣证",
    IdentityKind.TWO_DAUGHTER_STERILISED: "双女绝育 双女绝育户 双女结扎 双女户 二女绝育 二女结扎 二女户 农村双女绝育",
}
_KINDS: Final = {word: kind for kind, words in _KIND_WORDS.items() for word in words.split()}
_KINDS_BY_LABEL: Final = {str(kind): kind for kind in IdentityKind} | {kind.label: kind for kind in IdentityKind}
_NO_KIND: Final = frozenset("无 否 没有 不是 一般户 一般农户 普通户 普通农户 非贫困户 - -- — —— / \\ 0".split())
_PART: Final = re.compile(r"[、,。;/|+和及\s]*((?:[^、,。;/|+和及\s()]|\([^()]*\))+)")
_BRACKET: Final = re.compile(r"\(([^()]*)\)")
_GRADE_DIGITS: Final = ("一1", "二2", "三3", "四4")
_GRADE: Final = re.compile(rf"([{''.join(_GRADE_DIGITS)}])[级等]")
_LIFTED: Final = re.compile(r"^(?:已)?(?:稳定)?脱贫|(?:(?<!未)脱贫|已退出|已标注)$")


@dataclass(frozen=True, slots=True)
class HardshipWords:
    """The statuses read from a cell; ``lifted`` when it says 已脱贫; ``unknown`` holds the words nobody knows.

    ``grade`` is that of the one status which has grades, 1 the heaviest.
    """

    kinds: tuple[IdentityKind, ...] = ()
    lifted: bool = False
    unknown: tuple[str, ...] = ()
    grade: int | None = None


def identity_kinds(text: str) -> HardshipWords:
    """Read ``建档立卡户(已脱贫)、低保`` and the like: words apart by 、 ， / ； or blanks, each status once."""
    kinds: list[IdentityKind] = []
    unknown: list[str] = []
    lifted = False
    grade: int | None = None
    for word, remark in _parts(text):
        if word in _NO_KIND:
            continue
        of_graded = _graded(word, remark)
        if of_graded is not None:
            grade = of_graded[1]
            kinds += [of_graded[0]] if of_graded[0] not in kinds else []
            continue
        left_poverty = bool(_LIFTED.search(remark) or _LIFTED.search(word))
        bare = re.sub(r"(?:已|未)脱贫(?:户|人口)?(?:不?享受政策)?$|^(?:已|未)脱贫(?=.)", "", word)
        kind = _KINDS.get(bare or "脱贫户") or _KINDS_BY_LABEL.get(word)
        if kind is None:
            unknown.append(word)
            continue
        lifted = lifted or (left_poverty and kind is IdentityKind.REGISTERED_POOR)
        if kind not in kinds:
            kinds.append(kind)
    return HardshipWords(tuple(kinds), lifted, tuple(unknown), grade)


def _graded(word: str, remark: str) -> tuple[IdentityKind, int] | None:
    """Return a status that has grades with the grade that stands at it or in brackets, as ``二级节育手术并发症``; None for any other."""
    grade = _GRADE.search(word) or _GRADE.search(remark)
    kind = _KINDS.get(_GRADE.sub("", word))
    if grade is None or kind not in GRADED_IDENTITIES:
        return None
    return kind, next(place for place, digits in enumerate(_GRADE_DIGITS, start=1) if grade[1] in digits)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    narrow = unicodedata.normalize("NFKC", text)
    for part in _PART.findall(narrow):
        word = _BRACKET.sub("", part)
        remark = "".join(_BLANKS.sub("", found) for found in _BRACKET.findall(part))
        yield (word, remark) if word else (remark, "")


@dataclass(frozen=True, slots=True)
class DisabilityCertificate:
    """A disability certificate's number (残疾证号), 20 or 22 characters, and what it says; ``grade`` is 1 (heaviest) to 4."""

    number: str
    id_part: str
    kind: DisabilityKind
    grade: int
    reissue: int
    findings: tuple[Finding, ...] = ()


_CERTIFICATE: Final = re.compile(r"(\d{17}[\dX])([1-7])([1-4])(?:B(\d))?", re.ASCII)


def disability_certificate(
    text: str,
    id_number: str | None,
    *,
    kind: DisabilityKind | None = None,
    grade: int | None = None,
) -> DisabilityCertificate:
    """Parse a certificate number and compare it with the person's number and the kind and grade entered (T12).

    Raises UserError when it is no certificate number. Differences are warnings; the card's own kind and grade count.
    """
    number = tidy(text)
    match = _CERTIFICATE.fullmatch(number)
    if match is None:
        raise UserError(
            "残疾证号“{text}”不对：应为 18 位公民身份号码加 1 位类别（1-7）加 1 位等级（1-4），换领的再加 B1、B2。",
            field="disability_certificate",
            text=number[:30],
        )
    id_part, kind_digit, grade_digit, reissue = match.groups()
    found = DisabilityCertificate(number, id_part, DisabilityKind.of(kind_digit), int(grade_digit), int(reissue or 0))
    return DisabilityCertificate(
        found.number,
        found.id_part,
        found.kind,
        found.grade,
        found.reissue,
        tuple(_certificate_findings(found, id_number, kind, grade)),
    )


def _certificate_findings(
    card: DisabilityCertificate,
    id_number: str | None,
    kind: DisabilityKind | None,
    grade: int | None,
) -> Iterator[Finding]:
    if id_number is not None and card.id_part != id_number:
        yield Finding(
            Severity.WARNING,
            "certificate_id_differs",
            "残疾证号前 18 位与公民身份号码不一致：请核对是否抄错，公民身份号码更正过的可以照常保存。",
        )
    if kind is not None and kind is not card.kind:
        yield Finding(
            Severity.WARNING,
            "certificate_kind_differs",
            f"残疾类别与残疾证号不一致：证号表示{card.kind.label}，填的是{kind.label}，以证号为准。",
        )
    if grade is not None and grade != card.grade:
        yield Finding(
            Severity.WARNING,
            "certificate_grade_differs",
            f"残疾等级与残疾证号不一致：证号表示{card.grade}级，填的是{grade}级，以证号为准。",
        )


@dataclass(frozen=True, slots=True)
class CleanName:
    """A name as it is stored, and what there is to say about it; a finding of severity ERROR means it must not be stored."""

    text: str
    findings: tuple[Finding, ...] = ()


_DOTS: Final = re.compile(r"(?<=\w)\s*[•・‧∙⋅･．.]\s*(?=\w)")
_WIDE_BLANK: Final = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_MASKED: Final = re.compile(r"某$|[*＊×○〇]")
_LOST: Final = re.compile(r"[?\uff1f\ufffd□■▯]")


def clean_name(text: str) -> CleanName:
    """Return the name exactly as it is to be stored (T13): every character kept, only outer blanks go and dots become ``·``.

    Raises UserError for an empty name, one over 60 characters, control or invisible characters.
    """
    name = text.strip()
    if not name:
        raise UserError("没有填姓名：请填写姓名。", field="name")
    if len(name) > LONGEST_NAME:
        raise UserError(
            "姓名有 {length} 个字，超过 {longest} 个字：请检查是否填错了格。",
            field="name",
            length=len(name),
            longest=LONGEST_NAME,
        )
    hidden = hidden_character(name)
    if hidden is not None:
        raise UserError("姓名里有看不见的字符（{code}）：请删去重新填写。", field="name", code=hidden)
    dotted = _WIDE_BLANK.sub(" ", _DOTS.sub(MIDDLE_DOT, name))
    return CleanName(dotted, tuple(_name_findings(text, name, dotted)))


def _name_findings(text: str, name: str, dotted: str) -> Iterator[Finding]:
    if name != text:
        yield Finding(Severity.WARNING, "name_outer_blank", "姓名前后有空格，已去掉。")
    if _DOTS.sub(MIDDLE_DOT, name) != name:
        yield Finding(Severity.WARNING, "name_dot", "姓名里的间隔号已统一为“·”，请与证件核对。")
    if any(char.isspace() for char in dotted):
        yield Finding(Severity.WARNING, "name_inner_blank", "姓名中间有空格，已照原样保存，请与证件核对。")
    if any(unicodedata.category(char) == "Co" for char in dotted):
        yield Finding(
            Severity.WARNING,
            "name_private_use",
            "姓名里有自造字，换一台电脑会显示成方框：请改用正式编码的生僻字。",
        )
    if _MASKED.search(dotted):
        yield Finding(Severity.WARNING, "name_masked", "姓名里有“某”或“*”，像是隐去了字：请对照证件补全。")
    if _LOST.search(dotted):
        yield Finding(
            Severity.ERROR, "name_lost_character", "姓名里有“?”或方框：生僻字在原文件里已丢失，请对照证件补上。"
        )

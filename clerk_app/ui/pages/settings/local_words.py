"""The local values as a clerk is asked for them and told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
CLASSES: Final = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class Asked:
    """A local value as the clerk is asked for it: its name, label with unit, and what it is for."""

    name: str
    label: str
    hint: str


def dibao_values() -> tuple[Asked, ...]:
    """Return what is asked for dibao."""
    return (
        Asked(
            "dibao_standard",
            translate("LocalSection", "低保标准（元/人·月）"),
            translate("LocalSection", "判断能不能享受低保；不填不能提类别"),
        ),
        *(
            Asked(
                f"class_amounts_{letter}",
                translate("LocalSection", "{letter} 类金额（元/人·月）").format(letter=letter),
                translate("LocalSection", "县里按类定额的才填；三类要填齐"),
            )
            for letter in CLASSES
        ),
    )


def pension_values() -> tuple[Asked, ...]:
    """Return what is asked for the pension."""
    return (
        Asked(
            "minimum_tier",
            translate("LocalSection", "最低缴费档次（元/年）"),
            translate("LocalSection", "不填按政策包里的最低一档"),
        ),
        Asked(
            "proxy_amount",
            translate("LocalSection", "政府代缴金额（元/年）"),
            translate("LocalSection", "不填按最低缴费档次代缴"),
        ),
        Asked(
            "base_pension",
            translate("LocalSection", "基础养老金（元/月）"),
            translate("LocalSection", "本地高于国家标准的才填"),
        ),
        Asked(
            "scheme_start",
            translate("LocalSection", "居民养老保险实施日"),
            translate("LocalSection", "判断实施时是否已满 60 周岁"),
        ),
        Asked(
            "province_managed",
            translate("LocalSection", "本县由省直接管理财政"),
            translate("LocalSection", "勾上后市级的份额由省级承担"),
        ),
    )


def medical_values() -> tuple[Asked, ...]:
    """Return what is asked for medical insurance."""
    return (
        Asked(
            "medical_premium",
            translate("LocalSection", "医保个人缴费（元/年）"),
            translate("LocalSection", "资助金额不超过它；不填算不出资助"),
        ),
        Asked(
            "medical_aid",
            translate("LocalSection", "医保资助（元/年）"),
            translate("LocalSection", "困难人员；不填按政策包规定"),
        ),
        Asked(
            "medical_aid_dibao",
            translate("LocalSection", "低保对象医保资助（元/年）"),
            translate("LocalSection", "县里单独定标准的才填"),
        ),
        Asked(
            "medical_aid_poor",
            translate("LocalSection", "建档立卡人口医保资助（元/年）"),
            translate("LocalSection", "县里单独定标准的才填"),
        ),
    )


def local_word(name: str) -> str:
    """Return what a local value is called."""
    if name == "class_amounts":
        return translate("LocalSection", "各类金额（元/人·月）")
    asked = (*dibao_values(), *pension_values(), *medical_values())
    return next((each.label for each in asked if each.name == name), name)

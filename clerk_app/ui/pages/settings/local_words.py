"""The local values as a clerk is asked for them and told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from clerk_app.terms import LOCAL_VALUES
from clerk_app.ui.texts import term

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
            term(LOCAL_VALUES["dibao_standard"]),
            translate("LocalSection", "判断能不能享受低保；不填不能提类别"),
        ),
        *(
            Asked(
                f"class_amounts_{letter}",
                term(LOCAL_VALUES[f"class_amounts_{letter}"]),
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
            term(LOCAL_VALUES["minimum_tier"]),
            translate("LocalSection", "不填按政策包里的最低一档"),
        ),
        Asked(
            "proxy_amount",
            term(LOCAL_VALUES["proxy_amount"]),
            translate("LocalSection", "不填按最低缴费档次代缴"),
        ),
        Asked(
            "base_pension",
            term(LOCAL_VALUES["base_pension"]),
            translate("LocalSection", "本地高于国家标准的才填"),
        ),
        Asked(
            "scheme_start",
            term(LOCAL_VALUES["scheme_start"]),
            translate("LocalSection", "判断实施时是否已满 60 周岁"),
        ),
        Asked(
            "province_managed",
            term(LOCAL_VALUES["province_managed"]),
            translate("LocalSection", "勾上后市级的份额由省级承担"),
        ),
    )


def medical_values() -> tuple[Asked, ...]:
    """Return what is asked for medical insurance."""
    return (
        Asked(
            "medical_premium",
            term(LOCAL_VALUES["medical_premium"]),
            translate("LocalSection", "资助金额不超过它；不填算不出资助"),
        ),
        Asked(
            "medical_aid",
            term(LOCAL_VALUES["medical_aid"]),
            translate("LocalSection", "困难人员；不填按政策包规定"),
        ),
        Asked(
            "medical_aid_dibao",
            term(LOCAL_VALUES["medical_aid_dibao"]),
            translate("LocalSection", "县里单独定标准的才填"),
        ),
        Asked(
            "medical_aid_poor",
            term(LOCAL_VALUES["medical_aid_poor"]),
            translate("LocalSection", "县里单独定标准的才填"),
        ),
    )


def local_word(name: str) -> str:
    """Return what a local value is called."""
    return term(LOCAL_VALUES.get(name, name))

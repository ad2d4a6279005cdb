"""The columns of a list of households, today's and a past day's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.dibao import DibaoClass, Stage
from clerk_app.storage.pinyin import name_keys
from clerk_app.ui.models.record_table import Column, Kind
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.states import class_chip, stage_chip

if TYPE_CHECKING:
    from clerk_app.storage.queries import HouseholdRow

translate = QCoreApplication.translate
_STAGES = {stage.value: place for place, stage in enumerate(Stage)}


def household_columns() -> tuple[Column[HouseholdRow], ...]:
    """Return what a clerk asks about most of a household."""
    return (
        Column("number", translate("HouseholdList", "户编号"), lambda row: row.number, width=84),
        Column("group", translate("HouseholdList", "小组"), lambda row: row.group, width=84, sort_by=_group_order),
        Column("head", translate("HouseholdList", "户主"), _head, width=120),
        Column(
            "members",
            translate("HouseholdList", "人数"),
            lambda row: row.members,
            Kind.NUMBER,
            width=68,
            is_summed=True,
        ),
        Column("poor", translate("HouseholdList", "困难人口"), _poor, Kind.NUMBER, width=92, is_summed=True),
        Column("disabled", translate("HouseholdList", "残疾人"), _disabled, Kind.NUMBER, width=80, is_summed=True),
        Column(
            "dibao_class",
            translate("HouseholdList", "低保类别"),
            _class,
            Kind.CHIP,
            width=148,
            sort_by=lambda row: row.dibao_class,
        ),
        Column(
            "dibao_stage",
            translate("HouseholdList", "低保环节"),
            _stage,
            Kind.CHIP,
            width=124,
            sort_by=lambda row: _STAGES.get(row.dibao_stage or ""),
        ),
        Column("phone", translate("HouseholdList", "联系电话"), lambda row: row.phone, width=140),
        Column("address", translate("HouseholdList", "住址"), lambda row: row.address, width=160, stretch=True),
    )


def initials(row: HouseholdRow) -> str:
    """Return what else a household is found by: the pinyin of its head."""
    return " ".join(name_keys(row.head)) if row.head else ""


def _head(row: HouseholdRow) -> str:
    return f"{row.head}（{translate('HouseholdList', '已销户')}）" if row.closed else row.head


def _poor(row: HouseholdRow) -> int | None:
    return row.poor or None


def _disabled(row: HouseholdRow) -> int | None:
    return row.disabled or None


def _class(row: HouseholdRow) -> ChipState | None:
    return class_chip(DibaoClass.of(row.dibao_class)) if row.dibao_class else None


def _stage(row: HouseholdRow) -> ChipState | None:
    return stage_chip(Stage.of(row.dibao_stage)) if row.dibao_stage else None


def _group_order(row: HouseholdRow) -> str:
    return _in_order(row.group)


@lru_cache(maxsize=256)
def _in_order(group: str) -> str:
    digits = "".join(char for char in group if char.isdigit())
    return f"{digits.zfill(4)} {group}" if digits else group

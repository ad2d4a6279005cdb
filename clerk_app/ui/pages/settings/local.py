"""本地标准: the values that a paper leaves to the county. Empty is “not set”, which is never zero."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clerk_app.errors import UserError
from clerk_app.ui.context import Context
from clerk_app.ui.pages.settings.village import VillageForm
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, MoneyEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.section import Section

if TYPE_CHECKING:
    from clerk_app.domain.household import Village

translate = QCoreApplication.translate
CLASSES: Final = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class Asked:
    """A local value as the clerk is asked for it: its name, label with unit, and what it is for."""

    name: str
    label: str
    hint: str


def _dibao() -> tuple[Asked, ...]:
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


def _pension() -> tuple[Asked, ...]:
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


def _medical() -> tuple[Asked, ...]:
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


class LocalSection(VillageForm):
    """All local values in three groups."""

    name = "settingsLocal"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("本地标准"),
            self.tr("文件里写明“由县（市、区）确定”的数。照县里的通知填；没有通知的空着，空着是“没有设定”，不是 0。"),
            parent,
        )
        fields: list[Field] = []
        for title, asked in (
            (self.tr("低保"), _dibao()),
            (self.tr("养老保险"), _pension()),
            (self.tr("医疗保险"), _medical()),
        ):
            group = [Field(item.name, item.label, self._editor(item), hint=item.hint) for item in asked]
            section = Section(title)
            section.add(FieldGrid(group, columns=4 if len(group) == 4 else 3))
            self.column.addWidget(section)
            fields += group
        self.column.addStretch(1)
        self.start(FieldSet(fields, self))

    def _editor(self, item: Asked) -> MoneyEdit | DateEdit | CheckBox:
        if item.name == "scheme_start":
            return DateEdit(self.context.workspace.today)
        if item.name == "province_managed":
            return CheckBox(item.label)
        return MoneyEdit(placeholder=self.tr("没有设定"))

    def show_village(self, village: Village) -> None:
        """Put the stored values into the fields."""
        stored = dict(village.local)
        amounts = json.loads(stored.pop("class_amounts", "") or "{}")
        stored |= {f"class_amounts_{letter}": str(amounts.get(letter, "")) for letter in CLASSES}
        for field in self.fields:
            text = stored.get(field.name, "")
            if isinstance(field.editor, CheckBox):
                field.editor.setChecked(text in {"true", "是", "1"})
            else:
                field.editor.set_raw(text)

    def changed(self, village: Village) -> Village:
        """Return the village with these values; what is empty is left out. Raises UserError at the field that cannot be read."""
        local: dict[str, str] = {}
        for field in self.fields:
            text = self._stored(field)
            if text:
                local[field.name] = text
        classes = {letter: local.pop(f"class_amounts_{letter}", "") for letter in CLASSES}
        if any(classes.values()):
            missing = next((letter for letter in CLASSES if not classes[letter]), None)
            if missing is not None:
                raise UserError("三类金额要填齐，或都空着。", field=f"class_amounts_{missing}")
            local["class_amounts"] = json.dumps(classes)
        return replace(village, local=local)

    @staticmethod
    def _stored(field: Field) -> str:
        editor = field.editor
        if isinstance(editor, MoneyEdit):
            amount = editor.money(field=field.name)
            if amount is not None and amount.fen < 0:
                raise UserError("“{text}”不能是负数，请改正。", field=field.name, text=editor.raw[:30])
            return "" if amount is None else str(amount)
        if isinstance(editor, DateEdit):
            day = editor.day(field=field.name)
            return "" if day is None else day.isoformat()
        return "true" if editor.raw else ""

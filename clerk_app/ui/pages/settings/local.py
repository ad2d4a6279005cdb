"""本地标准: the values that a paper leaves to the county. Empty is “not set”, which is never zero."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clerk_app.errors import UserError
from clerk_app.ui.context import Context
from clerk_app.ui.pages.settings.county_set import CountySet, read_county_set
from clerk_app.ui.pages.settings.local_words import CLASSES, Asked, dibao_values, medical_values, pension_values
from clerk_app.ui.pages.settings.village import VillageForm
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, MoneyEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.section import Section

if TYPE_CHECKING:
    from clerk_app.domain.household import Village


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
        self._hints: dict[str, str] = {}
        self._by_county: frozenset[str] = frozenset()
        fields: list[Field] = []
        for title, asked in (
            (self.tr("低保"), dibao_values()),
            (self.tr("养老保险"), pension_values()),
            (self.tr("医疗保险"), medical_values()),
        ):
            group = [Field(item.name, item.label, self._editor(item), hint=item.hint) for item in asked]
            section = Section(title)
            section.add(FieldGrid(group, columns=4 if len(group) == 4 else 3))
            self.column.addWidget(section)
            fields += group
            self._hints |= {item.name: item.hint for item in asked}
        self.column.addStretch(1)
        self.start(FieldSet(fields, self))

    def _editor(self, item: Asked) -> MoneyEdit | DateEdit | CheckBox:
        if item.name == "scheme_start":
            return DateEdit(self.context.workspace.today)
        if item.name == "province_managed":
            return CheckBox(item.label)
        return MoneyEdit(placeholder=self.tr("没有设定"))

    def reload(self, changed: frozenset[str]) -> None:
        """Read the village, and what the county has set."""
        super().reload(changed)
        workspace = self.context.workspace
        self.context.tasks.run(partial(read_county_set, workspace), on_done=self._show_county, owner=self)

    def show_village(self, village: Village) -> None:
        """Put the stored values into the fields."""
        stored = _by_field(village.local)
        for field in self.fields:
            self._show_value(field, stored.get(field.name, ""))

    @staticmethod
    def _show_value(field: Field, text: str) -> None:
        if isinstance(field.editor, CheckBox):
            field.editor.setChecked(text in {"true", "是", "1"})
        else:
            field.editor.set_raw(text)

    def _show_county(self, county: CountySet) -> None:
        """Show what the county has set in place of the village's own, and keep it from being changed here."""
        if self.is_changed:
            return
        values = _by_field({name: value for name, (value, _) in county.values.items()})
        sources = {name: source for name, (_, source) in county.values.items()}
        self._by_county = frozenset(sources)
        for field in self.fields:
            source = sources.get(_value_name(field.name))
            field.editor.setEnabled(source is None)
            field.set_hint(self._hints[field.name] if source is None else source.words)
            if source is not None:
                self._show_value(field, values.get(field.name, ""))
        self.fields.mark_saved()

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
        own = {name: text for name, text in local.items() if name not in self._by_county}
        kept = {name: text for name, text in village.local.items() if name in self._by_county}
        return replace(village, local=own | kept)

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


def _value_name(field_name: str) -> str:
    """Return the local value that a field is part of."""
    return "class_amounts" if field_name.startswith("class_amounts_") else field_name


def _by_field(local: Mapping[str, str]) -> dict[str, str]:
    """Return local values by the names of the fields: the sums of the classes have one each."""
    stored = dict(local)
    amounts = json.loads(stored.pop("class_amounts", "") or "{}")
    return stored | {f"class_amounts_{letter}": str(amounts.get(letter, "")) for letter in CLASSES}

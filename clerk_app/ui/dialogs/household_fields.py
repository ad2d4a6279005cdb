"""The fields of a household's own facts, alike in the registration and in the household's form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import QObject, QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from clerk_app.domain.codes import HukouKind
from clerk_app.domain.household import Household
from clerk_app.domain.land import mu_text, parse_mu
from clerk_app.errors import UserError
from clerk_app.services.households import HouseholdEntry
from clerk_app.ui.dialogs.member_choices import NarrowCombo
from clerk_app.ui.widgets.editors import LineEdit, NumberEdit
from clerk_app.ui.widgets.field import AnyEditor, Field, FieldSet
from clerk_app.ui.widgets.field_icon import put_button


class MuEdit(LineEdit):
    """Land in mu, written right, tidied to two decimals when the clerk moves on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(placeholder="0.00", longest=12, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editingFinished.connect(self._tidy)

    @Slot()
    def _tidy(self) -> None:
        try:
            land = parse_mu(self.text())
        except UserError:
            return
        if self.text() != mu_text(land):
            self.setText(mu_text(land))


class GroupEdit(LineEdit):
    """The village group: a known one by a part of its name (3 gives 第3组), or a new one as typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(longest=50, parent=parent)
        self._names: tuple[str, ...] = ()
        self._model = QStringListModel(self)
        finder = QCompleter(self._model, self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setMaxVisibleItems(12)
        popup = finder.popup()
        if popup is not None:
            popup.setObjectName("choices")
        self.setCompleter(finder)
        put_button(self, "chevron-down", self.tr("选择小组"), self._open)
        self.editingFinished.connect(self._settle)

    def set_names(self, names: Sequence[str]) -> None:
        """Offer the village's groups."""
        self._names = tuple(names)
        self._model.setStringList(list(names))

    @Slot()
    def _open(self) -> None:
        finder = self.completer()
        if finder is not None:
            finder.setCompletionPrefix("")
            finder.complete()

    @Slot()
    def _settle(self) -> None:
        typed = self.value
        if typed and typed not in self._names:
            exact = [name for name in self._names if name in {f"第{typed}组", f"{typed}组"}]
            fitting = exact or [name for name in self._names if typed in name and not typed.isdigit()]
            if len(fitting) == 1:
                self.setText(fitting[0])


class HouseholdFields(QObject):
    """Number, group, address, phone, hukou, land, housing and note of a household."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = Field("number", self.tr("户编号"), LineEdit(longest=30))
        self.group = Field("group", self.tr("村民小组"), GroupEdit())
        self.address = Field("address", self.tr("住址"), LineEdit())
        self.phone = Field("phone", self.tr("联系电话"), LineEdit(longest=60))
        self.hukou = Field("hukou", self.tr("户口性质"), NarrowCombo(tuple(HukouKind)))
        self.land = Field("land", self.tr("承包地（亩）"), MuEdit())
        self.housing_area = Field("housing_area", self.tr("住房面积（平方米）"), NumberEdit(digits=6))
        self.housing_structure = Field("housing_structure", self.tr("住房结构"), LineEdit(longest=60))
        self.note = Field("note", self.tr("备注"), LineEdit(longest=400))
        cast("LineEdit", self.housing_structure.editor).setPlaceholderText(self.tr("砖混、砖木、土木"))
        self._combo.set_code(HukouKind.RURAL)

    @property
    def _combo(self) -> NarrowCombo:
        return cast("NarrowCombo", self.hukou.editor)

    def __iter__(self) -> Iterator[Field]:
        return iter(
            (
                self.number, self.group, self.address, self.phone, self.hukou,
                self.land, self.housing_area, self.housing_structure, self.note,
            )
        )  # fmt: skip

    def join(self, fields: FieldSet) -> None:
        """Put all of them into a form's set."""
        for field in self:
            fields.add(field)

    def set_groups(self, names: Sequence[str]) -> None:
        """Offer the village's groups."""
        cast("GroupEdit", self.group.editor).set_names(names)

    def entry(self) -> HouseholdEntry:
        """Return what was entered; raises UserError at the field that is wrong."""
        area = cast("NumberEdit", self.housing_area.editor).number
        return HouseholdEntry(
            number=_text(self.number.editor),
            group=_text(self.group.editor),
            address=_text(self.address.editor),
            phone=_text(self.phone.editor),
            hukou=cast("HukouKind", self._combo.require("hukou", self.tr("户口性质"))),
            land=parse_mu(self.land.editor.raw, field="land"),
            housing_area=area,
            housing_structure=_text(self.housing_structure.editor),
            note=_text(self.note.editor),
        )

    def fill(self, household: Household) -> None:
        """Show a household."""
        self.number.editor.set_raw(household.number)
        self.group.editor.set_raw(household.group)
        self.address.editor.set_raw(household.address)
        self.phone.editor.set_raw(household.phone)
        self._combo.set_code(household.hukou)
        self.land.editor.set_raw(mu_text(household.land))
        self.housing_area.editor.set_raw("" if household.housing_area is None else str(household.housing_area))
        self.housing_structure.editor.set_raw(household.housing_structure)
        self.note.editor.set_raw(household.note)


def _text(editor: AnyEditor) -> str:
    return editor.raw.strip()

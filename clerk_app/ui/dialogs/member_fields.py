"""The fields of one person, alike in the registration of a household and in a member's own form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot

from clerk_app.domain.codes import Capacity, DisabilityKind, Sex
from clerk_app.domain.free_text import disability_certificate
from clerk_app.domain.household import Person, PersonId
from clerk_app.domain.resident_id import ResidentId
from clerk_app.errors import UserError
from clerk_app.ui.dialogs.member_choices import Illness, NarrowCombo, Nation, NationCombo
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit
from clerk_app.ui.widgets.field import AnyEditor, Field, FieldSet
from clerk_app.ui.widgets.id_number_edit import IdNumberEdit

_UNVERIFIED_LENGTHS: Final = (15, 18)


class PersonFields(QObject):
    """Name, number, birth, sex, nation, phone, capacity, illness, disability card; ``suffix`` tells several people apart.

    A valid number fills birth date and sex, which Enter then passes over. ``number_settled(str)`` comes with a valid number or
    nothing.
    """

    number_settled = Signal(str)

    def __init__(self, today: Callable[[], date], *, suffix: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._suffix = suffix
        self._filled: ResidentId | None = None
        self._by_name: dict[str, Field] = {}
        self._build()
        self._connect()
        self._show_unverified()

    # building

    def _build(self) -> None:
        today = self._today
        self.name = self._add("name", self.tr("姓名"), LineEdit(), required=True)
        self.id_number = self._add("id_number", self.tr("公民身份号码"), IdNumberEdit(today))
        unverified = CheckBox(self.tr("证件核实中：照证件原样登记，以后再核对"))
        self.id_unverified = self._add("id_unverified", self.tr("证件核实中"), unverified)
        self.birth_on = self._add("birth_on", self.tr("出生日期"), DateEdit(today))
        self.sex = self._add("sex", self.tr("性别"), NarrowCombo(tuple(Sex)))
        self.nation = self._add("nation", self.tr("民族"), NationCombo())
        self.phone = self._add("phone", self.tr("联系电话"), LineEdit(longest=60))
        self.labour_capacity = self._add("labour_capacity", self.tr("劳动能力"), NarrowCombo(tuple(Capacity)))
        self.self_care = self._add("self_care", self.tr("生活自理"), NarrowCombo(tuple(Capacity)))
        self.illness = self._add("illness", self.tr("患病情况"), NarrowCombo(tuple(Illness)))
        self.certificate = self._add("disability_certificate", self.tr("残疾证号"), LineEdit(longest=60))
        self._combo(self.nation).set_code(Nation.of("01"))
        self._combo(self.labour_capacity).set_code(Capacity.FULL)
        self._combo(self.self_care).set_code(Capacity.FULL)
        self._combo(self.illness).set_code(Illness.NONE)

    def _add(self, name: str, label: str, editor: AnyEditor, *, required: bool = False) -> Field:
        field = Field(name + self._suffix, label, editor, required=required)
        self._by_name[name] = field
        return field

    @staticmethod
    def _combo(field: Field) -> NarrowCombo:
        return cast("NarrowCombo", field.editor)

    def _connect(self) -> None:
        number = cast("IdNumberEdit", self.id_number.editor)
        number.number_changed.connect(self._take_number)
        number.told.connect(self._show_unverified)
        self.id_unverified.editor.edited.connect(self._show_unverified)
        card = cast("LineEdit", self.certificate.editor)
        card.textChanged.connect(self._read_card)
        card.editingFinished.connect(self._tell_card)
        for field in (self.birth_on, self.sex):
            field.editor.edited.connect(self._compare)

    def __iter__(self) -> Any:
        return iter(self._by_name.values())

    def join(self, fields: FieldSet) -> None:
        """Put all of them into a form's set."""
        for field in self:
            fields.add(field)

    # while typing

    @Slot(object)
    def _take_number(self, identity: ResidentId | None) -> None:
        birth, sex = cast("DateEdit", self.birth_on.editor), self._combo(self.sex)
        before, self._filled = self._filled, identity
        if identity is not None:
            birth.set_day(identity.birth_on)
            sex.set_code(identity.sex)
        elif before is not None and birth.text() == before.birth_on.isoformat():
            birth.clear()
            sex.set_code(None)
        self._pass_over(is_filled=identity is not None)
        self._tell_card()
        self.number_settled.emit("" if identity is None else identity.number)

    def _pass_over(self, *, is_filled: bool) -> None:
        policy = Qt.FocusPolicy.ClickFocus if is_filled else Qt.FocusPolicy.StrongFocus
        for field in (self.birth_on, self.sex):
            field.editor.setFocusPolicy(policy)

    @Slot()
    def _compare(self) -> None:
        """Say beside birth date and sex where they differ from the number; both stay (T7, T8)."""
        number = self._filled
        birth, sex = cast("DateEdit", self.birth_on.editor).text().strip(), self._combo(self.sex).code
        differs = self.tr("与公民身份号码不一致")
        is_other_day = number is not None and bool(birth) and birth != number.birth_on.isoformat()
        is_other_sex = number is not None and sex is not None and sex is not number.sex
        self.birth_on.set_hint(differs if is_other_day else "")
        self.sex.set_hint(differs if is_other_sex else "")

    @Slot()
    def _show_unverified(self, *_: object) -> None:
        """Offer to keep a wrong number as it stands on the card (T3); only then is the box seen."""
        text = "".join(cast("LineEdit", self.id_number.editor).text().split())
        ticked = self.is_unverified
        is_wrong = bool(self.id_number.error) and len(text) in _UNVERIFIED_LENGTHS
        self.id_unverified.setVisible(ticked or is_wrong)
        if ticked and self.id_number.error:
            self.id_number.clear_error()
            self.id_number.set_hint(self.tr("证件核实中，请填出生日期和性别"))

    @property
    def is_unverified(self) -> bool:
        """Whether the number stands wrong on the card itself."""
        return self.id_unverified.editor.raw == "1"

    @property
    def number(self) -> str:
        """The 18-digit number that would be stored, nothing while there is no valid one."""
        return "" if self._filled is None else self._filled.number

    @Slot()
    def _read_card(self) -> None:
        text = cast("LineEdit", self.certificate.editor).text()
        try:
            card = disability_certificate(text, None)
        except UserError:
            self.certificate.set_hint("")
            return
        self.certificate.set_hint(f"{term(card.kind.label)}　{self.grade_word(card.grade)}")

    @Slot()
    def _tell_card(self) -> None:
        """Say what the card says, or what is odd about it; an odd card is asked about, never refused (T12)."""
        text = cast("LineEdit", self.certificate.editor).text().strip()
        if not text:
            self.certificate.set_hint("")
            return
        try:
            card = disability_certificate(text, self.number or None)
        except UserError as error:
            self.certificate.set_hint(message_of(error))
            return
        words = [f"{term(card.kind.label)}　{self.grade_word(card.grade)}", *(term(f.message) for f in card.findings)]
        self.certificate.set_hint("　".join(words))

    def grade_word(self, grade: int) -> str:
        """Return 一级 to 四级."""
        return [self.tr("一级"), self.tr("二级"), self.tr("三级"), self.tr("四级")][grade - 1]

    # reading and filling

    def person(self, base: Person | None = None) -> Person:
        """Return the person as entered, on top of what ``base`` knows besides; raises UserError with the plain field's name."""
        number = cast("IdNumberEdit", self.id_number.editor)
        typed = number.text().strip()
        if typed and not self.is_unverified:
            number.settle()
            number.check()
        birth = cast("DateEdit", self.birth_on.editor).day(field="birth_on")
        if not cast("LineEdit", self.name.editor).value:
            raise UserError("请填写姓名。", field="name")
        if birth is None:
            raise UserError("请填写公民身份号码；没有公民身份号码的，请填写出生日期和性别。", field="birth_on")
        illness = cast("Illness", self._combo(self.illness).require("illness", self.tr("患病情况")))
        facts: dict[str, Any] = {
            "name": cast("LineEdit", self.name.editor).value,
            "id_number": typed or None,
            "id_unverified": self.is_unverified and bool(typed),
            "birth_on": birth,
            "sex": self._combo(self.sex).require("sex", self.tr("性别")),
            "nation": self._combo(self.nation).require("nation", self.tr("民族")).value,
            "phone": cast("LineEdit", self.phone.editor).value,
            "labour_capacity": self._combo(self.labour_capacity).require("labour_capacity", self.tr("劳动能力")),
            "self_care": self._combo(self.self_care).require("self_care", self.tr("生活自理")),
            "serious_illness": illness in (Illness.SERIOUS, Illness.BOTH),
            "chronic_illness": illness in (Illness.CHRONIC, Illness.BOTH),
            "disability_certificate": cast("LineEdit", self.certificate.editor).value,
        }
        if base is not None:
            return replace(base, **facts)
        return Person(id=PersonId(""), **facts)

    def fill(self, person: Person) -> None:
        """Show a person."""
        self.name.editor.set_raw(person.name)
        self.id_unverified.editor.set_raw("1" if person.id_unverified else "")
        self.id_number.editor.set_raw(person.id_number or "")
        cast("DateEdit", self.birth_on.editor).set_day(person.birth_on)
        self._combo(self.sex).set_code(person.sex)
        self._combo(self.nation).set_code(Nation.of(person.nation))
        self.phone.editor.set_raw(person.phone)
        self._combo(self.labour_capacity).set_code(person.labour_capacity)
        self._combo(self.self_care).set_code(person.self_care)
        illness = Illness.from_facts(serious=person.serious_illness, chronic=person.chronic_illness)
        self._combo(self.illness).set_code(illness)
        self.certificate.editor.set_raw(person.disability_certificate)
        self._tell_card()


def card_kind_word(kind: DisabilityKind | None, grade: int | None) -> str:
    """Return ``肢体 2 级`` as a table shows it, or nothing."""
    return "" if grade is None else f"{term(kind.label) if kind else ''} {grade} 级".strip()

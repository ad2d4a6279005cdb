"""假如: facts supposed and not saved. Every field starts with the true fact; what differs from it is the supposition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.codes import Capacity, IdentityKind
from clerk_app.domain.dates import parse_date
from clerk_app.domain.household import Member, PersonId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.entitlements import PersonChange, WhatIf
from clerk_app.ui.pages.entitlements.outcomes import HOUSEHOLD
from clerk_app.ui.pages.entitlements.reading import Reading
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.code_combo import CodeCombo
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit, MoneyEdit, NumberEdit
from clerk_app.ui.widgets.field import AnyEditor, Field, FieldSet
from clerk_app.ui.widgets.segments import Segments

_IDENTITY: Final = "whatIfIdentity_"
Raws = dict[str, str]


class WhatIfPanel(QWidget):
    """``changed`` whenever something supposed differs; ``settled`` when a field is left, so that what is wrong may be said."""

    changed = Signal()
    settled = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whatIfPanel")
        self.setAccessibleName(self.tr("假如"))
        self._today = today
        self._day = today()
        self._person = HOUSEHOLD
        self._facts: dict[PersonId, Raws] = {}
        self._typed: dict[PersonId, Raws] = {}
        self._house = FieldSet(self._house_fields(), self)
        self._own = FieldSet(self._person_fields(), self)
        self._restore(self._house, {"whatIfProperty": "as_is"})
        self._lay_out()
        for fields in (self._house, self._own):
            fields.edited.connect(self._note_change)
            for field in fields:
                if isinstance(field.editor, LineEdit):
                    field.editor.editingFinished.connect(self.settled)

    # building

    def _house_fields(self) -> tuple[Field, ...]:
        choices = (("as_is", self.tr("照登记")), ("yes", self.tr("在限额内")), ("no", self.tr("超过")))
        return (
            Field("whatIfOn", self.tr("在哪一天"), DateEdit(self._today)),
            Field("whatIfIncome", self.tr("家庭年收入（元）"), MoneyEdit(), hint=self.tr("空着就按收入表")),
            Field("whatIfProperty", self.tr("家庭财产"), Segments("whatIfProperty", choices)),
        )

    def _person_fields(self) -> tuple[Field, ...]:
        grades = tuple((str(grade), self.tr("{n}级").format(n=grade)) for grade in range(1, 5))
        capacity: CodeCombo[Capacity] = CodeCombo(tuple(Capacity))
        own: tuple[tuple[str, str, AnyEditor], ...] = (
            ("whatIfBirth", self.tr("出生日期"), DateEdit(self._today)),
            ("whatIfCapacity", self.tr("劳动能力"), capacity),
            ("whatIfGrade", self.tr("残疾等级"), Segments("whatIfGrade", grades)),
            ("whatIfTier", self.tr("今年养老保险缴费档次（元）"), MoneyEdit()),
            ("whatIfYears", self.tr("养老保险缴费年限（年）"), NumberEdit(digits=2)),
        )
        fields = [Field(name, label, editor) for name, label, editor in own]
        boxes = [
            ("whatIfStudent", self.tr("在校学生")),
            ("whatIfReceiving", self.tr("已领养老金")),
            *((f"{_IDENTITY}{kind.value}", term(kind.label)) for kind in IdentityKind),
        ]
        for name, word in boxes:
            fields.append(Field(name, word, CheckBox(word)))
        return tuple(fields)

    def _lay_out(self) -> None:
        theme = current_theme()
        self.person_title = QLabel()
        self.person_title.setObjectName("whatIfPerson")
        self.person_title.setProperty("role", "section")
        identities = QLabel(self.tr("困难身份"))
        identities.setProperty("role", "label")
        self._own_part = QWidget()
        inside = QVBoxLayout(self._own_part)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(8))
        for field in self._own:
            if isinstance(field.editor, CheckBox):
                for label in field.findChildren(QLabel):
                    label.hide()
            if field.name == f"{_IDENTITY}{next(iter(IdentityKind)).value}":
                inside.addWidget(identities)
            inside.addWidget(field)
        self.choose_hint = QLabel(self.tr("在上面选一个人，可以假设他的年龄、身份、缴费等。"))
        self.choose_hint.setWordWrap(True)
        self.choose_hint.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for field in self._house:
            column.addWidget(field)
        column.addSpacing(theme.px(8))
        column.addWidget(self.person_title)
        column.addWidget(self.choose_hint)
        column.addWidget(self._own_part)
        column.addStretch(1)

    # for the view

    def show_reading(self, reading: Reading) -> None:
        """Take the true facts of another household or another state of it; what was supposed of people who are still there stays."""
        members = {member.person.id: member for member in reading.file.members}
        self._facts = {
            person: _facts(member, reading.file.on, reading.tiers.get(person)) for person, member in members.items()
        }
        self._typed = {person: raws for person, raws in self._typed.items() if person in members}
        tiers = "、".join(f"{tier.fen // 100}" for tier in reading.valid_tiers)
        self._own["whatIfTier"].set_hint(self.tr("可选：{tiers}").format(tiers=tiers) if tiers else "")
        self._day = reading.file.on
        if not self._house["whatIfOn"].editor.raw:
            self._restore(self._house, {"whatIfOn": self._day.isoformat()})

    def choose(self, person: PersonId, name: str) -> None:
        """Show the facts supposed of a person."""
        self._person = person
        is_person = person in self._facts
        self._own_part.setVisible(is_person)
        self.choose_hint.setVisible(not is_person)
        self.person_title.setText(self.tr("假如{name}").format(name=name) if is_person else self.tr("假如家里有人…"))
        if is_person:
            self._own.clear_errors()
            self._restore(self._own, {**self._facts[person], **self._typed.get(person, {})})

    @property
    def first_editor(self) -> QWidget:
        """Where to begin: the chosen person's birth date, or the income of the household."""
        fields, name = (self._own, "whatIfBirth") if self._person in self._facts else (self._house, "whatIfIncome")
        return fields[name].editor

    @property
    def current_editor(self) -> QWidget:
        """The field that has the focus, else where to begin."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and self.isAncestorOf(focus) else self.first_editor

    def go_to_years(self) -> None:
        """Go to the years paid."""
        self._own["whatIfYears"].editor.setFocus()

    def reset(self) -> None:
        """Go back to the true facts."""
        self._typed.clear()
        self._house.clear_errors()
        self._restore(self._house, {"whatIfOn": self._day.isoformat(), "whatIfIncome": "", "whatIfProperty": "as_is"})
        if self._person in self._facts:
            self._own.clear_errors()
            self._restore(self._own, self._facts[self._person])

    @property
    def is_typing(self) -> bool:
        """Whether the clerk is in the middle of a field of this panel."""
        focus = QApplication.focusWidget()
        return isinstance(focus, LineEdit) and self.isAncestorOf(focus)

    def what_if(self) -> WhatIf | None:
        """Return the supposition, None where everything is as it is. Raises UserError naming the field for what cannot be read."""
        on = self._read_day(self._house, "whatIfOn")
        income = self._house["whatIfIncome"].editor.raw
        property_answer = {"yes": True, "no": False}.get(self._house["whatIfProperty"].editor.raw)
        supposed = WhatIf(
            on=None if on == self._day else on,
            annual_income=Money.parse(income, field="whatIfIncome") if income.strip() else None,
            property_within_limits=property_answer,
            people=self._people(),
        )
        return None if supposed == WhatIf() else supposed

    def show_error(self, error: UserError) -> bool:
        """Show an error beside its field; False where it is about none of these."""
        name = {"tier": "whatIfTier"}.get(error.field or "", error.field or "")
        for fields in (self._house, self._own):
            for field in fields:
                if field.name == name and field.isVisible():
                    field.show_error(_sentence(error))
                    return True
        return False

    def clear_errors(self) -> None:
        """Take all errors away."""
        self._house.clear_errors()
        self._own.clear_errors()

    # inside

    def _restore(self, fields: FieldSet, raws: Mapping[str, str]) -> None:
        with QSignalBlocker(fields):
            fields.restore(raws)

    @Slot()
    def _note_change(self) -> None:
        if self._person in self._facts:
            now, facts = self._own.content(), self._facts[self._person]
            differing = {name: raw for name, raw in now.items() if raw != facts[name]}
            if differing:
                self._typed[self._person] = differing
            else:
                self._typed.pop(self._person, None)
        self.changed.emit()

    def _read_day(self, fields: FieldSet, name: str) -> date | None:
        raw = fields[name].editor.raw
        return parse_date(raw, field=name) if raw.strip() else None

    def _people(self) -> dict[PersonId, PersonChange]:
        changes = {person: _change(raws) for person, raws in self._typed.items()}
        return {person: change for person, change in changes.items() if change != PersonChange()}


def _sentence(error: UserError) -> str:
    from clerk_app.ui.texts import message_of  # noqa: PLC0415 - only when something is wrong

    return message_of(error)


def _facts(member: Member, on: date, tier: Money | None) -> Raws:
    person = member.person
    held = {identity.kind for identity in member.identities if identity.held_on(on)}
    raws = {
        "whatIfBirth": person.birth_on.isoformat(),
        "whatIfCapacity": person.labour_capacity.value,
        "whatIfGrade": "" if person.disability_grade is None else str(person.disability_grade),
        "whatIfTier": "" if tier is None else tier.grouped,
        "whatIfYears": "" if person.pension_years is None else str(person.pension_years),
        "whatIfStudent": "1" if person.student else "",
        "whatIfReceiving": "1" if person.receiving_pension else "",
    }
    return raws | {f"{_IDENTITY}{kind.value}": "1" if kind in held else "" for kind in IdentityKind}


def _change(raws: Raws) -> PersonChange:
    """Read what differs from the facts; a field that was emptied leaves its fact as it is."""
    birth, capacity, grade = (raws.get(name, "") for name in ("whatIfBirth", "whatIfCapacity", "whatIfGrade"))
    tier, years = raws.get("whatIfTier", ""), raws.get("whatIfYears", "")
    kinds = {kind: raws[f"{_IDENTITY}{kind.value}"] for kind in IdentityKind if f"{_IDENTITY}{kind.value}" in raws}
    return PersonChange(
        birth_on=parse_date(birth, field="whatIfBirth") if birth.strip() else None,
        labour_capacity=Capacity.of(capacity) if capacity else None,
        disability_grade=int(grade) if grade else None,
        tier=Money.parse(tier, field="whatIfTier") if tier.strip() else None,
        pension_years=int(years) if years else None,
        student=raws["whatIfStudent"] == "1" if "whatIfStudent" in raws else None,
        receiving_pension=raws["whatIfReceiving"] == "1" if "whatIfReceiving" in raws else None,
        gained=tuple(kind for kind, raw in kinds.items() if raw),
        lost=tuple(kind for kind, raw in kinds.items() if not raw),
    )

"""Adding a person to a household, or changing a person's facts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clerk_app.domain.codes import HEAD, DisabilityKind, Education, Marital, MedicalScheme, PensionScheme, Sex
from clerk_app.domain.free_text import disability_certificate
from clerk_app.domain.household import HouseholdFile, HouseholdId, Member, Person
from clerk_app.errors import UserError
from clerk_app.services.households import MemberEntry, known_person
from clerk_app.services.people import add_member, change_person
from clerk_app.services.person_check import check_person
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.ask import ask
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.member_choices import Grade, NarrowCombo, RelationCombo
from clerk_app.ui.dialogs.member_fields import PersonFields
from clerk_app.ui.dialogs.member_photo import MemberPhoto
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit, MoneyEdit, NumberEdit
from clerk_app.ui.widgets.field import AnyEditor, Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.storage.queries import KnownPerson


class MemberDialog(ActDialog):
    """Everything that is kept of a person; for a new one also the relation and the day of joining."""

    least_width = 1140
    photo: MemberPhoto | None = None

    def __init__(
        self, context: Context, file: HouseholdFile, member: Member | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "memberDialog", "", parent=parent)
        self._file = file
        self._member = member
        self._household_id: HouseholdId | None = None
        name = member.person.name if member else ""
        self.setWindowTitle(self.tr("修改资料 {name}").format(name=name) if member else self.tr("增加成员"))
        self.person = PersonFields(context.workspace.today, parent=self)
        self._more: dict[str, Field] = {}
        self._build_more()
        self.known_strip = Strip("knownStrip", button=self.tr("打开那一户"))
        self.body.addWidget(self.known_strip)
        grid = FieldGrid(self._ordered(), columns=4, wide=(self.person.id_unverified,))
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(20))
        row.setContentsMargins(0, 0, current_theme().px(4), 0)
        row.addWidget(grid, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row, 1)
        self._start()
        if member is not None:
            self.photo = MemberPhoto(context, file.household.id, member.person.id)
            row.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
            QWidget.setTabOrder(self.cancel_button, self.photo.put_button)  # Enter after the last field is for saving
            QWidget.setTabOrder(self.photo.put_button, self.photo.open_button)

    def _build_more(self) -> None:
        today = self.context.workspace.today
        self.relation = self._field("relation", self.tr("与户主关系"), RelationCombo(), required=True)
        self._field("from_on", self.tr("入户日期"), DateEdit(today))
        self._field("former_name", self.tr("曾用名"), LineEdit(longest=60))
        self._field("disability_kind", self.tr("残疾类别"), NarrowCombo(tuple(DisabilityKind), optional=True))
        self._field("disability_grade", self.tr("残疾等级"), NarrowCombo(tuple(Grade), optional=True))
        self._field("disability_certified_on", self.tr("发证日期"), DateEdit(today))
        self._field("marital", self.tr("婚姻状况"), NarrowCombo(tuple(Marital), optional=True))
        self._field("education", self.tr("文化程度"), NarrowCombo(tuple(Education), optional=True))
        self._field("student", "", CheckBox(self.tr("在校学生")))
        self._field("pension_scheme", self.tr("养老保险"), NarrowCombo(tuple(PensionScheme), optional=True))
        self._field("medical_scheme", self.tr("医疗保险"), NarrowCombo(tuple(MedicalScheme), optional=True))
        self._field("receiving_pension", "", CheckBox(self.tr("已领养老金")))
        self._field("pension_years", self.tr("养老缴费年限（年）"), NumberEdit(digits=2))
        self._field("pension_balance", self.tr("个人账户储存额（元）"), MoneyEdit())
        self._field("died_on", self.tr("死亡日期"), DateEdit(today))
        self._field("note", self.tr("备注"), LineEdit(longest=400))
        self._field("reason", self.tr("修改原因（可不填）"), LineEdit(longest=200))

    def _field(self, name: str, label: str, editor: AnyEditor, *, required: bool = False) -> Field:
        field = Field(name, label, editor, required=required)
        if not label and isinstance(editor, CheckBox):
            editor.setAccessibleName(editor.text())
        self._more[name] = field
        return field

    def _ordered(self) -> list[Field]:
        person, more = self.person, self._more
        joining = [] if self._member else [self.relation, more["from_on"]]
        leaving = [more["died_on"]] if self._member else []
        return [
            person.name, person.id_number, person.birth_on, person.sex, person.id_unverified, *joining,
            more["former_name"], person.nation, person.phone, more["marital"], more["education"], person.labour_capacity, person.self_care,
            person.illness, person.certificate, more["disability_kind"], more["disability_grade"],
            more["disability_certified_on"], more["pension_scheme"], more["medical_scheme"],
            more["receiving_pension"], more["pension_years"], more["pension_balance"], more["student"], *leaving, more["note"], more["reason"],
        ]  # fmt: skip

    def _start(self) -> None:
        fields = FieldSet(self._ordered(), parent=self)
        if self._member is not None:
            self._fill(self._member.person)
        else:
            head = self._file.head
            cast("DateEdit", self._more["from_on"].editor).set_day(self.context.workspace.today())
            if head is not None:
                self.person.nation.editor.set_raw(head.person.nation)
        self.start(fields)
        self.person.number_settled.connect(self._look_up)
        self.known_strip.acted.connect(self._open_known)
        self.person.sex.editor.edited.connect(self._tell_sex)
        self.person.certificate.editor.edited.connect(self._take_card)
        self.person.name.editor.setFocus()

    def _fill(self, person: Person) -> None:
        self.person.fill(person)
        for name, code in (
            ("disability_kind", person.disability_kind), ("marital", person.marital), ("education", person.education),
            ("pension_scheme", person.pension_scheme), ("medical_scheme", person.medical_scheme),
        ):  # fmt: skip
            self._combo(name).set_code(code)
        grade = person.disability_grade
        self._combo("disability_grade").set_code(None if grade is None else Grade.of(str(grade)))
        self._day("disability_certified_on").set_day(person.disability_certified_on)
        self._day("died_on").set_day(person.died_on)
        self._more["student"].editor.set_raw("1" if person.student else "")
        self._more["receiving_pension"].editor.set_raw("1" if person.receiving_pension else "")
        self._more["note"].editor.set_raw(person.note)
        self._more["former_name"].editor.set_raw(person.former_name or "")
        self._more["pension_years"].editor.set_raw("" if person.pension_years is None else str(person.pension_years))
        cast("MoneyEdit", self._more["pension_balance"].editor).set_money(person.pension_balance)

    def _combo(self, name: str) -> NarrowCombo:
        return cast("NarrowCombo", self._more[name].editor)

    def _day(self, name: str) -> DateEdit:
        return cast("DateEdit", self._more[name].editor)

    @classmethod
    def ask(cls, parent: QWidget, context: Context, file: HouseholdFile, member: Member | None = None) -> bool:
        """Run it; True when something was stored."""
        dialog = cls(context, file, member, parent)
        stored = dialog.run_and_go()
        if dialog.wanted_household:
            context.open("household", dialog.wanted_household)
        return stored

    # while typing

    @property
    def wanted_household(self) -> str:
        """The household the clerk would rather see, or nothing."""
        return self._wanted

    _wanted = ""

    @Slot(str)
    def _look_up(self, number: str) -> None:
        self.known_strip.hide()
        if number:
            self.context.tasks.run(
                partial(_known, self.context.workspace, number), on_done=partial(self._show_known, number), owner=self
            )

    def _show_known(self, number: str, known: KnownPerson | None) -> None:
        is_same = self._member is not None and known is not None and known.person_id == self._member.person.id
        if known is None or is_same or self.person.number != number:
            return
        self._household_id = known.household_id
        place = f"{known.group} {known.household_number}".strip()
        if known.household_id is None:
            text = self.tr("{name}以前登记过，已离户：保存后接着用原来的档案。")
        else:
            text = self.tr("这个公民身份号码已登记：{name}，{place} 户。同一人不能登记两次。")
        self.known_strip.tell(text.format(name=known.name, place=place), Tone.DUE)

    @Slot()
    def _open_known(self) -> None:
        if self._household_id is not None:
            self._wanted = self._household_id
            self.fields.mark_saved()
            self.leave()

    @Slot()
    def _tell_sex(self) -> None:
        sex = cast("NarrowCombo", self.person.sex.editor).code
        cast("RelationCombo", self.relation.editor).sex = cast("Sex | None", sex)

    @Slot()
    def _take_card(self) -> None:
        """Fill kind and grade from the card's number: the card counts (T12)."""
        try:
            card = disability_certificate(self.person.certificate.editor.raw, None)
        except UserError:
            return
        self._combo("disability_kind").set_code(card.kind)
        self._combo("disability_grade").set_code(Grade.of(str(card.grade)))

    # storing

    def _person(self) -> Person:
        base = self._member.person if self._member else None
        grade = self._combo("disability_grade").optional("disability_grade")
        facts: dict[str, Any] = {
            name: self._combo(name).optional(name)
            for name in ("disability_kind", "marital", "education", "pension_scheme", "medical_scheme")
        }
        return replace(
            self.person.person(base),
            disability_grade=int(grade.value) if grade else None,
            disability_certified_on=self._day("disability_certified_on").day(field="disability_certified_on"),
            died_on=self._day("died_on").day(field="died_on"),
            student=self._more["student"].editor.raw == "1",
            receiving_pension=self._more["receiving_pension"].editor.raw == "1",
            note=self._more["note"].editor.raw.strip(),
            former_name=self._more["former_name"].editor.raw.strip() or None,
            pension_years=cast("NumberEdit", self._more["pension_years"].editor).number,
            pension_balance=cast("MoneyEdit", self._more["pension_balance"].editor).money(field="pension_balance"),
            **facts,
        )

    def save(self) -> None:
        """Ask about what is odd, then store."""
        person = self._person()
        _, findings = check_person(person, self.context.workspace.today())
        entry = None if self._member else self._entry(person)
        if findings and not ask(
            self,
            self.tr("有几处请核对"),
            "\n".join(term(finding.message) for finding in findings),
            accept=self.tr("照样保存"),
            reject=self.tr("回去核对"),
            name="doubtsNotice",
        ):
            return
        workspace, reason = self.context.workspace, self._more["reason"].editor.raw.strip()
        if entry is None:
            done = self.tr("已修改{name}的资料").format(name=person.name)
            self.carry_out(partial(_change, workspace, person, reason), done)
        else:
            done = self.tr("已增加成员{name}").format(name=person.name)
            self.carry_out(partial(_add, workspace, self._file.household.id, entry, reason), done)

    def _entry(self, person: Person) -> MemberEntry:
        relation = cast("RelationCombo", self.relation.editor).require("relation", self.tr("与户主关系"))
        if relation.value == HEAD:
            raise UserError("这一户已经有户主：请选别的关系，或先变更户主。", field="relation")
        from_on = self._day("from_on").day(field="from_on")
        return MemberEntry(person=person, relation=relation.value, from_on=from_on)


def _known(workspace: Workspace, number: str, _progress: Progress) -> KnownPerson | None:
    return known_person(workspace, number)


def _change(workspace: Workspace, person: Person, reason: str, _progress: Progress) -> None:
    change_person(workspace, person, reason=reason)


def _add(workspace: Workspace, household_id: HouseholdId, entry: MemberEntry, reason: str, _progress: Progress) -> None:
    add_member(workspace, household_id, entry, reason=reason)

"""户主变更, 调组, 身份号码更正."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Slot

from clerk_app.domain.codes import Sex
from clerk_app.domain.household import Person
from clerk_app.domain.resident_id import ResidentId
from clerk_app.services import events
from clerk_app.ui.dialogs.events.fields import EventFields, Relations
from clerk_app.ui.dialogs.household_fields import GroupEdit
from clerk_app.ui.dialogs.member_choices import NarrowCombo
from clerk_app.ui.widgets.editors import CheckBox
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.id_number_edit import IdNumberEdit


class HeadFields(EventFields):
    """Who is head from which day; the relations come with the plan."""

    def build(self) -> None:
        """Make the fields."""
        others = [member for member in self.desk.situation.members if not member.membership.is_head]
        self.who = self.members("new_head", self.tr("新户主"), others, required=True)
        self.on = self.day(self.tr("从哪一天起"), day=self.desk.today)
        self.why = self.reason(self.tr("原因"), (self.tr("户口簿变更"), self.tr("原户主年老"), self.tr("家庭商定")))
        self.put(self.who, self.on)
        self.put(self.why, wide=True)
        wanted = self.desk.person_id or (others[0].person.id if len(others) == 1 else None)
        if wanted is not None:
            self.who.editor.set_raw(wanted)

    def request(self, relations: Relations) -> events.Head:
        """Return the change as entered."""
        return events.Head(
            household_id=self.desk.household_id,
            new_head=self.needed_person(self.who, self.tr("新户主")),
            on=self.needed_day(self.on),
            relations=relations,
            reason=self.text_of(self.why),
        )


class GroupFields(EventFields):
    """The group to which the household moves."""

    def build(self) -> None:
        """Make the fields."""
        household = self.desk.situation.file.household
        group = GroupEdit()
        group.set_names(self.desk.situation.groups)
        self.group = Field("group", self.tr("调到哪个小组"), group, required=True)
        self.group.set_hint(self.tr("现在是{group}").format(group=household.group) if household.group else "")
        self.address = self.line("address", self.tr("住址"), text=household.address)
        self.on = self.day(self.tr("从哪一天起"), day=self.desk.today)
        self.why = self.reason(self.tr("原因"), (self.tr("搬迁安置"), self.tr("小组合并"), self.tr("建房搬家")))
        self.put(self.group, self.address, self.on, self.why)

    def request(self, relations: Relations) -> events.Group:  # noqa: ARG002 - nobody's relation changes
        """Return the change as entered."""
        return events.Group(
            household_id=self.desk.household_id,
            on=self.needed_day(self.on),
            group=self.text_of(self.group),
            address=self.text_of(self.address),
            reason=self.text_of(self.why),
        )


class NumberFields(EventFields):
    """The right number; birth date and sex are asked for only where the number tells otherwise."""

    def build(self) -> None:
        """Make the fields."""
        members = self.desk.situation.members
        self.who = self.members("person_id", self.tr("谁的号码"), members, required=True)
        self.on = self.day(self.tr("从哪一天起用新号码"), day=self.desk.today)
        self.number = Field(
            "number", self.tr("新的公民身份号码"), IdNumberEdit(self.desk.context.workspace.today), required=True
        )
        self.why = self.reason(
            self.tr("更正依据"),
            (self.tr("身份证"), self.tr("户口簿"), self.tr("公安机关证明"), self.tr("录入错误")),
            required=True,
        )
        self.birth = self.day(self.tr("以哪个出生日期为准"), "birth_on", required=False)
        self.birth.set_hint(self.tr("不填就用新号码的出生日期"))
        self.sex = Field("sex", self.tr("以哪个性别为准"), NarrowCombo(tuple(Sex), optional=True))
        self.unverified = Field(
            "unverified", self.tr("核实中"), CheckBox(self.tr("证件核实中：照证件原样登记，以后再核对"))
        )
        self.put(self.who, self.on, self.number, self.why, self.birth, self.sex)
        self.put(self.unverified.without_label(), wide=True)
        number = cast("IdNumberEdit", self.number.editor)
        number.told.connect(self._follow)
        number.number_changed.connect(self._follow)  # comes after the line below the field
        cast("NarrowCombo", self.who.editor).code_changed.connect(self._follow)
        self.unverified.editor.edited.connect(self._follow)
        wanted = self.desk.person_id or (members[0].person.id if len(members) == 1 else None)
        if wanted is not None:
            self.who.editor.set_raw(wanted)
        self._follow()

    @property
    def _person(self) -> Person | None:
        code = cast("NarrowCombo", self.who.editor).code
        found = (member.person for member in self.desk.situation.members)
        return next((person for person in found if code is not None and person.id == code.value), None)

    @Slot()
    def _follow(self, *_: object) -> None:
        """Ask about birth date and sex where they differ, and about a number that cannot be right."""
        person = self._person
        told: ResidentId | None = cast("IdNumberEdit", self.number.editor).identity
        self.grid.show_only_if(
            self.birth, is_wanted=person is not None and told is not None and told.birth_on != person.birth_on
        )
        self.grid.show_only_if(
            self.sex, is_wanted=person is not None and told is not None and told.sex is not person.sex
        )
        is_wrong = bool(self.number.error) or self.is_ticked(self.unverified)
        self.grid.show_only_if(self.unverified, is_wanted=told is None and is_wrong)

    def request(self, relations: Relations) -> events.Number:  # noqa: ARG002 - nobody's relation changes
        """Return the correction as entered."""
        sex = self.code_of(self.sex) if self.grid.is_wanted(self.sex) else None
        return events.Number(
            person_id=self.needed_person(self.who, self.tr("谁的号码")),
            number=self.text_of(self.number),
            on=self.needed_day(self.on),
            reason=self.text_of(self.why),
            unverified=self.grid.is_wanted(self.unverified) and self.is_ticked(self.unverified),
            birth_on=self.day_of(self.birth) if self.grid.is_wanted(self.birth) else None,
            sex=cast("Sex | None", sex),
        )

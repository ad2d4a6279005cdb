"""死亡, and 更正死亡登记 where somebody is found alive."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Slot

from clerk_app.domain.codes import HEAD
from clerk_app.domain.household import Person, PersonId
from clerk_app.domain.relations import SPOUSES
from clerk_app.services import events
from clerk_app.ui.dialogs.events.fields import EventFields, Relations
from clerk_app.ui.dialogs.member_choices import NarrowCombo, RelationCombo
from clerk_app.ui.widgets.editors import CheckBox, MoneyEdit
from clerk_app.ui.widgets.field import Field


class DeathFields(EventFields):
    """Who, when, on what evidence; the next head and the pension only where they matter."""

    def build(self) -> None:
        """Make the fields."""
        members = self.desk.situation.members
        self.who = self.members("person_id", self.tr("死亡的人"), members, required=True)
        self.on = self.day(self.tr("死亡日期"))
        self.evidence = self.reason(
            self.tr("依据"),
            (self.tr("死亡医学证明"), self.tr("户口注销证明"), self.tr("火化证明"), self.tr("村委会证明")),
        )
        self.next = self.new_head(members)
        self.widow = Field("widow_spouse", self.tr("配偶"), CheckBox(self.tr("配偶的婚姻状况改为丧偶")))
        self.widow.editor.set_raw("1")
        self.monthly = Field("pension_monthly", self.tr("每月养老金（元）"), MoneyEdit(placeholder=self.tr("按政策算")))
        self.paid_through = self.day(self.tr("养老金已发到"), "pension_paid_through", required=False)
        self.paid_through.set_hint(self.tr("当月任意一天；不填就是已发到本月"))
        self.put(self.who, self.on, self.next, self.evidence, self.monthly, self.paid_through)
        self.put(self.widow.without_label(), wide=True)
        who = cast("NarrowCombo", self.who.editor)
        who.code_changed.connect(self._follow)
        if self.desk.person_id is not None:
            who.set_raw(self.desk.person_id)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Ask only for what this person's death touches."""
        code = cast("NarrowCombo", self.who.editor).code
        member = None if code is None else self.desk.situation.member(PersonId(code.value))
        relation = "" if member is None else member.membership.relation
        is_last = len(self.desk.situation.members) == 1
        has_pension = member is not None and member.person.receiving_pension
        self.grid.show_only_if(self.next, is_wanted=relation == HEAD and not is_last)
        spouses = [each for each in self.desk.situation.members if each.membership.relation in SPOUSES]
        self.grid.show_only_if(self.widow, is_wanted=relation in SPOUSES or (relation == HEAD and bool(spouses)))
        self.grid.show_only_if(self.monthly, is_wanted=has_pension)
        self.grid.show_only_if(self.paid_through, is_wanted=has_pension)

    def request(self, relations: Relations) -> events.Death:
        """Return the death as entered."""
        has_pension = self.grid.is_wanted(self.monthly)
        return events.Death(
            person_id=self.needed_person(self.who, self.tr("死亡的人")),
            on=self.needed_day(self.on),
            reason=self.text_of(self.evidence),
            new_head=self.person_of(self.next),
            relations=relations,
            widow_spouse=self.is_ticked(self.widow),
            pension_monthly=cast("MoneyEdit", self.monthly.editor).money(field="pension_monthly")
            if has_pension
            else None,
            pension_paid_through=self.day_of(self.paid_through) if has_pension else None,
        )


class AliveFields(EventFields):
    """Somebody registered as dead is alive: the evidence, and what goes on."""

    def build(self) -> None:
        """Make the fields."""
        words = {
            former.person.id: self.tr("{name}（{day} 死亡）").format(name=former.person.name, day=former.person.died_on)
            for former in self.desk.situation.dead
        }
        self.who = self.chosen_from("person_id", self.tr("在世的人"), words, required=True)
        self.on = self.day(self.tr("查明的日期"), day=self.desk.today)
        self.evidence = self.reason(
            self.tr("依据"), (self.tr("本人到场核实"), self.tr("公安机关证明"), self.tr("法院判决")), required=True
        )
        self.relation = Field("relation", self.tr("与现户主关系"), RelationCombo())
        self.relation.set_hint(self.tr("原来是户主，现在另有户主；不填就按关系推定"))
        self.resume = Field("resume_identities", self.tr("困难身份"), CheckBox(self.tr("死亡时终止的困难身份继续有效")))
        self.resume.editor.set_raw("1")
        self.monthly = Field(
            "pension_monthly", self.tr("每月养老金（元）"), MoneyEdit(placeholder=self.tr("不知道可不填"))
        )
        self.put(self.who, self.on, self.evidence, self.relation, self.monthly)
        self.put(self.resume.without_label(), wide=True)
        who = cast("NarrowCombo", self.who.editor)
        who.code_changed.connect(self._follow)
        wanted = self.desk.person_id if self.desk.person_id in words else next(iter(words), None)
        if wanted is not None and (len(words) == 1 or wanted == self.desk.person_id):
            who.set_raw(wanted)
        self._follow()

    @property
    def _person(self) -> Person | None:
        code = cast("NarrowCombo", self.who.editor).code
        dead = (former.person for former in self.desk.situation.dead)
        return next((person for person in dead if code is not None and person.id == code.value), None)

    @Slot()
    def _follow(self) -> None:
        person = self._person
        self.grid.show_only_if(self.monthly, is_wanted=person is not None and person.receiving_pension)
        former = next((each for each in self.desk.situation.dead if each.person is person), None)
        was_head = former is not None and former.place.is_head
        self.grid.show_only_if(self.relation, is_wanted=was_head and bool(self.desk.situation.members))
        if person is not None:
            cast("RelationCombo", self.relation.editor).sex = person.sex

    def request(self, relations: Relations) -> events.Alive:  # noqa: ARG002 - nobody else's relation changes
        """Return the correction as entered."""
        has_pension = self.grid.is_wanted(self.monthly)
        relation = self.code_of(self.relation) if self.grid.is_wanted(self.relation) else None
        return events.Alive(
            person_id=self.needed_person(self.who, self.tr("在世的人")),
            on=self.needed_day(self.on),
            reason=self.text_of(self.evidence),
            relation="" if relation is None else relation.value,
            resume_identities=self.is_ticked(self.resume),
            pension_monthly=cast("MoneyEdit", self.monthly.editor).money(field="pension_monthly")
            if has_pension
            else None,
        )

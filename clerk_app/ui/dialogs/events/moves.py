"""分户, 并户, 转户: members between households of this village."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Slot

from clerk_app.domain.codes import HEAD
from clerk_app.domain.household import HouseholdId
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.services.households import HouseholdEntry
from clerk_app.ui.dialogs.events.fields import Desk, EventFields, Relations
from clerk_app.ui.dialogs.events.finder import Found, FoundEdit, other_households
from clerk_app.ui.dialogs.events.people_list import PeopleList, of_member
from clerk_app.ui.dialogs.household_fields import GroupEdit
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from clerk_app.domain.household import HouseholdFile

_IN: Final = "in"
_OUT: Final = "out"
_PEOPLE: Final = frozenset({"people", "relation"})


class PeopleFields(EventFields):
    """Fields with a list of members; a problem of people or relations stands below the list."""

    people: PeopleList

    def put_people(self, people: PeopleList) -> None:
        """Place the list and take its boxes in."""
        self.people = people
        self.grid.add((people,), wide=True)
        self.take_in(people.fields)

    def show_problem(self, error: UserError) -> bool:
        """Show it below the list."""
        if error.field not in _PEOPLE:
            return False
        self.people.show_problem(error)
        return True

    def heads_leave(self, chosen: tuple[Any, ...]) -> bool:
        """Whether the head is among those who leave while others stay."""
        members = self.desk.situation.members
        heads = [member.person.id for member in members if member.membership.is_head]
        return len(chosen) < len(members) and any(head in chosen for head in heads)

    def chosen_now(self) -> tuple[Any, ...]:
        """Return who is ticked, nobody included."""
        try:
            return self.people.chosen()
        except UserError:
            return ()


def destination(desk: Desk, name: str, label: str, placeholder: str) -> Field:
    """Return the field in which another household is looked for."""
    finder = FoundEdit(desk.context, partial(other_households, desk.household_id), placeholder=placeholder)
    return Field(name, label, finder, required=True)


def household_in(field: Field) -> HouseholdId:
    """Return the household found; raises UserError where none was taken from the list."""
    found = cast("FoundEdit", field.editor).found
    if found is None:
        raise UserError("请查找并选定另一户。", field=field.name)
    return HouseholdId(found.household_id)


class SplitFields(PeopleFields):
    """Who parts, with the relations to the new head, and where they live."""

    def build(self) -> None:
        """Make the fields."""
        situation = self.desk.situation
        people = [of_member(member, self.age(member)) for member in situation.members]
        self.put_people(PeopleList("people", self.tr("分出去的人，和各人与新户户主的关系"), people, with_head=True))
        self.on = self.day(self.tr("从哪一天起是新户"), day=self.desk.today)
        self.why = self.reason(
            self.tr("分户原因"), (self.tr("子女成家"), self.tr("离婚"), self.tr("分家另过")), required=True
        )
        self.number = self.line("number", self.tr("新户编号"), placeholder=situation.next_number)
        group = GroupEdit()
        group.set_names(situation.groups)
        group.set_raw(situation.file.household.group)
        self.group = Field("group", self.tr("新户的小组"), group)
        self.address = self.line("address", self.tr("新户的住址"), text=situation.file.household.address)
        self.next = self.new_head(situation.members)
        self.next.set_hint(self.tr("留下的人里的新户主"))
        self.put(self.on, self.why, self.number, self.group, self.address, self.next)
        self.people.tick(self.desk.person_id)
        for field in self.people.fields:
            field.editor.edited.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.grid.show_only_if(self.next, is_wanted=self.heads_leave(self.chosen_now()))

    def request(self, relations: Relations) -> events.Split:
        """Return the split as entered."""
        household = self.desk.situation.file.household
        entry = HouseholdEntry(
            number=self.text_of(self.number),
            group=self.text_of(self.group),
            address=self.text_of(self.address),
            hukou=household.hukou,
        )
        return events.Split(
            household_id=self.desk.household_id,
            on=self.needed_day(self.on),
            people=self.people.placed(),
            household=entry,
            reason=self.text_of(self.why),
            new_head=self.person_of(self.next),
            relations=relations,
        )


class MoveFields(PeopleFields):
    """Some members join another household here."""

    def build(self) -> None:
        """Make the fields."""
        situation = self.desk.situation
        self.into = destination(self.desk, "household_id", self.tr("转到哪一户"), self.tr("户编号、姓名或拼音首字母"))
        self.put(self.into, wide=True)
        people = [of_member(member, self.age(member)) for member in situation.members]
        self.put_people(PeopleList("people", self.tr("转走的人，和各人与那一户户主的关系"), people))
        self.on = self.day(self.tr("从哪一天起是那一户的人"), day=self.desk.today)
        self.why = self.reason(
            self.tr("原因"), (self.tr("投靠子女"), self.tr("收养"), self.tr("随父母生活")), required=True
        )
        self.next = self.new_head(situation.members)
        self.next.set_hint(self.tr("留下的人里的新户主"))
        self.put(self.on, self.why, self.next)
        self.people.tick(self.desk.person_id)
        for field in self.people.fields:
            field.editor.edited.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.grid.show_only_if(self.next, is_wanted=self.heads_leave(self.chosen_now()))

    def request(self, relations: Relations) -> events.Move:
        """Return the move as entered."""
        return events.Move(
            household_id=household_in(self.into),
            people=self.people.placed(),
            on=self.needed_day(self.on),
            reason=self.text_of(self.why),
            new_head=self.person_of(self.next),
            relations=relations,
        )


class MergeFields(PeopleFields):
    """All of one household join another: those of the other one come here, or all from here go there."""

    def build(self) -> None:
        """Make the fields."""
        choice = Segments("direction", ((_IN, self.tr("另一户并到这一户")), (_OUT, self.tr("这一户并到另一户"))))
        choice.set_value(_IN)
        self.direction = Field("direction", self.tr("怎样并"), choice)
        self.other = destination(self.desk, "from_id", self.tr("另一户"), self.tr("户编号、姓名或拼音首字母"))
        self.put(self.direction, self.other, wide=True)
        self.put_people(self._list(()))
        self.on = self.day(self.tr("从哪一天起是一户"), day=self.desk.today)
        self.why = self.reason(
            self.tr("并户原因"), (self.tr("父母与子女合户"), self.tr("复婚"), self.tr("重复立户")), required=True
        )
        self.put(self.on, self.why)
        self.finder = cast("FoundEdit", self.other.editor)
        self.finder.found_changed.connect(self._read_other)
        choice.edited.connect(self._turn)
        self.grid.show_only_if(self.people, is_wanted=False)

    def _list(self, members: tuple[Any, ...]) -> PeopleList:
        people = [of_member(member, self.age(member)) for member in members]
        return PeopleList("people", self.tr("并过去的人与那一户户主的关系"), people, all_go=True)

    @Slot(object)
    def _read_other(self, found: Found | None) -> None:
        if found is None or self.direction.editor.raw == _OUT:
            self._turn()
        else:
            self.read_household(found.household_id, self._show_other)

    @Slot()
    def _turn(self) -> None:
        found = self.finder.found
        if self.direction.editor.raw == _OUT:
            self._show_people(self.desk.situation.members if found is not None else ())
        elif found is not None:
            self.read_household(found.household_id, self._show_other)
        else:
            self._show_people(())

    def _show_other(self, file: HouseholdFile) -> None:
        found = self.finder.found
        if found is not None and found.household_id == file.household.id and self.direction.editor.raw == _IN:
            self._show_people(tuple(member for member in file.members if member.membership.to_on is None))

    def _show_people(self, members: tuple[Any, ...]) -> None:
        self.let_go(self.people.fields)
        self.people = self.grid.replace(self.people, self._list(members))
        self.take_in(self.people.fields)
        self.order_after(self.other, self.people.fields)
        self.grid.show_only_if(self.people, is_wanted=bool(members))

    def request(self, relations: Relations) -> events.Merge:  # noqa: ARG002 - the list says the relations
        """Return the merge as entered."""
        other, here = household_in(self.other), self.desk.household_id
        comes_in = self.direction.editor.raw == _IN
        said = {placed.person_id: placed.relation for placed in self.people.placed()}
        if HEAD in said.values():
            raise UserError("那一户已经有户主：请选别的关系。", field="people")
        return events.Merge(
            household_id=here if comes_in else other,
            from_id=other if comes_in else here,
            on=self.needed_day(self.on),
            reason=self.text_of(self.why),
            relations=said,
        )

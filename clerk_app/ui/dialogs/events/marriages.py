"""婚入 and 婚出."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Slot

from clerk_app.domain.codes import HEAD
from clerk_app.domain.household import PersonId
from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.ui.dialogs.events.births import NewcomerFields
from clerk_app.ui.dialogs.events.fields import EventFields, Relations
from clerk_app.ui.dialogs.events.finder import Found, FoundEdit, people_elsewhere
from clerk_app.ui.dialogs.events.people_list import PeopleList, of_member
from clerk_app.ui.dialogs.member_choices import NarrowCombo, RelationCombo
from clerk_app.ui.widgets.editors import CheckBox
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from clerk_app.domain.household import HouseholdFile

_OUTSIDE: Final = "outside"
_HERE: Final = "here"


class MarriageInFields(EventFields):
    """Somebody from outside, or from another household here with whom others may come along."""

    def build(self) -> None:
        """Make the fields."""
        choice = Segments("comes_from", ((_OUTSIDE, self.tr("从村外来")), (_HERE, self.tr("本村另一户的人"))))
        choice.set_value(_OUTSIDE)
        self.origin = Field("comes_from", self.tr("婚入的人"), choice)
        self.person = NewcomerFields(self.desk.context.workspace.today, parent=self)
        find = partial(people_elsewhere, self.desk.household_id)
        placeholder = self.tr("姓名、拼音首字母、号码的一部分")
        self.finder = FoundEdit(self.desk.context, find, placeholder=placeholder)
        self.found = Field("person_id", self.tr("查找本村的人"), self.finder, required=True)
        spouses = self.desk.situation.members
        self.spouse = self.members("spouse_id", self.tr("与谁结婚"), spouses, empty=self.tr("不填就只登记入户"))
        self.relation = Field("relation", self.tr("与户主关系"), RelationCombo(), required=True)
        self.on = self.day(self.tr("从哪一天起算本户的人"), day=self.desk.today)
        self.why = self.reason(self.tr("依据"), (self.tr("结婚证"), self.tr("户口迁移证")))
        self.bringing: PeopleList | None = None
        self.next: Field | None = None
        self.put(self.origin, wide=True)
        self.put(*self.person.asked[:2])
        self.person.place_doubt(self)
        self.put(*self.person.asked[3:])
        self.put(self.found, wide=True)
        self.put(self.spouse, self.relation, self.on, self.why)
        self.person.put_away(self)
        choice.edited.connect(self._follow)
        self.finder.found_changed.connect(self._read_family)
        cast("NarrowCombo", self.person.sex.editor).code_changed.connect(self._know_sex)
        if self.desk.person_id is not None:
            self.spouse.editor.set_raw(self.desk.person_id)
        self._follow()

    @property
    def _is_from_here(self) -> bool:
        return self.origin.editor.raw == _HERE

    @Slot()
    def _follow(self) -> None:
        is_here = self._is_from_here
        for field in self.person.asked:
            self.grid.show_only_if(field, is_wanted=not is_here)
        self.grid.show_only_if(self.found, is_wanted=is_here)
        for part in (self.bringing, self.next):
            if part is not None:
                self.grid.show_only_if(part, is_wanted=is_here)

    @Slot(object)
    def _know_sex(self, sex: object) -> None:
        cast("RelationCombo", self.relation.editor).sex = cast("None", sex)

    @Slot(object)
    def _read_family(self, found: Found | None) -> None:
        self._let_family_go()
        if found is not None:
            self.read_household(found.household_id, partial(self._show_family, PersonId(found.person_id)))

    def _let_family_go(self) -> None:
        if self.bringing is not None:
            self.let_go(self.bringing.fields)
            self.grid.remove(self.bringing)
            self.bringing = None
        if self.next is not None:
            self.let_go((self.next,))
            self.grid.remove(self.next)
            self.next = None

    def _show_family(self, person_id: PersonId, file: HouseholdFile) -> None:
        """Offer the others of that household to come along, and who is head there after."""
        self._let_family_go()
        if self.finder.found is None or self.finder.found.person_id != person_id:
            return
        others = [
            member for member in file.members if member.membership.to_on is None and member.person.id != person_id
        ]
        coming = next((member for member in file.members if member.person.id == person_id), None)
        if coming is not None:
            cast("RelationCombo", self.relation.editor).sex = coming.person.sex
        if not others:
            return
        people = [of_member(member, self.age(member)) for member in others]
        self.bringing = PeopleList("bringing", self.tr("一起来的人"), people)
        self.grid.add((self.bringing,), wide=True)
        self.take_in(self.bringing.fields)
        self.order_after(self.why, self.bringing.fields)
        if coming is not None and coming.membership.relation == HEAD:
            self.next = self.new_head(others)
            self.put(self.next)
            self.order_after(self.bringing.fields[-1], (self.next,))
        self._follow()

    def request(self, relations: Relations) -> events.MarriageIn:
        """Return the marriage as entered."""
        person = found = None
        if not self._is_from_here:
            person = self.person.person()
        elif self.finder.found is None:
            raise UserError("请查找并选定本村的人。", field="person_id")
        else:
            found = PersonId(self.finder.found.person_id)
        relation = cast("RelationCombo", self.relation.editor).require("relation", self.tr("与户主关系"))
        is_here = self._is_from_here
        return events.MarriageIn(
            household_id=self.desk.household_id,
            on=self.needed_day(self.on),
            relation=relation.value,
            spouse_id=self.person_of(self.spouse),
            person_id=found,
            newcomer=person,
            bringing=self.bringing.placed(may_be_empty=True) if is_here and self.bringing is not None else (),
            new_head=self.person_of(self.next) if is_here and self.next is not None else None,
            relations=relations,
            reason=self.text_of(self.why),
        )

    def show_problem(self, error: UserError) -> bool:
        """Show it at those who come along."""
        if error.field != "bringing" or self.bringing is None:
            return False
        self.bringing.show_problem(error)
        return True


class MarriageOutFields(EventFields):
    """Who, where to, and whether the hukou goes too (T101)."""

    def build(self) -> None:
        """Make the fields."""
        members = self.desk.situation.members
        self.who = self.members("person_id", self.tr("婚出的人"), members, required=True)
        self.on = self.day(self.tr("本户的最后一天"))
        self.place = self.line(
            "to_place", self.tr("嫁（婚）到哪里"), required=True, placeholder=self.tr("县、乡镇、村")
        )
        self.why = self.reason(self.tr("依据"), (self.tr("结婚证"), self.tr("户口迁移证")))
        self.next = self.new_head(members)
        self.moves = Field("hukou_moves", self.tr("户口"), CheckBox(self.tr("户口一起迁走")))
        self.moves.editor.set_raw("1")
        self.far = Field("other_county", self.tr("外县"), CheckBox(self.tr("迁到外县")))
        self.put(self.who, self.on, self.place, self.why, self.moves, self.far, self.next)
        who = cast("NarrowCombo", self.who.editor)
        who.code_changed.connect(self._follow)
        self.moves.editor.edited.connect(self._follow)
        if self.desk.person_id is not None:
            who.set_raw(self.desk.person_id)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        code = cast("NarrowCombo", self.who.editor).code
        member = None if code is None else self.desk.situation.member(PersonId(code.value))
        is_head = member is not None and member.membership.is_head and len(self.desk.situation.members) > 1
        moves = self.is_ticked(self.moves)
        self.moves.set_hint("" if moves else self.tr("户口留在本户，登记为人户分离，日期是外出的第一天"))
        self.grid.show_only_if(self.far, is_wanted=moves)
        self.grid.show_only_if(self.next, is_wanted=moves and is_head)

    def request(self, relations: Relations) -> events.MarriageOut:
        """Return the marriage as entered."""
        moves = self.is_ticked(self.moves)
        return events.MarriageOut(
            person_id=self.needed_person(self.who, self.tr("婚出的人")),
            on=self.needed_day(self.on),
            to_place=self.text_of(self.place),
            hukou_moves=moves,
            other_county=moves and self.is_ticked(self.far),
            new_head=self.person_of(self.next),
            relations=relations,
            reason=self.text_of(self.why),
        )

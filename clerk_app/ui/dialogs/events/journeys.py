"""迁出, 外出 and 返回."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Slot

from clerk_app.domain.absence import AbsenceKind
from clerk_app.services import events
from clerk_app.ui.dialogs.events.fields import Relations
from clerk_app.ui.dialogs.events.moves import PeopleFields
from clerk_app.ui.dialogs.events.people_list import Candidate, PeopleList, of_former, of_member
from clerk_app.ui.dialogs.member_choices import NarrowCombo
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.editors import CheckBox
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.segments import Segments

_STAYS: Final = "stays"
_MOVES: Final = "moves"


class AwayFields(PeopleFields):
    """Members live elsewhere for a while, or leave with their hukou."""

    def build(self) -> None:
        """Make the fields."""
        situation = self.desk.situation
        choice = Segments("hukou", ((_STAYS, self.tr("外出，户口不动")), (_MOVES, self.tr("迁出，户口迁走"))))
        choice.set_value(_STAYS)
        self.hukou = Field("hukou", self.tr("哪一种"), choice)
        self.put(self.hukou, wide=True)
        people = [of_member(member, self.age(member), relation=None) for member in situation.members]
        self.put_people(PeopleList("people", self.tr("走的人"), people))
        self.on = self.day(self.tr("日期"), day=self.desk.today)
        self.until = self.day(self.tr("预计到哪天"), "until", required=False)
        self.kind = Field("kind", self.tr("为什么外出"), NarrowCombo(tuple(AbsenceKind)), required=True)
        cast("NarrowCombo", self.kind.editor).set_code(AbsenceKind.WORK)
        self.place = self.line("to_place", self.tr("去哪里"), placeholder=self.tr("县、乡镇、村"))
        self.far = Field("other_county", self.tr("外县"), CheckBox(self.tr("迁到外县")))
        self.next = self.new_head(situation.members)
        self.next.set_hint(self.tr("留下的人里的新户主"))
        self.why = self.reason(self.tr("说明"), (self.tr("户口迁移证"), self.tr("投靠亲属"), self.tr("随子女生活")))
        self.put(self.on, self.until, self.place, self.kind, self.far, self.next)
        self.put(self.why, wide=True)
        self.people.tick(self.desk.person_id or (people[0].person.id if len(people) == 1 else None))
        choice.edited.connect(self._follow)
        self.far.editor.edited.connect(self._follow)
        for field in self.people.fields:
            field.editor.edited.connect(self._follow)
        self._follow()

    @property
    def _moves(self) -> bool:
        return self.hukou.editor.raw == _MOVES

    @Slot()
    def _follow(self) -> None:
        moves = self._moves
        for field in (self.until, self.kind):
            self.grid.show_only_if(field, is_wanted=not moves)
        self.grid.show_only_if(self.far, is_wanted=moves)
        self.grid.show_only_if(self.next, is_wanted=moves and self.heads_leave(self.chosen_now()))
        self.on.set_hint(self.tr("在本户的最后一天") if moves else self.tr("外出的第一天"))
        same_program = self.tr("去本县别的村，用“迁往外村…”办：档案随户转去")
        self.far.set_hint(same_program if moves and not self.is_ticked(self.far) else "")

    def request(self, relations: Relations) -> events.Away:
        """Return who leaves as entered."""
        moves = self._moves
        kind = cast("NarrowCombo", self.kind.editor).require("kind", self.tr("为什么外出"))
        return events.Away(
            people=self.people.chosen(),
            on=self.needed_day(self.on),
            hukou_moves=moves,
            kind=cast("AbsenceKind", kind),
            to_place=self.text_of(self.place),
            other_county=moves and self.is_ticked(self.far),
            until=None if moves else self.day_of(self.until),
            reason=self.text_of(self.why),
            new_head=self.person_of(self.next),
            relations=relations,
        )


class ReturnFields(PeopleFields):
    """Who comes back: from elsewhere, or into the household after having left it."""

    def build(self) -> None:
        """Make the fields."""
        situation = self.desk.situation
        kinds = {absence.person_id: term(absence.kind.label) for absence in situation.absences}
        away = [
            Candidate(member.person, f"{member.person.name}（{kinds[member.person.id]}）", None)
            for member in situation.away
        ]
        left = [of_former(former, self.tr("{day} 离户").format(day=former.place.to_on)) for former in situation.gone]
        is_closed = situation.file.household.closed_on is not None
        people = PeopleList("people", self.tr("回来的人"), [*away, *left], with_head=is_closed)
        self.put_people(people)
        self.on = self.day(self.tr("回来的日期"), day=self.desk.today)
        self.why = self.reason(self.tr("说明"), (self.tr("务工返乡"), self.tr("户口迁回"), self.tr("刑满释放")))
        self.put(self.on, self.why)
        only = [*away, *left][0].person.id if len(away) + len(left) == 1 else None
        people.tick(self.desk.person_id or only)

    def request(self, relations: Relations) -> events.Return:  # noqa: ARG002 - the list says the relations
        """Return who comes back as entered."""
        return events.Return(
            people=self.people.placed(),
            household_id=self.desk.household_id,
            on=self.needed_day(self.on),
            reason=self.text_of(self.why),
        )

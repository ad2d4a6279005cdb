"""One member in the registration of a household: two lines of fields that Enter goes through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from clerk_app.domain.codes import HEAD, Sex
from clerk_app.errors import UserError
from clerk_app.services.households import MemberEntry, known_person, new_identity
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.member_choices import NarrowCombo, Relation, RelationCombo, StatusEdit
from clerk_app.ui.dialogs.member_fields import PersonFields
from clerk_app.ui.pages.households.span_grid import SpanGrid
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import Tone, current_theme, icon
from clerk_app.ui.widgets.field import Field, FieldSet
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace
    from clerk_app.storage.queries import KnownPerson


class MemberLine(QFrame):
    """The fields are named ``name_2``, ``id_number_2`` and so on by ``key``; the head's relation is settled.

    ``named`` comes when a name is typed, ``removal_wanted`` by the cross, ``household_wanted(id)`` by the link to where a number
    is registered already.
    """

    named = Signal()
    removal_wanted = Signal()
    household_wanted = Signal(str)

    def __init__(self, context: Context, key: int, *, is_head: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.is_head = is_head
        self._context = context
        self._known: KnownPerson | None = None
        self.setObjectName(f"member_{key}")
        self.setProperty("role", "panel")
        self.person = PersonFields(context.workspace.today, suffix=f"_{key}", parent=self)
        self.relation = Field(f"relation_{key}", self.tr("与户主关系"), RelationCombo(with_head=is_head))
        self.statuses = Field(f"statuses_{key}", self.tr("困难身份"), StatusEdit())
        self.known_strip = Strip(f"known_{key}", button=self.tr("打开那一户"))
        if is_head:
            self._relation.set_code(Relation.of(HEAD))
            self._relation.setEnabled(False)
        self._lay_out()
        self._connect()

    @property
    def _relation(self) -> NarrowCombo:
        return cast("NarrowCombo", self.relation.editor)

    def _lay_out(self) -> None:
        theme = current_theme()
        person = self.person
        grid = SpanGrid(
            (
                (person.name, 3, 6), (person.id_number, 6, 10), (person.birth_on, 4, 8),
                (person.sex, 3, 6), (self.relation, 4, 9), (person.nation, 4, 9),
                (person.id_unverified, 24, 24),
                (person.phone, 4, 8), (person.labour_capacity, 3, 8), (person.self_care, 3, 8),
                (person.illness, 4, 8), (person.certificate, 6, 16), (self.statuses, 4, 24),
            )
        )  # fmt: skip
        self._count = QLabel()
        self._count.setProperty("role", "section")
        self._count.setFixedWidth(theme.px(24))
        self._count.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._count)
        row.addWidget(grid, 1)
        row.addWidget(self._cross(), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(10), theme.px(8), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addLayout(row)
        column.addWidget(self.known_strip)

    def _cross(self) -> QToolButton:
        theme = current_theme()
        cross = QToolButton()
        cross.setObjectName(f"removeMember_{self.key}")
        cross.setIcon(icon("x", size=16))
        cross.setIconSize(QSize(theme.px(16), theme.px(16)))
        cross.setAccessibleName(self.tr("移除这一位成员"))
        cross.setToolTip(self.tr("移除这一位成员  Ctrl+Delete"))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(self.removal_wanted)
        policy = cross.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        cross.setSizePolicy(policy)
        if self.is_head:
            cross.hide()
        return cross

    def _connect(self) -> None:
        self.person.number_settled.connect(self._look_up)
        self.person.name.editor.edited.connect(self.named)
        self.person.sex.editor.edited.connect(self._tell_sex)
        self.known_strip.acted.connect(self._want_household)

    # for the form

    def __iter__(self) -> Iterator[Field]:
        """The fields in the order of the keys."""
        person = self.person
        yield from (
            person.name, person.id_number, person.id_unverified, person.birth_on, person.sex, self.relation,
            person.nation, person.phone, person.labour_capacity, person.self_care, person.illness,
            person.certificate, self.statuses,
        )  # fmt: skip

    def join(self, fields: FieldSet) -> None:
        """Put the fields into the form's set."""
        for field in self:
            fields.add(field)

    def set_place(self, place: int) -> None:
        """Say which member this is, counted from 1."""
        self._count.setText(str(place))
        self.setAccessibleName(self.tr("成员 {n}").format(n=place))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered: such a line is passed over."""
        typed = (self.person.name, self.person.id_number, self.person.birth_on, self.person.phone,
                 self.person.certificate, self.statuses)  # fmt: skip
        return not any(field.editor.raw.strip() for field in typed)

    def take_nation_of(self, other: MemberLine) -> None:
        """Begin with the nation of the member above, as in most families."""
        self.person.nation.editor.set_raw(other.person.nation.editor.raw)

    def entry(self, on: date) -> MemberEntry:
        """Return the member as entered; statuses begin on ``on``. Raises UserError with the plain field's name."""
        person = self.person.person()
        relation = self._relation.require("relation", self.tr("与户主关系"))
        kinds = cast("StatusEdit", self.statuses.editor).kinds("statuses")
        return MemberEntry(
            person=person, relation=relation.value, identities=tuple(new_identity(kind, on) for kind in kinds)
        )

    def field(self, name: str | None) -> Field:
        """Return the field with this plain name; the name's own where there is none."""
        return next((field for field in self if field.name == f"{name}_{self.key}"), self.person.name)

    # what the number tells

    @Slot(str)
    def _look_up(self, number: str) -> None:
        self._known = None
        self.known_strip.hide()
        if number:
            self._context.tasks.run(
                partial(_known, self._context.workspace, number), on_done=partial(self._show_known, number), owner=self
            )

    def _show_known(self, number: str, known: KnownPerson | None) -> None:
        if known is None or self.person.number != number:
            return
        self._known = known
        place = f"{known.group} {known.household_number}".strip()
        if known.household_id is None:
            text = self.tr("{name}以前登记过，已离户：保存后接着用原来的档案。")
        else:
            text = self.tr("这个公民身份号码已登记：{name}，{place} 户。同一人不能登记两次。")
        self.known_strip.tell(text.format(name=known.name, place=place), Tone.DUE)
        opener = self.known_strip.findChild(QWidget, f"known_{self.key}Action")
        if opener is not None:
            opener.setVisible(known.household_id is not None)

    @Slot()
    def _want_household(self) -> None:
        if self._known is not None and self._known.household_id is not None:
            self.household_wanted.emit(self._known.household_id)

    @Slot()
    def _tell_sex(self) -> None:
        sex = cast("NarrowCombo", self.person.sex.editor).code
        if isinstance(self._relation, RelationCombo):
            self._relation.sex = cast("Sex | None", sex)

    def show_error(self, error: UserError, text: str) -> Field:
        """Show an error at its field and return that field."""
        field = self.field(error.field)
        field.show_error(text)
        return field


def _known(workspace: Workspace, number: str, _progress: Progress) -> KnownPerson | None:
    return known_person(workspace, number)

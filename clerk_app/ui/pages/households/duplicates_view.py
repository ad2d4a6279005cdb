"""People who may be registered twice: both records side by side, and a person's decision."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.dates import age_on
from clerk_app.errors import ClerkError, UserError
from clerk_app.services.duplicates import DoubtfulPair, keep_apart, likely_duplicates, merge_people
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.models.record_table import Column, RecordTable
from clerk_app.ui.page import Page
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button, QuietButton
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.record_view import RecordView

if TYPE_CHECKING:
    from datetime import date

    from clerk_app.domain.household import PersonId
    from clerk_app.services.workspace import Workspace
    from clerk_app.storage.pair_queries import Placed

translate = QCoreApplication.translate


class DuplicatesView(Page):
    """``closed`` when the clerk goes back to the list; ``household_wanted(id)`` opens one of the two."""

    name = "householdDuplicates"
    shows = frozenset({Changed.PERSON, Changed.HOUSEHOLD})
    closed = Signal()
    household_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._build_commands()
        self._build_table()
        self._build_sides()
        self._show_pair(None)

    def _build_commands(self) -> None:
        back = QuietButton("duplicatesBack", self.tr("住户列表"), icon_name="chevron-left")
        back.clicked.connect(self.closed)
        self.commands.addWidget(back)
        self.commands.addStretch(1)

    def _build_table(self) -> None:
        self.pairs: RecordView[DoubtfulPair] = RecordView(
            "duplicatePairs",
            RecordTable(_columns(), parent=self),
            label=self.tr("可能是同一人的两条登记"),
            memory=self.context.memory,
            empty=EmptyState(
                "users",
                self.tr("没有疑似重复的登记"),
                self.tr("姓名相同，出生日期、电话或号码又相近的两个人会列在这里。"),
            ),
        )
        selection = self.pairs.table.selectionModel()
        selection.currentRowChanged.connect(lambda *_: self._show_pair(self.pairs.current_record()))
        self.body.addWidget(self.pairs, 1)

    def _build_sides(self) -> None:
        self.detail = QWidget()
        column = QVBoxLayout(self.detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(12))
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(current_theme().px(24))
        self.grid.setVerticalSpacing(current_theme().px(6))
        for side in (1, 2):
            self.grid.setColumnStretch(side, 1)
        self.reason = LineEdit(placeholder=self.tr("例如：两人同来，看过两本户口簿"))
        self.field = Field("reason", self.tr("怎样确认的"), self.reason, required=True)
        self.apart = Button("duplicateApart", self.tr("不是同一人"))
        self.keep_first = Button("duplicateKeepFirst", self.tr("同一人，留下左边"))
        self.keep_second = Button("duplicateKeepSecond", self.tr("同一人，留下右边"))
        self.open_first = QuietButton("duplicateOpenFirst", self.tr("打开左边那一户"))
        self.open_second = QuietButton("duplicateOpenSecond", self.tr("打开右边那一户"))
        buttons = QHBoxLayout()
        buttons.setSpacing(current_theme().px(8))
        buttons.addWidget(self.open_first)
        buttons.addWidget(self.open_second)
        buttons.addStretch(1)
        for button in (self.apart, self.keep_first, self.keep_second):
            buttons.addWidget(button)
        column.addLayout(self.grid)
        column.addWidget(self.field)
        column.addLayout(buttons)
        self.body.addWidget(self.detail)
        self.apart.clicked.connect(self._decide_apart)
        self.keep_first.clicked.connect(partial(self._decide_same, keeps_first=True))
        self.keep_second.clicked.connect(partial(self._decide_same, keeps_first=False))
        self.open_first.clicked.connect(partial(self._open, first=True))
        self.open_second.clicked.connect(partial(self._open, first=False))

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("疑似重复登记")

    def take_focus(self) -> None:
        """Begin at the list."""
        self.pairs.table.setFocus()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one list, read whole
        """Look for doubtful pairs anew."""
        self.context.tasks.run(partial(_pairs, self.context.workspace), on_done=self._show, owner=self)

    def _show(self, pairs: tuple[DoubtfulPair, ...]) -> None:
        self.pairs.set_records(pairs)
        if pairs:
            self.pairs.table.selectRow(0)
        self._show_pair(self.pairs.current_record() if pairs else None)

    def _show_pair(self, pair: DoubtfulPair | None) -> None:
        self.detail.setVisible(pair is not None)
        self.field.clear_error()
        while (item := self.grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if pair is None:
            return
        on = self.context.workspace.today()
        rows = zip(_labels(), _facts(pair.first, on), _facts(pair.second, on), strict=True)
        for line, (label, first, second) in enumerate(rows):
            for place, text in enumerate((label, first, second)):
                shown = QLabel(text or "—")
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                if place == 0:
                    shown.setProperty("role", "label")
                elif first != second:
                    shown.setProperty("role", "section")
                self.grid.addWidget(shown, line, place)
        self.open_first.setEnabled(pair.first.household_id is not None)
        self.open_second.setEnabled(pair.second.household_id is not None)

    # deciding

    @Slot()
    def _decide_apart(self) -> None:
        pair = self.pairs.current_record()
        if pair is not None:
            two = (pair.first.person.id, pair.second.person.id)
            self._run(partial(_apart, self.context.workspace, two, self.reason.value), self.tr("已记下：不是同一人"))

    def _decide_same(self, *, keeps_first: bool) -> None:
        pair = self.pairs.current_record()
        if pair is not None:
            two = (pair.first.person.id, pair.second.person.id)
            kept, other = two if keeps_first else two[::-1]
            self._run(
                partial(_merge, self.context.workspace, (kept, other), self.reason.value),
                self.tr("已合并：{name}").format(name=pair.first.person.name),
            )

    def _run(self, work: partial[None], told: str) -> None:
        self.field.clear_error()
        self.context.tasks.run(
            work,
            on_done=lambda _none: self._decided(told),
            on_error=self.show_error,
            changed=frozenset({Changed.PERSON, Changed.HOUSEHOLD, Changed.CONTRIBUTION}),
            owner=self,
            disable=(self.apart, self.keep_first, self.keep_second),
        )

    def _decided(self, told: str) -> None:
        self.reason.clear()
        self.context.status(told)

    def show_error(self, error: ClerkError) -> None:
        """Say it beside the reason when it is about the reason."""
        if isinstance(error, UserError) and error.field == "reason":
            self.field.show_error(message_of(error))
            self.reason.setFocus()
        else:
            super().show_error(error)

    def _open(self, *, first: bool) -> None:
        pair = self.pairs.current_record()
        side = None if pair is None else pair.first if first else pair.second
        if side is not None and side.household_id is not None:
            self.household_wanted.emit(side.household_id)


def _columns() -> tuple[Column[DoubtfulPair], ...]:
    return (
        Column("name", translate("DuplicatesView", "姓名"), _names, width=110),
        Column("first", translate("DuplicatesView", "一条登记"), lambda pair: _where(pair.first), width=150),
        Column("second", translate("DuplicatesView", "另一条登记"), lambda pair: _where(pair.second), width=150),
        Column("why", translate("DuplicatesView", "为什么"), _why, width=240, stretch=True),
    )


def _names(pair: DoubtfulPair) -> str:
    names = dict.fromkeys((pair.first.person.name, pair.second.person.name))
    return " / ".join(names)


def _where(side: Placed) -> str:
    if side.household_id is None:
        return translate("DuplicatesView", "不属于任何一户")
    words = f"{side.group} {side.household_number}"
    return words if side.is_current else translate("DuplicatesView", "{where}（已离户）").format(where=words)


def _why(pair: DoubtfulPair) -> str:
    return "；".join(term(likeness.label) for likeness in pair.likenesses)


def _labels() -> tuple[str, ...]:
    return (
        translate("DuplicatesView", "姓名"),
        translate("DuplicatesView", "公民身份号码"),
        translate("DuplicatesView", "原号码"),
        translate("DuplicatesView", "出生日期"),
        translate("DuplicatesView", "性别"),
        translate("DuplicatesView", "联系电话"),
        translate("DuplicatesView", "在哪一户"),
    )


def _facts(side: Placed, on: date) -> tuple[str, ...]:
    person = side.person
    years = translate("DuplicatesView", "{age} 岁").format(age=age_on(person.birth_on, on))
    return (
        person.name,
        person.id_number or person.temporary_number or "",
        person.former_id_number or "",
        f"{person.birth_on.isoformat()}（{years}）",
        term(person.sex.label),
        person.phone,
        _where(side),
    )


def _pairs(workspace: Workspace, _progress: Progress) -> tuple[DoubtfulPair, ...]:
    return likely_duplicates(workspace)


def _apart(workspace: Workspace, two: tuple[PersonId, PersonId], reason: str, _progress: Progress) -> None:
    keep_apart(workspace, *two, reason)


def _merge(workspace: Workspace, two: tuple[PersonId, PersonId], reason: str, _progress: Progress) -> None:
    merge_people(workspace, *two, reason)

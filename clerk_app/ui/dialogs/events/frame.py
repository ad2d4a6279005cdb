"""The one form of all events: a kind's fields, and beside them what will follow, told while they are filled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clerk_app.errors import UserError
from clerk_app.services import events
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.events.fields import Desk
from clerk_app.ui.dialogs.events.kinds import FIELDS
from clerk_app.ui.dialogs.events.plan_view import PlanView
from clerk_app.ui.dialogs.events.relations import RelationsTable
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.page import scrolling
from clerk_app.ui.texts import message_of, sentence_of, term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.field import Field, FieldSet

if TYPE_CHECKING:
    from clerk_app.domain.event import EventKind
    from clerk_app.domain.household import PersonId
    from clerk_app.services.event_desk import Situation
    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.tasks import Progress, Work

PAUSE_MS: Final = 250
_TOUCHED: Final = frozenset(
    {Changed.HOUSEHOLD, Changed.PERSON, Changed.DIBAO_CASE, Changed.CONTRIBUTION, Changed.DOCUMENT}
)
_FIELDS_WIDTH: Final = 500
_PLAN_WIDTH: Final = 540
_LEAST_WIDTH: Final = 1024
_HEIGHT: Final = 620
_LINES_SEEN: Final = 96


class EventDialog(ActDialog):
    """``plan`` is what was told last, for the request ``asked``; the main button carries out just that."""

    def __init__(
        self,
        context: Context,
        situation: Situation,
        kind: EventKind,
        person_id: PersonId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "eventDialog", "", parent=parent)
        number = situation.file.household.number
        self.setWindowTitle(self.tr("{kind}　{number} 户").format(kind=term(kind.label), number=number))
        self.save_button.setText(self.tr("确认办理"))
        self.plan: events.Plan | None = None
        self.asked: events.Request | None = None
        self._work: Work | None = None
        self._marked: set[Field] = set()
        self._has_tried = False
        self.part = FIELDS[kind](Desk(context, situation, person_id))
        self.relations = RelationsTable()
        self.view = PlanView()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.start_fields()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        context: Context,
        situation: Situation,
        kind: EventKind,
        person_id: PersonId | None = None,
    ) -> bool:
        """Run it; True when the event was carried out."""
        return cls(context, situation, kind, person_id, parent).run_and_go()

    # building

    def _lay_out(self) -> None:
        """Put fields and plan side by side where there is room, else one below the other; both scroll together."""
        theme = current_theme()
        room = self.screen().availableSize()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(20))
        column.addWidget(self.part)
        column.addWidget(self.relations)
        column.addStretch(1)
        content = QWidget()
        is_wide = theme.px(_LEAST_WIDTH) <= room.width() - 32
        wanted = min(theme.px(_FIELDS_WIDTH + _PLAN_WIDTH + 104), room.width() - 32)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        box = QBoxLayout(way, content)
        box.setContentsMargins(0, 0, theme.px(12), 0)
        box.setSpacing(theme.px(32 if is_wide else 20))
        box.addWidget(left, _FIELDS_WIDTH if is_wide else 0)
        box.addWidget(self.view, _PLAN_WIDTH if is_wide else 1)
        self._area: QScrollArea = scrolling(content)
        self.body.addWidget(self._area, 1)
        width = wanted if is_wide else min(theme.px(760), room.width() - 32)
        self.setMinimumWidth(min(width, room.width() - 32))
        self.resize(width, min(theme.px(_HEIGHT), room.height() - theme.px(56)))

    def start_fields(self) -> None:
        """Take the fields in, listen to them, and tell the first plan."""
        self.start(FieldSet(self.part.fields, parent=self))
        self.part.added.connect(self._adopt)
        self.part.removed.connect(self._release)
        self.relations.added.connect(self._adopt)
        self.relations.removed.connect(self._release)
        self.relations.edited.connect(self._timer.start)
        self.fields.edited.connect(self._timer.start)
        first = next((field for field in self.part.fields if not field.editor.raw and field.isVisibleTo(self)), None)
        first = first or next(iter(self.part.fields))
        first.editor.setFocus()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.look()

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep the field that Enter has gone to in sight."""
        if now is not None and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, current_theme().px(40))

    def _adopt(self, field: Field) -> None:
        self.fields.add(field)
        if self.form is not None:
            self.form.watch(field.editor)
        self._timer.start()

    def _release(self, field: Field) -> None:
        self.fields.remove(field.name)
        self._marked.discard(field)

    # telling

    def request(self) -> events.Request:
        """Return what stands in the fields; raises UserError where something is missing."""
        return self.part.request(dict(self.relations.chosen))

    @Slot()
    def look(self) -> None:
        """Say what would happen by what stands in the fields now."""
        self._timer.stop()
        if self._work is not None:
            self._work.cancel()
            self._work = None
        try:
            request = self.request()
        except UserError as error:
            self.plan = self.asked = None
            self.view.show_missing(self._mark((error,)))
            return
        self._work = self.context.tasks.run(
            partial(_plan, self.context.workspace, request), on_done=partial(self._show, request), owner=self
        )

    def _show(self, request: events.Request, plan: events.Plan) -> None:
        self._work = None
        self.plan, self.asked = plan, request
        before, typed = self.relations.fields, self.fields.is_changed
        self.relations.show_lines(plan.relations)
        if not typed:
            self.fields.mark_saved()  # what the plan proposes is nothing that a clerk could lose
        if self.relations.fields != before:
            shown = [field for field in self.part.fields if field.editor.isVisibleTo(self)]
            self.part.order_after(shown[-1], self.relations.fields)
        missing = self._mark(plan.refusals)
        refusals = tuple(error for error in plan.refusals if error not in missing)
        self.view.show_plan(plan, missing=missing, refusals=refusals)

    def _mark(self, errors: tuple[UserError, ...]) -> tuple[UserError, ...]:
        """Say at their fields what is wrong; returns what is merely not filled in yet, which is told without alarm."""
        for field in self._marked:
            field.clear_error()
        self._marked = set()
        missing = []
        for error in errors:
            at = self._field_of(error)
            if at is None:
                if error.field == "people" and self.plan is None and not self._has_tried:
                    missing.append(error)
                elif error.field == "relations":
                    self.relations.mark((error,))
            elif not at.editor.raw.strip() and not self._has_tried:
                missing.append(error)
            elif not at.error:
                at.show_error(message_of(error))
                self._marked.add(at)
        return tuple(missing)

    def _field_of(self, error: UserError) -> Field | None:
        return next((field for field in self.fields if field.name == error.field and field.isVisibleTo(self)), None)

    # doing

    def save(self) -> None:
        """Carry out what was told; what was not told yet is told first."""
        self._has_tried = True
        request = self.request()
        if self.plan is None or request != self.asked or self._timer.isActive():
            self.look()
            self._ask_to_read()
            return
        if not self._is_in_sight:
            self._ask_to_read()
            return
        self.context.tasks.run(
            partial(_carry_out, self.context.workspace, request, self.plan.fingerprint),
            on_done=self._carried_out,
            on_error=self.show_error,
            changed=_TOUCHED,
            owner=self,
            disable=(self.save_button,),
        )

    @property
    def _is_in_sight(self) -> bool:
        """Whether at least the beginning of the plan can be seen; below long fields it may be out of sight."""
        top = self.view.mapTo(self._area.viewport(), QPoint(0, 0)).y()
        return top < self._area.viewport().height() - current_theme().px(_LINES_SEEN)

    def _ask_to_read(self) -> None:
        self.error_strip.tell(self.tr("请看一遍将要发生的变动，再按一次“确认办理”"), Tone.DUE)
        bar = self._area.verticalScrollBar()
        if not self._is_in_sight:
            bar.setValue(bar.value() + self.view.mapTo(self._area.viewport(), QPoint(0, 0)).y())

    def _carried_out(self, done: events.Done) -> None:
        self.context.status(self.tr("已办理：{what}").format(what=sentence_of(done.plan.title)))
        self.fields.mark_saved()
        self.accept()

    def show_error(self, error: UserError) -> None:
        """Show it at its field, at the relations, at the list of people, or at the top with the plan told anew."""
        if self._shown_where_it_belongs(error):
            return
        self.error_strip.show_error(error)
        self.look()

    def _shown_where_it_belongs(self, error: UserError) -> bool:
        if self._field_of(error) is not None:
            return self.fields.show_error(error)
        if error.field == "relations":
            return not self.relations.mark((error,), go=True)
        return self.part.show_problem(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page keys scroll, for what will happen may be long."""
        bar = self._area.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.MoveToNextPage):
            bar.setValue(bar.value() + bar.pageStep())
        elif event.matches(QKeySequence.StandardKey.MoveToPreviousPage):
            bar.setValue(bar.value() - bar.pageStep())
        else:
            super().keyPressEvent(event)


def _plan(workspace: Workspace, request: events.Request, _progress: Progress) -> events.Plan:
    return events.plan(workspace, request)


def _carry_out(workspace: Workspace, request: events.Request, seen: str, _progress: Progress) -> events.Done:
    return events.carry_out(workspace, request, seen=seen)

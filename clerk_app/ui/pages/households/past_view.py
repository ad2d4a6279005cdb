"""The register as it stood on a past day: looked at, given out to Excel, never changed."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.errors import ClerkError, UserError
from clerk_app.services.register_past import PastRegister, household_on, register_on
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import Prepared, RecordTable
from clerk_app.ui.page import Page
from clerk_app.ui.pages.households.list_columns import household_columns, initials
from clerk_app.ui.pages.households.tables import ShortTable, member_columns
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.field import Field
from clerk_app.ui.widgets.list_export import ListExport
from clerk_app.ui.widgets.record_view import RecordView

if TYPE_CHECKING:
    from clerk_app.domain.household import HouseholdFile, Member
    from clerk_app.services.workspace import Workspace
    from clerk_app.storage.queries import HouseholdRow


class PastView(Page):
    """``closed`` when the clerk goes back to the list."""

    name = "householdPast"
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.register: PastRegister | None = None
        self._build_commands()
        self._build_tables()
        self._connect()

    def _build_commands(self) -> None:
        self._back = QuietButton("pastBack", self.tr("住户列表"), icon_name="chevron-left")
        self.day = DateEdit(self.context.workspace.today)
        self.field = Field("on", self.tr("哪一天"), self.day, required=True)
        self._export = Button("pastExport", self.tr("导出 Excel"), icon_name="download")
        self._export.setEnabled(False)
        self._look = PrimaryButton("pastLook", self.tr("查看"))
        self.commands.addWidget(self._back)
        self.commands.addStretch(1)
        for button in (self._export, self._look):
            self.commands.addWidget(button)
        self.field.setMaximumWidth(current_theme().px(320))
        self.body.addWidget(self.field)

    def _build_tables(self) -> None:
        self.summary = QLabel()
        self.summary.setObjectName("pastSummary")
        self.summary.setProperty("role", "section")
        self.summary.setWordWrap(True)
        memory = self.context.memory
        self.households: RecordView[HouseholdRow] = RecordView(
            "pastHouseholds",
            RecordTable(household_columns(), extra_words=initials, parent=self),
            label=self.tr("当时的住户"),
            memory=memory,
            empty=EmptyState(
                "calendar",
                self.tr("选一个日期"),
                self.tr("看到的是那一天结束时已经登记的内容，以后的变动都不算在内。只能看，不能改。"),
            ),
        )
        self.members: ShortTable[Member] | None = None
        self.of_whom = QLabel()
        self.of_whom.setObjectName("pastOfWhom")
        self.of_whom.setProperty("role", "section")
        self.of_whom.hide()
        self.body.addWidget(self.summary)
        self.body.addWidget(self.households, 1)
        self.body.addWidget(self.of_whom)

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._look.clicked.connect(self.look)
        self.day.returnPressed.connect(self.look)
        self._exporting = ListExport(
            self.context, lambda: self.households, lambda: self.title, button=self._export, parent=self
        )
        self.households.record_chosen.connect(self._open)

    @property
    def title(self) -> str:
        """The words of the top bar."""
        if self.register is None:
            return self.tr("往日名册")
        return self.tr("{day} 的名册").format(day=self.register.on.isoformat())

    def take_focus(self) -> None:
        """Begin at the day."""
        self.day.setFocus()

    @Slot()
    def look(self) -> None:
        """Read the register of the day that was typed."""
        self.field.clear_error()
        try:
            day = self.day.day(field="on")
            if day is None:
                raise UserError("请填写日期，例如 2018-06-30。", field="on")
        except UserError as error:
            self.show_error(error)
            return
        self.context.tasks.run(
            partial(_register, self.context.workspace, self.households.model, day),
            on_done=self._show,
            on_error=self.show_error,
            owner=self,
            disable=(self._look,),
        )

    def show_error(self, error: ClerkError) -> None:
        """Say it beside the day when it is about the day."""
        if isinstance(error, UserError) and error.field == "on":
            self.field.show_error(message_of(error))
            self.day.setFocus()
        else:
            super().show_error(error)

    def _show(self, read: tuple[PastRegister, Prepared[HouseholdRow]]) -> None:
        register, rows = read
        self.register = register
        self.households.set_records(rows)
        self._forget_members()
        self._export.setEnabled(bool(register.households))
        self.summary.setText(
            self.tr("{day} 结束时登记着 {households} 户、{people} 人").format(
                day=register.on.isoformat(), households=len(register.households), people=register.people
            )
        )
        self.title_changed.emit(self.title)
        self.households.table.setFocus()

    @Slot(object)
    def _open(self, row: HouseholdRow) -> None:
        if self.register is not None:
            self.context.tasks.run(
                partial(_household, self.context.workspace, row.number, self.register.on),
                on_done=self._show_members,
                owner=self,
            )

    def _show_members(self, file: HouseholdFile) -> None:
        self._forget_members()
        self.of_whom.setText(
            self.tr("{number} 号户当时的家庭成员 {n} 人").format(number=file.household.number, n=len(file.members))
        )
        self.of_whom.show()
        self.members = ShortTable(
            "pastMembers", member_columns(file.on), label=self.tr("当时的家庭成员"), memory=self.context.memory
        )
        self.body.addWidget(self.members)
        self.members.show_rows(file.members)

    def _forget_members(self) -> None:
        """Take away the members that were shown: their ages are those of another day."""
        self.of_whom.hide()
        if self.members is not None:
            self.body.removeWidget(self.members)
            self.members.deleteLater()
            self.members = None

    # giving out

    def export_to(self, path: Path) -> None:
        """Write what the list shows."""
        self._exporting.export_to(path)


def _register(
    workspace: Workspace, table: RecordTable[HouseholdRow], day: date, _progress: Progress
) -> tuple[PastRegister, Prepared[HouseholdRow]]:
    register = register_on(workspace, day)
    return register, table.prepared(register.households)


def _household(workspace: Workspace, number: str, day: date, _progress: Progress) -> HouseholdFile:
    return household_on(workspace, number, day)

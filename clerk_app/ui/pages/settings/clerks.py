"""经办人: who signs in here, and who did."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clerk_app.ui.context import Changed, Context
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.pages.settings.section import SettingsSection
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import DangerButton, PrimaryButton
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.record_view import RecordView

if TYPE_CHECKING:
    from clerk_app.domain.clerk import Clerk
    from clerk_app.services.workspace import Workspace


class ClerksSection(SettingsSection):
    """The list, adding somebody, ending somebody's access."""

    name = "settingsClerks"
    shows = frozenset({Changed.CLERK})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("经办人"),
            self.tr(
                "每位经办人用自己的密码登录，做过的每一步都记在本人名下。离岗的停用，不删除，以前的记录照样留着名字。"
            ),
            parent,
        )
        self.end_button = DangerButton("clerkEnd", self.tr("停用…"), icon_name="ban")
        self.add_button = PrimaryButton("clerkAdd", self.tr("增加经办人…"), icon_name="user-plus", shortcut="Ctrl+N")
        self.commands.addWidget(self.end_button)
        self.commands.addWidget(self.add_button)
        self.table: RecordTable[Clerk] = RecordTable(self._columns())
        self.view = RecordView("clerks", self.table, label=self.tr("经办人"), memory=context.memory)
        self.view.setMinimumHeight(current_theme().px(240))
        self.column.addWidget(self.view, 1)
        self.end_button.setEnabled(False)
        self.view.current_changed.connect(self._show_choice)
        self.add_button.clicked.connect(self._add)
        self.end_button.clicked.connect(self._end)

    def _columns(self) -> tuple[Column[Clerk], ...]:
        return (
            Column("name", self.tr("姓名"), lambda clerk: clerk.name, width=136),
            Column("role", self.tr("岗位"), lambda clerk: term(clerk.role.label), width=80),
            Column("state", self.tr("状态"), self._state, kind=Kind.CHIP, width=96),
            Column("active_from", self.tr("启用"), lambda clerk: clerk.active_from, kind=Kind.DATE, width=104),
            Column("active_to", self.tr("停用"), lambda clerk: clerk.active_to, kind=Kind.DATE, width=104),
        )

    def _state(self, clerk: Clerk) -> ChipState:
        if clerk.active_to is not None:
            return ChipState(self.tr("已停用"))
        is_own = clerk.id == self.context.workspace.clerk.id
        return ChipState(self.tr("本人"), Tone.ACCENT) if is_own else ChipState(self.tr("在岗"), Tone.DONE)

    def take_focus(self) -> None:
        """Go to the list."""
        self.view.setFocus()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one list
        """Read the clerks."""
        self.context.tasks.run(partial(_clerks, self.context.workspace), on_done=self.view.set_records, owner=self)

    @Slot(object)
    def _show_choice(self, clerk: Clerk | None) -> None:
        own = self.context.workspace.clerk.id
        self.end_button.setEnabled(clerk is not None and clerk.active_to is None and clerk.id != own)

    @Slot()
    def _add(self) -> None:
        from clerk_app.ui.dialogs.clerk_add import ClerkAddDialog  # noqa: PLC0415 - seldom wanted

        name = ClerkAddDialog.ask(self, self.context)
        if name:
            self.context.status(self.tr("已增加经办人{name}").format(name=name))

    @Slot()
    def _end(self) -> None:
        from clerk_app.ui.dialogs.clerk_end import ClerkEndDialog  # noqa: PLC0415 - seldom wanted

        clerk = self.view.current_record()
        if clerk is not None and ClerkEndDialog.ask(self, self.context, clerk):
            self.context.status(self.tr("{name}已停用").format(name=clerk.name))


def _clerks(workspace: Workspace, _progress: Progress) -> tuple[Clerk, ...]:
    from clerk_app.services.accounts import list_clerks  # noqa: PLC0415 - services cost a second of start-up

    return list_clerks(workspace)

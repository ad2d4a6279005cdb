"""What waits for the stick, act by act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clerk_app.services.exchange_desk import WaitingAct, waiting_acts
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.pages.exchange.words import moment
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import PrimaryButton
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field_icon import put_clear_button
from clerk_app.ui.widgets.record_view import RecordView

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


class ActsDialog(QDialog):
    """The list with names, newest first; only looked at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName("exchangeActsDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("待报送明细"))
        self.filter = LineEdit(placeholder=self.tr("筛选：事项、住户、经办人、日期"))
        self.filter.setObjectName("actsFilter")
        self.filter.setAccessibleName(self.tr("筛选"))
        put_clear_button(self.filter)
        self.filter.setMaximumWidth(theme.px(360))
        self.model: RecordTable[WaitingAct] = RecordTable(self._columns(), parent=self)
        self.view: RecordView[WaitingAct] = RecordView(
            "waitingActs", self.model, label=self.tr("待报送明细"), memory=context.memory
        )
        close = PrimaryButton("actsClose", self.tr("关闭"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.filter.textChanged.connect(self.model.set_filter)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(760), room.width() - 80), min(theme.px(560), room.height() - 80))
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        context.tasks.run(partial(_read, context.workspace), on_done=self.view.set_records, owner=self)

    def _columns(self) -> tuple[Column[WaitingAct], ...]:
        return (
            Column("number", self.tr("序号"), lambda act: act.number, Kind.NUMBER, width=80),
            Column("at", self.tr("时间"), lambda act: moment(act.at), width=160),
            Column("kind", self.tr("事项"), lambda act: term(act.kind), width=200),
            Column("whose", self.tr("住户"), lambda act: act.whose, width=140, stretch=True),
            Column("by", self.tr("经办人"), lambda act: act.by, width=120),
        )


def _read(workspace: Workspace, _progress: Progress) -> tuple[WaitingAct, ...]:
    return waiting_acts(workspace)

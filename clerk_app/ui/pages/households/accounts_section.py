"""银行账户 of a household: the numbers masked, one shown whole for some seconds where a clerk asks to see it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from clerk_app.domain.household import HouseholdFile
from clerk_app.services.bank_accounts import AccountRow, whole_number
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import RECORD_ROLE, Column, Kind
from clerk_app.ui.pages.households.sections import TableSection
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.record_view import CellDelegate
from clerk_app.ui.widgets.view_memory import ViewMemory

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

translate = QCoreApplication.translate
SHOWN_MS: Final = 15_000
_NUMBER: Final = "number"
_GROUP: Final = 4


def account_columns() -> tuple[Column[AccountRow], ...]:
    """Return the columns of bank accounts."""
    return (
        Column("name", translate("AccountTable", "姓名"), lambda row: row.person, width=104),
        Column("purpose", translate("AccountTable", "用途"), lambda row: term(row.purpose.label), width=136),
        Column(_NUMBER, translate("AccountTable", "账号"), lambda row: row.number, width=224),
        Column("bank", translate("AccountTable", "开户行"), lambda row: row.bank, width=152),
        Column("holder", translate("AccountTable", "户名"), lambda row: row.holder or row.person, width=104),
        Column("from_on", translate("AccountTable", "启用"), lambda row: row.from_on, Kind.DATE, width=112),
        Column("to_on", translate("AccountTable", "停用"), lambda row: row.to_on, Kind.DATE, width=112),
        Column("note", translate("AccountTable", "备注"), lambda row: row.note, width=96, stretch=True),
    )


class _NumberDelegate(CellDelegate):
    """Paints one number whole. The model never has it, so that copying, sorting and exporting see the masked one."""

    shown: tuple[str, str] = ("", "")

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """Put the whole number in the place of the masked one."""
        super().initStyleOption(option, index)
        record = index.data(RECORD_ROLE)
        account_id, number = self.shown
        if number and isinstance(record, AccountRow) and record.id == account_id and index.data() == record.number:
            option.text = number


class AccountsSection(TableSection[AccountRow]):
    """The accounts of those who belong to the household now."""

    def __init__(self, context: Context, memory: ViewMemory | None, parent: QWidget | None = None) -> None:
        super().__init__("fileAccounts", "", account_columns(), memory, none="", parent=parent)
        self._context = context
        self._file: HouseholdFile | None = None
        self._rows: tuple[AccountRow, ...] = ()
        self._is_fixed = True
        self.title.setText(self.tr("银行账户"))
        self.setAccessibleName(self.tr("银行账户"))
        self.none.setText(self.tr("没有登记银行账户"))
        self._delegate = _NumberDelegate(self.view.table)
        self.view.table.setItemDelegate(self._delegate)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._add = QuietButton("accountAdd", self.tr("登记账户"))
        self._whole = QuietButton("accountNumber", self.tr("显示账号"))
        self._end = QuietButton("accountEnd", self.tr("停用"))
        for button in (self._add, self._whole, self._end):
            self.add_aside(button)
        self._add.clicked.connect(self._ask_new)
        self._whole.clicked.connect(self._show_or_hide)
        self._end.clicked.connect(self._ask_end)
        self._timer.timeout.connect(self.hide_number)
        self.view.current_changed.connect(self._follow)
        self.record_chosen.connect(self._show_or_hide)

    def show_accounts(self, file: HouseholdFile, rows: tuple[AccountRow, ...], *, is_fixed: bool) -> None:
        """Show the accounts of a household; ``is_fixed`` lets nothing be changed."""
        self._file, self._rows, self._is_fixed = file, rows, is_fixed
        self.hide_number()
        self.show_rows(rows)
        self._add.setEnabled(not is_fixed)
        self._follow(self.view.current_record())

    @property
    def shown_number(self) -> str:
        """The whole number that stands in its row now, or nothing."""
        return self._delegate.shown[1]

    @Slot(object)
    def _follow(self, row: AccountRow | None) -> None:
        if row is None or row.id != self._delegate.shown[0]:
            self.hide_number()
        self._whole.setEnabled(row is not None)
        self._end.setEnabled(row is not None and row.to_on is None and not self._is_fixed)

    @Slot()
    def _ask_new(self) -> None:
        from clerk_app.ui.dialogs.account_add import AccountDialog  # noqa: PLC0415 - when it is wanted

        if self._file is not None:
            AccountDialog.ask(self, self._context, self._file, self._rows)

    @Slot()
    def _ask_end(self) -> None:
        from clerk_app.ui.dialogs.account_end import EndAccountDialog  # noqa: PLC0415 - when it is wanted

        row = self.view.current_record()
        if row is not None:
            EndAccountDialog.ask(self, self._context, row)

    # the whole number

    @Slot()
    def _show_or_hide(self) -> None:
        row = self.view.current_record()
        if self.shown_number or row is None:
            self.hide_number()
            return
        self._context.tasks.run(
            partial(_whole_number, self._context.workspace, row.id), on_done=partial(self._reveal, row), owner=self
        )

    def _reveal(self, row: AccountRow, number: str) -> None:
        if row != self.view.current_record() or not self.isVisible():
            return
        parts = [number[start : start + _GROUP] for start in range(0, len(number), _GROUP)]
        self._tell((row.id, " ".join(parts)), self.tr("隐藏账号"))
        self._timer.start()

    @Slot()
    def hide_number(self) -> None:
        """Cover the number again."""
        self._timer.stop()
        self._tell(("", ""), self.tr("显示账号"))

    def _tell(self, shown: tuple[str, str], word: str) -> None:
        self._delegate.shown = shown
        self._whole.setText(word)
        self._whole.setAccessibleName(word)
        self._whole.setAccessibleDescription(shown[1])  # a screen reader sees no painting
        self.view.table.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Leave no number standing on a page that is gone."""
        super().hideEvent(event)
        self.hide_number()


def _whole_number(workspace: Workspace, account_id: str, _progress: Progress) -> str:
    return whole_number(workspace, account_id)

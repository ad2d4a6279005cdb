"""追缴 at a household: each benefit paid too long with its months and what came back; shown only where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from clerk_app.domain.money import Money
from clerk_app.domain.recovery import RecoveryReceipt, RecoverySpan
from clerk_app.services.recoveries import Recovery, SpanEntry, reverse_receipt, suggested_span, withdraw_span
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.models.record_table import Column, Kind
from clerk_app.ui.pages.households.sections import TableSection
from clerk_app.ui.texts import term
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.view_memory import ViewMemory

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace
    from clerk_app.ui.tasks import Progress

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class OverpaymentLine:
    """One line: a recovery as a whole, a span of its months, or a receipt."""

    found: Recovery
    entry: RecoverySpan | RecoveryReceipt | None = None

    @property
    def what(self) -> str:
        """What the line tells."""
        if isinstance(self.entry, RecoverySpan):
            words = translate("Overpayments", "应追 {first} 至 {last}，{n} 个月，每月 {monthly} 元")
            first, last = f"{self.entry.from_on:%Y-%m}", f"{self.entry.to_on:%Y-%m}"
            return "　" + words.format(first=first, last=last, n=self.entry.months, monthly=self.entry.monthly)
        if isinstance(self.entry, RecoveryReceipt):
            way = term(self.entry.way.label)
            if self.entry.reverses:
                return "　" + translate("Overpayments", "冲销 {way}").format(way=way)
            return "　" + translate("Overpayments", "追回 {day} {way}").format(day=self.entry.received_on, way=way)
        return f"{self.found.item.person} {term(self.found.what)}".strip()

    @property
    def due(self) -> Money | None:
        """What is to be given back."""
        if self.entry is None:
            return self.found.due
        return self.entry.amount if isinstance(self.entry, RecoverySpan) else None

    @property
    def recovered(self) -> Money | None:
        """What came back."""
        if self.entry is None:
            return self.found.recovered
        return self.entry.amount if isinstance(self.entry, RecoveryReceipt) else None

    @property
    def basis(self) -> str:
        """Where it is known from, or how it came out."""
        if isinstance(self.entry, RecoverySpan):
            return self.entry.source
        if isinstance(self.entry, RecoveryReceipt):
            return self.entry.paper
        return self.found.item.outcome or self.found.item.clause

    @property
    def can_be_undone(self) -> bool:
        """Whether the line is an entry that stands."""
        if isinstance(self.entry, RecoverySpan):
            return self.found.item.settled_on is None
        return isinstance(self.entry, RecoveryReceipt) and self.entry in self.found.standing_receipts


def overpayment_columns() -> tuple[Column[OverpaymentLine], ...]:
    """Return the columns of recoveries."""
    return (
        Column("what", translate("Overpayments", "内容"), lambda row: row.what, width=320, stretch=True),
        Column("due", translate("Overpayments", "应追（元）"), lambda row: row.due, Kind.MONEY, width=112),
        Column("recovered", translate("Overpayments", "实追（元）"), lambda row: row.recovered, Kind.MONEY, width=112),
        Column("rest", translate("Overpayments", "尚欠（元）"), _rest, Kind.MONEY, width=112),
        Column("basis", translate("Overpayments", "依据或凭证"), lambda row: row.basis, width=240),
    )


def _rest(row: OverpaymentLine) -> Money | None:
    return row.found.rest if row.entry is None else None


class OverpaymentSection(TableSection[OverpaymentLine]):
    """``form_wanted(follow-up id)`` for the paper of the current one, ``failed(error)`` for an entry that cannot be taken back."""

    form_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, memory: ViewMemory | None, parent: QWidget | None = None) -> None:
        super().__init__("fileOverpayments", "", overpayment_columns(), memory, none="", parent=parent)
        self._context = context
        self.title.setText(self.tr("追缴"))
        self.setAccessibleName(self.tr("追缴"))
        self._due = QuietButton("overpaymentDue", self.tr("登记应追…"))
        self._receive = QuietButton("overpaymentReceive", self.tr("登记追回…"))
        self._undo = QuietButton("overpaymentUndo", self.tr("撤回…"))
        self._form = QuietButton("overpaymentForm", self.tr("办理单"), icon_name="printer")
        for button in (self._due, self._receive, self._undo, self._form):
            self.add_aside(button)
        self._due.clicked.connect(self._ask_due)
        self._receive.clicked.connect(self._ask_receipt)
        self._undo.clicked.connect(self._ask_undo)
        self._form.clicked.connect(self._want_form)
        self.view.current_changed.connect(self._follow)
        self.record_chosen.connect(self._go_on)

    def show_recoveries(self, found: Sequence[Recovery]) -> None:
        """Show each with its entries, open ones first; nothing at all where there is none."""
        lines: list[OverpaymentLine] = []
        for each in sorted(found, key=lambda each: each.item.settled_on is not None):
            lines.append(OverpaymentLine(found=each))
            lines += [OverpaymentLine(found=each, entry=span) for span in each.spans]
            lines += [OverpaymentLine(found=each, entry=receipt) for receipt in each.receipts]
        self.show_rows(lines)
        self.setVisible(bool(lines))
        self._follow(self.view.current_record())

    @Slot(object)
    def _follow(self, row: OverpaymentLine | None) -> None:
        is_open = row is not None and row.found.item.settled_on is None
        has_sum = row is not None and row.found.due is not None
        self._due.setEnabled(is_open)
        self._receive.setEnabled(is_open and has_sum)
        self._undo.setEnabled(row is not None and row.can_be_undone)
        self._form.setEnabled(has_sum)

    @Slot(object)
    def _go_on(self, row: OverpaymentLine | None) -> None:
        """Enter does the next step: the months first, then what comes back."""
        if row is None or row.found.item.settled_on is not None:
            return
        if row.found.due is None:
            self._ask_due()
        else:
            self._ask_receipt()

    @Slot()
    def _ask_due(self) -> None:
        row = self.view.current_record()
        if row is not None:
            self._context.tasks.run(
                partial(_suggested, self._context.workspace, row.found.item.id),
                on_done=partial(self._open_due, row.found),
                owner=self,
            )

    def _open_due(self, found: Recovery, known: SpanEntry) -> None:
        from clerk_app.ui.dialogs.overpayment_forms import SpanDialog  # noqa: PLC0415 - when it is wanted

        SpanDialog.ask(self, self._context, found, known)

    @Slot()
    def _ask_receipt(self) -> None:
        from clerk_app.ui.dialogs.overpayment_forms import ReceiptDialog  # noqa: PLC0415 - when it is wanted

        row = self.view.current_record()
        if row is not None:
            ReceiptDialog.ask(self, self._context, row.found)

    @Slot()
    def _ask_undo(self) -> None:
        from clerk_app.ui.dialogs.reason import ReasonDialog  # noqa: PLC0415 - when it is wanted

        row = self.view.current_record()
        if row is None or row.entry is None:
            return
        is_span = isinstance(row.entry, RecoverySpan)
        title = self.tr("撤回应追款项") if is_span else self.tr("冲销追回款项")
        accept = self.tr("撤回") if is_span else self.tr("冲销")
        dialog = ReasonDialog("overpaymentUndoDialog", title, row.what.strip(), accept=accept, parent=self)
        if dialog.run():
            self._context.tasks.run(
                partial(_undo, self._context.workspace, row.entry, dialog.reason),
                on_error=self.failed.emit,
                changed=frozenset({Changed.HOUSEHOLD}),
                owner=self,
                disable=(self._undo,),
            )

    @Slot()
    def _want_form(self) -> None:
        row = self.view.current_record()
        if row is not None:
            self.form_wanted.emit(row.found.item.id)


def _suggested(workspace: Workspace, follow_up_id: str, _progress: Progress) -> SpanEntry:
    return suggested_span(workspace, follow_up_id)


def _undo(workspace: Workspace, entry: RecoverySpan | RecoveryReceipt, reason: str, _progress: Progress) -> None:
    if isinstance(entry, RecoverySpan):
        withdraw_span(workspace, entry.id, reason)
    else:
        reverse_receipt(workspace, entry.id, reason)

"""Taking a payment back: both entries stay, the reversal says why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from clerk_app.errors import UserError
from clerk_app.services.season import SeasonRow
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import FormDialog
from clerk_app.ui.pages.contributions import work
from clerk_app.ui.pages.contributions.typed import payer_word
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet


class ReverseDialog(FormDialog):
    """Which payment, shown with the entry that will stand against it, and the reason."""

    def __init__(self, context: Context, row: SeasonRow, parent: QWidget | None = None) -> None:
        super().__init__("reverseDialog", self.tr("冲销缴费"), save_text=self.tr("冲销"), parent=parent)
        self._context = context
        self._row = row
        self.rows: tuple[SeasonRow, ...] = ()
        self.reason = LineEdit(placeholder=self.tr("如 写错了档次、缴到了别人名下"), longest=500)
        self.choices = {entry.id: QRadioButton(self._words(entry.id)) for entry in row.row.standing}
        self.preview = QLabel()
        self.preview.setObjectName("reversePreview")
        self.preview.setWordWrap(True)
        self._build()

    def _words(self, contribution_id: str) -> str:
        entry = next(entry for entry in self._row.row.standing if entry.id == contribution_id)
        return self.tr("{day}　{payer}　{amount} 元　经收人 {collector}").format(
            day=entry.paid_on, payer=payer_word(entry.payer), amount=entry.amount.grouped, collector=entry.collector
        )

    def _build(self) -> None:
        title = QLabel(self.tr("{name}　要冲销哪一笔").format(name=self._row.row.name))
        title.setProperty("role", "section")
        self.body.addWidget(title)
        for number, choice in enumerate(self.choices.values()):
            choice.setObjectName(f"reverseChoice_{number}")
            choice.toggled.connect(self._show)
            self.body.addWidget(choice)
        self.preview.setProperty("role", "hint")
        self.body.addWidget(self.preview)
        field = Field("reason", self.tr("冲销原因"), self.reason, required=True)
        self.body.addWidget(field)
        self.setMinimumWidth(current_theme().px(500))
        next(iter(self.choices.values())).setChecked(True)
        self.start(FieldSet((field,), self))
        for choice in self.choices.values():
            if self.form is not None:
                self.form.watch(choice)
        self.reason.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, row: SeasonRow) -> tuple[SeasonRow, ...]:
        """Return the person's row anew after a payment was taken back, nothing when the clerk went away."""
        dialog = cls(context, row, parent)
        dialog.exec()
        rows = dialog.rows
        dialog.deleteLater()
        return rows

    @property
    def _chosen(self) -> str:
        return next(key for key, choice in self.choices.items() if choice.isChecked())

    @Slot()
    def _show(self) -> None:
        entry = next((entry for entry in self._row.row.standing if self.choices[entry.id].isChecked()), None)
        if entry is not None:
            words = self.tr("原记录 {amount} 元会保留，另记一笔 {negative} 元的冲销，两笔相抵。")
            self.preview.setText(words.format(amount=entry.amount.grouped, negative=(-entry.amount).grouped))

    def save(self) -> None:
        """Take it back; the service's own checks come back to the field."""
        reason = self.reason.value
        if not reason:
            raise UserError("请填写冲销原因：原记录和冲销记录都会保留。", field="reason")
        self._context.tasks.run(
            partial(work.reverse, self._context.workspace, self._row, self._chosen, reason),
            on_done=self._done, on_error=self.show_error, owner=self,
            changed=frozenset({Changed.CONTRIBUTION}), disable=(self.save_button,),
            progress_title=self.tr("正在冲销…"),
        )  # fmt: skip

    def _done(self, rows: tuple[SeasonRow, ...]) -> None:
        self.rows = rows
        self.accept()

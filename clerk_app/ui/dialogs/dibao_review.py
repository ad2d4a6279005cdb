"""A review of a granted case: that it was done, when, and what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.domain.dibao import DibaoCase
from clerk_app.errors import UserError
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.pages.dibao import work
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import TextEdit
from clerk_app.ui.widgets.field import Field, FieldSet


class ReviewDialog(ActDialog):
    """The day of the review and what was found; the next one follows from the class."""

    def __init__(self, context: Context, case: DibaoCase, parent: QWidget | None = None) -> None:
        super().__init__(context, "reviewDialog", self.tr("登记复核"), save_text=self.tr("登记"), parent=parent)
        self._case = case
        self.reviewed_on = DateEdit(context.workspace.today)
        self.reviewed_on.set_day(context.workspace.today())
        self.note = TextEdit(placeholder=self.tr("家庭情况有没有变化"), lines=3)
        self._build()

    def _build(self) -> None:
        told = QLabel(self.tr("登记后按类别推算下次复核日期；待遇不会自动停发，调整或停发由县里决定。"))
        told.setProperty("role", "hint")
        told.setWordWrap(True)
        fields = (
            Field("reviewed_on", self.tr("复核日期"), self.reviewed_on, required=True, width=180),
            Field("review_note", self.tr("复核情况"), self.note),
        )
        self.body.addWidget(told)
        for field in fields:
            self.body.addWidget(field)
        self.setMinimumWidth(current_theme().px(460))
        self.start(FieldSet(fields, self))
        self.reviewed_on.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, case: DibaoCase) -> bool:
        """Return whether a review was recorded."""
        return cls(context, case, parent).run_and_go()

    def save(self) -> None:
        """Record it; the service's own checks come back to the fields."""
        day = self.reviewed_on.day(field="reviewed_on")
        if day is None:
            raise UserError("请填写复核日期。", field="reviewed_on")
        self.carry_out(
            partial(work.review, self.context.workspace, self._case.id, self._case.version, day, self.note.value),
            changed=frozenset({Changed.DIBAO_CASE}),
            progress_title=self.tr("正在登记复核…"),
        )

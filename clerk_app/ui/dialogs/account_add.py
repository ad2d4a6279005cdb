"""Recording a bank account: the number typed twice, what looks wrong asked beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from clerk_app.domain.bank_account import LONGEST, AccountPurpose
from clerk_app.domain.household import HouseholdFile, PersonId
from clerk_app.errors import UserError
from clerk_app.services.bank_accounts import AccountEntry, AccountRow, account_doubts, add_account, plain_number
from clerk_app.services.workspace import Workspace
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.dialogs.member_choices import NarrowCombo
from clerk_app.ui.dialogs.person_choice import PersonCombo
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.question import Question
from clerk_app.ui.widgets.retype_edit import RetypeEdit

_TYPED: Final = LONGEST * 2
"""Characters: blanks between the digits are welcome."""


class AccountDialog(ActDialog):
    """Whose account, what it is for, and its number; one in use for the same purpose is ended by a tick."""

    least_width = 640

    def __init__(
        self,
        context: Context,
        file: HouseholdFile,
        rows: Sequence[AccountRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "accountDialog", "", parent=parent)
        self.setWindowTitle(self.tr("登记账户"))
        self._in_use = [row for row in rows if row.to_on is None]
        self._asked_about = ("", "")
        self._people = PersonCombo([member.person for member in file.members])
        self._build_fields()
        fields = (
            self.member, self.purpose, self.number, self.again, self.bank, self.holder, self.from_on, self.note,
        )  # fmt: skip
        self._lay_out()
        self.start(FieldSet(fields, parent=self))
        if self.form is not None:
            self.form.watch(self.replaces)
            self.form.watch(self.question.tick)
        self._connect()
        self._people.set_person(file.members[0].person.id if len(file.members) == 1 else None)
        self.fields.mark_saved()
        (self.member if self._people.person is None else self.purpose).editor.setFocus()

    def _build_fields(self) -> None:
        today = self.context.workspace.today
        self.member = Field("member", self.tr("成员"), self._people, required=True)
        self.purpose = Field("purpose", self.tr("用途"), NarrowCombo(tuple(AccountPurpose)), required=True)
        self.number = Field(
            "number", self.tr("账号"), LineEdit(longest=_TYPED), hint=self.tr("照卡面或存折，可以带空格"), required=True
        )
        self.again = Field(
            "again", self.tr("账号，再输一遍"), RetypeEdit(longest=_TYPED), hint=self.tr("不能粘贴"), required=True
        )
        bank = LineEdit(placeholder=self.tr("如 农村信用社"))
        usual = (
            self.tr("农村信用社"), self.tr("农村商业银行"), self.tr("邮政储蓄银行"), self.tr("农业银行"), self.tr("建设银行"),
            self.tr("工商银行"), self.tr("中国银行"),
        )  # fmt: skip
        finder = QCompleter(list(usual), bank)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        bank.setCompleter(finder)
        self.bank = Field("bank", self.tr("开户行"), bank, required=True)
        self.holder = Field("holder", self.tr("户名（不是本人时填）"), LineEdit(placeholder=self.tr("本人")))
        self.from_on = Field("from_on", self.tr("启用日期"), DateEdit(today), required=True)
        cast("DateEdit", self.from_on.editor).set_day(today())
        self.note = Field("note", self.tr("备注"), LineEdit())
        self.question = Question("accountQuestion", self.tr("已核对，就照这样登记"))
        self.replaces = CheckBox("")
        self.replaces.setObjectName("replaces")
        self.replaces.hide()

    def _lay_out(self) -> None:
        grid = FieldGrid(
            (
                self.member, self.purpose, self.replaces, self.number, self.again, self.question, self.bank, self.holder,
                self.from_on, self.note,
            ),
            columns=2,
            wide=(self.replaces, self.question),
        )  # fmt: skip
        self.body.addWidget(grid)

    def _connect(self) -> None:
        number = cast("LineEdit", self.number.editor)
        number.editingFinished.connect(self._look_at_number)
        number.edited.connect(self._forget_question)
        again = cast("RetypeEdit", self.again.editor)
        again.editingFinished.connect(self._look_at_both)
        again.paste_refused.connect(self._refuse_paste)
        for choice in (self._people, cast("NarrowCombo", self.purpose.editor)):
            choice.code_changed.connect(self._follow)
        self._people.code_changed.connect(self._look_at_number)

    @classmethod
    def ask(cls, parent: QWidget, context: Context, file: HouseholdFile, rows: Sequence[AccountRow]) -> bool:
        """Run it; True when something was stored."""
        return cls(context, file, rows, parent).run_and_go()

    # while it is filled in

    @property
    def in_use(self) -> AccountRow | None:
        """The account in use for the person and the purpose chosen."""
        person, purpose = self._people.person, cast("NarrowCombo", self.purpose.editor).code
        if person is None:
            return None
        return next((row for row in self._in_use if row.person_id == person.id and row.purpose == purpose), None)

    @Slot()
    def _follow(self) -> None:
        row = self.in_use
        self.replaces.setVisible(row is not None)
        if row is None:
            self.replaces.setChecked(False)
        else:
            words = self.tr("停用原来的账户（{number}，{day} 启用）").format(number=row.number, day=row.from_on)
            self.replaces.setText(words)
            self.replaces.setAccessibleName(words)

    @Slot()
    def _forget_question(self) -> None:
        self._asked_about = ("", "")
        self.question.withdraw()

    @Slot()
    def _look_at_number(self) -> None:
        """Ask what there is to ask as soon as the number is there."""
        person, typed = self._people.person, self.number.editor.raw
        if person is None or not typed.strip() or self._asked_about == (person.id, typed):
            return
        try:
            plain_number(typed)
        except UserError as error:
            self.number.show_error(message_of(error))
            return
        self._asked_about = (person.id, typed)
        self.context.tasks.run(
            partial(_doubts, self.context.workspace, self._entry(person.id)),
            on_done=partial(self._put_question, (person.id, typed)),
            owner=self,
        )

    def _put_question(self, about: tuple[str, str], doubts: tuple[UserError, ...]) -> None:
        if about != self._asked_about:
            return
        if doubts:
            self.question.ask("\n".join(message_of(doubt) for doubt in doubts))
        else:
            self.question.withdraw()

    @Slot()
    def _look_at_both(self) -> None:
        if self.again.editor.raw.strip() and self.number.editor.raw.strip():
            try:
                self._compare()
            except UserError as error:
                if error.field == "again":
                    self.again.show_error(message_of(error))

    def _compare(self) -> None:
        if plain_number(self.number.editor.raw) != plain_number(self.again.editor.raw or "0" * LONGEST):
            raise UserError("两次填写的账号不一样：请对照卡面重新填写。", field="again")

    @Slot()
    def _refuse_paste(self) -> None:
        self.again.show_error(self.tr("这一格不能粘贴：请照卡面再输一遍"))

    # storing

    def _entry(self, person_id: PersonId) -> AccountEntry:
        purpose = cast("NarrowCombo", self.purpose.editor).code or AccountPurpose.OTHER
        return AccountEntry(
            person_id=person_id,
            purpose=cast("AccountPurpose", purpose),
            number=self.number.editor.raw,
            again=self.again.editor.raw,
            bank=self.bank.editor.raw,
            holder=self.holder.editor.raw,
            from_on=cast("DateEdit", self.from_on.editor).day(field="from_on"),
            note=self.note.editor.raw,
        )

    def save(self) -> None:
        """Store the account, unless there is something to ask first."""
        person = self._people.require_person("member", self.tr("成员"))
        purpose = cast("NarrowCombo", self.purpose.editor).require("purpose", self.tr("用途"))
        plain_number(self.number.editor.raw)
        self._compare()
        if self.question.is_open:
            self.question.remind()
            return
        self._asked_about = (person.id, self.number.editor.raw)
        replaces = self.in_use is not None and self.replaces.isChecked()
        is_sure = bool(self.question.text)
        self.carry_out(
            partial(_add, self.context.workspace, self._entry(person.id), replaces, is_sure),
            self.tr("已登记{name}的账户：{purpose}").format(name=person.name, purpose=term(purpose.label)),
        )

    def _done(self, result: object) -> None:
        doubts = cast("tuple[UserError, ...]", result)
        if not doubts:
            super()._done(result)
            return
        self._put_question(self._asked_about, doubts)
        self.question.remind()


def _doubts(workspace: Workspace, entry: AccountEntry, _progress: Progress) -> tuple[UserError, ...]:
    return account_doubts(workspace, entry)


def _add(
    workspace: Workspace, entry: AccountEntry, replaces: bool, is_sure: bool, _progress: Progress
) -> tuple[UserError, ...]:
    """Store the account, or return what the clerk was not asked yet."""
    doubts = () if is_sure else account_doubts(workspace, entry)
    if not doubts:
        add_account(workspace, entry, replaces=replaces)
    return doubts

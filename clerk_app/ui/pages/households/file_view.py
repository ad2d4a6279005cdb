"""A household's file: everything the village knows of it, in sections on one page."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.dibao import DibaoCase
from clerk_app.domain.document import Document
from clerk_app.domain.household import HouseholdId
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import Page, scrolling
from clerk_app.ui.pages import page_entries
from clerk_app.ui.pages.exchange.work_section import WorkSection
from clerk_app.ui.pages.households.accounts_section import AccountsSection
from clerk_app.ui.pages.households.acts import HouseholdActs
from clerk_app.ui.pages.households.attachments_section import AttachmentsSection
from clerk_app.ui.pages.households.follow_ups_section import FollowUpsSection
from clerk_app.ui.pages.households.history_list import HistoryList
from clerk_app.ui.pages.households.overpayment_section import OverpaymentSection
from clerk_app.ui.pages.households.reading import FileContent, identity_rows, read_file
from clerk_app.ui.pages.households.sections import (
    FactsSection,
    IdentitiesSection,
    MembersSection,
    PaymentsSection,
    TableSection,
)
from clerk_app.ui.pages.households.tables import case_columns, document_columns
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.strips import Strip

_ROOMY_BELOW: Final = 150


class HouseholdView(Page):
    """``closed`` when the clerk goes back to the list, ``form_wanted`` to go on with a registration left unfinished.

    ``entitlements_wanted(household id)`` to see what the household may have.
    """

    name = "householdFile"
    shows = Changed.ALL - {Changed.CLERK}
    closed = Signal()
    form_wanted = Signal()
    entitlements_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.household_id = HouseholdId("")
        self.content: FileContent | None = None
        self.acts = HouseholdActs(context, self)
        self._build_commands()
        self._build_body()
        self._connect()

    # building

    def _build_commands(self) -> None:
        self._back = QuietButton("fileBack", self.tr("住户列表"), icon_name="chevron-left")
        self._print_form = Button("filePrintForm", self.tr("打印登记表"), icon_name="printer")
        self._print_notice = Button("filePrintNotice", self.tr("缴费通知单"), icon_name="printer")
        self._rights = Button("fileEntitlements", self.tr("可享受政策"), icon_name="hand-coins", shortcut="Ctrl+E")
        self._edit = Button("fileEdit", self.tr("修改住户"), icon_name="pencil")
        self._event = Button("fileEvent", self.tr("办理变动…"), icon_name="users", shortcut="Ctrl+B")
        self._add = PrimaryButton("fileAddMember", self.tr("增加成员"), icon_name="user-plus", shortcut="Ctrl+N")
        self.commands.addWidget(self._back)
        self.commands.addStretch(1)
        buttons = (self._rights, self._print_form, self._print_notice, self._edit, self._event, self._add)
        if current_theme().scale >= _ROOMY_BELOW:
            for button in buttons:
                button.setIcon(QIcon())  # the words need the room
        for button in buttons:
            self.commands.addWidget(button)
        self._edit.setVisible(current_theme().scale < _ROOMY_BELOW)  # the section of facts has the same act
        can_print = any("document" in entry.kinds for entry in page_entries())
        self._print_form.setVisible(can_print)
        self._print_notice.setVisible(can_print)

    def _build_body(self) -> None:
        theme = current_theme()
        memory = self.context.memory
        self.form_strip = Strip("fileFormStrip", button=self.tr("继续填写"))
        self.members = MembersSection(self.context, memory)
        self.follow_ups = FollowUpsSection(self.context, memory)
        self.overpayments = OverpaymentSection(self.context, memory)
        self.identities = IdentitiesSection(memory)
        self.facts = FactsSection()
        self.cases: TableSection[DibaoCase] = TableSection(
            "fileCases", self.tr("低保"), case_columns(), memory, none=self.tr("没有申请过低保")
        )
        self.payments = PaymentsSection(memory)
        self.accounts = AccountsSection(self.context, memory)
        self.attachments = AttachmentsSection(self.context, memory)
        self.documents: TableSection[Document] = TableSection(
            "fileDocuments", self.tr("文书"), document_columns(), memory, none=self.tr("没有打印过文书")
        )
        self.history = HistoryList()
        sections = (
            self.members, self.follow_ups, self.identities, self.facts, self.cases, self.payments,
            self.accounts, self.attachments, self.documents,
            self.history,
        )  # fmt: skip
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(24))
        self.work = WorkSection(self.context)
        column.addWidget(self.work)
        for section in sections:
            column.addWidget(section)
        column.insertWidget(
            column.indexOf(self.follow_ups) + 1, self.overpayments
        )  # without a jump: it is rarely there
        column.addStretch(1)
        self._area: QScrollArea = scrolling(content)
        self.body.setSpacing(theme.px(8))
        self.body.addWidget(self.form_strip)
        self.body.addLayout(self._heading(sections))
        self.body.addWidget(self._area, 1)

    def _heading(self, sections: tuple[Section, ...]) -> QHBoxLayout:
        """Where the household lives, and a way to each section."""
        self._summary = QLabel()
        self._summary.setObjectName("fileSummary")
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._summary.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(0)
        if current_theme().scale < _ROOMY_BELOW:
            row.addWidget(self._summary, 1)
        else:
            self.body.addWidget(self._summary)
            row.addStretch(1)
        for number, section in enumerate(sections, start=1):
            button = QuietButton(f"fileJump_{number}", section.title.text())
            button.clicked.connect(partial(self._jump, section))
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        acts, members = self.acts, self.members
        self._back.clicked.connect(self.closed)
        self._edit.clicked.connect(acts.edit_household)
        self._add.clicked.connect(acts.add_member)
        self._rights.clicked.connect(self._want_entitlements)
        self._print_form.clicked.connect(partial(self._open_document, "household-form"))
        self._print_notice.clicked.connect(partial(self._open_document, "contribution-notice"))
        self.facts.edit_wanted.connect(acts.edit_household)
        self.facts.move_wanted.connect(acts.transfer_out)
        self.facts.stay_wanted.connect(acts.transfer_back)
        members.edit_wanted.connect(acts.edit_person)
        members.relation_wanted.connect(acts.change_relation)
        members.head_wanted.connect(acts.change_head)
        members.event_wanted.connect(acts.choose_event)
        self._event.clicked.connect(lambda: acts.choose_event(self._event))
        self.follow_ups.settle_wanted.connect(acts.settle_follow_up)
        self.follow_ups.recovery_wanted.connect(acts.open_recovery)
        self.overpayments.form_wanted.connect(self._open_overpayment)
        self.overpayments.failed.connect(self.show_error)
        members.day_changed.connect(self._read)
        self.identities.add_wanted.connect(self._add_identity)
        self.identities.change_wanted.connect(acts.change_identity)
        self.identities.end_wanted.connect(acts.end_identity)
        self.cases.record_chosen.connect(self._open_case)
        self.documents.record_chosen.connect(self._open_printed)
        self.form_strip.acted.connect(self.form_wanted)
        self.follow_ups.view.table.installEventFilter(self)
        self.overpayments.view.table.installEventFilter(self)
        for view in (self.members.view, self.identities.view, self.cases.view, self.payments.view, self.documents.view):
            view.table.installEventFilter(self)
        for table in (self.accounts.view.table, self.attachments.view.table):
            table.installEventFilter(self)
        self.attachments.take_drops_on(self)
        self.installEventFilter(self)

    # showing

    @property
    def title(self) -> str:
        """The words of the top bar."""
        if self.content is None:
            return ""
        head = self.content.now.head
        number = self.content.now.household.number
        return self.tr("{number} 户　{head}").format(number=number, head=head.person.name if head else "").strip()

    def take_focus(self) -> None:
        """Begin at the members."""
        self.members.view.table.setFocus()

    def show_household(self, household_id: str, *, has_form: bool = False) -> None:
        """Show another household, from its top, as it is today."""
        self.household_id = HouseholdId(household_id)
        self.content = None
        self.error_strip.hide()
        self.members.show_today()
        self.history.show_less()
        self._area.verticalScrollBar().setValue(0)
        if has_form:
            self.form_strip.tell(self.tr("有一户正在登记，填写的内容都还在"), Tone.DUE)
        else:
            self.form_strip.hide()
        self._read()

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - everything hangs on the household
        """Read the household anew."""
        if self.household_id:
            self._read()

    @Slot()
    def _read(self) -> None:
        self.context.tasks.run(
            partial(read_file, self.context.workspace, self.household_id, self.members.day),
            on_done=self._show,
            owner=self,
        )

    def _show(self, content: FileContent) -> None:
        if content.now.household.id != self.household_id:
            return
        self.content = content
        self.acts.content = content
        household = content.now.household
        parts = [
            household.group,
            household.address,
            household.phone,
            self.tr("{n} 人").format(n=len(content.now.members)),
        ]
        if household.closed_on is not None:
            closed = self.tr("已于 {day} 销户：{why}")
            parts.append(closed.format(day=household.closed_on, why=household.close_reason))
        self._summary.setText("　".join(filter(None, parts)))
        is_open = household.closed_on is None
        self._add.setEnabled(is_open)
        self._edit.setEnabled(is_open)
        is_fixed = content.is_past or not is_open
        self.members.show_file(content.shown, is_fixed=is_fixed, absences=content.absences)
        self.follow_ups.show_rows(content.follow_ups)
        self.overpayments.show_recoveries(content.recoveries)
        self.identities.show_rows(identity_rows(content.now), is_fixed=not is_open)
        self.facts.show_household(household, is_fixed=not is_open, can_stay=content.left is not None)
        self.cases.show_rows(content.cases)
        self.payments.show_payments(content.payments, content.now.on.year, content.paid_before)
        self.accounts.show_accounts(content.now, content.accounts, is_fixed=not is_open)
        self.attachments.show_attachments(content.now, content.attachments, is_fixed=not is_open)
        self.documents.show_rows(content.documents)
        self.history.show_entries(content.history, content.earlier)
        self.work.read(household.id)
        self.title_changed.emit(self.title)

    # going on

    def _jump(self, section: Section) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(section.y())
        view = section.findChild(QWidget, f"{section.objectName()}TableTable")
        if view is not None and view.isVisible():
            view.setFocus()

    @Slot()
    def _want_entitlements(self) -> None:
        self.entitlements_wanted.emit(self.household_id)

    def _open_document(self, kind: str) -> None:
        self.context.open("document", f"{kind}:{self.household_id}")

    @Slot(str)
    def _open_overpayment(self, follow_up_id: str) -> None:
        self.context.open("document", f"overpayment-form:{self.household_id}/{follow_up_id}")

    @Slot(object)
    def _open_printed(self, document: Document) -> None:
        self.context.open("document", document.id)

    @Slot(object)
    def _open_case(self, case: DibaoCase) -> None:
        self.context.open("dibao_case", case.id)

    @Slot()
    def _add_identity(self) -> None:
        self.acts.add_identity(self.members.view.current_record())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc goes back to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    def show_belongings(self) -> None:
        """Scroll to the bank accounts and the attachments."""
        self._jump(self.accounts)

    def show_end(self) -> None:
        """Scroll to the history."""
        self._jump(self.history)

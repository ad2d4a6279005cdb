"""The tables of a household's file."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from clerk_app.domain.codes import NATIONS, RELATIONS, Capacity
from clerk_app.domain.dibao import DibaoCase
from clerk_app.domain.document import Document
from clerk_app.domain.household import Member
from clerk_app.services.notices import TITLES
from clerk_app.ui.dialogs.member_choices import Grade
from clerk_app.ui.dialogs.member_fields import card_kind_word
from clerk_app.ui.models.record_table import Column, Kind, RecordTable
from clerk_app.ui.pages.households.reading import IdentityRow, PaymentRow, running_identities
from clerk_app.ui.texts import relation_word, term
from clerk_app.ui.theme import ROW, Tone, current_theme
from clerk_app.ui.widgets.chip import ChipState
from clerk_app.ui.widgets.record_view import R, RecordView
from clerk_app.ui.widgets.states import class_chip, stage_chip
from clerk_app.ui.widgets.view_memory import ViewMemory

translate = QCoreApplication.translate
_MOST_ROWS = 14


class ShortTable(RecordView[R]):
    """A table as high as its rows, up to fourteen, for a page of several."""

    def __init__(self, name: str, columns: tuple[Column[R], ...], *, label: str, memory: ViewMemory | None) -> None:
        self._lines = 0
        super().__init__(name, RecordTable(columns), label=label, memory=memory)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rows(self, records: tuple[R, ...]) -> None:
        """Show these records and take the room they need; none takes none."""
        self.set_records(records)
        sums = any(column.is_summed for column in self.model.columns)
        self._lines = min(len(records), _MOST_ROWS) + 1 + (1 if sums else 0)
        self.setVisible(bool(records))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of the header and the rows."""
        theme = current_theme()
        scrolls = self.table.horizontalHeader().length() > self.table.viewport().width() > 0
        bar = self.table.horizontalScrollBar().sizeHint().height() if scrolls else 0
        return QSize(super().sizeHint().width(), self._lines * theme.px(ROW) + theme.px(4) + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make room for the bar that a narrow window needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.updateGeometry)


def member_columns(on: date) -> tuple[Column[Member], ...]:
    """Return the columns of the members as of a day."""

    def statuses(member: Member) -> str:
        return "、".join(term(identity.kind.label) for identity in running_identities(member, on))

    return (
        Column("name", translate("HouseholdTables", "姓名"), _name, width=112),
        Column(
            "relation",
            translate("HouseholdTables", "与户主关系"),
            lambda m: relation_word(RELATIONS[m.membership.relation]),
            width=104,
        ),
        Column("sex", translate("HouseholdTables", "性别"), lambda m: term(m.person.sex.label), width=60),
        Column("age", translate("HouseholdTables", "年龄"), lambda m: m.person.age_on(on), Kind.NUMBER, width=64),
        Column("id_number", translate("HouseholdTables", "公民身份号码"), _number, width=188),
        Column("nation", translate("HouseholdTables", "民族"), lambda m: term(NATIONS[m.person.nation]), width=76),
        Column("capacity", translate("HouseholdTables", "劳动能力"), _capacity, width=96),
        Column("disability", translate("HouseholdTables", "残疾"), _disability, width=88),
        Column("statuses", translate("HouseholdTables", "困难身份"), statuses, width=160, stretch=True),
        Column("phone", translate("HouseholdTables", "联系电话"), lambda m: m.person.phone, width=124),
    )


def identity_columns() -> tuple[Column[IdentityRow], ...]:
    """Return the columns of hardship statuses."""
    return (
        Column("name", translate("HouseholdTables", "姓名"), lambda row: row.name, width=112),
        Column("kind", translate("HouseholdTables", "困难身份"), _status, width=200),
        Column("state", translate("HouseholdTables", "状态"), _identity_state, Kind.CHIP, width=116),
        Column("from_on", translate("HouseholdTables", "起日"), lambda row: row.identity.from_on, Kind.DATE, width=112),
        Column("to_on", translate("HouseholdTables", "止日"), lambda row: row.identity.to_on, Kind.DATE, width=112),
        Column(
            "lifted_on",
            translate("HouseholdTables", "标注脱贫"),
            lambda row: row.identity.lifted_on,
            Kind.DATE,
            width=112,
        ),
        Column("certificate", translate("HouseholdTables", "证件号"), lambda row: row.identity.certificate, width=140),
        Column(
            "source", translate("HouseholdTables", "来源"), lambda row: row.identity.source, width=120, stretch=True
        ),
    )


def case_columns() -> tuple[Column[DibaoCase], ...]:
    """Return the columns of dibao cases."""
    return (
        Column("number", translate("HouseholdTables", "档案编号"), lambda case: case.number, width=140),
        Column("class", translate("HouseholdTables", "类别"), _case_class, Kind.CHIP, width=156),
        Column(
            "stage", translate("HouseholdTables", "环节"), lambda case: stage_chip(case.stage), Kind.CHIP, width=124
        ),
        Column(
            "amount",
            translate("HouseholdTables", "月补助（元）"),
            lambda case: case.granted_amount or case.rule_amount,
            Kind.MONEY,
            width=128,
        ),
        Column(
            "applied_on", translate("HouseholdTables", "申请日期"), lambda case: case.applied_on, Kind.DATE, width=112
        ),
        Column(
            "next_review_on",
            translate("HouseholdTables", "下次复核"),
            lambda case: case.next_review_on,
            Kind.DATE,
            width=112,
        ),
        Column(
            "reason",
            translate("HouseholdTables", "申请理由"),
            lambda case: case.application_reason,
            width=160,
            stretch=True,
        ),
    )


def payment_columns() -> tuple[Column[PaymentRow], ...]:
    """Return the columns of contributions."""
    return (
        Column("year", translate("HouseholdTables", "年度"), lambda row: str(row.payment.year), width=72),
        Column("name", translate("HouseholdTables", "姓名"), lambda row: row.name, width=112),
        Column(
            "insurance", translate("HouseholdTables", "险种"), lambda row: term(row.payment.insurance.label), width=168
        ),
        Column("tier", translate("HouseholdTables", "档次（元）"), lambda row: row.payment.tier, Kind.MONEY, width=108),
        Column(
            "amount", translate("HouseholdTables", "金额（元）"), lambda row: row.payment.amount, Kind.MONEY, width=108
        ),
        Column("payer", translate("HouseholdTables", "缴费人"), _payer, width=140, stretch=True),
        Column(
            "paid_on", translate("HouseholdTables", "缴费日期"), lambda row: row.payment.paid_on, Kind.DATE, width=112
        ),
        Column("collector", translate("HouseholdTables", "经收人"), lambda row: row.payment.collector, width=104),
        Column("state", translate("HouseholdTables", "状态"), _payment_state, Kind.CHIP, width=112),
    )


def document_columns() -> tuple[Column[Document], ...]:
    """Return the columns of printed documents."""
    return (
        Column("kind", translate("HouseholdTables", "文书"), _document_title, width=180),
        Column("number", translate("HouseholdTables", "编号"), lambda document: document.number, width=160),
        Column(
            "copy_number",
            translate("HouseholdTables", "份号"),
            lambda document: document.copy_number,
            Kind.NUMBER,
            width=72,
        ),
        Column(
            "printed_on",
            translate("HouseholdTables", "打印日期"),
            lambda document: document.printed_on,
            Kind.DATE,
            width=112,
        ),
        Column("printed_by", translate("HouseholdTables", "打印人"), lambda document: document.printed_by, width=120),
        Column("state", translate("HouseholdTables", "状态"), _document_state, Kind.CHIP, width=140, stretch=True),
    )


def _noted(text: str, note: str) -> str:
    return f"{text}（{note}）" if note else text


def _name(member: Member) -> str:
    return _noted(member.person.name, translate("HouseholdTables", "已故") if member.person.died_on else "")


def _number(member: Member) -> str:
    person = member.person
    number = person.id_number or person.temporary_number or ""
    return _noted(number, translate("HouseholdTables", "核实中") if person.id_unverified else "")


def _capacity(member: Member) -> str:
    capacity = member.person.labour_capacity
    return "" if capacity is Capacity.FULL else term(capacity.label)


def _disability(member: Member) -> str:
    return card_kind_word(member.person.disability_kind, member.person.disability_grade)


def _status(row: IdentityRow) -> str:
    grade = row.identity.grade
    word = term(row.identity.kind.label)
    return word if grade is None else f"{word}（{term(Grade.of(str(grade)).label)}）"


def _identity_state(row: IdentityRow) -> ChipState:
    if row.identity.held_on(row.on):
        return ChipState(translate("HouseholdTables", "有效"), Tone.DONE)
    return ChipState(
        translate("HouseholdTables", "未到起日")
        if row.identity.from_on > row.on
        else translate("HouseholdTables", "已终止")
    )


def _case_class(case: DibaoCase) -> ChipState | None:
    return class_chip(case.current_class) if case.current_class else None


def _payer(row: PaymentRow) -> str:
    payer = term(row.payment.payer.label)
    return f"{payer}（{row.payment.payer_name}）" if row.payment.payer_name else payer


def _payment_state(row: PaymentRow) -> ChipState:
    if row.payment.reverses:
        return ChipState(translate("HouseholdTables", "冲销"))
    return (
        ChipState(translate("HouseholdTables", "已冲销"), Tone.OVERDUE)
        if row.is_void
        else ChipState(translate("HouseholdTables", "已缴"), Tone.DONE)
    )


def _document_title(document: Document) -> str:
    title = term(TITLES.get(document.kind, document.kind))
    return _noted(title, translate("HouseholdTables", "公示表") if document.masked else "")


def _document_state(document: Document) -> ChipState:
    if document.void_on is not None:
        return ChipState(translate("HouseholdTables", "已作废"), Tone.OVERDUE)
    return ChipState(translate("HouseholdTables", "有效"), Tone.DONE)

"""The sections of a household's file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Generic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from clerk_app.domain.absence import Absence
from clerk_app.domain.contribution import Insurance
from clerk_app.domain.household import Household, HouseholdFile, Member
from clerk_app.domain.land import mu_text
from clerk_app.domain.money import total
from clerk_app.domain.transfer import EarlierContribution
from clerk_app.errors import UserError
from clerk_app.ui.context import Context
from clerk_app.ui.models.record_table import Column
from clerk_app.ui.pages.households.reading import IdentityRow, PaymentRow
from clerk_app.ui.pages.households.tables import ShortTable, identity_columns, member_columns, payment_columns
from clerk_app.ui.texts import message_of, term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import QuietButton
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.record_view import R
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.strips import Strip
from clerk_app.ui.widgets.view_memory import ViewMemory


class TableSection(Section, Generic[R]):
    """A title, a table as high as its rows, and a line that says so where there are none."""

    record_chosen = Signal(object)

    def __init__(
        self, name: str, title: str, columns: tuple[Column[R], ...], memory: ViewMemory | None, *, none: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, name=name, parent=parent)
        self.view: ShortTable[R] = ShortTable(f"{name}Table", columns, label=title, memory=memory)
        self.none = QLabel(none)
        self.none.setObjectName(f"{name}None")
        self.none.setProperty("role", "label")
        self.add(self.view)
        self.add(self.none)
        self.view.record_chosen.connect(self.record_chosen)

    def show_rows(self, rows: Iterable[R]) -> None:
        """Show these rows; the first is current unless one was."""
        records = tuple(rows)
        self.view.show_rows(records)
        self.none.setVisible(not records)
        if records and self.view.current_record() is None:
            self.view.table.selectRow(0)


class MembersSection(TableSection[Member]):
    """Who belongs to the household, today or on a day; the acts for one of them stand at the title."""

    edit_wanted = Signal(object)
    relation_wanted = Signal(object)
    head_wanted = Signal()
    event_wanted = Signal(object, object)
    day_changed = Signal()

    def __init__(self, context: Context, memory: ViewMemory | None, parent: QWidget | None = None) -> None:
        self._context = context
        today = context.workspace.today()
        super().__init__("fileMembers", "", member_columns(today), memory, none="", parent=parent)
        self.title.setText(self.tr("成员"))
        self.setAccessibleName(self.tr("成员"))
        self.none.setText(self.tr("这一天没有成员"))
        self._is_fixed = False
        self._edit = QuietButton("memberEdit", self.tr("修改资料"))
        self._relation = QuietButton("memberRelation", self.tr("更正关系"))
        self._change_head = QuietButton("memberHead", self.tr("变更户主"))
        self._begin_event = QuietButton("memberEvent", self.tr("成员变动…"))
        for button in (self._edit, self._relation, self._change_head, self._begin_event):
            self.add_aside(button)
        self._build_day()
        self.away = QLabel()
        self.away.setObjectName("fileAway")
        self.away.setWordWrap(True)
        self.away.setTextFormat(Qt.TextFormat.PlainText)
        self.away.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.away.hide()
        self.add(self.away)
        self._connect()

    def _build_day(self) -> None:
        theme = current_theme()
        label = QLabel(self.tr("查看某日"))
        label.setProperty("role", "label")
        self.day_edit = DateEdit(self._context.workspace.today)
        self.day_edit.setObjectName("memberDay")
        self.day_edit.setAccessibleName(self.tr("查看某日的成员"))
        self.day_edit.setFixedWidth(theme.px(148))
        label.setBuddy(self.day_edit)
        self.add_aside(label)
        self.add_aside(self.day_edit)
        self.day_strip = Strip("memberDayStrip", button=self.tr("回到今天"))
        self.add(self.day_strip)

    def _connect(self) -> None:
        self._edit.clicked.connect(self._want_edit)
        self.record_chosen.connect(self._chosen)
        self._relation.clicked.connect(self._want_relation)
        self._change_head.clicked.connect(self.head_wanted)
        self._begin_event.clicked.connect(self._want_event)
        self.day_edit.editingFinished.connect(self._take_day)
        self.day_strip.acted.connect(self._back_to_today)
        self.day_strip.closed.connect(self._back_to_today)

    @property
    def day(self) -> date | None:
        """The day to show, or None for today and for what is no date."""
        try:
            day = self.day_edit.day()
        except UserError:
            return None
        return None if day == self._context.workspace.today() else day

    def show_today(self) -> None:
        """Go back to today without reading."""
        self.day_edit.clear()
        self.day_strip.hide()

    def show_file(self, file: HouseholdFile, *, is_fixed: bool, absences: tuple[Absence, ...] = ()) -> None:
        """Show the members of a day; ``is_fixed`` lets nothing be changed."""
        self._is_fixed = is_fixed
        self.view.model.columns = member_columns(file.on)
        self._tell_away(file, absences)
        self.show_rows(file.members)
        for button in (self._edit, self._relation, self._begin_event):
            button.setEnabled(bool(file.members) and not is_fixed)
        self._change_head.setEnabled(len(file.members) > 1 and not is_fixed)
        if self.day is not None:
            text = self.tr("显示的是 {day} 这一天的成员，只能看，不能改").format(day=file.on)
            self.day_strip.tell(text, Tone.ACCENT)
        else:
            self.day_strip.hide()

    def _tell_away(self, file: HouseholdFile, absences: tuple[Absence, ...]) -> None:
        names = {member.person.id: member.person.name for member in file.members}
        lines = [
            self.tr("{name}：{kind}{place}，从 {day} 起").format(
                name=names[absence.person_id],
                kind=term(absence.kind.label),
                place=f"（{absence.place}）" if absence.place else "",
                day=absence.from_on,
            )
            for absence in absences
            if absence.held_on(file.on) and absence.person_id in names
        ]
        self.away.setVisible(bool(lines))
        self.away.setText("　".join([self.tr("不在家："), *lines]))

    @Slot()
    def _take_day(self) -> None:
        if not self.day_edit.isModified():
            return
        self.day_edit.setModified(False)
        try:
            self.day_edit.day()
        except UserError as error:
            self.day_strip.tell(message_of(error), Tone.OVERDUE)
            return
        self.day_changed.emit()

    @Slot()
    def _back_to_today(self) -> None:
        self.show_today()
        self.day_changed.emit()

    @Slot(object)
    def _chosen(self, member: Member) -> None:
        if not self._is_fixed:
            self.edit_wanted.emit(member)

    @Slot()
    def _want_edit(self) -> None:
        self._with_current(self.edit_wanted)

    @Slot()
    def _want_relation(self) -> None:
        self._with_current(self.relation_wanted)

    @Slot()
    def _want_event(self) -> None:
        member = self.view.current_record()
        if member is not None:
            self.event_wanted.emit(self._begin_event, member)

    def _with_current(self, signal: object) -> None:
        member = self.view.current_record()
        if member is not None and hasattr(signal, "emit"):
            signal.emit(member)


class IdentitiesSection(TableSection[IdentityRow]):
    """The members' hardship statuses with their days."""

    add_wanted = Signal()
    change_wanted = Signal(object)
    end_wanted = Signal(object)

    def __init__(self, memory: ViewMemory | None, parent: QWidget | None = None) -> None:
        super().__init__("fileIdentities", "", identity_columns(), memory, none="", parent=parent)
        self.title.setText(self.tr("困难身份"))
        self.setAccessibleName(self.tr("困难身份"))
        self.none.setText(self.tr("没有登记困难身份"))
        self._add = QuietButton("identityAdd", self.tr("登记身份"))
        self._change = QuietButton("identityChange", self.tr("修改身份"))
        self._end = QuietButton("identityEnd", self.tr("终止身份"))
        for button in (self._add, self._change, self._end):
            self.add_aside(button)
        self._is_fixed = False
        self._add.clicked.connect(self.add_wanted)
        self._change.clicked.connect(self._want_change)
        self.record_chosen.connect(self._want_change)
        self._end.clicked.connect(self._want_end)
        self.view.current_changed.connect(self._follow)

    def show_rows(self, rows: Iterable[IdentityRow], *, is_fixed: bool = False) -> None:
        """Show the statuses; ``is_fixed`` lets nothing be changed."""
        self._is_fixed = is_fixed
        super().show_rows(rows)
        self._add.setEnabled(not is_fixed)
        self._follow(self.view.current_record())

    @Slot(object)
    def _follow(self, row: IdentityRow | None) -> None:
        self._change.setEnabled(row is not None and not self._is_fixed)
        self._end.setEnabled(row is not None and row.identity.to_on is None and not self._is_fixed)

    @Slot()
    def _want_change(self) -> None:
        row = self.view.current_record()
        if row is not None and not self._is_fixed:
            self.change_wanted.emit(row)

    @Slot()
    def _want_end(self) -> None:
        row = self.view.current_record()
        if row is not None:
            self.end_wanted.emit(row)


class PaymentsSection(TableSection[PaymentRow]):
    """What was paid for this year and the last, with the totals of each."""

    def __init__(self, memory: ViewMemory | None, parent: QWidget | None = None) -> None:
        super().__init__("filePayments", "", payment_columns(), memory, none="", parent=parent)
        self.title.setText(self.tr("缴费"))
        self.setAccessibleName(self.tr("缴费"))
        self.none.setText(self.tr("今年和去年没有缴费记录"))
        self.totals = QLabel()
        self.totals.setObjectName("filePaymentTotals")
        self.totals.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.totals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(self.totals)
        self.before = QLabel()
        self.before.setObjectName("filePaidBefore")
        self.before.setProperty("role", "hint")
        self.before.setWordWrap(True)
        self.before.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.before.hide()
        self.add(self.before)

    def show_payments(
        self, rows: tuple[PaymentRow, ...], this_year: int, before: tuple[tuple[str, EarlierContribution], ...] = ()
    ) -> None:
        """Show the payments, the newest year first, and in words the years that were paid in villages they came from."""
        self.show_rows(rows)
        self.before.setVisible(bool(before))
        self.before.setText("\n".join(self._earlier(before)))
        self.totals.setVisible(bool(rows))
        self.totals.setText("\n".join(filter(None, (self._line(rows, year) for year in (this_year, this_year - 1)))))

    def _earlier(self, before: tuple[tuple[str, EarlierContribution], ...]) -> list[str]:
        years: dict[tuple[str, str, str], list[str]] = {}
        for name, paid in before:
            years.setdefault((paid.village_name, name, term(paid.insurance.label)), []).append(str(paid.year))
        return [
            self.tr("在{village}已缴（不计入本村合计）：{name} {insurance} {years} 年").format(
                village=village, name=name, insurance=insurance, years="、".join(dict.fromkeys(found))
            )
            for (village, name, insurance), found in years.items()
        ]

    def _line(self, rows: tuple[PaymentRow, ...], year: int) -> str:
        of_year = [row.payment for row in rows if row.payment.year == year]
        if not of_year:
            return ""
        parts = [
            self.tr("{insurance} {amount} 元").format(insurance=term(insurance.label), amount=total(amounts).grouped)
            for insurance in Insurance
            if (amounts := [payment.amount for payment in of_year if payment.insurance is insurance])
        ]
        whole = total([payment.amount for payment in of_year]).grouped
        text = self.tr("{year} 年合计 {total} 元").format(year=year, total=whole)
        return f"{text}（{'，'.join(parts)}）"


class FactsSection(Section):
    """Housing, land and the rest of a household's own facts; moving to another village starts here too."""

    edit_wanted = Signal()
    move_wanted = Signal()
    stay_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", name="fileFacts", parent=parent)
        theme = current_theme()
        self.title.setText(self.tr("住房与土地"))
        self.setAccessibleName(self.tr("住房与土地"))
        self._edit = QuietButton("factsEdit", self.tr("修改"))
        self._edit.clicked.connect(self.edit_wanted)
        self._move = QuietButton("factsMove", self.tr("迁往外村…"))
        self._move.clicked.connect(self.move_wanted)
        self._stay = QuietButton("factsStay", self.tr("撤回迁出…"))
        self._stay.clicked.connect(self.stay_wanted)
        for button in (self._stay, self._move, self._edit):
            self.add_aside(button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._values: dict[str, QLabel] = {}
        labels = (
            ("hukou", self.tr("户口性质")), ("land", self.tr("承包地")), ("area", self.tr("住房面积")),
            ("structure", self.tr("住房结构")), ("address", self.tr("住址")), ("registered", self.tr("登记日期")),
            ("note", self.tr("备注")),
        )  # fmt: skip
        for place, (name, label) in enumerate(labels):
            self._add_fact(place, name, label)
        for column in (1, 3, 5):
            self._grid.setColumnStretch(column, 1)
        self.add(self._grid)

    def _add_fact(self, place: int, name: str, label: str) -> None:
        caption = QLabel(label)
        caption.setProperty("role", "label")
        value = QLabel()
        value.setObjectName(f"fact_{name}")
        value.setAccessibleName(label)
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row, column = divmod(place, 3)
        self._grid.addWidget(caption, row, column * 2, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, column * 2 + 1, 1, 5 if name == "note" else 1)
        self._values[name] = value

    def show_household(self, household: Household, *, is_fixed: bool, can_stay: bool = False) -> None:
        """Show its facts; ``can_stay`` when a move to another village can be taken back."""
        self._edit.setEnabled(not is_fixed)
        self._move.setVisible(not is_fixed)
        self._stay.setVisible(can_stay)
        missing = self.tr("未填")
        texts = {
            "hukou": term(household.hukou.label),
            "land": self.tr("{n} 亩").format(n=mu_text(household.land)) if household.land is not None else "",
            "area": self.tr("{n} 平方米").format(n=household.housing_area)
            if household.housing_area is not None
            else "",
            "structure": household.housing_structure,
            "address": household.address,
            "registered": household.registered_on.isoformat(),
            "note": household.note,
        }
        for name, text in texts.items():
            self._values[name].setText(text or missing)

"""The model of the grid: the rows of a season, of which tier, payer, day and amount can be typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from clerk_app.domain.contribution import Insurance, Payer, PaymentState
from clerk_app.domain.dates import parse_date
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.season import SeasonRow, subsidies
from clerk_app.ui.models.record_table import Column, Index, Kind, Prepared, RecordTable
from clerk_app.ui.pages.contributions.typed import GridRow, masked, payer_word, tier_text
from clerk_app.ui.theme import Tone, current_theme

MARK, TIER, PAYER, PAID_ON, AMOUNT = "household", "tier", "payer", "paid_on", "amount"
SUBSIDY, OWN_PART = "subsidy", "own_part"
EDITABLE: Final = (TIER, PAYER, PAID_ON, AMOUNT)
_PROPOSED: Final = (TIER, PAYER, AMOUNT, SUBSIDY)
_OWING: Final = (PaymentState.UNPAID, PaymentState.PROXY_DUE)


class SeasonTable(RecordTable[GridRow]):
    """``refused(UserError)`` when something typed cannot be; ``typed_changed`` whenever what waits to be recorded changes."""

    refused = Signal(object)
    typed_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        self.is_whole = False
        self.insurance = Insurance.PENSION
        self.has_totals = True
        self.tiers: tuple[Money, ...] = ()
        self._places: dict[PersonId, int] = {}
        super().__init__(self._make_columns(), extra_words=_words, parent=parent)
        self.number_of = {column.name: place for place, column in enumerate(self.columns)}

    def _make_columns(self) -> list[Column[GridRow]]:
        """Return the columns; what matters most comes first and stays in sight where there is little room."""
        return [
            Column(MARK, self.tr("户编号"), lambda row: row.season.row.household_number, width=92),
            Column("name", self.tr("姓名"), lambda row: row.season.row.name, width=72),
            Column(TIER, self.tr("档次"), lambda row: row.tier, Kind.MONEY, width=60),
            Column(PAYER, self.tr("缴费人"), lambda row: row.payers, width=90),
            Column(AMOUNT, self.tr("金额"), lambda row: row.amount, Kind.MONEY, width=88, is_summed=True),
            Column(
                "state", self.tr("状态"), lambda row: row.chip, Kind.CHIP, width=152, sort_by=lambda row: row.urgency
            ),
            Column(SUBSIDY, self.tr("补贴"), lambda row: row.subsidy, Kind.MONEY, width=70, is_summed=True),
            Column(OWN_PART, self.tr("个人应缴"), lambda row: row.own_part, Kind.MONEY, width=86),
            Column(
                "id_number",
                self.tr("公民身份号码"),
                self._number,
                width=168,
                sort_by=lambda row: row.season.row.id_number,
            ),
            Column("age", self.tr("年龄"), lambda row: row.season.age, Kind.NUMBER, width=54),
            Column(PAID_ON, self.tr("缴费日期"), _paid_on, Kind.DATE, width=106),
        ]

    def _number(self, row: GridRow) -> str:
        number = row.season.row.id_number
        return number if self.is_whole else masked(number)

    # rows

    def set_season(self, insurance: Insurance, rows: Prepared[GridRow], tiers: tuple[Money, ...]) -> None:
        """Show a season with what was typed into it."""
        self.insurance = insurance
        self.tiers = tiers
        self._places = {row.season.row.person_id: place for place, row in enumerate(rows.records)}
        self.set_records(rows)
        self.typed_changed.emit()

    def of_person(self, person_id: PersonId) -> GridRow | None:
        """Return a person's row, shown or not."""
        place = self._places.get(person_id)
        return None if place is None else self._records[place]

    def change(self, person_id: PersonId, change: Callable[[GridRow], GridRow]) -> None:
        """Put another row in the place of a person's; filter and order stay as they are until the next reading."""
        row = self.of_person(person_id)
        if row is not None:
            self._put((change(row),))

    def take(self, rows: Sequence[SeasonRow]) -> None:
        """Take rows that were read anew after recording; what was typed into them is done."""
        self._put([GridRow(season=row) for row in rows])

    def _put(self, rows: Sequence[GridRow]) -> None:
        numbers = [self._places.get(row.season.row.person_id) for row in rows]
        places = {place: row for place, row in zip(numbers, rows, strict=True) if place is not None}
        self._replace(places)
        shown = [row for row, place in enumerate(self._order) if place in places]
        if shown:
            self.dataChanged.emit(self.index(shown[0], 0), self.index(shown[-1], len(self.columns) - 1))
        if places:
            self.typed_changed.emit()

    @property
    def waiting(self) -> tuple[GridRow, ...]:
        """The rows with something typed, shown or not, in the village's order."""
        return tuple(row for row in self._records if row.typed is not None and not row.is_waiting)

    def draft(self) -> dict[str, object]:
        """Return what a draft keeps."""
        return {row.season.row.person_id: row.typed.texts() for row in self._records if row.typed is not None}

    def mark(self, rows: Sequence[GridRow]) -> int:
        """Type the usual tier into rows that still owe, or take what was typed away where all have it; return how many changed."""
        if rows and all(row.typed is not None for row in rows):
            changed = [replace(row, typed=None, problem="") for row in rows]
        else:
            owing = [row for row in rows if row.season.state in _OWING and row.typed is None]
            changed = [
                row.with_typed() if row.is_proposed else row.with_typed(tier=row.season.usual_tier) for row in owing
            ]
        self._put(changed)
        return len(changed)

    @property
    def due(self) -> tuple[GridRow, ...]:
        """The rows for which the government pays and nothing is recorded, marked or not, shown or not."""
        return tuple(row for row in self._records if row.season.due is not None and not row.is_waiting)

    def mark_due(self) -> None:
        """Type the government's payment into all rows that have a right to it and nothing typed yet."""
        self._put([row.with_typed() for row in self.due if row.typed is None])

    def totals(self) -> tuple[str, ...]:
        """Return the recorded sums under amounts and subsidies: what is only typed or proposed does not count yet."""
        if not self.has_totals:
            return ()
        sums = {
            AMOUNT: Money(sum([row.season.row.recorded.fen for row in self.shown])).grouped,
            SUBSIDY: subsidies([row.season for row in self.shown]).grouped,
        }
        return tuple(sums.get(column.name, "") for column in self.columns)

    def show_whole(self, *, is_whole: bool) -> None:
        """Show identity numbers whole or masked."""
        self.is_whole = is_whole
        last = self.rowCount() - 1
        if last >= 0:
            place = self.number_of["id_number"]
            self.dataChanged.emit(self.index(0, place), self.index(last, place))

    # Qt's model

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let tier, payer, day and amount be typed, and the row be marked."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        name = self.columns[index.column()].name
        if name == MARK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if name in EDITABLE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return also the mark, the text to edit, and the colour of what is only typed."""
        row = self.record(index.row()) if index.isValid() else None
        if row is None:
            return None
        name = self.columns[index.column()].name
        if role == Qt.ItemDataRole.CheckStateRole and name == MARK:
            return Qt.CheckState.Checked if row.typed is not None else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole and name in EDITABLE:
            return _edit_text(row, name)
        if role == Qt.ItemDataRole.ForegroundRole and row.typed is not None and name in EDITABLE:
            return QColor(current_theme().ink_of(Tone.DUE))
        if role == Qt.ItemDataRole.ForegroundRole and name in _PROPOSED and _is_light(row, name):
            return QColor(current_theme().palette.ink_soft)
        if role == Qt.ItemDataRole.ToolTipRole and name == "state":
            return row.problem or (row.season.not_asked.clause if row.season.not_asked else None)
        if role == Qt.ItemDataRole.DisplayRole and name == TIER:
            return tier_text(row.tier)
        return super().data(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """Return a column's title; what is given toward the medical premium is an aid, not a subsidy."""
        is_subsidy = orientation == Qt.Orientation.Horizontal and section == self.number_of[SUBSIDY]
        if is_subsidy and role == Qt.ItemDataRole.DisplayRole and self.insurance is Insurance.MEDICAL:
            return self.tr("资助")
        return super().headerData(section, orientation, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Take what was typed into a cell, or the mark; a refusal is told and changes nothing."""
        row = self.record(index.row())
        if row is None or row.is_waiting:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            return bool(self.mark((row,)))
        try:
            changes = self.read(row, self.columns[index.column()].name, str(value))
        except UserError as error:
            self.refused.emit(error)
            return False
        if changes:
            self.change(row.season.row.person_id, lambda before: before.with_typed(**changes))
        return True

    def read(self, row: GridRow, name: str, text: str) -> dict[str, object]:
        """Return what a text changes in a row, nothing where it says the same; raises UserError for what cannot be."""
        text = text.strip()
        if text == _edit_text(row, name) and (row.typed is not None or not text or row.whole is not None):
            return {}
        if name == TIER:
            return {"tier": self._tier(text)}
        if name == PAYER:
            return {"payer": _payer(text)}
        if name == PAID_ON:
            return {"paid_on": parse_date(text) if text else None}
        return {"amount": Money.parse(text, field="amount") if text else None}

    def _tier(self, text: str) -> Money | None:
        if not text:
            return None
        tier = Money.parse(text, field="tier")
        if tier not in self.tiers:
            raise UserError(
                "没有 {tier} 元这一档：可选 {tiers}。",
                field="tier", tier=tier_text(tier), tiers="、".join(tier_text(each) for each in self.tiers),
            )  # fmt: skip
        return tier


def _is_light(row: GridRow, name: str) -> bool:
    """Say whether a cell holds a proposal; a subsidy is one until the payment it follows from is recorded."""
    is_recorded = row.season.state in (PaymentState.PAID, PaymentState.PROXIED)
    return not is_recorded if name == SUBSIDY else row.is_proposed


def _payer(text: str) -> Payer:
    for payer in Payer:
        if text in (payer.value, payer.label, payer_word(payer)):
            return payer
    raise UserError("缴费人请从列表里选：个人、政府代缴、集体、其他。", field="payer")


def _edit_text(row: GridRow, name: str) -> str:
    if name == TIER:
        return tier_text(row.tier)
    if name == PAYER:
        proposed = Payer.PROXY if row.is_proposed else Payer.SELF
        return payer_word(row.typed.payer if row.typed is not None else proposed)
    if name == PAID_ON:
        return "" if row.typed is None or row.typed.paid_on is None else row.typed.paid_on.isoformat()
    return "" if row.typed is None or row.typed.amount is None else str(row.typed.amount)


def _paid_on(row: GridRow) -> object:
    if row.typed is not None:
        return row.typed.paid_on
    return max((entry.paid_on for entry in row.season.row.standing), default=None)


def _words(row: GridRow) -> str:
    return f"{row.season.words}\t{row.season.row.id_number}\t{row.season.row.group}"

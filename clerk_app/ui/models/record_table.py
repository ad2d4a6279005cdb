"""A table over frozen records that were read beforehand: it sorts and filters by itself and never asks the database."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clerk_app.domain.money import Money
from clerk_app.domain.money import total as total_of

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
VALUE_ROLE: Final = Qt.ItemDataRole.UserRole
RECORD_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class Kind(StrEnum):
    """What a column holds: how it is aligned, written, sorted and summed."""

    TEXT = "text"
    MONEY = "money"
    DATE = "date"
    NUMBER = "number"
    CHIP = "chip"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column. ``value(record)`` gives a str, Money, date, int or ChipState, or None for an empty cell.

    ``name`` is the key its width is remembered under; ``width`` is at 100 % in pixels; ``stretch`` takes what room is left;
    ``sort_by`` gives another order than the value's; ``is_summed`` puts the total of a money or number column into the totals row.
    """

    name: str
    title: str
    value: Callable[[R], Any]
    kind: Kind = Kind.TEXT
    width: int = 120
    stretch: bool = False
    sort_by: Callable[[R], Any] | None = None
    is_summed: bool = False

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers and money stand right, everything else left."""
        return _RIGHT if self.kind in (Kind.MONEY, Kind.NUMBER) else _LEFT

    def text(self, record: R) -> str:
        """Return what the cell shows."""
        return cell_text(self.value(record))


def cell_text(value: Any) -> str:
    """Write a value as a cell shows it: dates ``2018-06-30``, money ``1,200.50``, None as nothing."""
    if value is None:
        return ""
    if isinstance(value, Money):
        return value.grouped
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def sort_key(value: Any) -> tuple[int, Any]:
    """Return a key by which empty cells come last and mixed cells never clash."""
    if value is None or value == "":
        return (2, "")
    if isinstance(value, Money):
        return (0, value.fen)
    if isinstance(value, bool | int | float):
        return (0, value)
    return (1, cell_text(value))


class RecordTable(QAbstractTableModel, Generic[R]):
    """The model: columns over a tuple of records.

    ``extra_words(record)`` are further words a filter finds, such as pinyin initials; they are not shown.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        extra_words: Callable[[R], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._extra_words = extra_words
        self._records: tuple[R, ...] = ()
        self._words: list[str] | None = None
        self._order: list[int] = []
        self._filter = ""
        self._predicate: Callable[[R], bool] | None = None
        self._sorting: tuple[int, Qt.SortOrder] | None = None

    # reading

    @property
    def records(self) -> tuple[R, ...]:
        """All records, shown or not."""
        return self._records

    @property
    def shown(self) -> tuple[R, ...]:
        """The records that pass the filter, in the order shown."""
        return tuple(self._records[place] for place in self._order)

    def record(self, row: int) -> R | None:
        """Return the record in a shown row, or None outside."""
        return self._records[self._order[row]] if 0 <= row < len(self._order) else None

    def row_of(self, wanted: Callable[[R], bool]) -> int | None:
        """Return the first shown row whose record is wanted."""
        return next((row for row, place in enumerate(self._order) if wanted(self._records[place])), None)

    def totals(self) -> tuple[str, ...]:
        """Return the totals of the shown records, one text a column; empty where nothing is summed."""
        return tuple(self._total(column) if column.is_summed else "" for column in self.columns)

    def _total(self, column: Column[R]) -> str:
        values = [value for place in self._order if (value := column.value(self._records[place])) is not None]
        if column.kind is Kind.MONEY:
            return total_of(values).grouped
        return str(sum(values))

    # changing

    def set_records(self, records: Sequence[R]) -> None:
        """Show other records; filter and order stay."""
        self.beginResetModel()
        self._records = tuple(records)
        self._words = None
        self._arrange()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only records in which each of these words stands somewhere."""
        wanted = _folded(text)
        if wanted != self._filter:
            self.beginResetModel()
            self._filter = wanted
            self._arrange()
            self.endResetModel()

    def set_predicate(self, predicate: Callable[[R], bool] | None) -> None:
        """Show only records this is true of, besides the words; None shows all."""
        self.beginResetModel()
        self._predicate = predicate
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 gives the order the records came in. Equal ones keep their order, empty ones come last."""
        self.layoutAboutToBeChanged.emit()
        before = {place: row for row, place in enumerate(self._order)}
        self._sorting = None if column < 0 else (column, order)
        self._arrange()
        after = {place: row for row, place in enumerate(self._order)}
        place_of_row = {row: place for place, row in before.items()}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(after[place_of_row[index.row()]], index.column()))
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        self._order = list(range(len(self._records)))
        if self._predicate is not None:
            self._order = [place for place in self._order if self._predicate(self._records[place])]
        if self._filter:
            words = self._all_words()
            parts = self._filter.split()
            self._order = [place for place in self._order if all(part in words[place] for part in parts)]
        if self._sorting is not None:
            self._arrange_by(*self._sorting)

    def _arrange_by(self, number: int, order: Qt.SortOrder) -> None:
        column = self.columns[number]
        pick = column.sort_by or column.value
        keys = {place: sort_key(pick(self._records[place])) for place in self._order}
        filled = [place for place in self._order if keys[place][0] != 2]
        empty = [place for place in self._order if keys[place][0] == 2]
        filled.sort(key=keys.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)
        self._order = filled + empty

    def _all_words(self) -> list[str]:
        if self._words is None:
            extra = self._extra_words or (lambda _record: "")
            self._words = [
                _folded("\t".join([*(column.text(record) for column in self.columns), extra(record)]))
                for record in self._records
            ]
        return self._words

    # Qt's model

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, alignment, value or record of a cell."""
        record = self.record(index.row()) if index.isValid() else None
        if record is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if role == VALUE_ROLE:
            return column.value(record)
        return record if role == RECORD_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """Return a column's title."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self.columns[section].alignment if role == Qt.ItemDataRole.TextAlignmentRole else None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()

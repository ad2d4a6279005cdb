"""A table over frozen records that were read beforehand: it sorts and filters by itself and never asks the database."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import itemgetter
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
_EMPTY: Final = (2, "")


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

    ``name`` is the key its width is remembered under; ``width`` is at 100 % in pixels; ``stretch`` takes what room is left, but never
    less than ``least``: the table scrolls sideways then. ``sort_by`` gives another order than the value's; ``is_summed`` puts the total of
    a money or number column into the totals row.
    """

    name: str
    title: str
    value: Callable[[R], Any]
    kind: Kind = Kind.TEXT
    width: int = 120
    stretch: bool = False
    sort_by: Callable[[R], Any] | None = None
    is_summed: bool = False
    least: int = 88

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers and money stand right, everything else left."""
        return _RIGHT if self.kind in (Kind.MONEY, Kind.NUMBER) else _LEFT

    def text(self, record: R) -> str:
        """Return what the cell shows."""
        return cell_text(self.value(record))


def cell_text(value: Any) -> str:
    """Write a value as a cell shows it: dates ``2018-06-30``, money ``1,200.50``, None as nothing."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, Money):
        return value.grouped
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def sort_key(value: Any) -> tuple[int, Any]:
    """Return a key by which empty cells come last and mixed cells never clash."""
    if isinstance(value, str):
        return (1, value) if value else _EMPTY
    if value is None:
        return _EMPTY
    if isinstance(value, Money):
        return (0, value.fen)
    if isinstance(value, int | float):
        return (0, value)
    if isinstance(value, date):
        return (0, value.toordinal())
    return (1, cell_text(value))


@dataclass(frozen=True, slots=True)
class Prepared(Generic[R]):
    """Records with the words a filter finds each by, made in the thread that read them, so that the window's need not."""

    records: tuple[R, ...]
    words: tuple[str, ...]


class RecordTable(QAbstractTableModel, Generic[R]):
    """The model: columns over a tuple of records.

    ``extra_words(record)`` are further words a filter finds, such as pinyin initials; they are not shown. Whoever reads a list that may
    be long hands over ``prepared(records)`` from the database thread; for other records the words are made when a filter first asks.
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
        self._shown: tuple[R, ...] | None = None
        self._sorted: list[int] | None = None
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
        if self._shown is None:
            self._shown = tuple([self._records[place] for place in self._order])
        return self._shown

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
        values = [value for record in self.shown if (value := column.value(record)) is not None]
        if column.kind is Kind.MONEY:
            return total_of(values).grouped
        return str(sum(values))

    # changing

    def prepared(self, records: Sequence[R]) -> Prepared[R]:
        """Return records with their words; it reads nothing of the table that changes, so any thread may call it."""
        found = tuple(records)
        return Prepared(found, tuple([self._words_of(record) for record in found]))

    def set_records(self, records: Sequence[R] | Prepared[R]) -> None:
        """Show other records; filter and order stay."""
        self.beginResetModel()
        if isinstance(records, Prepared):
            self._records, self._words = records.records, list(records.words)
        else:
            self._records, self._words = tuple(records), None
        self._sorted = None
        self._arrange()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only records in which each of these words stands somewhere."""
        self.narrow(text, self._predicate)

    def set_predicate(self, predicate: Callable[[R], bool] | None) -> None:
        """Show only records this is true of, besides the words; None shows all."""
        self.narrow(self._filter, predicate)

    def narrow(self, text: str, predicate: Callable[[R], bool] | None) -> None:
        """Show only records with each of these words of which the predicate is true; nothing happens where neither changed."""
        wanted = _folded(text)
        if (wanted, predicate) != (self._filter, self._predicate):
            self.beginResetModel()
            self._filter, self._predicate = wanted, predicate
            self._arrange()
            self.endResetModel()

    def _replace(self, others: Mapping[int, R]) -> None:
        """Put other records in their places; filter and order stay as they are until the next reading, sorting or filtering."""
        records = list(self._records)
        for place, record in others.items():
            records[place] = record
            if self._words is not None:
                self._words[place] = self._words_of(record)
        self._records = tuple(records)
        self._shown = self._sorted = None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows shown by a column; -1 gives the order they came in. Equal ones keep their order, empty ones come last."""
        sorting = None if column < 0 else (column, order)
        if sorting == self._sorting and self._sorted is not None:  # Qt's views ask twice
            return
        self.layoutAboutToBeChanged.emit()
        before = self._order
        self._sorting = sorting
        self._sorted = self._places_in_order()
        is_shown = set(before)
        self._order = [place for place in self._sorted if place in is_shown]
        self._shown = None
        kept = self.persistentIndexList()
        after = {place: row for row, place in enumerate(self._order)} if kept else {}
        for index in kept:
            self.changePersistentIndex(index, self.index(after[before[index.row()]], index.column()))
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        if self._sorted is None:
            self._sorted = self._places_in_order()
        order = self._sorted
        if self._predicate is not None:
            records, predicate = self._records, self._predicate
            order = [place for place in order if predicate(records[place])]
        if self._filter:
            words = self._all_words()
            for part in self._filter.split():
                order = [place for place in order if part in words[place]]
        self._order = order
        self._shown = None

    def _places_in_order(self) -> list[int]:
        """Return the places of all records as they are sorted: numbers, then words, turned round where wanted, and empty cells last."""
        if self._sorting is None:
            return list(range(len(self._records)))
        number, direction = self._sorting
        column = self.columns[number]
        pick = column.sort_by or column.value
        by_kind: tuple[list[tuple[Any, int]], ...] = ([], [], [])
        for place, record in enumerate(self._records):
            kind, key = sort_key(pick(record))
            by_kind[kind].append((key, place))
        numbers, words, empty = by_kind
        is_turned = direction == Qt.SortOrder.DescendingOrder
        for keyed in (numbers, words):
            keyed.sort(key=itemgetter(0), reverse=is_turned)
        whole = [*words, *numbers, *empty] if is_turned else [*numbers, *words, *empty]
        return [place for _, place in whole]

    def _all_words(self) -> list[str]:
        if self._words is None:
            self._words = [self._words_of(record) for record in self._records]
        return self._words

    def _words_of(self, record: R) -> str:
        cells = [cell_text(column.value(record)) for column in self.columns]
        if self._extra_words is not None:
            cells.append(self._extra_words(record))
        return _folded("\t".join(cells))

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
    return text.casefold().strip() if text.isascii() else unicodedata.normalize("NFKC", text).casefold().strip()

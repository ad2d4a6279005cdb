"""Strict reading of a pack's tables: every key is asked for by name, and a key that nobody asked for is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final, Generic, TypeVar

from clerk_app.domain.money import Money
from clerk_app.errors import UserError

T = TypeVar("T")

_AMOUNT: Final = re.compile(r"\d{1,9}\.\d{2}")
_MISSING: Final = object()


class Table:
    """One table of a pack; ``where`` names it in messages. ``done`` refuses the keys that were not read."""

    __slots__ = ("_data", "_read", "where")

    def __init__(self, data: Mapping[str, object], where: str) -> None:
        self._data = data
        self._read: set[str] = set()
        self.where = where

    def refuse(self, sentence: str, /, **values: str | int | date | Money) -> UserError:
        """Return the error for this place; ``sentence`` says what is wrong and what to do."""
        return UserError("政策包 {problem}", problem=f"{self.where}：{sentence.format(**values)}")

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def value(self, name: str) -> object:
        """Return a raw value, marked as read; raises UserError where it is missing."""
        self._read.add(name)
        found = self._data.get(name, _MISSING)
        if found is _MISSING:
            raise self.refuse("缺少“{name}”，请补上。", name=name)
        return found

    def text(self, name: str) -> str:
        """Return a text that is not empty."""
        found = self.value(name)
        if not isinstance(found, str) or not found.strip():
            raise self.refuse("“{name}”应是不为空的文字。", name=name)
        return found

    def one_of(self, name: str, choices: Iterable[str]) -> str:
        """Return a text that is one of the choices."""
        found = self.text(name)
        if found not in choices:
            raise self.refuse("“{name}”不能是“{found}”。", name=name, found=found[:40])
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, at least one; a single text is a list of one."""
        found = self.value(name)
        items = [found] if isinstance(found, str) else found
        if not isinstance(items, list) or not items:
            raise self.refuse("“{name}”应是文字或文字的列表。", name=name)
        if not all(isinstance(item, str) and item.strip() for item in items):
            raise self.refuse("“{name}”里有空的或不是文字的内容。", name=name)
        return tuple(items)

    def some_of(self, name: str, choices: Iterable[str]) -> tuple[str, ...]:
        """Return a list of texts, each one of the choices."""
        found = self.texts(name)
        strange = [item for item in found if item not in choices]
        if strange:
            raise self.refuse("“{name}”里的“{found}”不认识。", name=name, found=strange[0][:40])
        return found

    def money(self, name: str) -> Money:
        """Return an amount written as text with two decimals; a number is refused, because a float is never exact."""
        return self.as_money(self.value(name), name)

    def moneys(self, name: str) -> tuple[Money, ...]:
        """Return a list of amounts, at least one."""
        found = self.value(name)
        if not isinstance(found, list) or not found:
            raise self.refuse("“{name}”应是金额的列表。", name=name)
        return tuple(self.as_money(item, name) for item in found)

    def as_money(self, found: object, name: str) -> Money:
        """Return one raw value as an amount."""
        if not isinstance(found, str) or not _AMOUNT.fullmatch(found):
            raise self.refuse('“{name}”是金额，要写成带引号、两位小数的文字，如 "200.00"。', name=name)
        return Money.parse(found)

    def whole(self, name: str, low: int, high: int) -> int:
        """Return a whole number between two bounds, both included."""
        found = self.value(name)
        if not isinstance(found, int) or isinstance(found, bool) or not low <= found <= high:
            raise self.refuse("“{name}”应是{low}到{high}之间的整数。", name=name, low=low, high=high)
        return found

    def wholes(self, name: str, low: int, high: int) -> tuple[int, ...]:
        """Return a list of whole numbers, at least one."""
        found = self.value(name)
        if not isinstance(found, list) or not found:
            raise self.refuse("“{name}”应是整数的列表。", name=name)
        return tuple(Table({name: item}, self.where).whole(name, low, high) for item in found)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        found = self.value(name)
        if not isinstance(found, bool):
            raise self.refuse("“{name}”应是 true 或 false。", name=name)
        return found

    def maybe_day(self, name: str) -> date | None:
        """Return a date, or None where the key is missing."""
        if name not in self._data:
            return None
        found = self.value(name)
        if not isinstance(found, date) or isinstance(found, datetime):
            raise self.refuse("“{name}”应是日期，如 2018-01-01，不加引号。", name=name)
        return found

    def table(self, name: str) -> Table:
        """Return an inner table."""
        found = self.value(name)
        if not isinstance(found, dict):
            raise self.refuse("“{name}”应是一张小表。", name=name)
        return Table(found, f"{self.where} {name}")

    def tables(self, name: str) -> tuple[Table, ...]:
        """Return a list of inner tables, at least one."""
        found = self.value(name)
        if not isinstance(found, list) or not found or not all(isinstance(item, dict) for item in found):
            raise self.refuse("“{name}”应是小表的列表。", name=name)
        return tuple(Table(item, f"{self.where} {name}[{index}]") for index, item in enumerate(found))

    def done(self) -> None:
        """Refuse the first key that was not read: a misspelt key must not silently change someone's money."""
        for name in self._data:
            if name not in self._read:
                raise self.refuse("不认识“{name}”，请核对拼写。", name=name[:40])


@dataclass(frozen=True, slots=True)
class Period(Generic[T]):
    """A value from one day to another, both included; None is “no such day is stated”."""

    from_on: date | None
    to_on: date | None
    value: T

    def covers(self, day: date) -> bool:
        """Say whether the value is in force on a day."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)

    def days(self) -> str:
        """Return the days as a short text: ``2018-01-01起``, ``至2020-12-31``, both, or nothing."""
        first = f"{self.from_on}起" if self.from_on else ""
        return first + (f"至{self.to_on}" if self.to_on else "")


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A value's periods, one after the other without gap or overlap."""

    periods: tuple[Period[T], ...]

    @classmethod
    def read(cls, table: Table, value: Callable[[Table], T]) -> Dated[T]:
        """Read ``periods``; raises UserError for a gap, an overlap, or a period that ends before it begins."""
        read = []
        for part in table.tables("periods"):
            period = Period(part.maybe_day("from"), part.maybe_day("to"), value(part))
            part.done()
            if period.from_on and period.to_on and period.to_on < period.from_on:
                raise part.refuse("止日早于起日，请改正。")
            read.append(period)
        for before, after in pairwise(read):
            if before.to_on is None or after.from_on is None or after.from_on <= before.to_on:
                raise table.refuse("各时段有重叠或没有按先后排列，请改正起止日期。")
            if after.from_on != before.to_on + timedelta(days=1):
                raise table.refuse("{day}之后缺了一段，请让各时段首尾相接。", day=before.to_on)
        return cls(tuple(read))

    def on(self, day: date) -> T | None:
        """Return the value in force on a day, or None outside all periods."""
        for period in self.periods:
            if period.covers(day):
                return period.value
        return None

    def texts(self, on: date | None, write: Callable[[T], str]) -> tuple[str, ...]:
        """Return the values in force on a day, or all of them, each with its days."""
        return tuple(
            f"{period.days()} {write(period.value)}".strip()
            for period in self.periods
            if on is None or period.covers(on)
        )

    def why_not(self, day: date) -> str:
        """Say which days the value is in force, for a day on which it is not."""
        first, last = self.periods[0].from_on, self.periods[-1].to_on
        if first is not None and day < first:
            return f"这一条从{first}起执行，所问的是{day}。"
        return f"这一条只执行到{last}，所问的是{day}。"

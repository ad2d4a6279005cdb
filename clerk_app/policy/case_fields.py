"""Reading one JSON value strictly: amounts, dates, codes, lists, objects. An error knows where it stands in the case.

A value comes as ``case_reader`` parses it: an object is a tuple of its pairs, a number the bytes it was written with. So every value
but a list can be a key, and no two different values are equal keys (as 1, 1.0 and true would be): what was read once is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NoReturn

from clerk_app.domain.dates import FIRST_DAY, LAST_DAY
from clerk_app.domain.money import Money
from clerk_app.errors import UserError

Reader = Callable[[object], Any]

_LONGEST_WHOLE: Final = 12
_LONGEST_ID: Final = 100
_LONGEST_NUMBER: Final = 18
_KEPT: Final = 4096
REFUSED: Final = object()
"""Stands for “null is refused” where null could give anything."""


class CaseError(UserError):
    """What is wrong with a case: one of the contract's codes and the place, such as ``persons[0].birth_date``."""

    def __init__(self, code: str, sentence: str, /, path: str = "") -> None:
        super().__init__("{sentence}", sentence=sentence, field=path)
        self.code = code
        self.path = path

    def under(self, place: str) -> CaseError:
        """Put the place where the error was met in front of its path."""
        joint = "" if not self.path or self.path.startswith("[") else "."
        self.path = self.field = f"{place}{joint}{self.path}"
        return self


def refuse(sentence: str, path: str = "") -> NoReturn:
    """Raise the error ``invalid_value``."""
    raise CaseError("invalid_value", sentence, path)


def shown(value: object) -> str:
    """Return a value shortened for a sentence, without anything that could not be printed."""
    if isinstance(value, list | tuple):
        return "列表" if isinstance(value, list) else "对象"
    text = value.decode() if isinstance(value, bytes) else str(value)
    return "".join(char if char.isprintable() else "?" for char in text[:30])


def flag(value: object) -> bool:
    """Read true or false."""
    if value is True or value is False:
        return value
    refuse("这里只能是 true 或 false。")


def amount(value: object) -> Money:
    """Read an amount: text, not negative, at most two decimals."""
    if type(value) is str and value.isascii():
        whole, point, part = value.partition(".")
        if whole.isdigit() and len(whole) <= _LONGEST_WHOLE and (part.isdigit() and len(part) <= 2 if point else True):
            return Money(int(whole + part.ljust(2, "0")))
    refuse(f'“{shown(value)}”不是金额：要写成带引号的文字，不为负，最多两位小数，如 "300.00"。')


def _date(text: str) -> date | None:
    if len(text) != 10 or text[7] != "-":  # other ways of writing a date that Python reads
        return None
    try:
        read = date.fromisoformat(text)
    except ValueError:
        return None
    return read if FIRST_DAY <= read <= LAST_DAY else None


def day(value: object) -> date:
    """Read a date written as ``2018-06-30``, from 1850 to 2199."""
    read = _date(value) if type(value) is str else None
    if read is None:
        refuse(f'“{shown(value)}”不是日期：要写成 "2018-06-30" 这样，在{FIRST_DAY.year}年至{LAST_DAY.year}年之间。')
    return read


def month(value: object) -> date:
    """Read a month written as ``2018-06``; gives its first day."""
    read = _date(f"{value}-01") if type(value) is str else None
    if read is None:
        refuse(f'“{shown(value)}”不是月份：要写成 "2018-06" 这样。')
    return read


def identifier(value: object) -> str:
    """Read an id: any text of 1 to 100 characters that can be printed."""
    if type(value) is not str or not value.strip() or len(value) > _LONGEST_ID or not value.isprintable():
        refuse(f"编号要写成1到{_LONGEST_ID}个字的文字。")
    return value


def whole(low: int, high: int) -> Reader:
    """Return a reader of whole numbers between two bounds, both included."""

    def read(value: object) -> int:
        # A number of thousands of digits would make int() slow or fail; whatever is so long is out of every range anyway.
        written = value if type(value) is bytes and len(value) <= _LONGEST_NUMBER else b""
        number = int(written) if written.removeprefix(b"-").isdigit() else None
        if number is None or not low <= number <= high:
            refuse(f"“{shown(value)}”应是{low}到{high}之间的整数。")
        return number

    return read


def one_of(choices: Iterable[str], code: str = "invalid_value") -> Reader:
    """Return a reader of one of some codes; ``code`` is the error for another text."""
    known = frozenset(choices)
    listed = "、".join(choices)

    def read(value: object) -> str:
        if type(value) is not str:
            refuse(f"“{shown(value)}”应是文字，可以是：{listed}。")
        if value not in known:
            raise CaseError(code, f"“{shown(value)}”不认识，可以是：{listed}。")
        return value

    return read


def maybe(reader: Reader) -> Reader:
    """Return a reader that takes null too."""

    def read(value: object) -> Any:
        return None if value is None else reader(value)

    return read


class Remembered(dict[object, Any]):
    """What a reader has read, by the value as it was written: in a long list the same values come again and again.

    Asked for a value that it has not, it reads it. Once it is full it begins anew, so that it never grows with the list.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def __missing__(self, value: object) -> Any:
        found = self.reader(value)
        if len(self) >= _KEPT:
            self.clear()
        self[value] = found
        return found


def _both(reader: Reader | Remembered) -> tuple[Reader, Reader]:
    """Return the quick way to a value and the one for a value that cannot be a key because a list is in it."""
    return (reader.__getitem__, reader.reader) if isinstance(reader, Remembered) else (reader, reader)


def many(reader: Reader | Remembered, limit: int | None = None) -> Reader:
    """Return a reader of lists; more than ``limit`` items are ``too_large``."""
    quick, afresh = _both(reader)

    def read(value: object) -> tuple[Any, ...]:
        if type(value) is not list:
            refuse("这里应是列表。")
        if limit is not None and len(value) > limit:
            raise CaseError("too_large", f"有{len(value)}项，最多{limit}项，请分开办理。")
        items: list[Any] = []
        try:
            for item in value:
                try:
                    items.append(quick(item))
                except TypeError:
                    items.append(afresh(item))
        except CaseError as error:
            error.under(f"[{len(items)}]")
            raise
        return tuple(items)

    return read


class _Readers(dict[str, tuple[str, Reader, Reader]]):
    """For each key the name it gets and the two ways to read it; another key is an error."""

    def __missing__(self, key: str) -> NoReturn:
        raise CaseError("unknown_field", f"没有“{shown(key)}”这一项，请核对拼写。")


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys of an object, each with its reader; ``required`` has those that must be there, with the names they get."""

    readers: _Readers
    required: tuple[tuple[str, str], ...]

    def read(self, value: object) -> dict[str, Any]:
        """Read an object into arguments; raises CaseError for an unknown, repeated or missing key, or a value its reader refuses."""
        if type(value) is not tuple:
            refuse("这里应是对象（花括号）。")
        readers = self.readers
        found: dict[str, Any] = {}
        key = ""
        try:
            for key, raw in value:
                name, quick, afresh = readers[key]
                try:
                    found[name] = quick(raw)
                except TypeError:
                    found[name] = afresh(raw)
        except CaseError as error:
            error.under(shown(key))
            raise
        if len(found) != len(value):
            raise repeated_key()
        for key, name in self.required:
            if name not in found:
                raise CaseError("missing_field", f"缺少“{key}”，请补上。", key)
        return found

    def into(self, kind: Callable[..., Any], *, or_null: object = REFUSED) -> Reader:
        """Return a reader that makes a value of a kind from an object; ``or_null`` is what null gives, if it may stand."""

        def read(value: object) -> Any:
            if value is None and or_null is not REFUSED:
                return or_null
            return kind(**self.read(value))

        return read


def fields(
    readers: Mapping[str, Reader | Remembered],
    *,
    required: tuple[str, ...] = (),
    renamed: Mapping[str, str] | None = None,
) -> Fields:
    """Return the keys of an object by their readers; ``renamed`` gives a key another name than its own."""
    names = renamed or {}
    return Fields(
        _Readers({key: (names.get(key, key), *_both(reader)) for key, reader in readers.items()}),
        tuple((key, names.get(key, key)) for key in required),
    )


def repeated_key() -> CaseError:
    """Return the error for an object with a key written twice."""
    return CaseError("invalid_json", "同一个对象里有重复的键，请只留一个。")

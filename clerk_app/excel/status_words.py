"""What lists write of hardship and disability in a cell of its own: yes and no, classes of dibao, kind and grade in one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app.domain.codes import DisabilityKind, IdentityKind
from clerk_app.domain.free_text import identity_kinds
from clerk_app.errors import UserError
from clerk_app.excel.cell_date import date_in
from clerk_app.excel.columns import Field
from clerk_app.excel.table import Cell


@dataclass(frozen=True, slots=True)
class Hardship:
    """What a row says of hardship, undated: ``lifted`` when 已脱贫 stands there, with the day if any; ``grade`` is that of the one status
    which has grades; ``unread`` are the words that nobody knows."""

    kinds: tuple[IdentityKind, ...] = ()
    lifted: bool = False
    lifted_on: date | None = None
    grade: int | None = None
    unread: tuple[str, ...] = ()


NO_HARDSHIP: Final = Hardship()
YES: Final = frozenset({"是", "有", "户主", "1", "√", "✓", "Y", "y"})
NONE: Final = frozenset({"无", "否", "-", "/", "—", "没有", "0", "不是", "×", "N", "n"})
YES_OR_NO: Final[Mapping[Field, IdentityKind]] = {
    Field.IS_DIBAO: IdentityKind.DIBAO,
    Field.IS_TEKUN: IdentityKind.TEKUN,
    Field.IS_POOR: IdentityKind.REGISTERED_POOR,
}
"""The columns that ask after one status each."""
_LIFTED: Final = "已脱贫"
_YEAR: Final = re.compile(r"(20\d\d)(?:\.0)?\s*(?:年|年度|年底|年末)?", re.ASCII)
_FIRST_YEAR: Final = 2014
_GRADES: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def status_said(field: Field, text: str) -> str:
    """Return in words what a column like 是否低保 says: by a yes the column's own status, by a no nothing, else what stands there.

    A class alone, as ``B类`` under 低保, is dibao of that class.
    """
    if not text or text in NONE:
        return ""
    label = YES_OR_NO[field].label
    if text in YES:
        return label
    is_class = field is Field.IS_DIBAO and bool(identity_kinds(text).unknown)
    return f"低保{text}" if is_class and not identity_kinds(f"低保{text}").unknown else text


def poverty_said(text: str) -> str:
    """Return what a column like 脱贫属性 or 是否脱贫 says; a no to the question says nothing of somebody who never was poor."""
    if text in NONE:
        return ""
    return _LIFTED if text in YES else text


def poverty_left_on(cell: Cell, today: date) -> date | None:
    """Return the day that a cell like 脱贫年度 says: of a year its last one, or today in this year; None for what is no day or year of it.

    Poor households are registered since 2014.
    """
    year = _YEAR.fullmatch(unicodedata.normalize("NFKC", cell.text).strip())
    try:
        day = min(date(int(year[1]), 12, 31), today) if year else date_in(cell, None)
    except UserError:
        return None
    named = int(year[1]) if year else day.year
    return day if _FIRST_YEAR <= named <= today.year and day <= today else None


def disability_said(kind_text: str, grade_text: str) -> tuple[DisabilityKind | None, int | None]:
    """Return kind and grade of a disability from the two cells that ask for them, as ``肢体`` and ``二级``.

    Both stand in one cell as often, as ``肢体二级`` does, whichever it is.
    """
    kind = _kind(kind_text) or _kind_within(grade_text)
    grade = _grade(grade_text)
    return kind, _grade(kind_text) if grade is None and _kind_within(kind_text) is not None else grade


def _kind(text: str) -> DisabilityKind | None:
    return next((kind for kind in DisabilityKind if _plain(text) == str(kind)), None) or _kind_within(text)


def _kind_within(text: str) -> DisabilityKind | None:
    found = [kind for kind in DisabilityKind if kind.label in _plain(text)]
    return found[0] if len(found) == 1 else None


def _grade(text: str) -> int | None:
    kind = _kind_within(text)
    word = _plain(text) if kind is None else _plain(text).replace(kind.label, "")
    return _GRADES.get(word.replace("残疾", "").removesuffix("残").removesuffix("级"))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())

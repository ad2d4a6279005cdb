"""Ages, months and the clerk's ways of writing a date."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date
from typing import Final

from clerk_app.errors import UserError

_SEPARATED: Final = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_SOLID: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
FIRST_DAY: Final = date(1850, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)


def birthday(birth: date, age: int) -> date:
    """Return the day this age is reached; 29 February gives 28 February in a common year (民法典 第二百零二条)."""
    year = birth.year + age
    return date(year, birth.month, min(birth.day, calendar.monthrange(year, birth.month)[1]))


def age_on(birth: date, on: date) -> int:
    """Return completed years (周岁) on a day; negative before birth."""
    years = on.year - birth.year
    reached = (on.month, on.day) >= (birth.month, birth.day)
    if not reached and (birth.month, birth.day) == (2, 29):
        reached = on >= birthday(birth, years)
    return years if reached else years - 1


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last day where it has no such day."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month0 + 1, min(day.day, calendar.monthrange(year, month0 + 1)[1]))


def parse_date(text: str, *, field: str | None = None) -> date:
    """Read ``2018-06-30``, ``2018.6.30``, ``2018年6月30日`` or ``20180630``; raises UserError for anything else."""
    cleaned = unicodedata.normalize("NFKC", text).strip()
    match = _SEPARATED.fullmatch(cleaned) or _SOLID.fullmatch(cleaned)
    try:
        day = date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise UserError("日期“{text}”看不懂或不存在：请按 2018-06-30 这样填写。", field=field, text=text[:30])
    return day


def iso(day: date | None) -> str | None:
    """Return ``2018-06-30`` or None."""
    return None if day is None else day.isoformat()

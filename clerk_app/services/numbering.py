"""Numbers that the program gives: each laptop of a village counts by itself, so that two of them never give the same one.

The first laptop (seat 1) numbers plainly; the others put their seat before the running number, ``2-0001``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from clerk_app.errors import UserError
from clerk_app.storage import peer, queries

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session


def mark_of(session: Session) -> str:
    """Return what this laptop puts before its running numbers; empty for the first of the village.

    Raises UserError on a laptop that joins a village and has not heard from the county: it would number as the first does.
    """
    seat = peer.own_seat(session)
    if not seat:
        raise UserError("这台电脑还没有收到县里分给它的机号和全村资料：请先报送，把县里的回执导入以后再登记。")
    return "" if seat == 1 else f"{seat}-"


def number_after(last: str | None, mark: str = "") -> str:
    """Return the household number that follows the highest one with this mark, in as many digits; without one, the first."""
    digits = (last or "").removeprefix(mark)
    return mark + str(int(digits or "0") + 1).zfill(len(digits) if digits else 4)


def next_household(session: Session, besides: Collection[str] = ()) -> str:
    """Return the next free household number of this laptop; ``besides`` are numbers that are spoken for as well."""
    mark = mark_of(session)
    known = [queries.last_household_number(session, mark) or "", *besides]
    ours = [number for number in known if number.startswith(mark) and is_plain(number.removeprefix(mark))]
    return number_after(max(ours, key=lambda number: (len(number), number), default=None), mark)


def next_running(prefix: str, numbers: Iterable[str]) -> int:
    """Return the running number that follows those of this laptop among ``numbers``; ``prefix`` is with the laptop's mark."""
    rests = (number.removeprefix(prefix) for number in numbers if number.startswith(prefix))
    return max((int(rest) for rest in rests if is_plain(rest)), default=0) + 1


def is_plain(text: str) -> bool:
    """Say whether a text is made of the ten digits only."""
    return text.isascii() and text.isdigit()

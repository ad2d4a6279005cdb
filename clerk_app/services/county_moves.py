"""Households between villages as the county's officer sees them: without a name, with why one cannot be given to its new village."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clerk_app.domain.transfer import TransferState


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyTransfer:
    """One move for the county's own eyes, without a name: ``days`` since it was recorded, ``people`` how many go.

    ``trouble`` says why the new village cannot have what belongs to it and what to do, or is empty; ``is_sent`` whether it is in that
    village's next answer all the same. ``is_later``: that answer is full, it comes with one after it.
    """

    id: str
    from_code: str
    from_name: str
    to_code: str
    to_name: str
    people: int
    moved_on: date
    state: TransferState
    days: int
    reason: str
    trouble: str = ""
    is_sent: bool = False
    is_later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadTransfer:
    """A move of which this program cannot read even who goes where when; ``trouble`` says so and what to do."""

    id: str
    from_code: str
    from_name: str
    to_code: str
    to_name: str
    trouble: str = "原村的程序比县里的新，县里看不懂这次迁出，没有发给迁入村：请先升级县里的程序，再写回执。"


Move = CountyTransfer | UnreadTransfer

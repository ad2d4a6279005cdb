"""What a person decided about values that two sides had written: a record of its own, so that it travels and every laptop knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from clerk_app.domain.codes import Coded

SettlementId = NewType("SettlementId", str)


class Choice(Coded):
    """How a conflict was settled."""

    KEPT = "kept", "保留现有内容"
    TAKEN = "taken", "改用另一份内容"
    DONE_AGAIN = "done_again", "重新办理"
    LET_GO = "let_go", "不再办理"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """One decision. The id follows from what it is about, so that two laptops that decide the same do it once.

    ``about`` is the table, ``record_id`` the record and ``field`` the field, empty for a whole act; ``sides`` are the ids of the acts
    whose values the person saw, and which are closed by it.
    """

    id: SettlementId
    version: int = 0
    about: str
    record_id: str
    field: str
    sides: tuple[str, ...]
    choice: Choice

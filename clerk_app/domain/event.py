"""What happens in households, as the clerk calls it."""

from __future__ import annotations

from typing import Final

from clerk_app.domain.codes import Coded
from clerk_app.terms import ACT_KINDS


class EventKind(Coded):
    """The kinds of events; each is one act of the journal."""

    BIRTH = "birth", ACT_KINDS["event_birth"]
    DEATH = "death", ACT_KINDS["event_death"]
    MARRIAGE_IN = "marriage_in", ACT_KINDS["event_marriage_in"]
    MARRIAGE_OUT = "marriage_out", ACT_KINDS["event_marriage_out"]
    SPLIT = "split", ACT_KINDS["event_split"]
    MERGE = "merge", ACT_KINDS["event_merge"]
    MOVE = "move", ACT_KINDS["event_move"]
    GROUP = "group", ACT_KINDS["event_group"]
    AWAY = "away", ACT_KINDS["event_away"]
    RETURN = "return", ACT_KINDS["event_return"]
    HEAD = "head", ACT_KINDS["event_head"]
    NUMBER = "number", ACT_KINDS["event_number"]
    ALIVE = "alive", ACT_KINDS["event_alive"]

    @property
    def act_kind(self) -> str:
        """What the journal calls the act."""
        return f"event_{self.value}"

    @property
    def command(self) -> str:
        """What ``clerk event`` calls it."""
        return {EventKind.MARRIAGE_IN: "marry-in", EventKind.MARRIAGE_OUT: "marry-out"}.get(self, self.value)


_WORDS: Final = {
    "死亡 去世 病故 病逝 过世 亡故 身故": EventKind.DEATH,
    "外嫁 出嫁 婚出 嫁出 结婚": EventKind.MARRIAGE_OUT,
    "迁出 外出 务工 服刑 迁走": EventKind.AWAY,
    "分户": EventKind.SPLIT,
    "转入 转到 并入": EventKind.MOVE,
}


def event_meant(reason: str) -> EventKind | None:
    """Return the event that a reason for leaving a household means: it has consequences, and a form of its own; None for any other."""
    return next((kind for words, kind in _WORDS.items() for word in words.split() if word in reason), None)

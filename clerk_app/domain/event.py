"""What happens in households, as the clerk calls it."""

from __future__ import annotations

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

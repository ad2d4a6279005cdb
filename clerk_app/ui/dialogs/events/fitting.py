"""Which events make sense for a household, or for one of its members, and why the others do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.event import EventKind
from clerk_app.domain.household import PersonId
from clerk_app.services.event_desk import Situation

translate = QCoreApplication.translate

GROUPS: Final = (
    (EventKind.BIRTH, EventKind.MARRIAGE_IN, EventKind.RETURN),
    (EventKind.DEATH, EventKind.MARRIAGE_OUT, EventKind.AWAY, EventKind.MOVE),
    (EventKind.HEAD, EventKind.SPLIT, EventKind.MERGE, EventKind.GROUP),
    (EventKind.NUMBER, EventKind.ALIVE),
)
"""Who comes, who leaves, how the household is made up, what was wrong."""
_OF_MEMBER: Final = frozenset(
    {
        EventKind.RETURN, EventKind.DEATH, EventKind.MARRIAGE_OUT, EventKind.AWAY, EventKind.MOVE, EventKind.HEAD,
        EventKind.SPLIT, EventKind.NUMBER, EventKind.ALIVE,
    }
)  # fmt: skip
_OF_CLOSED: Final = frozenset({EventKind.RETURN, EventKind.ALIVE})


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of event with the reason why it cannot be, which is empty where it can."""

    kind: EventKind
    hindrance: str = ""


def choices(situation: Situation, person_id: PersonId | None = None) -> tuple[tuple[Choice, ...], ...]:
    """Return the kinds in groups: all for a household; for a person only those that can be."""
    if person_id is None:
        return tuple(tuple(Choice(kind, _hindrance(kind, situation)) for kind in group) for group in GROUPS)
    fitting = (
        tuple(Choice(kind) for kind in group if kind in _OF_MEMBER and _fits(kind, situation, person_id))
        for group in GROUPS
    )
    return tuple(group for group in fitting if group)


def _fits(kind: EventKind, situation: Situation, person_id: PersonId) -> bool:
    member = situation.member(person_id)
    if kind is EventKind.ALIVE:
        return any(former.person.id == person_id for former in situation.dead)
    if kind is EventKind.RETURN:
        back = [member.person.id for member in situation.away] + [former.person.id for former in situation.gone]
        return person_id in back
    if member is None:
        return False
    return not (kind is EventKind.HEAD and member.membership.is_head) and not _hindrance(kind, situation)


def _hindrance(kind: EventKind, situation: Situation) -> str:
    is_closed = situation.file.household.closed_on is not None
    if kind is EventKind.RETURN and not situation.away and not situation.gone:
        return translate("EventChoices", "没有人外出或离户")
    if kind is EventKind.ALIVE and not situation.dead:
        return translate("EventChoices", "没有登记死亡的人")
    if is_closed and kind not in _OF_CLOSED:
        return translate("EventChoices", "已销户")
    if kind in (EventKind.SPLIT, EventKind.HEAD) and len(situation.members) < 2:
        return translate("EventChoices", "只有一位成员")
    return ""

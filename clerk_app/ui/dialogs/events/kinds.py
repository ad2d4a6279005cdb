"""Which fields each kind of event has."""

from __future__ import annotations

from typing import Final

from clerk_app.domain.event import EventKind
from clerk_app.ui.dialogs.events.births import BirthFields
from clerk_app.ui.dialogs.events.corrections import GroupFields, HeadFields, NumberFields
from clerk_app.ui.dialogs.events.deaths import AliveFields, DeathFields
from clerk_app.ui.dialogs.events.fields import EventFields
from clerk_app.ui.dialogs.events.journeys import AwayFields, ReturnFields
from clerk_app.ui.dialogs.events.marriages import MarriageInFields, MarriageOutFields
from clerk_app.ui.dialogs.events.moves import MergeFields, MoveFields, SplitFields

FIELDS: Final[dict[EventKind, type[EventFields]]] = {
    EventKind.BIRTH: BirthFields,
    EventKind.DEATH: DeathFields,
    EventKind.ALIVE: AliveFields,
    EventKind.MARRIAGE_IN: MarriageInFields,
    EventKind.MARRIAGE_OUT: MarriageOutFields,
    EventKind.SPLIT: SplitFields,
    EventKind.MERGE: MergeFields,
    EventKind.MOVE: MoveFields,
    EventKind.GROUP: GroupFields,
    EventKind.AWAY: AwayFields,
    EventKind.RETURN: ReturnFields,
    EventKind.HEAD: HeadFields,
    EventKind.NUMBER: NumberFields,
}

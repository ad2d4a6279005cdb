"""Events as the clerk thinks of them: each is planned and shown before it is done, and is one act.

``plan`` reads only and says what would follow; ``carry_out`` recomputes the plan in the act's own transaction and writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from clerk_app.domain.event import EventKind
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.relations import successor
from clerk_app.errors import UserError
from clerk_app.services.events import alive, births, corrections, deaths, journeys, marriages, moves
from clerk_app.services.events.draft import Draft
from clerk_app.services.events.family import family_of
from clerk_app.services.events.model import Done, Plan
from clerk_app.services.events.one_head import require_one_head
from clerk_app.services.events.requests import (
    Alive,
    Away,
    Birth,
    Death,
    Group,
    Head,
    MarriageIn,
    MarriageOut,
    Merge,
    Move,
    Number,
    Placed,
    Request,
    Return,
    Split,
)
from clerk_app.services.workspace import Workspace
from clerk_app.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

__all__ = [
    "Alive",
    "Away",
    "Birth",
    "Death",
    "Done",
    "Group",
    "Head",
    "MarriageIn",
    "MarriageOut",
    "Merge",
    "Move",
    "Number",
    "Placed",
    "Plan",
    "Request",
    "Return",
    "Split",
    "carry_out",
    "plan",
    "propose_head",
]

_EVENTS: Final[dict[type[Any], tuple[EventKind, Callable[[Draft, Any], None]]]] = {
    Birth: (EventKind.BIRTH, births.draw_up),
    Death: (EventKind.DEATH, deaths.draw_up),
    Alive: (EventKind.ALIVE, alive.draw_up),
    MarriageIn: (EventKind.MARRIAGE_IN, marriages.marriage_in),
    MarriageOut: (EventKind.MARRIAGE_OUT, marriages.marriage_out),
    Split: (EventKind.SPLIT, moves.split),
    Merge: (EventKind.MERGE, moves.merge),
    Move: (EventKind.MOVE, moves.move),
    Group: (EventKind.GROUP, corrections.group),
    Away: (EventKind.AWAY, journeys.away),
    Return: (EventKind.RETURN, journeys.come_back),
    Head: (EventKind.HEAD, corrections.head),
    Number: (EventKind.NUMBER, corrections.number),
}


def plan(workspace: Workspace, request: Request) -> Plan:
    """Return what an event would do; nothing is written, and what speaks against it stands in the plan's refusals."""
    with workspace.store.reading() as connection:
        return _drawn_up(workspace, UnitOfWork(connection), request).plan()


def carry_out(workspace: Workspace, request: Request, *, seen: str | None = None) -> Done:
    """Carry an event out as one act and return it with the plan it followed.

    ``seen`` is the fingerprint of the plan that the clerk was shown. Raises UserError with the first refusal, or when the plan says
    something else by now; then nothing is written.
    """
    kind, _ = _EVENTS[type(request)]
    with workspace.unit_of_work(kind.act_kind, _reason(request, workspace.today())) as uow:
        draft = _drawn_up(workspace, uow, request)
        planned = draft.plan()
        if planned.refusals:
            raise planned.refusals[0]
        if seen is not None and seen != planned.fingerprint:
            raise UserError("看过以后登记的内容有了变化：请重新看一遍要发生的变动，再确认。")
        uow.subject = draft.household_id
        draft.write()
        return Done(kind=kind, household_id=draft.household_id, person_id=draft.person_id, plan=planned)


def _reason(request: Request, today: date) -> str:
    """Return the act's reason; a change of group has its day nowhere else, for a group stands in the household without days."""
    words = request.reason.strip()
    if not isinstance(request, Group) or request.on == today:
        return words
    return "；".join(filter(None, (f"{request.on} 起", words)))


def _drawn_up(workspace: Workspace, uow: UnitOfWork, request: Request) -> Draft:
    kind, draw_up = _EVENTS[type(request)]
    draft = Draft(workspace, uow, kind)
    try:
        draw_up(draft, request)
        if not draft.is_refused:
            require_one_head(draft)
    except UserError as refusal:
        draft.refuses(refusal)
    return draft


def propose_head(
    workspace: Workspace, household_id: HouseholdId, *, leaving: Collection[PersonId] = ()
) -> PersonId | None:
    """Return who of those who stay would be the next head, by relation and age; None when nobody stays."""
    with workspace.store.reading() as connection:
        draft = Draft(workspace, UnitOfWork(connection), EventKind.HEAD)
        family = family_of(draft, household_id)
    rest = [kin.relative for kin in family.kin if kin.person.id not in leaving and (leaving or not kin.place.is_head)]
    return successor(rest, workspace.today())

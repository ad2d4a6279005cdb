"""Finding the one person that a command names."""

from __future__ import annotations

from clerk_app.domain import resident_id
from clerk_app.domain.household import Membership, Person, PersonId
from clerk_app.errors import UserError
from clerk_app.services.households import household_numbered
from clerk_app.services.workspace import Workspace
from clerk_app.storage import people_queries, queries


def person_named(workspace: Workspace, text: str) -> Person:
    """Return the person with this identity number (now or earlier), temporary number or record id, or ``户编号/姓名`` of a member.

    Raises UserError when there is none, or several members have the name.
    """
    words = text.strip()
    number, slash, name = words.partition("/")
    if slash:
        return _member(workspace, number, name)
    with workspace.store.reading() as connection:
        known = queries.person_with_number(connection, resident_id.spellings(resident_id.tidy(words)))
        wanted = PersonId(words) if known is None else known.person_id
        found = people_queries.person_by_id_or_temporary_number(connection, wanted)
    if found is None:
        raise UserError(
            "没有找到“{text}”：请写身份号码、临时编号，或 户编号/姓名，如 0001/张三。", field="person", text=words[:30]
        )
    return found


def _member(workspace: Workspace, number: str, name: str) -> Person:
    file = household_numbered(workspace, number)
    found = [member.person for member in file.members if member.person.name == name.strip()]
    if len(found) != 1:
        raise UserError(
            "{number} 户现在叫“{name}”的成员有 {count} 位：请改用身份号码。",
            field="person",
            number=file.household.number,
            name=name.strip()[:30],
            count=len(found),
        )
    return found[0]


def place_of(workspace: Workspace, person: Person) -> Membership:
    """Return somebody's place in a household now; raises UserError when there is none."""
    with workspace.store.reading() as connection:
        place = people_queries.place_now(connection, person.id)
    if place is None:
        raise UserError("{name}现在不属于任何一户：不用办离户。", name=person.name)
    return place

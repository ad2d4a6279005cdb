"""What the desk needs around printing: the list of prints, whom a notice can go to, names that paper cannot show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.document import Document
from clerk_app.domain.household import HouseholdId
from clerk_app.services.contributions import why_not_asked
from clerk_app.services.recoveries import recovery
from clerk_app.services.season import WHOLE
from clerk_app.services.workspace import Workspace
from clerk_app.storage import contribution_queries, queries

MOST_LISTED: Final = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A print as the list shows it: for which household, and who printed it, by name."""

    document: Document
    household_number: str
    group: str
    head: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unprintable:
    """A name with the characters of it that no type face for paper has."""

    name: str
    characters: tuple[str, ...]


def list_prints(workspace: Workspace) -> tuple[DocumentRow, ...]:
    """Return the newest prints of the village, up to ``MOST_LISTED``."""
    with workspace.store.reading() as connection:
        documents = queries.documents(connection, limit=MOST_LISTED)
        households = {row.id: row for row in queries.household_rows(connection, with_closed=True)} if documents else {}
        clerks = queries.clerk_names(connection)
    return tuple(
        DocumentRow(
            document=document,
            household_number=households[document.household_id].number,
            group=households[document.household_id].group,
            head=households[document.household_id].head,
            by=clerks.get(document.printed_by, document.printed_by),
        )
        for document in documents
    )


def households_to_notify(
    workspace: Workspace, insurance: Insurance, year: int, group: str | None = None
) -> tuple[HouseholdId, ...]:
    """Return the households of a group (or of all) in which somebody still has to pay for the year, by number.

    Whoever is not asked, has paid, or is paid for by the government needs no notice.
    """
    with workspace.store.reading() as connection:
        people = contribution_queries.contribution_rows(connection, insurance, year)
        living = {person.person_id for person in queries.living_members(connection)}
    return tuple(
        dict.fromkeys(
            row.household_id
            for row in people
            if group in (None, row.group)
            and row.person_id in living
            and row.paid_elsewhere is None
            and why_not_asked(row, insurance, year) is None
            and not any(entry.payer in WHOLE for entry in row.standing)
        )
    )


def unprintable_names(
    workspace: Workspace, household_ids: tuple[HouseholdId, ...], about: str | None = None
) -> tuple[Unprintable, ...]:
    """Return the names in these households, and whose recovery ``about`` is, that paper shows only by a sign and a number."""
    from clerk_app.printing.fonts import missing  # noqa: PLC0415 - loads the faces of paper

    with workspace.store.reading() as connection:
        names = dict.fromkeys(person.name for person in queries.living_members(connection, household_ids))
    if about is not None:
        names[recovery(workspace, about).item.person] = None  # who died is no member any more
    return tuple(Unprintable(name=name, characters=found) for name in names if (found := missing(name)))

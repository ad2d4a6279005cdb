"""The dry run of what the county published: what it would change here. A person sees it before anything is accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from clerk_app.domain.household import Member
from clerk_app.domain.resident_id import spellings
from clerk_app.exchange.publications import ListContent, ListRow, ParametersContent, RegionsContent
from clerk_app.services.policy_change import HouseholdDifference, differences
from clerk_app.services.publication_drafts import DISABILITY
from clerk_app.services.publications import PublicationFile, PublicationRow, county_villages, open_publication
from clerk_app.services.rules import rules_without_and_with
from clerk_app.services.workspace import Workspace
from clerk_app.storage import queries
from clerk_app.storage.members import households_now

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A local value that would change, as text; empty: not set."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """A person on the list, or missing from it, beside the register: ``registered_name`` and ``household_number`` are empty for who
    is not registered here. ``values`` are the list's own columns.
    """

    id_number: str
    name: str
    registered_name: str = ""
    household_number: str = ""
    values: tuple[str, ...] = ()

    @property
    def is_named_otherwise(self) -> bool:
        """Whether the register has another name under this number."""
        return bool(self.registered_name) and self.registered_name != self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMatch:
    """A list beside the register: who is registered here, who is not, and who holds what the list is about without being on it.

    ``is_about`` is the code of the identity, ``disability``, or empty: then nobody can be missing.
    """

    columns: tuple[str, ...]
    is_about: str
    here: tuple[ListedPerson, ...]
    elsewhere: tuple[ListedPerson, ...]
    missing: tuple[ListedPerson, ...]


@dataclass(frozen=True, slots=True)
class RegionChange:
    """A village of the county whose name changes: empty before where it is new, empty after where it is gone."""

    code: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """What a publication would change. ``on`` is the day that was compared: its first day, or today where that has passed.

    ``rules_before`` and ``rules_after`` name the packs with their versions; ``content_sha256`` is what was tried, so that nothing
    else can be accepted on the strength of it.
    """

    row: PublicationRow
    content_sha256: str
    on: date
    rules_before: str = ""
    rules_after: str = ""
    households: tuple[HouseholdDifference, ...] = ()
    values: tuple[ValueChange, ...] = ()
    match: ListMatch | None = None
    regions: tuple[RegionChange, ...] = ()


def try_publication(workspace: Workspace, ref: str, progress: Progress | None = None) -> DryRun:
    """Return what a publication would change; nothing is stored. ``progress`` may raise to cancel.

    A pack or local values: the households whose class or sums differ with it on its first day, or today where that has passed. Raises
    as ``open_publication``.
    """
    file = open_publication(workspace, ref)
    on = max(file.about.from_on, workspace.today())
    tried = DryRun(row=file.row, content_sha256=file.about.content_sha256, on=on)
    match file.content:
        case ListContent() as content:
            return replace(tried, match=_match(workspace, content))
        case RegionsContent() as content:
            return replace(tried, regions=_regions(dict(county_villages(workspace, on)), dict(content.villages)))
        case _:
            return _rules(workspace, file, tried, progress)


def _rules(workspace: Workspace, file: PublicationFile, tried: DryRun, progress: Progress | None) -> DryRun:
    before, after = rules_without_and_with(workspace, file.about, tried.on)
    values: tuple[ValueChange, ...] = ()
    if isinstance(file.content, ParametersContent):
        values = tuple(
            ValueChange(name, before.local.get(name, ""), text)
            for name, text in file.content.values.items()
            if before.local.get(name, "") != text
        )
    return replace(
        tried,
        rules_before=f"{before.pack.title} {before.pack.version}",
        rules_after=f"{after.pack.title} {after.pack.version}",
        households=differences(workspace, before, after, progress),
        values=values,
    )


def _match(workspace: Workspace, content: ListContent) -> ListMatch:
    with workspace.store.reading() as connection:
        households = households_now(connection)
        numbers = {row.id: row.number for row in queries.household_rows(connection)}
    here: dict[str, tuple[Member, str]] = {}
    for household_id, members in households.items():
        for member in members:
            for number in filter(None, (member.person.id_number, member.person.former_id_number)):
                here |= dict.fromkeys(spellings(number), (member, numbers.get(household_id, "")))
    listed = [_listed(row, here) for row in content.rows]
    on_list = {here[row.id_number][0].person.id for row in content.rows if row.id_number in here}
    missing = [
        ListedPerson(
            id_number=member.person.id_number or "",
            name=member.person.name,
            registered_name=member.person.name,
            household_number=numbers.get(household_id, ""),
        )
        for household_id, members in households.items()
        for member in members
        if member.person.id not in on_list and _holds(member, content.identity, workspace.today())
    ]
    return ListMatch(
        columns=content.columns,
        is_about=content.identity,
        here=tuple(each for each in listed if each.registered_name),
        elsewhere=tuple(each for each in listed if not each.registered_name),
        missing=tuple(sorted(missing, key=lambda each: (each.household_number, each.id_number))),
    )


def _listed(row: ListRow, here: Mapping[str, tuple[Member, str]]) -> ListedPerson:
    known = here.get(row.id_number)
    return ListedPerson(
        id_number=row.id_number,
        name=row.name,
        registered_name="" if known is None else known[0].person.name,
        household_number="" if known is None else known[1],
        values=row.values,
    )


def _holds(member: Member, about: str, day: date) -> bool:
    if about == DISABILITY:
        return member.person.disability_grade is not None
    return any(identity.kind.value == about and identity.held_on(day) for identity in member.identities)


def _regions(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[RegionChange, ...]:
    return tuple(
        RegionChange(code, before.get(code, ""), after.get(code, ""))
        for code in sorted({*before, *after})
        if before.get(code) != after.get(code)
    )

"""The hardship statuses that a list gives to people on file without them: told of before, recorded with the import, and told apart after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from clerk_app.domain.codes import GRADED_IDENTITIES, IdentityKind, shut_out
from clerk_app.domain.household import HouseholdId, Identity, IdentityId, PersonId
from clerk_app.errors import UserError
from clerk_app.services.households import new_identity
from clerk_app.storage import import_store
from clerk_app.storage.unit_of_work import Batch, UnitOfWork, new_id

if TYPE_CHECKING:
    from clerk_app.excel.status_words import Hardship
    from clerk_app.storage.import_store import OnFile
    from clerk_app.storage.peer import Session

GIVEN: Final = "import_status"
TAKEN_BACK: Final = "undo_import_status"
"""The kinds of act that give statuses with an import and take them back with it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a row of a list says of somebody on file; ``household`` is the number of the household now, empty for none."""

    row: int
    person_id: str
    hardship: Hardship
    household: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStatus:
    """A status that a row gives to somebody on file without it; it has no id yet. ``household`` is the household's number."""

    row: int
    name: str
    household_id: HouseholdId
    household: str
    status: Identity

    @property
    def words(self) -> str:
        """The status as a clerk reads it, with its grade or when poverty was left."""
        return status_words(self.status)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a list gives to people on file, and by the row what is to be said of it; ``to_check`` are the rows that a clerk should look at."""

    statuses: tuple[ListedStatus, ...] = ()
    remarks: dict[int, str] = field(default_factory=dict)
    to_check: set[int] = field(default_factory=set)


def status_words(status: Identity) -> str:
    """Return a status in words, with its grade or when poverty was left."""
    if status.grade is not None:
        return f"{status.kind.label}（{status.grade} 级）"
    return status.kind.label if status.lifted_on is None else f"{status.kind.label}（{status.lifted_on} 脱贫）"


def dated_statuses(said: Hardship, birth_on: date, day: date, origin: str) -> tuple[Identity, ...]:
    """Return the statuses of a row as they would be recorded; ``origin`` says in words where they come from.

    A list names statuses without dates: they count from the day they were taken in, and say so. Who has left poverty was poor until the
    day that is named, so that the rules which ask for it do not count from today.
    """
    left = day if said.lifted_on is None else max(said.lifted_on, birth_on)
    told = "日期待核" if said.lifted_on is None else f"按 {said.lifted_on.year} 年，日期待核"
    source = f"{origin}，起日待核" + (f"；名册写明已脱贫，{told}" if said.lifted else "")
    return tuple(
        new_identity(kind, min(day, left), source=source, lifted_on=left)
        if said.lifted and kind is IdentityKind.REGISTERED_POOR
        else new_identity(kind, day, source=source, grade=said.grade if kind in GRADED_IDENTITIES else None)
        for kind in said.kinds
    )


# before the import


def compare_statuses(session: Session, said: Sequence[Said], day: date, origin: str) -> Compared:
    """Return which statuses people on file would get from a list, each once, and what is to be said of the others.

    Nobody gets a status that was recorded for them before, be it ended since: whether it holds again is for a clerk to say.
    """
    telling = [one for one in said if one.hardship.kinds or one.hardship.unread]
    people = import_store.people_on_file(session, [one.person_id for one in telling])
    compared = Compared()
    statuses: list[ListedStatus] = []
    given: set[tuple[str, IdentityKind]] = set()
    for one in telling:
        on_file = people[one.person_id]
        found = dated_statuses(one.hardship, on_file.person.birth_on, day, origin)
        fresh = [status for status in found if (one.person_id, status.kind) not in given]
        lacking = [status for status in fresh if all(known.kind is not status.kind for known in on_file.statuses)]
        clashing = [status for status in lacking if _clashes(status, (*on_file.statuses, *lacking))]
        lacking = [status for status in lacking if status not in clashing]
        refusal = _why_none(on_file)
        words = "、".join(map(status_words, lacking))
        remarks = list(_remarks(one.hardship, on_file, day))
        if lacking and refusal:
            remarks.append(f"名单上的“{words}”没有补登：{refusal}。")
        remarks += [f"“{status.kind.label}”没有补登：低保和特困不能同时享受，请核对是哪一样。" for status in clashing]
        if remarks:
            compared.to_check.add(one.row)
        if lacking and not refusal:
            remarks.insert(0, f"名单上的“{words}”名册里没有，导入时补登。")
            statuses += [_listed(one.row, on_file, status) for status in lacking]
            given |= {(one.person_id, status.kind) for status in lacking}
        compared.remarks[one.row] = "".join(remarks)
    return replace(compared, statuses=tuple(statuses))


def _clashes(status: Identity, others: Iterable[Identity]) -> bool:
    return any(
        shut_out(status.kind, other.kind) and (other.to_on is None or other.to_on >= status.from_on) for other in others
    )


def _why_none(on_file: OnFile) -> str:
    """Return why somebody can get no status from a list, or nothing."""
    if on_file.person.died_on is not None:
        return f"这个人已登记死亡（{on_file.person.died_on}）"
    return "" if on_file.household_id else "这个人已离户"


def _listed(row: int, on_file: OnFile, status: Identity) -> ListedStatus:
    return ListedStatus(
        row=row,
        name=on_file.person.name,
        household_id=HouseholdId(on_file.household_id),
        household=on_file.household,
        status=replace(status, person_id=on_file.person.id),
    )


def _remarks(hardship: Hardship, on_file: OnFile, day: date) -> Iterator[str]:
    """Yield what a list says otherwise than the register, about statuses that are recorded, and its words that nobody knows."""
    for kind in hardship.kinds:
        known = [status for status in on_file.statuses if status.kind is kind]
        held = [status for status in known if status.held_on(day)]
        if known and not held:
            last = known[-1]
            span = f"{last.from_on} 起" if last.to_on is None else f"{last.from_on} 到 {last.to_on}"
            yield f"“{kind.label}”名册里登记的是 {span}，没有补登：现在还有的，请在这个人的困难身份里登记。"
        lifted = hardship.lifted and kind is IdentityKind.REGISTERED_POOR
        if lifted and held and held[-1].lifted_on is None:
            year = "" if hardship.lifted_on is None else f"（{hardship.lifted_on.year} 年）"
            yield f"名单写明已脱贫{year}，名册里没有标注：核对后请在这个人的困难身份里标注。"
    for word in hardship.unread:
        yield f"困难身份“{word[:20]}”不认识，没有登记。"


# with the import


def give_statuses(batch: Batch, statuses: Iterable[ListedStatus]) -> tuple[IdentityId, ...]:
    """Record statuses as they were shown, an act a household; returns their ids.

    Raises UserError when somebody got the status, moved or died since it was looked at.
    """
    by_household: dict[HouseholdId, list[ListedStatus]] = {}
    for one in statuses:
        by_household.setdefault(one.household_id, []).append(one)
    ids = sorted({str(one.status.person_id) for some in by_household.values() for one in some})
    people = import_store.people_on_file(batch.connection, ids)
    given: list[IdentityId] = []
    for household_id, some in by_household.items():
        with batch.act(GIVEN) as uow:
            uow.subject = household_id
            for one in some:
                _require_as_shown(one, people[one.status.person_id])
            new = [replace(one.status, id=IdentityId(new_id())) for one in some]
            uow.identities.add_all(new)
            given += [status.id for status in new]
    return tuple(given)


def _require_as_shown(one: ListedStatus, on_file: OnFile) -> None:
    recorded = any(known.kind is one.status.kind for known in on_file.statuses)
    if recorded or on_file.household_id != one.household_id or on_file.person.died_on is not None:
        raise UserError(
            "第 {row} 行的{name}，登记刚刚改动过，整次没有导入：请重新选这份名单，看过预览再导入。",
            row=one.row,
            name=one.name,
        )


# after the import


@dataclass(frozen=True, slots=True)
class GivenStatus:
    """A status that came with an import, and whose it is."""

    name: str
    status: Identity

    @property
    def words(self) -> str:
        """Whose and which, as a clerk reads it."""
        return f"{self.name}的{status_words(self.status)}"


@dataclass(frozen=True, slots=True)
class Given:
    """The statuses that came with an import and stand: as they came, or changed since by hand or by an event."""

    as_they_came: tuple[GivenStatus, ...]
    changed: tuple[GivenStatus, ...]


def given_by(uow: UnitOfWork, import_id: str) -> Given:
    """Return the statuses of an import that stand."""
    found = uow.identities.find_among("id", import_store.statuses_of(uow.connection, import_id))
    standing = [status for status in found if status.withdrawn_on is None]
    people = {person.id: person for person in uow.people.find_among("id", sorted({one.person_id for one in standing}))}
    told = [GivenStatus(people[status.person_id].name, status) for status in standing]
    return Given(
        tuple(one for one in told if one.status.version == 1), tuple(one for one in told if one.status.version > 1)
    )


def take_back_statuses(batch: Batch, given: Sequence[GivenStatus], reason: str, today: date) -> tuple[IdentityId, ...]:
    """Take statuses back as if they had never been recorded, an act a household; returns their ids."""
    ids = sorted({str(one.status.person_id) for one in given})
    people = import_store.people_on_file(batch.connection, ids)
    by_subject: dict[str, list[Identity]] = {}
    for one in given:
        person_id: PersonId = one.status.person_id
        by_subject.setdefault(people[person_id].household_id or person_id, []).append(one.status)
    for subject, some in by_subject.items():
        with batch.act(TAKEN_BACK, reason) as uow:
            uow.subject = subject
            uow.identities.save_all([(status, withdrawn(status, today)) for status in some])
    return tuple(one.status.id for one in given)


def withdrawn(status: Identity, today: date) -> Identity:
    """Return a status as one that should never have been recorded."""
    return replace(status, to_on=status.from_on, withdrawn_on=today)

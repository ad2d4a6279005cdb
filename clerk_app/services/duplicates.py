"""People who may be registered twice: found with the reason, kept apart or merged by a person, never by the program (T4)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from clerk_app.domain.contribution import Contribution
from clerk_app.domain.dibao import Stage
from clerk_app.domain.former import FormerNumber, FormerNumberId
from clerk_app.domain.household import Identity, Person, PersonId
from clerk_app.domain.reversal import standing
from clerk_app.domain.same_person import Likeness, Pair, PairId, Verdict, likenesses
from clerk_app.errors import UserError
from clerk_app.services.households import temporary_number
from clerk_app.services.workspace import Workspace
from clerk_app.storage import pair_queries
from clerk_app.storage.pair_queries import Placed
from clerk_app.storage.unit_of_work import new_id

if TYPE_CHECKING:
    from clerk_app.storage.repositories import Repository
    from clerk_app.storage.unit_of_work import UnitOfWork

_NOT_FILLED: Final = frozenset({"id", "version", "name", "id_number", "temporary_number", "birth_on", "sex", "died_on"})
_EMPTY: Final = (None, "", False)
_CLOSED: Final = (Stage.REFUSED, Stage.ENDED)
_REASON: Final = "重复登记，已合并"


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two records that may be one person, and why."""

    first: Placed
    second: Placed
    likenesses: tuple[Likeness, ...]


def likely_duplicates(workspace: Workspace) -> tuple[DoubtfulPair, ...]:
    """Return the pairs nobody has decided about; two dead people are left in peace."""
    with workspace.store.reading() as connection:
        pairs = []
        for first, second in pair_queries.people_alike(connection):
            why = likenesses(first, second)
            if why and (first.died_on is None or second.died_on is None):
                at = partial(pair_queries.placed, connection)
                pairs.append(DoubtfulPair(at(first), at(second), why))
    return tuple(pairs)


def keep_apart(workspace: Workspace, first: PersonId, second: PersonId, reason: str) -> None:
    """Note that two records are two people, so that nobody is asked again; raises UserError without a reason."""
    if not reason.strip():
        raise UserError("请写明怎样确认不是同一人，例如“见过两人身份证”。", field="reason")
    with workspace.unit_of_work("keep_apart", reason.strip()) as uow:
        _require_two(uow, first, second)
        uow.subject = _home(uow, first) or first
        uow.pairs.add(_decided(workspace, first, second, Verdict.APART, reason))


def merge_people(workspace: Workspace, kept_id: PersonId, other_id: PersonId, reason: str) -> Person:
    """Let one record go on and the other stay in the history only; returns the one that goes on.

    What the kept one lacks is filled from the other; places, statuses, payments and numbers go over to it. Raises UserError when
    the other one is head over others, when one is dead and one alive, when nothing tells that they are one person, when both paid
    for the same year, or when a case would lose its household.
    """
    if not reason.strip():
        raise UserError("请写明怎样确认是同一人，例如“本人到场核对户口簿”。", field="reason")
    with workspace.unit_of_work("merge_people", reason.strip()) as uow:
        _require_two(uow, kept_id, other_id)
        kept, other = uow.people.get(kept_id), uow.people.get(other_id)
        if (kept.died_on is None) != (other.died_on is None):
            raise UserError("一条登记为去世、另一条在世：请先核对并更正死亡登记，再合并。")
        _require_alike(kept, other)
        _require_no_double_payment(uow, kept_id, other_id)
        _leave_one_place(uow, workspace, kept_id, other_id)
        uow.subject = _home(uow, kept_id) or kept_id
        _hand_over(uow, workspace, kept_id, other_id)
        uow.people.save(replace(other, id_number=None, temporary_number=temporary_number(uow)))
        merged = uow.people.save(_filled(kept, other))
        _keep_numbers(uow, workspace, merged, (kept, other))
        uow.pairs.add(_decided(workspace, kept_id, other_id, Verdict.SAME, reason))
    return merged


def _require_two(uow: UnitOfWork, first: PersonId, second: PersonId) -> None:
    if first == second:
        raise UserError("这是同一条记录：请选两条不同的记录。")
    for one, other in ((first, second), (second, first)):
        uow.people.get(one)
        if uow.pairs.first(other_id=one, verdict=Verdict.SAME.value) is not None:
            raise UserError("其中一条记录已经合并过了：请刷新列表后重试。")
        if uow.pairs.first(kept_id=one, other_id=other) is not None:
            raise UserError("这两条记录已经确认不是同一人：如果弄错了，请先核对原来写的理由。")


def _require_alike(kept: Person, other: Person) -> None:
    """Raise UserError for two who cannot be one person as registered, as man and wife: a merging cannot be taken back."""
    if kept.sex is not other.sex:
        raise UserError("两条记录的性别不同，不会是同一人：登记错了的请先更正，再合并。")
    if kept.name != other.name and kept.birth_on != other.birth_on:
        raise UserError("两条记录的姓名和出生日期都不同，看不出是同一人：登记错了的请先更正，再合并。")


def _decided(workspace: Workspace, kept: PersonId, other: PersonId, verdict: Verdict, reason: str) -> Pair:
    return Pair(
        id=PairId(new_id()),
        kept_id=kept,
        other_id=other,
        verdict=verdict,
        decided_on=workspace.today(),
        reason=reason.strip(),
    )


def _home(uow: UnitOfWork, person: PersonId) -> str:
    place = uow.memberships.first(person_id=person, to_on=None)
    return "" if place is None else place.household_id


def _standing_years(payments: tuple[Contribution, ...]) -> Counter[tuple[str, int]]:
    return Counter((payment.insurance.label, payment.year) for payment in standing(payments))


def _require_no_double_payment(uow: UnitOfWork, kept: PersonId, other: PersonId) -> None:
    ours, theirs = (_standing_years(uow.contributions.find(person_id=each)) for each in (kept, other))
    both = sorted(ours.keys() & theirs.keys())
    if both:
        insurance, year = both[0]
        raise UserError(
            "两条记录都登记了 {year} 年{insurance}缴费：请先冲销多出来的一笔，再合并。", year=year, insurance=insurance
        )


def _leave_one_place(uow: UnitOfWork, workspace: Workspace, kept: PersonId, other: PersonId) -> None:
    """End the other's place where both have one; where only the other has one, it goes over with the rest."""
    place = uow.memberships.first(person_id=other, to_on=None)
    if place is None or uow.memberships.first(person_id=kept, to_on=None) is None:
        return
    left = [each for each in uow.memberships.find(household_id=place.household_id, to_on=None) if each.id != place.id]
    if place.is_head and left:
        raise UserError("要合并掉的一条是户主，户里还有 {count} 人：请先变更那一户的户主。", count=len(left))
    if not left and any(case.stage not in _CLOSED for case in uow.dibao_cases.find(household_id=place.household_id)):
        raise UserError("合并后那一户就没有人了，可是低保还在办：请先办结那一户的低保。")
    today = max(workspace.today(), place.from_on)
    uow.memberships.save(replace(place, to_on=today, end_reason=_REASON))
    if not left:
        household = uow.households.get(place.household_id)
        uow.households.save(replace(household, closed_on=today, close_reason=_REASON))


def _hand_over(uow: UnitOfWork, workspace: Workspace, kept: PersonId, other: PersonId) -> None:
    """Let what refers to the other refer to the kept one; ended places and doubled statuses stay where they are."""
    left = max((place.to_on for place in uow.memberships.find(person_id=kept) if place.to_on is not None), default=None)
    for place in uow.memberships.find(
        person_id=other, to_on=None
    ):  # one household a day: it goes on where the kept one's ended
        from_on = place.from_on if left is None else max(place.from_on, left + timedelta(days=1))
        uow.memberships.save(replace(place, person_id=kept, from_on=from_on))
    ours = uow.identities.find(person_id=kept)
    _move(uow.identities, [one for one in uow.identities.find(person_id=other) if not _held_already(one, ours)], kept)
    for identity in uow.identities.find(person_id=other):
        if identity.to_on is None:
            uow.identities.save(replace(identity, to_on=max(workspace.today(), identity.from_on)))
    for repository in cast(
        "tuple[Repository[Any], ...]",
        (uow.contributions, uow.income_items, uow.absences, uow.follow_ups, uow.former_numbers, uow.bank_accounts),
    ):
        _move(repository, repository.find(person_id=other), kept)
    for repository in cast("tuple[Repository[Any], ...]", (uow.attachments, uow.earlier_contributions)):
        _move(repository, repository.find(person_id=other), kept)


def _keep_numbers(uow: UnitOfWork, workspace: Workspace, merged: Person, before: tuple[Person, Person]) -> None:
    """Keep every number that either record was known by and that the merged one no longer has, so that old papers still lead to it."""
    numbers = [number for each in before for number in (each.id_number, each.temporary_number)]
    for number in numbers:
        if number is not None and number not in (merged.id_number, merged.temporary_number):
            uow.former_numbers.add(
                FormerNumber(
                    id=FormerNumberId(new_id()),
                    person_id=merged.id,
                    number=number,
                    to_on=workspace.today(),
                    reason=_REASON,
                )
            )


def _move(repository: Repository[Any], found: Any, kept: PersonId) -> None:
    for record in found:
        repository.save(replace(record, person_id=kept))


def _held_already(identity: Identity, ours: tuple[Identity, ...]) -> bool:
    return any(own.kind is identity.kind and own.held_on(identity.from_on) for own in ours)


def _filled(kept: Person, other: Person) -> Person:
    """Return the kept record with what it lacks taken from the other, whose number becomes its older one."""
    lacking = {
        field.name: getattr(other, field.name)
        for field in fields(kept)
        if field.name not in _NOT_FILLED and getattr(kept, field.name) in _EMPTY
    }
    lacking["former_id_number"] = kept.former_id_number or other.id_number or other.former_id_number
    if kept.id_number is None and other.id_number is not None:
        lacking |= {"id_number": other.id_number, "temporary_number": None, "former_id_number": kept.former_id_number}
    return replace(kept, **lacking)

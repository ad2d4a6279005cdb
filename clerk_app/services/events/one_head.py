"""One head on every day: an event that would leave people in a household without one, or with two, is refused with the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clerk_app.domain.codes import HEAD
from clerk_app.domain.former import FormerRelation
from clerk_app.domain.household import HouseholdId, Membership, MembershipId
from clerk_app.errors import UserError
from clerk_app.services.events.draft import Draft

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Book:
    """Who belonged to a household when, with the relations of before by the place."""

    places: tuple[Membership, ...]
    former: Mapping[MembershipId, Sequence[FormerRelation]]

    def turning_days(self) -> list[date]:
        """Return the days from which something else may hold."""
        began = {place.from_on for place in self.places}
        ended = {place.to_on + _ONE_DAY for place in self.places if place.to_on is not None}
        return sorted(began | ended | {each.to_on + _ONE_DAY for some in self.former.values() for each in some})

    def there(self, day: date) -> list[Membership]:
        """Return who belonged to the household on a day."""
        return [place for place in self.places if place.held_on(day)]

    def heads(self, day: date) -> list[Membership]:
        """Return who was head on a day."""
        return [place for place in self.there(day) if self._relation(place, day) == HEAD]

    def _relation(self, place: Membership, day: date) -> str:
        later = [each for each in self.former.get(place.id, ()) if each.to_on >= day]
        return min(later, key=lambda each: each.to_on).relation if later else place.relation

    def is_in_order(self, day: date) -> bool:
        """Whether nobody was there, or one head was."""
        return not self.there(day) or len(self.heads(day)) == 1


def require_one_head(draft: Draft) -> None:
    """Refuse what would leave a household without one head on a day on which it had one; what was amiss before stays as it is."""
    touched: dict[HouseholdId, None] = {place.household_id: None for place in draft.touched("memberships")}
    for household_id in touched:
        stored = draft.uow.memberships.find(household_id=household_id)
        before = _book(draft, stored, ())
        came = tuple(place for place in draft.added("memberships") if place.household_id == household_id)
        after = _book(
            draft,
            tuple(draft.planned("memberships", place) for place in stored) + came,
            draft.added("former_relations"),
        )
        for day in after.turning_days():
            if not after.is_in_order(day) and before.is_in_order(day):
                draft.refuses(_refusal(draft, household_id, after, day))
                break


def _book(draft: Draft, places: Iterable[Membership], new: Sequence[FormerRelation]) -> _Book:
    held = tuple(places)
    former = {
        place.id: (
            *draft.uow.former_relations.find(membership_id=place.id),
            *(each for each in new if each.membership_id == place.id),
        )
        for place in held
    }
    return _Book(held, former)


def _refusal(draft: Draft, household_id: HouseholdId, book: _Book, day: date) -> UserError:
    heads = book.heads(day)
    number = draft.household(household_id).number
    if heads:
        return UserError(
            "{number} 户 {day} 会有 {count} 位户主（{names}）：请换一个日期，或先核对他们入户、离户的日期。",
            field="on",
            number=number,
            day=day,
            count=len(heads),
            names=_names(draft, heads),
        )
    return UserError(
        "{number} 户 {day} 有{names}在户，却没有户主：请换一个日期，或先核对这一户成员入户、离户的日期。",
        field="on",
        number=number,
        day=day,
        names=_names(draft, book.there(day)),
    )


def _names(draft: Draft, places: Sequence[Membership]) -> str:
    return "、".join(draft.person(place.person_id).name for place in places)

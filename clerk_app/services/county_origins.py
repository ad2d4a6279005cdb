"""Who somebody is in the villages he or she came from: by the moves between villages, and by the identity number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clerk_app.storage.county import Session
from clerk_app.storage.county_earlier import Arrival, Known, Resident, arrivals, known_as


class Origins:
    """The people of a village in the villages they came from, one move after the other, each village looked at once."""

    def __init__(self, session: Session, village: str) -> None:
        self._session, self._village = session, village
        self._came: dict[str, dict[str, set[Resident]]] = {}

    @property
    def people(self) -> frozenset[str]:
        """Everybody who came by a move, by their ids here."""
        return frozenset(self._of(self._village))

    def of(self, person: str) -> frozenset[Resident]:
        """Return who this person was in the villages before; nobody in this village itself, to which somebody may come back."""
        found: set[Resident] = set()
        looked = [Resident(self._village, person)]
        while looked:
            one = looked.pop()
            fresh = {other for other in self._of(one.village).get(one.person, ()) if other.village != self._village}
            looked += sorted(fresh - found)
            found |= fresh
        return frozenset(found)

    def _of(self, village: str) -> dict[str, set[Resident]]:
        if village not in self._came:
            self._came[village] = self._paired(village)
        return self._came[village]

    def _paired(self, village: str) -> dict[str, set[Resident]]:
        moves = arrivals(self._session, village)
        if not moves:
            return {}
        known = known_as(self._session, {one for move in moves for one in _both(move, village)})
        found: dict[str, set[Resident]] = {}
        for move in moves:
            here = {person: known[one] for person in move.people if (one := Resident(village, person)) in known}
            left = {person: known[one] for person in move.left if (one := Resident(move.from_code, person)) in known}
            found |= {person: set() for person in here if person not in found}
            for person, other in pairs(here, left):
                found[person].add(Resident(move.from_code, other))
        return found


def _both(move: Arrival, village: str) -> Iterator[Resident]:
    yield from (Resident(village, person) for person in move.people)
    yield from (Resident(move.from_code, person) for person in move.left)


def pairs(here: Mapping[str, Known], left: Mapping[str, Known]) -> Iterator[tuple[str, str]]:
    """Give who is who of those who moved together: by number, else by name, sex and day of birth, else who alone is left over.

    Two with different numbers are not taken for one: somebody must have corrected one of them, and knows.
    """
    open_here, open_left = dict(here), dict(left)
    for person, one in here.items():
        same = [other for other, there in open_left.items() if one.number and there.number == one.number]
        same = same or _alike(one, open_left.items())
        if len(same) == 1:
            yield person, same[0]
            del open_here[person], open_left[same[0]]
    if len(open_here) == len(open_left) == 1:
        ((person, one),), ((other, there),) = open_here.items(), open_left.items()
        if not (one.number and there.number):
            yield person, other


def _alike(one: Known, others: Iterable[tuple[str, Known]]) -> list[str]:
    about = (one.name, one.sex, one.birth_on)
    return [
        other
        for other, there in others
        if (there.name, there.sex, there.birth_on) == about and not (one.number and there.number)
    ]

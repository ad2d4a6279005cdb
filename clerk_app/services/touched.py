"""Whose records acts have changed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from clerk_app.domain.act import Act
from clerk_app.storage.shapes import ZERO


class Touched:
    """Whose records acts have changed: people by id, and payments and places whose people the county's records know."""

    def __init__(self, people: Iterable[str] = (), paid: Iterable[str] = (), placed: Iterable[str] = ()) -> None:
        self.people = set(people)
        self.paid = set(paid)
        self.placed = set(placed)

    def join(self, other: Touched) -> None:
        """Take note of what another one has noted."""
        self.people |= other.people
        self.paid |= other.paid
        self.placed |= other.placed

    def add(self, acts: Iterable[Act]) -> None:
        """Take note of acts that were applied."""
        for change in chain.from_iterable([act.changes for act in acts]):
            table = change.table
            if table == "person":
                self.people.add(change.id)
            elif table in {"contribution", "membership"}:
                person = change.after.get("person_id")
                if isinstance(person, str) and ZERO not in person:  # what lost may be nobody's id
                    self.people.add(person)
                elif table == "contribution":
                    self.paid.add(change.id)
                else:
                    self.placed.add(change.id)

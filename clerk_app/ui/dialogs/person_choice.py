"""One of a household's people, chosen by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from clerk_app.domain.household import Person, PersonId
from clerk_app.ui.dialogs.member_choices import NarrowCombo, coded


class PersonCombo(NarrowCombo):
    """``person`` is the one chosen, or None; two of one name are told apart by their years of birth."""

    def __init__(self, people: Sequence[Person], *, optional: bool = False, parent: QWidget | None = None) -> None:
        names = Counter(person.name for person in people)
        labels = [
            f"{person.name}（{person.birth_on.year}）" if names[person.name] > 1 else person.name for person in people
        ]
        codes = coded("Member", {str(place): label for place, label in enumerate(labels)})
        self._people = {codes.of(str(place)): person for place, person in enumerate(people)}
        super().__init__(tuple(codes), optional=optional, parent=parent)

    @property
    def person(self) -> Person | None:
        """The person chosen."""
        return self._people[self.code] if self.code is not None else None

    def set_person(self, person_id: PersonId | None) -> None:
        """Choose a person; one who is not among them empties the field."""
        found = (code for code, person in self._people.items() if person.id == person_id)
        self.set_code(next(found, None))

    def require_person(self, field: str, what: str) -> Person:
        """Return the person; raises UserError when nobody was chosen."""
        return self._people[self.require(field, what)]

    def optional_person(self, field: str) -> Person | None:
        """Return the person or None for an empty field; raises UserError when the words fit nobody."""
        code = self.optional(field)
        return None if code is None else self._people[code]

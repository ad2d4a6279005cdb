"""What stands on the right, supposed or not, and how it differs from the household as it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from clerk_app.domain.household import PersonId
from clerk_app.services.entitlements import Answer
from clerk_app.ui.pages.entitlements.outcomes import HOUSEHOLD, Mark, Outcome, dibao_changes
from clerk_app.ui.pages.entitlements.reading import Reading

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer and its outcomes by person, beside ``reading``, which is the household as it is."""

    reading: Reading
    answer: Answer
    outcomes: dict[PersonId, Outcome]
    is_supposed: bool

    @property
    def dibao_mark(self) -> Mark:
        """How the household's dibao would change."""
        if not self.is_supposed:
            return Mark.SAME
        return dibao_changes(self.reading.answer.assessment.dibao, self.answer.assessment.dibao)

    @property
    def changes(self) -> int:
        """How many things the supposition changes."""
        return sum(outcome.changes for outcome in self.outcomes.values()) + (self.dibao_mark is not Mark.SAME)

    def count_words(self, person: PersonId) -> str:
        """Say how many things someone may have; under a supposition, from how many to how many."""
        if person not in self.outcomes:
            return ""
        now = _count(self.reading.answer, self.reading.outcomes.get(person))
        then = _count(self.answer, self.outcomes[person])
        changes = self.outcomes[person].changes
        if person == HOUSEHOLD:
            changes += self.dibao_mark is not Mark.SAME
        if now != then:
            return translate("EntitlementsView", "{now} → {then} 项").format(now=now, then=then)
        words = translate("EntitlementsView", "{n} 项　有变") if changes else translate("EntitlementsView", "{n} 项")
        return words.format(n=then)


def _count(answer: Answer, outcome: Outcome | None) -> int:
    if outcome is None:
        return 0
    dibao = answer.assessment.dibao
    has_dibao = outcome.person == HOUSEHOLD and dibao is not None and dibao.eligible
    return outcome.count + has_dibao

"""Who counts as living together when dibao is worked out."""

from __future__ import annotations

from datetime import date

import pytest

from clerk_app.domain.absence import Absence, AbsenceId, AbsenceKind
from clerk_app.domain.codes import Education, Sex
from clerk_app.domain.household import Person, PersonId
from clerk_app.domain.shared_life import Counting, shared_life

ON = date(2026, 6, 1)


def somebody(age: int, *, student: bool = False, education: Education | None = None) -> Person:
    birth_on = date(2026 - age, 1, 1)
    return Person(id=PersonId("p"), name="某", birth_on=birth_on, sex=Sex.MALE, student=student, education=education)


def away(kind: AbsenceKind, from_on: date = date(2026, 3, 3), to_on: date | None = None) -> Absence:
    return Absence(id=AbsenceId("a"), person_id=PersonId("p"), kind=kind, from_on=from_on, to_on=to_on)


@pytest.mark.parametrize("kind", [AbsenceKind.PRISON, AbsenceKind.REHABILITATION, AbsenceKind.MISSING])
def test_t96_prisoner_is_not_counted_from_the_first_day_to_the_last(kind: AbsenceKind) -> None:
    span = (away(kind, date(2026, 3, 3), date(2026, 11, 9)),)
    days = (date(2026, 3, 2), date(2026, 3, 3), date(2026, 11, 9), date(2026, 11, 10))
    found = [shared_life(somebody(40), "20", span, day) for day in days]
    assert [each.counting for each in found] == [Counting.YES, Counting.NO, Counting.NO, Counting.YES]
    assert kind.label in found[1].reason


def test_clergy_are_not_counted_after_three_years() -> None:
    gone = (away(AbsenceKind.CLERGY, date(2023, 6, 1)),)
    assert shared_life(somebody(40), "20", gone, date(2026, 5, 31)).counting is Counting.YES
    assert shared_life(somebody(40), "20", gone, ON).counting is Counting.NO


def test_t97_son_who_works_elsewhere_is_a_question_and_his_maintenance_counts() -> None:
    found = shared_life(somebody(30), "20", (away(AbsenceKind.WORK),), ON)
    assert found.counting is Counting.ASK
    assert "赡养费" in found.reason
    assert shared_life(somebody(30), "20", (), ON).counting is Counting.YES
    assert shared_life(somebody(60), "12", (away(AbsenceKind.WORK),), ON).counting is Counting.YES
    assert shared_life(somebody(15), "20", (away(AbsenceKind.WORK),), ON).counting is Counting.YES


@pytest.mark.parametrize(
    ("education", "counting"),
    [(Education.BACHELOR, Counting.YES), (None, Counting.YES), (Education.POSTGRADUATE, Counting.ASK)],
)
def test_t98_student_counts_up_to_the_bachelor(education: Education | None, counting: Counting) -> None:
    student = somebody(23, student=True, education=education)
    assert shared_life(student, "22", (away(AbsenceKind.STUDY),), ON).counting is counting

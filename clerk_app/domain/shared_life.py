"""Who counts as living together (共同生活) when dibao is worked out: by fact and law, never by the household book alone.

Source: 民发〔2021〕57号 第七条 (T95-T98).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from clerk_app.domain.absence import Absence, AbsenceKind
from clerk_app.domain.codes import Education
from clerk_app.domain.dates import add_months, age_on
from clerk_app.domain.household import Person
from clerk_app.domain.relations import CHILDREN

CLAUSE: Final = "民发〔2021〕57号 第七条"
ADULT: Final = 18
CLERGY_MONTHS: Final = 36
_SHUT_AWAY: Final = frozenset({AbsenceKind.PRISON, AbsenceKind.REHABILITATION, AbsenceKind.MISSING})


class Counting(Enum):
    """Whether a member counts in the dibao family."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class SharedLife:
    """The answer for one member on one day, with the reason as the clerk reads it (empty where nothing is to be said)."""

    counting: Counting
    reason: str = ""


def shared_life(person: Person, relation: str, absences: tuple[Absence, ...], on: date) -> SharedLife:
    """Say whether a member counts in the dibao family on a day.

    Prisoners, people in compulsory rehabilitation, people declared missing, and clergy away for three years do not. A grown child who
    works or lives elsewhere is a question of fact; what such a child pays for maintenance is income all the same (第十三条).
    """
    away = next((absence for absence in absences if absence.held_on(on)), None)
    if away is not None and away.kind in _SHUT_AWAY:
        return SharedLife(Counting.NO, f"{away.kind.label}期间不计入共同生活的家庭成员")
    if away is not None and away.kind is AbsenceKind.CLERGY:
        if on >= add_months(away.from_on, CLERGY_MONTHS):
            return SharedLife(Counting.NO, "脱离家庭、在宗教场所居住满三年，不计入共同生活的家庭成员")
        return SharedLife(Counting.YES)
    grown_child = relation in CHILDREN and age_on(person.birth_on, on) >= ADULT
    if not grown_child:
        return SharedLife(Counting.YES)
    if person.student:
        if person.education is Education.POSTGRADUATE:
            return SharedLife(Counting.ASK, "研究生在读的成年子女，不属于本科及以下在读一项，请按是否独立生活核实")
        return SharedLife(Counting.YES)
    if away is not None:
        return SharedLife(
            Counting.ASK, "成年子女在外，是否共同生活要按事实核实；不共同生活的，所付赡养费仍计入家庭收入"
        )
    return SharedLife(Counting.YES)

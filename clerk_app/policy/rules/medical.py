"""Conditions of medical insurance and childbirth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clerk_app.policy.rules.base import Condition
from clerk_app.policy.subject import Subject
from clerk_app.policy.toml_table import Table

SCHEMES: Final = {"resident": "居民医保", "employee": "职工医保", "none": "没有参加医保"}


@dataclass(frozen=True, slots=True)
class MedicalScheme(Condition):
    """In one of these medical schemes; ``none`` is not insured."""

    schemes: tuple[str, ...]

    @classmethod
    def read(cls, table: Table, name: str) -> MedicalScheme:
        """Read ``medical_scheme = ["resident", "none"]``."""
        return cls(table.some_of(name, SCHEMES))

    def fails(self, subject: Subject) -> str | None:
        """Say which scheme the person is in."""
        scheme = subject.person.medical.scheme or "none"
        return None if scheme in self.schemes else _SCHEME_STATED[scheme]

    def holds(self, subject: Subject) -> str:
        """State the scheme."""
        return _SCHEME_STATED[subject.person.medical.scheme or "none"]


_SCHEME_STATED: Final = {
    "resident": "参加的是居民医保。",
    "employee": "参加的是职工医保。",
    "none": "没有登记参加职工医保。",
}


@dataclass(frozen=True, slots=True)
class Employed(Condition):
    """Employed, or not."""

    employed: bool

    @classmethod
    def read(cls, table: Table, name: str) -> Employed:
        """Read ``employed = false``."""
        return cls(table.flag(name))

    def fails(self, subject: Subject) -> str | None:
        """Say whether the person is employed."""
        if subject.person.employed is self.employed:
            return None
        return "没有就业。" if self.employed else "已就业。"

    def holds(self, subject: Subject) -> str:
        """State whether the person is employed."""
        return "已就业。" if subject.person.employed else "没有就业。"


@dataclass(frozen=True, slots=True)
class HospitalDelivery(Condition):
    """Gave birth in hospital; with ``dated`` the day must be known and not lie ahead."""

    dated: bool

    @classmethod
    def read(cls, table: Table, name: str) -> HospitalDelivery:
        """Read ``hospital_delivery = "stated"`` or ``"by_the_day"``."""
        return cls(table.one_of(name, ("stated", "by_the_day")) == "by_the_day")

    def fails(self, subject: Subject) -> str | None:
        """Say that there was no birth in hospital, or not yet, or on an unknown day."""
        if not subject.person.hospital_delivery:
            return "没有住院分娩。"
        if not self.dated:
            return None
        day = subject.person.delivery_on
        if day is None:
            return "住院分娩的日期没有填写。"
        return f"分娩日期{day}在所问日期之后。" if day > subject.on else None

    def holds(self, subject: Subject) -> str:
        """State the birth."""
        day = subject.person.delivery_on
        return f"{day}住院分娩。" if day else "已住院分娩。"

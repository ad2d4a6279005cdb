"""A dibao case: application, what the rule proposes, what the village proposes, what the county decided.

The village proposes, the township reviews, the county decides: three fields with three owners (民发〔2021〕57号 第二十八条).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.codes import Coded
from clerk_app.domain.household import HouseholdId
from clerk_app.domain.money import Money

DibaoCaseId = NewType("DibaoCaseId", str)


class DibaoClass(Coded):
    """姚政办通〔2017〕70号 三（三）."""

    A = "A", "A类 重点保障户"
    B = "B", "B类 基本保障户"
    C = "C", "C类 一般保障户"
    NOT_MET = "none", "不符合条件"


class Stage(Coded):
    """How far a case has come; the order is the paper's."""

    APPLICATION = "application", "申请受理"
    SURVEY = "survey", "入户调查"
    MEETING = "meeting", "民主评议"
    POSTING = "posting", "公示"
    TOWNSHIP = "township", "乡镇审核"
    COUNTY = "county", "县级确认"
    GRANTED = "granted", "在保"
    REFUSED = "refused", "不予确认"
    ENDED = "ended", "已退出"


OPEN_STAGES = tuple(stage for stage in Stage if stage not in (Stage.REFUSED, Stage.ENDED))


@dataclass(frozen=True, slots=True, kw_only=True)
class DibaoCase:
    """One application of a household and everything that follows from it.

    ``rule_class`` and ``rule_reasons`` are what the rule said on ``proposed_on``; ``village_class`` is the clerk's own
    proposal with ``village_reason`` where it differs. ``granted_class``, ``granted_amount`` (a month), ``decision_number`` and
    ``decided_on`` are the county's and are entered from its paper. ``end_number`` is that of the paper that ended the case, ``heard_on`` the
    day on which the family was heard before; cases that ended under older programs have both in ``end_reason``.
    """

    id: DibaoCaseId
    version: int = 0
    household_id: HouseholdId
    number: str
    stage: Stage = Stage.APPLICATION
    applied_on: date
    application_reason: str = ""
    property_within_limits: bool | None = None
    property_note: str = ""
    perennial_hardship: bool = False
    proposed_on: date | None = None
    rule_class: DibaoClass | None = None
    rule_amount: Money | None = None
    rule_income_per_head: Money | None = None
    rule_reasons: tuple[str, ...] = ()
    rule_clauses: tuple[str, ...] = ()
    village_class: DibaoClass | None = None
    village_reason: str = ""
    township_opinion: str = ""
    granted_class: DibaoClass | None = None
    granted_amount: Money | None = None
    decision_number: str = ""
    decided_on: date | None = None
    last_review_on: date | None = None
    next_review_on: date | None = None
    ended_on: date | None = None
    end_reason: str = ""
    end_number: str | None = None
    heard_on: date | None = None
    posted_on: date | None = None

    @property
    def current_class(self) -> DibaoClass | None:
        """The class to show: the county's, else the village's, else the rule's."""
        return self.granted_class or self.village_class or self.rule_class


def end_in_words(case: DibaoCase) -> str:
    """Return how a case ended: the reason, the paper's number and the hearing, as far as each is known."""
    heard = "" if case.heard_on is None else f"{case.heard_on} 听取意见"
    return "；".join(part for part in (case.end_reason, case.end_number, heard) if part)

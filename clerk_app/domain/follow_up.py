"""What an event in a household leaves to be done, by a day, until somebody says how it came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk_app.domain.codes import Coded
from clerk_app.domain.household import HouseholdId, PersonId
from clerk_app.domain.money import Money

FollowUpId = NewType("FollowUpId", str)


class FollowUpKind(Coded):
    """What is to be done."""

    DIBAO_RECHECK = "dibao_recheck", "低保重新核查"
    DIBAO_STOP = "dibao_stop", "报请停发低保"
    IDENTITY_RECHECK = "identity_recheck", "困难身份核对"
    PENSION_STOP = "pension_stop", "养老金停发"
    PENSION_RECOVERY = "pension_recovery", "追回多发养老金"
    DIBAO_RECOVERY = "dibao_recovery", "追回多发低保金"
    PENSION_RESUME = "pension_resume", "恢复并补发养老金"
    PENSION_TRANSFER = "pension_transfer", "养老保险关系转移"
    ACCOUNT_INHERITANCE = "account_inheritance", "个人账户余额继承"
    FUNERAL_GRANT = "funeral_grant", "丧葬补助申领"
    CONTRIBUTION_CHECK = "contribution_check", "缴费核对"
    ID_NUMBER = "id_number", "补登公民身份号码"
    NUMBER_NOTICE = "number_notice", "号码更正告知"
    SEPARATED = "separated", "人户分离核实"
    ABSENCE_CHECK = "absence_check", "外出情况核实"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One thing to do after an event. ``amount`` is money at stake where it is known; ``outcome`` says how it came out.

    An open one has no ``settled_on``; a settled one stays. Where a benefit was paid too long, ``monthly`` is what was paid a month and
    ``paid_through`` a day of the last month paid, as the clerk entered them with the event.
    """

    id: FollowUpId
    version: int = 0
    household_id: HouseholdId
    person_id: PersonId | None = None
    kind: FollowUpKind
    opened_on: date
    due_on: date
    detail: str
    clause: str = ""
    amount: Money | None = None
    settled_on: date | None = None
    outcome: str = ""
    monthly: Money | None = None
    paid_through: date | None = None

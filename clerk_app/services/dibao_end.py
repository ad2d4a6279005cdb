"""The end of a granted dibao case: the county ends it, the village hears the family first and enters the county's paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.dibao import DibaoCase, Stage
from clerk_app.domain.household import PersonId
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.errors import UserError
from clerk_app.services.workspace import Workspace

if TYPE_CHECKING:
    from clerk_app.storage.unit_of_work import UnitOfWork

HEARING_FROM: Final = date(2026, 7, 1)
"""From this day a reduction or end needs a hearing of the family first (社会救助法 第四十八条)."""
_LONGEST_NUMBER: Final = 60


def needs_hearing(on: date) -> bool:
    """Say whether a case that ends on this day needs the record of a hearing."""
    return on >= HEARING_FROM


def end_case(
    workspace: Workspace,
    case_id: str,
    version: int,
    *,
    number: str,
    on: date,
    reason: str,
    heard_on: date | None = None,
) -> DibaoCase:
    """End a granted case from the county's paper with its number; everything recorded of it stays.

    ``heard_on`` is the day on which the family was heard (听取意见); from ``HEARING_FROM`` on a case without it is refused (T122).
    Where the members hold dibao as a hardship status, that ends on the same day. Raises UserError at the field that is missing or cannot be.
    """
    _check(workspace.today(), number, on, reason, heard_on)
    with workspace.unit_of_work("end_dibao_case", reason.strip()) as uow:
        case = uow.dibao_cases.get(case_id)
        if case.stage is not Stage.GRANTED or case.decided_on is None:
            raise UserError("只有在保的家庭才能登记退出：这份档案是“{stage}”。", field="stage", stage=case.stage.label)
        if on < case.decided_on:
            raise UserError("退出日期早于县里确认的日期 {day}：请照文书填写。", field="ended_on", day=case.decided_on)
        if heard_on is not None and heard_on < case.decided_on:
            raise UserError("听取意见的日期早于县里确认的日期 {day}：请核对。", field="heard_on", day=case.decided_on)
        uow.subject = case.household_id
        for place in uow.memberships.find(household_id=case.household_id, to_on=None):
            _end_status(uow, place.person_id, on)
        return uow.dibao_cases.save(
            replace(
                case,
                version=version,
                stage=Stage.ENDED,
                ended_on=on,
                end_reason=reason.strip(),
                end_number=number.strip(),
                heard_on=heard_on,
            )
        )


def _end_status(uow: UnitOfWork, person_id: PersonId, on: date) -> None:
    for identity in uow.identities.find(person_id=person_id, kind=IdentityKind.DIBAO.value, to_on=None):
        uow.identities.save(replace(identity, to_on=max(on, identity.from_on)))


def _check(today: date, number: str, on: date, reason: str, heard_on: date | None) -> None:
    if not number.strip():
        raise UserError("请填写县里停止保障文书的文号：村里不能自行停保。", field="end_number")
    if len(number.strip()) > _LONGEST_NUMBER:
        raise UserError("这一项太长：最多 {most} 个字。", field="end_number", most=_LONGEST_NUMBER)
    if on > today:
        raise UserError("退出日期不能在今天之后：请照文书填写。", field="ended_on")
    if not reason.strip():
        raise UserError("请照文书填写退出原因。", field="end_reason")
    if len(reason.strip()) > LONGEST_TEXT:
        raise UserError("这一项太长：最多 {most} 个字。", field="end_reason", most=LONGEST_TEXT)
    if heard_on is None:
        if needs_hearing(on):
            raise UserError("停保前必须先听取意见（社会救助法 第四十八条）：请填写听取意见的日期。", field="heard_on")
    elif heard_on > on:
        raise UserError("要先听取意见，再停止保障：听取意见的日期不能晚于退出日期。", field="heard_on")

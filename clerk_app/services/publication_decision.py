"""A person decides about what the county published: accepted it takes effect by its date, declined it never does. Both are acts."""

from __future__ import annotations

from dataclasses import replace

from clerk_app.domain.publication import Publication, PublicationId, PublicationKind
from clerk_app.errors import UserError
from clerk_app.services.accounts import the_village
from clerk_app.services.publication_trial import DryRun
from clerk_app.services.publications import PublicationFile, PublicationRow, State, open_publication
from clerk_app.services.workspace import Workspace
from clerk_app.storage.unit_of_work import new_id


def accept_publication(workspace: Workspace, tried: DryRun) -> PublicationRow:
    """Accept a publication whose dry run somebody has seen; it counts from its first day on, and nobody need do anything on that day.

    One that was declined may still be accepted. Raises UserError when it has expired, or is accepted already, or is no longer what was
    tried, or the county took it back.
    """
    file = open_publication(workspace, tried.row.ref)
    if file.about.content_sha256 != tried.content_sha256:
        raise UserError("这份来文与刚才试算的不是同一份：请重新试算后再接收。", field="ref")
    require_acceptable(workspace, file.row)
    return _decide(workspace, file, "accept_publication", "")


def require_acceptable(workspace: Workspace, row: PublicationRow) -> None:
    """Raise UserError for a publication that cannot be accepted, whatever its dry run shows: expired, accepted already, or taken back."""
    if row.state is State.ACCEPTED:
        raise UserError("第 {number} 号来文已经接收，不用再接收一次。", field="ref", number=row.number)
    if row.withdrawn:
        raise UserError("第 {number} 号来文县里已收回，不能接收：请等县里的新来文。", field="ref", number=row.number)
    if row.state is State.EXPIRED or (row.expires_on is not None and workspace.today() > row.expires_on):
        raise UserError(
            "第 {number} 号来文已在 {day} 过期，不能再接收：请向县里要新的。",
            field="ref",
            number=row.number,
            day=row.expires_on or "",
        )


def decline_publication(workspace: Workspace, ref: str, reason: str) -> PublicationRow:
    """Decline a publication that waits; the county reads the reason. Raises UserError without a reason, or when it does not wait."""
    why = reason.strip()
    if not why:
        raise UserError("请写明谢绝的原因，县里要看。", field="reason")
    file = open_publication(workspace, ref)
    if file.row.state not in {State.WAITING, State.EXPIRED, State.WITHDRAWN}:
        raise UserError(
            "第 {number} 号来文{state}，不能谢绝。", field="ref", number=file.row.number, state=file.row.state.label
        )
    return _decide(workspace, file, "decline_publication", why)


def _decide(workspace: Workspace, file: PublicationFile, kind: str, reason: str) -> PublicationRow:
    accepted = kind == "accept_publication"
    kept = accepted and file.about.kind is not PublicationKind.LIST
    decision: Publication = replace(
        file.about,
        id=PublicationId(new_id()),
        version=0,
        content=file.about.content if kept else "",
        accepted=accepted,
        reason=reason,
        decided_on=workspace.today(),
    )
    with workspace.unit_of_work(kind, reason) as uow:
        uow.publications.add(decision)
        uow.subject = the_village(workspace).id
    return open_publication(workspace, file.row.ref).row

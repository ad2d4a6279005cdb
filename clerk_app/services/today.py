"""What is due: the first page of the day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from clerk_app.domain.codes import Coded
from clerk_app.domain.dates import birthday
from clerk_app.domain.dibao import Stage
from clerk_app.domain.working_days import WorkingCalendar
from clerk_app.services.conflicts import conflicts
from clerk_app.services.contributions import paid_twice
from clerk_app.services.exchange import outbox
from clerk_app.services.exchange_desk import Reminder, reminder
from clerk_app.services.exchange_history import standing_since
from clerk_app.services.publications import waiting_publications
from clerk_app.services.sentences import Sentence, as_written, sentence
from clerk_app.services.work import HELD
from clerk_app.services.work_desk import DeskItem, desk_items
from clerk_app.services.working_days import working_calendar
from clerk_app.services.workspace import Workspace
from clerk_app.storage import dibao_queries, follow_up_queries, peer, queries
from clerk_app.storage.queries import AgeBand, Born, VillageCounts

AHEAD: Final = timedelta(days=30)
"""How far ahead the page looks."""


class DueKind(Coded):
    """Why something stands on the page."""

    REVOKED = "revoked", "电脑已撤销"
    REVIEW = "review", "低保复核"
    PROPOSAL = "proposal", "低保待提类别"
    POSTING = "posting", "公示期满"
    PAID_TWICE = "paid_twice", "同年缴了两笔"
    SIXTY = "sixty", "将满 60 周岁"
    SIXTEEN = "sixteen", "将满 16 周岁"
    FOLLOW_UP = "follow_up", "事后事项"
    WORK = "work", "报送待处理"
    CONFLICT = "conflict", "两份内容待定"
    PUBLICATION = "publication", "县里来文"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """One thing to do: by when, for whom, what to open (``record_kind`` is ``dibao_case``, ``household``, ``exchange``…).

    ``called`` says what is to be done where the kind alone does not tell it.
    """

    kind: DueKind
    due_on: date
    overdue: bool
    title: str
    detail: Sentence
    record_kind: str
    record_id: str
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything the first page shows."""

    on: date
    counts: VillageCounts
    ages: tuple[AgeBand, ...]
    items: tuple[DueItem, ...]
    unsent_acts: int
    days_since_export: int | None
    reminder: Reminder | None = None


def today(workspace: Workspace) -> Today:
    """Return what is due now and within the next thirty days, the most urgent first; before all, that the county shut this laptop out."""
    day = workspace.today()
    with workspace.store.reading() as connection:
        counts = queries.village_counts(connection, day)
        ages = queries.people_by_age(connection, day)
        cases = dibao_queries.dibao_rows(connection)
        left = follow_up_queries.follow_up_rows(connection, due_by=day + AHEAD)
        people = (
            queries.people_born_between(connection, *_window(day, 60)),
            queries.people_born_between(connection, *_window(day, 16)),
        )
    waiting = outbox(workspace)
    items = [
        *_left_by_exchange(workspace, day),
        *_publications(workspace),
        *_cases(cases, day, working_calendar(workspace)),
        *_follow_ups(left, day),
        *_paid_twice(workspace),
        *_birthdays(people[0], 60, DueKind.SIXTY, day),
        *_birthdays(people[1], 16, DueKind.SIXTEEN, day),
    ]
    last = waiting.last_export_at
    return Today(
        on=day,
        counts=counts,
        ages=ages,
        items=(*_revoked(workspace), *sorted(items, key=lambda item: (item.due_on, item.kind.value, item.title))),
        unsent_acts=waiting.acts,
        days_since_export=None if last is None else (day - last.astimezone().date()).days,
        reminder=reminder(waiting, day),
    )


def _revoked(workspace: Workspace) -> tuple[DueItem, ...]:
    """Return that the county takes nothing new of this laptop any more: all that is done after it would be done in vain."""
    with workspace.store.reading() as connection:
        county = peer.county(connection)
        standing, since = standing_since(connection, county.id) if county is not None else ("", None)
    if standing != "revoked" or since is None:
        return ()
    item = DueItem(
        kind=DueKind.REVOKED,
        due_on=since,
        overdue=False,
        title="",
        detail=sentence("新的变更县里不再入账：请联系县里。"),
        record_kind="exchange",
        record_id="send",
    )
    return (item,)


def _left_by_exchange(workspace: Workspace, day: date) -> list[DueItem]:
    """Return what the exchange left to a person; what the county only holds back settles itself and is no work."""
    items = [
        _named(
            _exchange_item(
                DueKind.WORK, left.item.opened_at.date(), left.household, as_written(left.item.reason), left.item.id
            ),
            left,
        )
        for left in desk_items(workspace)
        if left.item.kind != HELD
    ]
    for conflict in conflicts(workspace):
        written = [side.at.date() for side in conflict.others if side.at is not None]
        items.append(
            _exchange_item(DueKind.CONFLICT, max(written, default=day), conflict.household, conflict.told, conflict.id)
        )
    return items


def _exchange_item(kind: DueKind, on: date, household: str, why: Sentence, item_id: str) -> DueItem:
    place, _, head = household.rpartition(" ")
    return DueItem(
        kind=kind,
        due_on=on,
        overdue=False,
        title=head,
        detail=sentence("{place}：{why}", place=place, why=why) if place else why,
        record_kind="exchange",
        record_id=f"work:{item_id}",
    )


def _named(item: DueItem, left: DeskItem) -> DueItem:
    """Return what waits by its own kind, and by who it is about where that is one person."""
    return replace(item, called=left.item.kind_in_words, title=left.person or item.title)


def _publications(workspace: Workspace) -> list[DueItem]:
    """Return what the county published and nobody decided about yet: due on the day it wants to take effect."""
    day = workspace.today()
    return [
        DueItem(
            kind=DueKind.PUBLICATION,
            due_on=row.from_on,
            overdue=row.from_on < day,
            title=row.kind.label,
            detail=sentence("“{title}”，{day} 起", title=row.title, day=row.from_on),
            record_kind="settings",
            record_id="publications",
        )
        for row in waiting_publications(workspace)
    ]


def _window(day: date, age: int) -> tuple[date, date]:
    """Return the birth dates of those who reach an age from today on within the look ahead."""
    return birthday(day, -age), birthday(day + AHEAD, -age)


def _cases(cases: tuple[dibao_queries.DibaoRow, ...], day: date, calendar: WorkingCalendar) -> list[DueItem]:
    items = []
    for case in cases:
        whose = {"group": case.group, "number": case.household_number}
        if case.stage is Stage.GRANTED and case.next_review_on is not None and case.next_review_on <= day + AHEAD:
            detail = sentence("{group} {number} 户，{case}", case=case.number, **whose)
            items.append(_case_item(case, DueKind.REVIEW, case.next_review_on, day, detail))
        elif case.village_class is None:
            detail = sentence("{group} {number} 户，{day} 申请", day=case.applied_on, **whose)
            items.append(_case_item(case, DueKind.PROPOSAL, case.applied_on, day, detail))
        elif case.stage is Stage.POSTING and case.posted_on is not None:
            end = calendar.posting_end(case.posted_on)
            detail = sentence(
                "{group} {number} 户，{posted} 张贴，公示到 {end}"
                if end.is_certain
                else "{group} {number} 户，{posted} 张贴，公示到 {end}（还没有这一年的放假安排，按周一至周五算）",
                posted=case.posted_on,
                end=end.day,
                **whose,
            )
            items.append(_case_item(case, DueKind.POSTING, end.day, day, detail))
    return items


def _case_item(case: dibao_queries.DibaoRow, kind: DueKind, due_on: date, day: date, detail: Sentence) -> DueItem:
    return DueItem(
        kind=kind,
        due_on=due_on,
        overdue=kind in (DueKind.REVIEW, DueKind.POSTING) and due_on < day,
        title=case.head,
        detail=detail,
        record_kind="dibao_case",
        record_id=case.id,
    )


def _follow_ups(rows: tuple[follow_up_queries.FollowUpRow, ...], day: date) -> list[DueItem]:
    return [
        DueItem(
            kind=DueKind.FOLLOW_UP,
            due_on=row.due_on,
            overdue=row.due_on < day,
            title=row.person or f"{row.household_number} 户",
            detail=as_written(row.detail),
            record_kind="household",
            record_id=row.household_id,
            called=row.kind.label,
        )
        for row in rows
    ]


def _paid_twice(workspace: Workspace) -> list[DueItem]:
    return [
        DueItem(
            kind=DueKind.PAID_TWICE,
            due_on=twice.last_on,
            overdue=False,
            title=twice.name,
            detail=sentence(
                "{year} 年{insurance}有 {n} 笔，共 {amount} 元：请核对后冲销多出来的",
                year=twice.year,
                insurance=twice.insurance.label,
                n=twice.payments,
                amount=twice.amount,
            ),
            record_kind="household",
            record_id=twice.household_id or "",
        )
        for twice in paid_twice(workspace)
    ]


def _birthdays(people: tuple[Born, ...], age: int, kind: DueKind, day: date) -> list[DueItem]:
    reached = [(person, birthday(person.birth_on, age)) for person in people]
    return [
        DueItem(
            kind=kind,
            due_on=on,
            overdue=False,
            title=person.name,
            detail=sentence(
                "{group} {number} 户，{day} 满 {age} 周岁",
                group=person.group,
                number=person.household_number,
                day=on,
                age=age,
            ),
            record_kind="household",
            record_id=person.household_id,
        )
        for person, on in reached
        if day <= on <= day + AHEAD
    ]

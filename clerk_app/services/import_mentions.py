"""Whom a list is about: those who are registered already, under this name or another, with what it says of them, and those who are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clerk_app.domain.resident_id import spellings
from clerk_app.excel.columns import Columns, Field
from clerk_app.excel.people_list import Mention
from clerk_app.excel.register_row import RegisterRow
from clerk_app.excel.row_cells import RegisterProblem
from clerk_app.services.bulk_entry import where_registered
from clerk_app.services.import_statuses import ListedStatus, Said, compare_statuses
from clerk_app.storage import queries
from clerk_app.storage.queries import Holder

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session


def holder_of(number: str, people: Mapping[str, Holder]) -> Holder | None:
    """Return who has an identity number, in either of its forms, or None."""
    return next((people[form] for form in spellings(number) if form in people), None)


@dataclass(frozen=True, slots=True)
class OfPeopleOnFile:
    """What is to be said of a list's rows once it was held against the people on file, and the statuses that it gives them."""

    problems: tuple[RegisterProblem, ...]
    statuses: tuple[ListedStatus, ...]


def compare_people(
    session: Session,
    problems: Sequence[RegisterProblem],
    rows: Sequence[RegisterRow],
    mentions: Sequence[Mention],
    columns: Columns,
    *,
    day: date,
    origin: str,
) -> OfPeopleOnFile:
    """Hold these rows and mentions against the people on file; ``problems`` are what was said of the list before.

    Whoever is on file under the same number and name is known, whatever is wrong with the rest of the household.
    """
    people = queries.numbers_registered(session) if rows or mentions else {}
    said = tuple(_said(rows, mentions, people))
    compared = compare_statuses(session, said, day, origin)
    of_mentions = list(check_mentions(mentions, people, columns))
    known = {one.row: registered_already(one.row, one.household) for one in said}
    known |= {problem.row: problem for problem in of_mentions if problem.row in known}
    others = [problem for problem in (*problems, *of_mentions) if problem.row not in known]
    told = [
        replace(problem, message=problem.message + compared.remarks.get(row, ""), says_more=row in compared.to_check)
        for row, problem in known.items()
    ]
    return OfPeopleOnFile((*others, *told), compared.statuses)


def _said(rows: Iterable[RegisterRow], mentions: Iterable[Mention], people: Mapping[str, Holder]) -> Iterator[Said]:
    numbered = [(row.row, row.id_number or "", row.name, row.hardship) for row in rows]
    numbered += [(mention.row, mention.id_number, mention.name, mention.hardship) for mention in mentions]
    for row, number, name, hardship in numbered:
        holder = holder_of(number, people) if number else None
        if holder is not None and holder.name == name:
            yield Said(row, holder.person_id, hardship, holder.household)


def registered_already(row: int, household: str) -> RegisterProblem:
    """Return that the person of a row is on file, in the household of this number or, when it is empty, in none any more."""
    message = f"这个公民身份号码已登记在 {where_registered(household)}：没有重复导入。"
    return RegisterProblem(row=row, column=Field.ID_NUMBER.value, message=message, is_known=True)


def check_mentions(
    mentions: Iterable[Mention], people: Mapping[str, Holder], columns: Columns
) -> Iterator[RegisterProblem]:
    """Yield what is to be said of each mention; whoever is registered under the same name is known, everybody else waits."""
    first: dict[str, int] = {}
    for mention in mentions:
        row, earlier = mention.row, first.setdefault(mention.id_number, mention.row)
        same = "" if earlier == row else f"和第 {earlier} 行是同一个人，"
        number = columns.heading(Field.ID_NUMBER)
        holder = holder_of(mention.id_number, people)
        if holder is None and same:
            yield RegisterProblem(row, number, f"公民身份号码与第 {earlier} 行相同：请核对，同一人只留一行。")
        elif holder is None:
            message = "名册里没有这个人，这张表也没有户编号和与户主关系：请补填这两样再导入，或写明不导入。"
            yield RegisterProblem(row, columns.heading(Field.RELATION), message)
        elif holder.name == mention.name:
            message = f"{same}这个人已登记在 {where_registered(holder.household)}：没有重复导入。"
            yield RegisterProblem(row, number, message, is_known=True)
        else:
            where = where_registered(holder.household)
            message = f"名册里是“{holder.name}”（{where}）：请对照证件核对，是哪一边的姓名或号码写错了。"
            yield RegisterProblem(row, columns.heading(Field.NAME), message)

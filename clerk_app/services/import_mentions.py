"""Whom a list about people mentions: those who are registered already, under this name or another, and those who are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from clerk_app.domain.resident_id import spellings
from clerk_app.excel.columns import Columns, Field
from clerk_app.excel.people_list import Mention
from clerk_app.excel.register_row import RegisterRow
from clerk_app.excel.row_cells import RegisterProblem
from clerk_app.services.bulk_entry import where_registered
from clerk_app.storage.queries import Holder


def holder_of(number: str, people: Mapping[str, Holder]) -> Holder | None:
    """Return who has an identity number, in either of its forms, or None."""
    return next((people[form] for form in spellings(number) if form in people), None)


def told_of_statuses(
    problems: Iterable[RegisterProblem], rows: Iterable[RegisterRow], recorded: Mapping[str, Collection[str]]
) -> tuple[list[RegisterProblem], int]:
    """Return the problems with the statuses named that a list gives to people on file without them, and how many rows those are.

    ``recorded`` are the kinds of status by number. A list adds no status to anybody registered: that is a clerk's act, with its papers.
    """
    lacking: dict[int, str] = {}
    for row in rows:
        held = {kind for form in spellings(row.id_number or "") for kind in recorded.get(form, ())}
        labels = [kind.label for kind in row.identities if kind.value not in held]
        if labels:
            lacking[row.row] = "、".join(labels)
    told: list[RegisterProblem] = []
    said: set[int] = set()
    for problem in problems:
        labels_here = lacking.get(problem.row) if problem.is_known and problem.row not in said else None
        if labels_here is None:
            told.append(problem)
            continue
        said.add(problem.row)
        sentence = f"名单上的“{labels_here}”名册里没有，没有补录：请在这个人的困难身份里登记。"
        told.append(replace(problem, message=problem.message + sentence))
    return told, len(said)


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
            yield RegisterProblem(row, number, f"身份证号与第 {earlier} 行相同：请核对，同一人只留一行。")
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

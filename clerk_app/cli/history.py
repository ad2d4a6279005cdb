"""``clerk household history`` and ``clerk member history``: who changed what, when and why, field by field."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from clerk_app.cli.arguments import Parser, print_json
from clerk_app.cli.command import opened
from clerk_app.cli.people_arguments import add_person
from clerk_app.domain.plain_text import visible
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.history import (
    FieldChange,
    HistoryEntry,
    earlier_history_of,
    household_history,
    person_history,
)
from clerk_app.services.households import household_numbered
from clerk_app.services.people_named import person_named


def add_household_history(group: argparse._SubParsersAction[Parser]) -> Parser:
    """Add ``clerk household history``."""
    parser = group.add_parser("history", help="一户的历史：谁在什么时候、为什么改了什么")
    parser.add_argument("number", metavar="NO", help="户编号")
    _add_last(parser)
    parser.set_defaults(run=run_household)
    return parser


def add_member_history(group: argparse._SubParsersAction[Parser]) -> Parser:
    """Add ``clerk member history``."""
    parser = group.add_parser("history", help="一个人的历史：谁在什么时候、为什么改了什么")
    add_person(parser, "person")
    _add_last(parser)
    parser.set_defaults(run=run_member)
    return parser


def _add_last(parser: Parser) -> None:
    parser.add_argument("--last", type=int, default=None, metavar="N", help="只看最近几次")


def run_household(arguments: argparse.Namespace) -> int:
    """Tell a household's history, and what villages did that it came from."""
    most = _most(arguments)
    with opened(arguments) as workspace:
        file = household_numbered(workspace, arguments.number)
        entries = household_history(workspace, file.household.id, [member.person.id for member in file.members])
        earlier = earlier_history_of(workspace, file.household.id)
    if arguments.json:
        told = [{"village": one.village, "entries": _as_json(one.entries)} for one in earlier]
        print_json({"entries": _as_json(entries[:most]), "earlier": told})
        return EXIT_DONE
    _print(entries[:most])
    for one in earlier if most is None else ():
        print(f"在{visible(one.village)}时：")
        _print(one.entries)
    return EXIT_DONE


def run_member(arguments: argparse.Namespace) -> int:
    """Tell one person's history."""
    most = _most(arguments)
    with opened(arguments) as workspace:
        entries = person_history(workspace, person_named(workspace, arguments.person).id)[:most]
    if arguments.json:
        print_json({"entries": _as_json(entries)})
    else:
        _print(entries)
    return EXIT_DONE


def _most(arguments: argparse.Namespace) -> int | None:
    most: int | None = arguments.last
    if most is not None and most < 1:
        raise UserError("--last 后面写最近几次，至少 1。", field="last")
    return most


def _as_json(entries: Sequence[HistoryEntry]) -> list[dict[str, object]]:
    return [
        {
            "at": entry.at.isoformat(timespec="seconds"),
            "by": entry.by,
            "kind": entry.kind,
            "reason": entry.reason,
            "fate": entry.fate,
            "changes": entry.changes,
        }
        for entry in entries
    ]


def _print(entries: Sequence[HistoryEntry]) -> None:
    for entry in entries:
        reason = f"  原因：{entry.reason}" if entry.reason else ""
        fate = f"（{entry.fate}）" if entry.fate else ""
        print(visible(f"{entry.at:%Y-%m-%d %H:%M}  {entry.by}  {entry.kind}{fate}{reason}"))
        for record, changes in groupby(entry.changes, key=attrgetter("record")):
            print(visible(f"  {record}：{'；'.join(map(_told, changes))}"))


def _told(change: FieldChange) -> str:
    fate = f"（{change.fate}）" if change.fate else ""
    before = f"{change.before} → " if change.before else ""
    return f"{change.field} {before}{change.after or '（空）'}{fate}"

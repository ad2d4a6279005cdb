"""``clerk duplicate``: people who may be registered twice; kept apart or merged."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json, print_table
from clerk_app.cli.command import add_group, answer, opened
from clerk_app.cli.people_arguments import add_person
from clerk_app.errors import EXIT_DONE
from clerk_app.services.duplicates import keep_apart, likely_duplicates, merge_people
from clerk_app.services.people_named import person_named

if TYPE_CHECKING:
    from clerk_app.storage.pair_queries import Placed


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "duplicate", "疑似重复登记：列表、确认不是同一人、合并")
    listed = group.add_parser("list", help="列出可能是同一人的两条登记")
    listed.set_defaults(run=run_list)
    apart = group.add_parser("apart", help="确认两条登记不是同一人")
    add_person(apart, "first")
    add_person(apart, "second")
    apart.set_defaults(run=run_apart)
    merged = group.add_parser("merge", help="两条登记是同一人：合并")
    add_person(merged, "kept")
    add_person(merged, "other")
    merged.set_defaults(run=run_merge)
    for parser in (apart, merged):
        parser.add_argument("--reason", required=True, help="怎样确认的")
    for parser in (listed, apart, merged):
        add_data(parser)
        add_json(parser)


def run_list(arguments: argparse.Namespace) -> int:
    """List the pairs nobody has decided about."""
    with opened(arguments) as workspace:
        pairs = likely_duplicates(workspace)
    if arguments.json:
        print_json(
            [
                {
                    "first": _side(pair.first),
                    "second": _side(pair.second),
                    "because": [likeness.value for likeness in pair.likenesses],
                }
                for pair in pairs
            ]
        )
    else:
        print_table(
            ("一条", "另一条", "原因"),
            [
                (_named(pair.first), _named(pair.second), "；".join(likeness.label for likeness in pair.likenesses))
                for pair in pairs
            ],
        )
    return EXIT_DONE


def _side(placed: Placed) -> dict[str, object]:
    person = placed.person
    return {
        "person": person.id,
        "name": person.name,
        "number": person.id_number or person.temporary_number,
        "birth_on": person.birth_on,
        "household": placed.household_number,
        "current": placed.is_current,
    }


def _named(placed: Placed) -> str:
    person = placed.person
    return f"{person.name} {person.id_number or person.temporary_number} {placed.household_number} 户"


def run_apart(arguments: argparse.Namespace) -> int:
    """Note that two records are two people."""
    with opened(arguments) as workspace:
        first, second = (person_named(workspace, text) for text in (arguments.first, arguments.second))
        keep_apart(workspace, first.id, second.id, arguments.reason)
    return answer(
        arguments, {"first": first.id, "second": second.id, "verdict": "apart"}, "已确认不是同一人，以后不再提示。"
    )


def run_merge(arguments: argparse.Namespace) -> int:
    """Merge two records of one person."""
    with opened(arguments) as workspace:
        kept, other = (person_named(workspace, text) for text in (arguments.kept, arguments.other))
        merged = merge_people(workspace, kept.id, other.id, arguments.reason)
    return answer(
        arguments,
        {"person": merged.id, "merged": other.id, "number": merged.id_number or merged.temporary_number},
        f"已合并：留下 {merged.name}（{merged.id_number or merged.temporary_number}）。",
    )

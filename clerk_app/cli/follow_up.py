"""``clerk followup``: what events left to be done, and how it came out."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json, print_table
from clerk_app.cli.command import add_group, answer, opened
from clerk_app.cli.people_arguments import add_day, day_of
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.follow_ups import follow_ups, settle_follow_up
from clerk_app.services.households import household_numbered


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "followup", "事后事项：列表、办结")
    listed = group.add_parser("list", help="列出要办的事，最急的在前")
    listed.add_argument("--household", default=None, metavar="NO", help="只列这一户")
    listed.add_argument("--settled", action="store_true", help="连办结的一起列")
    listed.set_defaults(run=run_list)
    settled = group.add_parser("settle", help="登记办理结果")
    settled.add_argument("item", metavar="ITEM", help="编号，或它的后 8 位")
    settled.add_argument("--outcome", required=True, help="办理结果")
    add_day(settled, "办结日期，默认今天")
    settled.set_defaults(run=run_settle)
    for parser in (listed, settled):
        add_data(parser)
        add_json(parser)


def run_list(arguments: argparse.Namespace) -> int:
    """List what is to be done."""
    with opened(arguments) as workspace:
        household_id = None
        if arguments.household is not None:
            household_id = household_numbered(workspace, arguments.household).household.id
        rows = follow_ups(workspace, household_id, settled=arguments.settled)
    if arguments.json:
        print_json(
            [
                {
                    "id": row.id,
                    "kind": row.kind.value,
                    "household": row.household_number,
                    "person": row.person,
                    "due_on": row.due_on,
                    "detail": row.detail,
                    "clause": row.clause,
                    "amount": None if row.amount is None else str(row.amount),
                    "settled_on": row.settled_on,
                    "outcome": row.outcome,
                }
                for row in rows
            ]
        )
    else:
        print_table(
            ("编号", "期限", "户编号", "事项", "内容", "结果"),
            [
                (row.id[-8:], row.due_on, row.household_number, row.kind.label, row.detail, row.outcome or "—")
                for row in rows
            ],
        )
    return EXIT_DONE


def run_settle(arguments: argparse.Namespace) -> int:
    """Note how something came out."""
    with opened(arguments) as workspace:
        found = [row.id for row in follow_ups(workspace, settled=True) if arguments.item in (row.id, row.id[-8:])]
        if len(found) != 1:
            raise UserError(
                "没有编号为“{item}”的事项：请用 clerk followup list 查看。", field="item", item=arguments.item[:40]
            )
        item = settle_follow_up(workspace, found[0], arguments.outcome, on=day_of(workspace, arguments.on))
    return answer(
        arguments, {"id": item.id, "settled_on": item.settled_on, "outcome": item.outcome}, f"已办结：{item.detail}"
    )

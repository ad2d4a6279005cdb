"""``clerk conflict``: what two laptops of the village wrote differently."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json
from clerk_app.cli.command import add_group, answer, opened
from clerk_app.domain.settlement import Choice
from clerk_app.errors import EXIT_DONE
from clerk_app.services.conflicts import Conflict, Side, conflicts, settle_conflict
from clerk_app.services.households import household_numbered

_CHOICES = {"keep": Choice.KEPT, "take": Choice.TAKEN, "again": Choice.DONE_AGAIN, "let-go": Choice.LET_GO}


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "conflict", "两台电脑写得不同的内容：列表、处理")
    listed = group.add_parser("list", help="列出等人处理的")
    listed.add_argument("--household", default="", metavar="NUMBER", help="只看这一户")
    listed.set_defaults(run=run_list)
    settled = group.add_parser("settle", help="选定一份，各台电脑随后一致")
    settled.add_argument("conflict", metavar="ID", help="编号（clerk conflict list 列出）")
    settled.add_argument(
        "--choose",
        required=True,
        choices=tuple(_CHOICES),
        help="keep 保留、take 改用另一份、again 重新办理、let-go 不再办理",
    )
    settled.add_argument("--side", default="", metavar="ACT", help="有几份不同内容时，改用哪一份")
    settled.add_argument("--reason", required=True, help="理由")
    settled.set_defaults(run=run_settle)
    for parser in (listed, settled):
        add_data(parser)
        add_json(parser)


def run_list(arguments: argparse.Namespace) -> int:
    """Show each conflict with its sides."""
    with opened(arguments) as workspace:
        number = arguments.household.strip()
        household = household_numbered(workspace, number).household.id if number else None
        found = conflicts(workspace, household)
    if arguments.json:
        print_json({"conflicts": found})
        return EXIT_DONE
    for each in found:
        _show(each)
    print(f"共 {len(found)} 件。" if found else "没有等人处理的不同内容。")
    return EXIT_DONE


def _show(conflict: Conflict) -> None:
    print(f"{conflict.id}  {conflict.household}  {conflict.record}")
    print(f"  {conflict.told}")
    if conflict.field:
        print(f"  现有“{conflict.standing.value}”（{_who(conflict.standing)}）")
    for side in conflict.others:
        value = f"“{side.value}”" if conflict.field else side.act_kind
        print(f"  另有{value}（{_who(side)}）  {side.act_id}")
    for line in conflict.changes:
        print(f"    {line.record} {line.field}：“{line.before}”改为“{line.after}”")


def _who(side: Side) -> str:
    at = f"{side.at:%Y-%m-%d %H:%M}" if side.at is not None else ""
    return "，".join(filter(None, (side.by, at, side.laptop.text)))


def run_settle(arguments: argparse.Namespace) -> int:
    """Settle one."""
    with opened(arguments) as workspace:
        settle_conflict(
            workspace, arguments.conflict, _CHOICES[arguments.choose], arguments.reason, side=arguments.side
        )
        left = conflicts(workspace)
    return answer(
        arguments,
        {"settled": arguments.conflict, "left": len(left)},
        f"已处理，还有 {len(left)} 件。下次报送后各台电脑一致。",
    )

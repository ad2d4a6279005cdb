"""``clerk county transfers``: the households between villages, and those that their new village cannot have."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from clerk_app.cli.arguments import Parser, print_json, print_table
from clerk_app.cli.county_command import add_operation, opened_county
from clerk_app.domain.transfer import TransferState
from clerk_app.errors import EXIT_DONE, EXIT_REFUSED
from clerk_app.services.county import CountyWorkspace
from clerk_app.services.county_transfers import CountyTransfer, UnreadTransfer, list_transfers, unread_transfers

Move = CountyTransfer | UnreadTransfer


def add_transfers(group: argparse._SubParsersAction[Parser]) -> None:
    """Add the operation."""
    add_operation(
        group,
        "transfers",
        "跨村迁移的户和状态，没能发给迁入村的写明原因",
        run_transfers,
        more="不含姓名。待迁入：等迁入村导入回执后办理。有发不到迁入村的户时，退出码是 2。",
    )


def run_transfers(arguments: argparse.Namespace) -> int:
    """Show the households between villages, without a name; status 2 when a new village cannot have one of them."""
    with opened_county(arguments) as county:
        found, unread = list_transfers(county), unread_transfers(county)
    if arguments.json:
        print_json({"transfers": found, "unread": unread})
    else:
        if not found and not unread:
            print("没有跨村迁移的户。")
        _show(found)
        show_troubles((*found, *unread))
    return EXIT_REFUSED if unread or any(each.trouble for each in found) else EXIT_DONE


def _show(found: Sequence[CountyTransfer]) -> None:
    rows = [
        (
            each.state.label,
            each.from_name,
            f"{each.to_name} {each.to_code}".strip(),
            each.people,
            each.moved_on,
            f"{each.days} 天",
            each.reason,
        )
        for each in found
    ]
    if rows:
        print_table(("状态", "迁出村", "迁入村", "人数", "迁移日期", "登记至今", "原因"), rows)
    for each in found:
        if each.state is TransferState.NOWHERE:
            print(
                f"{each.from_name} → {each.to_name or each.to_code}：没有邀请过村代码为 {each.to_code} 的村。"
                "写错了，请原村撤回迁出重办；没有写错，邀请它以后自动转给它。"
            )


def not_sent(county: CountyWorkspace, village: str) -> tuple[Move, ...]:
    """Return the households that are not in the answers to a village, or to any, though they wait for it."""
    found: tuple[Move, ...] = (*list_transfers(county), *unread_transfers(county))
    return tuple(
        each
        for each in found
        if each.trouble and village in {"", each.to_code} and not (isinstance(each, CountyTransfer) and each.is_sent)
    )


def show_troubles(moves: Sequence[Move]) -> None:
    """Print of each household that its new village cannot have why and what to do."""
    for each in moves:
        if each.trouble:
            about = f"，{each.people} 人，{each.moved_on} 迁移" if isinstance(each, CountyTransfer) else ""
            print(f"{each.from_name} → {each.to_name or each.to_code}{about}：{each.trouble}")

"""``clerk county transfers``: the households between villages, and those that their new village cannot have."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from clerk_app.cli.arguments import Parser, print_json, print_table
from clerk_app.cli.county_command import add_operation, opened_county
from clerk_app.domain.transfer import TransferState
from clerk_app.errors import EXIT_DONE, EXIT_REFUSED
from clerk_app.services.county import Written
from clerk_app.services.county_moves import CountyTransfer, Move
from clerk_app.services.county_transfers import list_transfers, unread_transfers

_THEN = "村里办好前面的、报送以后，随下一份回执带来。"


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
    for name, later in Counter(each.to_name for each in found if each.is_later).items():
        print(f"{name}：等待迁入的户太多，一份回执装不下，其中 {later} 户要等以后的回执。{_THEN}")


def not_sent(written: Sequence[Written]) -> tuple[Move, ...]:
    """Return the households that are not in these answers though they wait for the villages, each once."""
    return tuple({move.id: move for each in written for move in each.not_sent}.values())


def show_later(written: Sequence[Written]) -> None:
    """Print of each village how many households wait for it that its answer has no room for."""
    for village, later in {each.village_name: each.later for each in written}.items():
        if later:
            print(f"{village}：还有 {later} 户等待迁入，这份回执装不下。{_THEN}")


def show_troubles(moves: Sequence[Move]) -> None:
    """Print of each household that its new village cannot have why and what to do."""
    for each in moves:
        if each.trouble:
            about = f"，{each.people} 人，{each.moved_on} 迁移" if isinstance(each, CountyTransfer) else ""
            print(f"{each.from_name} → {each.to_name or each.to_code}{about}：{each.trouble}")

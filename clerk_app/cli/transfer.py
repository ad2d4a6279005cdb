"""``clerk household transfer-out|transfer-back|transfer-in|transfers``, ``clerk county transfers``: households between villages."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from clerk_app.cli.arguments import Parser, print_json, print_table
from clerk_app.cli.command import answer, opened
from clerk_app.cli.people_arguments import relation_of
from clerk_app.domain.dates import parse_date
from clerk_app.domain.household import PersonId
from clerk_app.errors import EXIT_DONE, EXIT_REFUSED, UserError
from clerk_app.services.households import household_numbered, open_household
from clerk_app.services.incoming import IncomingHousehold, incoming_household, incoming_households
from clerk_app.services.transfer_back import withdraw_transfer
from clerk_app.services.transfer_in import TransferInEntry, decline, take_in
from clerk_app.services.transfer_out import (
    LeftHousehold,
    TransferOutEntry,
    TransferPreview,
    households_that_left,
    preview_transfer_out,
    transfer_out,
)
from clerk_app.services.workspace import Workspace


def add_operations(group: argparse._SubParsersAction[Parser]) -> tuple[Parser, ...]:
    """Add the operations to ``clerk household`` and return their parsers."""
    leaving = group.add_parser("transfer-out", help="一户或几个人迁往外村")
    leaving.add_argument("number", metavar="NO", help="户编号")
    leaving.add_argument("--to", required=True, metavar="CODE", help="迁入村的 12 位代码")
    leaving.add_argument("--name", default="", help="迁入村的名称")
    leaving.add_argument("--on", required=True, metavar="DATE", help="从哪一天起算新村的人")
    leaving.add_argument("--reason", required=True, help="迁出原因")
    leaving.add_argument("--person", action="append", default=[], metavar="NAME", help="只迁这个人，可写多次")
    leaving.add_argument("--dry-run", action="store_true", help="只看后果，不写入")
    leaving.set_defaults(run=run_out)
    back = group.add_parser("transfer-back", help="撤回迁出")
    back.add_argument("number", metavar="NO", help="户编号")
    back.add_argument("--reason", required=True, help="撤回原因")
    back.set_defaults(run=run_back)
    coming = group.add_parser("transfer-in", help="办理一户迁入，或退回")
    coming.add_argument("offer", metavar="ID", help="迁入户的编号（至少末 8 位）")
    coming.add_argument("--number", default="", metavar="NO", help="新户编号，不写则自动编号")
    coming.add_argument("--group", default="", help="村民小组")
    coming.add_argument("--address", default="", help="住址")
    coming.add_argument("--into", default="", metavar="NO", help="并入这一户，不另立户")
    coming.add_argument(
        "--relation", action="append", default=[], metavar="NAME=关系", help="与户主关系，如 李四=儿子，可写多次"
    )
    coming.add_argument("--decline", default="", metavar="REASON", help="退回，写明原因")
    coming.set_defaults(run=run_in)
    listed = group.add_parser("transfers", help="等待迁入的户和迁出的户")
    listed.set_defaults(run=run_list)
    return leaving, back, coming, listed


def run_out(arguments: argparse.Namespace) -> int:
    """Show the consequences, and carry the move out unless only they were asked for; status 2 when something stands in the way."""
    with opened(arguments) as workspace:
        entry = _entry(workspace, arguments)
        preview = preview_transfer_out(workspace, entry)
        transfer = ""
        if not arguments.dry_run:
            transfer = transfer_out(workspace, entry)
    problems = [problem.message for problem in preview.problems]
    if arguments.json:
        print_json(
            {
                "transfer": transfer,
                "household": preview.household.number,
                "people": len(preview.people),
                "consequences": [line.text for line in preview.consequences],
                "problems": problems,
            }
        )
    else:
        _show(preview, problems, transfer)
    return EXIT_REFUSED if problems else EXIT_DONE


def _entry(workspace: Workspace, arguments: argparse.Namespace) -> TransferOutEntry:
    file = household_numbered(workspace, arguments.number)
    names = {member.person.name: member.person.id for member in file.members}
    return TransferOutEntry(
        household_id=file.household.id,
        village_code=arguments.to,
        village_name=arguments.name,
        moved_on=parse_date(arguments.on, field="on"),
        reason=arguments.reason,
        people=tuple(_named(names, name) for name in arguments.person),
    )


def _named(names: dict[str, PersonId], name: str) -> PersonId:
    if name not in names:
        raise UserError("这一户没有叫“{name}”的成员：请用 clerk household show 查看。", field="person", name=name[:30])
    return names[name]


def _show(preview: TransferPreview, problems: Sequence[str], transfer: str) -> None:
    for line in preview.consequences:
        print(f"  {line.text}")
    for problem in problems:
        print(f"不能办理：{problem}")
    if transfer:
        print(f"已办理迁出：{preview.household.number} 户 {len(preview.people)} 人（{transfer}）。")


def run_back(arguments: argparse.Namespace) -> int:
    """Take the newest move of a household back."""
    with opened(arguments) as workspace:
        wanted = arguments.number.strip()
        left = [
            one
            for one in households_that_left(workspace)
            if one.number == wanted and one.transfer.standing.value == "sent"
        ]
        if not left:
            raise UserError(
                "{number} 户没有办过迁出，或已经撤回：请用 clerk household transfers 查看。", number=wanted[:30]
            )
        withdrawn = withdraw_transfer(workspace, left[0].transfer.id, arguments.reason)
    return answer(arguments, {"transfer": withdrawn.id, "household": wanted}, f"已撤回迁出：{wanted} 户。")


def run_in(arguments: argparse.Namespace) -> int:
    """Take an offered household in, or send it back."""
    with opened(arguments) as workspace:
        if arguments.decline:
            declined, number = str(decline(workspace, arguments.offer, arguments.decline)), ""
        else:
            incoming = incoming_household(workspace, arguments.offer)
            household = take_in(workspace, incoming.id, _taking_in(arguments, incoming))
            declined, number = "", open_household(workspace, household).household.number
    if arguments.json:
        print_json({"household": number, "declined": declined})
    elif number:
        print(f"已迁入：户编号 {number}。")
    else:
        print("已退回：下次报送后，县里告诉原村。")
    return EXIT_DONE


def _taking_in(arguments: argparse.Namespace, incoming: IncomingHousehold) -> TransferInEntry:
    people = {one.person.name: one.person for one in incoming.people}
    relations: dict[str, str] = {}
    for text in arguments.relation:
        name, sign, word = text.partition("=")
        if not sign or name not in people:
            raise UserError("关系写成 姓名=关系，如 李四=儿子，现在是“{text}”。", field="relation", text=text[:40])
        relations[people[name].id] = relation_of(word, people[name].sex)
    return TransferInEntry(
        number=arguments.number,
        group=arguments.group,
        address=arguments.address,
        into=arguments.into,
        relations=relations,
    )


def run_list(arguments: argparse.Namespace) -> int:
    """List who waits to be taken in, and who left."""
    with opened(arguments) as workspace:
        coming = incoming_households(workspace)
        left = households_that_left(workspace)
    if arguments.json:
        print_json({"incoming": [_plain(one) for one in coming], "left": left})
        return EXIT_DONE
    _show_coming(coming)
    _show_left(left)
    return EXIT_DONE


def _plain(one: IncomingHousehold) -> dict[str, object]:
    return {
        "id": one.id,
        "head": one.head,
        "people": [each.person.name for each in one.people],
        "from_code": one.from_code,
        "from_name": one.from_name,
        "moved_on": one.moved_on,
        "reason": one.reason,
        "acts": one.acts,
    }


def _show_coming(coming: Sequence[IncomingHousehold]) -> None:
    if not coming:
        print("没有等待迁入的户。")
        return
    print_table(
        ("迁入编号", "户主", "人数", "原村", "迁移日期", "原因"),
        [(one.id, one.head, len(one.people), one.from_name, one.moved_on, one.reason) for one in coming],
    )


def _show_left(left: Sequence[LeftHousehold]) -> None:
    if not left:
        return
    print("迁出的户：")
    print_table(
        ("户编号", "户主", "人数", "迁入村", "迁移日期", "状态"),
        [
            (
                one.number,
                one.head,
                len(one.transfer.people),
                one.transfer.village_name or one.transfer.village_code,
                one.transfer.moved_on,
                (one.told or one.transfer.standing).label if one.transfer.standing.value == "sent" else "已撤回",
            )
            for one in left
        ],
    )

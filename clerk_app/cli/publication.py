"""``clerk publication``: what the county published, its dry run, and the village's decision."""

from __future__ import annotations

import argparse
import sys

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json, print_table
from clerk_app.cli.command import add_group, opened
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.publication_decision import accept_publication, decline_publication, require_acceptable
from clerk_app.services.publication_trial import DryRun, ListedPerson, try_publication
from clerk_app.services.publications import PublicationRow, list_publications

_SHOWN_PEOPLE = 200


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "publication", "县里来文：政策包、本地标准、名单、村代码表")
    listed = group.add_parser("list", help="列出收到的来文和状态")
    listed.set_defaults(run=run_list)
    shown = group.add_parser("show", help="试算：接收后会改变什么；不改数据")
    shown.set_defaults(run=run_show)
    accepted = group.add_parser("accept", help="先显示试算，再接收；按来文写的日期生效")
    accepted.add_argument("--yes", action="store_true", help="看过试算，直接接收，不再问")
    accepted.set_defaults(run=run_accept)
    declined = group.add_parser("decline", help="谢绝，写明原因，县里能看到")
    declined.add_argument("--reason", required=True, help="原因")
    declined.set_defaults(run=run_decline)
    for parser in (shown, accepted, declined):
        parser.add_argument("ref", metavar="NUMBER", help="来文编号，如 1-17")
    for parser in (listed, shown, accepted, declined):
        add_data(parser)
        add_json(parser)


def run_list(arguments: argparse.Namespace) -> int:
    """List what came."""
    with opened(arguments) as workspace:
        rows = list_publications(workspace)
    if arguments.json:
        print_json({"publications": rows})
        return EXIT_DONE
    print_table(
        ("编号", "种类", "名称", "起", "止", "状态"),
        [(row.ref, row.kind.label, row.title, row.from_on, row.to_on or "", row.words) for row in rows],
    )
    return EXIT_DONE


def run_show(arguments: argparse.Namespace) -> int:
    """Show the dry run."""
    with opened(arguments) as workspace:
        tried = try_publication(workspace, arguments.ref)
    if arguments.json:
        print_json(tried)
    else:
        _show(tried)
    return EXIT_DONE


def run_accept(arguments: argparse.Namespace) -> int:
    """Show the dry run, ask, and accept."""
    with opened(arguments) as workspace:
        tried = try_publication(workspace, arguments.ref)
        if not arguments.json:
            _show(tried)
        require_acceptable(workspace, tried.row)
        if not arguments.yes and not _agreed():
            print("没有接收。")
            return EXIT_DONE
        row = accept_publication(workspace, tried)
    return _print(row, as_json=arguments.json)


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise UserError("请先用 clerk publication show 看过试算，再加 --yes 接收。", field="yes")
    return input("接收吗？输入 y 接收：").strip().lower() == "y"


def run_decline(arguments: argparse.Namespace) -> int:
    """Decline with a reason."""
    with opened(arguments) as workspace:
        row = decline_publication(workspace, arguments.ref, arguments.reason)
    return _print(row, as_json=arguments.json)


def _print(row: PublicationRow, *, as_json: bool) -> int:
    if as_json:
        print_json(row)
    else:
        print(f"第 {row.ref} 号来文“{row.title}”：{row.words}")
    return EXIT_DONE


def _show(tried: DryRun) -> None:
    row = tried.row
    until = "" if row.to_on is None else f"，至 {row.to_on}"
    print(f"第 {row.ref} 号来文  {row.kind.label}“{row.title}”  {row.from_on} 起{until}  {row.words}")
    if tried.match is not None:
        match = tried.match
        print(
            f"名单 {len(match.here) + len(match.elsewhere)} 人：本村登记的 {len(match.here)}，没有登记的 {len(match.elsewhere)}。"
        )
        _people("姓名与本村登记不同", tuple(each for each in match.here if each.is_named_otherwise))
        _people("名单上有、本村没有登记", match.elsewhere)
        _people("本村有这种身份、名单上没有", match.missing)
        return
    for region in tried.regions:
        print(f"  {region.code}  {region.before or '（新）'} → {region.after or '（不再有）'}")
    for value in tried.values:
        print(f"  {value.name}：{value.before or '没有设定'} → {value.after}")
    if tried.rules_before != tried.rules_after:
        print(f"政策包：{tried.rules_before} → {tried.rules_after}")
    for household in tried.households:
        classes = f"{household.class_before or '—'} → {household.class_after or '—'}"
        sums = f"{household.sum_before.grouped} → {household.sum_after.grouped} 元/年"
        print(f"{household.household_number} {household.head}：类别 {classes}，合计 {sums}")
        for line in household.lines:
            print(f"  {line}")
    if tried.rules_after:
        print(f"按 {tried.on} 试算，共 {len(tried.households)} 户会变；没有改动任何数据。")
    elif not tried.regions:
        print("与现有的一样，没有变化。")


def _people(told: str, people: tuple[ListedPerson, ...]) -> None:
    if people:
        print(f"{told}（{len(people)} 人）：")
    for each in people[:_SHOWN_PEOPLE]:
        other = f"，本村登记为 {each.registered_name}" if each.is_named_otherwise else ""
        print(f"  {each.household_number or '—'}  {each.name}  {each.id_number}{other}")
    if len(people) > _SHOWN_PEOPLE:
        print(f"  其余 {len(people) - _SHOWN_PEOPLE} 人请加 --json 查看。")

"""``clerk enrol``, ``clerk export``, ``clerk import``, ``clerk outbox``, ``clerk packet``: the stick."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from clerk_app.cli.arguments import (
    Parser,
    add_data,
    add_json,
    add_slip,
    data_dir,
    named_path,
    open_named,
    password_of,
    print_json,
    print_left_alone,
    save_slip,
)
from clerk_app.cli.command import add_group, opened
from clerk_app.domain.publication import PACKET_KINDS
from clerk_app.errors import EXIT_DONE, EXIT_REFUSED, UserError
from clerk_app.exchange.manifest import manifest_text
from clerk_app.paths import COUNTY_DATABASE_NAME
from clerk_app.services.answers import IMPORTED, REFUSED, SKIPPED, Imported, import_packets
from clerk_app.services.conflicts import count_conflicts
from clerk_app.services.enrolment import enrol, enrolment
from clerk_app.services.exchange import export_packet, inspect_packet, is_sealed, outbox
from clerk_app.services.slips import own_fingerprint_slip, packet_slip
from clerk_app.services.unlocking import has_village
from clerk_app.services.work import settle_work_item, work_items_of
from clerk_app.services.workspace import SystemClock
from clerk_app.terms import FIELDS


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    exported = commands.add_parser("export", help="把没有回执的变更写成一个报送包")
    exported.add_argument("--to", required=True, type=named_path, metavar="FOLDER", help="优盘或文件夹")
    add_slip(exported)
    exported.set_defaults(run=run_export)
    waiting = commands.add_parser("outbox", help="查看等待报送的变更和要人办的事")
    waiting.set_defaults(run=run_outbox)
    waiting.add_argument("--settle", default=None, metavar="ID", help="把这一件待办记为已办结")
    waiting.add_argument("--why", default="", metavar="TEXT", help="怎么办结的，和 --settle 一起用")
    imported = commands.add_parser("import", help="导入县里的回执和来文")
    imported.add_argument("sources", nargs="+", type=named_path, metavar="STICK_OR_FILE", help="优盘、文件夹或文件")
    imported.set_defaults(run=run_import)
    enrolled = commands.add_parser("enrol", help="打开县里的邀请，登记县里的密钥")
    enrolled.add_argument("source", type=named_path, metavar="STICK_OR_FILE", help="优盘、文件夹或邀请文件")
    enrolled.add_argument("--fingerprint", default=None, metavar="DIGITS", help="县里纸条上的指纹，八组四位数字")
    add_slip(enrolled, "本机指纹单")
    enrolled.set_defaults(run=run_enrol)
    group = add_group(commands, "packet", "报送包：检查")
    inspected = group.add_parser("inspect", help="检查一个报送包并显示清单")
    inspected.add_argument("file", metavar="FILE", type=named_path, help="报送包（.clerk 文件）")
    inspected.add_argument("--key", type=named_path, metavar="KEYFILE", default=None, help="县里的 age 私钥文件")
    inspected.set_defaults(run=run_inspect)
    for parser in (exported, waiting, imported, enrolled, inspected):
        add_data(parser)
        add_json(parser)


def run_export(arguments: argparse.Namespace) -> int:
    """Write a packet and verify it where it lies."""
    with opened(arguments) as workspace:
        done = export_packet(workspace, arguments.to)
        slip = None if arguments.slip is None else packet_slip(workspace, [path.name for path in done.paths])
    if arguments.json:
        print_json(
            {
                "packet": str(done.path),
                "packets": done.paths,
                "acts": done.acts,
                "bytes": done.size,
                "sha256": done.sha256,
            }
        )
    else:
        for path in done.paths:
            print(f"已写入并核对：{path}")
        print(f"共 {done.acts} 笔变更，{done.size} 字节。")
    save_slip(arguments, slip)
    return EXIT_DONE


def run_outbox(arguments: argparse.Namespace) -> int:
    """Say what waits for the stick, and what the exchange left to a person."""
    if arguments.settle is None and arguments.why:
        raise UserError("--why 要和 --settle 一起用：请用 --settle 写明是哪一件待办。", field="settle")
    with opened(arguments) as workspace:
        if arguments.settle is not None:
            settle_work_item(workspace, arguments.settle, arguments.why)
        waiting = outbox(workspace)
        items = work_items_of(workspace)
        county = enrolment(workspace)
        torn = count_conflicts(workspace)
    if arguments.json:
        shown = {"acts": waiting.acts, "by_kind": dict(waiting.by_kind), "packets": len(waiting.packets)}
        print_json({**shown, "work": items, "county": county, "conflicts": torn})
        return EXIT_DONE
    print(f"等待报送 {waiting.acts} 笔变更，已写过 {len(waiting.packets)} 个报送包。")
    for kind, count in waiting.by_kind:
        print(f"  {kind}：{count}")
    if county is not None:
        told = "已核对" if county.checked else "还没有核对，请对照县里的纸条"
        print(f"县里：{county.county}，指纹 {county.fingerprint}（{told}）")
        print(f"本机指纹（县里准入时要问）：{county.own_fingerprint}")
    if items:
        print(f"待办 {len(items)} 件（办结后用 clerk outbox --settle 编号）：")
    for item in items:
        act = f"第 {item.act_number} 号{item.act_kind}，" if item.act_number else ""
        print(f"  {item.id}  {item.kind_in_words}：{act}{item.reason}")
        for clash in item.clashes:
            print(f"    {FIELDS.get(clash.field, clash.field)}：本机“{clash.ours}”，县里“{clash.theirs}”")
    if torn:
        print(f"两台电脑写得不同的内容 {torn} 件：请用 clerk conflict list 查看。")
    return EXIT_DONE


def run_import(arguments: argparse.Namespace) -> int:
    """Import answers; status 2 when a file was refused."""
    with opened(arguments) as workspace:
        imported = import_packets(workspace, arguments.sources)
    if arguments.json:
        print_json({"packets": imported})
    else:
        _show_imported(imported)
    return EXIT_REFUSED if any(each.status == REFUSED for each in imported) else EXIT_DONE


def _show_imported(imported: Sequence[Imported]) -> None:
    said = print_left_alone([each.reason.text for each in imported if each.status == SKIPPED])
    for each in imported:
        _show_file(each)
        if each.reason and (each.status != SKIPPED or each.reason.text not in said):
            print(f"{each.file}：{each.reason}")
    if not any(each.status == IMPORTED for each in imported):
        print("没有新的回执和来文。")


def _show_file(each: Imported) -> None:
    if each.status == IMPORTED and each.kind in PACKET_KINDS:
        told = f"第 {each.number} 号来文“{each.title}”已收到"
        if each.stands:
            print(f"{each.file}：{told}，本村{each.stands}。")
        elif each.reason:
            print(f"{each.file}：{told}。")
        else:
            print(f"{each.file}：{told}，还没有生效：请用 clerk publication show 试算，再接收或谢绝。")
    elif each.status == IMPORTED:
        print(
            f"{each.file}：第 {each.number} 号回执已导入，还有 {each.waiting} 笔等待报送，"
            f"县里暂存 {each.held} 笔，退回 {each.refused} 笔，新待办 {each.opened} 件。"
        )
    if each.taken_back:
        named = "、".join(f"“{title}”" for title in each.taken_back)
        print(f"{each.file}：县里收回了来文{named}：没有接收的不能再接收，已接收的照旧，等县里的新来文。")
    if each.from_others:
        print(f"{each.file}：收到本村别的电脑的 {each.from_others} 笔变更。")
    if each.conflicts:
        print(f"{each.file}：有 {each.conflicts} 份不同的内容等人处理：请用 clerk conflict list 查看。")
    if each.caught_up is not None:
        up = each.caught_up
        print(
            f"{each.file}：本机比县里旧，已补上 {up.taken_over} 笔，重做本机的 {up.done_again} 笔，"
            f"{up.clashed} 笔要人核对；从现在起是第 {up.epoch} 期。"
        )


def run_enrol(arguments: argparse.Namespace) -> int:
    """Keep the county's keys and show both fingerprints."""
    typed: str | None = arguments.fingerprint
    if typed is not None and not any(
        map(str.isdecimal, typed)
    ):  # an unset variable must not pass for a comparison left out
        raise UserError("--fingerprint 后面没有数字：请填上县里纸条上的八组四位数字。", field="fingerprint")
    with opened(arguments) as workspace:
        done = enrol(workspace, arguments.source, typed or "")
        slip = None if arguments.slip is None else own_fingerprint_slip(workspace)
    if arguments.json:
        print_json(done)
    else:
        print(f"已登记：{done.county}（{done.region}）")
        print(f"县指纹：{done.fingerprint}")
        if not done.checked:
            print("请与县里的纸条逐组核对；不一致就不要报送，核对后可用 --fingerprint 再登记一次。")
        print(f"本机指纹（县里准入时要问）：{done.own_fingerprint}")
    save_slip(arguments, slip)
    return EXIT_DONE


def run_inspect(arguments: argparse.Namespace) -> int:
    """Show a packet's manifest, with everything in the packet verified."""
    manifest = inspect_packet(arguments.file, _identities(arguments) if is_sealed(arguments.file) else ())
    if arguments.json:
        print(manifest_text(manifest))
        return EXIT_DONE
    print(f"村 {manifest.village_name}（{manifest.village_code}）  安装 {manifest.install}  第 {manifest.epoch} 期")
    print(
        f"第 {manifest.number} 包，{manifest.acts} 笔变更（{manifest.first_act}–{manifest.last_act}），{manifest.created_at}"
    )
    print("签名、校验值和变更记录链都正确。")
    return EXIT_DONE


def _identities(arguments: argparse.Namespace) -> tuple[str, ...]:
    """Return the age identities to try: those of the key file, else that of the data folder: a county's or, of its own packets, a laptop's."""
    if arguments.key is not None:
        return _identities_in(arguments.key)
    folder = data_dir(arguments)
    if not has_village(folder):
        raise UserError(
            "报送包是密封的：请用 --key 指定县里的私钥文件，或用 --data 指定县级数据文件夹或写出它的数据文件夹。"
        )
    if (folder / COUNTY_DATABASE_NAME).exists():
        from clerk_app.services.county import open_county  # noqa: PLC0415 - no other command of a village loads the county's side

        county = open_county(folder, password_of(arguments), SystemClock(), clerk=arguments.clerk)
        county.close()
        return (county.store.county.age_secret,)
    workspace = open_named(arguments)
    workspace.close()
    return (workspace.store.install.age_secret,)


def _identities_in(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        raise UserError("私钥文件读不了：请检查路径 {path}。", path=path) from None
    found = tuple(line for line in lines if line.startswith("AGE-SECRET-KEY-"))
    if not found:
        raise UserError(
            "文件 {path} 里没有 age 私钥（以 AGE-SECRET-KEY- 开头的一行）：请检查是不是选错了文件。", path=path
        )
    return found

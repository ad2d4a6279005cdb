"""``clerk export``, ``clerk outbox``, ``clerk packet``: the stick."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import Parser, add_data, add_json, data_dir, named_path, open_named, print_json
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.exchange.manifest import manifest_text
from clerk_app.services.exchange import export_packet, inspect_packet, outbox
from clerk_app.services.unlocking import has_village


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    exported = commands.add_parser("export", help="把没有回执的变更写成一个报送包")
    exported.add_argument("--to", required=True, type=named_path, metavar="FOLDER", help="U 盘或文件夹")
    exported.set_defaults(run=run_export)
    waiting = commands.add_parser("outbox", help="查看等待报送的变更")
    waiting.set_defaults(run=run_outbox)
    group = commands.add_parser("packet", help="报送包").add_subparsers(metavar="操作", required=True)
    inspected = group.add_parser("inspect", help="检查一个报送包并显示清单")
    inspected.add_argument("file", metavar="FILE", type=named_path)
    inspected.add_argument("--key", type=named_path, metavar="KEYFILE", default=None, help="县里的 age 私钥文件")
    inspected.set_defaults(run=run_inspect)
    for parser in (exported, waiting, inspected):
        add_data(parser)
        add_json(parser)


def run_export(arguments: argparse.Namespace) -> int:
    """Write a packet and verify it where it lies."""
    workspace = open_named(arguments)
    try:
        done = export_packet(workspace, arguments.to)
    finally:
        workspace.close()
    if arguments.json:
        print_json({"packet": str(done.path), "acts": done.acts, "bytes": done.size, "sha256": done.sha256})
    else:
        print(f"已写入并核对：{done.path}（{done.acts} 条变更，{done.size} 字节）")
    return EXIT_DONE


def run_outbox(arguments: argparse.Namespace) -> int:
    """Say what waits for the stick."""
    workspace = open_named(arguments)
    try:
        waiting = outbox(workspace)
    finally:
        workspace.close()
    if arguments.json:
        print_json({"acts": waiting.acts, "by_kind": dict(waiting.by_kind), "packets": len(waiting.packets)})
    else:
        print(f"等待报送 {waiting.acts} 条变更，已写过 {len(waiting.packets)} 个报送包。")
        for kind, count in waiting.by_kind:
            print(f"  {kind}：{count}")
    return EXIT_DONE


def run_inspect(arguments: argparse.Namespace) -> int:
    """Show a packet's manifest, with everything in the packet verified."""
    manifest = inspect_packet(arguments.file, _identities(arguments))
    if arguments.json:
        print(manifest_text(manifest))
        return EXIT_DONE
    print(f"村 {manifest.village_name}（{manifest.village_code}）  安装 {manifest.install}  第 {manifest.epoch} 期")
    print(
        f"第 {manifest.number} 包，{manifest.acts} 条变更（{manifest.first_act}–{manifest.last_act}），{manifest.created_at}"
    )
    print("签名、校验值和日志链都正确。")
    return EXIT_DONE


def _identities(arguments: argparse.Namespace) -> tuple[str, ...]:
    """Return the age identities to try: the county's key file, else this install's own (it can read what it wrote)."""
    if arguments.key is not None:
        try:
            lines = arguments.key.read_text(encoding="utf-8").split()
        except (OSError, UnicodeDecodeError):
            raise UserError("私钥文件读不了：请检查路径 {path}。", path=arguments.key) from None
        return tuple(line for line in lines if line.startswith("AGE-SECRET-KEY-"))
    if not has_village(data_dir(arguments)):
        raise UserError("报送包是密封的：请用 --key 指定县里的私钥文件，或用 --data 指定写出它的数据文件夹。")
    workspace = open_named(arguments)
    workspace.close()
    return (workspace.store.install.age_secret,)

"""``clerk identity``: who this laptop is in the exchange, and a new identity for a copied folder."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json
from clerk_app.cli.command import add_group, opened
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.services.identity import identity, renew_identity


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(commands, "identity", "本机在报送中的身份：显示、换身份")
    shown = group.add_parser("show", help="显示编号、机号和指纹")
    shown.set_defaults(run=run_show)
    renewed = group.add_parser("renew", help="把复制来的数据文件夹变成另一台电脑")
    renewed.add_argument("--yes", action="store_true", help="确认：换了以后不能换回")
    renewed.set_defaults(run=run_renew)
    for parser in (shown, renewed):
        add_data(parser)
        add_json(parser)


def run_show(arguments: argparse.Namespace) -> int:
    """Show who this laptop is."""
    with opened(arguments) as workspace:
        found = identity(workspace)
    if arguments.json:
        print_json(found)
        return EXIT_DONE
    seat = f"{found.seat} 号机" if found.seat else "还没有机号，等县里的回执"
    print(f"电脑 {found.install}（{seat}，第 {found.epoch} 期）")
    print(f"本机指纹（县里准入时要问）：{found.fingerprint}")
    for number, install in found.laptops:
        if install != found.install:
            print(f"本村另有：{number} 号机 {install}" if number else f"本村另有：{install}（还没有机号）")
    return EXIT_DONE


def run_renew(arguments: argparse.Namespace) -> int:
    """Give the folder a new identity; asks for ``--yes``."""
    if not arguments.yes:
        raise UserError("换身份以后，这个文件夹就是村里的另一台电脑，要县里重新准入，不能换回：确实要换，请加 --yes。")
    with opened(arguments) as workspace:
        done = renew_identity(workspace)
        found = identity(done.workspace)
    if arguments.json:
        print_json({"before": done.before, "carried": done.carried, "identity": found})
        return EXIT_DONE
    print(f"已换成电脑 {found.install}，原来是 {done.before}；带过来 {done.carried} 笔没有回执的变更。")
    print(f"本机指纹（县里准入时要问）：{found.fingerprint}")
    print("请现在报送一次，让县里核对指纹后准入（--second）；原来那台如已遗失，请县里撤销它。")
    return EXIT_DONE

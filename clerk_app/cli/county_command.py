"""What the county's commands are made of: an operation with its options, the open county folder, and packets written in two forms."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from clerk_app.cli.arguments import Parser, add_data, add_json, data_dir, password_of
from clerk_app.errors import UserError
from clerk_app.logs import start_log
from clerk_app.services.county import CountyWorkspace, Written, open_county
from clerk_app.services.unlocking import has_village
from clerk_app.services.workspace import SystemClock

LEGEND = (
    "入账：已进县里的数据。已收过：以前收过，不再算。待核对：村里另一台电脑改过同一处，由村里定。"
    "暂存：等前面的变更，或等准入，到时自己入账。退回：没有入账，村里要重办。另存：同一个号有两种内容，要向村里核实。"
    "隔离：撤销以后收到的，不入账。补入账：以前暂存，这次入账。"
)
"""What the columns of tables about acts mean, for the help of the commands that print them."""


def add_operation(
    group: argparse._SubParsersAction[Parser],
    name: str,
    told: str,
    run: Callable[[argparse.Namespace], int],
    *,
    more: str = "",
    clerk: str = "经办人姓名（只有一位时可不写）",
) -> Parser:
    """Add one operation of ``clerk county`` with the options that all of them have, and return it for its own.

    ``more`` stands in its own help below what the list of operations tells; ``clerk`` says who signs in.
    """
    parser = group.add_parser(name, help=told, description=f"{told}\n{more}".strip())
    add_data(parser, clerk=clerk)
    add_json(parser)
    parser.set_defaults(run=run)
    return parser


@contextmanager
def opened_county(arguments: argparse.Namespace) -> Iterator[CountyWorkspace]:
    """Give the county folder that the command names, open, and close it at the end; raises as ``open_county`` does."""
    folder = data_dir(arguments)
    if not has_village(folder):
        raise UserError("这个文件夹里没有县级数据：请用 clerk county init 建立，或检查 --data 是否写对。")
    county = open_county(folder, password_of(arguments), SystemClock(), clerk=arguments.clerk)
    with closing(county):
        start_log(folder)
        yield county


def written_json(written: Written) -> dict[str, object]:
    """Return what ``--json`` prints of a packet, with the publications written beside it."""
    beside = [{**written_json(each), "publication": each.ref, "title": each.title} for each in written.beside]
    return {
        "packet": str(written.path),
        "kind": written.kind,
        "village": written.village,
        "install": written.install,
        "number": written.number,
        "bytes": written.size,
        "sha256": written.sha256,
        **({"publications": beside} if beside else {}),
    }


def show_beside(written: Written) -> None:
    """Print the publications that were written beside a packet."""
    for each in written.beside:
        print(f"已写入并核对：{each.path}（第 {each.ref} 号来文“{each.title}”，这台电脑还没有，一并发给）")

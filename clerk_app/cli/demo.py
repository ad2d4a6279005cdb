"""``clerk demo``: make a synthetic village."""

from __future__ import annotations

import argparse
import os

from clerk_app.cli.arguments import Parser, add_data, add_json, data_dir, password_of, print_json
from clerk_app.errors import EXIT_DONE
from clerk_app.services.demo import COUNTY_KEY_NAME, DEMO_PASSWORD, make_demo
from clerk_app.services.households import list_households
from clerk_app.services.workspace import SystemClock


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command."""
    parser = commands.add_parser("demo", help="建立一个演示村（数据全部虚构）")
    add_data(parser, clerk="")
    add_json(parser)
    parser.add_argument("--households", type=int, default=300, metavar="N", help="户数（默认 300）")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="随机种子（默认 1）")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the village; without a password the demo's own is used and printed."""
    given = arguments.password_file is not None or "CLERK_PASSWORD" in os.environ
    password = password_of(arguments) if given else DEMO_PASSWORD
    folder = data_dir(arguments)
    made = make_demo(folder, password, SystemClock(), households=arguments.households, seed=arguments.seed)
    try:
        rows = list_households(made.workspace)
    finally:
        made.workspace.close()
    people = sum(row.members for row in rows)
    if arguments.json:
        print_json({"data": str(folder), "households": len(rows), "people": people, "recovery_key": made.recovery_key})
        return EXIT_DONE
    print(f"演示村已建立：{folder}（{len(rows)} 户 {people} 人，全部虚构）")
    if not given:
        print(f"密码：{DEMO_PASSWORD}")
    print(f"恢复密钥：{made.recovery_key}")
    print(f"县级演示私钥：{folder / COUNTY_KEY_NAME}")
    return EXIT_DONE

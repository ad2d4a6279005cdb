"""``clerk verify``: prove that nothing was lost or altered."""

from __future__ import annotations

import argparse

from clerk_app.cli.arguments import Parser, add_data, add_json, print_json
from clerk_app.cli.command import opened
from clerk_app.errors import EXIT_DONE, EXIT_SITUATION
from clerk_app.services.verification import verify


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command."""
    parser = commands.add_parser("verify", help="检查变更记录、数据库和重放结果")
    add_data(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the checks; status 3 when one fails."""
    with opened(arguments) as workspace:
        outcome = verify(workspace)
    if arguments.json:
        print_json({"ok": outcome.ok, "acts": outcome.acts, "checks": outcome.checks})
    else:
        for check in outcome.checks:
            print(f"{'✓' if check.ok else '✗'} {check.title}：{check.message}")
        print(f"变更记录共 {outcome.acts} 笔。")
    return EXIT_DONE if outcome.ok else EXIT_SITUATION

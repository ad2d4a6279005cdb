"""``clerk password``: a new password by the recovery key."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from clerk_app.cli.arguments import Parser, add_data, data_dir, named_path, password_of
from clerk_app.cli.command import add_group
from clerk_app.errors import EXIT_DONE, UserError
from clerk_app.security.passwords import read_password_file
from clerk_app.services.accounts import reset_password
from clerk_app.services.unlocking import clerk_choices
from clerk_app.services.workspace import SystemClock


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command."""
    group = add_group(commands, "password", "密码：用恢复密钥重设")
    parser = group.add_parser("reset", help="忘记密码时用恢复密钥设新密码")
    add_data(parser)
    parser.add_argument("--recovery-file", type=named_path, metavar="FILE", default=None, help="第一行是恢复密钥的文件")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Set a new password; the old one no longer opens anything."""
    folder = data_dir(arguments)
    clerk_choices(folder)
    recovery = _recovery_key(arguments.recovery_file)
    workspace = reset_password(
        folder, recovery, password_of(arguments, "新密码（至少 8 位）："), SystemClock(), clerk=arguments.clerk
    )
    workspace.close()
    print("新密码已生效，旧密码作废。")
    return EXIT_DONE


def _recovery_key(file: Path | None) -> str:
    if file is not None:
        return read_password_file(file)
    if os.environ.get("CLERK_RECOVERY_KEY"):
        return os.environ["CLERK_RECOVERY_KEY"]
    if not sys.stdin.isatty():
        raise UserError("没有恢复密钥：请用 --recovery-file 指定文件。")
    return getpass.getpass("恢复密钥：")

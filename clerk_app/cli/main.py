"""``clerk``: the commands, and what their exit status means."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Final

from clerk_app import __version__
from clerk_app.cli.arguments import Parser
from clerk_app.errors import EXIT_DEFECT, EXIT_SITUATION, ClerkError
from clerk_app.logs import note_defect

_COMMANDS: Final = {
    "init": "init",
    "demo": "demo",
    "household": "household",
    "member": "member",
    "status": "status",
    "event": "event",
    "followup": "follow_up",
    "overpayment": "overpayment",
    "duplicate": "duplicate",
    "account": "account",
    "attachment": "attachment",
    "dibao": "dibao",
    "contribution": "contribution",
    "print": "printing",
    "export": "exchange",
    "outbox": "exchange",
    "packet": "exchange",
    "conflict": "conflict",
    "identity": "identity",
    "import": "exchange",
    "enrol": "exchange",
    "county": "county",
    "publication": "publication",
    "workday": "workday",
    "verify": "verify",
    "village": "village",
    "password": "password",
    "assess": "assess",
    "policy": "policy",
}
"""Each command with the module of ``cli`` that has it; only the one that is called is imported."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 2 refused, 3 a situation, 1 a defect."""
    words = list(sys.argv[1:] if argv is None else argv)
    _write_every_character()
    try:
        return _run(words)
    except ClerkError as error:
        print(error.message, file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print("已中断：没有完成的这一步不会保存。", file=sys.stderr)
        return EXIT_SITUATION
    except BrokenPipeError:
        _drop_output()  # the reader has gone; say nothing more
        return EXIT_SITUATION
    except OSError as error:
        note_defect(error)
        _drop_output()
        print(f"文件读写出错（{error.strerror}）：以前的数据都在。请检查磁盘空间和权限后再试。", file=sys.stderr)
        return EXIT_SITUATION
    except Exception as error:
        note_defect(error)
        if os.environ.get("CLERK_DEBUG"):
            raise
        print(
            f"程序出错了（{type(error).__name__}）：数据没有改动。请把数据文件夹里的 clerk.log 交给维护人员。",
            file=sys.stderr,
        )
        return EXIT_DEFECT


def _write_every_character() -> None:
    """Let rare characters stop no command: files and pipes get UTF-8 whatever the locale, a terminal what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _drop_output() -> None:
    """Let nothing more be written to standard output, or Python would fail on it again at its end."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: list[str]) -> int:
    arguments = _parser(words[0] if words else "").parse_args(words)
    status: int = arguments.run(arguments)
    if sys.stdout is not None:
        sys.stdout.flush()  # a full disk or a closed pipe shows here, not after the exit status is settled
    return status


def _parser(command: str) -> argparse.ArgumentParser:
    """Return the parser; when the command is known, only its module is imported."""
    parser = Parser(prog="clerk", description="村级社保专管员：不带命令时打开窗口。")
    parser.add_argument("--version", action="version", version=f"clerk {__version__}", help="显示版本")
    commands = parser.add_subparsers(metavar="命令", required=True, parser_class=Parser)
    modules = {_COMMANDS[command]} if command in _COMMANDS else dict.fromkeys(_COMMANDS.values())
    for module in modules:
        importlib.import_module(f"clerk_app.cli.{module}").add_parser(commands)
    return parser

"""What every command shares: the data folder, the password, JSON on demand, and errors in Chinese."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from clerk_app.domain.codes import Coded
from clerk_app.domain.money import Money
from clerk_app.domain.plain_text import visible
from clerk_app.errors import EXIT_REFUSED, UserError
from clerk_app.files import write_whole
from clerk_app.paths import default_data_dir
from clerk_app.services.sentences import Sentence

if TYPE_CHECKING:
    from clerk_app.services.lists import Listing
    from clerk_app.services.workspace import Workspace

    _SubParsersAction = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - argparse has no other name for it
else:
    _SubParsersAction = argparse._SubParsersAction  # noqa: SLF001 - as above; takes its type only while types are checked

_USAGE: Final = (
    (re.compile(r"the following arguments are required: (.+)"), "缺少参数 {0}"),
    (re.compile(r"unrecognized arguments: (.+)"), "不认识的参数 {0}"),
    (re.compile(r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)"), "{0} 没有 {1} 这个选项，可选 {2}"),
    (re.compile(r"argument (.+): expected one argument"), "{0} 后面要跟一个值"),
    (re.compile(r"argument (.+): expected at least one argument"), "{0} 后面至少要跟一个值"),
    (re.compile(r"argument (.+): not allowed with argument (.+)"), "{0} 不能和 {1} 一起用"),
    (re.compile(r"one of the arguments (.+) is required"), "要写明其中一个：{0}"),
    (re.compile(r"argument (.+): ignored explicit argument (.+)"), "{0} 后面不能跟值 {1}"),
    (re.compile(r"argument (.+): (后面.+)"), "{0} {1}"),
    (re.compile(r"argument (.+): invalid int value: (.+)"), "{0} 应是整数，不是 {1}"),
)


_PARTS: Final = re.compile(r"[!-~]+ *|.")
"""What a line of help is made of: words of ASCII, and single other characters."""
_CLOSING: Final = frozenset("，。；：、！？）”》")


class _Help(argparse.HelpFormatter):
    """Begins a command's usage in Chinese, and breaks lines where they are full on a terminal, on which a Chinese character takes two places."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the usage under a Chinese word, unless another is given; the usage inside a command's name has none."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return _broken(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in _broken(text, width - len(indent)))


def _broken(text: str, width: int) -> list[str]:
    """Return lines no wider than this: words stay whole, no line begins with what closes a phrase; a line end of the text stays one."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for part in _PARTS.findall(paragraph):
            if line and _width(line + part.rstrip()) > width and part not in _CLOSING:
                lines.append(line.rstrip())
                line = part.lstrip()
            else:
                line += part
        lines.append(line.rstrip())
    return lines


class _Operations(_SubParsersAction):
    """Commands whose own help begins with the sentence that the list of commands has for them."""

    def add_parser(self, name: str, **settings: Any) -> Parser:
        """Return the parser of a new command."""
        return super().add_parser(name, **{"description": settings.get("help"), **settings})


class Parser(argparse.ArgumentParser):
    """An argument parser that helps and refuses in Chinese, and takes no shortened options."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"allow_abbrev": False, "add_help": False, "formatter_class": _Help, **settings})
        self.register("action", "parsers", _Operations)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这些说明")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command and stop with status 2."""
        told = message
        for pattern, sentence in _USAGE:
            match = pattern.fullmatch(message)
            if match:
                told = sentence.format(*match.groups())
        print(f"命令写得不对：{told}。用 {self.prog} --help 查看用法。", file=sys.stderr)
        raise SystemExit(EXIT_REFUSED)


def named_path(text: str) -> Path:
    """Return the path that a word names; an empty word, as an unset variable gives it, would else mean the current folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("后面的路径是空的")
    return Path(text)


def add_data(
    parser: argparse.ArgumentParser, *, password: bool = True, clerk: str = "经办人姓名（只有一位时可不写）"
) -> None:
    """Add ``--data`` and, unless the command opens nothing, the ways to give the password; ``clerk`` says whose it is, or is empty."""
    parser.add_argument("--data", metavar="DIR", type=named_path, default=None, help="数据文件夹（不写则用默认位置）")
    if password:
        if clerk:
            parser.add_argument("--clerk", metavar="NAME", default="", help=clerk)
        parser.add_argument("--password-file", metavar="FILE", type=named_path, default=None, help="第一行是密码的文件")


def add_coded(parser: argparse.ArgumentParser, option: str, kind: type[Coded], what: str, **settings: Any) -> None:
    """Add an option that takes a code of a table; its help says what each code means."""
    told = "、".join(f"{one.value} {one.label}" for one in kind)
    parser.add_argument(option, choices=[one.value for one in kind], help=f"{what}：{told}", **settings)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``."""
    parser.add_argument("--json", action="store_true", help="输出机器可读的 JSON")


def add_slip(parser: argparse.ArgumentParser, called: str = "交接单") -> None:
    """Add ``--slip``; ``called`` is what the paper is."""
    parser.add_argument("--slip", type=named_path, metavar="FILE", default=None, help=f"再写一张{called}（PDF 文件）")
    parser.set_defaults(slip_called=called)


def save_slip(arguments: argparse.Namespace, slip: bytes | None) -> None:
    """Write the slip that was asked for; last of all, so that a full disk takes nothing from what the command did and told."""
    if slip is None:
        return
    write_whole(arguments.slip, slip)
    if not arguments.json:
        print(f"{arguments.slip_called}：{arguments.slip}")


def add_export(parser: argparse.ArgumentParser) -> None:
    """Add ``--to`` and ``--masked``: the list as a workbook."""
    parser.add_argument("--to", metavar="FILE", type=named_path, default=None, help="写成 Excel 文件")
    parser.add_argument("--masked", action="store_true", help="遮住公民身份号码、残疾证号、账号和电话（与 --to 同用）")


def export_listing(arguments: argparse.Namespace, listing: Listing) -> None:
    """Write a listing where ``--to`` says, and say so; raises UserError and SituationError as ``save_listing`` does."""
    from clerk_app.services.lists import save_listing  # noqa: PLC0415 - as in ``open_named``

    target = save_listing(arguments.to, listing, masked=arguments.masked)
    if arguments.json:
        print_json({"file": str(target), "rows": len(listing.rows), "masked": arguments.masked})
    else:
        print(f"已写入 {target.name}：{len(listing.rows)} 行。")


def data_dir(arguments: argparse.Namespace) -> Path:
    """Return the data folder that the command names, or the default one."""
    given: Path | None = arguments.data
    return given if given is not None else default_data_dir()


def password_of(arguments: argparse.Namespace, prompt: str = "密码：") -> str:
    """Return the password from the file, the environment (CLERK_PASSWORD) or a prompt.

    Raises UserError when none of them is there.
    """
    if arguments.password_file is not None:
        from clerk_app.security.passwords import read_password_file  # noqa: PLC0415 - as in ``open_named``

        return read_password_file(arguments.password_file)
    from_environment = os.environ.get("CLERK_PASSWORD")
    if from_environment is not None:
        return from_environment
    if not sys.stdin.isatty():
        raise UserError("没有密码：请用 --password-file 指定密码文件，或设置环境变量 CLERK_PASSWORD。")
    return getpass.getpass(prompt)


def open_named(arguments: argparse.Namespace) -> Workspace:
    """Open the data folder that the command names, with the password it gives."""
    from clerk_app.app import open_data  # noqa: PLC0415 - commands that open nothing do without the database

    return open_data(data_dir(arguments), lambda: password_of(arguments), clerk=arguments.clerk)


def print_json(value: object) -> None:
    """Print a value as JSON; dataclasses become objects, money and dates text, instants as ISO 8601 writes them."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type | Money | Sentence):
        return {each.name: getattr(value, each.name) for each in fields(value)}  # what stands in them comes here too
    return str(value)


def print_left_alone(reasons: Sequence[str]) -> frozenset[str]:
    """Print once for all of them why files were left alone; return the reasons said so. A stick may hold the answers of a whole county."""
    often = {reason: count for reason, count in Counter(reasons).items() if count > 1}
    for reason, count in often.items():
        print(f"{count} 个文件没有动：{reason}")
    return frozenset(often)


def print_table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under their headers, columns aligned for Chinese characters."""
    cells = [[visible(str(cell)) for cell in row] for row in (headers, *rows)]
    widths = [max(_width(row[index]) for row in cells) for index in range(len(headers))]
    for row in cells:
        print("  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)

"""What most commands are made of: a group of operations, an open data folder, and one answer in two forms."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from clerk_app.cli.arguments import open_named, print_json
from clerk_app.errors import EXIT_DONE

if TYPE_CHECKING:
    from clerk_app.cli.arguments import Parser
    from clerk_app.services.workspace import Workspace


def add_group(
    commands: argparse._SubParsersAction[Parser], name: str, text: str, more: str = ""
) -> argparse._SubParsersAction[Parser]:
    """Add a command that has operations, of which one must be given; return where they are added. ``more`` stands in its own help."""
    group = commands.add_parser(name, help=text, description=f"{text}\n{more}".strip())
    return group.add_subparsers(metavar="操作", required=True)


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Workspace]:
    """Give the data folder that the command names, open, and close it at the end; raises as ``open_named`` does."""
    with closing(open_named(arguments)) as workspace:
        yield workspace


def answer(arguments: argparse.Namespace, told: object, words: str) -> int:
    """Say what was done, as JSON where that is asked for, else in words; return the status of what is done."""
    if arguments.json:
        print_json(told)
    else:
        print(words)
    return EXIT_DONE

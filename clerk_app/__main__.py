"""``clerk`` and ``python -m clerk_app``: with a command the command line, without one the window."""

from __future__ import annotations

import multiprocessing
import sys
from typing import Final

_OF_THE_COMMAND_LINE: Final = frozenset({"-h", "--help", "--version"})


def main() -> int:
    """Run the program and return its exit status."""
    multiprocessing.freeze_support()  # a packaged program is its own interpreter
    words = sys.argv[1:]
    if words and (not words[0].startswith("-") or words[0] in _OF_THE_COMMAND_LINE):
        from clerk_app.cli.main import main as run_command  # noqa: PLC0415 - the window does without the commands

        return run_command()
    from clerk_app.ui.application import run  # noqa: PLC0415 - the commands do without Qt

    return run(words)


if __name__ == "__main__":
    raise SystemExit(main())

"""``clerk`` and ``python -m clerk_app``: with a command the command line, without one the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program and return its exit status."""
    from clerk_app.cli.main import is_command  # noqa: PLC0415 - Qt only for the window
    from clerk_app.cli.main import main as run_command

    if is_command(sys.argv[1:]):
        return run_command()
    from clerk_app.ui.application import run  # noqa: PLC0415

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())

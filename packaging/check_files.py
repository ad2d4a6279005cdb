"""Refuse what must not stand in a tracked file: this or that machine's paths, registry settings, addresses in set-up files."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent

# Written so that no pattern matches its own spelling here.
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|farm|root|home/\w+|Users/\w+)/")
REGISTRY_SETTING = re.compile(
    r"(?:extra[-_])?index[-_]url|find[-_]links|trusted[-_]host|PIP_[A-Z]+_HOST|\bUV_(?:DEFAULT_)?INDEX\b"
)
ADDRESS = re.compile(r"\b(?:https?|ftp|file|ssh|git)(?=://)")
SET_UP = ("requirements/", "packaging/", ".ci/", "Makefile", "pyproject.toml")
"""Where no address at all may stand: what these fetch comes by the machine's own configuration."""


def offences(path: str, text: str) -> Iterator[str]:
    """Yield ``path:line: what`` for each line that offends."""
    rules = [(MACHINE_PATH, "a machine's own path"), (REGISTRY_SETTING, "a registry setting")]
    if path.startswith(SET_UP):
        rules.append((ADDRESS, "an address in a set-up file"))
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, what in rules:
            if pattern.search(line):
                yield f"{path}:{number}: {what}"


def tracked() -> list[str]:
    """Return the tracked files and those about to be, as git names them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def scan() -> list[str]:
    """Return every offence in the repository; files that are not text are passed over."""
    found: list[str] = []
    for name in tracked():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if PurePosixPath(name).suffix != ".svg":
            found.extend(offences(name, text))
    return found


if __name__ == "__main__":
    faults = scan()
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    sys.exit(1 if faults else 0)

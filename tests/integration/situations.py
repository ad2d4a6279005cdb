"""Bad situations made real: commands that run with a small or read-only disk under one folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests.builders import PASSWORD

ROOT: Final = Path(__file__).resolve().parents[2]
_MOUNT: Final = 'mount -t tmpfs -o "size=$2" tmpfs "$1" && cp -a "$3/." "$1/"'
_BACK: Final = 'cp -a "$1/." "$3/"'


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str


def run(command: Sequence[str], **environment: str) -> Done:
    """Run a command with the tests' password in its environment."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "CLERK_PASSWORD": PASSWORD, "LC_ALL": "C.UTF-8", **environment},
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def clerk(*words: str | Path, **environment: str) -> Done:
    """Run the program itself in a process of its own."""
    return run([sys.executable, "-m", "clerk_app", *map(str, words)], **environment)


@cache
def own_mounts() -> tuple[str, ...] | None:
    """Return the words that give a command mounts of its own, or None where the machine gives nobody any."""
    words = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--mount", "--map-root-user")
    try:
        probe = subprocess.run(
            [*words, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, timeout=20, check=False
        )
    except OSError:
        return None
    return words if probe.returncode == 0 else None


def on_small_disk(folder: Path, size: str, command: Sequence[str | Path], *, read_only: bool = False) -> Done:
    """Run a command while ``folder`` lies on a tmpfs of this size, with what was in it; what it leaves there comes back.

    Where the machine forbids mounts the disk is played by a limit on the size of files, which the database meets just as suddenly.
    """
    words = [str(word) for word in command]
    mounts = own_mounts()
    if mounts is None:
        kib = int(size.removesuffix("k"))
        return run(["sh", "-c", f'ulimit -f {kib * 2}; exec "$@"', "sh", *words])
    lock = 'mount -o remount,ro "$1" &&' if read_only else ""
    back = "" if read_only else _BACK
    script = f'{_MOUNT} && {lock} {{ d=$1 h=$3; shift 3; "$@"; r=$?; set -- "$d" "" "$h"; {back or ":"}; exit $r; }}'
    home = folder.with_name(folder.name + ".kept")
    folder.rename(home)
    folder.mkdir()
    try:
        return run([*mounts, "sh", "-c", script, "sh", str(folder), size, str(home), *words])
    finally:
        folder.rmdir()
        home.rename(folder)

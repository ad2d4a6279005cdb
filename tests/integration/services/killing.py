"""Processes that are killed with SIGKILL between two file operations, counted by Python or by the kernel.

A child is forked from the test, so it costs no start of the program. Two ways to choose the moment:

- ``steps``: the child counts what its own Python does to files (audit events, ``fsync``, the steps of writing to a stick) and to
  the database (each statement, begin and commit), and kills itself at the chosen one. Runs on every machine.
- ``calls``: strace counts the system calls that change a file, SQLite's own among them, and kills the child as it enters the chosen one.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, event

from clerk_app.exchange import stick as sticks
from clerk_app.exchange.stick import Faults, Step

Doing = Callable[[], object]
Call = tuple[str, int]
"""A system call's name, and the how-manieth of that name it is, from 1."""

CHANGING: Final = (
    "open", "openat", "creat", "write", "writev", "pwrite64", "pwritev", "pwritev2", "ftruncate", "truncate", "fallocate", "fsync",
    "fdatasync", "sync_file_range", "rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat", "mkdir", "mkdirat", "rmdir",
)  # fmt: skip
_FILE_EVENTS: Final = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link"})
_OPENED_TO_WRITE: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_SECONDS: Final = 120


def steps(doing: Doing, folder: Path, at: int) -> int | None:
    """Do it in a child that kills itself at step ``at`` (from 0); return how many steps it took if it came to its end, else None.

    Only files in ``folder`` count. Raises AssertionError with the child's traceback when it failed.
    """

    def counted() -> int:
        counter = _Counter(at)
        counter.watch(folder)
        doing()
        return counter.seen

    return _forked(counted)


def calls(doing: Doing, folder: Path, log: Path) -> list[Call]:
    """Do it in a child under strace and return the calls that changed a file in ``folder``, in their order."""
    words = ["-y", "-e", f"trace={_known_calls()}", "-o", str(log)]
    assert _forked(lambda: (doing(), 0)[1], words) is not None
    seen: Counter[str] = Counter()
    found: list[Call] = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        begun = re.match(r"(?:\d+ +)?(\w+)\(", line)
        if begun is None:
            continue
        name = begun[1]
        seen[name] += 1
        opened_to_read = name.startswith("open") and not re.search(r"O_(?:CREAT|WRONLY|RDWR|TRUNC)", line)
        if str(folder) in line and not opened_to_read:
            found.append((name, seen[name]))
    return found


def killed_at_call(doing: Doing, call: Call) -> bool:
    """Do it in a child that strace kills as it enters this call; say whether it was killed."""
    name, place = call
    return (
        _forked(lambda: (doing(), 0)[1], ["-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={place}"])
        is None
    )


@cache
def why_no_strace() -> str:
    """Say why strace cannot watch a process here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    try:
        done = _forked(lambda: 0, ["-e", "trace=write"])
    except AssertionError as error:
        return f"strace may not watch a process here: {error}"
    return "" if done == 0 else "strace lost the process"


@cache
def _known_calls() -> str:
    """Return those of the calls that this machine has; strace refuses a list with an unknown one."""
    return ",".join(f"?{name}" for name in CHANGING)


class _Counter:
    def __init__(self, at: int) -> None:
        self.seen = 0
        self._at = at

    def step(self, *_about: object) -> None:
        if self.seen == self._at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.seen += 1

    def watch(self, folder: Path) -> None:
        """Count from now on; there is no way back, so only ever in a child."""
        inside = str(folder)
        plain_fsync, plain_write = os.fsync, sticks.write_file

        def heard(name: str, about: tuple[Any, ...]) -> None:
            if name == "open":
                path, _mode, flags = about
                if isinstance(path, str) and path.startswith(inside) and flags & _OPENED_TO_WRITE:
                    self.step()
            elif name in _FILE_EVENTS and str(about[0]).startswith(inside):
                self.step()

        def fsync(fd: Any) -> None:
            self.step()
            plain_fsync(fd)

        def write_file(folder: Path, name: str, data: bytes, *, faults: Faults | None = None) -> Path:
            def both(step: Step, path: Path) -> None:
                self.step()
                if faults is not None:
                    faults(step, path)

            done = plain_write(folder, name, data, faults=both)
            self.step()
            return done

        os.fsync = fsync
        sticks.write_file = write_file
        for moment in ("begin", "before_cursor_execute", "commit"):
            event.listen(Engine, moment, self.step)
        sys.addaudithook(heard)


def _forked(doing: Callable[[], int], strace: list[str] | None = None) -> int | None:
    """Return what it returned in a child, None when the child was killed; raises AssertionError when it failed otherwise."""
    go_read, go_write = os.pipe()
    said_read, said_write = os.pipe()
    with warnings.catch_warnings():
        # Newer Pythons warn of forking beside threads; ours hold nothing that the child needs.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        os.close(go_write)
        os.close(said_read)
        _child(doing, go_read, said_write)
    os.close(go_read)
    os.close(said_write)
    try:
        with _watched(child, strace):
            os.write(go_write, b"go")
            with os.fdopen(said_read, encoding="utf-8") as file:
                said = file.read()
            _, status = os.waitpid(child, 0)
    finally:
        os.close(go_write)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return None
    assert os.waitstatus_to_exitcode(status) == 0, said
    return int(said)


def _child(doing: Callable[[], int], go: int, said: int) -> None:
    status = 1
    try:
        signal.alarm(_SECONDS)
        os.read(go, 2)
        told = str(doing())
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must hear of it and the child must end here
        told = traceback.format_exc()
    finally:
        os.write(said, told.encode())
        os._exit(status)


@contextmanager
def _watched(child: int, strace: list[str] | None) -> Iterator[None]:
    if strace is None:
        yield
        return
    watcher = subprocess.Popen(
        ["strace", *strace, "-p", str(child)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert watcher.stderr is not None
        attached = watcher.stderr.readline()
        if "attached" not in attached:
            os.kill(child, signal.SIGKILL)
            raise AssertionError(attached.strip())
        yield
        watcher.communicate(timeout=_SECONDS)
    finally:
        watcher.kill()
        watcher.communicate()

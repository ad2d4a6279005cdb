"""X servers for the tests, one at a time on the machine: one that ends can take the socket of another that begins under its number."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

_TRIES: Final = 3


@contextmanager
def screen() -> Iterator[str]:
    """Give the name of a screen of 1366x768 that nobody else uses, while the block runs."""
    for needed in ("Xvfb", "xdotool", "openbox"):
        if shutil.which(needed) is None:
            pytest.fail(f"install {needed}: see packaging/debian-packages.txt")
    with (Path(tempfile.gettempdir()) / f"clerk-tests-screen-{os.getuid()}").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        for _ in range(_TRIES):
            server, name = _server()
            try:
                if _answers(name):
                    yield name
                    return
            finally:
                server.terminate()
                server.wait(10)
        pytest.fail("no screen answers")


def _server() -> tuple[subprocess.Popen[bytes], str]:
    """Start a screen, and return it with the name that it gave itself.

    It does not begin anew when its last program goes: one that comes just then would find no screen.
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as stream:
        return server, f":{stream.readline().strip()}"


def _answers(name: str) -> bool:
    """Say whether a screen takes programs: one that ended elsewhere on the machine may have taken its socket along."""
    asked = ["xdotool", "getdisplaygeometry"]
    for _ in range(20):
        if subprocess.run(asked, env={**os.environ, "DISPLAY": name}, capture_output=True, check=False).returncode == 0:
            return True
        time.sleep(0.1)
    return False

"""X servers for the tests, one at a time on the machine: one that ends can take the socket of another that begins under its number."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def screen() -> Iterator[str]:
    """Give the name of a screen of 1366x768 that nobody else uses, while the block runs."""
    for needed in ("Xvfb", "xdotool", "openbox"):
        if shutil.which(needed) is None:
            pytest.fail(f"install {needed}: see packaging/debian-packages.txt")
    with (Path(tempfile.gettempdir()) / f"clerk-tests-screen-{os.getuid()}").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        reading, writing = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        try:
            with os.fdopen(reading) as stream:
                yield f":{stream.readline().strip()}"
        finally:
            server.terminate()
            server.wait(10)

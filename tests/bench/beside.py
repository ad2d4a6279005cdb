"""An environment of its own for what the benchmark only measures against; it never holds the program, nor the program it.

Installed from ``requirements/bench.txt`` into build/bench/beside/. Where that does not work the table says so.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

from tests.bench.population import KEPT, ROOT

LOCK: Final = ROOT / "requirements" / "bench.txt"
_HOME: Final = KEPT / "beside"
_PYTHON: Final = _HOME / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


class NotHadError(Exception):
    """What would be measured against cannot be installed or run here; the message is the last word of it."""


def run(script: Path, *arguments: str) -> str:
    """Run a script in that environment and return what it prints; raises NotHadError."""
    try:
        _install()
        command = [str(_PYTHON), str(script), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as failed:
        words = (getattr(failed, "stderr", None) or str(failed)).strip().splitlines()
        raise NotHadError(words[-1] if words else str(failed)) from failed


def _install() -> None:
    mark = _HOME / "holds"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return
    venv.create(_HOME, clear=True, with_pip=True)
    pip = [str(_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    locked = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
    subprocess.run([*pip, *locked], check=True, capture_output=True, text=True)
    mark.write_text(wanted, encoding="utf-8")

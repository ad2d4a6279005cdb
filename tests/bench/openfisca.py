"""OpenFisca's country template beside ours, in a virtual environment of its own.

OpenFisca is under the AGPL: the program never imports it and its environment never holds it. The benchmark installs it from its own
lock into build/bench/openfisca/ and starts it as another program. Where it cannot be installed the table says so.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.population import KEPT, ROOT

LOCK: Final = ROOT / "requirements" / "bench.txt"
SCRIPT: Final = Path(__file__).with_name("openfisca_run.py")
_HOME: Final = KEPT / "openfisca"
_PYTHON: Final = _HOME / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


@dataclass(frozen=True, slots=True)
class Beside:
    """Seconds and peak memory in MB, None where OpenFisca could not be had; ``said`` tells what it was, or why there is none."""

    seconds: float | None
    megabytes: float | None
    said: str


def measure(people: int) -> Beside:
    """Return what six variables of OpenFisca's country template take for so many people."""
    try:
        _install()
        ran = subprocess.run([str(_PYTHON), str(SCRIPT), str(people)], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as failed:
        words = (getattr(failed, "stderr", None) or str(failed)).strip().splitlines()
        return Beside(None, None, f"OpenFisca cannot be installed or run here: {words[-1] if words else failed}")
    found = json.loads(ran.stdout)
    return Beside(found["seconds"], found["megabytes"], "OpenFisca's country template, six variables")


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

"""OpenFisca's country template beside ours.

OpenFisca is under the AGPL: the program never imports it and its environment never holds it. Where it cannot be installed the table
says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench import beside

SCRIPT: Final = Path(__file__).with_name("openfisca_run.py")


@dataclass(frozen=True, slots=True)
class Beside:
    """Seconds and peak memory in MB, None where OpenFisca could not be had; ``said`` tells what it was, or why there is none."""

    seconds: float | None
    megabytes: float | None
    said: str


def measure(people: int) -> Beside:
    """Return what six variables of OpenFisca's country template take for so many people."""
    try:
        found = json.loads(beside.run(SCRIPT, str(people)))
    except beside.NotHadError as missing:
        return Beside(None, None, f"OpenFisca cannot be installed or run here: {missing}")
    return Beside(found["seconds"], found["megabytes"], "OpenFisca's country template, six variables")

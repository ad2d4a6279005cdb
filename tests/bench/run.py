"""Measure the program: ``python -m tests.bench.run [CASE...]``; prints a table and writes build/bench.json.

Each case runs in a process of its own, so that its peak memory is its own. Exit status 1 when a demand is not met.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import asdict
from typing import Any

from tests.bench.cases import CASES
from tests.bench.population import ROOT

REPORT = ROOT / "build" / "bench.json"


def measure(case: str) -> dict[str, Any]:
    """Run one case in a process of its own and return its figures, or its last words under ``failed``."""
    command = [sys.executable, "-m", "tests.bench.run", "--one", case]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        said, trouble = process.communicate()
    if process.returncode:
        return {"case": case, "failed": (trouble.strip().splitlines() or ["no word"])[-1]}
    figures: dict[str, Any] = json.loads(said.splitlines()[-1])
    return figures


def one(case: str) -> None:
    """Run a case here and print its figures as one JSON line."""
    figure = CASES[case]()
    usage = _peak_megabytes()
    print(
        json.dumps(
            {
                "case": case,
                "what": (CASES[case].__doc__ or "").strip(),
                **asdict(figure),
                "ratio": figure.ratio,
                "holds": figure.holds,
                "peak_megabytes": usage,
            },
            ensure_ascii=False,
        )
    )


def _peak_megabytes() -> float:
    import resource  # noqa: PLC0415 - not there on Windows

    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def line(figures: dict[str, Any]) -> str:
    """Return one row of the table."""
    if "failed" in figures:
        return f"{figures['case']:<13} FAILED  {figures['failed']}"
    unit = figures["unit"]
    demand = f"{figures['demand']:g} x" if figures["as_ratio"] else f"{figures['demand']:g} {unit}"
    relation = ">=" if figures["at_least"] else "<="
    beside = figures["baseline_is"]
    if figures["baseline"] is not None:
        beside = f"{figures['ratio']:8.2f} x {figures['baseline']:.2f} {unit} ({beside})"
    return (
        f"{figures['case']:<13} {figures['value']:9.2f} {unit:<3} {relation if figures['holds'] else 'NOT ' + relation:>6} {demand:<9}"
        f"{beside}, peak {figures['peak_megabytes']:.0f} MB"
    )


def main() -> int:
    """Run the named cases, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", choices=[*CASES, []], metavar="CASE", help=", ".join(CASES))
    parser.add_argument("--one", choices=list(CASES), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        one(arguments.one)
        return 0
    found = []
    for case in arguments.cases or CASES:
        found.append(measure(case))
        print(line(found[-1]), flush=True)
    REPORT.parent.mkdir(exist_ok=True)
    machine = {
        "cores": os.cpu_count(),
        "python": sys.version.split()[0],
        "display": os.environ.get("QT_QPA_PLATFORM", ""),
    }
    REPORT.write_text(json.dumps({"machine": machine, "cases": found}, ensure_ascii=False, indent=2), encoding="utf-8")
    print(f"written: {REPORT.relative_to(ROOT)}")
    return 0 if all(figures.get("holds") for figures in found) else 1


if __name__ == "__main__":
    sys.exit(main())

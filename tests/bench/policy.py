"""The policy engine measured: one person, a list through the command, a county in bulk beside OpenFisca."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from clerk_app.policy.bulk import yearly_sums
from clerk_app.policy.case_reader import read_case
from clerk_app.policy.evaluator import assess
from clerk_app.policy.facts import LocalValues
from clerk_app.policy.loader import load_pack
from clerk_app.policy.result_writer import result_line
from tests.bench import county, openfisca
from tests.bench.figure import Figure
from tests.bench.population import ROOT

PEOPLE: Final = 500_000
FEW: Final = 10_000
MANY: Final = 100_000
_LOCAL: Final = LocalValues.of(county.LOCAL)


def assess_one() -> Figure:
    """95th percentile of one person with all reasons, from the text of the case to the text of the answer."""
    lines = [line.encode() for line in county.case_lines(1_000)]
    for name in county.PACKS:
        load_pack(name)
    taken = [_seconds(_answer, line) for line in lines]
    read = [_seconds(json.loads, line) for line in lines]
    return Figure(
        value=quantiles(taken, n=20)[-1] * 1000,
        unit="ms",
        baseline=quantiles(read, n=20)[-1] * 1000,
        baseline_is="json reading the same case",
        demand=2,
    )


def _answer(line: bytes) -> str:
    return result_line(assess(*read_case(line)))


def _children_seconds() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


@dataclass(frozen=True, slots=True)
class _Run:
    seconds: float
    megabytes: float


def assess_batch() -> Figure:
    """Cases a second of one core through ``clerk assess --batch``: 100,000 of one person each with reasons, the start included."""
    with tempfile.TemporaryDirectory() as folder:
        path = _written(Path(folder), MANY)
        runs = [_batch(path) for _ in range(3)]
        lines = path.read_bytes().splitlines()
    copied = _seconds(lambda: [json.dumps(json.loads(line), ensure_ascii=False) for line in lines])
    return Figure(
        value=MANY / median(run.seconds for run in runs),
        unit="/s",
        baseline=MANY / copied,
        baseline_is="json reading and writing the same cases",
        demand=20_000,
        at_least=True,
    )


def assess_memory() -> Figure:
    """Peak memory of ``clerk assess --batch`` over 100,000 cases, against 10,000."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_batch(_written(Path(folder), count)).megabytes for count in (FEW, MANY))
    return Figure(value=many, unit="MB", baseline=few, baseline_is="over 10,000", demand=1.1, as_ratio=True)


def _written(folder: Path, count: int) -> Path:
    path = folder / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in county.case_lines(count))
    return path


def _batch(path: Path) -> _Run:
    """Run the command over a file; raises RuntimeError when it refuses a line or does not answer each."""
    command = [sys.executable, "-m", "clerk_app", "assess", "--batch", str(path)]
    answers = path.with_suffix(".answers")
    before = _children_seconds()
    with answers.open("wb") as out, subprocess.Popen(command, stdout=out, cwd=ROOT) as process:
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, peak_megabytes(str(process.pid)))
            time.sleep(0.02)
    seconds = _children_seconds() - before
    with path.open("rb") as asked, answers.open("rb") as answered:
        equal = sum(1 for _ in asked) == sum(1 for _ in answered)
    if process.returncode or not equal:
        raise RuntimeError(f"assess --batch ended with {process.returncode} and answered every line: {equal}")
    return _Run(seconds, peak)


def bulk() -> Figure:
    """Every yearly sum of 500,000 people without reasons, the five packs' slowest, held against single answers to the fen."""
    people = county.columns(PEOPLE)
    slowest = 0.0
    for name in county.PACKS:
        pack = load_pack(name)
        began = time.perf_counter()
        sums = yearly_sums(pack, county.ON, people, _LOCAL)
        sums.totals()
        slowest = max(slowest, time.perf_counter() - began)
        for index in range(0, PEOPLE, 997):
            case = county.case_of(people, index, name, _LOCAL)
            single = [(item.rule, item.amount) for item in assess(pack, case).entitlements if item.per == "year"]
            known = [(rule.id, amount) for rule, amount in sums.of(index) if amount is not None]
            if single != known:
                raise RuntimeError(f"{name}: in bulk {known}, by itself {single}")
    beside = openfisca.measure(PEOPLE)
    return Figure(
        value=slowest,
        unit="s",
        baseline=beside.seconds,
        baseline_is=beside.said,
        demand=1,
    )


def bulk_memory() -> Figure:
    """Peak memory of the yearly sums of 500,000 people, their columns included."""
    people = county.columns(PEOPLE)
    for name in county.PACKS:
        yearly_sums(load_pack(name), county.ON, people, _LOCAL).totals()
    peak = peak_megabytes()
    beside = openfisca.measure(PEOPLE)
    return Figure(
        value=peak,
        unit="MB",
        baseline=beside.megabytes,
        baseline_is=beside.said,
        demand=350,
    )


def peak_megabytes(process: str = "self") -> float:
    """Return a process's peak memory, 0 once it has ended. What ``wait`` tells of a child has its parent's peak in it."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def _seconds(work: Callable[..., object], *given: object) -> float:
    began = time.perf_counter()
    work(*given)
    return time.perf_counter() - began


CASES: Final[dict[str, Callable[[], Figure]]] = {
    "assess-one": assess_one,
    "assess-batch": assess_batch,
    "assess-memory": assess_memory,
    "bulk": bulk,
    "bulk-memory": bulk_memory,
}

"""What is measured: each case gives its figure, its demand, and a baseline taken in the same run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from sqlalchemy import Connection

from tests.bench import exchange, lists, policy, population, register, screens
from tests.bench.figure import Figure

SAMPLE: Final = population.ROOT / "tests" / "golden" / "lists" / "姚安-清河村-住户名册.xlsx"
BARE: Final = Path(__file__).with_name("bare_window.py")
CLERK: Final = [sys.executable, "-m", "clerk_app"]


@dataclass(frozen=True, slots=True)
class Window:
    """One start of a window: seconds from process start to ``ready``, and the process's peak memory in MB."""

    seconds: float
    megabytes: float


def start_window(command: list[str], *, signs_in: bool = False) -> Window:
    """Start a program that says ``ready`` and quits; raises RuntimeError when it ends without.

    With ``signs_in`` the password is not given, and the program is ready when it can be typed.
    """
    environment = {**os.environ, "CLERK_QUIT_WHEN_READY": "sign-in" if signs_in else "1"}
    environment.pop("CLERK_PASSWORD", None)
    if not signs_in:
        environment["CLERK_PASSWORD"] = population.PASSWORD
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its compiled files
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, cwd=population.ROOT, text=True) as process:
        assert process.stdout is not None
        said = next((line for line in process.stdout if line.strip() == "ready"), None)
        seconds = time.perf_counter() - began
        process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if said is None or process.returncode:
        raise RuntimeError(f"{command[1:]} ended with {process.returncode} and was ready: {said is not None}")
    return Window(seconds, usage.ru_maxrss / 1024)


def _both_windows(people: int, times: int, *, signs_in: bool = False) -> tuple[list[Window], list[Window]]:
    folder = population.village(people)
    ours, bare = [], []
    for _ in range(times):  # in turn, so that whatever else the machine does meets both
        bare.append(start_window([sys.executable, str(BARE)]))
        ours.append(start_window([*CLERK, "--data", str(folder)], signs_in=signs_in))
    return ours[1:], bare[1:]


def start() -> Figure:
    """Process start to the first page with 3,000 people, the key derived on the way, against a bare QMainWindow."""
    ours, bare = _both_windows(3_000, 8)
    return Figure(
        value=median(window.seconds for window in ours),
        unit="s",
        baseline=median(window.seconds for window in bare),
        baseline_is="a bare QMainWindow",
        demand=3,
        as_ratio=True,
    )


def sign_in() -> Figure:
    """Process start to a window that takes the password, with 3,000 people; the rest is loaded while it is typed."""
    ours, bare = _both_windows(3_000, 8, signs_in=True)
    return Figure(
        value=median(window.seconds for window in ours),
        unit="s",
        baseline=median(window.seconds for window in bare),
        baseline_is="a bare QMainWindow",
        demand=3,
        as_ratio=True,
    )


def memory() -> Figure:
    """Peak memory of the program with 10,000 people open."""
    ours, bare = _both_windows(10_000, 3)
    return Figure(
        value=max(window.megabytes for window in ours),
        unit="MB",
        baseline=max(window.megabytes for window in bare),
        baseline_is="a bare QMainWindow",
        demand=300,
    )


def search() -> Figure:
    """95th percentile of a search among 100,000 people: names, pinyin, initials, parts of numbers."""
    from clerk_app.services.households import search as find  # noqa: PLC0415 - the case's own import

    workspace = population.open_village(population.village(100_000))
    words = [word for index in range(0, 100_000, 2_500) for word in _words(index)]
    taken = [_seconds(find, workspace, word) for word in words]
    with workspace.store.reading() as connection:
        scan = "SELECT id FROM person WHERE name LIKE ? OR id_number LIKE ? LIMIT 50"
        scans = [_seconds(_scanned, connection, scan, f"%{word}%") for word in words[:40]]
    workspace.close()
    return Figure(
        value=quantiles(taken, n=20)[-1] * 1000,
        unit="ms",
        baseline=quantiles(scans, n=20)[-1] * 1000,
        baseline_is="LIKE over the same table",
        demand=50,
    )


def _scanned(connection: Connection, statement: str, part: str) -> None:
    connection.exec_driver_sql(statement, (part, part)).all()


def _words(index: int) -> list[str]:
    from clerk_app.storage.pinyin import name_keys  # noqa: PLC0415 - the case's own import

    person = population.invented(index).person
    keys = sorted(name_keys(person.name), key=len)
    number = person.id_number or ""
    return [person.name, person.name[:1], keys[0], keys[-1], keys[-1][:3], number[6:14], number[-6:], number[:6]]


def import_register() -> Figure:
    """Import of the sample register, from the file to the last commit."""
    from openpyxl import load_workbook  # noqa: PLC0415 - the baseline's own import

    from clerk_app.services.register_import import carry_out_import, plan_import  # noqa: PLC0415

    def once() -> None:
        with tempfile.TemporaryDirectory() as folder:
            workspace = population.new_village(Path(folder) / "village")
            began.append(time.perf_counter())
            carry_out_import(workspace, plan_import(workspace, SAMPLE))
            ended.append(time.perf_counter())
            workspace.close()

    began: list[float] = []
    ended: list[float] = []
    for _ in range(3):
        once()
    read = _seconds(lambda: list(load_workbook(SAMPLE, read_only=True).worksheets[0].iter_rows(values_only=True)))
    return Figure(
        value=median(end - begin for begin, end in zip(began, ended, strict=True)),
        unit="s",
        baseline=read,
        baseline_is="openpyxl reading the same sheet",
        demand=3,
    )


def save() -> Figure:
    """95th percentile of saving a household of four in a village of 3,000 people."""
    from clerk_app.services.households import register_household  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(population.village(3_000), Path(folder) / "village"))
        workspace = population.open_village(copied)
        fresh = [population.household(number) for number in range(1_000, 1_100)]
        taken = [_seconds(register_household, workspace, *entry, on=population.FIRST_DAY) for entry in fresh]
        workspace.close()
        commits = _bare_commits(Path(folder) / "bare.db", 100)
    return Figure(
        value=quantiles(taken, n=20)[-1] * 1000,
        unit="ms",
        baseline=quantiles(commits, n=20)[-1] * 1000,
        baseline_is="one encrypted row committed",
        demand=50,
    )


def demo() -> Figure:
    """A demo village of 300 households, made by the command."""
    with tempfile.TemporaryDirectory() as folder:
        password = Path(folder) / "password"
        password.write_text(population.PASSWORD + "\n", encoding="utf-8")
        command = [*CLERK, "demo", "--data", f"{folder}/village", "--households", "300", "--seed", "1"]
        command += ["--password-file", str(password)]
        made = _seconds(lambda: subprocess.run(command, check=True, capture_output=True, cwd=population.ROOT))
        commits = sum(_bare_commits(Path(folder) / "bare.db", 300))
    return Figure(value=made, unit="s", baseline=commits, baseline_is="300 encrypted commits", demand=10)


def _bare_commits(path: Path, times: int) -> list[float]:
    import sqlcipher3  # noqa: PLC0415 - the baseline's own import

    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{'ab' * 32}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE line (content TEXT)")
    taken = [_seconds(lambda: connection.execute("INSERT INTO line VALUES (?)", ("x" * 200,))) for _ in range(times)]
    connection.close()
    return taken


def _seconds(work: Callable[..., object], *given: object, **named: object) -> float:
    began = time.perf_counter()
    work(*given, **named)
    return time.perf_counter() - began


CASES: Final[dict[str, Callable[[], Figure]]] = {
    "sign-in": sign_in,
    "start": start,
    "memory": memory,
    "search": search,
    "import": import_register,
    "save": save,
    "demo": demo,
    **policy.CASES,
    **exchange.CASES,
    **lists.CASES,
    **register.CASES,
    **screens.CASES,
}

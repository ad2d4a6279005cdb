"""Taking in a county's list of 35,000 people and taking it back: how long, and how much memory the process needs at its highest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from tests.bench import population
from tests.bench.figure import Figure

PEOPLE: Final = 35_000
_RELATIONS: Final = {"02": "户主", "10": "配偶", "20": "儿子", "30": "女儿"}
_HEADINGS: Final = (
    "户编号 村民小组 姓名 与户主关系 性别 公民身份号码 民族 联系电话 困难身份 残疾证号 家庭住址 备注".split()
)


def _list(path: Path) -> Path:
    """Write the list, as openpyxl writes it in one pass."""
    from openpyxl import Workbook  # noqa: PLC0415 - the case's own import

    book = Workbook(write_only=True)
    sheet = book.create_sheet("住户名册")
    sheet.append(_HEADINGS)
    for number in range(PEOPLE // len(_RELATIONS)):
        entry, members = population.household(number)
        for member in members:
            person = member.person
            cells = (f"{number + 1:05d}", entry.group, person.name, _RELATIONS[member.relation], person.sex.label)
            rest = (person.id_number, "彝族", None, "低保" if number % 20 == 0 else None, None, entry.address, None)
            sheet.append([*cells, *rest])
    book.save(path)
    return path


@cache
def _measured() -> dict[str, float]:
    """Take the list in once, in a process of its own, and return its seconds and its peak memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        path = _list(Path(folder) / "list.xlsx")
        command = [sys.executable, "-m", "tests.bench.lists", str(path), f"{folder}/village"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=population.ROOT, text=True) as process:
            assert process.stdout is not None
            said = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError("taking in the list failed")
        return {**json.loads(said), "megabytes": usage.ru_maxrss / 1024, "openpyxl": _read_by_openpyxl(path)}


def _read_by_openpyxl(path: Path) -> float:
    from openpyxl import load_workbook  # noqa: PLC0415 - the baseline's own import

    began = time.perf_counter()
    for _ in load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True):
        pass
    return time.perf_counter() - began


def take_in() -> Figure:
    """Import of a list of 35,000 people in 8,750 households, from the file to the last commit."""
    measured = _measured()
    return Figure(
        value=measured["seconds"],
        unit="s",
        baseline=measured["openpyxl"],
        baseline_is="openpyxl only reading the same sheet",
        demand=30,
    )


def take_back() -> Figure:
    """Undoing the import of 35,000 people in 8,750 households, one act a household, in one transaction."""
    measured = _measured()
    return Figure(
        value=measured["back"],
        unit="s",
        baseline=measured["seconds"],
        baseline_is="taking the same list in",
        demand=30,
    )


def memory() -> Figure:
    """Peak memory of the process that takes in 35,000 people and takes them back; the baseline is what it needs before it opens the file."""
    measured = _measured()
    return Figure(
        value=measured["megabytes"],
        unit="MB",
        baseline=measured["before"],
        baseline_is="the same process before it opens the file",
        demand=500,
    )


def main() -> None:
    """Take in the list that is named, into a new village in the folder that is named, take it back, and print what it took."""
    import resource  # noqa: PLC0415 - not on Windows, where this is not run

    from clerk_app.services.import_undo import undo_import  # noqa: PLC0415 - the case's own import
    from clerk_app.services.register_import import carry_out_import, plan_import  # noqa: PLC0415

    workspace = population.new_village(Path(sys.argv[2]))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.perf_counter()
    result = carry_out_import(workspace, plan_import(workspace, Path(sys.argv[1])))
    done = time.perf_counter()
    undone = undo_import(workspace, result.import_id, "测速")
    seconds, back = done - began, time.perf_counter() - done
    workspace.close()
    if (result.people, result.waiting, undone.people) != (PEOPLE, 0, PEOPLE):
        raise SystemExit(1)
    print(json.dumps({"seconds": seconds, "back": back, "before": before}))


CASES: Final[dict[str, Callable[[], Figure]]] = {
    "import-35000": take_in,
    "import-35000-undo": take_back,
    "import-35000-memory": memory,
}

if __name__ == "__main__":
    main()

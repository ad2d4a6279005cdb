"""What must hold of the repository itself: its locks, its documents, and the one library version that would kill the program."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from clerk_app.cli.main import main as clerk

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("run", "dev")
READMES = ("README.md", "README.zh-CN.md")


def tool(name: str) -> ModuleType:
    """Load a script of the folder packaging/ as a module."""
    spec = importlib.util.spec_from_file_location(f"repository_{name}", ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def normal(requirement: str) -> str:
    """Return the project name that a requirement begins with, in its normal spelling."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None, requirement
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def lock(name: str) -> dict[str, tuple[str, int]]:
    """Return each locked project with its version and how many hashes it has."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, int]] = {}
    for block in re.split(r"\n(?=\S)", text):
        lines = [line for line in block.splitlines() if not line.lstrip().startswith("#")]
        first = re.fullmatch(r"([A-Za-z0-9._-]+)==([^\s;]+)(?: ; [^\\]+)? \\", lines[0])
        assert first is not None, lines[0]
        hashes = [line for line in lines[1:] if re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}(?: \\)?", line)]
        assert len(hashes) == len(lines) - 1, block
        found[normal(first[1])] = (first[2], len(hashes))
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_lock_pins_and_hashes_each_requirement(name: str) -> None:
    assert all(hashes >= 1 for _, hashes in lock(name).values())


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_what_the_project_asks_for(name: str) -> None:
    asked = [*project()["project"]["dependencies"], *project()["build-system"]["requires"]]
    if name == "dev":
        asked += project()["project"]["optional-dependencies"]["dev"]
    assert {normal(requirement) for requirement in asked} <= lock(name).keys()


def test_locks_agree_on_what_both_hold() -> None:
    run, dev = lock("run"), lock("dev")
    assert {name: dev.get(name) for name in run} == run


def test_qt_is_pinned_below_the_version_that_steals_references() -> None:
    (asked,) = [text for text in project()["project"]["dependencies"] if normal(text) == "pyside6-essentials"]
    assert "<6.12" in asked
    locked = tuple(int(part) for part in lock("run")["pyside6-essentials"][0].split(".")[:2])
    assert (6, 8) <= locked < (6, 12)


COUNTING = """
import sys
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(int)

bell, heard = Bell(), []
bell.rung.connect(heard.append)
before = sys.getrefcount(None), sys.getrefcount(True)
for number in range(1000):
    bell.setObjectName("bell")
    bell.rung.emit(number)
assert len(heard) == 1000
print(before[0] - sys.getrefcount(None), before[1] - sys.getrefcount(True))
"""


def test_qt_calls_leave_the_references_of_none_and_true_alone() -> None:
    # PySide6 6.12.0 under Python 3.11 takes a reference at each void call or emit; after some hundreds the process aborts.
    ran = subprocess.run([sys.executable, "-c", COUNTING], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert all(int(lost) < 100 for lost in ran.stdout.split())


def test_tracked_files_hold_no_machine_path_and_no_registry_setting() -> None:
    assert tool("check_files").scan() == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("docs/x.md", "see /" + "work/main"),
        ("clerk_app/x.py", '"/' + 'root/.venv"'),
        ("Makefile", "pip install --index" + "-url somewhere"),
        ("README.md", "UV_" + "INDEX=somewhere"),
        ("requirements/run.txt", "thing @ https" + "://example.org/thing.whl"),
        (".ci/run", "curl http" + "://example.org"),
    ],
)
def test_offence_is_found_in_a_line_that_has_one(path: str, line: str) -> None:
    assert [fault.split(": ")[0] for fault in tool("check_files").offences(path, f"fine\n{line}\n")] == [f"{path}:2"]


def test_no_offence_is_found_in_addresses_and_folders_of_documents() -> None:
    text = "https" + "://www.apache.org/licenses/ and ~/.local/share and ../framework/ and /media/stick/"
    assert list(tool("check_files").offences("docs/x.md", text)) == []


def test_dependencies_page_names_each_dependency() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    named = {normal(name) for name in re.findall(r"^\| `([A-Za-z0-9._-]+)` ", page, re.MULTILINE)}
    tables = project()["project"]
    beside = (ROOT / "requirements" / "bench.in").read_text(encoding="utf-8").splitlines()
    asked = [*tables["dependencies"], *tables["optional-dependencies"]["dev"], *project()["build-system"]["requires"]]
    asked += [line for line in beside if not line.startswith("#")]
    assert named == {normal(requirement) for requirement in asked}


@pytest.mark.parametrize("name", READMES)
def test_readme_begins_with_the_two_commands(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    block = re.search(r"^```(?:\w+)?\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert block is not None
    assert [line.split("#")[0].strip() for line in block[1].splitlines()] == ["make run", "make test"]


def shown_commands(name: str) -> list[tuple[list[str], list[str]]]:
    """Return each way to begin a command that a README shows, with the options it shows for it."""
    block = re.search(r"^```\n(clerk .*?)^```$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert block is not None
    found = []
    for line in block[1].splitlines()[1:]:
        command, second = (*line.split(), "")[1:3]
        options = re.findall(r"--[a-z-]+", line)
        ways = second.split("|") if re.fullmatch(r"[a-z|-]+", second) and not second.startswith("-") else [""]
        found += [([command, *filter(None, [way])], options) for way in ways]
    return found


@pytest.mark.parametrize(("words", "options"), shown_commands("README.md"), ids="-".join)
def test_command_of_the_readme_is_understood_with_its_options(
    words: list[str], options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        clerk([*words, "--help"])
    assert stop.value.code == 0
    told = capsys.readouterr().out
    assert [option for option in options if option not in told] == []


def test_both_readmes_show_the_same_commands() -> None:
    assert shown_commands("README.md") == shown_commands("README.zh-CN.md")


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name
)
def test_links_of_a_page_lead_to_files(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [target for target in targets if target and not (page.parent / target).exists()] == []


def test_decision_records_are_numbered_without_gaps_and_say_their_state() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [record.name[:4] for record in records] == [f"{number:04}" for number in range(1, len(records) + 1)]
    for record in records:
        headings = re.findall(r"^## (.+)$", record.read_text(encoding="utf-8"), re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], record.name


@pytest.mark.parametrize(
    ("banned", "word"),
    [("打码", "遮住"), ("脱敏", "遮住"), ("公开版", "公示表"), ("身份证号", "公民身份号码"), ("} 条变更", "笔")],
)
def test_one_thing_is_called_by_one_word(banned: str, word: str) -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert word in glossary
    texts = [*(ROOT / "clerk_app").rglob("*.py"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    headings = ROOT / "clerk_app" / "excel" / "columns.py"  # the reader of lists knows what others call a thing
    assert [path.name for path in texts if path != headings and banned in path.read_text(encoding="utf-8")] == []


def _report(**files: tuple[int, int]) -> dict[str, Any]:
    return {
        "files": {
            path: {
                "summary": {"covered_lines": hit, "num_statements": all_, "covered_branches": 0, "num_branches": 0},
                "missing_lines": list(range(hit, all_)),
            }
            for path, (hit, all_) in files.items()
        }
    }


@pytest.mark.parametrize(
    ("path", "hit", "falls_short"),
    [
        ("clerk_app/domain/money.py", 999, True),
        ("clerk_app/domain/money.py", 1000, False),
        ("clerk_app/policy/rules/dibao.py", 999, True),
        ("clerk_app/services/notices.py", 949, True),
        ("clerk_app/services/notices.py", 950, False),
        ("clerk_app/app.py", 849, True),
        ("clerk_app/app.py", 850, False),
    ],
)
def test_coverage_is_held_package_by_package(path: str, hit: int, *, falls_short: bool) -> None:
    assert bool(tool("check_coverage").shortfalls(_report(**{path: (hit, 1000)}))) is falls_short


def test_compiled_catalogue_is_what_the_catalogue_gives(tmp_path: Path) -> None:
    catalogue = ROOT / "resources" / "i18n" / "clerk_en.ts"
    compiled = tmp_path / "clerk_en.qm"
    release = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([release, "-silent", "-nounfinished", catalogue, "-qm", compiled], check=True)
    assert compiled.read_bytes() == catalogue.with_suffix(".qm").read_bytes()

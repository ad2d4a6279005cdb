"""The whole main job by commands, each a process of its own, as a script or another program would run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from clerk_app.domain.dates import birthday
from clerk_app.exchange.seal import new_age_identity

REGISTER = Path(__file__).parents[1] / "golden" / "lists" / "姚安-清河村-住户名册.xlsx"
PASSWORD = "Qinghe-desk-26"
NEW_PASSWORD = "Another-desk-8"


@dataclass(frozen=True, slots=True)
class Shell:
    """Runs ``clerk`` on one data folder; a password may stand in the environment or in a file."""

    data: Path
    password: str = PASSWORD

    def run(self, *words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        given = {**os.environ, "CLERK_PASSWORD": self.password, **environment}
        return subprocess.run(
            [sys.executable, "-m", "clerk_app", *map(str, words), "--data", str(self.data)],
            capture_output=True, text=True, encoding="utf-8", env=given, stdin=subprocess.DEVNULL, timeout=600, check=False,
        )  # fmt: skip

    def json(self, *words: str | Path) -> Any:
        """Run a command that must succeed and return what it says."""
        done = self.run(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def words_of(pdf: Path) -> str:
    """Return the text of a PDF without spaces and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


@pytest.fixture(scope="module")
def county() -> tuple[str, str]:
    """The county's secret and public key."""
    return new_age_identity()


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "data")


def an_adult_who_pays(shell: Shell) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the first household with somebody between 30 and 50, and that person."""
    today = date.today()  # noqa: DTZ011 - what the program's own clock says
    for row in shell.json("household", "list"):
        shown = shell.json("household", "show", row["number"])
        for person in shown["people"]:
            born = date.fromisoformat(person["birth_on"])
            if birthday(born, 30) <= today <= birthday(born, 50) and not person["identities"]:
                return shown, person
    raise AssertionError("nobody of that age")


def test_an_empty_village_goes_the_whole_way(shell: Shell, county: tuple[str, str], tmp_path: Path) -> None:
    secret, recipient = county
    made = shell.json("init", "--village", "532325100201", "--name", "清河村", "--town", "栋川镇", "--county", "姚安县")
    taken = shell.json("household", "import", REGISTER)
    assert taken == {"rows": 743, "households": 220, "people": 743, "rejected": []}
    rows = shell.json("household", "list")
    assert (len(rows), sum(row["members"] for row in rows)) == (220, 743)
    assert all({"number", "head", "group", "members"} <= set(row) for row in rows)
    village = shell.json("village", "set", "--local", "dibao_standard=420.00", "--county-key", recipient)
    assert village["county_key"] == recipient
    household, person = an_adult_who_pays(shell)
    _classify(shell, household)
    _print(shell, household, person["name"], tmp_path)
    _record(shell, household["number"], person["name"])
    _carry_out(shell, secret, tmp_path)
    _verify(shell)
    _reset(shell, made["recovery_key"], tmp_path)


def _classify(shell: Shell, household: dict[str, Any]) -> None:
    number, annual = household["number"], 12 * 100 * household["members"]
    facts = ("--household", number, "--income", f"wage={annual}", "--property-within-limits", "yes")
    assessed = shell.json("dibao", "assess", *facts)
    assert assessed["income_per_head"] == "100.00"
    assert assessed["class"] in {"A", "B", "C"}
    assert any("420.00" in reason for reason in assessed["because"])
    assert shell.json("dibao", "list") == [], "working out stores nothing"
    case = shell.json("dibao", "apply", *facts, "--reason", "年老多病")
    assert (case["stage"], case["village_class"]) == ("application", None)
    proposed = shell.json("dibao", "propose", case["number"])
    assert (proposed["rule_class"], proposed["village_class"]) == (assessed["class"], assessed["class"])
    assert proposed["because"] == assessed["because"]
    (listed,) = shell.json("dibao", "list")
    assert listed["number"] == case["number"]


def _record(shell: Shell, household: str, name: str) -> None:
    words = ("--household", household, "--person", name)
    entry = shell.json("contribution", "record", *words, "--tier", "300")
    assert (entry["amount"], entry["payer"], entry["reverses"]) == ("300.00", "self", None)
    taken_back = shell.json("contribution", "reverse", entry["id"], "--reason", "登记错了档次")
    assert (taken_back["amount"], taken_back["reverses"]) == ("-300.00", entry["id"])
    shell.json("contribution", "record", *words, "--tier", "500")
    year = shell.json("contribution", "list")
    assert (year["people"], year["total"], year["by_payer"]["self"]) == (1, "500.00", "500.00")
    assert [one["amount"] for one in year["entries"]] == ["300.00", "-300.00", "500.00"]


def _print(shell: Shell, household: dict[str, Any], owing: str, folder: Path) -> None:
    for kind, names in (
        ("household-form", [one["name"] for one in household["people"]]),
        ("contribution-notice", [household["head"], owing]),
    ):
        target = folder / f"{kind}.pdf"
        said = shell.json("print", kind, "--household", household["number"], "--to", target)
        assert (said["file"], said["bytes"], said["copy"]) == (str(target), target.stat().st_size, 1)
        assert all(name in words_of(target) for name in names)


def _carry_out(shell: Shell, secret: str, folder: Path) -> None:
    stick, key = folder / "stick", folder / "county.key"
    stick.mkdir()
    key.write_text(f"# county\n{secret}\n", encoding="utf-8")
    waiting = shell.json("outbox")["acts"]
    exported = shell.json("export", "--to", stick)
    packet = Path(exported["packet"])
    assert (exported["acts"], exported["bytes"]) == (waiting, packet.stat().st_size)
    assert list(stick.iterdir()) == [packet]
    inspected = Shell(folder / "no-village").json("packet", "inspect", packet, "--key", key)
    assert (inspected["village_code"], inspected["number"]) == ("532325100201", 1)


def _verify(shell: Shell) -> None:
    outcome = shell.json("verify")
    assert outcome["ok"]
    assert outcome["acts"] > 220
    assert {check["name"] for check in outcome["checks"]} == {"integrity", "chain", "replay", "files", "search"}


def _reset(shell: Shell, recovery_key: str, folder: Path) -> None:
    key = folder / "recovery.txt"
    key.write_text(recovery_key + "\n", encoding="utf-8")
    again = Shell(shell.data, NEW_PASSWORD)
    assert again.run("household", "list").returncode == 2, "not yet"
    assert again.run("password", "reset", "--recovery-file", key).returncode == 0
    assert len(again.json("household", "list")) == 220
    refused = shell.run("household", "list")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)

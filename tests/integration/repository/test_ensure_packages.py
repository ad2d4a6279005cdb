"""packaging/ensure-packages on machines of four kinds, each made of a few stand-in commands."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "packaging" / "ensure-packages"
USED = ("bash", "env", "dirname", "awk", "grep", "sed", "tr")


def wanted(level: str) -> list[str]:
    listed = subprocess.run([SCRIPT, f"list-{level}"], capture_output=True, text=True, check=True)
    return listed.stdout.split()


class Machine:
    """A folder of commands that stands for a machine; ``calls`` is what apt-get was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "calls"
        for name in USED:
            found = shutil.which(name)
            assert found is not None
            (folder / name).symlink_to(found)

    def command(self, name: str, body: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/bash\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def with_apt(self, installed: list[str], *, user: int) -> Machine:
        lines = "\n".join(f"installed {name}, " for name in installed)
        self.command("dpkg-query", f"cat <<'END'\n{lines}\nEND")
        (self.folder / "cat").symlink_to(shutil.which("cat") or "cat")
        self.command("apt-get", f'echo "$*" >>"{self.log}"')
        self.command("id", f"echo {user}")
        return self

    def run(self, level: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SCRIPT, level], env={"PATH": str(self.folder)}, capture_output=True, text=True, check=False
        )

    @property
    def calls(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    folder = tmp_path / "a machine"
    folder.mkdir()
    return Machine(folder)


def test_every_listed_package_says_what_it_is_for() -> None:
    lines = (ROOT / "packaging" / "debian-packages.txt").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in entries if not re.fullmatch(r"[a-z0-9.+-]+ +(?:run|test|slow)(?: +# .+)?", line)] == []


def test_packages_of_the_tests_hold_those_of_the_program() -> None:
    assert set(wanted("run")) < set(wanted("test")) < set(wanted("slow"))


def test_nothing_is_asked_when_all_is_there(machine: Machine) -> None:
    done = machine.with_apt(wanted("test"), user=0).run("test")
    assert (done.returncode, done.stdout, done.stderr, machine.calls) == (0, "", "", [])


def test_root_installs_what_is_missing_and_only_that(machine: Machine) -> None:
    done = machine.with_apt([name for name in wanted("run") if name not in ("libgl1", "libegl1")], user=0).run("run")
    assert done.returncode == 0
    assert machine.calls == [
        "update -qq -o Acquire::Retries=3",
        "install -y -qq -o Acquire::Retries=3 --no-install-recommends libgl1 libegl1",
    ]


def test_package_counts_as_there_when_another_provides_it(machine: Machine) -> None:
    renamed = ["libglib2.0-0t64, libglib2.0-0 (= 2.84.4-3)", *(n for n in wanted("run") if n != "libglib2.0-0")]
    assert machine.with_apt(renamed, user=0).run("run").returncode == 0
    assert machine.calls == []


def test_user_without_sudo_is_told_the_command(machine: Machine) -> None:
    done = machine.with_apt([name for name in wanted("run") if name != "libgl1"], user=1000).run("run")
    assert done.returncode == 3
    assert "sudo apt-get install --no-install-recommends libgl1" in done.stderr
    assert machine.calls == []


def test_user_whose_sudo_asks_no_password_installs_by_it(machine: Machine) -> None:
    machine.command("sudo", '[ "$1" = -n ] && exit 0; exec "$@"')
    done = machine.with_apt([name for name in wanted("run") if name != "libgl1"], user=1000).run("run")
    assert done.returncode == 0
    assert machine.calls == [
        "update -qq -o Acquire::Retries=3",
        "install -y -qq -o Acquire::Retries=3 --no-install-recommends libgl1",
    ]


def test_machine_without_apt_goes_on_with_a_word(machine: Machine) -> None:
    done = machine.run("run")
    assert done.returncode == 0
    assert "libxcb-cursor0" in done.stderr


def test_unknown_level_is_refused(machine: Machine) -> None:
    assert machine.run("everything").returncode == 2

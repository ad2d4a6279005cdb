"""A real PostgreSQL server for the tests: made in a temporary folder, run by an ordinary user, reached through a socket only."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg

_PROGRAMS = ("/usr/lib/postgresql/15/bin", "/usr/local/bin", "/usr/bin")
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: the folder with its socket, and the user it runs as."""

    folder: Path
    user: str

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{self.user}@/{database}?host={quote(str(self.folder))}"

    def new_database(self, encoding: str = "UTF8") -> str:
        """Make an empty database and return its address."""
        name = f"county{next(_NUMBERS)}"
        _run(self.user, [_program("createdb"), "-h", str(self.folder), "-T", "template0", "-E", encoding, name])
        return self.url(name)

    def copy(self, url: str, to: str) -> None:
        """Put a copy of a database in place of another, of which whatever is still connected is thrown out."""
        source, target = (url.rpartition("?")[0].rpartition("/")[2] for url in (url, to))
        with psycopg.connect(host=str(self.folder), user=self.user, dbname="postgres", autocommit=True) as connection:
            for order in (f"DROP DATABASE {target} WITH (FORCE)", f"CREATE DATABASE {target} TEMPLATE {source}"):
                connection.execute(order.encode())

    def stop(self) -> None:
        _run(self.user, [_program("pg_ctl"), "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop"])

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off"
        log = str(self.folder / "log")
        _run(self.user, [_program("pg_ctl"), "-D", str(self.folder / "data"), "-o", options, "-l", log, "-w", "start"])


def _program(name: str) -> str:
    found = [Path(folder) / name for folder in _PROGRAMS if (Path(folder) / name).exists()]
    if not found:
        raise RuntimeError(f"{name} of PostgreSQL is missing: packaging/debian-packages.txt names the package")
    return str(found[0])


def _run(user: str, command: list[str]) -> None:
    words = (
        ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *command] if os.geteuid() == 0 else command
    )
    done = subprocess.run(words, cwd="/", capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


@contextmanager
def running_server() -> Iterator[Server]:
    """Give a server that is stopped and forgotten at the end; PostgreSQL itself refuses to run as root."""
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    folder = Path(tempfile.mkdtemp(prefix="clerk-pg-", dir="/tmp"))
    server = Server(folder, user)
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, user)
        _run(user, [_program("initdb"), "-D", str(folder / "data"), "-A", "trust", "-E", "UTF8", "--locale=C", "-N"])
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        subprocess.run(["rm", "-rf", folder], check=False)  # some hundred thousand small files: rmtree takes a minute

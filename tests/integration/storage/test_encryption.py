"""Nothing in a data folder can be read without a password: while it is open, and after."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk_app.app import open_data
from clerk_app.errors import SituationError
from clerk_app.logs import stop_log
from clerk_app.paths import DATABASE_NAME
from clerk_app.services.drafts import save_draft
from clerk_app.services.households import list_households, search
from clerk_app.services.workspace import Workspace
from clerk_app.storage.engine import open_engine
from tests.builders import PASSWORD, VillageFolder, a_household

NAMES = ("单长乐", "罗𬭎", "段有福", "shanchangle", "清河村", "何清机密", "19912340001")
"""What stands in the register, the search tables, the village and a draft."""


def readable(folder: Path, *more: str) -> list[tuple[str, str]]:
    """Return each file that holds one of the words in a spelling that a text search would find."""
    return [
        (path.name, word)
        for path in folder.rglob("*")
        if path.is_file()
        for word in (*NAMES, *more)
        if any(
            word.encode(encoding) in path.read_bytes() for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
        )
    ]


def work(workspace: Workspace) -> None:
    a_household().with_head("何清机密", place=70, note="机密" * 200).register_id(workspace)
    save_draft(workspace, "household/new", {"name": "何清机密"})
    assert list_households(workspace)
    assert search(workspace, "dan")


def test_no_file_of_the_folder_can_be_read_while_open_and_after(
    village_template: VillageFolder, tmp_path: Path
) -> None:
    folder = village_template.copy_to(tmp_path / "data")
    workspace = open_data(folder, lambda: PASSWORD)
    work(workspace)
    open_files = {path.name for path in folder.iterdir()}
    assert {"clerk.db", "clerk.db-wal", "keys.json", "clerk.log"} <= open_files
    secret = workspace.store.install.age_secret
    assert readable(folder, PASSWORD, secret, village_template.recovery_key) == []
    workspace.close()
    stop_log()
    assert readable(folder, PASSWORD, secret) == []
    assert not (folder / "clerk.db-wal").exists()


def test_database_begins_with_random_bytes(village_template: VillageFolder, tmp_path: Path) -> None:
    first = (village_template.path / DATABASE_NAME).read_bytes()
    assert not first.startswith(b"SQLite format 3")
    assert len(set(first[:4096])) > 200  # a page of ciphertext holds almost every byte value; a page of SQLite does not
    other = tmp_path / "other"
    from tests.builders import make_template  # noqa: PLC0415 - a second village only here

    make_template(other, filled=False)
    assert (other / DATABASE_NAME).read_bytes()[:16] != first[:16]


def test_temporary_tables_stay_in_memory(village: Workspace) -> None:
    with village.store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA temp_store").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_wrong_key_does_not_open_the_database(village_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SituationError, match="数据库打不开"):
        open_engine(village_folder / DATABASE_NAME, b"\x00" * 32)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"\x00" * 4080, b"garbage" * 1000])
def test_file_that_is_no_database_is_a_situation(
    village_template: VillageFolder, tmp_path: Path, content: bytes
) -> None:
    folder = village_template.copy_to(tmp_path / "data")
    (folder / DATABASE_NAME).write_bytes(content)
    with pytest.raises(SituationError):
        open_data(folder, lambda: PASSWORD)


def test_damaged_page_is_a_situation_and_nothing_else(village_template: VillageFolder, tmp_path: Path) -> None:
    folder = village_template.copy_to(tmp_path / "data")
    path = folder / DATABASE_NAME
    data = bytearray(path.read_bytes())
    for place in range(4096 * 3, len(data), 4096):
        data[place + 100] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(SituationError):
        list_households(open_data(folder, lambda: PASSWORD))

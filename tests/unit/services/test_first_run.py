"""What the wizard needs besides making a village."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk_app.errors import UserError
from clerk_app.exchange.seal import new_age_identity
from clerk_app.services.demo import make_demo
from clerk_app.services.first_run import county_key_of, pack_choices, recovery_sheet, take_back
from clerk_app.services.workspace import Workspace
from tests.builders import PASSWORD, FixedClock, new_village


def test_packs_are_offered_by_title_without_the_national_base() -> None:
    choices = pack_choices()
    assert {choice.id for choice in choices} == {"yaoan", "huizhou", "hunan", "hebei", "shandong"}
    assert [choice.title for choice in choices] == sorted(choice.title for choice in choices)
    assert all(choice.document and choice.version for choice in choices)


@pytest.mark.parametrize("existed", [True, False])
def test_village_taken_back_leaves_only_what_was_there_before(tmp_path: Path, existed: bool) -> None:
    folder = tmp_path / "data"
    if existed:
        folder.mkdir()
        (folder / "own.txt").write_text("mine")
    take_back(new_village(folder))
    assert sorted(path.name for path in tmp_path.rglob("*")) == (["data", "own.txt"] if existed else [])


def test_demo_taken_back_leaves_nothing(tmp_path: Path) -> None:
    take_back(make_demo(tmp_path / "data", PASSWORD, FixedClock(), households=3))
    assert list(tmp_path.iterdir()) == []


def test_demo_carries_the_clerk_s_own_name_and_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    made = make_demo(
        tmp_path / "data",
        PASSWORD,
        FixedClock(),
        households=3,
        clerk="何清",
        progress=lambda done, total: told.append((done, total)),
    )
    made.workspace.close()
    assert made.workspace.clerk.name == "何清"
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_demo_stopped_by_its_progress_leaves_nothing(tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        make_demo(tmp_path / "data", PASSWORD, FixedClock(), households=3, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_recovery_sheet_is_one_page_of_pdf(village: Workspace) -> None:
    assert recovery_sheet(village, "-".join(["ABCDE"] * 8)).startswith(b"%PDF-")


def test_county_key_is_found_in_a_file_with_other_lines(tmp_path: Path) -> None:
    _, recipient = new_age_identity()
    file = tmp_path / "key.txt"
    file.write_text(f"\ufeff# 姚安县\r\n\r\n  {recipient} \r\n", encoding="utf-8")
    assert county_key_of(file) == recipient


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"hello\n", b"age1short\n", new_age_identity()[0].encode(), b"x" * 200_000],
    ids=["empty", "binary", "words", "short", "secret key", "large"],
)
def test_file_without_a_public_key_is_refused_at_its_field(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "key.txt"
    file.write_bytes(content)
    with pytest.raises(UserError) as refused:
        county_key_of(file)
    assert refused.value.field == "county_key"


def test_missing_key_file_is_refused_at_its_field(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        county_key_of(tmp_path / "gone.txt")
    assert refused.value.field == "county_key"

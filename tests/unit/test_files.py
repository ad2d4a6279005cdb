"""Files that are whole or as they were."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from clerk_app.errors import SituationError, UserError
from clerk_app.files import claimed, write_whole


def test_file_is_written_and_an_older_one_replaced(tmp_path: Path) -> None:
    target = tmp_path / "名册.pdf"
    write_whole(target, b"one")
    write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


def test_folder_or_missing_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing" / "a.pdf"):
        with pytest.raises(UserError) as refused:
            write_whole(path, b"x")
        assert refused.value.field == "file"


def test_device_or_pipe_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="不是普通文件"):
        write_whole(pipe, b"x")
    assert pipe.is_fifo()


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_older_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def fail(*_asked: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "a.pdf"
    write_whole(target, b"one")
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SituationError, match="没有写成"):
        write_whole(target, b"two")
    assert target.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [target]


def test_claimed_folder_is_refused_to_others_until_it_is_let_go(tmp_path: Path) -> None:
    with claimed(tmp_path) as first:
        with claimed(tmp_path) as second:
            assert (first, second) == (True, False)
        with claimed(tmp_path) as still:
            assert not still
    with claimed(tmp_path) as again:
        assert again


def test_drive_without_locks_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_asked: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("clerk_app.files.fcntl.flock", refuse)
    with claimed(tmp_path) as ours:
        assert ours

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clerk_app.errors import SituationError, UserError
from clerk_app.exchange import stick
from clerk_app.exchange.stick import Step, read_file, write_file
from clerk_app.files import in_use

NAME = "532325100201-5ca1ab1e-1-3.clerk"
DATA = bytes(range(256)) * 9000
STEPS: tuple[Step, ...] = ("check", "open", "write", "flush", "read", "rename", "flush folder")


def failing(at: Step, number: int) -> Callable[[Step, Path], None]:
    def fault(step: Step, _path: Path) -> None:
        if step == at:
            raise OSError(number, os.strerror(number))

    return fault


def test_file_is_whole_and_alone_when_written(tmp_path: Path) -> None:
    path = write_file(tmp_path, NAME, DATA)
    assert path == tmp_path / NAME
    assert path.read_bytes() == DATA
    assert list(tmp_path.iterdir()) == [path]


def test_steps_come_in_order_and_nothing_has_the_name_before_it_is_verified(tmp_path: Path) -> None:
    seen: list[tuple[Step, bool]] = []
    write_file(tmp_path, NAME, DATA, faults=lambda step, _path: seen.append((step, (tmp_path / NAME).exists())))
    assert seen == [(step, step == "flush folder") for step in STEPS]


def test_device_and_folder_are_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[str] = []

    def fsync(descriptor: int) -> None:
        flushed.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))

    monkeypatch.setattr("clerk_app.exchange.stick.os.fsync", fsync)
    write_file(tmp_path, NAME, DATA)
    assert flushed == [str(tmp_path / f".clerk-{NAME}.part"), str(tmp_path)]


def test_empty_file_is_written(tmp_path: Path) -> None:
    assert write_file(tmp_path, NAME, b"").read_bytes() == b""


def test_same_file_again_is_fine_and_not_written_anew(tmp_path: Path) -> None:
    path = write_file(tmp_path, NAME, DATA)
    assert write_file(tmp_path, NAME, DATA, faults=failing("open", errno.EIO)) == path


def test_other_contents_under_the_name_are_kept_and_reported(tmp_path: Path) -> None:
    write_file(tmp_path, NAME, b"first")
    with pytest.raises(SituationError, match="同名但内容不同") as caught:
        write_file(tmp_path, NAME, DATA)
    assert NAME in caught.value.message
    assert (tmp_path / NAME).read_bytes() == b"first"
    assert [entry.name for entry in tmp_path.iterdir()] == [NAME]


def test_leftovers_of_a_broken_write_are_removed_and_other_files_kept(tmp_path: Path) -> None:
    for name in (".clerk-other.clerk.part", f".clerk-{NAME}.part", "photo.part", ".clerk-notes.txt"):
        (tmp_path / name).write_bytes(b"half")
    write_file(tmp_path, NAME, DATA)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".clerk-notes.txt", NAME, "photo.part"]


def test_what_somebody_else_is_writing_is_no_leftover(tmp_path: Path) -> None:
    theirs = tmp_path / ".clerk-other.clerk.part"
    theirs.touch()
    with in_use(theirs):
        write_file(tmp_path, NAME, DATA)
        assert theirs.exists()
    write_file(tmp_path, "b.clerk", DATA)
    assert not theirs.exists()


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/etc/passwd", "a\\b", "a/"])
def test_name_with_a_folder_in_it_is_a_defect(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        write_file(tmp_path, name, DATA)


@pytest.mark.parametrize("at", STEPS)
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EROFS, "只读"),
        (errno.EACCES, "没有权限"),
        (errno.EPERM, "没有权限"),
        (errno.ENOSPC, "满了"),
        (errno.EIO, "可能已被拔掉"),
        (errno.ENOTCONN, "可能已被拔掉"),
        (errno.EBUSY, "优盘写入失败（Device or resource busy）"),
    ],
)
def test_failure_at_any_step_leaves_nothing_and_says_why(tmp_path: Path, at: Step, number: int, sentence: str) -> None:
    with pytest.raises(SituationError, match=sentence):
        write_file(tmp_path, NAME, DATA, faults=failing(at, number))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", STEPS)
def test_interruption_at_any_step_leaves_no_half_file(tmp_path: Path, at: Step) -> None:
    def interrupt(step: Step, _path: Path) -> None:
        if step == at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path, NAME, DATA, faults=interrupt)
    left = {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()}
    assert left == ({NAME: DATA} if at == "flush folder" else {})


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: data[:-1] + b"\x01", lambda _data: b""])
def test_device_that_keeps_something_else_is_found_out(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    def lie(step: Step, path: Path) -> None:
        if step == "read":
            path.write_bytes(spoil(DATA))

    with pytest.raises(SituationError, match="读回来不一样"):
        write_file(tmp_path, NAME, DATA, faults=lie)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", ["check", "open", "read", "rename", "flush folder"])
def test_folder_that_vanishes_in_the_middle_is_reported_as_gone(tmp_path: Path, at: Step) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def pull(step: Step, _path: Path) -> None:
        if step == at:
            shutil.rmtree(folder)

    with pytest.raises(SituationError, match="可能已被拔掉"):
        write_file(folder, NAME, DATA, faults=pull)
    assert not folder.exists()


def test_missing_folder_and_file_in_its_place_are_reported_as_gone(tmp_path: Path) -> None:
    with pytest.raises(SituationError, match="可能已被拔掉"):
        write_file(tmp_path / "none", NAME, DATA)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SituationError, match="可能已被拔掉"):
        write_file(tmp_path / "file", NAME, DATA)


def test_strange_error_of_a_vanished_folder_is_reported_as_gone(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def pull(step: Step, _path: Path) -> None:
        if step == "open":
            folder.rmdir()
            raise OSError(errno.EBUSY, "busy")

    with pytest.raises(SituationError, match="可能已被拔掉"):
        write_file(folder, NAME, DATA, faults=pull)


def test_strange_error_of_a_folder_that_does_not_answer_is_reported_as_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(step: Step, _path: Path) -> None:
        if step == "open":
            monkeypatch.setattr(Path, "is_dir", no_answer)
            raise OSError(errno.EBUSY, "busy")

    def no_answer(_path: Path) -> bool:
        raise OSError(errno.EIO, "no answer")

    with pytest.raises(SituationError, match="可能已被拔掉"):
        write_file(tmp_path, NAME, DATA, faults=silent)


def test_room_is_asked_for_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nearly_full(_folder: Path) -> Any:
        return type("Usage", (), {"free": 1024 * 1024 + len(DATA) - 1})

    monkeypatch.setattr("clerk_app.exchange.stick.shutil.disk_usage", nearly_full)
    with pytest.raises(SituationError, match="优盘空间不够：需要 3274 KB，只剩 3273 KB"):
        write_file(tmp_path, NAME, DATA, faults=failing("write", errno.EIO))
    assert list(tmp_path.iterdir()) == []


def test_stick_is_called_full_while_another_program_writes_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin(step: Step, path: Path) -> None:
        if step == "open":
            path.write_bytes(b"")

    monkeypatch.setattr("clerk_app.exchange.stick.shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 0}))
    with pytest.raises(SituationError, match="优盘空间不够"):
        write_file(tmp_path, NAME, DATA, faults=begin)


@pytest.mark.parametrize(
    ("number", "fine"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False), (errno.ENOSPC, False)]
)
def test_file_system_that_cannot_flush_folders_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fine: bool
) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").is_dir():
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr("clerk_app.exchange.stick.os.fsync", fsync)
    if fine:
        assert write_file(tmp_path, NAME, DATA).read_bytes() == DATA
    else:
        with pytest.raises(SituationError):
            write_file(tmp_path, NAME, DATA)
        assert list(tmp_path.iterdir()) == []


def test_windows_has_neither_cache_advice_nor_folder_flush(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stick, "_DROP_CACHE", None)
    monkeypatch.setattr(stick, "_CAN_OPEN_FOLDERS", False)
    assert write_file(tmp_path, NAME, DATA).read_bytes() == DATA


def test_file_is_read_whole(tmp_path: Path) -> None:
    assert read_file(write_file(tmp_path, NAME, DATA)) == DATA


def test_missing_file_or_folder_is_the_clerks_to_mend(tmp_path: Path) -> None:
    for path in (tmp_path / NAME, tmp_path):
        with pytest.raises(UserError, match="找不到文件") as caught:
            read_file(path)
        assert caught.value.field == "file"


def test_file_that_is_too_large_is_not_read_on(tmp_path: Path) -> None:
    write_file(tmp_path, NAME, bytes(2 * 2**20 + 1))
    with pytest.raises(UserError, match="超过 2 MB"):
        read_file(tmp_path / NAME, largest=2 * 2**20)


def test_stick_that_does_not_answer_while_reading_is_a_situation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_file(tmp_path, NAME, DATA)

    def broken(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(SituationError, match="读不出来（Input/output error）"):
        read_file(path)


def test_packets_of_a_stick_are_given_by_number_and_nothing_else(tmp_path: Path) -> None:
    for name in ("v-a-1-10.clerk", "v-a-1-9.clerk", "v-b-1-2.clerk", "letter.doc", ".clerk-x.clerk", "odd.clerk"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "folder.clerk").mkdir()
    names = [path.name for path in stick.packets_in(tmp_path)]
    assert names == ["odd.clerk", "v-b-1-2.clerk", "v-a-1-9.clerk", "v-a-1-10.clerk"]
    assert stick.packets_in(tmp_path / "letter.doc") == (tmp_path / "letter.doc",)


def test_packets_of_a_path_that_leads_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="找不到"):
        stick.packets_in(tmp_path / "none")

    def gone(_self: Path, **_asked: object) -> bool:
        raise OSError(107, "Transport endpoint is not connected")

    monkeypatch.setattr(Path, "is_dir", gone)
    with pytest.raises(SituationError, match="拔掉"):
        stick.packets_in(tmp_path)


def test_folder_that_may_not_be_read_is_not_called_write_protected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path) -> Iterator[Path]:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(SituationError, match="读不了") as told:
        stick.packets_in(tmp_path)
    assert "写" not in told.value.message


def test_name_is_there_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert stick.is_there(tmp_path / "a")
    assert not stick.is_there(tmp_path / "b")

    def gone(_self: Path, **_asked: object) -> bool:
        raise OSError(107, "Transport endpoint is not connected")

    monkeypatch.setattr(Path, "exists", gone)
    assert not stick.is_there(tmp_path / "a")


def test_packet_whose_name_became_capitals_is_found(tmp_path: Path) -> None:
    (tmp_path / NAME.upper()).write_bytes(DATA)
    (tmp_path / f"._{NAME}").write_bytes(b"a Mac was here")
    assert [path.name for path in stick.packets_in(tmp_path)] == [NAME.upper()]

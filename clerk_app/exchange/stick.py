"""Files on removable media: written so that a pulled stick leaves the whole file or none, read back before they count.

Every step may fail at any time: sticks are full, write-protected, pulled out, or lie about what they kept.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from clerk_app.errors import SituationError, UserError
from clerk_app.exchange.drives import Drive, removable_drives
from clerk_app.files import claimed, in_use
from clerk_app.terms import TRY_AGAIN, WRITE_AGAIN

__all__ = ["Drive", "StickError", "is_there", "packets_in", "read_file", "removable_drives", "write_file"]

Step = Literal["check", "open", "write", "flush", "read", "rename", "flush folder"]
Faults = Callable[[Step, Path], None]
"""Called before each step with the path it is about; a test raises OSError from it or spoils the file."""

LARGEST_READ: Final = 512 * 1024 * 1024
_MARGIN: Final = 1024 * 1024
"""Room left for the file system's own tables."""
_CHUNK: Final = 1024 * 1024
_PACKET_END: Final = ".clerk"
_TEMPORARY_BEGIN: Final = ".clerk-"
_TEMPORARY_END: Final = ".part"
_GONE: Final = frozenset(
    {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.EIO, errno.ESTALE, errno.ENOTDIR}
)
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_FOLDER_FLUSH: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS})
"""What file systems answer that cannot flush a folder; that is no failure."""
_DROP_CACHE: Final = getattr(os, "posix_fadvise", None)
_CAN_OPEN_FOLDERS: Final = os.name != "nt"


class StickError(SituationError):
    """What is wrong with a stick, what to do with it, and at the end what to do then: ``again`` is what was being done."""

    def __init__(self, template: str, /, *, again: str = WRITE_AGAIN, **values: object) -> None:
        super().__init__(template, field=None, again=again, **values)

    def then(self, again: str) -> StickError:
        """Return the same with other words for what to do once the stick is in order."""
        told = StickError(self.template)
        told.values = {**self.values, "again": again}
        return told


def write_file(folder: Path, name: str, data: bytes, *, faults: Faults | None = None) -> Path:
    """Write a file to a folder, usually a stick, verify what the device kept, and only then give it its name.

    The same name with the same bytes is fine. Raises StickError with a sentence: gone, read-only, full, another file has the
    name, or the device kept something else; then nothing stands under the name, and no temporary file is left if the device
    still answers. Others may write to the same folder meanwhile. Raises ValueError when ``name`` is no plain file name.
    """
    if name == ".." or not name or Path(name).name != name or "\\" in name:
        raise ValueError("a plain file name is wanted")
    step = faults or _no_faults
    target = folder / name
    temporary = folder / f"{_TEMPORARY_BEGIN}{name}{_TEMPORARY_END}"
    digest = hashlib.sha256(data).digest()
    try:
        step("check", folder)
        device = _device_of(folder)
        _remove_leftovers(folder)
        if target.exists():
            if _digest_of(target) == digest:
                return target
            raise StickError("优盘上已有同名但内容不同的文件 {name}：请先把它移走，{again}。", name=name)
        _check_space(temporary, len(data), step)
        with contextlib.ExitStack() as keeping:
            _write_new(temporary, data, device, step, keeping)
            step("read", temporary)
            if _digest_of(temporary) != digest:
                raise StickError("写到优盘上的内容读回来不一样，这个优盘可能坏了：请换一个优盘，{again}。")
            step("rename", target)
            temporary.rename(target)
    except OSError as error:
        _remove(temporary)
        raise _situation(folder, error) from error
    except BaseException:
        _remove(temporary)
        raise
    _settle(target, device, step)
    return target


def read_file(path: Path, *, largest: int = LARGEST_READ) -> bytes:
    """Return the bytes of a file on a stick.

    Raises UserError when there is no such file or it has more than ``largest`` bytes, SituationError when the stick does not answer.
    """
    try:
        if not path.is_file():
            raise UserError("找不到文件 {name}：请检查路径，并确认优盘已插好。", name=path.name, field="file")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise SituationError(
            "文件 {name} 读不出来（{reason}）：请确认优盘没有拔掉，重新插好后再试。",
            name=path.name,
            reason=error.strerror or "",
        ) from error
    if len(data) > largest:
        raise UserError(
            "文件 {name} 太大，超过 {most} MB：不是本程序做的报送文件。",
            name=path.name,
            most=largest // 2**20,
            field="file",
        )
    return data


def is_there(path: Path) -> bool:
    """Say whether something has this name; a stick that does not answer holds nothing (writing to it says so in a sentence)."""
    try:
        return path.exists()
    except OSError:
        return False


def packets_in(source: Path) -> tuple[Path, ...]:
    """Return the packets that a path means: itself when it is a file, else the files ``*.clerk`` in a folder, the oldest number first.

    Capital letters count as small ones: some programs that copy to FAT write names so.

    Raises UserError when there is nothing of that name, SituationError when the stick does not answer.
    """
    try:
        if not source.is_dir():
            if not source.exists():
                raise UserError("找不到 {name}：请检查路径，并确认优盘已插好。", name=source.name, field="file")
            return (source,)
        found = [path for path in source.iterdir() if path.suffix.lower() == _PACKET_END and path.name[0] != "."]
        return tuple(sorted((path for path in found if path.is_file()), key=_in_order))
    except OSError as error:
        if error.errno in _GONE:
            raise _situation(source, error).then(TRY_AGAIN) from error
        raise SituationError(
            "文件夹 {name} 读不了（{reason}）：请检查优盘和文件夹的权限，重新插好后再试。",
            name=source.name,
            reason=error.strerror or "",
        ) from error


def _in_order(path: Path) -> tuple[list[int], str]:
    return [int(part) for part in path.stem.split("-")[-2:] if part.isascii() and part.isdigit()], path.name


def _no_faults(_step: Step, _path: Path) -> None:
    """Let every step go on."""


def _device_of(folder: Path) -> int:
    status = folder.stat()
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return status.st_dev


def _require_same_device(folder: Path, device: int) -> None:
    # A stick pulled out can leave the empty folder it was mounted on: what is written then lands on the laptop's own disk.
    if _device_of(folder) != device:
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))


def _check_space(temporary: Path, size: int, step: Faults) -> None:
    free = shutil.disk_usage(temporary.parent).free
    if free < size + _MARGIN:
        step("open", temporary)
        _require_writable(temporary)  # where nothing can be deleted, nobody is told to delete
        raise StickError(
            "优盘空间不够：需要 {need} KB，只剩 {free} KB。请删掉不用的文件，或换一个优盘，{again}。",
            need=(size + _MARGIN) // 1024,
            free=free // 1024,
        )


def _require_writable(temporary: Path) -> None:
    """Raise OSError where not even an empty file can be made for another reason than that the stick is full."""
    try:
        temporary.open("xb").close()
    except OSError as error:
        if error.errno not in {*_FULL, errno.EEXIST}:  # another program may be writing this very file
            raise
    else:
        _remove(temporary)


def _write_new(temporary: Path, data: bytes, device: int, step: Faults, keeping: contextlib.ExitStack) -> None:
    step("open", temporary)
    with temporary.open("xb") as file:
        keeping.enter_context(in_use(temporary))
        _require_same_device(temporary.parent, device)
        step("write", temporary)
        view = memoryview(data)
        for start in range(0, len(data), _CHUNK):
            file.write(view[start : start + _CHUNK])
        step("flush", temporary)
        file.flush()
        os.fsync(file.fileno())


def _digest_of(path: Path) -> bytes:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if _DROP_CACHE is not None:
            # What was just written would else come back from memory and prove nothing about the device.
            _DROP_CACHE(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.digest()


def _settle(target: Path, device: int, step: Faults) -> None:
    """Flush the new name to the device; a packet whose name may be lost again is taken back and reported."""
    try:
        step("flush folder", target.parent)
        if _CAN_OPEN_FOLDERS:
            _flush_folder(target.parent)
        _require_same_device(target.parent, device)
    except OSError as error:
        _remove(target)
        raise _situation(target.parent, error) from error


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_FLUSH:
            raise
    finally:
        os.close(descriptor)


def _remove_leftovers(folder: Path) -> None:
    for leftover in list(folder.glob(f"{_TEMPORARY_BEGIN}*{_TEMPORARY_END}")):
        with contextlib.suppress(OSError), claimed(leftover) as is_left:
            if is_left:  # else somebody else is writing it at this moment
                leftover.unlink()


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _situation(folder: Path, error: OSError) -> StickError:
    number = error.errno
    if number == errno.EROFS:
        return StickError("优盘是只读的，写不进去：请关掉优盘上的写保护开关，或换一个优盘，{again}。")
    if number in {errno.EACCES, errno.EPERM}:
        return StickError("没有权限写入这个文件夹，或优盘有写保护：请换一个文件夹或优盘，{again}。")
    if number in _FULL:
        return StickError("优盘写到一半满了，没有留下半个文件：请删掉不用的文件，或换一个优盘，{again}。")
    if number in _GONE or not _is_there(folder):
        return StickError("找不到优盘或文件夹，可能已被拔掉：数据没有丢，请插好优盘，{again}。")
    return StickError(
        "优盘写入失败（{reason}）：数据没有丢，请重新插好优盘，或换一个优盘，{again}。", reason=error.strerror or ""
    )


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False

"""Writing a file so that it is either whole or as it was."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

from clerk_app.errors import SituationError, UserError

if sys.platform != "win32":
    import fcntl


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that the clerk named, whole or not at all; an older one of that name is replaced.

    Raises UserError when the name is a folder or a device, or the folder is missing, SituationError when the disk or its rights refuse.
    """
    require_file_name(path)
    if (
        path.exists() and not path.is_file()
    ):  # a rename would put the file in the place of a device, for root even of /dev/full
        raise UserError("“{name}”不是普通文件，不能写在它的位置：请换一个文件名。", field="file", name=path.name)
    if not path.parent.is_dir():
        raise UserError("文件夹“{name}”不存在：请先建立，或换一个位置。", field="file", name=path.parent.name)
    try:
        replace_whole(path, data)
    except OSError as error:
        raise SituationError(
            "“{name}”没有写成（{reason}）：请关闭打开着它的程序，检查磁盘空间和权限，或换一个文件夹。",
            name=path.name,
            reason=os.strerror(error.errno or 0),
        ) from error


def require_file_name(path: Path) -> None:
    """Raise UserError for a folder where a file is to be named."""
    if path.is_dir():
        raise UserError("“{name}”是文件夹：请写上文件名。", field="file", name=path.name or str(path))


@contextlib.contextmanager
def claimed(path: Path) -> Iterator[bool]:
    """Hold a folder or a file for one process while the block runs, and say whether it is ours: False when another process holds it.

    The operating system lets go of it when a process dies. Raises OSError when it
    cannot be opened. Where there are no locks (Windows, some network drives) it is always ours.
    """
    if sys.platform == "win32":
        yield True
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield _lock(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def in_use(path: Path) -> Iterator[None]:
    """Keep a file from those who ask :func:`claimed` for it while the block runs, whoever else opens and closes it; raises OSError."""
    if sys.platform == "win32":  # an open file cannot be removed there, nor be renamed
        yield
        return
    kept = os.open(
        path, os.O_RDONLY
    )  # a file open for writing would keep its stick from being made read-only, or let go
    try:
        _lock(kept)
        yield
    finally:
        os.close(kept)


def _lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        pass  # a drive without locks
    return True


def replace_whole(path: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Write a file under a temporary name beside it, flush it to the disk, then put it in place.

    Raises OSError; then an older file is as it was and no temporary is left where that can be helped.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; NTFS keeps a rename in its own log
        return
    # The file is in place by now: a file system that cannot flush folders must not turn that into a failure.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

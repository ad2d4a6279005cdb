"""Writing a file so that it is either whole or as it was."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from clerk_app.errors import SituationError, UserError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary name beside it, flushed to the disk; an older file stays whole until then.

    Raises UserError when the name is a folder or the folder is missing, SituationError when the disk or its rights refuse.
    """
    if path.is_dir():
        raise UserError("“{name}”是一个文件夹：请写上文件名。", field="file", name=path.name)
    if not path.parent.is_dir():
        raise UserError("文件夹“{name}”不存在：请先建立，或换一个位置。", field="file", name=path.parent.name)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _flush_folder(path.parent)
    except OSError as error:
        raise SituationError(
            "文件“{name}”写不进去（{reason}），原来的文件没有动：请检查磁盘空间和权限。",
            name=path.name,
            reason=os.strerror(error.errno or 0),
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    """Make the new name last; Windows cannot open folders and does not need to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

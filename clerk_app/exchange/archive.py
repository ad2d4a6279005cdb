"""The zip inside a packet: stored files only, fixed times, one spelling for the same contents.

Nothing is compressed: the size of an entry is the size of its bytes, so no zip can swell when it is opened, and the same contents
give the same bytes on every machine.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from typing import Final

from clerk_app.errors import UserError

_FIRST_TIME: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_PLAIN_FILE: Final = 0o100600 << 16


def write_archive(entries: Mapping[str, bytes]) -> bytes:
    """Return the zip with these entries in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, _FIRST_TIME)
            info.create_system = _UNIX
            info.external_attr = _PLAIN_FILE
            archive.writestr(info, content)
    return buffer.getvalue()


def read_archive(data: bytes, most_entries: int) -> dict[str, bytes]:
    """Return the entries in their order.

    Raises UserError for what is no zip or a broken one, for an entry that is doubled, compressed or encrypted, for too many entries,
    and for any byte that :func:`write_archive` would not have written.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _entries(archive, len(data), most_entries)
            canonical = write_archive(entries)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, ValueError, struct.error):
        raise _broken() from None
    if canonical != data:
        raise _broken()
    return entries


def _entries(archive: zipfile.ZipFile, whole: int, most_entries: int) -> dict[str, bytes]:
    listed = archive.infolist()
    if len(listed) > most_entries:
        raise UserError(
            "报送文件里有 {count} 个文件，超过 {most} 个：不是本程序做的，不能导入。",
            count=len(listed),
            most=most_entries,
        )
    # An entry that would have to be inflated, and entries that claim more than the whole holds, are never read.
    if any(info.compress_type != zipfile.ZIP_STORED or info.flag_bits for info in listed):
        raise _broken()
    if sum(info.file_size for info in listed) > whole:
        raise _broken()
    entries: dict[str, bytes] = {}
    for info in listed:
        if info.filename in entries:
            raise UserError(
                "报送文件里“{name}”出现了两次，文件被改动过：请回到原来的电脑重新导出。", name=info.filename[:80]
            )
        entries[info.filename] = archive.read(info)
    return entries


def _broken() -> UserError:
    return UserError("报送文件的内部结构不对，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。")

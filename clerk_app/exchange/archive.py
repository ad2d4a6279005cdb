"""The zip inside a packet: stored files only, fixed times, one spelling for the same contents.

Nothing is compressed: the size of an entry is the size of its bytes, so no zip can swell when it is opened, and the same contents
give the same bytes on every machine. Every field has one possible value, so a zip is checked piece by piece, without another copy of it.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from clerk_app.errors import UserError

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_LISTED: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20
_MADE_BY: Final = 3 << 8 | _VERSION
_MIDNIGHT: Final = 0
_FIRST_DAY: Final = 1 << 5 | 1
"""1 January 1980, the first day a zip can name."""
_PLAIN_FILE: Final = 0o100600 << 16


def write_archive(entries: Mapping[str, bytes]) -> bytes:
    """Return the zip with these entries in this order."""
    return b"".join(_pieces(entries))


def read_archive(data: bytes, most_entries: int) -> dict[str, bytes]:
    """Return the entries in their order.

    Raises UserError for what is no zip or a broken one, for an entry that is doubled, compressed or encrypted, for too many entries,
    and for any byte that :func:`write_archive` would not have written.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _entries(data, archive.infolist(), most_entries)
        exact = _is_spelling_of(entries, data)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, ValueError, struct.error):
        raise _broken() from None
    if not exact:
        raise _broken()
    return entries


def _pieces(entries: Mapping[str, bytes]) -> Iterator[bytes]:
    """Give the zip of these entries piece by piece; ``docs/packet-format.md`` has every field."""
    listed = []
    place = 0
    for name, content in entries.items():
        path = name.encode("ascii")
        # What both headers say alike: flags and method (none), time, date, checksum, both sizes, lengths of name and extra field.
        alike = (0, 0, _MIDNIGHT, _FIRST_DAY, zlib.crc32(content), len(content), len(content), len(path), 0)
        header = _LOCAL.pack(b"PK\x03\x04", _VERSION, *alike)
        listed.append(_LISTED.pack(b"PK\x01\x02", _MADE_BY, _VERSION, *alike, 0, 0, 0, _PLAIN_FILE, place) + path)
        yield header + path
        yield content
        place += len(header) + len(path) + len(content)
    directory = b"".join(listed)
    yield directory + _END.pack(b"PK\x05\x06", 0, 0, len(listed), len(listed), len(directory), place, 0)


def _is_spelling_of(entries: Mapping[str, bytes], data: bytes) -> bool:
    place = 0
    for piece in _pieces(entries):
        if not data.startswith(piece, place):
            return False
        place += len(piece)
    return place == len(data)


def _entries(data: bytes, listed: list[zipfile.ZipInfo], most_entries: int) -> dict[str, bytes]:
    if len(listed) > most_entries:
        raise UserError(
            "报送文件里有 {count} 个文件，超过 {most} 个：不是本程序做的，不能导入。",
            count=len(listed),
            most=most_entries,
        )
    # An entry that would have to be inflated, and entries that claim more than the whole holds, are never read.
    if any(info.compress_type != zipfile.ZIP_STORED or info.flag_bits for info in listed):
        raise _broken()
    if sum(info.file_size for info in listed) > len(data):
        raise _broken()
    entries: dict[str, bytes] = {}
    for info in listed:
        if info.filename in entries:
            raise UserError(
                "报送文件里“{name}”出现了两次，文件被改动过：请回到原来的电脑重新导出。", name=info.filename[:80]
            )
        begin = info.header_offset + _LOCAL.size + len(info.filename)
        entries[info.filename] = data[begin : begin + info.file_size]
    return entries


def _broken() -> UserError:
    return UserError("报送文件的内部结构不对，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。")

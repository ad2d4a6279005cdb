from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
import zlib

import pytest

from clerk_app.errors import UserError
from clerk_app.exchange.archive import read_archive, write_archive

ENTRIES = {"a.txt": b"first", "files/b": bytes(1000), "empty": b""}


def made(*entries: tuple[str, bytes], method: int = zipfile.ZIP_STORED, comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore", UserWarning)  # the doubled name is meant
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
        archive.comment = comment
    return buffer.getvalue()


def test_entries_come_back_in_order() -> None:
    assert list(read_archive(write_archive(ENTRIES), 3).items()) == list(ENTRIES.items())
    assert read_archive(write_archive({}), 0) == {}


def test_bytes_are_those_of_any_standard_zip_without_compression() -> None:
    data = write_archive({"a.txt": b"first"})
    assert data[:30] == struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 33, zlib.crc32(b"first"), 5, 5, 5, 0)
    assert data[30:40] == b"a.txtfirst"


def test_bytes_are_those_of_python_s_own_zip() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        for name, content in ENTRIES.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100600 << 16
            archive.writestr(info, content)
    assert write_archive(ENTRIES) == buffer.getvalue()


def test_name_that_is_not_ascii_is_not_written() -> None:
    with pytest.raises(ValueError, match="ascii"):
        write_archive({"名字": b""})


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(UserError, match="有 3 个文件，超过 2 个"):
        read_archive(write_archive(ENTRIES), 2)


def test_doubled_entry_is_named() -> None:
    with pytest.raises(UserError, match="“same”出现了两次"):
        read_archive(made(("same", b"1"), ("same", b"2")), 9)


def test_compressed_entry_is_never_inflated() -> None:
    bomb = made(("bomb", bytes(10_000_000)), method=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 20_000
    with pytest.raises(UserError, match="内部结构不对"):
        read_archive(bomb, 9)


def test_entries_that_claim_more_than_the_whole_are_never_read() -> None:
    data = bytearray(made(("one", bytes(600)), ("two", bytes(10))))
    directory = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", directory + 1)
    data[second + 20 : second + 28] = data[directory + 20 : directory + 28]  # sizes
    data[second + 42 : second + 46] = data[directory + 42 : directory + 46]  # the first one's place
    with pytest.raises(UserError, match="内部结构不对"):
        read_archive(bytes(data), 9)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zip at all",
        write_archive(ENTRIES)[:-1],
        write_archive(ENTRIES)[1:],
        write_archive(ENTRIES) + b"x",
        b"x" + write_archive(ENTRIES),
        made(("a.txt", b"first")),
        made(("a.txt", b"first"), comment=b"hello"),
        made(("名字", b"")),
    ],
    ids=["empty", "other", "cut-end", "cut-begin", "more-end", "more-begin", "other-spelling", "comment", "not-ascii"],
)
def test_anything_but_our_own_spelling_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="内部结构不对"):
        read_archive(data, 9)


def test_every_single_flipped_bit_gives_a_sentence() -> None:
    data = write_archive({"a.txt": b"first", "b": b"second"})
    for place in range(len(data) * 8):
        spoiled = bytearray(data)
        spoiled[place // 8] ^= 1 << place % 8
        with pytest.raises(UserError):
            read_archive(bytes(spoiled), 9)


def test_random_damage_gives_a_sentence() -> None:
    chance = random.Random(20261121)
    data = write_archive(ENTRIES)
    for _ in range(500):
        spoiled = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        if chance.random() < 0.3:
            del spoiled[chance.randrange(len(spoiled)) :]
        try:
            read_archive(bytes(spoiled), 9)
        except UserError:
            continue
        assert bytes(spoiled) == data

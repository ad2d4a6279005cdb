from __future__ import annotations

from pathlib import Path

import pytest

from clerk_app.errors import UserError
from clerk_app.security.passwords import check_new_password, read_password_file


@pytest.mark.parametrize(
    "password", ["qinghe-2026!", "清河村三组的老槐树", "correct horse", "张秀兰住在清河村", "x" * 199 + "y"]
)
def test_good_password_is_accepted(password: str) -> None:
    check_new_password(password, "张秀兰")


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "至少要 8 个字符"),
        ("a1b2c3d", "至少要 8 个字符"),
        ("ab" * 101, "最多 200 个字符"),
        ("aaaaaaaa", "一个字符重复"),
        ("aAaAaAaA", "一个字符重复"),
        ("阿依古丽·买买提", "就是姓名"),
        ("阿依古丽·买买提 阿依古丽·买买提", "就是姓名"),
        ("12345678", "太常见"),
        ("１２３４５６７８", "太常见"),
        ("PassWord1", "太常见"),
    ],
)
def test_weak_password_is_refused_with_the_reason(password: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as caught:
        check_new_password(password, "阿依古丽·买买提")
    assert caught.value.field == "password"


def test_missing_name_does_not_forbid_passwords() -> None:
    check_new_password("qinghe-2026!", " ")


@pytest.mark.parametrize(
    ("data", "password"),
    [
        (b"secret one\nsecond line\n", "secret one"),
        (b"secret one\r\nsecond line\r\n", "secret one"),
        (b" kept blanks \t", " kept blanks \t"),
        ("\ufeff清河\n".encode(), "清河"),
        (b"x" * 200 + b"\n" + b"y" * 9000, "x" * 200),
    ],
)
def test_first_line_is_read_without_its_end(tmp_path: Path, data: bytes, password: str) -> None:
    path = tmp_path / "pw.txt"
    path.write_bytes(data)
    assert read_password_file(path) == password


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "第一行是空的"),
        (b"\nsecret", "第一行是空的"),
        (b"\r\n", "第一行是空的"),
        (b"x" * 201, "超过 200 个字符"),
        ("密".encode() * 9000, "超过 200 个字符"),
        (b"\xc3\x28secret", "不是 UTF-8"),
    ],
)
def test_unusable_file_is_refused_with_the_reason(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "pw.txt"
    path.write_bytes(data)
    with pytest.raises(UserError, match=sentence) as caught:
        read_password_file(path)
    assert caught.value.field == "password_file"


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到密码文件"):
        read_password_file(tmp_path / "pw.txt")


def test_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="读不出来"):
        read_password_file(tmp_path)

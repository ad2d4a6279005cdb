"""New passwords that are good enough, and passwords read from a file for the command line."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Final

from clerk_app.errors import UserError

SHORTEST: Final = 8
LONGEST: Final = 200
_READ_BYTES: Final = 8 * 1024
_COMMONEST: Final = frozenset(
    """
    12345678 123456789 1234567890 0123456789 87654321 987654321 0987654321 11223344 12344321 12341234 11112222 88889999
    123123123 147258369 147852369 123456abc 1234qwer 12345678a a12345678 a123456789 123456789a abc12345 abc123456 abcd1234
    aa123456 aa12345678 qq123456 qwe123456 asd123456 zxc123456 woaini520 woaini1314 woaini123 52013145 5201314a 1314520a
    password password1 password123 passw0rd p@ssw0rd p@ssword admin123 admin888 admin123456 administrator root1234
    qwertyui qwertyuiop qwerty123 asdfghjk asdfghjkl zxcvbnm123 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 qazwsxedc
    iloveyou abcdefgh abcdefghi welcome1 computer internet sunshine princess football baseball superman
    """.split()
)


def check_new_password(password: str, name: str) -> None:
    """Accept a new password of this clerk; raises UserError (field ``password``) that says what is wrong with it."""
    plain = unicodedata.normalize("NFKC", password).casefold()
    own_name = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    if len(password) < SHORTEST:
        raise UserError("密码太短：至少要 {shortest} 个字符。", field="password", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise UserError("密码太长：最多 {longest} 个字符。", field="password", longest=LONGEST)
    if len(set(plain)) == 1:
        raise UserError("密码不能只用一个字符重复：请换一个。", field="password")
    if own_name and not "".join(plain.split()).replace(own_name, ""):
        raise UserError("密码不能就是姓名：请换一个。", field="password")
    if plain in _COMMONEST:
        raise UserError("这个密码太常见，很容易被猜到：请换一个。", field="password")


def read_password_file(path: Path) -> str:
    """Return the first line of a file without its line end, blanks kept; raises UserError (field ``password_file``)."""
    try:
        with path.open("rb") as file:
            data = file.read(_READ_BYTES)
    except FileNotFoundError:
        raise UserError("找不到密码文件 {name}：请检查路径。", field="password_file", name=path.name) from None
    except OSError as error:
        raise UserError(
            "密码文件 {name} 读不出来（{reason}）：请检查权限。",
            field="password_file",
            name=path.name,
            reason=error.strerror or "",
        ) from error
    line = data.split(b"\n", 1)[0].removesuffix(b"\r")
    if len(line) == _READ_BYTES:
        raise _too_long(path)
    try:
        # Windows' editor begins a UTF-8 file with a byte order mark; nobody types one in the window.
        password = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            "密码文件 {name} 不是 UTF-8 文本：请另存为 UTF-8。", field="password_file", name=path.name
        ) from None
    if not password:
        raise UserError("密码文件 {name} 的第一行是空的：请把密码写在第一行。", field="password_file", name=path.name)
    if len(password) > LONGEST:
        raise _too_long(path)
    return password


def _too_long(path: Path) -> UserError:
    return UserError(
        "密码文件 {name} 的第一行超过 {longest} 个字符：请确认选对了文件。",
        field="password_file",
        name=path.name,
        longest=LONGEST,
    )

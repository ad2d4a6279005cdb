"""The recovery key as a person copies it from paper: eight groups of five characters, each with its own check character.

The alphabet leaves out I, L, O and U; what a reader might take for one of them is read as the digit it resembles. Four characters
of a group carry 20 bits, the fifth is a sum over GF(32) that knows the group's place, so any single slip, any exchange of neighbours
and any two groups in each other's place are seen and the group is named. Eight groups carry 160 bits.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from typing import Final

from clerk_app.errors import UserError

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RESEMBLING: Final = str.maketrans("ILO", "110")
_SEPARATORS: Final = re.compile(r"[\s\-_.·‐-―−]+")
_GROUPS: Final = 8
_GROUP_SIZE: Final = 5
_FIELD_POLYNOMIAL: Final = 0b100101
"""x^5 + x^2 + 1, which makes multiplication by x run through all 31 values."""
SECRET_BYTES: Final = _GROUPS * (_GROUP_SIZE - 1) * 5 // 8


def new_recovery_secret() -> bytes:
    """Return 20 random bytes (160 bits)."""
    return secrets.token_bytes(SECRET_BYTES)


def recovery_text(secret: bytes) -> str:
    """Return the secret as ``XXXXX-XXXXX-…``, eight groups; raises ValueError when it is not 20 bytes."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret has 20 bytes")
    number = int.from_bytes(secret, "big")
    groups = []
    for place in range(_GROUPS):
        part = number >> (20 * (_GROUPS - 1 - place))
        values = [part >> shift & 31 for shift in (15, 10, 5, 0)]
        groups.append("".join(_ALPHABET[value] for value in [*values, _check(values, place)]))
    return "-".join(groups)


def recovery_secret(text: str) -> bytes:
    """Read a recovery key back; blanks, dashes, case and look-alike letters do not matter.

    Raises UserError (field ``recovery_key``) that names the wrong character, the number of characters, or the group with the slip.
    """
    cleaned = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).upper().translate(_RESEMBLING)
    strange = next((character for character in cleaned if character not in _ALPHABET), None)
    if strange is not None:
        raise UserError(
            "恢复密钥里不会有“{character}”这个字符：请对照恢复密钥单重新输入。", field="recovery_key", character=strange
        )
    if len(cleaned) != _GROUPS * _GROUP_SIZE:
        raise UserError(
            "恢复密钥应有 {expected} 个字符，现在是 {count} 个：请检查是否多输或漏输。",
            field="recovery_key",
            expected=_GROUPS * _GROUP_SIZE,
            count=len(cleaned),
        )
    number = 0
    for place in range(_GROUPS):
        group = cleaned[place * _GROUP_SIZE : (place + 1) * _GROUP_SIZE]
        *values, check = (_ALPHABET.index(character) for character in group)
        if _check(values, place) != check:
            raise UserError(
                "恢复密钥第 {group} 组“{text}”输错了：请对照恢复密钥单检查这一组。",
                field="recovery_key",
                group=place + 1,
                text=group,
            )
        for value in values:
            number = number << 5 | value
    return number.to_bytes(SECRET_BYTES, "big")


def _check(values: list[int], place: int) -> int:
    total = place + 1
    for value in values:
        total = _times_x(total ^ value)
    return total


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD_POLYNOMIAL if doubled & 32 else doubled

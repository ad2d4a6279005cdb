"""Which data folder, which clerk, which key: what can be said before the database is loaded.

Kept free of the database, so that deriving the key from the password runs while the rest of the program is still being imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clerk_app.errors import UserError
from clerk_app.paths import BUILDING_NAME, DATABASE_NAME, KEYS_NAME
from clerk_app.security.keys import DataKey, KeyHolder, KeyRing, load_keyring


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A data key with the clerk whose password opened it."""

    clerk_id: str
    data_key: DataKey


def has_village(data_dir: Path) -> bool:
    """Say whether a data folder holds a village already; one whose making was cut off counts as none."""
    if (data_dir / DATABASE_NAME).exists():
        return True
    return (data_dir / KEYS_NAME).exists() and not (data_dir / BUILDING_NAME).exists()


def keyring_of(data_dir: Path) -> KeyRing:
    """Return the key ring of a data folder; raises UserError when it holds no village, SituationError when the ring is damaged."""
    if not has_village(data_dir):
        raise UserError(
            "这个文件夹里还没有村的数据：请先运行 clerk init 或打开程序按向导建立，或检查 --data 是否写对。"
        )
    return load_keyring(data_dir / KEYS_NAME)


def clerk_choices(data_dir: Path) -> tuple[KeyHolder, ...]:
    """Return who can sign in to a data folder; raises as ``keyring_of``."""
    return keyring_of(data_dir).clerks


def holder_of(keyring: KeyRing, clerk: str) -> KeyHolder:
    """Return whom a name or id means; nobody need be named when there is one clerk. Raises UserError with the names."""
    if not clerk and len(keyring.clerks) == 1:
        return keyring.clerks[0]
    for holder in keyring.clerks:
        if clerk in {holder.clerk_id, holder.name}:
            return holder
    names = "、".join(holder.name for holder in keyring.clerks)
    raise UserError("请说明是哪位经办人（--clerk 姓名）：可选 {names}。", names=names)


def unlock(data_dir: Path, password: str, clerk: str = "") -> Unlocked:
    """Return the data key that a clerk's password opens; raises UserError for an unknown clerk or a wrong password."""
    keyring = keyring_of(data_dir)
    holder = holder_of(keyring, clerk)
    return Unlocked(holder.clerk_id, keyring.unlock(holder.clerk_id, password))

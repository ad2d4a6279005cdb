"""The data key and its key ring: 32 random bytes that open ``clerk.db``, wrapped for each clerk's password and for the recovery key.

A wrap is AES-256-GCM under an Argon2id key of its own salt; who it belongs to is authenticated with it, so one clerk's wrap cannot
stand under another's name. The ring is ``keys.json`` in the data folder, format 1, bytes in hexadecimal; it holds nothing that opens
without a password, and is written so that a power cut leaves the old one or the new one whole.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from clerk_app.domain.act import canonical_json
from clerk_app.errors import SituationError, UserError
from clerk_app.files import replace_whole
from clerk_app.security.recovery import new_recovery_secret, recovery_secret, recovery_text

KEYS_NAME: Final = "keys.json"
KEY_BYTES: Final = 32
_FORMAT: Final = 1
_LARGEST_FILE: Final = 1024 * 1024
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_PURPOSE: Final = "clerk-app data key 1"


@dataclass(frozen=True, slots=True)
class DataKey:
    """The key of the database: ``raw`` is 32 bytes and never shown. Raises ValueError for another length."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")


def new_data_key() -> DataKey:
    """Return a fresh random data key."""
    return DataKey(secrets.token_bytes(KEY_BYTES))


@dataclass(frozen=True, slots=True)
class Parameters:
    """What one guess at a password costs: Argon2id memory in KiB, passes over it, lanes side by side.

    Raises ValueError beyond what this program ever writes, so that a doctored file cannot claim all memory.
    """

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        if not (1 <= self.lanes <= 16 and 1 <= self.passes <= 64 and 8 * self.lanes <= self.memory_kib <= 1024 * 1024):
            raise ValueError("Argon2id parameters out of range")


DEFAULT: Final = Parameters()
"""64 MiB, 3 passes, 4 lanes: an unlock takes about 0.1 s on a village laptop."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key sealed under one secret, with the parameters of that seal; raises ValueError for wrong lengths."""

    parameters: Parameters
    salt: bytes
    nonce: bytes
    sealed: bytes

    def __post_init__(self) -> None:
        lengths = (len(self.salt), len(self.nonce), len(self.sealed))
        if lengths != (_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES):
            raise ValueError("wrap of a wrong length")


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """A clerk who has a password, as the sign-in window lists them."""

    clerk_id: str
    name: str


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Who can open the data folder: one wrap for each clerk, in order of joining, and one for the recovery key.

    ``check`` is a digest of the data key by which a wrong key is noticed before it is wrapped.
    """

    check: bytes
    wraps: tuple[tuple[KeyHolder, Wrap], ...]
    recovery: Wrap

    def __post_init__(self) -> None:
        ids = [holder.clerk_id for holder in self.clerks]
        if not ids or len(set(ids)) != len(ids) or len(self.check) != hashlib.sha256().digest_size:
            raise ValueError("a key ring has a check, and clerks, each once")

    @property
    def clerks(self) -> tuple[KeyHolder, ...]:
        """The clerks who have a password here."""
        return tuple(holder for holder, _wrap in self.wraps)

    def unlock(self, clerk_id: str, password: str) -> DataKey:
        """Return the data key; raises UserError (field ``password``) for a wrong password or a clerk without one."""
        for holder, wrap in self.wraps:
            if holder.clerk_id == clerk_id:
                key = self._open(wrap, _secret_of(password), _holder_name(holder))
                if key is None:
                    raise UserError(
                        "密码不对：请检查大小写和输入法后再输一次；忘记密码可用恢复密钥。", field="password"
                    )
                return key
        raise UserError("这位经办人在本机没有密码：请换一位经办人登录，或用恢复密钥打开。", field="clerk")

    def unlock_with_recovery(self, text: str) -> DataKey:
        """Return the data key; raises UserError (field ``recovery_key``) for a slip in typing or the key of another folder."""
        key = self._open(self.recovery, recovery_secret(text), _RECOVERY_NAME)
        if key is None:
            raise UserError(
                "恢复密钥没有输错，但打不开这份资料：它可能已被更换，或属于另一台电脑。请找最近打印的恢复密钥单。",
                field="recovery_key",
            )
        return key

    def with_clerk(
        self, clerk_id: str, name: str, password: str, data_key: DataKey, parameters: Parameters = DEFAULT
    ) -> KeyRing:
        """Return the ring with this clerk's password new or changed; raises ValueError for the key of another folder."""
        self._require_ours(data_key)
        holder = KeyHolder(clerk_id, name)
        entry = (holder, _seal(data_key, _secret_of(password), _holder_name(holder), parameters))
        if clerk_id in {known.clerk_id for known in self.clerks}:
            wraps = tuple(entry if known.clerk_id == clerk_id else (known, wrap) for known, wrap in self.wraps)
        else:
            wraps = (*self.wraps, entry)
        return replace(self, wraps=wraps)

    def without_clerk(self, clerk_id: str) -> KeyRing:
        """Return the ring without this clerk; raises UserError when nobody would be left, or the clerk is not in it."""
        left = tuple((holder, wrap) for holder, wrap in self.wraps if holder.clerk_id != clerk_id)
        if len(left) == len(self.wraps):
            raise UserError("这位经办人在本机没有密码，不用停用。", field="clerk")
        if not left:
            raise UserError("这是最后一位能登录的经办人，不能停用：请先给另一位经办人设密码。", field="clerk")
        return replace(self, wraps=left)

    def with_new_recovery(self, data_key: DataKey, parameters: Parameters = DEFAULT) -> tuple[KeyRing, str]:
        """Return the ring with a new recovery key, and its text to print once; the old one opens nothing from then on."""
        self._require_ours(data_key)
        recovery, text = _new_recovery(data_key, parameters)
        return replace(self, recovery=recovery), text

    def _open(self, wrap: Wrap, secret: bytes, owner: bytes) -> DataKey | None:
        try:
            raw = AESGCM(_derive(secret, wrap.salt, wrap.parameters)).decrypt(wrap.nonce, wrap.sealed, owner)
        except InvalidTag:
            return None
        key = DataKey(raw)
        return key if hmac.compare_digest(_check_of(key), self.check) else None

    def _require_ours(self, data_key: DataKey) -> None:
        if not hmac.compare_digest(_check_of(data_key), self.check):
            raise ValueError("this data key belongs to another key ring")


def create_keyring(
    clerk_id: str, name: str, password: str, parameters: Parameters = DEFAULT
) -> tuple[KeyRing, DataKey, str]:
    """Return a new ring with its first clerk, the new data key, and the recovery key's text, which is shown once."""
    key = new_data_key()
    holder = KeyHolder(clerk_id, name)
    wrap = _seal(key, _secret_of(password), _holder_name(holder), parameters)
    recovery, text = _new_recovery(key, parameters)
    return KeyRing(_check_of(key), ((holder, wrap),), recovery), key, text


def load_keyring(path: Path) -> KeyRing:
    """Read the key ring; raises SituationError: missing, unreadable, damaged, or of a newer format."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        raise SituationError(
            "找不到钥匙文件 {name}，资料打不开：请确认数据文件夹选对了，或从备份恢复整个文件夹。", name=path.name
        ) from None
    except OSError as error:
        raise SituationError(
            "钥匙文件 {name} 读不出来（{reason}）：请检查磁盘和文件夹权限后再试。",
            name=path.name,
            reason=error.strerror or "",
        ) from error
    damaged = SituationError(
        "钥匙文件 {name} 已损坏，资料打不开：资料本身没有动过，请从备份恢复这个文件。", name=path.name
    )
    try:
        raw = json.loads(data)
        version = raw["format"]
        if type(version) is not int or version < 1 or len(data) > _LARGEST_FILE:
            raise damaged
        if version > _FORMAT:
            raise SituationError("钥匙文件 {name} 是较新版本的程序写的：请先升级本程序再打开。", name=path.name)
        return _from_json(raw)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise damaged from None


def save_keyring(path: Path, keyring: KeyRing) -> None:
    """Write the key ring under a temporary name, flush it to the disk, then put it in place; raises SituationError."""
    data = (json.dumps(_to_json(keyring), ensure_ascii=False, indent=1) + "\n").encode()
    try:
        replace_whole(path, data, mode=0o600)
    except OSError as error:
        raise SituationError(
            "钥匙文件没有保存，原来的密码仍然有效（{reason}）：请检查磁盘空间和文件夹权限后再试。",
            reason=error.strerror or "",
        ) from error


def _to_json(keyring: KeyRing) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "check": keyring.check.hex(),
        "clerks": [
            {"id": holder.clerk_id, "name": holder.name, **_wrap_to_json(wrap)} for holder, wrap in keyring.wraps
        ],
        "recovery": _wrap_to_json(keyring.recovery),
    }


def _from_json(raw: Mapping[str, Any]) -> KeyRing:
    wraps = []
    for item in raw["clerks"]:
        if not isinstance(item["id"], str) or not isinstance(item["name"], str):
            raise TypeError("a holder's id and name are text")
        wraps.append((KeyHolder(item["id"], item["name"]), _wrap_from_json(item)))
    return KeyRing(bytes.fromhex(raw["check"]), tuple(wraps), _wrap_from_json(raw["recovery"]))


def _wrap_to_json(wrap: Wrap) -> dict[str, Any]:
    return {
        "memory_kib": wrap.parameters.memory_kib,
        "passes": wrap.parameters.passes,
        "lanes": wrap.parameters.lanes,
        "salt": wrap.salt.hex(),
        "nonce": wrap.nonce.hex(),
        "sealed": wrap.sealed.hex(),
    }


def _wrap_from_json(raw: Mapping[str, Any]) -> Wrap:
    costs = (raw["memory_kib"], raw["passes"], raw["lanes"])
    if not all(type(cost) is int for cost in costs):
        raise TypeError("costs are whole numbers")
    return Wrap(
        Parameters(*costs),
        bytes.fromhex(raw["salt"]),
        bytes.fromhex(raw["nonce"]),
        bytes.fromhex(raw["sealed"]),
    )


def _new_recovery(data_key: DataKey, parameters: Parameters) -> tuple[Wrap, str]:
    secret = new_recovery_secret()
    return _seal(data_key, secret, _RECOVERY_NAME, parameters), recovery_text(secret)


def _seal(data_key: DataKey, secret: bytes, owner: bytes, parameters: Parameters) -> Wrap:
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    sealed = AESGCM(_derive(secret, salt, parameters)).encrypt(nonce, data_key.raw, owner)
    return Wrap(parameters, salt, nonce, sealed)


def _derive(secret: bytes, salt: bytes, parameters: Parameters) -> bytes:
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=parameters.passes,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    ).derive(secret)


def _secret_of(password: str) -> bytes:
    # Input methods give the same accented or full-width character in different spellings; NFC makes them one.
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def _holder_name(holder: KeyHolder) -> bytes:
    return canonical_json([_PURPOSE, "clerk", holder.clerk_id, holder.name]).encode("utf-8", "surrogatepass")


_RECOVERY_NAME: Final = canonical_json([_PURPOSE, "recovery"]).encode()


def _check_of(data_key: DataKey) -> bytes:
    return hashlib.sha256(_PURPOSE.encode() + b" check" + data_key.raw).digest()

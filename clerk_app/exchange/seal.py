"""Signing and sealing: Ed25519 says who made a packet, age (X25519) lets only its receiver read it.

Signing keys are the 32 raw bytes of an Ed25519 seed, public keys their 32 raw bytes. age keys are the texts its own tools use.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from clerk_app.errors import UserError

_FINGERPRINT_PURPOSE: Final = b"clerk-app fingerprint 1\n"
_AGE_LINE: Final = b"age-encryption.org/v1\n"
_AGE_ANY: Final = b"age-encryption.org/v"
_AGE_HEADER_END: Final = b"\n--- "
_AGE_MAC_LINE: Final = 44
"""A header ends with ``--- ``, 43 characters of base64 and a line end."""
_AGE_LEAST_BODY: Final = 32
"""A nonce of 16 bytes and the tag of an empty last chunk."""
_BLANK_TAIL: Final = bytes(512)


class SealedToAnotherError(UserError):
    """The file is no packet for any of the keys tried."""


def new_signing_key() -> bytes:
    """Return a fresh Ed25519 signing key, 32 raw bytes; it never leaves the encrypted database."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(signing_key: bytes) -> bytes:
    """Return the public key of a signing key, 32 raw bytes."""
    return Ed25519PrivateKey.from_private_bytes(signing_key).public_key().public_bytes_raw()


def sign(signing_key: bytes, message: bytes) -> bytes:
    """Return the Ed25519 signature over the message, 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(signing_key).sign(message)


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether the signature over the message is of this public key; a malformed key or signature is just wrong."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """Return what two people read to each other: eight groups of four digits over the public key, about 106 bits."""
    digest = hashlib.sha256(_FINGERPRINT_PURPOSE + public).digest()
    digits = f"{int.from_bytes(digest, 'big') % 10**32:032d}"
    return " ".join(digits[place : place + 4] for place in range(0, 32, 4))


def fingerprint_digits(typed: str) -> str:
    """Return the digits of a fingerprint as somebody typed it, wide ones too, without what stands between the groups."""
    return "".join(str(int(character)) for character in typed if character.isdecimal())


def new_age_identity() -> tuple[str, str]:
    """Return a fresh age identity: the secret text ``AGE-SECRET-KEY-1…`` and the recipient text ``age1…``."""
    from pyrage import x25519  # noqa: PLC0415 - a compiled library that the start should not pay for

    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def check_recipient(text: str) -> str:
    """Return an age recipient tidied; raises UserError (field ``county_key``) when it is not one."""
    import pyrage  # noqa: PLC0415 - as above

    tidy = text.strip()
    if tidy.upper().startswith("AGE-SECRET-KEY-"):
        raise UserError("这是私钥，不能填在这里，也不要发给别人：请填以 age1 开头的县公钥。", field="county_key")
    try:
        return str(pyrage.x25519.Recipient.from_str(tidy))
    except pyrage.RecipientError:
        raise UserError(
            "县公钥不对：应是以 age1 开头的 62 个字符，请从县里给的文件里完整复制。", field="county_key"
        ) from None


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """Return the data sealed to these recipients; raises UserError when one of them, or all of them, are missing or wrong."""
    import pyrage  # noqa: PLC0415 - as above

    if not recipients:
        raise UserError("还没有县公钥，不能封装报送文件：请先在设置里填写县公钥。", field="county_key")
    keys = [pyrage.x25519.Recipient.from_str(check_recipient(text)) for text in recipients]
    sealed: bytes = pyrage.encrypt(data, keys)
    return sealed


def unseal(data: bytes, identities: Sequence[str]) -> bytes:
    """Return what was sealed to one of these age secrets.

    Raises UserError that says which: no packet at all, a secret that is none, newer, cut off, sealed to another key, damaged. A file cut inside its last
    chunk cannot be told from an altered one; its sentence names both.
    """
    import pyrage  # noqa: PLC0415 - as above

    _check_outside(data)
    try:
        keys = [pyrage.x25519.Identity.from_str(secret) for secret in identities]
    except pyrage.IdentityError:
        raise UserError("私钥不对，可能抄漏了字：请核对 AGE-SECRET-KEY- 开头的那一行。", field="key") from None
    try:
        opened: bytes = pyrage.decrypt(data, keys)
    except pyrage.DecryptError as error:
        if str(error).startswith("No matching keys"):
            raise SealedToAnotherError(
                "打不开：这份文件不是封给本单位密钥的，或文件开头已损坏。请核对是不是给本单位的文件。"
            ) from None
        raise UserError("文件已损坏：可能没有复制完整，也可能被改动过。请回到原来的电脑重新导出。") from None
    return opened


def _check_outside(data: bytes) -> None:
    if data.startswith(_AGE_ANY) and not data.startswith(_AGE_LINE[: len(data)]):
        raise UserError("这份文件是较新版本的程序做的：请先升级本程序再打开。")
    if not data.startswith(_AGE_LINE[: len(data)]):
        raise UserError("这不是报送文件：不是本程序写的，或开头已损坏。请选择村里的报送包或县里发来的文件。")
    end = data.find(_AGE_HEADER_END)
    cut = end < 0 or len(data) < end + len(_AGE_HEADER_END) + _AGE_MAC_LINE + _AGE_LEAST_BODY
    # A stick pulled too early often leaves the full length with nothing but zeros where the end should be.
    if cut or data.endswith(_BLANK_TAIL):
        raise UserError("文件不完整，像是没有复制完就拔了优盘：请回到原来的电脑重新导出。")

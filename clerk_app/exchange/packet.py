"""Packets: a signed manifest, acts and attachments, sealed to their receiver. Made and opened here, checked to the last byte.

The format is described byte for byte in ``docs/packet-format.md``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Final

from clerk_app.domain.act import Act, is_line_of_its_hash, line_bytes
from clerk_app.errors import UserError
from clerk_app.exchange.act_lines import ActLines, Run
from clerk_app.exchange.archive import read_archive, write_archive
from clerk_app.exchange.manifest import (
    FORMAT,
    Manifest,
    ManifestHead,
    Part,
    contribution_fen,
    manifest_from_json,
    manifest_text,
    packet_name,
)
from clerk_app.exchange.seal import fingerprint, public_key, seal, sign, unseal, verify

__all__ = [
    "LARGEST_PACKET",
    "ActLines",
    "Manifest",
    "ManifestHead",
    "Packet",
    "SealedPacket",
    "build_archive",
    "build_packet",
    "build_unsealed",
    "is_unsealed",
    "manifest_text",
    "open_packet",
    "open_unsealed",
    "packet_name",
]

LARGEST_CONTENT: Final = 480 * 1024 * 1024
LARGEST_PACKET: Final = 512 * 1024 * 1024
"""Contents, and at most 32 MiB for the manifest, the zip's own lines and the seal."""
MOST_FILES: Final = 20_000
_LARGEST_MANIFEST: Final = 8 * 1024 * 1024
_ACTS: Final = "acts.jsonl"
_MANIFEST: Final = "manifest.json"
_SIGNATURE: Final = "manifest.sig"
_FILE_NAME: Final = re.compile(r"files/[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class SealedPacket:
    """A packet ready for the stick: its file name, its bytes, what it says, and the SHA-256 (hex) of the bytes."""

    name: str
    data: bytes = field(repr=False)
    manifest: Manifest
    sha256: str


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet opened and found whole. ``files`` is by SHA-256, ``signer`` the raw public key, ``sha256`` that of the sealed file."""

    manifest: Manifest
    acts: ActLines
    files: Mapping[str, bytes]
    signer: bytes
    sha256: str

    def document(self, name: str) -> bytes | None:
        """Return the file that the manifest lists under this name."""
        digest = self.manifest.documents.get(name)
        return None if digest is None else self.files[digest]


def build_packet(
    head: ManifestHead, acts: Sequence[Act], files: Mapping[str, bytes], signing_key: bytes, recipients: Sequence[str]
) -> SealedPacket:
    """Return the packet of these acts and files, sealed to the recipients' age keys.

    The acts are one unbroken run of the head's install and epoch. Raises UserError when it grows too large or a recipient is wrong,
    ValueError when head, acts and files do not belong together.
    """
    manifest, archive = build_archive(head, acts, files, signing_key)
    data = seal(archive, recipients)
    name = packet_name(head.village_code, head.install, head.epoch, head.number)
    return SealedPacket(name, data, manifest, _sha256(data))


def build_unsealed(head: ManifestHead, files: Mapping[str, bytes], signing_key: bytes) -> SealedPacket:
    """Return a packet without acts that anybody may read, as an invitation is; its receiver has no key yet."""
    manifest, data = build_archive(head, (), files, signing_key)
    name = packet_name(head.village_code, head.install, head.epoch, head.number)
    return SealedPacket(name, data, manifest, _sha256(data))


def build_archive(
    head: ManifestHead, acts: Sequence[Act], files: Mapping[str, bytes], signing_key: bytes
) -> tuple[Manifest, bytes]:
    """Return the manifest and the zip before sealing; the same arguments give the same bytes. Raises as above."""
    lines = [line_bytes(act) for act in acts]
    contents = {_ACTS: b"\n".join([*lines, b""]), **{f"files/{digest}": files[digest] for digest in sorted(files)}}
    if len(files) > MOST_FILES or sum(map(len, contents.values())) > LARGEST_CONTENT:
        raise UserError(
            "要带走的内容太多，一个报送文件装不下（最多 {most} MB、{files} 个附件）：请先导入县里的回执再导出。",
            most=LARGEST_CONTENT // 2**20,
            files=MOST_FILES,
        )
    if any(name != f"files/{_sha256(content)}" for name, content in contents.items() if name != _ACTS):
        raise ValueError("a file stands under another file's SHA-256")
    manifest = Manifest(
        **{each.name: getattr(head, each.name) for each in fields(ManifestHead) if each.name != "chain_head"},
        chain_head=acts[-1].hash if acts else head.chain_head,
        first_act=acts[0].number if acts else 0,
        last_act=acts[-1].number if acts else 0,
        money_fen=contribution_fen(acts),
        counts=dict(Counter(act.kind for act in acts)),
        parts={name: Part(_sha256(content), len(content)) for name, content in contents.items()},
        signer=public_key(signing_key).hex(),
    )
    run = Run(manifest)
    try:
        run.take(acts)
        run.end()
    except UserError as problem:
        raise ValueError(problem.message) from None
    if not all(is_line_of_its_hash(line, act.hash) for line, act in zip(lines, acts, strict=True)):
        raise ValueError("变更记录与校验值不符")
    signed = manifest_text(manifest).encode()
    return manifest, write_archive({**contents, _SIGNATURE: sign(signing_key, signed), _MANIFEST: signed})


def open_packet(
    data: bytes, identities: Sequence[str], known_signers: Collection[bytes] | None, *, acts_later: bool = False
) -> Packet:
    """Return a packet of which every byte has been checked; nothing of a packet that fails is returned.

    ``identities`` are age secrets, ``known_signers`` raw public keys; None opens a packet of any sender, to show it and nothing more.
    ``acts_later`` is for who applies the acts in one transaction: the signature and every part's hash hold, but what its signer wrote
    into the single lines is checked as they are gone through.
    Raises UserError whose sentence says which: cut off, altered, sealed to another key, unknown sender, newer format.
    """
    _require_size(data)
    return _open_archive(_sha256(data), unseal(data, identities), known_signers, acts_later=acts_later)


def open_unsealed(data: bytes, known_signers: Collection[bytes] | None) -> Packet:
    """Return a packet that was never sealed, as an invitation is; raises as :func:`open_packet`."""
    _require_size(data)
    return _open_archive(_sha256(data), data, known_signers)


def is_unsealed(data: bytes) -> bool:
    """Say whether these bytes begin as a packet that was never sealed."""
    return data.startswith(b"PK\x03\x04")


def _require_size(data: bytes) -> None:
    if len(data) > LARGEST_PACKET:
        raise UserError("文件太大，超过 {most} MB：不是本程序做的报送文件。", most=LARGEST_PACKET // 2**20)


def _open_archive(
    sha256: str, archive: bytes, known_signers: Collection[bytes] | None, *, acts_later: bool = False
) -> Packet:
    entries = read_archive(archive, MOST_FILES + 3)
    del archive  # the largest packets would else be in memory twice
    manifest = _read_manifest(entries)
    signer = _check_signer(manifest, entries, known_signers)
    _check_parts(manifest, entries)
    acts = ActLines(entries[_ACTS], manifest)
    if not acts_later:
        deque(acts, maxlen=0)
        acts = ActLines(entries[_ACTS])
    files = {name.removeprefix("files/"): content for name, content in entries.items() if _FILE_NAME.fullmatch(name)}
    return Packet(manifest, acts, files, signer, sha256)


def _read_manifest(entries: Mapping[str, bytes]) -> Manifest:
    signed = entries.get(_MANIFEST)
    if signed is None:
        raise _missing(_MANIFEST)
    wrong = UserError("报送文件的清单看不懂，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。")
    try:
        raw: Any = json.loads(signed) if len(signed) <= _LARGEST_MANIFEST else None
        stated = raw["format"]
        if type(stated) is int and stated > FORMAT:
            raise UserError("这份报送文件是较新版本的程序做的（格式 {format}）：请先升级本程序再导入。", format=stated)
        manifest = manifest_from_json(raw)
        if stated != FORMAT or manifest_text(manifest).encode() != signed:
            raise wrong
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise wrong from None
    return manifest


def _check_signer(manifest: Manifest, entries: Mapping[str, bytes], known: Collection[bytes] | None) -> bytes:
    signature = entries.get(_SIGNATURE)
    if signature is None:
        raise _missing(_SIGNATURE)
    signer = bytes.fromhex(manifest.signer)
    if not verify(signer, signature, entries[_MANIFEST]):
        raise UserError("报送文件的签名不对，文件被改动过：请回到原来的电脑重新导出。")
    if known is not None and signer not in known:
        raise UserError(
            "不认识这份文件的发送方（指纹 {fingerprint}）：请先当面核对指纹并登记，再导入。",
            fingerprint=fingerprint(signer),
        )
    return signer


def _check_parts(manifest: Manifest, entries: Mapping[str, bytes]) -> None:
    for name in entries:
        if name not in manifest.parts and name not in {_MANIFEST, _SIGNATURE}:
            raise UserError(
                "报送文件里多了清单上没有的“{name}”，文件被改动过：请回到原来的电脑重新导出。", name=name[:80]
            )
    for name, part in {_ACTS: None, **manifest.parts}.items():
        content = entries.get(name)
        if content is None or part is None:
            raise _missing(name)
        if name not in {_ACTS, f"files/{part.sha256}"}:
            raise UserError("报送文件的清单里有不该有的名字“{name}”：请回到原来的电脑重新导出。", name=name[:80])
        if len(content) != part.size or _sha256(content) != part.sha256:
            raise UserError(
                "报送文件里的“{name}”与清单上的校验值不符，文件被改动过：请回到原来的电脑重新导出。", name=name
            )
    canonical = [_ACTS, *sorted(set(manifest.parts) - {_ACTS}), _SIGNATURE, _MANIFEST]
    if list(entries) != canonical:
        raise UserError("报送文件里文件的次序不对，文件被改动过：请回到原来的电脑重新导出。")


def _missing(name: str) -> UserError:
    return UserError("报送文件里缺少“{name}”，文件不完整或被改动过：请回到原来的电脑重新导出。", name=name[:80])


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

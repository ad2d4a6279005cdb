"""Random faults in packets: in the sealed file, in the zip under a fresh seal, in one part of it, and in who signed it."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from clerk_app.domain.act import canonical_json
from clerk_app.exchange.archive import read_archive, write_archive
from clerk_app.exchange.packet import MOST_FILES
from clerk_app.exchange.seal import public_key, seal, sign, unseal

Damage = Callable[[random.Random, bytes, bytes], bytes]
_ACTS: Final = "acts.jsonl"
_MANIFEST: Final = "manifest.json"
_SIGNATURE: Final = "manifest.sig"


def cut(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def cut_front(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    return data[chance.randrange(1, len(data)) :]


def cut_out(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 600) :]


def flip(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    flipped = bytearray(data)
    for place in chance.sample(range(len(data) * 8), chance.choice([1, 1, 2, 50])):
        flipped[place // 8] ^= 1 << place % 8
    return bytes(flipped)


def blank(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    start, size = chance.randrange(len(data)), chance.choice([1, 16, 512, 4096])
    return data[:start] + bytes(len(data[start : start + size])) + data[start + size :]


def swap(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    size = chance.choice([size for size in (1, 16, 512) if 2 * size < len(data)])
    first = chance.randrange(len(data) - 2 * size)
    second = chance.randrange(first + size, len(data) - size)
    one, two = data[first : first + size], data[second : second + size]
    return data[:first] + two + data[first + size : second] + one + data[second + size :]


def splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randrange(1, len(data))] + other[chance.randrange(1, len(other)) :]


def insert(chance: random.Random, data: bytes, other: bytes) -> bytes:
    place, start = chance.randrange(len(data) + 1), chance.randrange(len(other))
    return data[:place] + other[start : start + chance.randint(1, 600)] + data[place:]


def double(chance: random.Random, data: bytes, _other: bytes) -> bytes:
    start = chance.randrange(len(data))
    end = start + chance.choice([1, 16, 64, 512, 4096])
    place = chance.choice([end, chance.randrange(len(data) + 1)])
    return data[:place] + data[start:end] + data[place:]


DAMAGES: Final = (cut, cut_front, cut_out, flip, blank, swap, splice, insert, double)


@dataclass(frozen=True, slots=True)
class Target:
    """A good packet and another good one of the same sender, sealed; the receiver's keys; the sender's signing key."""

    packet: bytes
    other: bytes
    secret: str
    recipient: str
    signing_key: bytes

    def opened(self) -> tuple[bytes, bytes]:
        return unseal(self.packet, [self.secret]), unseal(self.other, [self.secret])

    def sealed(self, archive: bytes) -> bytes:
        return seal(archive, [self.recipient])


Fault = Callable[[Target, random.Random], bytes]


def outside(damage: Damage) -> Fault:
    """Damage the sealed file: what a bad stick or its finder can do."""
    return lambda target, chance: damage(chance, target.packet, target.other)


def in_zip(damage: Damage) -> Fault:
    """Damage the zip and seal it freshly: what anybody can do who has the county's public key and once saw inside."""

    def fault(target: Target, chance: random.Random) -> bytes:
        archive, other = target.opened()
        return target.sealed(_changed(damage, chance, archive, other))

    return fault


def in_part(damage: Damage) -> Fault:
    """Damage one part, make a faultless zip of all again, and seal it freshly."""

    def fault(target: Target, chance: random.Random) -> bytes:
        entries, others = map(_entries, target.opened())
        name = chance.choice(sorted(name for name, content in entries.items() if content))
        other = others.get(name, others[_MANIFEST])
        return target.sealed(write_archive({**entries, name: _changed(damage, chance, entries[name], other)}))

    return fault


def part_of_the_other(target: Target, chance: random.Random) -> bytes:
    """Put one part of the other packet in place of this one's."""
    entries, others = map(_entries, target.opened())
    name = chance.choice([name for name in sorted(entries) if name in others and entries[name] != others[name]])
    return target.sealed(write_archive({**entries, name: others[name]}))


def part_left_out(target: Target, chance: random.Random) -> bytes:
    entries = _entries(target.opened()[0])
    del entries[chance.choice(sorted(entries))]
    return target.sealed(write_archive(entries))


def part_too_many(target: Target, chance: random.Random) -> bytes:
    entries = _entries(target.opened()[0])
    return target.sealed(write_archive({f"files/{chance.randbytes(32).hex()}": chance.randbytes(40), **entries}))


def parts_in_another_order(target: Target, chance: random.Random) -> bytes:
    entries = list(_entries(target.opened()[0]).items())
    shuffled = chance.sample(entries, len(entries))
    return target.sealed(write_archive(dict(shuffled if shuffled != entries else entries[::-1])))


def no_signature(target: Target, chance: random.Random) -> bytes:
    entries = _forged(_entries(target.opened()[0]), chance)
    del entries[_SIGNATURE]
    return target.sealed(write_archive(entries))


def invented_signature(target: Target, chance: random.Random) -> bytes:
    entries = _forged(_entries(target.opened()[0]), chance)
    signature = chance.randbytes(chance.choice([64, 64, 64, 0, 63, 65]))
    return target.sealed(write_archive({**entries, _SIGNATURE: signature}))


def old_signature(target: Target, chance: random.Random) -> bytes:
    """Change what the packet says and leave the signature as it was."""
    return target.sealed(write_archive(_forged(_entries(target.opened()[0]), chance)))


def strange_signature(target: Target, chance: random.Random) -> bytes:
    """Change what the packet says and sign with a key of one's own, under the name of the true signer."""
    entries = _forged(_entries(target.opened()[0]), chance)
    return target.sealed(write_archive({**entries, _SIGNATURE: sign(chance.randbytes(32), entries[_MANIFEST])}))


def strange_signer(target: Target, chance: random.Random) -> bytes:
    """Change what the packet says and sign it all anew as oneself, under the id of the true sender."""
    key = chance.randbytes(32)
    entries = _forged(_entries(target.opened()[0]), chance, signer=public_key(key).hex())
    return target.sealed(write_archive({**entries, _SIGNATURE: sign(key, entries[_MANIFEST])}))


def true_signature_over_nonsense(target: Target, chance: random.Random) -> bytes:
    """Contents that contradict the manifest, signed with the true key: a sender whose program is broken."""
    entries = _entries(target.opened()[0])
    raw = json.loads(entries[_MANIFEST])
    named = ["first_act", "last_act", "money_fen", "format", "counts", "parts", "signer"]
    name = chance.choice([*named, "epoch"] if raw["last_act"] else named)
    if isinstance(raw[name], int):
        raw[name] += chance.choice([1, -1, 2**53])
    elif name == "counts":
        raw[name] = {**raw[name], "household.open": raw[name].get("household.open", 0) + 1}
    elif name == "parts":
        raw[name] = {**raw[name], chance.choice(sorted(raw[name])): {"sha256": chance.randbytes(32).hex(), "size": 1}}
    else:
        raw[name] = chance.randbytes(32).hex()
    signed = canonical_json(raw).encode()
    return target.sealed(write_archive({**entries, _SIGNATURE: sign(target.signing_key, signed), _MANIFEST: signed}))


def true_signature_over_damaged_acts(target: Target, chance: random.Random) -> bytes:
    """Acts that were damaged before they were listed and signed with the true key."""
    entries, others = map(_entries, target.opened())
    nonsense = b'{"id":"1"}\n' * 200
    acts = _changed(chance.choice(DAMAGES), chance, entries[_ACTS] or nonsense, others[_ACTS] or nonsense) or nonsense
    raw = json.loads(entries[_MANIFEST])
    raw["parts"][_ACTS] = {"sha256": hashlib.sha256(acts).hexdigest(), "size": len(acts)}
    signed = canonical_json(raw).encode()
    signature = sign(target.signing_key, signed)
    return target.sealed(write_archive({**entries, _ACTS: acts, _SIGNATURE: signature, _MANIFEST: signed}))


FAULTS: Final[Mapping[str, Fault]] = {
    **{f"outside, {damage.__name__}": outside(damage) for damage in DAMAGES},
    **{f"zip, {damage.__name__}": in_zip(damage) for damage in DAMAGES},
    **{f"part, {damage.__name__}": in_part(damage) for damage in DAMAGES},
    **{
        fault.__name__.replace("_", " "): fault
        for fault in (
            part_of_the_other,
            part_left_out,
            part_too_many,
            parts_in_another_order,
            no_signature,
            invented_signature,
            old_signature,
            strange_signature,
            strange_signer,
            true_signature_over_nonsense,
            true_signature_over_damaged_acts,
        )
    },
}


def faulty(target: Target, name: str, times: int) -> Iterator[bytes]:
    """Give this many packets with one kind of fault, the same in every run."""
    chance = random.Random(name)
    for _ in range(times):
        spoiled = FAULTS[name](target, chance)
        while spoiled in {target.packet, target.other}:
            spoiled = FAULTS[name](target, chance)
        yield spoiled


def _changed(damage: Damage, chance: random.Random, data: bytes, other: bytes) -> bytes:
    while True:
        changed = damage(chance, data, other)
        if changed not in {data, other}:  # what is spliced from two can come out as the other, whole
            return changed


def _entries(archive: bytes) -> dict[str, bytes]:
    return dict(read_archive(archive, MOST_FILES))


def _forged(entries: dict[str, bytes], chance: random.Random, **said: Any) -> dict[str, bytes]:
    """Return the parts with a manifest that says something else, in faultless spelling."""
    raw = json.loads(entries[_MANIFEST])
    raw["number"] += chance.randint(1, 10**6)
    raw["state_digest"] = chance.randbytes(32).hex()
    return {**entries, _MANIFEST: canonical_json({**raw, **said}).encode()}

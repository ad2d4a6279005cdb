"""Random damage to packets, outside and inside the seal: none of it is ever accepted, all of it gets a sentence."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from clerk_app.errors import UserError
from clerk_app.exchange.packet import ManifestHead, build_archive, open_packet
from clerk_app.exchange.seal import seal, unseal
from tests.integration.exchange.faults import DAMAGES, Damage

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "packets"
VECTOR = json.loads((FOLDER / "vector.json").read_text(encoding="utf-8"))
SECRET = (FOLDER / "county.agekey").read_text(encoding="utf-8").split()[-1]
SIGNER = bytes.fromhex(VECTOR["signer"])


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return (FOLDER / str(VECTOR["packet"])).read_bytes()


@pytest.fixture(scope="module")
def archives(sealed: bytes) -> tuple[bytes, bytes]:
    """Two good zips of one sender: what could be spliced by somebody who has the county's public key."""
    opened = open_packet(sealed, [SECRET], {SIGNER})
    head = ManifestHead(
        kind="acts",
        village_code="532325100201",
        village_name="清河村",
        install=opened.manifest.install,
        epoch=1,
        number=4,
        state_digest="ab" * 32,
        packs={},
        program="0.1.0",
        created_at="2026-11-22T08:30:00.000Z",
    )
    return unseal(sealed, [SECRET]), build_archive(
        head, tuple(opened.acts)[1:], {}, bytes.fromhex(VECTOR["signing_seed"])
    )[1]


def damaged(damage: Damage, seed: str, data: bytes, other: bytes, times: int) -> list[bytes]:
    """Return this many damaged copies; what happens to be one of the two good ones is thrown away."""
    chance = random.Random(seed)
    found: list[bytes] = []
    while len(found) < times:
        spoiled = damage(chance, data, other)
        if spoiled not in {data, other}:
            found.append(spoiled)
    return found


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_packet_is_never_accepted(damage: Damage, sealed: bytes, archives: tuple[bytes, bytes]) -> None:
    other = seal(archives[1], [VECTOR["recipient"]])
    for spoiled in damaged(damage, f"outside {damage.__name__}", sealed, other, 250):
        with pytest.raises(UserError):
            open_packet(spoiled, [SECRET], {SIGNER})


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_under_a_fresh_seal_is_never_accepted(damage: Damage, archives: tuple[bytes, bytes]) -> None:
    for spoiled in damaged(damage, f"inside {damage.__name__}", archives[0], archives[1], 130):
        with pytest.raises(UserError):
            open_packet(seal(spoiled, [VECTOR["recipient"]]), [SECRET], {SIGNER})


def test_undamaged_packets_are_accepted(sealed: bytes, archives: tuple[bytes, bytes]) -> None:
    assert open_packet(sealed, [SECRET], {SIGNER}).manifest.number == 3
    assert open_packet(seal(archives[1], [VECTOR["recipient"]]), [SECRET], {SIGNER}).manifest.number == 4

"""The county's own ``age`` and this program open each other's files."""

from __future__ import annotations

import subprocess
from pathlib import Path

from clerk_app.exchange.packet import ManifestHead, build_archive, build_packet, open_packet
from clerk_app.exchange.seal import new_signing_key, public_key

HEAD = ManifestHead(
    kind="acts",
    village_code="532325100201",
    village_name="清河村",
    install="01990000-0000-7000-8000-00005ca1ab1e",
    epoch=1,
    number=1,
    state_digest="cd" * 32,
    packs={},
    program="0.1.0",
    created_at="2026-11-21T08:30:00.123Z",
)


def county_key(folder: Path) -> tuple[Path, str, str]:
    """Make a key as the county does, with the standard tool: its file, the secret, the recipient."""
    path = folder / "county.agekey"
    subprocess.run(["age-keygen", "-o", path], check=True, capture_output=True)
    shown = subprocess.run(["age-keygen", "-y", path], check=True, capture_output=True, text=True)
    return path, path.read_text(encoding="utf-8").split()[-1], shown.stdout.strip()


def test_standard_tool_opens_a_packet_with_the_countys_key(tmp_path: Path) -> None:
    path, _secret, recipient = county_key(tmp_path)
    key = new_signing_key()
    sealed = build_packet(HEAD, (), {}, key, [recipient])
    (tmp_path / sealed.name).write_bytes(sealed.data)
    opened = subprocess.run(["age", "-d", "-i", path, tmp_path / sealed.name], check=True, capture_output=True)
    assert opened.stdout == build_archive(HEAD, (), {}, key)[1]


def test_packet_sealed_by_the_standard_tool_is_opened(tmp_path: Path) -> None:
    _path, secret, recipient = county_key(tmp_path)
    key = new_signing_key()
    manifest, archive = build_archive(HEAD, (), {}, key)
    sealed = subprocess.run(["age", "-r", recipient], input=archive, check=True, capture_output=True)
    assert open_packet(sealed.stdout, [secret], {public_key(key)}).manifest == manifest

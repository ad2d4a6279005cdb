"""The kept test vector: read by our reader, written again by our writer, and read by other people's tools after the format's page."""

from __future__ import annotations

import hashlib
import json
import subprocess
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from clerk_app.exchange.packet import ManifestHead, build_archive, manifest_text, open_packet
from clerk_app.exchange.seal import fingerprint, public_key, unseal

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "tests" / "golden" / "packets"


@pytest.fixture(scope="module")
def vector() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "vector.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def secret() -> str:
    return (FOLDER / "county.agekey").read_text(encoding="utf-8").split()[-1]


def test_reader_finds_what_the_vector_holds(vector: dict[str, Any], secret: str) -> None:
    data = (FOLDER / vector["packet"]).read_bytes()
    opened = open_packet(data, [secret], {bytes.fromhex(vector["signer"])})
    manifest = opened.manifest
    assert opened.sha256 == vector["packet_sha256"]
    assert hashlib.sha256(manifest_text(manifest).encode()).hexdigest() == vector["manifest_sha256"]
    assert (manifest.first_act, manifest.last_act) == (vector["first_act"], vector["last_act"])
    assert (manifest.chain_head, manifest.money_fen) == (vector["chain_head"], vector["money_fen"])
    assert [act.kind for act in opened.acts] == ["register_household", "record_contribution", "reverse_contribution"]
    assert opened.files[vector["file"]].decode() == "附件：测试用的文字，不是照片。\n"


def test_writer_gives_the_same_bytes_before_sealing(vector: dict[str, Any], secret: str) -> None:
    opened = open_packet((FOLDER / vector["packet"]).read_bytes(), [secret], None)
    head = ManifestHead(**{each.name: getattr(opened.manifest, each.name) for each in fields(ManifestHead)})
    seed = bytes.fromhex(vector["signing_seed"])
    manifest, archive = build_archive(head, tuple(opened.acts), opened.files, seed)
    assert manifest == opened.manifest
    assert (
        archive == (FOLDER / vector["zip"]).read_bytes() == unseal((FOLDER / vector["packet"]).read_bytes(), [secret])
    )
    assert hashlib.sha256(archive).hexdigest() == vector["zip_sha256"]
    assert public_key(seed).hex() == vector["signer"]


def test_stranger_reads_the_vector_with_standard_tools(vector: dict[str, Any], tmp_path: Path) -> None:
    target = tmp_path / "packet.zip"
    subprocess.run(["age", "-d", "-i", FOLDER / "county.agekey", "-o", target, FOLDER / vector["packet"]], check=True)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        signed, signature = archive.read("manifest.json"), archive.read("manifest.sig")
        manifest = json.loads(signed)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(manifest["signer"])).verify(signature, signed)
        for name, part in manifest["parts"].items():
            content = archive.read(name)
            assert (len(content), hashlib.sha256(content).hexdigest()) == (part["size"], part["sha256"])
        lines = archive.read("acts.jsonl").decode().split("\n")
    assert lines.pop() == ""
    previous = "0" * 64
    for number, line in enumerate(lines, 1):
        act = json.loads(line)
        claimed = act.pop("hash")
        spelled = json.dumps(act, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert hashlib.sha256(spelled.encode()).hexdigest() == claimed
        assert (act["number"], act["previous"]) == (number, previous)
        previous = claimed
    assert previous == manifest["chain_head"] == vector["chain_head"]


def test_fingerprint_is_the_one_described(vector: dict[str, Any]) -> None:
    signer = bytes.fromhex(vector["signer"])
    number = int(hashlib.sha256(b"clerk-app fingerprint 1\n" + signer).hexdigest(), 16) % 10**32
    assert vector["fingerprint"].replace(" ", "") == f"{number:032}"
    assert fingerprint(signer) == vector["fingerprint"]


@pytest.mark.parametrize(
    "name",
    ["packet", "packet_sha256", "zip_sha256", "manifest_sha256", "signing_seed", "signer", "fingerprint", "chain_head"],
)
def test_page_names_the_vector_as_it_is(vector: dict[str, Any], name: str) -> None:
    assert f"`{vector[name]}`" in (ROOT / "docs" / "packet-format.md").read_text(encoding="utf-8")

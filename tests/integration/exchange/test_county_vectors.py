"""The kept vectors of the county's packets: format 1 reads them for ever, and its page names them as they are."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from clerk_app.exchange.documents import (
    ANSWER,
    CATCH_UP,
    INVITATION,
    answer_bytes,
    invitation_bytes,
    read_answer_document,
    read_invitation,
    read_lines,
    read_sender,
    sender_bytes,
)
from clerk_app.exchange.packet import ManifestHead, build_archive, manifest_text, open_packet, open_unsealed
from clerk_app.exchange.protocol import Standing
from clerk_app.exchange.seal import fingerprint, public_key, unseal

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "tests" / "golden" / "packets"


@pytest.fixture(scope="module")
def vector() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "county-vector.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def secret() -> str:
    return (FOLDER / "county.agekey").read_text(encoding="utf-8").split()[-1]


def test_invitation_is_read_and_written_as_it_was(vector: dict[str, Any]) -> None:
    data = (FOLDER / vector["invitation"]).read_bytes()
    opened = open_unsealed(data, {bytes.fromhex(vector["signer"])})
    document = opened.document(INVITATION)
    invitation = read_invitation(document)
    assert (invitation.region, invitation.name, invitation.village_name) == ("532325", "姚安县", "清河村")
    assert invitation_bytes(invitation) == document
    assert hashlib.sha256(manifest_text(opened.manifest).encode()).hexdigest() == vector["invitation_manifest_sha256"]
    head = ManifestHead(**{each.name: getattr(opened.manifest, each.name) for each in fields(ManifestHead)})
    assert build_archive(head, (), opened.files, bytes.fromhex(vector["signing_seed"]))[1] == data
    with zipfile.ZipFile(FOLDER / vector["invitation"]) as archive:
        assert archive.testzip() is None


def test_answer_is_read_and_written_as_it_was(vector: dict[str, Any], secret: str) -> None:
    data = (FOLDER / vector["answer"]).read_bytes()
    opened = open_packet(data, [secret], {bytes.fromhex(vector["signer"])})
    document = opened.document(ANSWER)
    answer, notices = read_answer_document(document)
    assert answer_bytes(answer, notices) == document
    assert (answer.standing, answer.applied[0].number, answer.held[0].number) == (Standing.ADMITTED, 2, 9)
    assert (answer.refused[0].number, answer.apart[0][0].number, notices[0].elsewhere) == (2, 3, "石桥村")
    assert [act.number for act in read_lines(opened.document(CATCH_UP))] == [1, 2]
    assert opened.manifest.expires_at == "2027-05-20T09:00:00.000Z"
    head = ManifestHead(**{each.name: getattr(opened.manifest, each.name) for each in fields(ManifestHead)})
    archive = build_archive(head, (), opened.files, bytes.fromhex(vector["signing_seed"]))[1]
    assert archive == unseal(data, [secret])


def test_sender_is_read_and_written_as_it_was(vector: dict[str, Any]) -> None:
    data = (FOLDER / vector["sender"]).read_bytes()
    sender = read_sender(data)
    assert sender_bytes(sender) == data
    assert sender.base is not None
    assert (sender.base.number, sender.seen_epoch, sender.seen_number) == (60, 1, 7)


def test_hashes_are_those_of_the_files(vector: dict[str, Any]) -> None:
    for name in ("invitation", "answer", "sender"):
        assert hashlib.sha256((FOLDER / vector[name]).read_bytes()).hexdigest() == vector[f"{name}_sha256"]
    assert public_key(bytes.fromhex(vector["signing_seed"])).hex() == vector["signer"]
    assert fingerprint(bytes.fromhex(vector["signer"])) == vector["fingerprint"]


def test_page_names_the_vectors_as_they_are(vector: dict[str, Any]) -> None:
    page = (ROOT / "docs" / "packet-format.md").read_text(encoding="utf-8")
    assert [value for value in vector.values() if f"`{value}`" not in page] == []

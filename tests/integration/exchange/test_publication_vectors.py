"""The kept vectors of what a county publishes: format 1 reads them for ever, and its page names them as they are."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from pathlib import Path

import pytest

from clerk_app.domain.publication import PublicationKind
from clerk_app.exchange.packet import ManifestHead, build_archive, manifest_text, open_packet
from clerk_app.exchange.publications import (
    CONTENT,
    PUBLICATION,
    content_bytes,
    publication_bytes,
    read_content,
    read_publication,
)
from clerk_app.exchange.seal import unseal

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "tests" / "golden" / "packets"
VECTORS: dict[str, dict[str, str]] = json.loads((FOLDER / "publication-vector.json").read_text(encoding="utf-8"))
COUNTY: dict[str, str] = json.loads((FOLDER / "county-vector.json").read_text(encoding="utf-8"))
SECRET = (FOLDER / "county.agekey").read_text(encoding="utf-8").split()[-1]


def test_there_is_a_vector_of_every_kind() -> None:
    assert list(VECTORS) == [kind.value for kind in PublicationKind]


@pytest.mark.parametrize("kind", list(PublicationKind), ids=lambda kind: kind.value)
def test_publication_is_read_and_written_as_it_was(kind: PublicationKind) -> None:
    vector = VECTORS[kind.value]
    data = (FOLDER / vector["packet"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == vector["sha256"]
    opened = open_packet(data, [SECRET], {bytes.fromhex(COUNTY["signer"])})
    assert opened.manifest.kind == kind.value
    assert hashlib.sha256(manifest_text(opened.manifest).encode()).hexdigest() == vector["manifest_sha256"]
    head, content = opened.document(PUBLICATION), opened.document(CONTENT)
    published = read_publication(kind.value, head)
    assert publication_bytes(published) == head
    assert content_bytes(read_content(kind, content)) == content
    assert [hashlib.sha256(each or b"").hexdigest() for each in (head, content)] == [
        vector["publication_sha256"],
        vector["content_sha256"],
    ]
    named = ManifestHead(**{each.name: getattr(opened.manifest, each.name) for each in fields(ManifestHead)})
    archive = build_archive(named, (), opened.files, bytes.fromhex(COUNTY["signing_seed"]))[1]
    assert archive == unseal(data, [SECRET])


def test_page_names_the_vectors_as_they_are() -> None:
    page = (ROOT / "docs" / "packet-format.md").read_text(encoding="utf-8")
    values = [value for vector in VECTORS.values() for value in vector.values()]
    assert [value for value in values if f"`{value}`" not in page] == []

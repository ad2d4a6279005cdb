from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from msgspec import structs

from clerk_app.domain.act import GENESIS, Act, Change, act_hash, canonical_json, to_line
from clerk_app.errors import UserError
from clerk_app.exchange import packet
from clerk_app.exchange.archive import write_archive
from clerk_app.exchange.packet import (
    Manifest,
    ManifestHead,
    build_archive,
    build_packet,
    manifest_text,
    open_packet,
    packet_name,
)
from clerk_app.exchange.seal import fingerprint, new_age_identity, new_signing_key, public_key, seal, sign

INSTALL = "01990000-0000-7000-8000-00005ca1ab1e"
SIGNING_KEY = bytes(range(32))
SIGNER = public_key(SIGNING_KEY)
SECRET, RECIPIENT = new_age_identity()
PHOTO = b"not really a photo"
PHOTO_HASH = hashlib.sha256(PHOTO).hexdigest()
HEAD = ManifestHead(
    kind="acts",
    village_code="532325100201",
    village_name="清河村",
    install=INSTALL,
    epoch=1,
    number=3,
    previous_packet="ab" * 32,
    state_digest="cd" * 32,
    packs={"yaoan": "2026.1"},
    program="0.1.0",
    created_at="2026-11-21T08:30:00.123Z",
)
Entries = dict[str, bytes]


def an_act(before: Act | None, kind: str = "register_household", *changes: Change, **fields: Any) -> Act:
    number = before.number + 1 if before else 1
    act = Act(
        install=INSTALL,
        epoch=1,
        number=number,
        id=f"act-{number}",
        at=f"2026-11-21T08:{number:02d}:00.000Z",
        by="clerk-1",
        kind=kind,
        changes=changes,
        previous=before.hash if before else GENESIS,
    )
    act = structs.replace(act, **fields)
    return structs.replace(act, hash=act_hash(act))


def paid(amount: int, name: str = "c1", base: int = 0) -> Change:
    return Change("contribution", name, base, {}, {"amount": amount, "year": 2026})


def run_of_acts() -> tuple[Act, ...]:
    first = an_act(
        None, "register_household", Change("household", "h1", 0, {}, {"number": "0001", "note": "行一\n二\u2028"})
    )
    second = an_act(first, "record_contribution", paid(20000, "c1"), paid(5000, "c2"))
    third = an_act(second, "record_contribution", paid(10000, "c3"))
    return first, second, third, an_act(third, "reverse_contribution", paid(-10000, "c4"), paid(999, "c1", base=1))


ACTS = run_of_acts()


def entries_of(archive: bytes) -> Entries:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def good_entries() -> Entries:
    return entries_of(build_archive(HEAD, ACTS, {PHOTO_HASH: PHOTO}, SIGNING_KEY)[1])


def signed_entries(entries: Entries, changed: Mapping[str, Any]) -> Entries:
    """Put other values into the manifest and sign it again: what a sender with a valid key and ill will could do."""
    manifest = json.loads(entries["manifest.json"]) | changed
    return signed_text(entries, canonical_json(manifest).encode())


def signed_text(entries: Entries, text: bytes) -> Entries:
    return entries | {"manifest.sig": sign(SIGNING_KEY, text), "manifest.json": text}


def with_acts(lines: bytes, **changed: Any) -> Entries:
    entries = good_entries()
    parts = json.loads(entries["manifest.json"])["parts"]
    parts["acts.jsonl"] = {"sha256": hashlib.sha256(lines).hexdigest(), "size": len(lines)}
    return signed_entries(entries | {"acts.jsonl": lines}, {"parts": parts} | changed)


def lines_of(*acts: Act) -> bytes:
    return "".join(to_line(act) + "\n" for act in acts).encode()


def opened(entries: Entries) -> packet.Packet:
    return open_packet(seal(write_archive(entries), [RECIPIENT]), [SECRET], {SIGNER})


def test_packet_comes_back_whole() -> None:
    sealed = build_packet(HEAD, ACTS, {PHOTO_HASH: PHOTO}, SIGNING_KEY, [RECIPIENT])
    assert sealed.name == "532325100201-5ca1ab1e-1-3.clerk"
    assert sealed.sha256 == hashlib.sha256(sealed.data).hexdigest()
    back = open_packet(sealed.data, [SECRET], {SIGNER})
    assert tuple(back.acts) == ACTS
    assert back.files == {PHOTO_HASH: PHOTO}
    assert back.signer == SIGNER
    assert back.sha256 == sealed.sha256
    assert back.manifest == sealed.manifest


def test_manifest_says_what_the_packet_holds() -> None:
    manifest, _archive = build_archive(HEAD, ACTS, {PHOTO_HASH: PHOTO}, SIGNING_KEY)
    assert (manifest.first_act, manifest.last_act, manifest.acts) == (1, 4, 4)
    assert manifest.counts == {"register_household": 1, "record_contribution": 2, "reverse_contribution": 1}
    assert manifest.money_fen == 25000
    assert manifest.chain_head == ACTS[-1].hash
    assert set(manifest.parts) == {"acts.jsonl", f"files/{PHOTO_HASH}"}
    assert manifest.parts[f"files/{PHOTO_HASH}"].size == len(PHOTO)
    assert bytes.fromhex(manifest.signer) == SIGNER
    assert json.loads(manifest_text(manifest))["format"] == 1
    assert json.loads(manifest_text(manifest))["village_name"] == "清河村"


def test_archive_is_the_same_bytes_each_time_and_ends_with_the_manifest() -> None:
    other = hashlib.sha256(b"other").hexdigest()
    first = build_archive(HEAD, ACTS, {PHOTO_HASH: PHOTO, other: b"other"}, SIGNING_KEY)[1]
    second = build_archive(HEAD, ACTS, {other: b"other", PHOTO_HASH: PHOTO}, SIGNING_KEY)[1]
    assert first == second
    files = sorted([f"files/{PHOTO_HASH}", f"files/{other}"])
    assert list(entries_of(first)) == ["acts.jsonl", *files, "manifest.sig", "manifest.json"]


def test_packet_without_acts_keeps_the_head_it_was_given() -> None:
    head = replace(HEAD, kind="answer", chain_head=ACTS[-1].hash, expires_at="2027-01-01T00:00:00Z")
    sealed = build_packet(head, (), {}, SIGNING_KEY, [RECIPIENT])
    back = open_packet(sealed.data, [SECRET], {SIGNER})
    assert tuple(back.acts) == ()
    assert (back.manifest.first_act, back.manifest.last_act, back.manifest.acts) == (0, 0, 0)
    assert back.manifest.chain_head == ACTS[-1].hash
    assert back.manifest.expires_at == "2027-01-01T00:00:00Z"


def test_later_run_need_not_begin_with_the_first_act() -> None:
    sealed = build_packet(HEAD, ACTS[2:], {}, SIGNING_KEY, [RECIPIENT])
    assert tuple(open_packet(sealed.data, [SECRET], {SIGNER}).acts) == ACTS[2:]


def test_document_is_found_by_its_name() -> None:
    head = replace(HEAD, documents={"answer": PHOTO_HASH})
    sealed = build_packet(head, ACTS, {PHOTO_HASH: PHOTO}, SIGNING_KEY, [RECIPIENT])
    back = open_packet(sealed.data, [SECRET], {SIGNER})
    assert back.document("answer") == PHOTO
    assert back.document("lists") is None


def test_any_sender_can_be_shown_but_an_unknown_one_is_refused() -> None:
    sealed = build_packet(HEAD, ACTS, {}, SIGNING_KEY, [RECIPIENT])
    assert open_packet(sealed.data, [SECRET], None).signer == SIGNER
    with pytest.raises(UserError, match="不认识") as caught:
        open_packet(sealed.data, [SECRET], {public_key(new_signing_key())})
    assert fingerprint(SIGNER) in caught.value.message


def test_packet_for_somebody_else_is_refused() -> None:
    sealed = build_packet(HEAD, ACTS, {}, SIGNING_KEY, [RECIPIENT])
    with pytest.raises(UserError, match="不是封给本单位密钥的"):
        open_packet(sealed.data, [new_age_identity()[0]], {SIGNER})


def test_packet_of_a_newer_format_is_refused() -> None:
    newer = signed_text(good_entries(), b'{"format":2,"new":"things"}')
    with pytest.raises(UserError, match="较新版本的程序做的（格式 2）"):
        opened(newer | {"new-part": b""})


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b"{}",
        b'{"format":1}',
        b'{"format":0}',
        b'{"format":true}',
        b'{"format":"2"}',
    ],
)
def test_unreadable_manifest_is_refused(text: bytes) -> None:
    with pytest.raises(UserError, match="清单看不懂"):
        opened(signed_text(good_entries(), text))


def test_huge_manifest_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet, "_LARGEST_MANIFEST", 100)
    with pytest.raises(UserError, match="清单看不懂"):
        opened(good_entries())


def test_manifest_in_another_spelling_is_refused() -> None:
    entries = good_entries()
    spelled = json.dumps(json.loads(entries["manifest.json"]), ensure_ascii=False).encode()
    with pytest.raises(UserError, match="清单看不懂"):
        opened(signed_text(entries, spelled))


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "Acts"},
        {"kind": 1},
        {"village_code": "../../x"},
        {"village_name": "清\n河"},
        {"village_name": ""},
        {"village_name": "\ud800"},
        {"install": "short"},
        {"epoch": 0},
        {"epoch": True},
        {"number": 0},
        {"number": 1.0},
        {"number": 2**53},
        {"previous_packet": "AB" * 32},
        {"chain_head": ""},
        {"state_digest": None},
        {"program": "x" * 201},
        {"created_at": "2026-11-21 08:30"},
        {"created_at": "２０26-11-21T08:30:00Z"},
        {"expires_at": "never"},
        {"signer": "ab"},
        {"packs": []},
        {"packs": {"yaoan": 3}},
        {"documents": {"answer": "ef" * 32}},
        {"documents": {"answer": "answer.json"}},
        {"counts": {"register_household": 0}},
        {"counts": [1]},
        {"money_fen": "1"},
        {"first_act": -1},
        {"parts": []},
        {"parts": {"acts.jsonl": {}}},
        {"parts": {"acts.jsonl": {"sha256": "00", "size": 1}}},
        {"parts": {"acts.jsonl": {"sha256": "ab" * 32, "size": -1}}},
        {"unknown": 1},
    ],
    ids=str,
)
def test_manifest_with_a_wrong_value_is_refused(changed: dict[str, Any]) -> None:
    entries = good_entries()
    text = json.dumps(json.loads(entries["manifest.json"]) | changed, sort_keys=True, separators=(",", ":")).encode()
    with pytest.raises(UserError, match="清单看不懂"):
        opened(signed_text(entries, text))


@pytest.mark.parametrize("name", [each.name for each in dataclasses.fields(Manifest)])
def test_manifest_without_a_value_is_refused(name: str) -> None:
    entries = good_entries()
    manifest = json.loads(entries["manifest.json"])
    del manifest[name]
    with pytest.raises(UserError, match="清单看不懂"):
        opened(signed_text(entries, canonical_json(manifest).encode()))


def test_other_signature_is_refused() -> None:
    entries = good_entries()
    forged = sign(new_signing_key(), entries["manifest.json"])
    for signature in (forged, b"", entries["manifest.sig"] + b"\n"):
        with pytest.raises(UserError, match="签名不对"):
            opened(entries | {"manifest.sig": signature})


def test_changed_manifest_under_the_old_signature_is_refused() -> None:
    entries = good_entries()
    changed = entries["manifest.json"].replace(b'"epoch":1', b'"epoch":2')
    with pytest.raises(UserError, match="签名不对"):
        opened(entries | {"manifest.json": changed})


@pytest.mark.parametrize("name", ["acts.jsonl", f"files/{PHOTO_HASH}", "manifest.sig", "manifest.json"])
def test_missing_entry_is_named(name: str) -> None:
    entries = good_entries()
    del entries[name]
    with pytest.raises(UserError, match=f"缺少“{name}”"):
        opened(entries)


@pytest.mark.parametrize("name", ["extra.txt", f"files/{'ab' * 32}", "../evil", "acts.jsonl/"])
def test_entry_that_the_manifest_does_not_name_is_refused(name: str) -> None:
    entries = good_entries()
    last = {part: entries.pop(part) for part in ("manifest.sig", "manifest.json")}
    with pytest.raises(UserError, match="多了清单上没有的") as caught:
        opened(entries | {name: b""} | last)
    assert name in caught.value.message


def test_part_of_another_name_is_refused_though_signed() -> None:
    entries = good_entries()
    parts = json.loads(entries["manifest.json"])["parts"]
    parts["evil.exe"] = parts[f"files/{PHOTO_HASH}"]
    spoiled = signed_entries({"evil.exe": PHOTO} | entries, {"parts": parts})
    with pytest.raises(UserError, match=r"不该有的名字“evil\.exe”"):
        opened(spoiled)


def test_manifest_that_does_not_name_the_acts_is_refused() -> None:
    entries = good_entries()
    parts = json.loads(entries["manifest.json"])["parts"]
    del parts["acts.jsonl"]
    del entries["acts.jsonl"]
    with pytest.raises(UserError, match="缺少“acts.jsonl”"):  # noqa: RUF043 - the dot is one
        opened(signed_entries(entries, {"parts": parts}))


@pytest.mark.parametrize("name", ["acts.jsonl", f"files/{PHOTO_HASH}"])
@pytest.mark.parametrize(
    "change", [lambda content: content[:-1], lambda content: bytes([content[0] ^ 1]) + content[1:]]
)
def test_changed_part_is_named(name: str, change: Callable[[bytes], bytes]) -> None:
    entries = good_entries()
    with pytest.raises(UserError, match=f"“{name}”与清单上的校验值不符"):
        opened(entries | {name: change(entries[name])})


def test_entries_in_another_order_are_refused() -> None:
    entries = good_entries()
    with pytest.raises(UserError, match="次序不对"):
        opened({"manifest.json": entries.pop("manifest.json"), **entries})


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (lines_of(*ACTS)[:-1], "变更记录看不懂"),
        (lines_of(*ACTS) + b"\n", "变更记录的格式不对"),
        (b"\xff\n", "变更记录看不懂"),
        (b"{}\n", "变更记录的格式不对"),
        (lines_of(*ACTS).replace(b'{"at"', b'{ "at"', 1), "变更记录看不懂"),
        (lines_of(*ACTS).replace(b'"amount":20000', b'"amount":30000'), "与它的校验值不符"),
        (lines_of(*ACTS[1:]), "起止号或件数"),
        (lines_of(*ACTS[:-1]), "起止号或件数"),
        (b"", "起止号或件数"),
        (lines_of(ACTS[0], ACTS[2], ACTS[3]), "接不上前一号"),
        (lines_of(ACTS[1], ACTS[0], ACTS[2], ACTS[3]), "接不上前一号"),
        (lines_of(ACTS[0], ACTS[0], *ACTS[1:]), "接不上前一号"),
    ],
    ids=[
        "cut",
        "blank-line",
        "binary",
        "empty",
        "spelling",
        "amount",
        "first",
        "last",
        "none",
        "hole",
        "order",
        "twice",
    ],
)
def test_acts_that_do_not_fit_are_refused_though_signed(lines: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        opened(with_acts(lines))


def test_act_of_another_install_or_epoch_is_refused() -> None:
    for strange in (an_act(None, install="01990000-0000-7000-8000-0000000000ff"), an_act(None, epoch=2)):
        with pytest.raises(UserError, match="不是这台电脑这一期的"):
            opened(with_acts(lines_of(strange), first_act=1, last_act=1))


def test_run_with_a_false_link_is_refused() -> None:
    spliced = an_act(ACTS[0], "register_household", previous="ab" * 32)
    with pytest.raises(UserError, match="第 2 号变更记录接不上"):
        opened(with_acts(lines_of(ACTS[0], spliced)))
    with pytest.raises(UserError, match="第 1 号变更记录接不上"):
        opened(with_acts(lines_of(an_act(None, previous="ab" * 32))))
    with pytest.raises(UserError, match="第 0 号变更记录接不上"):
        opened(with_acts(lines_of(an_act(None, number=0))))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"first_act": 2}, "起止号或件数"),
        ({"last_act": 5}, "起止号或件数"),
        ({"counts": {"register_household": 4}}, "起止号或件数"),
        ({"chain_head": "ab" * 32}, "链头不符"),
        ({"money_fen": 25001}, "金额合计与清单不符"),
    ],
)
def test_manifest_that_contradicts_the_acts_is_refused_though_signed(changed: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        opened(signed_entries(good_entries(), changed))


def test_file_larger_than_any_packet_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet, "LARGEST_PACKET", 10)
    with pytest.raises(UserError, match="文件太大"):
        open_packet(bytes(11), [SECRET], None)


def test_packet_that_would_grow_too_large_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet, "MOST_FILES", 0)
    with pytest.raises(UserError, match="装不下"):
        build_packet(HEAD, ACTS, {PHOTO_HASH: PHOTO}, SIGNING_KEY, [RECIPIENT])
    monkeypatch.setattr(packet, "LARGEST_CONTENT", 100)
    with pytest.raises(UserError, match="装不下"):
        build_packet(HEAD, ACTS, {}, SIGNING_KEY, [RECIPIENT])


@pytest.mark.parametrize(
    ("acts", "files"),
    [
        ((ACTS[0], ACTS[2]), {}),
        ((structs.replace(ACTS[0], reason="changed"),), {}),
        ((an_act(None, epoch=2),), {}),
        ((), {"ab" * 32: PHOTO}),
    ],
    ids=["hole", "hash", "epoch", "file"],
)
def test_packet_is_not_made_of_what_does_not_belong_together(acts: tuple[Act, ...], files: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match=r"变更记录|SHA-256"):
        build_packet(HEAD, acts, files, SIGNING_KEY, [RECIPIENT])


def test_name_holds_village_end_of_install_epoch_and_number() -> None:
    assert packet_name("532325100201", INSTALL, 2, 17) == "532325100201-5ca1ab1e-2-17.clerk"


def test_packet_is_not_shown_with_its_bytes() -> None:
    sealed = build_packet(HEAD, (), {}, SIGNING_KEY, [RECIPIENT])
    assert "data=" not in repr(sealed)


def test_unsealed_packet_is_read_by_anybody_and_still_signed() -> None:
    head = replace(HEAD, kind="invitation", documents={"invitation": PHOTO_HASH})
    sealed = packet.build_unsealed(head, {PHOTO_HASH: PHOTO}, SIGNING_KEY)
    assert packet.is_unsealed(sealed.data)
    assert sealed.name == packet_name(HEAD.village_code, INSTALL, 1, 3)
    back = packet.open_unsealed(sealed.data, {SIGNER})
    assert (back.document("invitation"), tuple(back.acts), back.sha256) == (PHOTO, (), sealed.sha256)
    with pytest.raises(UserError, match="不认识"):
        packet.open_unsealed(sealed.data, set())
    with pytest.raises(UserError, match="内部结构不对"):
        packet.open_unsealed(sealed.data[:-3], None)
    assert not packet.is_unsealed(build_packet(HEAD, ACTS, {}, SIGNING_KEY, [RECIPIENT]).data)


def test_unsealed_packet_larger_than_any_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet, "LARGEST_PACKET", 10)
    with pytest.raises(UserError, match="文件太大"):
        packet.open_unsealed(bytes(11), None)

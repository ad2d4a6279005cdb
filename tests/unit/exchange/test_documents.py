"""The documents inside packets come back as they were written; anything else is refused with one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from clerk_app.domain.act import GENESIS, Act, canonical_json
from clerk_app.errors import UserError
from clerk_app.exchange import documents
from clerk_app.exchange.documents import (
    Invitation,
    Notice,
    Sender,
    answer_bytes,
    invitation_bytes,
    lines_bytes,
    read_answer_document,
    read_invitation,
    read_lines,
    read_sender,
    sender_bytes,
)
from clerk_app.exchange.protocol import Answer, Base, Position, Standing, Told
from clerk_app.exchange.seal import new_age_identity
from tests.chains import ACTS, INSTALL

_, RECIPIENT = new_age_identity()
SENDER = Sender(age_recipient=RECIPIENT, base=Base(INSTALL, 1, 6, "ab" * 32), seen_epoch=1, seen_number=7)
INVITATION = Invitation(
    region="532325", name="姚安县", age_recipient=RECIPIENT, village_code="532325100201", village_name="清河村"
)
ANSWER = Answer(
    install=INSTALL,
    standing=Standing.ADMITTED,
    applied=(Position(1, 6, "ab" * 32),),
    held=(Told(1, 9, "cd" * 32, "缺"),),
    refused=(Told(1, 3, "ef" * 32, "冲突"),),
    apart=((ACTS[1], "同号"),),
)
NOTICES = (Notice(kind="double_proxy", records=("c1", "c2"), elsewhere="石桥村", text="两次"),)


def test_documents_come_back_as_they_were() -> None:
    assert read_sender(sender_bytes(SENDER)) == SENDER
    first = Sender(age_recipient=RECIPIENT, base=None, seen_epoch=0, seen_number=0)
    assert read_sender(sender_bytes(first)) == first
    assert read_invitation(invitation_bytes(INVITATION)) == INVITATION
    assert read_answer_document(answer_bytes(ANSWER, NOTICES)) == (ANSWER, NOTICES)
    assert read_lines(lines_bytes(ACTS)) == ACTS
    assert read_lines(None) == read_lines(b"") == ()


@pytest.mark.parametrize("read", [read_sender, read_invitation, read_answer_document])
@pytest.mark.parametrize("data", [None, b"", b"[]", b"\xff", b"{}", b"[" * 100_000, b'{ "a":1}'])
def test_what_is_no_document_is_refused(read: Callable[[bytes | None], object], data: bytes | None) -> None:
    with pytest.raises(UserError, match="看不懂"):
        read(data)


def changed(data: bytes, **values: Any) -> bytes:
    return canonical_json(json.loads(data) | values).encode()


@pytest.mark.parametrize(
    "values",
    [
        {"age_recipient": "age1short"},
        {"age_recipient": 1},
        {"base": []},
        {"base": {"install": INSTALL}},
        {"base": {"install": "../x", "epoch": 1, "number": 1, "hash": GENESIS}},
        {"base": {"install": INSTALL, "epoch": 0, "number": 1, "hash": GENESIS}},
        {"seen_epoch": -1},
        {"seen_number": True},
        {"seen_number": 2**53},
        {"more": 1},
    ],
)
def test_sender_with_a_wrong_value_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="看不懂"):
        read_sender(changed(sender_bytes(SENDER), **values))


@pytest.mark.parametrize("values", [{"age_recipient": "x"}, {"name": 5}, {"region": "x" * 3000}])
def test_invitation_with_a_wrong_value_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="看不懂"):
        read_invitation(changed(invitation_bytes(INVITATION), **values))


@pytest.mark.parametrize(
    "values",
    [
        {"standing": "friend"},
        {"applied": {}},
        {"applied": [{"epoch": 1, "number": 1, "hash": "x"}]},
        {"held": [{"epoch": 1, "number": 0, "hash": GENESIS, "reason": ""}]},
        {"apart": [{"act": "{}", "reason": ""}]},
        {"apart": [{"act": 5, "reason": ""}]},
        {"notices": [{"kind": "x", "records": [5], "elsewhere": "", "text": ""}]},
    ],
)
def test_answer_with_a_wrong_value_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(UserError):
        read_answer_document(changed(answer_bytes(ANSWER), **values))


def test_answer_that_tells_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_TOLD", 0)
    with pytest.raises(UserError, match="看不懂"):
        read_answer_document(answer_bytes(ANSWER))


@pytest.mark.parametrize("data", [b"\xff\n", lines_bytes(ACTS)[:-1], b"{}\n"])
def test_lines_that_are_no_acts_are_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        read_lines(data)


def test_lines_keep_their_order() -> None:
    backwards: tuple[Act, ...] = tuple(reversed(ACTS))
    assert read_lines(lines_bytes(backwards)) == backwards

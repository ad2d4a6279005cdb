"""Random faults in the packets that county and village take in: none is accepted, each has its sentence, no byte changes."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clerk_app.errors import UserError
from clerk_app.services.answers import import_answer
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import take_in
from clerk_app.services.exchange import export_packet
from clerk_app.services.workspace import Workspace
from tests.builders import a_household
from tests.county_builders import Exchange
from tests.integration.exchange.faults import FAULTS, Target, faulty

QUICK, THOROUGH = 27, 1_320
"""How often each kind of fault is tried on each side: about 2,000 and 100,000 in all."""
STRUCTURE = ("报送文件的内部结构不对", "报送文件里有 {count} 个文件")
TWICE = (*STRUCTURE, "报送文件里“{name}”出现了两次")
SIGNATURE = ("报送文件的签名不对",)
MISSING = ("报送文件里缺少",)
TOLD = {
    **{kind: STRUCTURE for kind in FAULTS if kind.startswith("zip, ")},
    **dict.fromkeys(("zip, swap", "zip, splice"), TWICE),  # only these can write one entry's name over another's
    "part of the other": (*SIGNATURE, "报送文件里的“{name}”与清单上的校验值不符"),
    "part left out": MISSING,
    "part too many": ("报送文件里多了清单上没有的",),
    "parts in another order": ("报送文件里文件的次序不对",),
    "no signature": MISSING,
    "invented signature": SIGNATURE,
    "old signature": SIGNATURE,
    "strange signature": SIGNATURE,
    "true signature over damaged acts": (
        "报送文件里的变更记录看不懂",
        "变更记录",
        "第 {number} 号变更记录",
        "最后一号变更记录",
        "报送文件里缺少",
    ),
    "strange signer": ("电脑 {install} 登记的是另一把签名密钥", "不认识这份文件的发送方"),
}
"""How the sentence begins where a kind of fault can only be seen in one way."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who takes packets in, one good packet for them, and the files that must stay as they are."""

    take: Callable[[bytes], object]
    target: Target
    folder: Path

    def state(self) -> str:
        digest = hashlib.sha256()
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not path.name.endswith("-shm"):  # the read marks of connections, no contents
                digest.update(str(path).encode() + path.read_bytes())
        return digest.hexdigest()


@pytest.fixture(params=["county", "village"])
def receiver(request: pytest.FixtureRequest, exchange: Exchange, village: Workspace) -> Iterator[Receiver]:
    """A county that a village's packet is for; a village that an answer is for."""
    exchange.join(village)
    if request.param == "county":
        exchange.answer(village)
        a_household().with_head("丁", age=33, place=90).register_id(village)
        packet = export_packet(village, exchange.fresh_stick()).path
        a_household().with_head("戊", age=34, place=91).register_id(village)
        other = export_packet(village, exchange.fresh_stick()).path
        keys, signing_key = exchange.county.store.county, village.store.install.signing_key
        yield Receiver(
            lambda data: take_in(exchange.county, "x.clerk", data),
            Target(packet.read_bytes(), other.read_bytes(), keys.age_secret, keys.age_recipient, signing_key),
            exchange.county.data_dir,
        )
    else:
        (first,), (second,) = (write_answers(exchange.county, exchange.fresh_stick()) for _ in range(2))
        own, signing_key = village.store.install, exchange.county.store.county.signing_key
        yield Receiver(
            lambda data: import_answer(village, "x.clerk", data),
            Target(first.path.read_bytes(), second.path.read_bytes(), own.age_secret, own.age_recipient, signing_key),
            village.data_dir,
        )


def sentences(receiver: Receiver, kind: str, times: int) -> Counter[str]:
    """Try a kind of fault and return the sentences it got; what is accepted, or refused otherwise, fails."""
    before = receiver.state()
    found: Counter[str] = Counter()
    for spoiled in faulty(receiver.target, kind, times):
        with pytest.raises(UserError) as refused:
            pytest.fail(f"accepted: {kind}: {receiver.take(spoiled)}")
        message = refused.value.message
        assert re.match(r"[^\n]*[\u4e00-\u9fff][^\n]*。$", message), message
        found[refused.value.template] += 1
    assert receiver.state() == before
    return found


def try_all(receiver: Receiver, times: int) -> None:
    told: set[str] = set()
    for kind in FAULTS:
        found = sentences(receiver, kind, times)
        told |= set(found)
        assert all(text.startswith(TOLD[kind]) for text in found if kind in TOLD), (kind, found)
    assert len(told) >= 12
    receiver.take(receiver.target.packet)


def test_faulty_packets_are_refused_each_with_a_sentence(receiver: Receiver) -> None:
    try_all(receiver, QUICK)


@pytest.mark.slow
def test_a_hundred_thousand_faulty_packets_are_refused_each_with_a_sentence(receiver: Receiver) -> None:
    assert 2 * THOROUGH * len(FAULTS) >= 100_000
    try_all(receiver, THOROUGH)

"""The village's order in runs and digests, and the two documents that carry it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.act import GENESIS, Act
from clerk_app.errors import UserError
from clerk_app.exchange.protocol import Standing
from clerk_app.exchange.spelling import exact_bytes
from clerk_app.exchange.village_order import (
    Laptop,
    Order,
    Run,
    Seen,
    Settled,
    cut,
    digest_after,
    is_linked,
    order_bytes,
    order_to_tell,
    read_order,
    read_seen,
    runs_of,
    seen_bytes,
)

A, B = "aaaaaaaa", "bbbbbbbb"


def settled(*acts: tuple[str, int]) -> list[Settled]:
    """Acts of epoch 1 in order; a negative number is refused."""
    return [Settled(install, 1, abs(number), f"{install}{abs(number)}", number < 0) for install, number in acts]


ORDER = settled((A, 1), (A, -2), (B, 1), (A, 3), (A, 4), (B, -2))


def digest_of(acts: list[Settled]) -> str:
    return digest_after(GENESIS, [(act.hash, act.refused) for act in acts])


def test_runs_are_as_few_as_there_can_be() -> None:
    assert runs_of(ORDER) == (Run(A, 1, 1, 2, (2,)), Run(B, 1, 1, 1), Run(A, 1, 3, 4), Run(B, 1, 2, 2, (2,)))
    other_epoch = [*settled((A, 1)), Settled(A, 2, 2, "x", refused=False)]
    assert runs_of(other_epoch) == (Run(A, 1, 1, 1), Run(A, 2, 2, 2))


@given(st.lists(st.tuples(st.sampled_from([A, B]), st.booleans()), max_size=12), st.integers(0, 14))
def test_cut_runs_are_the_runs_of_the_first_acts(order: list[tuple[str, bool]], length: int) -> None:
    counts = {A: 0, B: 0}
    acts: list[Settled] = []
    for install, refused in order:
        counts[install] += 1
        acts.append(Settled(install, 1, counts[install], "", refused))
    short = cut(runs_of(acts), length)
    assert [place for run in short for place in run.places] == [(a.install, 1, a.number) for a in acts[:length]]
    assert runs_of(acts[:length]) == short
    assert sum(map(len, short)) == min(length, len(acts))


@pytest.mark.parametrize(
    ("seen", "after"),
    [
        (Seen(), 0),
        (Seen(3, digest_of(ORDER[:3])), 3),
        (Seen(6, digest_of(ORDER)), 6),
        (Seen(3, digest_of(ORDER[:2])), 0),
        (Seen(7, digest_of(ORDER)), 0),
    ],
    ids=["nothing", "a part", "all", "another order", "more than there is"],
)
def test_laptop_is_told_what_follows_on_what_it_has_seen(seen: Seen, after: int) -> None:
    order = order_to_tell(ORDER, seen, 2, ())
    assert (order.after, order.digest, order.seat) == (after, digest_of(ORDER[:after]), 2)
    assert order.runs == runs_of(ORDER[after:])
    assert order.end == digest_of(ORDER)


def test_digest_is_spelled_as_the_format_says() -> None:
    told = digest_after("0" * 64, [("ab" * 32, False), ("cd" * 32, True)])
    assert told == "a5ccdda8c960c65f25c46a16d7fde439cab2d5b97418faa83d121156c01f5b1a"


def test_refused_and_applied_make_different_orders() -> None:
    assert digest_after(GENESIS, [("a", True)]) != digest_after(GENESIS, [("a", False)])


# chains


def act(install: str, number: int, previous: str, *, epoch: int = 1) -> Act:
    return Act(
        install=install, epoch=epoch, number=number, id="", at="", by="", kind="", previous=previous, hash=f"{number}"
    )


@pytest.mark.parametrize(
    ("acts", "known", "linked"),
    [
        ((act(A, 1, GENESIS), act(B, 1, GENESIS), act(A, 2, "1")), (), True),
        ((act(A, 3, "2"),), (act(A, 2, "1"),), True),
        ((act(A, 1, GENESIS, epoch=2),), (act(A, 2, "1"),), True),
        ((act(A, 2, "1"),), (), False),
        ((act(A, 3, "2"),), (act(A, 1, GENESIS),), False),
        ((act(A, 1, GENESIS), act(A, 2, "9")), (), False),
        ((), (), True),
    ],
    ids=["two laptops", "on a known act", "a new epoch", "no beginning", "a gap", "another hash", "nothing"],
)
def test_chains_of_other_laptops_must_hold(acts: tuple[Act, ...], known: tuple[Act, ...], linked: bool) -> None:
    assert is_linked(acts, known) is linked


# documents


TOLD = Order(
    after=3,
    digest="1" * 64,
    runs=(Run(A, 1, 3, 4), Run(B, 2, 1, 3, (2, 3))),
    end="2" * 64,
    seat=2,
    laptops=(Laptop(A, 1, Standing.ADMITTED), Laptop(B, 0, Standing.WAITING)),
)


def test_documents_are_spelled_as_the_format_says() -> None:
    laptops = (
        b'[{"install":"aaaaaaaa","seat":1,"standing":"admitted"},{"install":"bbbbbbbb","seat":0,"standing":"waiting"}]'
    )
    runs = (
        b'[{"epoch":1,"first":3,"install":"aaaaaaaa","last":4,"refused":[]},'
        b'{"epoch":2,"first":1,"install":"bbbbbbbb","last":3,"refused":[2,3]}]'
    )
    spelled = b'{"after":3,"digest":"%b","end":"%b","laptops":%b,"runs":%b,"seat":2}'
    assert order_bytes(TOLD) == spelled % (b"1" * 64, b"2" * 64, laptops, runs)
    assert seen_bytes(Seen(7, "3" * 64, 0)) == b'{"digest":"%b","position":7,"seat":0}' % (b"3" * 64)


def test_documents_come_back_as_they_were() -> None:
    assert read_order(order_bytes(TOLD)) == TOLD
    seen = Seen(7, "3" * 64, 0)
    assert read_seen(seen_bytes(seen)) == seen
    assert read_seen(None) == Seen(0, GENESIS, 1)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw.pop("end"),
        lambda raw: raw.update(more=1),
        lambda raw: raw.update(after=-1),
        lambda raw: raw.update(digest="x"),
        lambda raw: raw.update(runs={}),
        lambda raw: raw["runs"][0].update(last=2),
        lambda raw: raw["runs"][1].update(refused=[4]),
        lambda raw: raw["runs"][1].update(refused=[0]),
        lambda raw: raw["runs"][0].update(install="A"),
        lambda raw: raw["runs"][0].pop("epoch"),
        lambda raw: raw["laptops"][0].update(standing="gone"),
        lambda raw: raw["laptops"][0].update(seat=True),
    ],
    ids=[
        "key missing", "key too many", "before the beginning", "no digest", "no list", "ends before it begins",
        "refused beyond it", "refused before it", "no install", "run without epoch", "unknown standing", "no seat",
    ],
)  # fmt: skip
def test_order_that_does_not_fit_is_refused(spoil: Callable[[dict[str, object]], object]) -> None:
    raw = json.loads(order_bytes(TOLD))
    spoil(raw)
    with pytest.raises(UserError, match=r"先后次序看不懂.*请县里重新写回执"):
        read_order(exact_bytes(raw))


@pytest.mark.parametrize("data", [b"", b"[]", b'{"position":1}', b'{ "position":1}'])
def test_seen_that_does_not_fit_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match=r"先后次序看不懂.*请县里重新写回执"):
        read_seen(data)

"""The rules of the exchange: what is accepted, held, kept apart or refused, and what an answer means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.act import GENESIS, Act
from clerk_app.exchange import protocol
from clerk_app.exchange.act_lines import stretch_of
from clerk_app.exchange.protocol import (
    Answer,
    Base,
    BaseState,
    Judge,
    Judged,
    Known,
    Position,
    Standing,
    Told,
    Verdict,
    base_state,
    is_behind,
    plan_rebase,
    read_answer,
)
from tests.chains import ACTS, INSTALL, at, chain


def knowing(
    *settled: Act,
    kept: tuple[Act, ...] = (),
    standing: Standing = Standing.ADMITTED,
    opens: Callable[[int], BaseState] = lambda _epoch: BaseState.REACHED,
) -> Known:
    places = {(act.epoch, act.number) for act in kept}
    return Known(
        standing=standing,
        applied=at(settled[-1]) if settled else None,
        settled={(act.epoch, act.number): act.hash for act in settled},
        kept={place: frozenset(act.hash for act in kept if (act.epoch, act.number) == place) for place in places},
        opens=opens,
    )


def judge(known: Known, acts: Iterable[Act]) -> tuple[Judged, ...]:
    return tuple(map(Judge(known).of, acts))


def verdicts(judged: Iterable[Judged]) -> list[Verdict]:
    return [each.verdict for each in judged]


def test_acts_in_order_apply() -> None:
    assert verdicts(judge(knowing(), ACTS)) == [Verdict.APPLY] * 6
    assert verdicts(judge(knowing(*ACTS[:3]), ACTS[3:])) == [Verdict.APPLY] * 3


def test_act_that_is_settled_is_known_and_the_rest_applies() -> None:
    assert verdicts(judge(knowing(*ACTS[:4]), ACTS)) == [Verdict.KNOWN] * 4 + [Verdict.APPLY] * 2


def test_act_after_a_gap_is_held_with_the_number_that_lacks() -> None:
    judged = judge(knowing(*ACTS[:2]), ACTS[3:])
    assert verdicts(judged) == [Verdict.HOLD] * 3
    assert "第 3 号" in judged[0].reason
    first = judge(knowing(), ACTS[2:])
    assert verdicts(first) == [Verdict.HOLD] * 4
    assert "第 1 号" in first[0].reason


def test_held_acts_apply_when_the_gap_is_filled() -> None:
    assert verdicts(judge(knowing(*ACTS[:2], kept=ACTS[3:]), ACTS[2:])) == [Verdict.APPLY] * 4


def test_other_act_under_a_settled_number_is_a_fork_and_what_follows_it_too() -> None:
    fork = (*ACTS[:3], *chain(3, after=ACTS[2], salt="x"))
    assert verdicts(judge(knowing(*ACTS[:5]), fork)) == [Verdict.KNOWN] * 3 + [Verdict.FORK] * 3


def test_next_act_that_does_not_link_is_a_fork() -> None:
    other = chain(6, salt="x")
    assert verdicts(judge(knowing(*ACTS[:4]), other[4:])) == [Verdict.FORK] * 2


def test_two_unsettled_acts_under_one_number_are_both_apart() -> None:
    other = chain(6, salt="x")
    assert verdicts(judge(knowing(*ACTS[:2], kept=(other[4],)), ACTS[4:5])) == [Verdict.FORK]


def test_install_that_is_not_admitted_is_held() -> None:
    judged = judge(knowing(standing=Standing.WAITING), ACTS)
    assert {each.verdict for each in judged} == {Verdict.HOLD}
    assert judged[0].reason == protocol.NOT_ADMITTED
    again = judge(knowing(standing=Standing.WAITING, kept=ACTS), ACTS)
    assert verdicts(again) == [Verdict.KNOWN] * 6


def test_revoked_install_keeps_what_was_settled_and_the_rest_is_apart() -> None:
    judged = judge(knowing(*ACTS[:2], standing=Standing.REVOKED, kept=ACTS[2:3]), ACTS)
    assert verdicts(judged) == [Verdict.KNOWN] * 3 + [Verdict.QUARANTINE] * 3


def test_act_of_an_epoch_that_is_over_is_kept_apart() -> None:
    newer = chain(2, epoch=2)
    judged = judge(knowing(*ACTS[:3], *newer), ACTS[3:])
    assert verdicts(judged) == [Verdict.FORK] * 3
    assert judged[0].reason == protocol.OLD_EPOCH


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (BaseState.REACHED, Verdict.APPLY),
        (BaseState.BEHIND, Verdict.HOLD),
        (BaseState.AHEAD, Verdict.HOLD),
        (BaseState.OTHER, Verdict.FORK),
    ],
)
def test_new_epoch_opens_only_on_what_is_settled(state: BaseState, verdict: Verdict) -> None:
    judged = judge(knowing(*ACTS, opens=lambda _epoch: state), chain(2, epoch=2))
    assert verdicts(judged) == [verdict] * 2


def test_new_epoch_without_its_first_act_is_held() -> None:
    judged = judge(knowing(*ACTS), chain(3, epoch=2)[1:])
    assert verdicts(judged) == [Verdict.HOLD] * 2
    assert "第 1 号" in judged[0].reason


BASE = Base(INSTALL, 1, 6, ACTS[-1].hash)


@pytest.mark.parametrize(
    ("base", "applied", "state"),
    [
        (None, None, BaseState.REACHED),
        (None, at(ACTS[0]), BaseState.BEHIND),
        (BASE, at(ACTS[-1]), BaseState.REACHED),
        (BASE, replace(at(ACTS[-1]), hash="x"), BaseState.OTHER),
        (BASE, at(ACTS[2]), BaseState.AHEAD),
        (BASE, None, BaseState.AHEAD),
        (BASE, Position(1, 9, "x"), BaseState.BEHIND),
        (BASE, Position(2, 1, "x"), BaseState.BEHIND),
        (Base(INSTALL, 1, 0, GENESIS), None, BaseState.REACHED),
    ],
)
def test_base_is_compared_with_what_is_settled(base: Base | None, applied: Position | None, state: BaseState) -> None:
    assert base_state(base, applied) is state


def test_we_were_restored_when_somebody_saw_more_of_us() -> None:
    assert is_behind((1, 5), (1, 6))
    assert is_behind((1, 5), (2, 1))
    assert not is_behind((1, 5), (1, 5))
    assert not is_behind((2, 0), (1, 9))


@given(st.lists(st.lists(st.integers(0, 7), min_size=1, max_size=8), max_size=12), st.randoms())
def test_any_order_of_packets_settles_each_act_once_and_in_order(packets: list[list[int]], random: object) -> None:
    acts = chain(8)
    settled: list[Act] = []
    held: dict[str, Act] = {}
    for packet in [*packets, list(range(8))]:
        for judged in judge(knowing(*settled, kept=tuple(held.values())), [acts[i] for i in sorted(set(packet))]):
            if judged.verdict is Verdict.APPLY:
                settled.append(judged.act)
            elif judged.verdict is Verdict.HOLD:
                held[judged.act.hash] = judged.act
            else:
                assert judged.verdict is Verdict.KNOWN
        assert settled == list(acts[: len(settled)])
    assert settled == list(acts)


_LINES = {
    "own": ACTS,
    "other": (*ACTS[:3], *chain(3, after=ACTS[2], salt="x")),
    "apart": chain(6, salt="y"),
    "next": chain(4, epoch=2),
    "with a gap": (*ACTS[:3], *ACTS[4:]),
    "twice": (*ACTS[:4], *ACTS[3:]),
}


@given(
    head=st.integers(0, 6),
    line=st.sampled_from(sorted(_LINES)),
    begin=st.integers(0, 6),
    standing=st.sampled_from(Standing),
    other_base=st.booleans(),
    has_kept=st.booleans(),
)
def test_stretch_that_follows_is_of_acts_that_would_each_apply(
    *, head: int, line: str, begin: int, standing: Standing, other_base: bool, has_kept: bool
) -> None:
    known = knowing(*ACTS[:head], kept=ACTS[5:] if has_kept else (), standing=standing)
    known = replace(known, other_base=other_base)
    acts = _LINES[line][begin:]
    whole, single = Judge(known), Judge(known)
    stretch = stretch_of(acts)
    if stretch is not None and whole.follows(stretch):
        assert verdicts(map(single.of, acts)) == [Verdict.APPLY] * len(acts)
        whole.note_followed(stretch, [act.hash for act in acts])
        again = (*acts[-1:], *chain(2, epoch=acts[-1].epoch, after=acts[-1]), *chain(2, salt="z"))
        assert tuple(map(whole.of, again)) == tuple(map(single.of, again))


def follow(judge: Judge, acts: Sequence[Act]) -> bool:
    stretch = stretch_of(acts)
    return stretch is not None and judge.follows(stretch)


def test_acts_follow_only_when_nothing_lies_beside_them() -> None:
    fresh = knowing(*ACTS[:3])
    assert follow(Judge(fresh), ACTS[3:])
    assert not follow(Judge(fresh), ACTS[4:])
    assert not follow(Judge(fresh), chain(2, epoch=2))
    assert not follow(Judge(fresh), chain(3, salt="x"))
    assert not follow(Judge(fresh), ACTS[2:])
    assert not follow(Judge(knowing(*ACTS[:3], kept=ACTS[5:])), ACTS[3:])
    assert not follow(Judge(knowing()), ACTS), "the first act of all opens an epoch"
    apart = Judge(fresh)
    assert apart.of(chain(4, salt="x")[3]).verdict is Verdict.FORK
    assert not follow(apart, ACTS[3:])


# the village's side


def own(*acts: Act) -> Callable[[int, int], str | None]:
    hashes = {(act.epoch, act.number): act.hash for act in acts}
    return lambda epoch, number: hashes.get((epoch, number))


def answer(**values: object) -> Answer:
    return Answer(**{"install": INSTALL, "standing": Standing.ADMITTED, **values})  # type: ignore[arg-type]


def test_answer_acknowledges_what_agrees() -> None:
    reading = read_answer(answer(applied=(at(ACTS[3]),)), own(*ACTS))
    assert reading.acknowledged == (at(ACTS[3]),)
    assert (reading.behind, reading.forked, reading.strange) == ((), False, ())


def test_answer_beyond_our_chain_says_that_we_are_behind() -> None:
    for mine in (ACTS[:3], (*ACTS[:3], *chain(3, after=ACTS[2], salt="x"))):
        reading = read_answer(answer(applied=(at(ACTS[-1]),)), own(*mine))
        assert (reading.acknowledged, reading.behind) == ((), (at(ACTS[-1]),))


def test_refused_and_held_acts_are_told_only_of_our_own() -> None:
    mine, other = Told(1, 2, ACTS[1].hash, "r"), Told(1, 3, "x", "r")
    reading = read_answer(answer(refused=(mine, other), held=(other, mine)), own(*ACTS))
    assert (reading.refused, reading.held) == ((mine,), (mine,))


def test_acts_apart_are_ours_or_strange_or_done_again() -> None:
    other = chain(6, salt="x")
    reading = read_answer(answer(apart=((ACTS[5], "f"), (other[4], "f"), (other[5], "f"))), own(*ACTS), {other[5].hash})
    assert reading.forked
    assert reading.strange == ((other[4], "f"),)


def test_rebase_of_a_laptop_that_is_simply_old() -> None:
    plan = plan_rebase(ACTS[:3], ACTS[3:], (at(ACTS[-1]),))
    assert plan is not None
    assert (plan.lost, plan.redo) == (ACTS[3:], ())


def test_rebase_of_a_laptop_that_wrote_something_else_meanwhile() -> None:
    mine = chain(2, after=ACTS[2], salt="x")
    plan = plan_rebase((*ACTS[:3], *mine), ACTS[1:], (at(ACTS[-1]),))
    assert plan is not None
    assert (plan.lost, plan.redo) == (ACTS[3:], mine)


def test_rebase_from_the_very_beginning() -> None:
    mine = chain(2, salt="x")
    plan = plan_rebase(mine, ACTS, (at(ACTS[-1]),))
    assert plan is not None
    assert (plan.lost, plan.redo) == (ACTS, mine)


def test_rebase_of_acts_that_lie_apart_though_the_rest_agrees() -> None:
    plan = plan_rebase(ACTS, (), (at(ACTS[3]), Position(2, 0)))
    assert plan is not None
    assert (plan.lost, plan.redo) == ((), ACTS[4:])
    nothing_settled = plan_rebase(ACTS, (), ())
    assert nothing_settled is not None
    assert nothing_settled.redo == ACTS


def test_rebase_over_two_epochs() -> None:
    second = chain(3, epoch=2)
    plan = plan_rebase((*ACTS[:4], *chain(1, epoch=2, salt="x")), (*ACTS[4:], *second), (at(ACTS[-1]), at(second[-1])))
    assert plan is not None
    assert plan.lost == (*ACTS[4:], *second)
    assert [act.id for act in plan.redo] == ["x0"]


@pytest.mark.parametrize(
    "sent", [(), ACTS[5:], ACTS[3:5], (ACTS[3], ACTS[5]), (*ACTS[3:5], *chain(1, after=ACTS[4], salt="x"))]
)
def test_no_rebase_on_acts_that_do_not_join(sent: tuple[Act, ...]) -> None:
    assert plan_rebase(ACTS[:3], sent, (at(ACTS[-1]),)) is None


def test_epoch_that_changes_what_it_stands_on_is_kept_apart() -> None:
    known = replace(knowing(*ACTS[:2]), other_base=True)
    assert verdicts(judge(known, ACTS[:4])) == [Verdict.KNOWN] * 2 + [Verdict.FORK] * 2

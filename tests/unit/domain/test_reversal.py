"""What stands of entries that are never struck out."""

from __future__ import annotations

from dataclasses import dataclass

from clerk_app.domain.reversal import standing


@dataclass(frozen=True)
class Entry:
    id: str
    reverses: str | None = None


def test_reversal_and_what_it_takes_back_do_not_stand() -> None:
    kept, wrong, again = Entry("a"), Entry("b"), Entry("c")
    assert standing((kept, wrong, Entry("d", reverses="b"), again)) == (kept, again)


def test_all_stand_while_nothing_was_taken_back() -> None:
    assert standing([Entry("b"), Entry("a")]) == (Entry("b"), Entry("a"))
    assert standing(()) == ()

"""Proof that nothing was lost or altered: the chain, the file, the references, and the replay of the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clerk_app.errors import ClerkError
from clerk_app.services.workspace import Workspace
from clerk_app.storage import attached_files, replay


@dataclass(frozen=True, slots=True)
class Check:
    """One check: ``name`` for programs, ``title`` and ``message`` for the clerk."""

    name: str
    title: str
    ok: bool
    message: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome: ``acts`` is how many journal entries were read."""

    acts: int
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether every check passed."""
        return all(check.ok for check in self.checks)


def verify(workspace: Workspace, progress: Callable[[int, int], object] | None = None) -> Verification:
    """Check a data folder without changing anything in it; ``progress(done, total)`` is called before each check and at the end."""
    store = workspace.store
    checks: list[Check] = []
    with store.reading() as connection:
        acts = replay.count_acts(connection)
        proofs: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("integrity", "数据库完整性", lambda: replay.require_integrity(connection)),
            ("chain", "变更记录链", lambda: replay.require_chain(connection)),
            ("replay", "重放变更记录与现有数据一致", lambda: replay.require_same_state(connection)),
            ("files", "附件与登记时一致", lambda: attached_files.require_whole(connection)),
            ("search", "检索表与现有数据一致", lambda: replay.require_search(connection)),
        )
        for done, proof in enumerate(proofs):
            if progress is not None:
                progress(done, len(proofs))
            checks.append(_check(*proof))
    if progress is not None:
        progress(len(proofs), len(proofs))
    return Verification(acts, tuple(checks))


def _check(name: str, title: str, prove: Callable[[], None]) -> Check:
    try:
        prove()
    except ClerkError as error:
        return Check(name, title, ok=False, message=error.message)
    return Check(name, title, ok=True, message="通过")

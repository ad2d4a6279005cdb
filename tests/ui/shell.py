"""The window as a page sees it, for the tests of one page alone."""

from __future__ import annotations

from clerk_app.services.workspace import Workspace
from clerk_app.settings import Settings
from clerk_app.ui.context import Context
from clerk_app.ui.desk import find_hits, read_frame
from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.theme import Tone


class Shell:
    """Remembers what a page asked of the window."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, str]] = []
        self.said: list[str] = []

    def status(self, text: str, tone: Tone = Tone.DONE) -> None:  # noqa: ARG002 - the window's own
        self.said.append(text)

    def open(self, kind: str, record_id: str) -> None:
        self.opened.append((kind, record_id))

    def notify(self, changed: frozenset[str]) -> None:
        pass

    def change_settings(self, settings: Settings) -> None:
        pass


def a_context(workspace: Workspace, tasks: TaskRunner, shell: Shell) -> Context:
    """Return the context of a page in this window."""
    return Context(
        workspace,
        tasks,
        Settings(),
        lambda words: find_hits(workspace, words),
        lambda: read_frame(workspace),
        shell,
    )

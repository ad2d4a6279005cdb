"""What every page is given, instead of reaching for globals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from clerk_app.settings import Settings
from clerk_app.ui.tasks import TaskRunner
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.view_memory import ViewMemory

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


class Changed:
    """Names of record tables, as pages get them in ``reload``."""

    HOUSEHOLD = "household"
    PERSON = "person"
    DIBAO_CASE = "dibao_case"
    CONTRIBUTION = "contribution"
    DOCUMENT = "document"
    PACKET = "packet"
    VILLAGE = "village"
    CLERK = "clerk"
    ALL = frozenset(
        {HOUSEHOLD, PERSON, DIBAO_CASE, CONTRIBUTION, DOCUMENT, PACKET, VILLAGE, CLERK},
    )


@dataclass(frozen=True, slots=True)
class FrameState:
    """What the frame shows round the pages.

    ``last_exchange_days`` is None where there was none yet; ``counts`` gives the badge of a page by its name.
    """

    village: str
    clerk: str
    unsent_acts: int = 0
    last_exchange_days: int | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One line under the search box: what to open (``kind``, ``id``), who it is, and what tells two of one name apart."""

    kind: str
    id: str
    title: str
    detail: str = ""


class Shell(Protocol):
    """What a page may ask of the window."""

    def status(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Say at the foot, for some seconds, that something succeeded."""

    def open(self, kind: str, record_id: str) -> None:
        """Show a record on the page that shows this kind."""

    def notify(self, changed: frozenset[str]) -> None:
        """Let every page that shows these tables reload."""

    def change_settings(self, settings: Settings) -> None:
        """Keep new settings and take up the size of type at once; the language counts from the next start."""


@dataclass(slots=True)
class Context:
    """The open workspace, the database thread, the settings, and the window around the page.

    ``workspace`` is touched only inside ``tasks.run``, except its ``today()``, ``clerk`` and ``data_dir``. ``search(words)`` and
    ``read_frame()`` run in the database thread too. ``memory`` keeps the widths of tables: give it to each RecordView.
    """

    workspace: Workspace
    tasks: TaskRunner
    settings: Settings
    search: Callable[[str], tuple[SearchHit, ...]]
    read_frame: Callable[[], FrameState]
    shell: Shell | None = None
    memory: ViewMemory | None = None

    def status(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Say at the foot, for some seconds, that something succeeded."""
        if self.shell is not None:
            self.shell.status(text, tone)

    def open(self, kind: str, record_id: str) -> None:
        """Show a record: ``open("household", id)``."""
        if self.shell is not None:
            self.shell.open(kind, record_id)

    def remember(self, **values: Any) -> None:
        """Keep settings that change by use, such as the folder last saved to: ``remember(last_export_folder="/media/stick")``."""
        settings = replace(self.settings, **values)
        if settings != self.settings and self.shell is not None:
            self.shell.change_settings(settings)

    def notify(self, changed: frozenset[str]) -> None:
        """Let every page that shows these tables reload; ``tasks.run(changed=…)`` does it by itself."""
        if self.shell is not None:
            self.shell.notify(changed)

"""What the county has set for today by its publications: shown in the settings, and not to be changed there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clerk_app.ui.tasks import Progress

if TYPE_CHECKING:
    from clerk_app.domain.publication import Publication
    from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Source:
    """The publication that set something: its number and first day."""

    number: int
    from_on: date

    @property
    def words(self) -> str:
        """How a field says so."""
        text = QCoreApplication.translate("LocalSection", "县里第 {number} 号来文，{day} 起")
        return text.format(number=self.number, day=self.from_on)


@dataclass(frozen=True, slots=True)
class CountySet:
    """Local values by name with their source, and the pack, if the county brought one."""

    values: Mapping[str, tuple[str, Source]]
    pack: str
    pack_source: Source | None


def read_county_set(workspace: Workspace, _progress: Progress) -> CountySet:
    """Read it in the database thread."""
    from clerk_app.services.rules import rules_on  # noqa: PLC0415 - services cost a second of start-up

    rules = rules_on(workspace, workspace.today())
    return CountySet(
        values={name: (rules.local[name], _source(publication)) for name, publication in rules.local_from.items()},
        pack=f"{rules.pack.title} {rules.pack.version}（{rules.pack.document}）",
        pack_source=None if rules.pack_from is None else _source(rules.pack_from),
    )


def _source(publication: Publication) -> Source:
    return Source(publication.number, publication.from_on)

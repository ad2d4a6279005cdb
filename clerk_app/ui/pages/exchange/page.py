"""The page 报送 in five parts: what goes, what comes, what is left to a person, what went and came, and with which county."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from clerk_app.services.accounts import the_village
from clerk_app.services.conflicts import conflicts
from clerk_app.services.enrolment import enrolment, own_fingerprint
from clerk_app.services.exchange import Exported, outbox
from clerk_app.services.exchange_desk import familiar, packets_there, reminder, things_asked
from clerk_app.services.exchange_history import Sent, exchange_history
from clerk_app.services.publications import waiting_publications
from clerk_app.services.work_desk import desk_items
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import Page, scrolling
from clerk_app.ui.pages.exchange.enrol_view import EnrolView
from clerk_app.ui.pages.exchange.history_view import HistoryView
from clerk_app.ui.pages.exchange.import_view import ImportView
from clerk_app.ui.pages.exchange.places import DriveWatch, Place
from clerk_app.ui.pages.exchange.send_view import SendView
from clerk_app.ui.pages.exchange.view import Desk, ExchangeView
from clerk_app.ui.pages.exchange.work_view import WorkView
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.segments import Segments
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

SEND, IMPORT, WORK, HISTORY, ENROL = "send", "import", "work", "history", "enrol"


class ExchangePage(Page):
    """Shows one part at a time; the sticks are looked for while any of them is in sight."""

    name = "exchange"
    kinds = frozenset({"exchange"})
    shows = Changed.ALL

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._places: tuple[Place, ...] = ()
        self._looked_at: frozenset[str] = frozenset()
        self.desk: Desk | None = None
        self.watch = DriveWatch(self)
        self.send = SendView(context)
        self.import_part = ImportView(context)
        self.work = WorkView(context)
        self.history = HistoryView(context)
        self.enrol = EnrolView(context)
        self.parts: dict[str, ExchangeView] = {
            part.name: part for part in (self.send, self.import_part, self.work, self.history, self.enrol)
        }
        self.tabs = Segments(
            "exchangeTabs",
            (
                (SEND, self.tr("报送")),
                (IMPORT, self.tr("导入")),
                (WORK, self.tr("待处理")),
                (HISTORY, self.tr("历史")),
                (ENROL, self.tr("登记")),
            ),
        )
        self.tabs.set_value(SEND)
        self.fresh_strip = Strip("exchangeFresh", button=self.tr("去导入"))
        self._lay_out()
        self._connect()
        self.watch.set_folder(context.settings.last_export_folder)
        self._show_part()

    def _lay_out(self) -> None:
        self.commands.addWidget(self.tabs)
        self.commands.addStretch(1)
        self.stack = QStackedWidget()
        self.areas: dict[str, QScrollArea] = {}
        for part in self.parts.values():
            for button in part.buttons:
                self.commands.addWidget(button)
            self.areas[part.name] = scrolling(part)
            self.stack.addWidget(self.areas[part.name])
        self.body.addWidget(self.fresh_strip)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        for part in self.parts.values():
            part.error_met.connect(self.show_error)
            part.error_gone.connect(self.error_strip.hide)
            part.part_wanted.connect(self.go)
            part.folder_taken.connect(self.take_folder)
        self.tabs.value_chosen.connect(self._show_part)
        self.watch.seen.connect(self._show_places)
        self.fresh_strip.acted.connect(partial(self.go, IMPORT))
        self.enrol.packet_written.connect(self._tell_written)
        self.import_part.files_seen.connect(self._note_seen)
        for key, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self._step, step))

    # going about

    @property
    def part(self) -> ExchangeView:
        """The part that is shown."""
        return self.parts[self.tabs.value]

    @Slot(str)
    def go(self, name: str) -> None:
        """Show a part by its name, ready for keys."""
        self.tabs.set_value(name)
        self._show_part()
        self.part.take_focus()

    def _step(self, step: int) -> None:
        names = list(self.parts)
        self.go(names[(names.index(self.tabs.value) + step) % len(names)])

    @Slot()
    def _show_part(self) -> None:
        current = self.part
        self.error_strip.hide()
        self.stack.setCurrentWidget(self.areas[current.name])
        for part in self.parts.values():
            for button in part.buttons:
                button.setVisible(part is current)
        self._show_fresh()

    def take_focus(self) -> None:
        """Begin where the part begins."""
        self.part.take_focus()

    def show_record(self, kind: str, record_id: str) -> None:  # noqa: ARG002 - there is one kind
        """Go to a part, or with ``work:<id>`` to one thing that is left to a person."""
        name, _, item = record_id.partition(":")
        if name in self.parts:
            self.go(name)
        if item:
            self.work.show_item(item)

    def reload(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - every act waits for the stick
        """Read how things stand."""
        self.context.tasks.run(partial(_read, self.context.workspace), on_done=self._show, owner=self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look for sticks while the page is in sight."""
        super().showEvent(event)
        self.watch.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look no more."""
        super().hideEvent(event)
        self.watch.stop()

    # showing

    def _show(self, read: Desk) -> None:
        known = replace(read.familiar, imported=read.familiar.imported | self._looked_at)
        self.desk = desk = replace(read, familiar=known)
        for part in self.parts.values():
            part.show_desk(desk)
        count = desk.work
        self.tabs.set_word(WORK, self.tr("待处理 {n}").format(n=count) if count else self.tr("待处理"))
        self._show_fresh()
        self.watch.look()

    @Slot(object)
    def _show_places(self, places: tuple[Place, ...]) -> None:
        for part in self.parts.values():
            part.show_places(places)
        self._places = places
        self._show_fresh()

    def _show_fresh(self) -> None:
        """Say that a stick has something of the county that was not taken in yet, unless that is plain to see."""
        known = self.desk
        fresh = (
            sum(len(known.familiar.fresh(place.packets.sealed)) for place in self._places) if known is not None else 0
        )
        is_plain = self.tabs.value in (IMPORT, ENROL)
        if fresh and not is_plain and known is not None and known.enrolment is not None:
            self.fresh_strip.tell(self.tr("优盘上有县里的新文件 {n} 份，还没有导入。").format(n=fresh), Tone.ACCENT)
        else:
            self.fresh_strip.hide()

    @Slot(object)
    def take_folder(self, folder: Path) -> None:
        """Take a folder that the clerk chose beside the sticks; it is remembered."""
        self.context.remember(last_export_folder=str(folder))
        others = tuple(place for place in self.send.places.places if place.path != folder)
        chosen = Place(folder, folder.name or str(folder), 0, is_stick=False, packets=packets_there(folder))
        for part in self.parts.values():
            part.show_places((*others, chosen), str(folder))
        self.watch.set_folder(str(folder))

    @Slot(object)
    def _note_seen(self, names: frozenset[str]) -> None:
        """What was looked at needs no mention again until the next start."""
        self._looked_at |= names

    @Slot(object, object)
    def _tell_written(self, place: Place, done: Exported) -> None:
        """The answer to an invitation stands on the stick: that is a packet as any other."""
        self.go(SEND)
        self.send.tell_done(place, done)

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Return each further part as a picture, and the stick that may be pulled out."""
        parts = {name: partial(self.go, name) for name in self.parts if name != SEND}
        return {
            **parts,
            "written": self._scene_written,
            "offer": self._scene_offer,
            "offer-decline": self._scene_decline,
        }

    def _scene_offer(self) -> None:
        from clerk_app.ui.pages.exchange import offer_scene  # noqa: PLC0415 - for the pictures alone

        self.go(WORK)
        offer_scene.show(self, self.context, () if self.desk is None else self.desk.items)

    def _scene_decline(self) -> None:
        from clerk_app.ui.pages.exchange import offer_scene  # noqa: PLC0415 - for the pictures alone

        offer_scene.send_back(self)

    def _scene_written(self) -> None:
        newest = next((row for row in self.desk.history if isinstance(row, Sent)), None) if self.desk else None
        if newest is None:
            return
        stick = Place(Path("KINGSTON"), "KINGSTON", 12_300_000_000, is_stick=True)
        path = stick.path / newest.name
        done = Exported(path=path, acts=newest.acts, size=newest.size, sha256=newest.sha256, paths=(path,))
        self.send.show_places((stick,))
        self._tell_written(stick, done)


def _read(workspace: Workspace, _progress: Progress) -> Desk:
    found = outbox(workspace)
    return Desk(
        outbox=found,
        reminder=reminder(found, workspace.today()),
        has_county_key=bool(the_village(workspace).county_key),
        enrolment=enrolment(workspace),
        own_fingerprint=own_fingerprint(workspace),
        familiar=familiar(workspace),
        items=desk_items(workspace),
        conflicts=conflicts(workspace),
        settled=desk_items(workspace, closed=True),
        history=exchange_history(workspace),
        papers=len(waiting_publications(workspace)),
        asked=things_asked(workspace),
    )

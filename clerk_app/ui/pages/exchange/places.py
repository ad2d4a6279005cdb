"""Where packets go and come from: the sticks that are plugged in, and one folder the clerk chose."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from clerk_app.services import exchange, exchange_desk
from clerk_app.services.exchange_desk import PacketsThere
from clerk_app.ui.pages.exchange.words import size_words
from clerk_app.ui.theme import current_theme, icon

if TYPE_CHECKING:
    from clerk_app.exchange.drives import Drive

LOOK_EVERY_MS: Final = 2000
NOTHING_THERE: Final = PacketsThere()


@dataclass(frozen=True, slots=True)
class Place:
    """A place to write to and read from; ``is_stick`` when it can be pulled out, ``packets`` are the names of those on it."""

    path: Path
    label: str
    free_bytes: int
    is_stick: bool
    packets: PacketsThere = NOTHING_THERE


class DriveWatch(QObject):
    """Looks for drives every two seconds while it is on, in a thread of its own: a stick that hangs must hold up nothing else.

    ``seen(places)`` comes when they are others than before.
    """

    seen = Signal(object)
    _looked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = ""
        self._before: tuple[Place, ...] | None = None
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._looked.connect(self._compare)

    def set_folder(self, folder: str) -> None:
        """Name the folder to look for beside the drives."""
        self._folder = folder
        self.look()

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more, and wait for a look on its way unless the stick does not answer."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.join(0.2)

    @Slot()
    def look(self) -> None:
        """Begin a look unless one is on its way."""
        if self._timer.isActive() and (self._thread is None or not self._thread.is_alive()):
            self._thread = threading.Thread(target=self._look, args=(self._folder,), name="clerk-drives", daemon=True)
            self._thread.start()

    def _look(self, folder: str) -> None:
        found = _places(folder)
        if shiboken6.isValid(self):
            self._looked.emit((folder, found))

    @Slot(object)
    def _compare(self, looked: tuple[str, tuple[Place, ...]]) -> None:
        folder, places = looked
        if folder != self._folder:
            self.look()  # another folder was named meanwhile
        elif places != self._before:
            self._before = places
            self.seen.emit(places)


def _places(folder: str) -> tuple[Place, ...]:
    drives = exchange.drives()
    places = [_place(drive, is_stick=True) for drive in drives]
    chosen = exchange_desk.place(Path(folder)) if folder else None
    if chosen is not None and all(chosen.path != drive.path for drive in drives):
        on_stick = any(chosen.path.is_relative_to(drive.path) for drive in drives)
        places.append(_place(chosen, is_stick=on_stick))
    return tuple(places)


def _place(drive: Drive, *, is_stick: bool) -> Place:
    return Place(drive.path, drive.label, drive.free_bytes, is_stick, exchange_desk.packets_there(drive.path))


Tell = Callable[[Place], str]
"""Gives the words for a place."""


def room_words(place: Place) -> str:
    """Say how much room is left in a place."""
    words = QCoreApplication.translate("PlaceList", "{label}　剩余 {room}")
    return words.format(label=place.label, room=size_words(place.free_bytes))


class PlaceList(QWidget):
    """The places to choose from; ``place_changed`` when another one is current. A stick plugged in just now becomes current."""

    place_changed = Signal()

    def __init__(self, name: str, label: str, tell: Tell = room_words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._tell = tell
        self.list = QListWidget()
        self.list.setObjectName(name)
        self.list.setAccessibleName(label)
        self.list.setIconSize(QSize(theme.px(20), theme.px(20)))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self._nothing = QLabel(self.tr("没有插着的优盘。插上后一两秒会自动出现在这里，也可以选择文件夹。"))
        self._nothing.setObjectName(f"{name}None")
        self._nothing.setProperty("role", "emptyText")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self.list.currentItemChanged.connect(self.place_changed)
        self.show_places(())

    @property
    def current(self) -> Place | None:
        """The place to write to."""
        row = self.list.currentRow()
        return self.places[row] if row >= 0 else None

    @property
    def places(self) -> tuple[Place, ...]:
        """All places shown."""
        return tuple(self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count()))

    def show_places(self, places: tuple[Place, ...], wanted: str = "") -> None:
        """Show what is there now; the current place stays, a new stick or the ``wanted`` folder is taken."""
        before = {place.path for place in self.places}
        current = self.current
        with QSignalBlocker(self.list):
            self.list.clear()
            for place in places:
                self._add(place)
        fresh = [place.path for place in places if place.path not in before and (place.is_stick or not before)]
        choices = [Path(wanted)] if wanted else []
        choices += fresh[:1] if fresh else []
        choices += [current.path] if current is not None else []
        row = next((number for path in choices for number, place in enumerate(places) if place.path == path), -1)
        self.list.setCurrentRow(row if row >= 0 or not places else 0)
        # Tab would stand still before a list that is not to be seen.
        self.setFocusProxy(self.list if places else None)  # type: ignore[arg-type] # Qt takes none, its stub does not say so
        self.list.setVisible(bool(places))
        self._nothing.setVisible(not places)
        self.place_changed.emit()

    def _add(self, place: Place) -> None:
        words = self._tell(place)
        item = QListWidgetItem(icon("usb" if place.is_stick else "folder-open"), words)
        item.setToolTip(str(place.path))
        item.setData(Qt.ItemDataRole.UserRole, place)
        kind = self.tr("优盘") if place.is_stick else self.tr("文件夹")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind} {words}")
        self.list.addItem(item)

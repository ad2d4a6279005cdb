"""Every colour, size and typeface of the window, in one place.

``resources/style/clerk.qss`` names them as ``$ink`` or ``$px(8)``; nothing else in ``ui`` writes a colour or a bare size.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from clerk_app.paths import resources

POINTS: Final = 11.0
TITLE_POINTS: Final = 15.0
ROW: Final = 36
FIELD: Final = 34
ICON: Final = 20
CELL_PAD: Final = 13
_ITEM_MARGIN: Final = 3  # Fusion adds it to the padding of a cell but not of a header
SYSTEM_FACES: Final = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")
_PIXELS: Final = re.compile(r"\$px\((-?\d+)\)")
_NAME: Final = re.compile(r"\$([a-z_]+)")


class Tone(StrEnum):
    """How urgent or settled something is; always shown as a colour, a shape and a word."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Palette:
    """The light scheme. Text on its own ground has a contrast of 4.5:1 or more; a test holds that."""

    ink: str = "#1F2933"
    ink_soft: str = "#52606D"
    ink_faint: str = "#647280"
    paper: str = "#FFFFFF"
    ground: str = "#F5F7F9"
    hover: str = "#EDF2F4"
    line: str = "#E1E7EB"
    line_strong: str = "#C3CDD5"
    accent: str = "#1B6B7A"
    accent_deep: str = "#14545F"
    accent_soft: str = "#E0EEF0"
    due: str = "#8F5A10"
    due_mark: str = "#B7791F"
    due_soft: str = "#FBF1DC"
    overdue: str = "#B42318"
    overdue_soft: str = "#FCEBE9"
    done: str = "#276845"
    done_mark: str = "#2F7D4F"
    done_soft: str = "#E4F2E9"


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette at a size of type in per cent (100-175)."""

    scale: int = 100
    family: str = ""
    palette: Palette = Palette()

    def px(self, size: int) -> int:
        """Return a length of the 8 px grid at this scale, in device-independent pixels."""
        return round(size * self.scale / 100)

    def font(self, *, points: float = POINTS, bold: bool = False) -> QFont:
        """Return the UI face; only two weights are used."""
        face = QFont(self.family)
        face.setPointSizeF(points * self.scale / 100)
        face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if bold:
            face.setWeight(QFont.Weight.Bold)
        return face

    def ground_of(self, tone: Tone) -> QColor:
        """Return the pale ground of a chip or strip."""
        soft = {Tone.DUE: "due_soft", Tone.OVERDUE: "overdue_soft", Tone.DONE: "done_soft", Tone.ACCENT: "accent_soft"}
        return QColor(getattr(self.palette, soft.get(tone, "hover")))

    def ink_of(self, tone: Tone) -> QColor:
        """Return the colour of words on that ground."""
        inks = {Tone.DUE: "due", Tone.OVERDUE: "overdue", Tone.DONE: "done", Tone.ACCENT: "accent_deep"}
        return QColor(getattr(self.palette, inks.get(tone, "ink_soft")))

    def style_sheet(self) -> str:
        """Return the style sheet with its names and sizes filled in."""
        names = {field.name: str(getattr(self.palette, field.name)) for field in fields(self.palette)}
        names |= {
            "points": f"{POINTS * self.scale / 100:.2f}pt",
            "title_points": f"{TITLE_POINTS * self.scale / 100:.2f}pt",
            "small_points": f"{9.5 * self.scale / 100:.2f}pt",
            "cell": f"{self.px(CELL_PAD) - _ITEM_MARGIN}px",
            "icons": (resources() / "icons").as_posix(),
        }
        text = _style_source()
        text = _PIXELS.sub(lambda match: f"{self.px(int(match[1]))}px", text)
        return _NAME.sub(lambda match: names[match[1]], text)


_current = Theme()


def current_theme() -> Theme:
    """Return the theme of this application; like the style of QApplication there is exactly one."""
    return _current


def apply_theme(application: QApplication, scale: int) -> Theme:
    """Give the whole application its face, colours and style sheet at a size; may be called again while it runs."""
    global _current  # noqa: PLW0603 - Qt itself has one style per process
    theme = Theme(scale, ui_family())
    if application.style().objectName().lower() != "fusion":
        application.setStyle(QStyleFactory.create("Fusion"))
    _current = theme
    application.setFont(theme.font())
    application.setPalette(_qt_palette(theme.palette))
    application.setStyleSheet(theme.style_sheet())
    return theme


@lru_cache(maxsize=1)
def ui_family() -> str:
    """Return the face of the window: the system's Chinese one, else ours.

    Ours always where pictures and tests are made (offscreen, or ``CLERK_UI_FONT=shipped``), so that they are alike everywhere.
    """
    shipped = os.environ.get("CLERK_UI_FONT") == "shipped" or QGuiApplication.platformName() == "offscreen"
    if not shipped:
        known = frozenset(QFontDatabase.families())
        for family in SYSTEM_FACES:
            if family in known:
                return family
    number = QFontDatabase.addApplicationFont(str(resources() / "fonts" / "clerk-hei.ttf"))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else QGuiApplication.font().family()


@lru_cache(maxsize=1)
def _style_source() -> str:
    return (resources() / "style" / "clerk.qss").read_text(encoding="utf-8")


def _qt_palette(colours: Palette) -> QPalette:
    palette = QPalette(QColor(colours.ground))
    role = QPalette.ColorRole
    for target, colour in (
        (role.WindowText, colours.ink), (role.Text, colours.ink), (role.ButtonText, colours.ink), (role.Window, colours.paper),
        (role.Base, colours.paper), (role.AlternateBase, colours.ground), (role.Button, colours.ground),
        (role.Highlight, colours.accent), (role.HighlightedText, colours.paper), (role.PlaceholderText, colours.ink_faint),
        (role.Link, colours.accent), (role.ToolTipBase, colours.ink), (role.ToolTipText, colours.paper),
        (role.Accent, colours.accent),
    ):  # fmt: skip
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.ink_faint))
    return palette


def icon(name: str, colour: str | None = None, *, size: int = ICON) -> QIcon:
    """Return a line icon from ``resources/icons`` in a colour of the palette (ink by default), sharp at the present scale."""
    theme = current_theme()
    result = QIcon()
    for ratio in (1, 2):
        result.addPixmap(_pixmap(name, colour or theme.palette.ink_soft, theme.px(size), ratio))
    return result


def icon_pixmap(name: str, colour: str | None = None, *, size: int = ICON) -> QPixmap:
    """Return the icon as a picture for a label."""
    theme = current_theme()
    return _pixmap(name, colour or theme.palette.ink_soft, theme.px(size), max(1, round(_device_ratio())))


def _device_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio()


def _pixmap(name: str, colour: str, size: int, ratio: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the sign-in window is drawn before any icon is wanted

    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def repolish(widget: QWidget) -> None:
    """Let a widget take up the style of a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()

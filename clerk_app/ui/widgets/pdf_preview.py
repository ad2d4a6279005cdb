"""A PDF on the screen as it will come out of the printer, one page at a time."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerk_app.printing.preview import page_count, page_image
from clerk_app.ui.tasks import Progress, TaskRunner
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.zoom_view import ZoomView

ZOOMS: Final = (50, 75, 100, 125, 150, 200, 300)
_SCREEN_DPI: Final = 96
_SMALLEST_FIT: Final = 25
_A4_INCHES: Final = 210 / 25.4
_SAME_WIDTH: Final = 0.2
"""Inches that rounding to pixels may make."""


class PdfPreview(ZoomView):
    """``show_pdf`` shows a PDF fitted to the width; PageUp and PageDown turn, Ctrl+plus, Ctrl+minus and Ctrl+0 zoom."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__("pdfPreview", ZOOMS, wait=150, parent=parent)
        self._tasks = tasks
        self._pdf: bytes | None = None
        self._pages = 0
        self._page = 0
        self._inches = _A4_INCHES
        self._label = QLabel()
        self._label.setObjectName("previewPage")
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._ground = QWidget()
        self._ground.setObjectName("previewGround")
        self._ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = QLabel()
        self._count.setObjectName("previewCount")
        self._lay_out()
        self._tell_count()

    def _lay_out(self) -> None:
        margin = current_theme().px(16)
        inner = QVBoxLayout(self._ground)
        inner.setContentsMargins(margin, margin, margin, margin)
        inner.addWidget(self._label, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        inner.addStretch(1)
        self.area.setWidget(self._ground)
        self.previous_button = self.tool("previewPrevious", "chevron-left", self.tr("上一页"), self.previous_page)
        self.next_button = self.tool("previewNext", "chevron-right", self.tr("下一页"), self.next_page)
        self.bar.addWidget(self.previous_button)
        self.bar.addWidget(self._count)
        self.bar.addWidget(self.next_button)
        self.bar.addStretch(1)
        self.bar.addWidget(self.tool("previewSmaller", "zoom-out", self.tr("缩小"), self.smaller))
        self.bar.addWidget(self.tool("previewLarger", "zoom-in", self.tr("放大"), self.larger))
        self.bar.addWidget(self.tool("previewFit", "move-horizontal", self.tr("适合宽度"), self.fit))

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def page_total(self) -> int:
        """How many pages there are; 0 while nothing is shown."""
        return self._pages

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show a PDF from its first page; None empties the preview."""
        self._pdf = pdf
        self._pages = self._page = 0
        self._label.clear()
        self._tell_count()
        if pdf is not None:
            self._tasks.run(
                partial(_count_pages, pdf),
                on_done=partial(self._counted, pdf),
                owner=self,
                progress_title=self.tr("正在打开预览…"),
            )

    @Slot()
    def next_page(self) -> None:
        """Turn on."""
        self._turn(self._page + 1)

    @Slot()
    def previous_page(self) -> None:
        """Turn back."""
        self._turn(self._page - 1)

    @property
    def has_content(self) -> bool:
        """Whether there are pages."""
        return self._pdf is not None and self._pages > 0

    def fitting(self) -> int:
        """Return the percent at which the page is as wide as the room for it."""
        room = max(self.area.width() - current_theme().px(52), 200)  # margins and a scroll bar that may come
        return max(round(room / (self._inches * _SCREEN_DPI) * 100), _SMALLEST_FIT)

    def _turn(self, page: int) -> None:
        if 0 <= page < self._pages:
            self._page = page
            self.draw()

    def _counted(self, pdf: bytes, pages: int) -> None:
        if pdf is self._pdf:
            self._pages = pages
            self.draw()

    @Slot()
    def draw(self) -> None:
        """Draw the page."""
        self._tell_count()
        if self._pdf is None or not self._pages:
            return
        ratio = self.devicePixelRatioF()
        dpi = round(_SCREEN_DPI * self.percent() / 100 * ratio)
        work = partial(_page_image, self._pdf, self._page, dpi)
        self._tasks.run(work, on_done=partial(self._show_image, self._pdf, self._page, dpi), owner=self)

    def _show_image(self, pdf: bytes, page: int, dpi: int, image: QImage) -> None:
        if pdf is not self._pdf or page != self._page:
            return
        inches = image.width() / dpi
        if abs(inches - self._inches) > _SAME_WIDTH:  # the page lies across, or stands again: fit that one
            self._inches = inches
            if self.is_fitted:
                self.draw()
                return
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._label.setPixmap(picture)

    def _tell_count(self) -> None:
        text = (
            self.tr("第 {page} 页，共 {total} 页").format(page=self._page + 1, total=self._pages) if self._pages else ""
        )
        self._count.setText(text)
        self._label.setAccessibleName(text)
        self.previous_button.setEnabled(self._page > 0)
        self.next_button.setEnabled(self._page + 1 < self._pages)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn pages, too, by keys."""
        turn = {Qt.Key.Key_PageDown: self.next_page, Qt.Key.Key_PageUp: self.previous_page}.get(Qt.Key(event.key()))
        if turn is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            turn()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw sharp again on a screen of another density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.draw()


def _count_pages(pdf: bytes, _progress: Progress) -> int:
    return page_count(pdf)


def _page_image(pdf: bytes, page: int, dpi: int, _progress: Progress) -> QImage:
    drawn = page_image(pdf, page, dpi)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    return image.copy()  # the pixels belong to Python and go with ``drawn``

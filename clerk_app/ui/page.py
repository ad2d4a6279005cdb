"""What a page of the navigation is, and the two shapes of a form: a page of its own, and a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError, UserError
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.ask import ask_leave
from clerk_app.ui.form_behaviour import ENTER, FormBehaviour
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.body_area import BodyArea
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.command_row import CommandRow
from clerk_app.ui.widgets.draft_keeper import DraftKeeper
from clerk_app.ui.widgets.field import FieldSet
from clerk_app.ui.widgets.strips import ErrorStrip, Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


class Page(QWidget):
    """A page. Subclasses build their widgets into ``self.body`` (a QVBoxLayout with the page's margins) and override the rest.

    ``kinds`` are the kinds of record it can show for ``context.open``; ``shows`` the record tables it must reload for.
    The page's commands go to ``self.commands``, a row at the top right, or two where one is too narrow; the primary button stands last.
    """

    name: str = ""
    kinds: frozenset[str] = frozenset()
    shows: frozenset[str] = frozenset()
    title_changed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"{self.name}Page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme = current_theme()
        self.error_strip = ErrorStrip(self)
        self.commands = CommandRow(self)
        self.commands.hide()  # until there is one; an empty row would take room
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        outer.setSpacing(theme.px(12))
        outer.addWidget(self.commands)
        outer.addWidget(self.error_strip)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(16))
        outer.addLayout(self.body, 1)

    @property
    def title(self) -> str:
        """The words of the top bar; empty takes the navigation's word."""
        return ""

    def take_focus(self) -> None:
        """Be ready for keys when the page is shown; a page with a filter or a form goes to its first field."""
        self.setFocus()

    def reload(self, changed: frozenset[str]) -> None:
        """Read anew; called when first shown and after records of ``shows`` have changed. The page starts its own task."""

    def may_leave(self) -> bool:
        """Whether the clerk may go elsewhere now; asks when something would be lost."""
        return True

    def show_record(self, kind: str, record_id: str) -> None:
        """Show one record of ``kinds``."""

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Return further states worth a picture, by name; each function brings the page there (it may start tasks)."""
        return {}

    def show_error(self, error: ClerkError) -> None:
        """Say what is wrong at the top of the page."""
        self.error_strip.show_error(error)


def scrolling(content: QWidget) -> QScrollArea:
    """Return a scroll area round a form that may be taller than the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    content.setObjectName(content.objectName() or "pageBody")
    area.setWidget(content)
    return area


class FormDialog(QDialog):
    """A short form in its own window. Subclasses fill ``self.body``, then call ``start(fields)``; they override ``save``.

    The body scrolls where the screen is too low for it. ``save`` reads the fields, and ends with ``self.accept()``, or raises UserError, which is shown at its field.
    """

    def __init__(self, name: str, title: str, *, save_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        self.error_strip = ErrorStrip(self)
        self.area = BodyArea(self)
        self.body = self.area.body
        self.save_button = PrimaryButton("dialogSave", save_text or self.tr("保存"))
        self.cancel_button = Button("dialogCancel", self.tr("取消"))
        self.form: FormBehaviour | None = None
        self.fields = FieldSet(parent=self)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        outer.setSpacing(theme.px(16))
        outer.addWidget(self.error_strip)
        outer.addWidget(self.area, 1)
        outer.addLayout(self.buttons)
        self.save_button.clicked.connect(self.try_save)
        self.cancel_button.clicked.connect(self.leave)

    def add_other_way(self, button: Button) -> None:
        """Put a button for the other decision at the left of the foot, where it is in sight however long the form is."""
        self.buttons.insertWidget(0, button)
        QWidget.setTabOrder(self.cancel_button, button)

    def start(self, fields: FieldSet) -> None:
        """Take in the fields once they are built."""
        self.fields = fields
        fields.mark_saved()
        self.form = FormBehaviour(self, fields, save=self.try_save, leave=self.leave, strip=self.error_strip)
        self.save_button.installEventFilter(self)
        QWidget.setTabOrder(self.save_button, self.cancel_button)  # Enter after the last field is for saving

    def save(self) -> None:
        """Do what the form is for."""
        raise NotImplementedError

    @Slot()
    def try_save(self) -> None:
        """Save; an error of the clerk's stands at its field."""
        self.error_strip.hide()
        self.fields.clear_errors()
        try:
            self.save()
        except UserError as error:
            self.show_error(error)

    def show_error(self, error: UserError) -> None:
        """Show an error at its field, or at the top."""
        if not self.fields.show_error(error):
            self.error_strip.show_error(error)

    @Slot()
    def leave(self) -> None:
        """Close; asks only if something would be lost."""
        if not self.fields.is_changed or ask_leave(self):
            super().reject()

    def reject(self) -> None:
        """Esc and the cross go the same way."""
        self.leave()

    def event(self, event: QEvent) -> bool:
        """Make room when a strip above the body appears: higher as far as the screen allows, then the body scrolls."""
        is_layout = event.type() == QEvent.Type.LayoutRequest
        if is_layout:
            self.area.look()
        result = super().event(event)
        if is_layout and self.isVisible():
            self._grow()
        return result

    def _grow(self) -> None:
        """Take the height that wrapped words above the body want: a window's layout does not ask for it by itself."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            wanted = min(layout.totalHeightForWidth(self.width()), self.screen().availableSize().height())
            if wanted > self.height():
                self.resize(self.width(), wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Go up when an error has made it grow beyond the lower edge of the screen: its buttons must stay in sight."""
        super().resizeEvent(event)
        below = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if below > 0 and self.isVisible():
            self.move(self.x(), max(self.y() - below, self.screen().availableGeometry().top()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Enter on the save button save."""
        is_enter = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER
        if watched is self.save_button and is_enter and self.save_button.isEnabled():
            self.save_button.click()
            return True
        return super().eventFilter(watched, event)


class FormPage(Page):
    """A page that is a form. Subclasses build it, then call ``start(fields)``; they override ``save`` and ``left``.

    ``content``, ``restore`` and ``is_changed`` may be widened for parts that are not fields. ``keep_draft(key)`` turns on drafts.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.fields = FieldSet(parent=self)
        self.form: FormBehaviour | None = None
        self.draft_strip = Strip("draftStrip", button=self.tr("丢弃"), parent=self)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(1, self.draft_strip)
        self.draft_strip.acted.connect(self._discard_draft)

    def start(self, fields: FieldSet) -> None:
        """Take in the fields once they are built; call it again after building others."""
        self.fields = fields
        fields.mark_saved()
        if self.form is not None:
            self.form.deleteLater()
        self.form = FormBehaviour(self, fields, save=self.try_save, leave=self.leave, strip=self.error_strip)

    def save(self) -> None:
        """Do what the form is for: start a task, and call ``saved`` when it is done. May raise UserError."""
        raise NotImplementedError

    def left(self) -> None:
        """Go back to what the page showed before the form."""

    def content(self) -> dict[str, Any]:
        """Return what a draft keeps."""
        return dict(self.fields.content())

    def restore(self, content: Mapping[str, Any]) -> None:
        """Put a draft back."""
        self.fields.restore(content)

    @property
    def is_changed(self) -> bool:
        """Whether leaving would lose something."""
        return self.fields.is_changed

    def saved(self, message: str) -> None:
        """Call when it is saved: the draft goes, the foot says so."""
        self.fields.mark_saved()
        self._forget_draft()
        self.context.status(message, Tone.DONE)

    def keep_draft(self, key: str) -> None:
        """Keep this form's content under a key from now on; one left from before a crash is put back and announced."""
        if self.form is None:
            raise RuntimeError("call start(fields) first")
        keeper = self.form.keep_draft(partial(self._store_draft, key), self.content)
        workspace = self.context.workspace
        self.context.tasks.run(
            partial(_load_draft, workspace, key), on_done=partial(self._put_back, keeper), owner=keeper
        )

    def _store_draft(self, key: str, content: Mapping[str, object] | None) -> None:
        self.context.tasks.run(partial(_keep_draft, self.context.workspace, key, content), must_end=True)

    def _put_back(self, keeper: DraftKeeper, content: dict[str, object] | None) -> None:
        if content is not None and not self.is_changed:
            self.restore(content)
            keeper.adopt(content)
            self.draft_strip.tell(self.tr("已恢复上次未保存的内容"), Tone.DUE)

    @Slot()
    def try_save(self) -> None:
        """Save; an error of the clerk's stands at its field."""
        self.error_strip.hide()
        self.fields.clear_errors()
        try:
            self.save()
        except UserError as error:
            self.show_user_error(error)

    def show_user_error(self, error: UserError) -> None:
        """Show an error at its field or at the top; give it to ``tasks.run(on_error=…)``."""
        if not self.fields.show_error(error):
            self.show_error(error)

    @Slot()
    def leave(self) -> None:
        """Go back; asks only if something would be lost."""
        if self.may_leave():
            self.left()

    def may_leave(self) -> bool:
        """Ask when something would be lost; the draft goes with the answer."""
        if self.is_changed and not ask_leave(self):
            return False
        self._forget_draft()
        self.fields.mark_saved()
        return True

    def _forget_draft(self) -> None:
        self.draft_strip.hide()
        if self.form is not None and self.form.draft is not None:
            self.form.draft.clear()

    @Slot()
    def _discard_draft(self) -> None:
        self._forget_draft()
        self.fields.mark_saved()
        self.left()


def _load_draft(workspace: Workspace, key: str, _progress: Progress) -> dict[str, object] | None:
    from clerk_app.services.drafts import load_draft  # noqa: PLC0415 - services cost a second of start-up

    return load_draft(workspace, key)


def _keep_draft(workspace: Workspace, key: str, content: Mapping[str, object] | None, _progress: Progress) -> None:
    from clerk_app.services.drafts import discard_draft, save_draft  # noqa: PLC0415 - services cost a second of start-up

    if content is None:
        discard_draft(workspace, key)
    else:
        save_draft(workspace, key, content)

"""The page 文书: choose, look, print; and the list of what was printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.errors import UserError
from clerk_app.services.notices import CONTRIBUTION_NOTICE, HOUSEHOLD_FORM, OVERPAYMENT_FORM, Deliver, Issued
from clerk_app.services.papers import DocumentRow
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.paper_copy import CopyDialog, Wanted
from clerk_app.ui.dialogs.paper_void import VoidDialog
from clerk_app.ui.page import Page, scrolling
from clerk_app.ui.pages.papers.choosing import Choosing
from clerk_app.ui.pages.papers.delivery import Delivery, Paper
from clerk_app.ui.pages.papers.placeholder import Placeholder
from clerk_app.ui.pages.papers.printed import PrintedList
from clerk_app.ui.pages.papers.requests import (
    INTERNAL,
    MOST_PREVIEWED,
    NOTICE,
    OVERPAYMENT,
    PUBLIC,
    Choice,
    Prepared,
    issue,
    prepare,
    reprint,
    void,
)
from clerk_app.ui.pages.papers.words import form_title, unprintable_words
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, DangerButton, PrimaryButton
from clerk_app.ui.widgets.pdf_preview import PdfPreview
from clerk_app.ui.widgets.segments import Segments
from clerk_app.ui.widgets.strips import Strip

_FORMS: Final = {HOUSEHOLD_FORM: INTERNAL, CONTRIBUTION_NOTICE: NOTICE, OVERPAYMENT_FORM: OVERPAYMENT}
_ISSUE, _PRINTED = "issue", "printed"
_NARROW_FROM: Final = 140


class PapersPage(Page):
    """Two views: choosing with a preview, and the list of prints.

    ``show_record("document", …)`` takes a document's id, ``household-form:<household id>``, ``contribution-notice:<household id>``, or
    ``overpayment-form:<household id>/<follow-up id>``.
    """

    name = "papers"
    kinds = frozenset({"document"})
    shows = frozenset({Changed.DOCUMENT, Changed.HOUSEHOLD, Changed.PERSON, Changed.CONTRIBUTION, Changed.VILLAGE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.prepared: Prepared | None = None
        self._turn = 0
        self.delivery = Delivery(context, self, self.show_error)
        self._build_commands()
        self._build_views()
        self._connect()
        self._show_view()
        self._refresh()

    # building

    def _build_commands(self) -> None:
        self.views = Segments("paperViews", [(_ISSUE, self.tr("开具文书")), (_PRINTED, self.tr("已打印的文书"))])
        self.views.set_value(_ISSUE)
        self.save_button = Button("paperSave", self.tr("保存 PDF"), icon_name="save", shortcut="Ctrl+S")
        self.print_button = PrimaryButton("paperPrint", self.tr("打印"), icon_name="printer", shortcut="Ctrl+P")
        self.void_button = DangerButton("paperVoid", self.tr("作废"), icon_name="ban")
        self.copy_button = PrimaryButton("paperCopy", self.tr("重印"), icon_name="copy")
        self.commands.addWidget(self.views, 1)
        for button in (self.save_button, self.print_button, self.void_button, self.copy_button):
            self.commands.addWidget(button)
        self.delivery.lock_meanwhile(self.save_button, self.print_button)

    def _build_views(self) -> None:
        theme = current_theme()
        self.choosing = Choosing(self.context)
        self.note = Strip("paperNote")
        self.warning = Strip("paperWarning")
        self.preview = PdfPreview(self.context.tasks)
        self.empty = Placeholder()
        self.right = QStackedWidget()
        self.right.setObjectName("paperPreview")
        self.right.addWidget(self.empty)
        self.right.addWidget(self.preview)
        issuing = QWidget()
        row = QHBoxLayout(issuing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        left = scrolling(self.choosing)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFixedWidth(theme.px(380) if theme.scale < _NARROW_FROM else theme.px(344))
        row.addWidget(left)
        shown = QVBoxLayout()  # the strips stand over the preview: the list must not move while rows are being marked
        shown.setSpacing(theme.px(8))
        for strip in (self.warning, self.note):
            shown.addWidget(strip)
        shown.addWidget(self.right, 1)
        row.addLayout(shown, 1)
        self.printed = PrintedList(self.context)
        self.stack = QStackedWidget()
        self.stack.addWidget(issuing)
        self.stack.addWidget(self.printed)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.views.edited.connect(self._show_view)
        self.choosing.touched.connect(self._outdate)
        self.choosing.changed.connect(self._refresh)
        self.choosing.form.edited.connect(self._name_command)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.printed.copy_wanted.connect(self._ask_copy)
        self.printed.current_changed.connect(self._allow_for)
        self.copy_button.clicked.connect(self._copy_current)
        self.void_button.clicked.connect(self._void_current)

    # the frame

    def take_focus(self) -> None:
        """Begin at the search for a household, or at the filter of the list."""
        (self.printed if self.views.value == _PRINTED else self.choosing).filter.setFocus()

    def reload(self, changed: frozenset[str]) -> None:
        """Read anew what has changed; a fresh print changes only the list."""
        if changed - {Changed.DOCUMENT}:
            self.choosing.reload()
        self.printed.reload()

    def show_record(self, kind: str, record_id: str) -> None:  # noqa: ARG002 - one kind
        """Show a document in the list, or a form for a household in the preview."""
        form, colon, household_id = record_id.partition(":")
        if colon and form in _FORMS:
            self.views.set_value(_ISSUE)
            household_id, _, about = household_id.partition("/")
            self.choosing.choose(_FORMS[form], household_id, about or None)
        else:
            self.views.set_value(_PRINTED)
            self.printed.show_document(record_id)

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Return the further states worth a picture."""
        return {
            "form": partial(self._scene, INTERNAL),
            "notice": partial(self._scene, NOTICE),
            "printed": self._scene_list,
        }

    def _scene(self, form: str) -> None:
        row = self.choosing.model.record(0)
        if row is not None:
            self.views.set_value(_ISSUE)
            self.choosing.choose(form, row.id)
            self._refresh()

    def _scene_list(self) -> None:
        self.views.set_value(_PRINTED)

    @Slot()
    def _show_view(self) -> None:
        is_list = self.views.value == _PRINTED
        self.stack.setCurrentIndex(1 if is_list else 0)
        self.save_button.setVisible(not is_list)
        self.print_button.setVisible(not is_list)
        self.void_button.setVisible(is_list)
        self.copy_button.setVisible(is_list)
        self._allow_for(self.printed.current())
        self._name_command()
        self.take_focus()

    @Slot()
    def _name_command(self) -> None:
        """Say on the button which version goes to the printer: internal and public are two commands."""
        words = {
            INTERNAL: self.tr("打印内部表"),
            PUBLIC: self.tr("打印公示表"),
            NOTICE: self.tr("打印通知单"),
            OVERPAYMENT: self.tr("打印追缴单"),
        }
        text = words.get(self.choosing.form.value, "")
        self.print_button.setText(text)
        self.print_button.setShortcut("Ctrl+P")  # Qt lets a shortcut go with the words
        self.print_button.setToolTip(f"{text}  Ctrl+P")
        self.print_button.setAccessibleName(text)

    # choosing and looking

    @Slot()
    def _refresh(self) -> None:
        """Make the preview of what is chosen now; an older one that has not begun is left out."""
        self._turn += 1
        self._forget()
        self.choosing.fields.clear_errors()
        if self.choosing.is_empty:
            self._tell_nothing(
                self.tr("先选住户"),
                self.tr("在左边输入户主姓名、拼音首字母或户编号，按回车选中，这里就会显示要打印的样子。"),
            )
            return
        try:
            choice = self.choosing.choice()
        except UserError as error:
            self.choosing.fields.show_error(error)
            self._tell_nothing(self.tr("还不能预览"), message_of(error))
            return
        self.context.tasks.run(
            partial(self._prepare, self._turn, choice),
            on_done=self._show,
            on_error=partial(self._tell_why_not, self._turn),
            progress_title=self.tr("正在生成预览…"),
            owner=self,
        )

    @Slot()
    def _outdate(self) -> None:
        """Let nothing go out that was prepared for an earlier choice: a quick clerk's Ctrl+P must not print the last household."""
        self._turn += 1
        self.prepared = None
        self._allow_print()

    def _prepare(self, turn: int, choice: Choice, progress: Progress) -> Prepared | None:
        """In the database thread: nothing when the clerk has gone on meanwhile."""
        prepared = prepare(self.context.workspace, choice, progress) if turn == self._turn else None
        return prepared if turn == self._turn else None

    def _forget(self) -> None:
        self.prepared = None
        self.error_strip.hide()
        self.note.hide()
        self.warning.hide()
        self._allow_print()

    def _tell_nothing(self, title: str, text: str) -> None:
        self.empty.set_words(title, text)
        self.right.setCurrentWidget(self.empty)

    def _tell_why_not(self, turn: int, error: UserError) -> None:
        if turn != self._turn:
            return
        self.choosing.fields.show_error(error)
        self._tell_nothing(self.tr("没有要打印的"), message_of(error))

    def _show(self, prepared: Prepared | None) -> None:
        if prepared is None:
            return
        self.prepared = prepared
        self.choosing.show_batches(prepared.batches, prepared.batch)
        self.preview.show_pdf(prepared.pdf)
        self.right.setCurrentWidget(self.preview)
        self._allow_print()
        if prepared.unprintable:
            self.warning.tell(unprintable_words(prepared.unprintable), Tone.DUE)
        if words := self._note_words(prepared):
            self.note.tell(words)

    def _note_words(self, prepared: Prepared) -> str:
        """Say what the preview does not show: who gets none, how many batches, how many sheets more."""
        parts = []
        if prepared.wanted > 1:
            parts.append(self.tr("所选 {wanted} 户，发 {due} 户").format(wanted=prepared.wanted, due=prepared.due))
            if prepared.due < prepared.wanted:
                parts.append(self.tr("其余已缴清或不用缴"))
        if prepared.batches > 1:
            parts.append(
                self.tr("分 {batches} 批打印，这是第 {batch} 批 {n} 户").format(
                    batches=prepared.batches, batch=prepared.batch + 1, n=len(prepared.request.household_ids)
                )
            )
        if len(prepared.request.household_ids) > MOST_PREVIEWED:
            parts.append(self.tr("预览只显示前 {n} 户").format(n=MOST_PREVIEWED))
        return "；".join(parts)

    def _allow_print(self) -> None:
        self.print_button.setEnabled(self.prepared is not None)
        self.save_button.setEnabled(self.prepared is not None)

    # printing and saving

    def paper(self) -> Paper | None:
        """Return what is ready to go out, or None while nothing is."""
        prepared = self.prepared
        if prepared is None:
            return None
        return Paper(
            make=partial(_issue, self.context, prepared),
            name=self._paper_name(prepared),
            unprintable=prepared.unprintable,
        )

    def _paper_name(self, prepared: Prepared) -> str:
        request = prepared.request
        title = form_title(request.kind)
        if request.kind == HOUSEHOLD_FORM:
            title = self.tr("{form}（公示）").format(form=title) if request.masked else title
        return f"{title} {self.context.workspace.today()}"

    @Slot()
    def _print(self) -> None:
        paper = self.paper()
        if paper is not None:
            self.delivery.print_paper(paper)

    @Slot()
    def _save(self) -> None:
        paper = self.paper()
        if paper is not None:
            self.delivery.save_paper(paper)

    # what was printed

    @Slot(object)
    def _allow_for(self, row: DocumentRow | None) -> None:
        is_standing = row is not None and row.document.void_on is None
        self.copy_button.setEnabled(is_standing)
        self.void_button.setEnabled(is_standing)

    @Slot()
    def _copy_current(self) -> None:
        row = self.printed.current()
        if row is not None:
            self._ask_copy(row)

    @Slot(object)
    def _ask_copy(self, row: DocumentRow) -> None:
        """Show a fresh copy; it is recorded only when it goes out."""
        self.error_strip.hide()
        wanted = CopyDialog.ask(self, self.context, row)
        paper = Paper(
            make=partial(_reprint, self.context, row.document.id),
            name=f"{form_title(row.document.kind)} {row.document.number}",
        )
        if wanted is Wanted.PRINT:
            self.delivery.print_paper(paper)
        elif wanted is Wanted.SAVE:
            self.delivery.save_paper(paper)

    @Slot()
    def _void_current(self) -> None:
        row = self.printed.current()
        reason = VoidDialog.ask(self, row.document.number) if row is not None else None
        if row is None or reason is None:
            return
        self.context.tasks.run(
            partial(void, self.context.workspace, row.document.id, reason),
            on_done=self._tell_void,
            on_error=self.show_error,
            changed=frozenset({Changed.DOCUMENT}),
            owner=self,
            disable=(self.void_button,),
        )

    def _tell_void(self, number: str) -> None:
        self.context.status(self.tr("已作废 {number}").format(number=number))


def _issue(context: Context, prepared: Prepared, deliver: Deliver, progress: Progress) -> Issued:
    return issue(context.workspace, prepared.request, deliver, progress)


def _reprint(context: Context, document_id: str, deliver: Deliver, progress: Progress) -> Issued:
    return reprint(context.workspace, document_id, deliver, progress)

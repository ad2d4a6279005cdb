"""Comparing the county's fingerprint with the printed slip, then keeping its keys and answering on the stick."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRegularExpression, Qt, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import SituationError, UserError
from clerk_app.services.enrolment import Enrolment, Invited, enrol
from clerk_app.services.exchange import Exported, export_packet
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.page import FormDialog
from clerk_app.ui.tasks import Cancelled, Progress
from clerk_app.ui.theme import FIELD, Tone, current_theme
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldSet
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

_DIGITS: Final = 4
_COLUMNS: Final = 4
_ASKED: Final = 2
_ASKED_OF_ANOTHER: Final = 4
"""A village that knows a county already is asked for more of another one's fingerprint."""


def groups_to_ask(invited: Invited) -> tuple[int, ...]:
    """Choose which groups the clerk reads from the slip: others each time, so that the slip must be at hand."""
    asked = _ASKED_OF_ANOTHER if invited.known == "other" else _ASKED
    return tuple(sorted(secrets.SystemRandom().sample(range(len(invited.fingerprint.split())), asked)))


class EnrolDialog(FormDialog):
    """Shows who invites, and the fingerprint with some groups left out, which must be typed from the slip.

    ``enrolled`` is what was kept, ``written`` the packet that answers (None: the stick did not take it; ``trouble`` says why).
    """

    def __init__(self, context: Context, invited: Invited, source: Path, parent: QWidget | None = None) -> None:
        super().__init__("enrolDialog", "", parent=parent)
        self._context = context
        self._invited = invited
        self._source = source
        self.asked = groups_to_ask(invited)
        self.enrolled: Enrolment | None = None
        self.written: Exported | None = None
        self.trouble: SituationError | None = None
        self.setWindowTitle(self.tr("登记县里"))
        self.save_button.setText(self.tr("登记并写回优盘"))
        self.save_button.setAccessibleName(self.tr("登记并写回优盘"))
        self._build()

    def _build(self) -> None:
        theme = current_theme()
        invited = self._invited
        facts = _words(
            self.tr("{county}（区划代码 {region}）邀请 {village}　{made} 制作").format(
                county=invited.county, region=invited.region, village=invited.village, made=invited.made_on
            )
        )
        facts.setObjectName("enrolFacts")
        facts.setFont(theme.font(bold=True))
        self.body.addWidget(facts)
        if invited.known == "other":
            strip = Strip("enrolOther")
            strip.tell(
                self.tr("本村已登记过县里，这份邀请的指纹和那次的不同。除非县里当面说过要换，否则不要登记。"),
                Tone.OVERDUE,
            )
            self.body.addWidget(strip)
        self.body.addWidget(
            _words(
                self.tr(
                    "拿出县里给的指纹纸条，逐组对照；空着的几组照纸条填。有一组不一样，就不要登记，马上打电话问县里。"
                )
            )
        )
        self.body.addWidget(self._panel())
        note = _words(self.tr("登记后会把一个报送包写回这个优盘，请和“本机指纹单”一起带到县里，等县里准入。"))
        note.setProperty("role", "hint")
        self.body.addWidget(note)
        self.start(FieldSet(self._fields, self))
        self._fields[0].editor.setFocus()

    def _panel(self) -> QFrame:
        theme = current_theme()
        panel = QFrame()
        panel.setObjectName("enrolFingerprint")
        panel.setAccessibleName(self.tr("县里的指纹"))
        panel.setProperty("role", "panel")
        grid = QGridLayout(panel)
        grid.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(4))
        for column in range(_COLUMNS):
            grid.setColumnMinimumWidth(column, theme.px(116))
        for row in range(2):
            grid.setRowMinimumHeight(row, theme.px(84))  # room for what is wrong below a field
        self._fields: list[Field] = []
        for place, digits in enumerate(self._invited.fingerprint.split()):
            label = self.tr("第 {n} 组").format(n=place + 1)
            if place in self.asked:
                editor = LineEdit(longest=_DIGITS)
                editor.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9]*"), editor))
                field = Field(f"group_{place}", label, editor, width=88)
                self._fields.append(field)
                grid.addWidget(field, *divmod(place, _COLUMNS))
            else:
                grid.addWidget(_group(place, label, digits), *divmod(place, _COLUMNS))
        return panel

    @property
    def typed(self) -> str:
        """The whole fingerprint, with what the clerk typed in its places."""
        groups = self._invited.fingerprint.split()
        for field, place in zip(self._fields, self.asked, strict=True):
            groups[place] = field.editor.raw.strip()
        return " ".join(groups)

    def save(self) -> None:
        """Compare, keep, and answer on the stick; raises UserError where a group is not whole."""
        for field in self._fields:
            if len(field.editor.raw.strip()) != _DIGITS:
                raise UserError("要 4 位数字。", field=field.name)
        wrong = [
            field
            for field, place in zip(self._fields, self.asked, strict=True)
            if field.editor.raw.strip() != self._invited.fingerprint.split()[place]
        ]
        if wrong:
            for field in wrong:
                field.show_error(self.tr("不一样"))
            wrong[0].editor.setFocus()
            raise UserError("和邀请文件里的指纹不一样：再看一遍纸条；确实不一样就不要登记，马上打电话问县里。")
        self._context.tasks.run(
            partial(_enrol, self._context.workspace, self._source, self.typed),
            on_done=self._tell,
            on_error=self.show_error,
            changed=frozenset({Changed.VILLAGE, Changed.PACKET}),
            progress_title=self.tr("正在登记，请不要拔优盘…"),
            owner=self,
            disable=(self.save_button,),
        )

    def _tell(self, done: tuple[Enrolment, Exported | None, SituationError | None]) -> None:
        self.enrolled, self.written, self.trouble = done
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, invited: Invited, source: Path) -> EnrolDialog | None:
        """Ask; return the dialog with what came of it, None when the clerk thought better of it."""
        dialog = cls(context, invited, source, parent)
        answer = dialog.exec()
        dialog.deleteLater()
        return dialog if answer else None

    @Slot()
    def leave(self) -> None:
        """Close without asking: eight digits are soon typed again."""
        self.fields.mark_saved()
        super().leave()


def _group(place: int, label: str, digits: str) -> QWidget:
    theme = current_theme()
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    head = QLabel(label)
    head.setProperty("role", "label")
    value = QLabel(digits)
    value.setObjectName(f"enrolGroup_{place}")
    value.setAccessibleName(f"{label} {digits}")
    value.setProperty("role", "figure")
    value.setFixedHeight(theme.px(FIELD))
    value.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    column.addWidget(head)
    column.addWidget(value)
    column.addStretch(1)
    return box


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(current_theme().px(480))
    return label


def _enrol(
    workspace: Workspace, source: Path, typed: str, progress: Progress
) -> tuple[Enrolment, Exported | None, SituationError | None]:
    done = enrol(workspace, source, typed)
    folder = source if source.is_dir() else source.parent
    try:
        return done, export_packet(workspace, folder, progress), None
    except SituationError as trouble:
        return done, None, trouble  # the county is known all the same; the packet can be written to any stick later
    except Cancelled:
        return done, None, None

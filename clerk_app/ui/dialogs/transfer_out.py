"""A household, or some of it, moves to another village: the consequences stand below the fields before anything is stored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.household import HouseholdFile
from clerk_app.errors import UserError
from clerk_app.services.transfer_out import TransferOutEntry, TransferPreview, preview_transfer_out, transfer_out
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.household_act import ActDialog
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import message_of, sentence_of
from clerk_app.ui.theme import ROW, Tone, current_theme
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace

_PAUSE_MS: Final = 250
_BOXES_A_ROW: Final = 4


class TransferOutDialog(ActDialog):
    """Who goes, where, from which day and why; everybody is ticked to begin with."""

    least_width = 640

    def __init__(self, context: Context, file: HouseholdFile, parent: QWidget | None = None) -> None:
        super().__init__(context, "transferOutDialog", "", parent=parent)
        self.setWindowTitle(self.tr("迁往外村"))
        self.save_button.setText(self.tr("办理迁出"))
        self._file = file
        self.preview: TransferPreview | None = None
        self._boxes = {
            member.person.id: Field(f"person_{place}", member.person.name, CheckBox(member.person.name), parent=self)
            for place, member in enumerate(file.members)
        }
        fields = self._fields()
        self.body.addWidget(FieldGrid((self.code, self.name, self.day, self.reason), columns=2))
        self._add_boxes()
        self.problem = Strip("transferProblem")
        self.body.addWidget(self.problem)
        self._told = QLabel()
        self._told.setObjectName("transferConsequences")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setMinimumHeight(current_theme().px(ROW * 5))
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._told, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self.start(FieldSet(fields, parent=self))
        self.fields.edited.connect(self._timer.start)
        self.code.editor.setFocus()
        self.look()

    def _add_boxes(self) -> None:
        """Show the boxes alone, close together; one person needs none."""
        who = QLabel(self.tr("迁出的人"))
        who.setProperty("role", "label")
        grid = QGridLayout()
        grid.setVerticalSpacing(current_theme().px(6))
        for place, box in enumerate(self._boxes.values()):
            box.hide()
            box.editor.set_raw("1")
            grid.addWidget(box.editor, place // _BOXES_A_ROW, place % _BOXES_A_ROW)
            box.editor.setVisible(len(self._boxes) > 1)
        who.setVisible(len(self._boxes) > 1)
        column = QVBoxLayout()
        column.setSpacing(current_theme().px(4))
        column.addWidget(who)
        column.addLayout(grid)
        self.body.addLayout(column)

    def _fields(self) -> list[Field]:
        code = LineEdit(placeholder=self.tr("12 位数字，如 532325100202"))
        self.code = Field("village_code", self.tr("迁入村的代码"), code, required=True)
        self.name = Field("village_name", self.tr("迁入村的名称"), LineEdit(placeholder=self.tr("如 花椒村")))
        self.day = Field(
            "moved_on", self.tr("从哪一天起算新村的人"), DateEdit(self.context.workspace.today), required=True
        )
        cast("DateEdit", self.day.editor).set_day(self.context.workspace.today())
        reason = LineEdit(placeholder=self.tr("整户搬迁、婚嫁、投靠亲属"))
        usual = [self.tr("整户搬迁"), self.tr("婚嫁"), self.tr("投靠亲属"), self.tr("易地搬迁安置")]
        finder = QCompleter(usual, reason)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        reason.setCompleter(finder)
        self.reason = Field("reason", self.tr("迁出原因"), reason, required=True)
        return [self.code, self.name, self.day, self.reason, *self._boxes.values()]

    @classmethod
    def ask(cls, parent: QWidget, context: Context, file: HouseholdFile) -> bool:
        """Run it; True when something was stored."""
        return cls(context, file, parent).run_and_go()

    def entry(self) -> TransferOutEntry:
        """Return what stands in the fields; raises UserError where a day is missing or nobody is ticked."""
        day = cast("DateEdit", self.day.editor).day(field="moved_on")
        if day is None:
            raise UserError("请填写从哪一天起算新村的人。", field="moved_on")
        chosen = tuple(key for key, box in self._boxes.items() if box.editor.raw)
        if not chosen:
            raise UserError("请选择要迁出的人。", field="people")
        return TransferOutEntry(
            household_id=self._file.household.id,
            village_code=self.code.editor.raw,
            village_name=self.name.editor.raw,
            moved_on=day,
            reason=self.reason.editor.raw,
            people=() if len(chosen) == len(self._boxes) else chosen,
        )

    @Slot()
    def look(self) -> None:
        """Say what would happen by what stands in the fields now."""
        try:
            entry = self.entry()
        except UserError as error:
            self._told.setText(message_of(error))
            return
        self.context.tasks.run(
            partial(_preview, self.context.workspace, entry),
            on_done=self._show,
            on_error=self.show_error,
            owner=self,
        )

    def _show(self, preview: TransferPreview) -> None:
        self.preview = preview
        self._told.setText("\n".join(f"· {sentence_of(line)}" for line in preview.consequences))
        # what is not filled in yet is plain to see; what the fields cannot mend is told
        fields = {field.name for field in self.fields}
        named = [problem for problem in preview.problems if problem.field not in fields]
        if named:
            self.problem.tell("\n".join(message_of(problem) for problem in named), Tone.DUE)
        else:
            self.problem.hide()

    def save(self) -> None:
        """Carry it out."""
        entry = self.entry()
        self.carry_out(partial(_move, self.context.workspace, entry), self.tr("已办理迁出，下次报送时告诉县里"))


def _preview(workspace: Workspace, entry: TransferOutEntry, _progress: Progress) -> TransferPreview:
    return preview_transfer_out(workspace, entry)


def _move(workspace: Workspace, entry: TransferOutEntry, _progress: Progress) -> None:
    transfer_out(workspace, entry)

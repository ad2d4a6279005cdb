"""A household from another village: who comes and with what, taken in with a number and group, or sent back with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.domain.codes import RELATIONS
from clerk_app.errors import UserError
from clerk_app.services.households import group_names, next_household_number
from clerk_app.services.incoming import IncomingHousehold, IncomingPerson, incoming_household
from clerk_app.services.transfer_in import TransferInEntry, decline, take_in
from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.household_act import ActDialog, ReasonDialog
from clerk_app.ui.dialogs.household_fields import GroupEdit
from clerk_app.ui.dialogs.member_choices import Relation, RelationCombo
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import relation_word, term
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.editors import LineEdit, TextEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet

if TYPE_CHECKING:
    from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OfferContent:
    """An offered household with what its form proposes."""

    incoming: IncomingHousehold
    next_number: str
    groups: tuple[str, ...]


def open_offer(context: Context, page: QWidget, offer_id: str) -> None:
    """Read an offered household and open its form over a page."""

    def show(content: OfferContent) -> None:
        TransferInDialog.ask(page, context, content)

    context.tasks.run(partial(read_offer, context.workspace, offer_id), on_done=show, owner=page)


class TransferInDialog(ActDialog):
    """Number and group of the new household; people without their head go into a household that is here, with new relations."""

    least_width = 680

    def __init__(self, context: Context, content: OfferContent, parent: QWidget | None = None) -> None:
        super().__init__(context, "transferInDialog", "", parent=parent)
        self.incoming = incoming = content.incoming
        self.setWindowTitle(self.tr("从外村迁入"))
        self.save_button.setText(self.tr("迁入"))
        self.say(self.tr("原村"), f"{incoming.from_name}（{incoming.from_code}）")
        self.say(
            self.tr("迁移"), self.tr("{day} 起算本村的人（{why}）").format(day=incoming.moved_on, why=incoming.reason)
        )
        self._say_people()
        self._say_past()
        self.number = Field("number", self.tr("户编号"), LineEdit(placeholder=content.next_number))
        group = GroupEdit()
        group.set_names(content.groups)
        self.group = Field("group", self.tr("村民小组"), group)
        self.address = Field("address", self.tr("住址"), LineEdit())
        self.into = Field("into", self.tr("并入的户编号"), LineEdit(), required=True)
        self._relations: dict[str, Field] = {}
        if incoming.has_head:
            fields = [self.number, self.group, self.address]
        else:
            self._relations = {one.person.id: _relation_field(place, one) for place, one in enumerate(incoming.people)}
            fields = [self.into, *self._relations.values()]
        self.body.addWidget(FieldGrid(tuple(fields), columns=3))
        self._decline = Button("transferDecline", self.tr("退回…"))
        self._decline.clicked.connect(self._send_back)
        self.start(FieldSet(fields, parent=self))
        self.add_other_way(self._decline)
        fields[0].editor.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, context: Context, content: OfferContent) -> bool:
        """Run it; True when something was stored."""
        return cls(context, content, parent).run_and_go()

    def _say_people(self) -> None:
        for one in self.incoming.people:
            paid = self.tr("{insurance} {years} 年")
            years = "；".join(
                paid.format(insurance=term(insurance.label), years="、".join(map(str, in_years)))
                for insurance, in_years in one.years
            )
            told = self.tr("{name}　{relation}　{birth} 出生").format(
                name=one.person.name, relation=relation_word(RELATIONS[one.relation]), birth=one.person.birth_on
            )
            label = QLabel(f"{told}　{self.tr('原村已缴：{years}').format(years=years)}" if years else told)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(label)

    def _say_past(self) -> None:
        lines = [
            self.tr("原村低保 {number}（{stage}）不随户转来，迁入后要在本村重新申请。").format(
                number=case.number, stage=term(case.stage.label)
            )
            for case in self.incoming.dibao
        ]
        lines.append(
            self.tr("原村的 {n} 条经办记录随户转来，只能查看；原村的缴费不计入本村的合计，同一年不用再缴。").format(
                n=self.incoming.acts
            )
        )
        if self.incoming.accounts or self.incoming.papers:
            lines.append(
                self.tr("银行账户 {accounts} 个、附件 {papers} 份随户转来，迁入后请核对是否还在用。").format(
                    accounts=len(self.incoming.accounts), papers=len(self.incoming.papers)
                )
            )
        note = QLabel("\n".join(lines))
        note.setObjectName("transferPast")
        note.setProperty("role", "hint")
        note.setWordWrap(True)
        self.body.addWidget(note)

    def save(self) -> None:
        """Take them in."""
        relations = {
            key: cast("RelationCombo", field.editor).require(field.name, self.tr("与户主关系")).value
            for key, field in self._relations.items()
        }
        if self._relations and not self.into.editor.raw.strip():
            raise UserError("请填写要并入的户编号。", field="into")
        entry = TransferInEntry(
            number=self.number.editor.raw,
            group=self.group.editor.raw,
            address=self.address.editor.raw,
            into=self.into.editor.raw,
            relations=relations,
        )
        self.carry_out(
            partial(_take_in, self.context.workspace, self.incoming.id, entry),
            self.tr("{head}一户已迁入").format(head=self.incoming.head),
        )

    @Slot()
    def _send_back(self) -> None:
        if DeclineDialog.ask(self, self.context, self.incoming):
            self.fields.mark_saved()
            self.accept()


class DeclineDialog(ReasonDialog):
    """Asks why a household goes back; the village it came from reads it."""

    def __init__(self, context: Context, incoming: IncomingHousehold, parent: QWidget | None = None) -> None:
        super().__init__(context, "transferDeclineDialog", parent)
        self._incoming = incoming
        told = self.tr("{head}一户退回{village}：本村不登记，原因由县里告诉对方村。").format(
            head=incoming.head, village=incoming.from_name
        )
        reason = TextEdit(placeholder=self.tr("例如：本村没有这一户，请核对村代码"))
        field = Field("reason", self.tr("退回的原因"), reason, required=True)
        self.build(self.tr("退回迁入"), self.tr("退回"), told, field)

    @classmethod
    def ask(cls, parent: QWidget, context: Context, incoming: IncomingHousehold) -> bool:
        """Ask; True when the household was sent back."""
        return cls(context, incoming, parent).run_and_go()

    def save(self) -> None:
        """Send it back."""
        reason = self.words("请填写退回的原因：对方村会看到。")
        self.carry_out(
            partial(_send_back, self.context.workspace, self._incoming.id, reason),
            self.tr("已退回，下次报送时告诉县里"),
            changed=frozenset({Changed.PACKET}),
        )


def _relation_field(place: int, one: IncomingPerson) -> Field:
    combo = RelationCombo(with_head=False)
    combo.sex = one.person.sex
    combo.set_code(Relation.of(one.relation))
    return Field(f"relation_{place}", one.person.name, combo)


def read_offer(workspace: Workspace, offer_id: str, _progress: Progress) -> OfferContent:
    """Read an offered household and what its form proposes, in the database thread."""
    return OfferContent(
        incoming=incoming_household(workspace, offer_id),
        next_number=next_household_number(workspace),
        groups=group_names(workspace),
    )


def _take_in(workspace: Workspace, offer_id: str, entry: TransferInEntry, _progress: Progress) -> None:
    take_in(workspace, offer_id, entry)


def _send_back(workspace: Workspace, offer_id: str, reason: str, _progress: Progress) -> None:
    decline(workspace, offer_id, reason)

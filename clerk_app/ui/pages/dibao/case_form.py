"""The fields of a case: application, income, property, and the class that the village proposes."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.domain.dibao import DibaoClass
from clerk_app.domain.household import HouseholdFile
from clerk_app.errors import UserError
from clerk_app.services.dibao import CaseEntry
from clerk_app.ui.context import Context
from clerk_app.ui.pages.dibao.history_list import HistoryList
from clerk_app.ui.pages.dibao.income_sheet import IncomeSheet
from clerk_app.ui.texts import term
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.date_edit import DateEdit
from clerk_app.ui.widgets.editors import CheckBox, LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.segments import Segments

_YES, _NO = "yes", "no"


class CaseForm(QWidget):
    """Builds the fields and reads them as an entry. ``class_chosen`` comes when the clerk chooses a class by hand."""

    class_chosen = Signal()

    def __init__(self, context: Context, household: HouseholdFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caseForm")
        today = context.workspace.today()
        people = [(m.person.id, m.person.name) for m in household.members if m.person.alive_on(today)]
        self.applied_on = DateEdit(context.workspace.today)
        self.reason = LineEdit(placeholder=self.tr("如 户主患重病，家里缺劳动力"))
        self.income = IncomeSheet(people)
        self.property_answer = Segments("property_within_limits", [(_YES, self.tr("是")), (_NO, self.tr("否"))])
        self.property_note = LineEdit(placeholder=self.tr("房屋、车辆、存款等，照实写"))
        self.hardship = CheckBox(self.tr("家庭生活常年困难"))
        self.village_class = Segments("village_class", [(code.value, term(code.label)) for code in DibaoClass])
        self.village_class.setAccessibleName(self.tr("村级建议类别"))
        self.village_reason = LineEdit(placeholder=self.tr("与规则不同时写明理由"), longest=500)
        self.propose_button = Button("proposeClass", self.tr("提出类别"), icon_name="stamp", shortcut="F9")
        self.history = HistoryList()
        self.facts = QLabel()
        self.reason_field = Field("village_reason", self.tr("理由"), self.village_reason)
        self.fields = self._field_set()
        self._lay_out()
        self.village_class.value_chosen.connect(self._tell_class)

    def _field_set(self) -> FieldSet:
        self._applied = Field("applied_on", self.tr("申请日期"), self.applied_on, required=True, width=170)
        self._reason = Field("application_reason", self.tr("申请理由"), self.reason)
        income = Field("income", "", self.income)  # type: ignore[arg-type]  # it has what a field needs of an editor
        income.layout().itemAt(0).widget().hide()  # type: ignore[union-attr]  # the section's title stands above it
        self.income.setAccessibleName(self.tr("家庭收入（一年）"))
        self._income = income
        self._property = Field(
            "property_within_limits", self.tr("家庭财产在规定限额内"), self.property_answer, required=True
        )
        self._property_note = Field("property_note", self.tr("财产说明"), self.property_note)
        self._hardship = Field("perennial_hardship", self.tr("家庭生活常年困难"), self.hardship)
        return FieldSet(
            (
                self._applied, self._reason, self._income, self._property, self._property_note, self._hardship,
                self.reason_field,
            ),
            self,
        )  # fmt: skip

    def _lay_out(self) -> None:
        theme = current_theme()
        application = Section(self.tr("申请"), name="caseApplication")
        self.facts.setObjectName("dibaoFacts")
        self.facts.setProperty("role", "hint")
        application.add_aside(self.facts)
        line = QHBoxLayout()
        line.setSpacing(theme.px(16))
        line.addWidget(self._applied)
        line.addWidget(self._reason, 1)
        application.add(line)
        income = Section(self.tr("家庭收入（一年）"), name="caseIncome")
        income.add(self._income)
        wealth = Section(self.tr("家庭财产和困难"), name="caseProperty")
        wealth.add(FieldGrid((self._property, self._property_note, self._hardship), columns=3))
        proposal = Section(self.tr("村级建议"), name="caseProposal")
        choice = QHBoxLayout()
        choice.setSpacing(theme.px(12))
        choice.addWidget(self.village_class, 1)
        choice.addWidget(self.propose_button)
        proposal.add(choice)
        proposal.add(self.reason_field)
        told = Section(self.tr("办理记录"), name="caseHistory")
        told.add(self.history)
        self.sections = (application, income, wealth, proposal)
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(16))
        for section in (*self.sections, told):
            column.addWidget(section)
        column.addStretch(1)

    # what stands in it

    def entry(self) -> CaseEntry:
        """Return what is entered; raises UserError at the field that is wrong."""
        applied_on = self.applied_on.day(field="applied_on")
        if applied_on is None:
            raise UserError("请填写申请日期。", field="applied_on")
        return CaseEntry(
            applied_on=applied_on,
            application_reason=self.reason.value,
            property_within_limits={_YES: True, _NO: False}.get(self.property_answer.value),
            property_note=self.property_note.value,
            perennial_hardship=self.hardship.isChecked(),
            income=self.income.entries(),
        )

    def set_entry(self, entry: CaseEntry) -> None:
        """Show a stored application."""
        self.applied_on.set_day(entry.applied_on)
        self.reason.setText(entry.application_reason)
        self.income.set_entries(entry.income)
        answer = {True: _YES, False: _NO, None: ""}[entry.property_within_limits]
        self.property_answer.set_value(answer)
        self.property_note.setText(entry.property_note)
        self.hardship.setChecked(entry.perennial_hardship)

    @property
    def chosen_class(self) -> DibaoClass | None:
        """The class that the village proposes, None where none is chosen."""
        return DibaoClass.of(self.village_class.value) if self.village_class.value else None

    def choose_class(self, dibao_class: DibaoClass | None) -> None:
        """Choose a class."""
        self.village_class.set_value("" if dibao_class is None else dibao_class.value)

    def ask_reason(self, rule_class: DibaoClass | None) -> None:
        """Show the field for the reason where the village's class is not the rule's."""
        chosen = self.chosen_class
        differs = rule_class is not None and chosen is not None and chosen is not rule_class
        self.reason_field.setVisible(differs)
        if differs and rule_class is not None:
            hint = self.tr("规则算出的是“{rule}”：两者不同时请写明理由。")
            self.reason_field.set_hint(hint.format(rule=term(rule_class.label)))

    def set_open(self, *, is_open: bool) -> None:
        """Let the fields be changed, or only be read once the county has decided."""
        for section in self.sections:
            section.setEnabled(is_open)

    @Slot()
    def _tell_class(self) -> None:
        self.class_chosen.emit()

"""The part 登记: which county this village reports to, its fingerprint and ours, and how the county stands to this laptop."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.services.enrolment import Enrolment, Invited, look_at_invitation
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.exchange_enrol import EnrolDialog
from clerk_app.ui.pages.exchange.places import Place, PlaceList, room_words
from clerk_app.ui.pages.exchange.slips import SlipPrinter, fingerprint_paper
from clerk_app.ui.pages.exchange.view import Desk, ExchangeView
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from clerk_app.ui.widgets.chip import Chip, ChipState
from clerk_app.ui.widgets.section import Section
from clerk_app.ui.widgets.strips import Strip

if TYPE_CHECKING:
    from clerk_app.services.exchange_desk import Familiar
    from clerk_app.services.workspace import Workspace


class EnrolView(ExchangeView):
    """Once for a village: the invitation comes by stick, the fingerprint on paper.

    ``packet_written(place, exported)`` when the answer stands on the stick.
    """

    name = "enrol"
    packet_written = Signal(object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._familiar: Familiar | None = None
        self._given: tuple[Place, ...] = ()
        self.slips = SlipPrinter(context, self, self.fail)
        self.done_strip = Strip("enrolDone")
        self.print_button = Button("enrolPrint", self.tr("打印本机指纹单"), icon_name="printer", shortcut="Ctrl+P")
        self.enrol_button = PrimaryButton("enrolStart", self.tr("登记县里…"), icon_name="key-round", shortcut="Ctrl+S")
        self.buttons = (self.print_button, self.enrol_button)
        self.folder_button = QuietButton("enrolFolder", self.tr("选择文件夹"), icon_name="folder-open")
        self.places = PlaceList("enrolPlaces", self.tr("邀请在哪里"), self._words)
        self._lay_out()
        self.places.place_changed.connect(self._allow)
        self.enrol_button.clicked.connect(self.start)
        self.folder_button.clicked.connect(self._ask_folder)
        self.print_button.clicked.connect(self._print_slip)
        self._allow()

    def _lay_out(self) -> None:
        theme = current_theme()
        self.county = Section(self.tr("本村向哪里报送"), name="enrolCounty")
        self.county.keep_level()
        self.county.add(self._facts())
        where = Section(self.tr("邀请在哪里"), name="enrolWhere")
        where.add_aside(self.folder_button)
        where.add(self.places, 1)
        self.steps = Section(self.tr("怎么登记"), name="enrolHow")
        self.steps.keep_level()
        steps = QLabel(
            self.tr(
                "一、县里给一个有邀请的优盘和一张指纹纸条。\n"
                "二、插上优盘，点“登记县里…”，照纸条核对指纹。\n"
                "三、报送包写回优盘，连同“本机指纹单”带到县里。\n"
                "四、县里核对本机指纹后准入，给回执；回来在“导入”里导入。"
            )
        )
        steps.setObjectName("enrolSteps")
        steps.setWordWrap(True)
        self.steps.add(steps)
        right = QVBoxLayout()
        right.setSpacing(theme.px(16))
        right.addWidget(self.steps)
        right.addWidget(where, 1)
        halves = QHBoxLayout()
        halves.setSpacing(theme.px(32))
        halves.addWidget(self.county, 1, Qt.AlignmentFlag.AlignTop)
        halves.addLayout(right, 1)
        self.body.addWidget(self.done_strip)
        self.body.addLayout(halves, 1)

    def _facts(self) -> QFrame:
        theme = current_theme()
        panel = QFrame()
        panel.setProperty("role", "panel")
        grid = QGridLayout(panel)
        grid.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(12))
        grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}
        self.standing = Chip(ChipState(""))
        self.standing.setObjectName("enrolStanding")
        names = (
            ("county", self.tr("县")),
            ("fingerprint", self.tr("县里的指纹")),
            ("checked", self.tr("指纹核对")),
            ("enrolled_on", self.tr("登记日期")),
            ("own", self.tr("这台电脑的指纹")),
        )
        for row, (name, label) in enumerate(names):
            grid.addWidget(_label(label, role="label"), row, 0, Qt.AlignmentFlag.AlignTop)
            value = _label("")
            value.setObjectName(f"enrol_{name}")
            value.setWordWrap(True)
            self._values[name] = value
            grid.addWidget(value, row, 1)
        grid.addWidget(_label(self.tr("县里对这台电脑"), role="label"), len(names), 0)
        grid.addWidget(self.standing, len(names), 1, Qt.AlignmentFlag.AlignLeft)
        self._next = _label("", role="hint")
        self._next.setObjectName("enrolNext")
        self._next.setWordWrap(True)
        grid.addWidget(self._next, len(names) + 1, 0, 1, 2)
        return panel

    # showing

    def take_focus(self) -> None:
        """Begin at the places."""
        (self.places.list if self.places.places else self.folder_button).setFocus()

    def show_desk(self, desk: Desk) -> None:
        """Show how things stand."""
        self._familiar = desk.familiar
        found = desk.enrolment
        none = self.tr("还没有登记")
        texts = {
            "county": self.tr("{county}（{region}）").format(county=found.county, region=found.region)
            if found
            else none,
            "fingerprint": found.fingerprint if found else "—",
            "checked": self._checked(found),
            "enrolled_on": str(found.enrolled_on) if found else "—",
            "own": desk.own_fingerprint,
        }
        for name, text in texts.items():
            self._values[name].setText(text)
        self.standing.set_state(self._standing(found))
        if found is not None and found.standing != "waiting":
            self.done_strip.hide()  # the county has answered since
        self._next.setText(self._what_next(found))
        self.steps.setVisible(found is None or found.standing == "waiting")
        self.places.show_places(self._given)
        self._allow()

    def _checked(self, found: Enrolment | None) -> str:
        if found is None:
            return "—"
        return self.tr("已照纸条核对") if found.checked else self.tr("▲ 还没有核对，请再登记一次，照纸条核对")

    def _standing(self, found: Enrolment | None) -> ChipState:
        if found is None:
            return ChipState(self.tr("未登记"), Tone.NEUTRAL)
        return {
            "admitted": ChipState(self.tr("已准入"), Tone.DONE),
            "revoked": ChipState(self.tr("已撤销"), Tone.OVERDUE),
        }.get(found.standing, ChipState(self.tr("等待准入"), Tone.DUE))

    def _what_next(self, found: Enrolment | None) -> str:
        if found is None:
            return self.tr("登记之前也可以照常办理，内容都留在本机，登记后一并报送。")
        if found.standing == "admitted":
            return self.tr("县里认识这台电脑，报送的内容会入账。")
        if found.standing == "revoked":
            return self.tr(
                "县里不再收这台电脑的新内容：请联系县里，弄清是不是电脑丢过、换过。要接着用，请县里另给邀请，新建一个数据文件夹，在里面重新登记。"
            )
        return self.tr("把报送包和这台电脑的指纹带到县里；县里核对后准入，导入它的回执后这里会变成“已准入”。")

    def show_places(self, places: tuple[Place, ...], wanted: str = "") -> None:
        """Take the sticks that are plugged in now."""
        self._given = places
        self.places.show_places(places, wanted)

    def _words(self, place: Place) -> str:
        invitations = place.packets.invitations
        if self._familiar and any(name.startswith(self._familiar.village) for name in invitations):
            return self.tr("{label}　有给本村的邀请").format(label=place.label)
        if invitations:
            return self.tr("{label}　有给别的村的邀请").format(label=place.label)
        return room_words(place)

    @Slot()
    def _allow(self) -> None:
        self.enrol_button.setEnabled(self.places.current is not None)

    # enrolling

    @Slot()
    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("邀请在哪个文件夹"), str(Path.home()))
        if chosen:
            self.folder_taken.emit(Path(chosen))

    @Slot()
    def start(self) -> None:
        """Look for the invitation in the current place and go on to comparing it."""
        place = self.places.current
        if place is None or not self.enrol_button.isEnabled():
            return
        self.error_gone.emit()
        self.done_strip.hide()
        self.context.tasks.run(
            partial(_look, self.context.workspace, place.path),
            on_done=partial(self.compare, place),
            on_error=self.fail,
            owner=self,
            disable=(self.enrol_button, self.places),
        )

    def compare(self, place: Place, invited: Invited) -> None:
        """Let the clerk compare the fingerprint; then the answer stands on the stick."""
        done = EnrolDialog.ask(self, self.context, invited, place.path)
        if done is None:
            return
        self.done_strip.tell(self.tr("已登记：{county}。").format(county=invited.county), Tone.DONE)
        self.context.status(self.tr("已登记县里"))
        if done.written is not None:
            self.packet_written.emit(place, done.written)
        elif done.trouble is not None:
            self.fail(done.trouble)

    @Slot()
    def _print_slip(self) -> None:
        self.slips.print_slip(fingerprint_paper())


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _look(workspace: Workspace, source: Path, _progress: Progress) -> Invited:
    return look_at_invitation(workspace, source)

"""Words: sums, marks, and the whole answer for one person as plain text (入户告知)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QTextDocument

from clerk_app.domain.dibao import DibaoClass
from clerk_app.domain.household import PersonId
from clerk_app.domain.money import Money
from clerk_app.policy.model import DibaoOutcome
from clerk_app.services.entitlements import Answer
from clerk_app.ui.pages.entitlements.outcomes import HOUSEHOLD, Mark, Outcome, Right
from clerk_app.ui.texts import term
from clerk_app.ui.theme import POINTS, Tone, current_theme
from clerk_app.ui.widgets.chip import ChipState

translate = QCoreApplication.translate
_INDENT: Final = 16
_PER: Final = {
    "year": str(QT_TRANSLATE_NOOP("Entitlements", "每年 {sum} 元")),
    "month": str(QT_TRANSLATE_NOOP("Entitlements", "每月 {sum} 元")),
    "once": str(QT_TRANSLATE_NOOP("Entitlements", "一次 {sum} 元")),
}
_NEEDS: Final = {
    "application": (str(QT_TRANSLATE_NOOP("Entitlements", "须本人申请")), Tone.DUE),
    "review": (str(QT_TRANSLATE_NOOP("Entitlements", "须审核")), Tone.DUE),
    "local_value": (str(QT_TRANSLATE_NOOP("Entitlements", "缺本地标准")), Tone.OVERDUE),
}
_MARKS: Final = {
    Mark.NEW: (str(QT_TRANSLATE_NOOP("Entitlements", "新增")), Tone.DONE),
    Mark.GONE: (str(QT_TRANSLATE_NOOP("Entitlements", "不再享受")), Tone.OVERDUE),
    Mark.SUM: (str(QT_TRANSLATE_NOOP("Entitlements", "金额变化")), Tone.DUE),
}
_AREAS: Final = {
    "lacking": str(QT_TRANSLATE_NOOP("Entitlements", "缺资料，现在判断不了")),
    "pension": str(QT_TRANSLATE_NOOP("Entitlements", "养老保险")),
    "medical": str(QT_TRANSLATE_NOOP("Entitlements", "医疗保险")),
    "relief": str(QT_TRANSLATE_NOOP("Entitlements", "救助")),
    "work": str(QT_TRANSLATE_NOOP("Entitlements", "就业与工伤")),
}


def per_words(amount: Money | None, per: str | None) -> str:
    """Return ``每月 93.00 元``; nothing where no sum is given."""
    if amount is None or per is None:
        return ""
    return translate("Entitlements", _PER[per]).format(sum=amount.grouped)


def sum_words(right: Right) -> str:
    """Return what is given: a sum, a sum still unknown, or a right without one."""
    if "local_value" in right.needs:
        return translate("Entitlements", "金额待定")
    return per_words(right.amount, right.per) or translate("Entitlements", "享受待遇")


def before_words(amount: Money) -> str:
    """Return what the sum is without the supposition."""
    return translate("Entitlements", "现在是 {sum} 元").format(sum=amount.grouped)


def gone_words(right: Right) -> str:
    """Return what a right gives that is there now and not under the supposition."""
    return translate("Entitlements", "现在：{sum}").format(sum=sum_words(right))


def needs_chips(right: Right) -> Iterator[ChipState]:
    """Return what is still to be done for it."""
    for need in right.needs:
        word, tone = _NEEDS[need]
        yield ChipState(translate("Entitlements", word), tone)


def mark_chip(mark: Mark) -> ChipState | None:
    """Return what a supposition does to it; None where it does nothing."""
    if mark not in _MARKS:
        return None
    word, tone = _MARKS[mark]
    return ChipState(translate("Entitlements", word), tone)


def area_word(area: str) -> str:
    """Return the name of a part of the papers."""
    return translate("Entitlements", _AREAS[area])


def dibao_words(dibao: DibaoOutcome) -> str:
    """Return dibao's result in one line."""
    if not dibao.eligible or dibao.amount_per_month is None:
        return translate("Entitlements", "不符合低保条件")
    label = term(DibaoClass.of(dibao.dibao_class or "").label) if dibao.dibao_class else ""
    return f"{label}　{per_words(dibao.amount_per_month, 'month')}".strip("　")


def short_words(outcome: Outcome) -> Iterator[str]:
    """Return each thing that may be had with its sum, in a few words."""
    for right in outcome.rights:
        if right.mark is not Mark.GONE:
            figure = "" if right.amount is None and "local_value" not in right.needs else sum_words(right)
            yield f"{term(right.name)} {figure}".strip()


def told_text(answer: Answer, outcomes: Mapping[PersonId, Outcome], person: PersonId, *, supposed: bool) -> str:
    """Return what the clerk reads out or hands over: what this person may have, why, what to do, and why not the rest.

    For the household it is dibao, what it has in common, and what each of its people may have.
    """
    is_whole = person == HOUSEHOLD
    name = whole_word() if is_whole else answer.names.get(person, "")
    day = answer.assessment.on
    lines = [translate("Entitlements", "{name}　可享受的政策（{day}）").format(name=name, day=day)]
    if supposed:
        lines.append(translate("Entitlements", "（假如的情况，不是登记的情况）"))
    lines += _dibao_lines(answer) if is_whole else []
    lines += _right_lines(outcomes[person], says_none=not is_whole)
    if is_whole:
        for member, called in answer.names.items():
            lines += ["", translate("Entitlements", "{name}：").format(name=called)]
            lines += _right_lines(outcomes[member], says_none=True)
        lines.append("")
    elif outcomes[person].refused:
        lines += ["", translate("Entitlements", "现在不能享受：")]
        lines += [f"- {term(item.name)}：{item.why}" for item in outcomes[person].refused]
        lines.append("")
    return "\n".join([*lines, pack_words(answer)])


def _right_lines(outcome: Outcome, *, says_none: bool) -> list[str]:
    lines: list[str] = []
    for right in outcome.rights:
        if right.mark is Mark.GONE:
            continue
        needs = "、".join(chip.text for chip in needs_chips(right))
        head = f"{len(lines) // 3 + 1}. {term(right.name)}：{sum_words(right)}"
        rule = translate("Entitlements", "规定：{says}（{clauses}）")
        says = right.ground.says.rstrip("。")
        lines += [
            f"{head}（{needs}）" if needs else head,
            "   " + "".join(right.ground.facts),
            "   " + rule.format(says=says, clauses="、".join(right.ground.clauses)),
        ]
    if not lines and says_none:
        lines.append(translate("Entitlements", "现在没有可享受的项目。"))
    return lines


def _dibao_lines(answer: Answer) -> list[str]:
    dibao = answer.assessment.dibao
    title = term("最低生活保障")
    if dibao is None:
        return [f"{title}：{answer.dibao_missing}"]
    return [f"{title}：{dibao_words(dibao)}", *(f"   {line}" for line in dibao.because)]


def pack_words(answer: Answer) -> str:
    """Return by which rules, of which version, on which day."""
    words = translate("Entitlements", "{title}政策包 {version} 版　按 {day} 算")
    return words.format(title=answer.pack_title, version=answer.pack_version, day=answer.assessment.on)


def whole_word() -> str:
    """Return what the household as a whole is called."""
    return translate("Entitlements", "全家")


def told_document(text: str) -> QTextDocument:
    """Return those words as a page: the first line as its title, everything in the face of the window at 11 points."""
    theme = current_theme()
    document = QTextDocument()
    face = theme.font()
    face.setPointSizeF(POINTS)
    document.setDefaultFont(face)
    title, *lines = text.split("\n")
    document.setIndentWidth(_INDENT)
    document.setHtml(f"<h3>{escape(title)}</h3>{''.join(map(_paragraph, lines))}")
    return document


def _paragraph(line: str) -> str:
    """Return a line of the page; what stood further in stays further in where it wraps."""
    indent = 1 if line.startswith(" ") else 0
    return f'<p style="margin:0 0 4px 0; -qt-block-indent:{indent}">{escape(line.strip()) or "&nbsp;"}</p>'

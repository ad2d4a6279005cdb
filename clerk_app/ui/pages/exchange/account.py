"""What came of an import, in words: each file taken in by itself, the others by what is said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from clerk_app.services.answers import ALREADY, IMPORTED, OLDER, OWN, REFUSED, SKIPPED
from clerk_app.ui.texts import sentence_of, term
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.chip import ChipState

if TYPE_CHECKING:
    from clerk_app.services.answers import Imported, ToldAct
    from clerk_app.services.catching_up import CaughtUp
    from clerk_app.services.sentences import Sentence
    from clerk_app.services.taking_in import Account

translate = QCoreApplication.translate
ANSWER: Final = "answer"
REVOKED: Final = "revoked"
_NAMED: Final = 6
_LINES: Final = 12


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the account: a chip, a heading, and lines below it."""

    chip: ChipState
    heading: str
    lines: tuple[str, ...]


def blocks_of(account: Account) -> tuple[Block, ...]:
    """Return the account: what was taken in, then what was refused, then the rest."""
    taken = [Block(_chip(each), _heading(each), imported_lines(each)) for each in account.imported]
    others: defaultdict[tuple[str, Sentence], list[Imported]] = defaultdict(list)
    for each in account.files:
        if each.status != IMPORTED:
            others[each.status, each.reason].append(each)
    ordered = sorted(others.values(), key=lambda same: _ORDER.index(same[0].status))
    return (*taken, *(Block(_chip(same[0]), _names(same), (sentence_of(same[0].reason),)) for same in ordered))


_ORDER: Final = (REFUSED, OLDER, ALREADY, SKIPPED, OWN)


def standing_told(account: Account) -> str:
    """Return how the newest answer among the imported files says that the county stands to this laptop, or nothing."""
    told = [each.standing for each in account.imported if each.kind == ANSWER]
    return told[-1] if told else ""


def summary(account: Account, standing: str = "") -> tuple[str, Tone]:
    """Return the account in one sentence, and how good it is; ``standing`` is how the county stood to this laptop before."""
    done = account.imported
    told = standing_told(account)
    parts = []
    if told == REVOKED:
        parts.append(translate("ImportAccount", "县里已撤销这台电脑，请联系县里"))
    elif told == "admitted" and standing == "waiting":
        parts.append(translate("ImportAccount", "县里已准入这台电脑"))
    if done:
        parts.append(translate("ImportAccount", "导入了 {n} 份").format(n=len(done)))
    if not done:
        parts.append(translate("ImportAccount", "没有新的文件可导入"))
    if account.refused:
        parts.append(translate("ImportAccount", "拒收 {n} 份").format(n=len(account.refused)))
    opened = sum(each.opened for each in done)
    if opened:
        parts.append(translate("ImportAccount", "新增待处理 {n} 件").format(n=opened))
    if account.left:
        parts.append(translate("ImportAccount", "还有 {n} 份没有看").format(n=account.left))
    words = translate("ImportAccount", "，").join(parts)
    if account.trouble is not None or account.refused or told == REVOKED:
        return words, Tone.OVERDUE
    is_due = opened or account.left or any(each.conflicts for each in done)
    return words, Tone.DUE if is_due else Tone.DONE if done else Tone.NEUTRAL


def imported_lines(done: Imported) -> tuple[str, ...]:
    """Return what one imported file said, line by line."""
    if done.kind != ANSWER:
        return _published(done)
    is_revoked = done.standing == REVOKED
    lines = [sentence_of(done.reason)] if is_revoked and done.reason else []  # weighs more than all else
    lines.append(_settled(done))
    if done.refused:
        lines.append(translate("ImportAccount", "县里退回 {n} 笔，要改正后重新办理：").format(n=done.refused))
        lines += _told(done.told[: done.refused])
    if done.held:
        lines.append(translate("ImportAccount", "县里暂存 {n} 笔，条件到了会自己入账：").format(n=done.held))
        lines += _told(done.told[done.refused :])
    lines += [translate("ImportAccount", "县里通知：{text}").format(text=text) for text in done.noticed[:_LINES]]
    if len(done.noticed) > _LINES:
        lines.append(translate("ImportAccount", "……县里通知共 {n} 件").format(n=len(done.noticed)))
    lines += _taken_back(done.taken_back)
    if done.from_others:
        lines.append(translate("ImportAccount", "收到本村其他电脑办理的 {n} 笔。").format(n=done.from_others))
    if done.conflicts:
        lines.append(
            translate("ImportAccount", "有 {n} 处几台电脑写得不一样，请到“待处理”里选定。").format(n=done.conflicts)
        )
    if done.caught_up is not None:
        lines.append(caught_up_words(done.caught_up))
    if done.reason and not is_revoked:
        lines.append(sentence_of(done.reason))
    return tuple(lines)


def _published(done: Imported) -> tuple[str, ...]:
    if done.reason and not done.stands:
        return (sentence_of(done.reason),)
    words = translate("ImportAccount", "已收下，还没有生效：要到“设置 → 县里来文”接收。")
    if done.stands:
        words = translate("ImportAccount", "已收下。本村{stands}。").format(stands=term(done.stands))
    return tuple(filter(None, (words, sentence_of(done.reason))))


def _taken_back(titles: Sequence[str]) -> list[str]:
    if not titles:
        return []
    words = translate("ImportAccount", "县里收回了来文{titles}：没有接收的不能再接收，已接收的照旧，等县里的新来文。")
    return [words.format(titles="、".join(f"“{title}”" for title in titles))]


def caught_up_words(done: CaughtUp) -> str:
    """Say what a laptop that had fallen behind got back."""
    text = translate(
        "ImportAccount",
        "本机的数据比县里旧：补回 {back} 笔，把本机后来的 {again} 笔接着重做了一遍，{clashed} 笔要人核对；从现在起是第 {epoch} 期。",
    )
    return text.format(back=done.taken_over, again=done.done_again, clashed=done.clashed, epoch=done.epoch)


def _settled(done: Imported) -> str:
    epoch, number = done.settled
    if number:
        words = translate("ImportAccount", "县里已入账到第 {number} 号").format(number=number)
        if epoch > 1:
            words = translate("ImportAccount", "{words}（第 {epoch} 期）").format(words=words, epoch=epoch)
    else:
        words = translate("ImportAccount", "县里还没有入账")
    parts = [words]
    if done.cleared > 0:
        parts.append(translate("ImportAccount", "这次清掉 {n} 笔").format(n=done.cleared))
    elif done.cleared < 0:
        parts.append(translate("ImportAccount", "有 {n} 笔县里不再有，下一个报送包会再带上").format(n=-done.cleared))
    if done.waiting:
        parts.append(translate("ImportAccount", "还有 {n} 笔等待报送或回执").format(n=done.waiting))
    else:
        parts.append(translate("ImportAccount", "没有待报送的了"))
    return translate("ImportAccount", "，").join(parts) + translate("ImportAccount", "。")


def _told(acts: Iterable[ToldAct]) -> list[str]:
    same: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for act in acts:
        same[act.reason, act.kind].append(act.number)
    lines = []
    for (reason, kind), numbers in same.items():
        shown = "、".join(map(str, numbers[:_NAMED]))
        more = translate("ImportAccount", " 等 {n} 笔").format(n=len(numbers)) if len(numbers) > _NAMED else ""
        text = translate("ImportAccount", "　第 {numbers} 号{more}　{kind}：{reason}")
        lines.append(text.format(numbers=shown, more=more, kind=term(kind), reason=reason))
    if len(lines) > _LINES:
        return [*lines[:_LINES], translate("ImportAccount", "　……其余见“待处理”")]
    return lines


def _heading(done: Imported) -> str:
    if done.kind == ANSWER:
        return translate("ImportAccount", "第 {number} 号回执　{file}").format(number=done.number, file=done.file)
    title = getattr(done, "title", "")
    return translate("ImportAccount", "第 {number} 号来文　{title}").format(
        number=done.number, title=title or done.file
    )


def _names(same: Sequence[Imported]) -> str:
    shown = "、".join(each.file for each in same[:_NAMED])
    if len(same) > _NAMED:
        return translate("ImportAccount", "{names} 等 {n} 份").format(names=shown, n=len(same))
    return shown


def _chip(done: Imported) -> ChipState:
    if done.status == IMPORTED:
        if done.standing == REVOKED:
            return ChipState(translate("ImportAccount", "本机被撤销"), Tone.OVERDUE)
        is_clean = not (done.refused or done.opened or done.conflicts or done.lacks or done.reason)
        return ChipState(translate("ImportAccount", "已导入"), Tone.DONE if is_clean else Tone.DUE)
    words = {
        REFUSED: translate("ImportAccount", "拒收"),
        OLDER: translate("ImportAccount", "较旧"),
        ALREADY: translate("ImportAccount", "导入过"),
        SKIPPED: translate("ImportAccount", "不用导入"),
        OWN: translate("ImportAccount", "本机写的"),
    }
    return ChipState(words[done.status], Tone.OVERDUE if done.status == REFUSED else Tone.NEUTRAL)

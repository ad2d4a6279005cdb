"""The English of the window: complete, with the same places, and never in a clerk's way."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from clerk_app.domain.codes import RELATIONS, IdentityKind, Sex
from clerk_app.domain.dibao import DibaoClass
from clerk_app.errors import UserError
from clerk_app.services.sentences import NOTHING, as_written, sentence
from clerk_app.ui.application import set_language
from clerk_app.ui.dialogs.member_choices import RelationCombo
from clerk_app.ui.pages import page_entries
from clerk_app.ui.texts import message_of, sentence_of, term, value_of
from clerk_app.ui.widgets.states import class_chip

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    """The script that collects and compiles the catalogue."""
    spec = importlib.util.spec_from_file_location("packaging_catalogue", ROOT / "packaging" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def collected(catalogue: ModuleType) -> list[str]:
    """The words that come from below the window."""
    words: list[str] = catalogue.terms()
    return words


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """The window's language as ``clerk --lang en`` sets it."""
    before = QLocale()
    translators = set_language(qapp, "en")
    assert translators, "the compiled catalogue does not load"
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def written(folder: Path, *messages: str) -> Path:
    """Write a catalogue with one context and these entries, each ``source|translation``."""
    body = "".join(
        "<message><source>{}</source><translation>{}</translation></message>".format(*text.split("|"))
        for text in messages
    )
    path = folder / "words.ts"
    path.write_text(f"<TS><context><name>Page</name>{body}</context></TS>", encoding="utf-8")
    return path


def test_every_text_has_english(catalogue: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    status = catalogue.check()
    assert (status, capsys.readouterr().out) == (0, "")


def test_text_without_english_is_named(catalogue: ModuleType, tmp_path: Path) -> None:
    assert catalogue.unfinished(written(tmp_path, "保存|Save", "取消|", "关闭| ")) == ["Page: 取消", "Page: 关闭"]


def test_english_with_other_places_is_named(catalogue: ModuleType, tmp_path: Path) -> None:
    path = written(tmp_path, "{n} 户|{n} households", "{a} 到 {b}|{a} to b", "已缴|paid {n}")
    assert catalogue.wrong_places(path) == ["{a} 到 {b}", "已缴"]


@pytest.mark.parametrize(
    "word",
    [
        IdentityKind.TEKUN.label,
        "岳父",  # a code table
        "修改住户",  # the words of terms.py
        "已代缴",  # a code of a service
        "住户登记表",  # a table of a service
        "重放变更记录与现有数据一致",  # what a check proves
        "姓名前后有空格，已去掉。",  # a finding
    ],
)
def test_words_from_below_the_window_are_collected(collected: list[str], word: str) -> None:
    assert word in collected


def test_words_that_are_only_read_are_not_collected(collected: list[str]) -> None:
    assert not [word for word in collected if "老公" in word or "五保户" in word or "〔2014〕" in word]


def test_both_sides_of_a_choice_are_collected(
    catalogue: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = 'raise errors.UserError("太长" if long else "太短", place=place or "无名之地", n=1)\n'
    (tmp_path / "part.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(catalogue, "SOURCE", tmp_path)
    assert catalogue.messages() == ["太长", "太短"]
    assert "无名之地" in catalogue.terms()


class Kinship(QTranslator):
    """Tells a daughter from a woman, as the English catalogue does."""

    def translate(self, context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
        return {("relations", "女"): "Daughter", ("terms", "女"): "Female"}.get((context, source), source)


def test_daughter_is_no_sex(qapp: QApplication) -> None:
    translator = Kinship()
    qapp.installTranslator(translator)
    try:
        combo = RelationCombo()
        combo.set_raw(next(code for code, label in RELATIONS.items() if label == "女"))
        shown = (combo.currentText(), term(Sex.FEMALE.label))
        told = message_of(UserError("{name}是{relation}", name="李四", relation="女"))
        changed = (value_of("与户主关系", "女"), value_of("性别", "女"))
        combo.deleteLater()
    finally:
        qapp.removeTranslator(translator)
    assert shown == changed == ("Daughter", "Female")
    assert told == "李四是Daughter"


class Told(QTranslator):
    """English for three templates."""

    def translate(self, context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
        english = {
            ("messages", "{place}：{why}"): "{place}: {why}",
            (
                "messages",
                "两台电脑都改了“{label}”，内容不同：请选定一份。",
            ): "{label} was written differently on two laptops.",
            ("terms", "备注"): "Remark",
        }
        return english.get((context, source), source)


def test_sentence_within_a_sentence_reads_in_english(qapp: QApplication) -> None:
    translator = Told()
    qapp.installTranslator(translator)
    try:
        inner = sentence("两台电脑都改了“{label}”，内容不同：请选定一份。", label="备注")
        told = sentence_of(sentence("{place}：{why}", place="0004 户", why=inner))
        nothing = sentence_of(NOTHING)
        written = sentence_of(as_written("{没有地方}"))
    finally:
        qapp.removeTranslator(translator)
    assert told == "0004 户: Remark was written differently on two laptops."
    assert (nothing, written) == ("", "{没有地方}")


@pytest.mark.parametrize(
    "template",
    [
        "{group} {number} 户，{day} 申请",  # 今日
        "{group} {number} 户，{posted} 张贴，公示到 {end}（还没有这一年的放假安排，按周一至周五算）",
        "两台电脑都改了“{label}”，内容不同：请选定一份。",  # a conflict
        "{seat}号机（本机）",
        "另一台电脑",
        "这份回执已经导入过。",  # the account of an import
        "还有 {files} 个附件没有带来：请再报送一次，下一份回执接着带来。",
    ],
)
def test_what_services_put_together_is_collected(catalogue: ModuleType, template: str) -> None:
    assert template in catalogue.messages()


def test_relations_are_collected_by_themselves(catalogue: ModuleType) -> None:
    assert """QT_TRANSLATE_NOOP('relations', "女")""" in catalogue.extracted()


@pytest.mark.usefixtures("english")
def test_error_reads_in_english_with_its_words() -> None:
    assert message_of(UserError("请填写{label}。", label="村名")) == "Enter: Village name."


@pytest.mark.usefixtures("english")
def test_pages_have_english_words() -> None:
    words = [entry.title for entry in page_entries()]
    assert [word for word in words if not word.isascii()] == []
    assert len(words) == len(set(words))


@pytest.mark.usefixtures("english")
def test_class_chip_says_its_letter_once() -> None:
    chips = [class_chip(member) for member in DibaoClass]
    assert [(chip.letter, chip.text) for chip in chips] == [
        ("A", "priority"),
        ("B", "basic"),
        ("C", "general"),
        ("", "not met"),
    ]


@pytest.mark.usefixtures("english")
def test_sentence_without_english_stays_chinese() -> None:
    assert message_of(UserError("没有这样的 {what}。", what="无名之物")) == "没有这样的 无名之物。"
    assert term("无名之物") == "无名之物"


def test_chinese_needs_no_catalogue_of_ours(qapp: QApplication) -> None:
    before = QLocale()
    translators = set_language(qapp, "zh")
    try:
        assert term("户主") == "户主"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)

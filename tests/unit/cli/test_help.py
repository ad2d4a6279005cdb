from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import fields
from unicodedata import east_asian_width

import pytest

from clerk_app.cli.main import _parser
from clerk_app.domain.codes import IdentityKind
from clerk_app.policy.facts import LocalValues


def _all(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _all(below)


@pytest.fixture(scope="module")
def parsers() -> list[argparse.ArgumentParser]:
    return list(_all(_parser("")))


def _is_chinese(text: str | None) -> bool:
    return any("一" <= character <= "鿿" for character in text or "")


def test_every_word_of_every_command_is_explained_in_chinese(parsers: list[argparse.ArgumentParser]) -> None:
    assert [
        (parser.prog, action.option_strings or action.dest)
        for parser in parsers
        for action in parser._actions
        if not isinstance(action, argparse._SubParsersAction) and not _is_chinese(action.help)
    ] == []


def test_every_command_says_what_it_does(parsers: list[argparse.ArgumentParser]) -> None:
    assert len(parsers) > 100
    assert [parser.prog for parser in parsers if not _is_chinese(parser.description)] == []


def test_codes_of_an_option_are_given_their_meaning(parsers: list[argparse.ArgumentParser]) -> None:
    untold = [
        (parser.prog, action.dest, code)
        for parser in parsers
        for action in parser._actions
        if action.choices and not isinstance(action, argparse._SubParsersAction)
        for code in action.choices
        if code.isascii() and len(code) > 1 and set(action.choices) != {"yes", "no"} and code not in (action.help or "")
    ]
    assert untold == []


def test_help_has_no_english_words_of_argparse(parsers: list[argparse.ArgumentParser]) -> None:
    (named,) = (parser for parser in parsers if parser.prog == "clerk household leave-out")
    told = named.format_help()
    assert told.startswith("用法：clerk household leave-out [-h]")
    assert not [word for word in ("usage", "options", "positional", "show this") if word in told]


def test_help_of_publishing_names_every_local_value_and_identity(parsers: list[argparse.ArgumentParser]) -> None:
    (named,) = (parser for parser in parsers if parser.prog == "clerk county publish")
    told = named.format_help()
    assert [each.name for each in fields(LocalValues) if each.name not in told] == []
    assert [kind.value for kind in IdentityKind if kind.value not in told] == []


def test_help_of_the_county_tells_the_order_of_its_operations(parsers: list[argparse.ArgumentParser]) -> None:
    (county,) = (parser for parser in parsers if parser.prog == "clerk county")
    assert "次序：init 建立，invite 邀请各村" in county.format_help()


def test_lines_of_help_fit_a_terminal_of_eighty_columns(
    parsers: list[argparse.ArgumentParser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    wide = [
        (parser.prog, line)
        for parser in parsers
        for line in parser.format_help().splitlines()
        if "{" not in line
        and not line.lstrip().startswith(("[", "(", "用法"))  # argparse breaks these as it likes
        and sum(2 if east_asian_width(character) in "WF" else 1 for character in line) > 80
    ]
    assert wide == []


def test_help_breaks_between_chinese_characters_and_not_within_words(parsers: list[argparse.ArgumentParser]) -> None:
    formatter = parsers[0]._get_formatter()
    assert formatter._split_lines("先用 clerk policy check 检查，再发。", 12) == [
        "先用 clerk",
        "policy check",
        "检查，再发。",
    ]
    assert formatter._split_lines("一二三四五六，七", 12) == ["一二三四五六，", "七"]
    assert formatter._split_lines("一\n二", 12) == ["一", "二"]


def test_usage_inside_a_name_has_no_heading(parsers: list[argparse.ArgumentParser]) -> None:
    assert [parser.prog for parser in parsers if "用法" in parser.prog] == []

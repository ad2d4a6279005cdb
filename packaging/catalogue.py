#!/usr/bin/env python3
"""Bring the English catalogue up to date and compile it.

    packaging/catalogue.py update   collect what is new into resources/i18n/clerk_en.ts and write clerk_en.qm
    packaging/catalogue.py check    change nothing; name what is missing or has no English (exit status 1)

Besides what the window marks with ``tr``, three contexts come from below it, which may not know Qt: ``messages`` are the sentences
of ``UserError`` and ``SituationError``, ``terms`` the labels of codes and the words of ``terms.py``, ``relations`` those to the head of
a household, of which 女 is a sex elsewhere.
"""

from __future__ import annotations

import argparse
import ast
import enum
import importlib
import pkgutil
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "clerk_app"
CATALOGUE = ROOT / "resources" / "i18n" / "clerk_en.ts"
COMPILED = CATALOGUE.with_suffix(".qm")
ERRORS = {"UserError", "SituationError", "SealedToAnotherError", "StickError"}
WORD_OF_CALL = {"Finding": 2, "SharedLife": 1, "_name": 2}
"""Which argument of these calls the window translates as a term."""
SENTENCES = {"sentence", "named", "ends", "starts", "tells", "asks"}
"""What the plan of an event is told with (``services.events``); its window translates the templates as it does those of errors."""
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_PAPER = re.compile(r"〔\d{4}〕")


def messages() -> list[str]:
    """Return the message templates of every error raised in the program, in the order of the files."""
    return list(_messages_of(SOURCE))


@cache
def _messages_of(source: Path) -> tuple[str, ...]:
    told = (call for call in _calls(source / "services" / "events") if _name(call.func) in SENTENCES)
    others = (call for call in _calls(source / "services") if _name(call.func) == "sentence")
    found = (text for call in (*_errors(source), *told, *others) if call.args for text in _texts(call.args[0]))
    return tuple(dict.fromkeys(text for text in found if text))


def _trees(folder: Path) -> Iterator[ast.Module]:
    for path in sorted(folder.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def _calls(folder: Path) -> Iterator[ast.Call]:
    return (node for tree in _trees(folder) for node in ast.walk(tree) if isinstance(node, ast.Call))


def _errors(source: Path) -> Iterator[ast.Call]:
    return (call for call in _calls(source) if _name(call.func) in ERRORS)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(node: ast.expr | None) -> Iterator[str]:
    """Yield the constant sentences an argument can be: a literal, or the sides of a choice or of an ``or``."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _texts(value)


def terms() -> list[str]:
    """Return the labels of every code table, the words of ``terms.py``, what services call things, and the words of findings.

    A paper is called by its number in every language.
    """
    return list(_terms_of(SOURCE))


@cache
def _terms_of(source: Path) -> tuple[str, ...]:
    found = dict.fromkeys(_labels())
    found |= dict.fromkeys(_words_of_services(source))
    found |= dict.fromkeys(_words_in_calls(source))
    return tuple(text for text in found if _CHINESE.search(text) and not _PAPER.search(text))


def _labels() -> Iterator[str]:
    """Yield what the enums and tables of the domain and of ``terms.py`` say; private tables are for reading, not for showing."""
    package = importlib.import_module("clerk_app.domain")
    names = [f"clerk_app.domain.{module.name}" for module in pkgutil.iter_modules(package.__path__)]
    for module in [*names, "clerk_app.terms"]:
        for name, value in vars(importlib.import_module(module)).items():
            if name.startswith("_"):
                continue
            if isinstance(value, type) and issubclass(value, enum.Enum):
                yield from (
                    label for label in (getattr(member, "label", None) for member in value) if isinstance(label, str)
                )
            elif isinstance(value, dict):
                yield from (text for text in value.values() if isinstance(text, str))
            elif isinstance(value, str) and module == "clerk_app.terms":
                yield value


def _words_of_services(source: Path) -> Iterator[str]:
    """Yield the words beside a code, as in ``PAID = "paid", "已缴"`` or ``{HOUSEHOLD_FORM: "住户登记表"}``."""
    for node in (node for tree in _trees(source / "services") for node in ast.walk(tree)):
        if isinstance(node, ast.Dict):
            for value in node.values:
                yield from _texts(value)
        elif isinstance(node, ast.Tuple) and len(node.elts) > 1:
            code, *_ = *_texts(node.elts[0]), ""
            if code.isascii() and code:
                yield from _texts(node.elts[1])


def _words_in_calls(source: Path) -> Iterator[str]:
    """Yield the sentences of findings and the fixed words that are put into an error's places."""
    for call in _calls(source):
        place = WORD_OF_CALL.get(_name(call.func))
        if place is not None and len(call.args) > place:
            yield from _texts(call.args[place])
    for call in _errors(source):
        for keyword in call.keywords:
            yield from _texts(keyword.value)


def extracted() -> str:
    """Return a source file in which lupdate finds what comes from below the window."""
    relations = importlib.import_module("clerk_app.domain.codes").RELATIONS
    lines = ["from PySide6.QtCore import QT_TRANSLATE_NOOP"]
    lines += [f"QT_TRANSLATE_NOOP('messages', {_literal(text)})" for text in messages()]
    lines += [f"QT_TRANSLATE_NOOP('terms', {_literal(text)})" for text in terms()]
    lines += [f"QT_TRANSLATE_NOOP('relations', {_literal(text)})" for text in dict.fromkeys(relations.values())]
    return "\n".join(lines) + "\n"


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def update(target: Path) -> None:
    """Bring a catalogue up to date: new entries come in unfinished, vanished ones go."""
    with tempfile.TemporaryDirectory() as folder:
        below = Path(folder) / "below.py"
        below.write_text(extracted(), encoding="utf-8")
        sources = [str(path) for path in sorted((SOURCE / "ui").rglob("*.py"))]
        _tool(
            "lupdate", *sources, str(below), "-ts", str(target), "-no-obsolete", "-locations", "none",
            "-source-language", "zh_CN", "-target-language", "en", "-silent", "-disable-heuristic", "similartext",
        )  # fmt: skip


def unfinished(catalogue: Path) -> list[str]:
    """Return what has no English yet, as ``context: text``."""
    found = []
    for context in ET.parse(catalogue).getroot().iter("context"):  # noqa: S314 - our own catalogue
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            texts = (
                [] if translation is None else ["".join(form.itertext()) for form in translation.iter("numerusform")]
            )
            if translation is not None and not texts:
                texts = ["".join(translation.itertext())]
            if not texts or not all(text.strip() for text in texts):
                found.append(f"{name}: {message.findtext('source', '')}")
    return found


def entries(catalogue: Path) -> set[str]:
    """Return every entry of a catalogue, as ``context: text``."""
    contexts = ET.parse(catalogue).getroot().iter("context")  # noqa: S314 - our own catalogue
    return {
        f"{context.findtext('name', '')}: {message.findtext('source', '')}"
        for context in contexts
        for message in context.iter("message")
    }


def wrong_places(catalogue: Path) -> list[str]:
    """Return the entries whose English has other ``{places}`` than the Chinese."""
    found = []
    for message in ET.parse(catalogue).getroot().iter("message"):  # noqa: S314 - our own catalogue
        source = message.findtext("source", "")
        translation = message.find("translation")
        english = "" if translation is None else "".join(translation.itertext())
        if english.strip() and set(re.findall(r"\{(\w*)", source)) != set(re.findall(r"\{(\w*)", english)):
            found.append(source)
    return found


def finish(catalogue: Path, compiled: Path) -> None:
    """Mark entries that have English as finished and compile the catalogue."""
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(re.sub(r' type="unfinished">(?!</translation>)', ">", text), encoding="utf-8")
    _tool("lrelease", "-silent", "-nounfinished", str(catalogue), "-qm", str(compiled))


def _tool(name: str, *arguments: str) -> None:
    """Run a tool of the PySide6 wheel by its Python entry, which finds Qt's own libraries."""
    import PySide6  # noqa: PLC0415 - only this needs it

    program = Path(PySide6.__file__).parent / name
    subprocess.run([str(program), *arguments], check=True)


def check() -> int:
    """Say what is missing, without changing anything."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / CATALOGUE.name
        if CATALOGUE.exists():
            fresh.write_bytes(CATALOGUE.read_bytes())
        update(fresh)
        gone = entries(CATALOGUE) - entries(fresh) if CATALOGUE.exists() else set()
        problems = (
            unfinished(fresh) + wrong_places(fresh) + [f"no longer in the source: {entry}" for entry in sorted(gone)]
        )
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="English catalogue of the window")
    parser.add_argument("command", choices=("update", "check"))
    if parser.parse_args().command == "check":
        return check()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    update(CATALOGUE)
    finish(CATALOGUE, COMPILED)
    missing = unfinished(CATALOGUE)
    print(f"{CATALOGUE.relative_to(ROOT)}: {len(missing)} entries without English")
    return 0


if __name__ == "__main__":
    sys.exit(main())

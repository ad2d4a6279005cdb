"""Keep the English catalogue complete: ``catalogue.py update`` or ``catalogue.py check``.

The Chinese texts stand in the source. Those of the window are found by Qt's lupdate (``self.tr``); the sentences of
``UserError`` and ``SituationError`` are found here and go into the context ``messages``, where the window looks them up.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "clerk_app"
CATALOGUE = ROOT / "resources" / "i18n" / "clerk_en.ts"
COMPILED = CATALOGUE.with_suffix(".qm")
ERRORS = frozenset({"UserError", "SituationError"})


def tool(name: str, *words: str | Path) -> None:
    """Run one of Qt's linguist tools from beside this interpreter; its own words are shown if it fails."""
    ran = subprocess.run([Path(sys.executable).parent / name, *words], capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"{name} failed:\n{ran.stdout}{ran.stderr}")


def sentences() -> set[str]:
    """Return the template of every error that the program can raise."""
    return {
        found
        for path in sorted(SOURCE.rglob("*.py"))
        for found in templates(ast.parse(path.read_text(encoding="utf-8")))
    }


def templates(tree: ast.AST) -> Iterator[str]:
    """Yield the first argument of each ``UserError(...)`` and ``SituationError(...)`` where it is a plain text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def collect(catalogue: Path) -> None:
    """Bring a catalogue up to date with the sources: new texts come in unfinished, gone ones go."""
    with tempfile.TemporaryDirectory() as made:
        messages = Path(made) / "messages.py"
        messages.write_text(
            "".join(f"QCoreApplication.translate('messages', {text!r})\n" for text in sorted(sentences())),
            encoding="utf-8",
        )
        files = sorted(path for path in SOURCE.rglob("*.py") if "QtCore" in path.read_text(encoding="utf-8"))
        tool(
            "pyside6-lupdate",
            *(
                "-silent",
                "-no-obsolete",
                "-locations",
                "none",
                "-source-language",
                "zh_CN",
                "-target-language",
                "en_US",
            ),
            *("-disable-heuristic", "similartext"),
            *files,
            messages,
            "-ts",
            catalogue,
        )


def texts(catalogue: Path) -> dict[tuple[str, str], bool]:
    """Return each (context, Chinese text) with whether its English is finished."""
    found: dict[tuple[str, str], bool] = {}
    for context in ET.parse(catalogue).getroot().iter("context"):  # noqa: S314 - our own file, see above
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else (translation.findall("numerusform") or [translation])
            done = bool(forms) and message.find("translation[@type]") is None and all(form.text for form in forms)
            found[context.findtext("name") or "", message.findtext("source") or ""] = done
    return found


def update() -> int:
    """Collect into the committed catalogue and compile it."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    collect(CATALOGUE)
    tool("pyside6-lrelease", "-silent", CATALOGUE, "-qm", COMPILED)
    missing = [text for text, done in texts(CATALOGUE).items() if not done]
    print(f"{CATALOGUE.relative_to(ROOT)}: {len(missing)} texts still need their English")
    return 0


def check() -> int:
    """Say what is missing, unfinished, or compiled from an older catalogue; the committed files stay as they are."""
    with tempfile.TemporaryDirectory() as made:
        fresh = Path(made) / CATALOGUE.name
        shutil.copyfile(CATALOGUE, fresh)
        collect(fresh)
        faults = [f"no English: {context}: {text}" for (context, text), done in texts(fresh).items() if not done]
        faults += [f"no longer in the source: {c}: {t}" for c, t in texts(CATALOGUE).keys() - texts(fresh).keys()]
        again = fresh.with_suffix(".qm")
        tool("pyside6-lrelease", "-silent", CATALOGUE, "-qm", again)
        if not COMPILED.is_file() or again.read_bytes() != COMPILED.read_bytes():
            faults.append(f"{COMPILED.relative_to(ROOT)} is not what the catalogue gives: run make i18n")
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit({"update": update, "check": check}[sys.argv[1]]())

"""Hold each package to its own branch coverage: ``check_coverage.py build/coverage.json``."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path, PurePath
from typing import Any

DEMANDED = {"domain": 100, "policy": 100, "reconcile": 100, "exchange": 100, "services": 95}
"""Per cent of statements and branches; what is not named here stands at ``REST``."""
REST = 85


def package_of(path: str) -> str:
    """Return the package right below ``clerk_app``, or ``clerk_app`` for a module that stands there itself."""
    parts = PurePath(path.replace("\\", "/")).parts
    below = parts[parts.index("clerk_app") + 1 :]
    return below[0] if len(below) > 1 else "clerk_app"


def shortfalls(report: dict[str, Any]) -> list[str]:
    """Return one line for each package below its demand, with the files that lack most."""
    reached: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    lacking: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for path, file in report["files"].items():
        summary = file["summary"]
        covered = summary["covered_lines"] + summary["covered_branches"]
        whole = summary["num_statements"] + summary["num_branches"]
        package = package_of(path)
        reached[package][0] += covered
        reached[package][1] += whole
        if covered < whole:
            lines = ",".join(str(line) for line in file["missing_lines"][:12])
            lacking[package].append((whole - covered, f"{path} lacks {whole - covered} (lines {lines or '-'})"))
    found = []
    for package, (covered, whole) in sorted(reached.items()):
        demanded = DEMANDED.get(package, REST)
        print(f"{package:<12}{100 * covered / max(whole, 1):7.2f} % of {demanded} %")
        if covered * 100 < demanded * whole:
            worst = "\n    ".join(text for _, text in sorted(lacking[package], reverse=True)[:8])
            found.append(f"{package} is below {demanded} %:\n    {worst}")
    return found


def main() -> int:
    """Print the table and return 1 if a package falls short."""
    found = shortfalls(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Cases for the policy engine as JSON, and what is asked of an answer. Nobody in them exists."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from clerk_app.policy.case_reader import read_case
from clerk_app.policy.evaluator import assess
from clerk_app.policy.result_writer import result_line

Json = dict[str, Any]

ADULT: Final = "1975-06-01"
OLD: Final = "1950-01-01"
POOR_CODES: Final = ("registered_poor", "dibao", "tekun")


def identity(code: str, since: str = "2014-01-01", **more: Any) -> Json:
    """An identity held since a day."""
    return {"code": code, "from": since, **more}


def a_person(number: str = "p1", birth: str = ADULT, sex: str = "female", **more: Any) -> Json:
    """A person of the resident schemes, the head."""
    return {
        "id": number,
        "birth_date": birth,
        "sex": sex,
        "relation": "head",
        "pension": {"scheme": "resident"},
        "medical": {"scheme": "resident"},
        **more,
    }


def a_pensioner(birth: str = OLD, **pension: object) -> Json:
    """A person who draws a resident pension."""
    return a_person(birth=birth, pension={"scheme": "resident", "receiving": True, **pension})


def a_case(pack: str, on: str, *persons: Json, **more: Any) -> Json:
    """A case of one adult where no person is given."""
    return {"pack": pack, "on": on, "persons": list(persons or (a_person(),)), **more}


@dataclass(frozen=True)
class Answer:
    """A result, asked by code and rule."""

    result: Json

    def given(self, code: str, person: str | None = "p1") -> Json | None:
        """Return the entitlement of a code."""
        found = [item for item in self.result["entitlements"] if (item["code"], item["person"]) == (code, person)]
        assert len(found) <= 1
        return found[0] if found else None

    def pair(self, code: str, person: str | None = "p1") -> tuple[str, str | None] | None:
        """Return rule and amount of a code, or None."""
        found = self.given(code, person)
        return None if found is None else (found["rule"], found["amount"])

    def why_not(self, rule: str, person: str | None = "p1") -> str | None:
        """Return why a rule does not hold, or None where it was not refused."""
        found = [item for item in self.result["not_met"] if (item["rule"], item["person"]) == (rule, person)]
        return "".join(found[0]["because"]) if found else None

    @property
    def dibao(self) -> Json:
        """The dibao part, which must be there."""
        outcome: Json = self.result["dibao"]
        assert outcome is not None
        return outcome


def read_and_assess(case: Json, root: Path | None = None) -> Answer:
    """Answer a case by the very path of ``clerk assess``."""
    data = json.dumps(case, ensure_ascii=False).encode()
    return Answer(json.loads(result_line(assess(*read_case(data, root)))))


def ask(pack: str, on: str, *persons: Json, **more: object) -> Answer:
    """Answer a case of these persons."""
    return read_and_assess(a_case(pack, on, *persons, **more))

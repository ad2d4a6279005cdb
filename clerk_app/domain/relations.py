"""Relations to the head re-stated for another head (GB/T 4761-2008; T90), and who may become head.

Every code is relative to the head, so a change of head changes the code of each member. What follows from two codes alone is given;
what could be two things, as a grandchild of the old head to a new head who has brothers, is left open for a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app.domain.codes import HEAD, Sex
from clerk_app.domain.dates import age_on
from clerk_app.domain.household import PersonId

ADULT: Final = 18
SPOUSES: Final = frozenset({"10", "11", "12"})
_SONS: Final = frozenset({"20", "21", "22", "23", "24", "25", "26", "27", "29"})
_DAUGHTERS: Final = frozenset({"30", "31", "32", "33", "34", "35", "36", "37", "39"})
CHILDREN: Final = _SONS | _DAUGHTERS
_CHILDREN_IN_LAW: Final = frozenset({"28", "38"})
_OF_SON: Final = frozenset({"41", "42"})
_OF_DAUGHTER: Final = frozenset({"43", "44"})
_GRANDCHILDREN: Final = frozenset({"40"}) | _OF_SON | _OF_DAUGHTER
_PARENTS: Final = frozenset({"50", "51", "52", "57", "58", "59"})
_PARENTS_IN_LAW: Final = frozenset({"53", "54", "55", "56"})
_GRANDPARENTS: Final = frozenset({"60", "61", "62", "63", "64"})
_SIBLINGS: Final = frozenset({"70", "71", "73", "75", "77", "79"})
_SIBLINGS_WIVES: Final = frozenset({"72", "74"})
_SIBLINGS_HUSBANDS: Final = frozenset({"76", "78"})
_OF_BROTHER: Final = frozenset({"93", "94"})
_OF_SISTER: Final = frozenset({"95", "96"})
_KINDS: Final = (
    ("head", frozenset({HEAD, "01"})),
    ("spouse", SPOUSES),
    ("child", CHILDREN),
    ("child_in_law", _CHILDREN_IN_LAW),
    ("grandchild", _GRANDCHILDREN),
    ("parent", _PARENTS),
    ("parent_in_law", _PARENTS_IN_LAW),
    ("grandparent", _GRANDPARENTS),
    ("sibling", _SIBLINGS),
    ("sibling_wife", _SIBLINGS_WIVES),
    ("sibling_husband", _SIBLINGS_HUSBANDS),
    ("nephew", _OF_BROTHER | _OF_SISTER),
)


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of a household as far as relations go: ``relation`` is the code to the head as it stands."""

    person_id: PersonId
    relation: str
    sex: Sex
    birth_on: date


@dataclass(frozen=True, slots=True)
class _Pair:
    """A member seen from the new head: both with their codes to the old head ``old``; the member may be the old head."""

    old: Relative
    head: Relative
    member: Relative

    @property
    def old_is_man(self) -> bool:
        return self.old.sex is Sex.MALE

    @property
    def head_is_man(self) -> bool:
        return self.head.sex is Sex.MALE

    def by_sex(self, man: str, woman: str) -> str:
        """Return the member's code by the member's sex."""
        return man if self.member.sex is Sex.MALE else woman


def kind_of(relation: str) -> str:
    """Return what kind of relative a code names, ``other`` where nothing follows from it."""
    return next((name for name, codes in _KINDS if relation in codes), "other")


def restated(old: Relative, head: Relative, member: Relative) -> str | None:
    """Return a member's code to the new ``head`` from the codes to the old head, or None where a person must say.

    ``old`` is the old head, also when he or she has died or left; the member may be ``old`` or the new head.
    """
    if member.person_id == head.person_id:
        return HEAD
    if member.relation == "99":
        return "99"
    pair = _Pair(old, head, member)
    rule = _RULES.get((kind_of(head.relation), kind_of(member.relation)))
    return None if rule is None else rule(pair)


def _parent(pair: _Pair) -> str:
    return pair.by_sex("51", "52")


def _parent_in_law(pair: _Pair) -> str:
    return pair.by_sex("55", "56") if pair.head_is_man else pair.by_sex("53", "54")


def _spouse(pair: _Pair) -> str:
    return pair.by_sex("11", "12")


def _child(pair: _Pair) -> str:
    return pair.by_sex("20", "30")


def _child_in_law(pair: _Pair) -> str:
    return pair.by_sex("28", "38")


def _same(pair: _Pair) -> str:
    return pair.member.relation


def _sibling(pair: _Pair) -> str:
    older = pair.member.birth_on <= pair.head.birth_on
    return pair.by_sex("71", "75") if older else pair.by_sex("73", "77")


def _sibling_in_law(pair: _Pair) -> str:
    """The old head's spouse, to the old head's sibling: the age that counts is the old head's."""
    older = pair.old.birth_on <= pair.head.birth_on
    return pair.by_sex("76", "72") if older else pair.by_sex("78", "74")


def _grandparent_by_old_head(pair: _Pair) -> str:
    """A parent of the old head, to the old head's child."""
    return pair.by_sex("61", "62") if pair.old_is_man else pair.by_sex("63", "64")


def _grandparent_by_spouse(pair: _Pair) -> str:
    """A parent of the old head's spouse, to the old head's child."""
    return pair.by_sex("63", "64") if pair.old_is_man else pair.by_sex("61", "62")


def _grandparent_by_line(pair: _Pair) -> str | None:
    """The old head, or the spouse, to a grandchild: by the son's line or the daughter's."""
    if pair.head.relation in _OF_SON:
        return pair.by_sex("61", "62")
    return pair.by_sex("63", "64") if pair.head.relation in _OF_DAUGHTER else None


def _great_grandparent(pair: _Pair) -> str:
    return pair.by_sex("66", "67")


def _parents_sibling(pair: _Pair) -> str:
    """The old head's sibling, to the old head's child."""
    if not pair.old_is_man:
        return pair.by_sex("85", "88")
    uncle = "81" if pair.member.birth_on <= pair.old.birth_on else "83"
    return pair.by_sex(uncle, "90")


def _uncles_wife(pair: _Pair) -> str:
    if not pair.old_is_man:
        return "86"
    return "82" if pair.member.relation == "72" else "84"


def _aunts_husband(pair: _Pair) -> str:
    return "89" if pair.old_is_man else "87"


def _cousin(pair: _Pair) -> str:
    return "91" if pair.old_is_man and pair.member.relation in _OF_BROTHER else "92"


def _grandchild_by_old_head(pair: _Pair) -> str:
    """A child of the old head, to the old head's parent."""
    return pair.by_sex("41", "42") if pair.old_is_man else pair.by_sex("43", "44")


def _grandchild_by_spouse(pair: _Pair) -> str:
    """A child of the old head, to the parent of the old head's spouse."""
    return pair.by_sex("43", "44") if pair.old_is_man else pair.by_sex("41", "42")


def _great_grandchild(pair: _Pair) -> str:
    return pair.by_sex("47", "48")


def _grandchild_in_law(pair: _Pair) -> str:
    return pair.by_sex("46", "45")


def _grandchild_by_sibling(pair: _Pair) -> str:
    """A brother's or sister's child, to the parent."""
    return pair.by_sex("41", "42") if pair.member.relation in _OF_BROTHER else pair.by_sex("43", "44")


def _nephew(pair: _Pair) -> str:
    """A child of the old head, to the old head's sibling."""
    return pair.by_sex("93", "94") if pair.old_is_man else pair.by_sex("95", "96")


def _spouses_grandparent(_pair: _Pair) -> str:
    return "65"


def _grandchild_by_line(pair: _Pair) -> str | None:
    """The old head, to a grandparent: by the father's line or the mother's."""
    if pair.head.relation in {"61", "62"}:
        return pair.by_sex("41", "42")
    return pair.by_sex("43", "44") if pair.head.relation in {"63", "64"} else None


def _relative_by_marriage(_pair: _Pair) -> str:
    """A sibling of the spouse has no code of its own: 其他亲属."""
    return "97"


_RULES: Final = {
    ("spouse", "head"): _spouse,
    ("spouse", "child"): _same,
    ("spouse", "child_in_law"): _same,
    ("spouse", "grandchild"): _same,
    ("spouse", "parent"): _parent_in_law,
    ("spouse", "parent_in_law"): _parent,
    ("spouse", "grandparent"): _spouses_grandparent,
    ("spouse", "sibling"): _relative_by_marriage,
    ("child", "head"): _parent,
    ("child", "spouse"): _parent,
    ("child", "child"): _sibling,
    ("child", "parent"): _grandparent_by_old_head,
    ("child", "parent_in_law"): _grandparent_by_spouse,
    ("child", "grandparent"): _great_grandparent,
    ("child", "sibling"): _parents_sibling,
    ("child", "sibling_wife"): _uncles_wife,
    ("child", "sibling_husband"): _aunts_husband,
    ("child", "nephew"): _cousin,
    ("child_in_law", "head"): _parent_in_law,
    ("child_in_law", "spouse"): _parent_in_law,
    ("grandchild", "head"): _grandparent_by_line,
    ("grandchild", "spouse"): _grandparent_by_line,
    ("parent", "head"): _child,
    ("parent", "spouse"): _child_in_law,
    ("parent", "parent"): _spouse,
    ("parent", "child"): _grandchild_by_old_head,
    ("parent", "child_in_law"): _grandchild_in_law,
    ("parent", "grandchild"): _great_grandchild,
    ("parent", "sibling"): _child,
    ("parent", "sibling_wife"): _child_in_law,
    ("parent", "sibling_husband"): _child_in_law,
    ("parent", "nephew"): _grandchild_by_sibling,
    ("parent_in_law", "head"): _child_in_law,
    ("parent_in_law", "spouse"): _child,
    ("parent_in_law", "parent_in_law"): _spouse,
    ("parent_in_law", "child"): _grandchild_by_spouse,
    ("parent_in_law", "grandchild"): _great_grandchild,
    ("grandparent", "head"): _grandchild_by_line,
    ("sibling", "head"): _sibling,
    ("sibling", "spouse"): _sibling_in_law,
    ("sibling", "sibling"): _sibling,
    ("sibling", "parent"): _same,
    ("sibling", "grandparent"): _same,
    ("sibling", "child"): _nephew,
}
"""By what the new head and a member were to the old head: the member's code to the new head."""

_SUCCESSION: Final = ("spouse", "child", "child_in_law", "parent", "sibling", "grandchild", "grandparent")


def successor(people: Sequence[Relative], on: date) -> PersonId | None:
    """Return who would be the next head: the spouse, else the eldest child, and so on; adults before children. None without anybody."""

    def rank(person: Relative) -> tuple[bool, int, date, PersonId]:
        kind = kind_of(person.relation)
        place = _SUCCESSION.index(kind) if kind in _SUCCESSION else len(_SUCCESSION)
        return age_on(person.birth_on, on) < ADULT, place, person.birth_on, person.person_id

    return min(people, key=rank).person_id if people else None


@dataclass(frozen=True, slots=True)
class Restated:
    """A member with the code to the new head; empty where a person must say, ``sure`` where it follows from the codes alone."""

    relative: Relative
    relation: str
    sure: bool


def restate_all(old: Relative, head: Relative, members: Sequence[Relative]) -> tuple[Restated, ...]:
    """Return every member's code to the new head; where only one reading is likely in this household, it is proposed as not sure."""
    found = []
    for member in members:
        code = restated(old, head, member)
        guess = "" if code is not None else _likely(head, member, members)
        found.append(Restated(member, code if code is not None else guess, sure=code is not None))
    return tuple(found)


def _likely(head: Relative, member: Relative, members: Sequence[Relative]) -> str:
    """Return the likely code where one couple of the younger generation lives here: its spouses and children are the new head's own."""
    kinds = {name: [each for each in members if kind_of(each.relation) == name] for name in ("child", "child_in_law")}
    own = kind_of(head.relation)
    if own not in kinds or any(len(couple) > 1 for couple in kinds.values()):
        return ""
    other = {"child": "child_in_law", "child_in_law": "child"}[own]
    if member in kinds[other]:
        return ("11" if member.sex is Sex.MALE else "12") if member.sex is not head.sex else ""
    if member.relation in _GRANDCHILDREN:
        return "20" if member.sex is Sex.MALE else "30"
    return {"45": "38", "46": "28"}.get(member.relation, "")

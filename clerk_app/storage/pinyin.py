"""Search keys of a name: itself, its pinyin and its initials, with the readings that surnames have."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

SURNAME_READINGS: Final = {
    "单": "shan", "仇": "qiu", "区": "ou", "解": "xie", "查": "zha", "盖": "ge", "翟": "zhai", "曾": "zeng",
    "任": "ren", "华": "hua", "朴": "piao", "乐": "yue", "缪": "miao", "秘": "bi", "员": "yun", "冼": "xian",
    "洗": "xian", "燕": "yan", "宁": "ning", "折": "she", "覃": "qin", "种": "chong", "繁": "po", "黑": "he",
    "葛": "ge", "尉": "wei", "过": "guo", "佴": "nai", "郇": "xun", "隗": "wei", "逄": "pang", "令": "ling",
    "召": "shao", "那": "na", "卜": "bu", "谌": "chen", "宓": "mi", "晁": "chao", "车": "che", "长": "chang",
}  # fmt: skip
"""Readings as a surname; pypinyin gives the ordinary ones."""
COMPOUND_SURNAMES: Final = {
    "尉迟": ("yu", "chi"),
    "万俟": ("mo", "qi"),
    "长孙": ("zhang", "sun"),
    "澹台": ("tan", "tai"),
}
_MOST_COMBINATIONS: Final = 12


def name_keys(name: str) -> tuple[str, ...]:
    """Return every key a name is found by: each tail of the name, full pinyin and initials in each reading.

    ``单长乐`` is found by 单, 长乐, shanchangle, scl, dcl … . A name without Chinese characters is its own key.
    """
    plain = unicodedata.normalize("NFKC", name).lower()  # as the words that are searched for
    compact = "".join(character for character in plain if character.isalnum())
    keys = {compact[start:] for start in range(len(compact))} if not compact.isascii() else {compact}
    for syllables in _readings(compact):
        keys.add("".join(syllables))
        keys.add("".join(syllable[0] for syllable in syllables))
    return tuple(sorted(key for key in keys if key))


def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    choices = [_syllables(character) for character in name]
    if choices and name[0] in SURNAME_READINGS:
        choices[0] = tuple(dict.fromkeys((SURNAME_READINGS[name[0]], *choices[0])))
    if name[:2] in COMPOUND_SURNAMES:
        first, second = COMPOUND_SURNAMES[name[:2]]
        choices[:2] = [(first, *choices[0]), (second, *choices[1])]
    return tuple(itertools.islice(_likely_first(choices), _MOST_COMBINATIONS)) if choices else ()


def _likely_first(choices: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give the readings of a name: the usual one of every character, then those with one other reading, then with two, and so on.

    So each reading of each character is among the first, however many there are together.
    """
    usual = [syllables[0] for syllables in choices]
    several = [place for place, syllables in enumerate(choices) if len(syllables) > 1]
    for count in range(len(several) + 1):
        for places in itertools.combinations(several, count):
            for others in itertools.product(*(choices[place][1:] for place in places)):
                read = usual.copy()
                for place, syllable in zip(places, others, strict=True):
                    read[place] = syllable
                yield tuple(read)


@lru_cache(maxsize=8192)
def _syllables(character: str) -> tuple[str, ...]:
    if character.isascii():
        return (character,)
    import pypinyin  # noqa: PLC0415 - 0.2 s, and only a saved name needs it

    ((*found,),) = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True)
    plain = (syllable.replace("ü", "v") for syllable in found if syllable.isascii() or "ü" in syllable)
    return tuple(dict.fromkeys(plain)) or (character,)

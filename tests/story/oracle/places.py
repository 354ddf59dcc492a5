"""Claims about where the plan tells what a slide leaves out, by the numbers of the chapters that are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.locales import Language
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claims, World, only

_TELLS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "story.actions.more": (("actions",),),
    "story.next.more": (("actions",),),
    "story.risks.more": (("risks",),),
    "story.coherence.more": (("annexes",),),
    "story.animation.answered": (("animation",),),
    "story.objectives.other_goals": (("client",),),
    "story.since.more": (("actions",), ("mapping", "annexes"), ("front",)),
    "story.since.more_kpis": (("front",),),
}
"""The chapters that tell what each message counts, in the order in which they are named."""
_WORDS = {
    Language.FR: ("chapitre", "annexes", " et ", "plan, "),
    Language.EN: ("chapter", "annexes", " and ", "plan, "),
}
_ALL = 11
"""Chapters of a plan that leaves none out."""
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})


def _elsewhere(w: World, said: Said) -> Expected:
    what, place = (str(said.args[name]).translate(_SPACES) for name in ("what", "place"))
    return only(any(_same(w, place, found) for key in _TELLS if _counts(w, key, what) for found in _places(w, key)))


def _counts(w: World, key: str, what: str) -> bool:
    number = "".join(filter(str.isdigit, what))
    return bool(number) and w.locale.say(key, int(number)).translate(_SPACES) == what


def _places(w: World, key: str) -> Iterator[str]:
    """Where it may be, as it is written: only the chapters that are told."""
    chapter, annexes, and_, plan = _WORDS[w.locale.language]
    for names in _TELLS[key]:
        told = [name for name in names if name in w.chapters]
        words = [annexes if name == "annexes" else f"{chapter} {w.chapters[name]}" for name in told]
        if words:
            yield from (and_.join(words), plan + and_.join(words))


def _same(w: World, place: str, expected: str) -> bool:
    """Where chapters are left out, the first telling numbers them as if none were: numbers are set aside then."""
    if len(w.chapters) == _ALL:
        return place == expected
    return _without_numbers(place) == _without_numbers(expected)


def _without_numbers(text: str) -> str:
    return "".join(sign for sign in text if not sign.isdigit())


CLAIMS: Claims = {"story.place.elsewhere": _elsewhere}

"""The smallest pieces of what is said: a tone, and a stated status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from generator.measures.rag import Rag


class Tone(Enum):
    """What a text means to the reader; the brand decides how it looks."""

    NORMAL = auto()
    STRONG = auto()
    MUTED = auto()
    ACCENT = auto()
    ADVERSE = auto()
    INTERNAL = auto()


@dataclass(frozen=True, slots=True)
class Status:
    """A status in colour, letter, shape and words.

    ``letter`` is printed beside the shape, ``text`` after it (may be empty).
    """

    rag: Rag
    letter: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text among others, and its own key, which stays when another comes before it or goes."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value: ``Cible`` · ``95 %``."""

    label: str
    value: str
    tone: Tone = Tone.NORMAL

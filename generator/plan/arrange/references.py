"""The figures and tables that a sentence rests on, named where it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import Caption, Heading, Inline, Paragraph, Part, Reference, ReferenceKind
from generator.plan.arrange.rewording import reworded
from generator.plan.arrange.styles import Style
from generator.plan.arrange.text import referring

_NO_BREAK = "\u00a0"


def referenced(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """The same parts; the first sentence under each heading names the captions that stand under the same heading."""
    numbers = {_target(one.part): str(one.part.number) for one in placed if isinstance(one.part, Caption | Heading)}
    told = (one for section in _sections(placed) for one in _told(section))
    return tuple(replace(one, part=_resolved(one.part, numbers)) for one in told)


def _target(part: Caption | Heading) -> tuple[ReferenceKind, str]:
    return (ReferenceKind.CAPTION if isinstance(part, Caption) else ReferenceKind.SECTION, part.key)


def _resolved(part: Part, numbers: dict[tuple[ReferenceKind, str], str]) -> Part:
    """The numbers of the references; one to what has none is dropped."""

    def resolved(one: Inline) -> tuple[Inline, ...] | None:
        if not isinstance(one, Reference) or one.number:
            return None
        number = numbers.get((one.kind, one.key))
        return (replace(one, number=number),) if number else ()

    return reworded(part, resolved)


def _sections(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    section: list[Placed] = []
    for one in placed:
        if isinstance(one.part, Heading) and section:
            yield section
            section = []
        section.append(one)
    yield section


def _told(section: list[Placed]) -> Iterator[Placed]:
    captions = [one.part for one in section if isinstance(one.part, Caption)]
    at = _conclusion(section) if captions else None
    for rank, one in enumerate(section):
        if rank == at and isinstance(one.part, Paragraph):
            yield replace(one, part=_referring(one.part, captions))
        else:
            yield one


def _conclusion(section: list[Placed]) -> int | None:
    """Where the conclusion stands, or else the first sentence."""
    for style in (Style.LEAD, Style.BODY):
        for rank, one in enumerate(section):
            if isinstance(one.part, Paragraph) and one.part.style is style:
                return rank
    return None


def _referring(sentence: Paragraph, captions: Iterable[Caption]) -> Paragraph:
    """``… (figure 3, tableau 2)``, before the full stop if there is one."""
    listed: list[Inline] = []
    in_order = sorted(captions, key=lambda one: (one.kind.value, one.number))
    for at, one in enumerate(in_order):
        before = f"{', ' if at else ' ('}{one.word.lower()}{_NO_BREAK}"
        listed.append(Reference(one.key, before, ")" if one is in_order[-1] else "", str(one.number)))
    return referring(sentence, listed)

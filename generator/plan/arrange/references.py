"""The figures and tables that a conclusion rests on, named where it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import Caption, Heading, Inline, Paragraph, Reference, Span, Style

_STOP = "."
_SECTION = 2  # the deepest level of heading that opens a conclusion


def referenced(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """The same parts; the first sentence under each heading names the captions that stand under the same heading."""
    return tuple(one for section in _sections(placed) for one in _told(section))


def _sections(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    section: list[Placed] = []
    for one in placed:
        if isinstance(one.part, Heading) and (one.part.level <= _SECTION or one.part.starts_page) and section:
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
    references: list[Inline] = []
    for one in sorted(captions, key=lambda one: (one.kind.value, one.number)):
        references += (Span(", ", Style.REFERENCE), Reference(one.key, one.word.lower(), one.number))
    listed = (Span(" (", Style.REFERENCE), *references[1:], Span(")", Style.REFERENCE))
    *before, last = sentence.content
    if isinstance(last, Span) and last.text.endswith(_STOP):
        content = (*before, replace(last, text=last.text.removesuffix(_STOP)), *listed, replace(last, text=_STOP))
    else:
        content = (*sentence.content, *listed)
    return replace(sentence, content=content)

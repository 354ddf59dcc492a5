"""The numbers of headings and captions, computed as the template's lists will print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import Caption, CaptionKind, CaptionList, Contents, Entry, Heading, Part

_DEEPEST_LISTED = 2


def numbered(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """The same parts with their numbers; a chapter that does not follow the one before restarts the list."""
    headings, captions = _Headings(), {CaptionKind.FIGURE: 0, CaptionKind.TABLE: 0}
    result = []
    for one in placed:
        part = one.part
        if isinstance(part, Heading):
            part = headings.next(part)
        elif isinstance(part, Caption):
            captions[part.kind] += 1
            part = replace(part, number=captions[part.kind])
        result.append(replace(one, part=part))
    return tuple(result)


def contents(title: str, parts: Iterable[Part]) -> Contents:
    """The entries of the headings down to the second level."""
    entries = tuple(
        Entry(part.key, part.level, part.number, part.text)
        for part in parts
        if isinstance(part, Heading) and part.level <= _DEEPEST_LISTED
    )
    return Contents(title, entries)


def caption_lists(title: str, parts: Iterable[Part]) -> tuple[CaptionList, ...]:
    """The figures, then the tables; a kind without captions has no list, and the title stands once."""
    captions = [part for part in parts if isinstance(part, Caption)]
    kinds = [[one for one in captions if one.kind is kind] for kind in CaptionKind]
    lists = [CaptionList("", some[0].word, tuple(some)) for some in kinds if some]
    return (replace(lists[0], title=title), *lists[1:]) if lists else ()


class _Headings:
    """A counter of three levels that follows the chapters' own numbers."""

    def __init__(self) -> None:
        self._chapter = ""
        self._counts = [0, 0]
        self._last = 0
        self._is_annex = False

    def next(self, heading: Heading) -> Heading:
        if heading.level == 1:
            return self._open(heading)
        depth = heading.level - 2
        self._counts[depth] += 1
        self._counts[depth + 1 :] = [0] * (1 - depth)
        numbers = [self._chapter, *(str(count) for count in self._counts[: depth + 1])]
        number = ".".join(numbers) if self._chapter else ""
        return replace(heading, number=number, is_annex=self._is_annex, is_front=not self._chapter)

    def _open(self, heading: Heading) -> Heading:
        self._chapter, self._counts, self._is_annex = heading.number, [0, 0], heading.is_annex
        if heading.is_front or heading.is_annex:
            return heading
        number, expected = int(heading.number), self._last + 1
        self._last = number
        return heading if number == expected else replace(heading, restart=number)

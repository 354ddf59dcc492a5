"""Every text of a story, in no order: what a reader may meet in its documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum

from generator.story.story import Story


def texts_of(story: Story) -> Iterator[str]:
    """Yield the words of a story: its sections, covers, headers and footers."""
    return _texts(story)


def furniture_of(story: Story) -> Iterator[str]:
    """Yield what stands around the sections: covers, headers, footers, titles of documents and chapters."""
    yield from _texts(replace(story, slides=(), chapters=()))
    yield from (chapter.title for chapter in story.chapters)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value and not isinstance(value, Enum):
            yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _texts(key)
            yield from _texts(one)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for one in value:
            yield from _texts(one)

"""A story told as readable text: every section with its headline, its blocks and its words, for the snapshots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.story import Story
from generator.story.blocks.table import Cell, TableColumn
from generator.story.story import Section

_KEPT_SHORT = 400


def outline(story: Story) -> str:
    """The cover, the slides, then the chapters; no-break spaces and hyphens told as plain ones."""
    lines = [
        story.deck_title,
        story.plan_title,
        story.footer,
        *_words(story.cover, ""),
        f"left out: {', '.join(story.left_out) or 'nothing'}",
        "",
        "=== slides ===",
    ]
    for section in story.slides:
        lines += ["", *_section(section, section.slide_blocks)]
    for chapter in story.chapters:
        lines += ["", f"=== {chapter.number} {chapter.key} · {chapter.title} ===", chapter.takeaway]
        for section in chapter.sections:
            lines += ["", *_section(section, section.chapter_blocks)]
    text = "\n".join(line.rstrip() for line in lines) + "\n"
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("\u2011", "-")


def _section(section: Section, blocks: tuple[Any, ...]) -> Iterator[str]:
    yield f"--- {section.key} [{section.stage.value}{', internal' if section.is_internal else ''}] {section.title}"
    yield section.headline
    yield section.comment and f"comment: {section.comment}"
    for block in blocks:
        is_told = blocks is not section.slide_blocks and block in section.slide_blocks
        yield f"* {type(block).__name__} {block.key}{', as on the slide' if is_told else ''}"
        if not is_told:
            yield from _words(block, "    ")
    yield section.source if blocks is section.slide_blocks else section.chapter_source or section.source
    yield from (f"note: {note}" for note in section.notes)


def _words(value: Any, indent: str) -> Iterator[str]:
    """The texts of a value on one line, then those of the values inside it, one line each."""
    own = [
        getattr(value, field.name)
        for field in fields(value)
        if field.name not in ("key", "alt") and isinstance(getattr(value, field.name), str)
    ]
    inside = [getattr(value, field.name) for field in fields(value)]
    own += [text for item in inside for text in _flat(item)]
    own += ["(internal)"] if getattr(value, "is_internal", False) else []
    line = " | ".join(text for text in own if text)
    if line:
        yield indent + line[:_KEPT_SHORT]
    for item in inside:
        yield from _below(item, indent + "  ")


def _below(item: Any, indent: str) -> Iterator[str]:
    if is_dataclass(item) and not isinstance(item, type):
        yield from _words(item, indent)
    elif isinstance(item, tuple) and item and all(isinstance(one, Cell) for one in item):
        yield indent + " | ".join(_cell(one) for one in item)
    elif isinstance(item, tuple) and item and all(isinstance(one, TableColumn) for one in item):
        yield indent + "= " + " | ".join(one.title for one in item)
    elif isinstance(item, tuple):
        for one in item:
            yield from _below(one, indent)


def _flat(item: Any) -> Iterator[str]:
    """Texts that stand in tuples, such as a legend or the categories of a chart."""
    if isinstance(item, tuple):
        for one in item:
            if isinstance(one, str):
                yield one
            else:
                yield from _flat(one)


def _cell(cell: Cell) -> str:
    status = "" if cell.status is None else f"({cell.status.letter}) {cell.status.text}"
    return f"{cell.text} {status}".strip()

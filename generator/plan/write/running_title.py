"""The chapter in the header: a field that follows a style of ours, which the titles of chapters wear.

The template has a style a kind of chapter, and the field follows one: so all wear this one, which has no look. The
field holds no result, for an application that works none out would print the same chapter on every page.
"""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from generator.plan.write.markup import DECLARATIONS, W, field, run

_STYLE, _NAME = "CopilChapter", "Copil Chapter"
_APART = "\u2003"
CHAPTER_LOOK = f'<w:rStyle w:val="{_STYLE}"/>'


def add_chapter_style(word: WordDocument) -> None:
    """Add the style; one that a former plan left in the template gives way to it."""
    styles = word.styles.element
    for style in styles.findall(f"{W}style"):
        name = style.find(f"{W}name")
        if style.get(f"{W}styleId") == _STYLE or (name is not None and name.get(f"{W}val") == _NAME):
            styles.remove(style)
    styles.append(
        parse_xml(
            f'<w:style {DECLARATIONS} w:type="character" w:customStyle="1" w:styleId="{_STYLE}">'
            f'<w:name w:val="{_NAME}"/><w:uiPriority w:val="99"/></w:style>'
        )
    )


def running_title(look: str) -> str:
    """The title of the chapter that a page tells, in a look of its own behind what stands before it."""
    return run(_APART) + field(f'STYLEREF "{_NAME}"', "", look)

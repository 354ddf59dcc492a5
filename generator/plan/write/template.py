"""The brand's Word file as a blank one: its styles and furniture stay, its samples and its author's traces go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from generator.ooxml.template_traces import OF_THE_PACKAGE, drop_elements, drop_relations, drop_revision_marks

_ID, _VALUE = qn("w:styleId"), qn("w:val")
_KEPT = frozenset({"styles", "numbering", "settings", "theme", "fontTable", "header", "footer"})
_TRACES = (
    *(
        "attachedTemplate",
        "docVars",
        "mailMerge",
        "docId",
        "activeWritingStyle",
        "proofState",
        "footnotePr",
        "endnotePr",
    ),
    *("trackRevisions", "revisionView", "documentProtection", "writeProtection", "saveThroughXslt"),
)


def blank_document(file: Path) -> WordDocument:
    """Open a template: no picture, comment or note of its text, no data of another program, no path."""
    word = docx.Document(str(file))
    drop_relations(word.part.rels, keep=_KEPT)
    drop_relations(word.part.package.rels, keep=OF_THE_PACKAGE)
    drop_elements(word.settings.element, _TRACES)
    drop_relations(word.part.part_related_by(RT.SETTINGS).rels, keep=())
    for part in _parts(word):
        drop_revision_marks(part.element)
    return word


def drop_unused_styles(word: WordDocument, styles: Iterable[str], text: Iterable[bytes]) -> None:
    """Drop these character styles where nothing is written in them: their names would tell what others may read.

    ``text`` is the document part as it will be written, in pieces.
    """
    used = {str(element.get(_VALUE)) for part in _parts(word) for element in part.element.iter(qn("w:rStyle"))}
    used |= {style for style in styles for piece in text if f'<w:rStyle w:val="{style}"/>'.encode() in piece}
    for style in word.styles.element.findall(qn("w:style")):
        if style.get(_ID) in set(styles) - used:
            word.styles.element.remove(style)


def _parts(word: WordDocument) -> Iterator[XmlPart]:
    related = (relation.target_part for relation in word.part.rels.values() if not relation.is_external)
    return (part for part in (word.part, *related) if isinstance(part, XmlPart))

"""The brand's Word file as a blank one: its styles and furniture stay, its samples and its author's traces go."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from generator.brand import BrandError, PlanTemplate
from generator.locales.phrase import phrase
from generator.ooxml.template_traces import (
    OF_THE_PACKAGE,
    drop_elements,
    drop_relations,
    drop_revision_marks,
    drop_with_elements,
    kind_of,
)

_ID, _VALUE = qn("w:styleId"), qn("w:val")
_RELATION, _TYPE = qn("r:id"), qn("w:type")
_FURNITURE = (qn("w:headerReference"), qn("w:footerReference"))
_KEPT = frozenset({"styles", "numbering", "settings", "theme", "fontTable", "header", "footer"})
_KEPT_BY_PARTS = {
    "header": ("image", "hyperlink"),
    "footer": ("image", "hyperlink"),
    "numbering": ("image",),
    "theme": ("image",),
    "fontTable": ("font",),
}
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


def blank_document(template: PlanTemplate) -> WordDocument:
    """Open a template: no picture, comment or note of its text, no data of another program, no path."""
    word = _opened(template)
    _drop_body(word)
    drop_with_elements(word.part, keep=_KEPT)
    drop_relations(word.part.package.rels, keep=OF_THE_PACKAGE)
    drop_elements(word.settings.element, _TRACES)
    for relation in word.part.rels.values():
        drop_with_elements(relation.target_part, keep=_KEPT_BY_PARTS.get(kind_of(relation), ()))
    for part in _parts(word):
        drop_revision_marks(part.element)
    return word


def _drop_body(word: WordDocument) -> None:
    """Leave of the template's text its last section, with the headers and footers that it takes from those before."""
    body = word.element.body
    taken = {(one.tag, one.get(_TYPE)): one for one in body.iter(*_FURNITURE)}
    body.clear_content()
    body.sectPr[:] = [*taken.values(), *(one for one in body.sectPr if one.tag not in _FURNITURE)]
    used = {one.get(_RELATION) for one in taken.values()}
    for name, relation in list(word.part.rels.items()):
        if kind_of(relation) in {"header", "footer"} and name not in used:
            word.part.rels.pop(name)


def _opened(template: PlanTemplate) -> WordDocument:
    content = template.package.content
    try:
        word = docx.Document(io.BytesIO(content))
        word.settings.element  # noqa: B018  asked for here, a damage is found here
    except Exception as error:  # a package may lack anything, and python-docx raise anything about it
        found = phrase("brands.found.damaged", file=template.file.name)
        raise BrandError("plan.file", phrase("brands.expected.plan"), found) from error
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

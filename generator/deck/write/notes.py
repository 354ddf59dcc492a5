"""Speaker notes: where each figure comes from, and how to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import NotesSlidePart

from generator.charts.drawingml.pieces import attribute, words
from generator.deck.write.xml import EMPTY_TREE, NAMESPACES, P

if TYPE_CHECKING:
    from pptx.parts.slide import SlidePart


def add_notes(slide: SlidePart, master: Any, key: str, paragraphs: tuple[str, ...], language: str) -> None:
    """Give a slide its notes page, over the template's notes master."""
    number = slide.partname.idx
    element = parse_xml(_notes_xml(master, key, paragraphs, language))
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, slide.package, element)
    part.relate_to(master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
    slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)


def _notes_xml(master: Any, key: str, paragraphs: tuple[str, ...], language: str) -> bytes:
    places = {element.get("type"): element.get("idx") for element in master.element.iter(f"{{{P}}}ph")}
    text = "".join(
        f'<a:p><a:r><a:rPr lang="{language}" dirty="0"/><a:t>{words(line)}</a:t></a:r></a:p>' for line in paragraphs
    )
    image = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name={attribute(f"{key}/image")}/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="{places.get("sldImg", "2")}"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    body = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name={attribute(f"{key}/notes")}/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" idx="{places.get("body", "1")}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )
    return (
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE}{image}{body}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ).encode()

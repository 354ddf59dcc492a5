"""Presentations that a designer may bring, each made from the default one."""

from __future__ import annotations

import re

from tests.packages import packed, unpacked

PRESENTATION, RELATIONS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
COPIES = {
    "ppt/slideMasters/slideMaster1.xml": "ppt/slideMasters/slideMaster12.xml",
    "ppt/slideLayouts/slideLayout3.xml": "ppt/slideLayouts/slideLayout13.xml",
    "ppt/theme/theme1.xml": "ppt/theme/theme13.xml",
}
_MASTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster"


def with_a_second_master(package: bytes) -> bytes:
    """A presentation with a copy of its master after it, which has a copy of the exhibit's layout only."""
    parts = unpacked(package)
    for former, copy in COPIES.items():
        parts[copy] = parts[former]
        if _relations(former) in parts:
            parts[_relations(copy)] = _renamed(parts[_relations(former)])
    parts[_relations(COPIES["ppt/slideMasters/slideMaster1.xml"])] = _only_rid3(
        parts[_relations(COPIES["ppt/slideMasters/slideMaster1.xml"])]
    )
    master = parts["ppt/slideMasters/slideMaster12.xml"].decode()
    listed = '<p:sldLayoutIdLst><p:sldLayoutId id="2147489001" r:id="rId3"/></p:sldLayoutIdLst>'
    parts["ppt/slideMasters/slideMaster12.xml"] = re.sub(
        "<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", listed, master
    ).encode()
    relation = f'<Relationship Id="rIdB" Type="{_MASTER}" Target="slideMasters/slideMaster12.xml"/></Relationships>'
    _put(parts, RELATIONS, "</Relationships>", relation)
    _put(parts, PRESENTATION, "</p:sldMasterIdLst>", '<p:sldMasterId id="2147489000" r:id="rIdB"/></p:sldMasterIdLst>')
    types = parts["[Content_Types].xml"].decode()
    told = [one for one in re.findall("<Override[^>]*>", types) if any(former in one for former in COPIES)]
    _put(parts, "[Content_Types].xml", "</Types>", _renamed("".join(told).encode()).decode() + "</Types>")
    return packed(parts)


def _relations(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _renamed(content: bytes) -> bytes:
    for former, copy in COPIES.items():
        content = content.replace(former.encode(), copy.encode())
    return content


def _only_rid3(relations: bytes) -> bytes:
    """The relations of a master without its other layouts."""
    return re.sub(rb'<Relationship Id="rId[124]"[^>]*>', b"", relations)


def _put(parts: dict[str, bytes], part: str, former: str, new: str) -> None:
    content = parts[part].decode()
    assert former in content
    parts[part] = content.replace(former, new, 1).encode()

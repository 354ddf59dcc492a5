"""A long part is read a stretch of whole paragraphs at a time, and says what it said in one piece."""

from __future__ import annotations

from generator.editions.xml_text import read_xml

PARAGRAPH = "<w:p><w:r><w:t>mot {n} de </w:t></w:r><w:r><w:t>la suite</w:t></w:r></w:p>"


def _lines(content: str) -> list[str]:
    return [line for prose, _ in read_xml(content.encode()) for line in prose.split("\n") if line]


def test_a_long_part_is_read_in_stretches_and_no_paragraph_is_cut() -> None:
    count = 40_000
    content = f"<w:body>{''.join(PARAGRAPH.format(n=n) for n in range(count))}</w:body>"
    assert len(content) > 3_000_000

    assert len(list(read_xml(content.encode()))) > 2
    assert _lines(content) == [f"mot {n} de la suite" for n in range(count)]


def test_where_a_comment_could_hold_the_end_of_a_paragraph_nothing_is_cut() -> None:
    content = f"<w:body><!-- {'</w:p>' * 300_000} tu -->{PARAGRAPH.format(n=1)}</w:body>"

    ((prose, _),) = read_xml(content.encode())

    assert prose.startswith(" </w:p>")
    assert "mot 1 de la suite" in prose

"""However many rows there are: each has an identity of its own in both documents, within what the formats allow."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.brand import Brand
from generator.deck.arrange import arrange as arrange_deck
from generator.deck.slides import NativeTable
from generator.deck.write.slide import sheet_of
from generator.locales import Language
from generator.ooxml.identity import block_bookmark, row_bookmark, row_ids, shape_ids, whole
from generator.plan.arrange import arrange as arrange_plan
from generator.plan.arrange.document import TablePart
from tests.stress.conftest import story_of

CROWDED = ("people", "actions", "strange")
crowded = pytest.mark.parametrize("case", CROWDED)


@crowded
def test_no_two_rows_of_a_table_share_a_key_on_whatever_slide_they_stand(case: str, brand: Brand) -> None:
    slides = arrange_deck(story_of(case, Language.FR), brand).slides
    tables = [one for slide in slides for one in slide.elements if isinstance(one, NativeTable)]
    keys = Counter((whole(table.key), row.key) for table in tables for row in table.rows if not _is_header(row.key))
    assert [key for key, count in keys.items() if count > 1] == []
    for table in tables:
        ids = row_ids(row.key for row in table.rows)
        assert len(set(ids.values())) == len(table.rows)
        assert all(0 < number < 2**32 for number in ids.values())


@crowded
def test_no_two_slides_and_no_two_shapes_of_a_slide_share_a_name(case: str, brand: Brand) -> None:
    slides = arrange_deck(story_of(case, Language.FR), brand).slides
    assert len({slide.key for slide in slides}) == len(slides)
    for slide in slides:
        assert sheet_of(slide, "fr-FR", {}).ids  # raises for a name told twice


@crowded
def test_every_row_of_the_plan_has_a_hidden_bookmark_of_its_own(case: str, brand: Brand) -> None:
    document = arrange_plan(story_of(case, Language.FR), brand)
    rows = [row for part in document.parts if isinstance(part, TablePart) for row in part.rows]
    assert [row for row in rows if bool(row.key) is row.is_header] == []
    names = [row_bookmark(row.key) for row in rows if row.key]
    names += [block_bookmark(block.key) for stretch in document.stretches for block in stretch.blocks]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name)] == []
    ids = shape_ids(row.key for row in rows if row.key)
    assert len(set(ids.values())) == len(ids)


def _is_header(key: str) -> bool:
    return key.partition("/")[0] == "header"

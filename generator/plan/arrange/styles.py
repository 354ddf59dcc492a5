"""The looks that the plan may give: the roles of the template's styles, and of its tables."""

from __future__ import annotations

from enum import Enum, StrEnum, auto


class Style(StrEnum):
    """The roles of the template's styles that the plan uses; the brand gives each its style."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    COVER = "cover"
    COVER_FIGURE = "cover_figure"
    COVER_LABEL = "cover_label"
    LEAD = "lead"
    BLOCK_LABEL = "block_label"
    AFTER_TABLE = "after_table"
    CAPTION = "caption"
    TABLE_CAPTION = "table_caption"
    CAPTION_NUMBER = "caption_number"
    FIGURE = "figure"
    SOURCE = "source"
    BULLET = "bullet"
    TABLE_HEADER = "table_header"
    TABLE_HEADER_CENTRE = "table_header_centre"
    TABLE_HEADER_NUMBER = "table_header_number"
    TABLE_HEADER_MARK = "table_header_mark"
    TABLE_TEXT = "table_text"
    TABLE_CENTRE = "table_centre"
    TABLE_NUMBER = "table_number"
    TABLE_GAP = "table_gap"
    SECTION_END = "section_end"
    LABEL = "label"
    VALUE = "value"
    CARD_TEXT = "card_text"
    CARD_TERM = "card_term"
    CARD_LETTER = "card_letter"
    TOC_HEADING = "toc_heading"
    LISTS_HEADING = "lists_heading"
    REFERENCE = "reference"
    STRONG = "strong"
    ACCENT = "accent"
    SECONDARY = "secondary"
    INTERNAL_MARK = "internal_mark"
    RESERVED = "reserved"
    STATUS_GREEN = "status_V"
    STATUS_AMBER = "status_O"
    STATUS_RED = "status_R"


class TableStyle(Enum):
    """The three looks of a table: rows of data, a card, definitions."""

    DATA = auto()
    CARD = auto()
    DEFINITION = auto()

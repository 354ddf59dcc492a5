"""Document properties that say what the reader may know and nothing of who built the file, or where."""

from datetime import UTC, date, datetime, time
from typing import Protocol

from generator.ooxml.repack import EPOCH
from generator.ooxml.text import clean

_LONGEST = 255


class CoreProperties(Protocol):
    """What python-pptx and python-docx have in common here."""

    title: str
    subject: str
    author: str
    last_modified_by: str
    category: str
    comments: str
    content_status: str
    identifier: str
    keywords: str
    language: str
    version: str
    revision: int
    created: datetime
    modified: datetime


def stamp_of(day: date) -> datetime:
    """The moment that dates a document of a day: its noon, which is the same day for most readers."""
    return datetime.combine(day, time(12), tzinfo=UTC)


def set_core_properties(
    properties: CoreProperties,
    *,
    title: str,
    language: str,
    author: str = "",
    subject: str = "",
    version: str = "",
    stamp: datetime = EPOCH,
) -> None:
    """Write the properties, blank every other one, date both stamps `stamp` (UTC): same input, same bytes."""
    moment = stamp.astimezone(UTC).replace(tzinfo=None)
    texts = {"title": title, "language": language, "author": author, "subject": subject, "version": version}
    blank = ("last_modified_by", "category", "comments", "content_status", "identifier", "keywords")
    for name in blank:
        setattr(properties, name, "")
    for name, value in texts.items():
        setattr(properties, name, clean(value)[:_LONGEST])
    properties.revision = 1
    properties.created = moment
    properties.modified = moment

"""Pictures lose what was written beside their pixels, and nothing else."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.ooxml.media import without_remarks

PIXELS = Image.linear_gradient("L").resize((8, 8)).convert("RGB")


def saved(kind: str) -> bytes:
    """A picture with an author and a comment."""
    buffer, exif, text = io.BytesIO(), Image.Exif(), PngInfo()
    exif[0x013B] = "Zorglub"
    text.add_text("Author", "Zorglub", zip=True)
    text.add_itxt("Title", "Zorglub")
    remarks: dict[str, Any] = {"pnginfo": text} if kind == "PNG" else {"comment": b"Zorglub"}
    PIXELS.save(buffer, kind, exif=exif, **remarks)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_pixels_stay_and_the_remarks_go(kind: str) -> None:
    before = saved(kind)
    after = without_remarks(before)
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        old.load()
        new.load()
        assert new.tobytes() == old.tobytes()
        assert old.getexif()
        assert not new.getexif()
        assert not {"Author", "Title", "comment"} & set(new.info)
    assert b"Zorglub" not in after
    assert without_remarks(after) == after


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\xff\xd8\xff\xe1"])
def test_other_bytes_and_broken_pictures_come_back(content: bytes) -> None:
    assert without_remarks(content) == content

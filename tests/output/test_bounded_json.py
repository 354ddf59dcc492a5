"""JSON that anybody may have touched is read within bounds, and what is none ends in one kind of exception."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.output.bounded_json import bounded, parsed, read_json

HOSTILE = {
    "100,000 brackets": b"[" * 100_000,
    "100,000 brackets closed": b"[" * 100_000 + b"]" * 100_000,
    "100,000 objects": b'{"a":' * 100_000,
    "a number without end": b"[1e999999]",
    "ten million digits": b"1" * 10_000_000,
    "no number": b"[NaN]",
    "minus infinity": b"-Infinity",
    "a key twice": b'{"path": 1, "path": 2}',
    "a key twice inside": b'[{"a": {"b": 1, "b": 1}}]',
    "nothing": b"",
    "half a text": b'["a',
    "no text": b"\xff\xfe[]",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_json_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - one kind of exception is what is promised
        parsed(data)


def test_json_is_read_as_it_is() -> None:
    data = '{"a": [1, -2.5, 1e3, true, null], "é": "x", "b": {"a": 1}}'.encode()
    assert parsed(data) == {"a": [1, -2.5, 1000.0, True, None], "é": "x", "b": {"a": 1}}


def test_a_file_is_read_up_to_its_bound(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"[1]")
    assert read_json(file) == [1]
    assert bounded(file, most_bytes=3) == b"[1]"
    with pytest.raises(ValueError, match="too large"):
        bounded(file, most_bytes=2)


def test_a_file_of_two_gigabytes_is_not_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    with file.open("wb") as stream:
        stream.truncate(2_000_000_000)
    with pytest.raises(ValueError, match="too large"):
        bounded(file, most_bytes=1_000)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a file"):
        read_json(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_json(tmp_path / "absent.json")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on POSIX only")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(ValueError, match="not a file"):
        read_json(tmp_path / "pipe.json")

"""What we say, in no file format."""

from generator.story.story import Edition, Story
from generator.story.tell import tell_client, tell_internal

__all__ = ["Edition", "Story", "tell_client", "tell_internal"]

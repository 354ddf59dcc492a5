"""What we say, in no file format."""

from generator.story.story import Story
from generator.story.tell import tell_client, tell_internal

__all__ = ["Story", "tell_client", "tell_internal"]

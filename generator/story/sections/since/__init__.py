"""What changed: since the last committee, since the last version, and the versions themselves."""

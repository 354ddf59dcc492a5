"""What we say, in no file format."""

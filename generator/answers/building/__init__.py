"""What came of a build."""

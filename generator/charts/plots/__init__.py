"""Charts of a story with everything settled: scale, area, places, labels; as live charts or as drawings."""

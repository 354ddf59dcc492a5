"""Line charts: one axis, one place for each point, its labels."""

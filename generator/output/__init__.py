"""Files on the disk: whole, together, one build at a time, and left alone while nothing they come from has moved."""

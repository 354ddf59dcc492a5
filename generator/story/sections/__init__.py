"""A folder a family, one module a section: what it tells, from the data, by rule."""

"""Charts and diagrams of a story, laid out in the brand's looks: as drawings, as native charts, as pictures."""

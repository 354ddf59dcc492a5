"""DrawingML as text: what slides, charts and the shapes inside charts are written with."""

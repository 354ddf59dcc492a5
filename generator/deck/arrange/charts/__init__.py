"""Native charts, styled: their series, labels, axis and plot area."""

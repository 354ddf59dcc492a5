"""Native tables, measured: columns, row heights, pages."""

"""Excel in and out: author a workbook, read its cells, bind them to the model, annotate it, start the next quarter."""

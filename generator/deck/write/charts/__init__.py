"""Native charts: their XML, and the workbook that holds what they plot and nothing else."""

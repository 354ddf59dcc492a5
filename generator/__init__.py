"""copil: the COPIL deck and the account plan, from the account manager's workbook."""

"""What an account plan is: frozen rows, one module a stage, each column declared once."""

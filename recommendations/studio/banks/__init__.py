"""The list of banks, and the home of each."""

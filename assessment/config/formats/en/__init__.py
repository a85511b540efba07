"""English dates: the day before the month, the month as a word."""

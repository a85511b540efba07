"""What is scored: tree, levels, checks, examples and the head of a bank."""

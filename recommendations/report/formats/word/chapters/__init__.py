"""The chapters, in the order of print. Each is a function from content to blocks and says the same as its template."""

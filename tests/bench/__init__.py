"""Benchmarks: every figure as a ratio to a floor measured in the same run. `./run bench` prints the table."""

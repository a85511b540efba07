"""Charts as SVG text: pure functions, the same on screen and in print. Every chart carries its numbers in its title."""

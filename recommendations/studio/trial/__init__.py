"""Checking and trying a working copy before anybody meets it."""

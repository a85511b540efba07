"""Releasing, rolling back, retiring; who has which role; the record."""

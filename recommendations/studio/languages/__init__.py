"""Texts side by side in all languages."""

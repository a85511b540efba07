"""Columns that several rows of the working copy have."""

from typing import Any

from django.db import models

MOST_DIGITS = 15
MOST_DECIMALS = 12


def key_field(label: Any) -> "models.CharField[str, str]":
    return models.CharField(label, max_length=60)


def text_field(label: Any) -> "models.JSONField[dict[str, str], dict[str, str]]":
    """Text in several languages, {locale: text}."""
    return models.JSONField(label, default=dict, blank=True)


def number_field(label: Any, **options: Any) -> "models.DecimalField[Any, Any]":
    """A column that keeps every number of at most 15 digits, 12 of them decimals; SQLite would round longer ones."""
    return models.DecimalField(label, max_digits=MOST_DIGITS + MOST_DECIMALS, decimal_places=MOST_DECIMALS, **options)


def position_field(label: Any) -> "models.PositiveIntegerField[int, int]":
    return models.PositiveIntegerField(label)

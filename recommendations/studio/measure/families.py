"""The sorts of parts that are edited here: of which forms they are made, where they stand, where they are listed."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessment.bank.editing.applying import value_at
from assessment.bank.editing.flat import Data
from recommendations.studio.editor.keys import next_key
from recommendations.studio.measure.editor import Shape
from recommendations.studio.measure.example_forms import ExampleForm, ExpectForm
from recommendations.studio.measure.node_forms import CellForm, MeasureForm, NodeForm
from recommendations.studio.measure.part_forms import (
    ConsistencyForm,
    CrosswalkForm,
    FrameworkForm,
    FrameworkItemForm,
    LadderForm,
    LevelForm,
    ReadingForm,
    ReferenceLineForm,
)

THE_BANKS = "levels"
Place = tuple[str, ...]


@dataclass(frozen=True)
class Family:
    """`at` is the list that holds the parts, `show` the part of the scoring page that lists them, `uses` the name by
    which `uses_of` knows them; `page` has the argument `argument`. `prefix` completes a key for `uses_of`.
    """

    name: str
    shape: Shape
    at: Place
    one: str | Promise
    add: str | Promise
    show: str
    uses: str = ""
    page: str = ""
    argument: str = "part_key"
    prefix: str = ""
    ladder: str = ""

    def place(self, key: str) -> Place:
        return (*self.at, key)

    def items(self, data: Data) -> list[Data]:
        """This function will return the list in flat data, made if it is not there; Http404 where it has no place."""
        owner = value_at(data, self.at[:-1])
        if not isinstance(owner, dict):
            raise Http404
        items: list[Data] = owner.setdefault(self.at[-1], [])
        return items

    def part(self, data: Data, key: str) -> Data:
        """This function will return the part with this key, or raise Http404."""
        for item in self.items(data):
            if item["key"] == key:
                return item
        raise Http404

    def new_key(self, data: Data) -> str:
        """This function will return a key that no part of this family has yet."""
        taken = [item["key"] for item in self.items(data)]
        numbered = [key for key in taken if key[-1].isdigit()]
        return next_key(taken, numbered[-1:], f"{self.name.replace('-', '_')}_1")

    def arguments(self, key: str) -> dict[str, Any]:
        """This function will return what the address of a part's page is made of, besides the bank."""
        own = {"ladder_key": self.ladder} if self.ladder else {}
        return own | {self.argument: key}


LISTS = (
    Family(
        "consistency",
        Shape(ConsistencyForm),
        ("consistency",),
        _("Contradiction"),
        _("Add a contradiction"),
        "checks",
        page="studio:consistency-edit",
    ),
    Family(
        "reading",
        Shape(ReadingForm),
        ("readings",),
        _("Reading"),
        _("Add a reading"),
        "readings",
        "reading",
        "studio:reading-edit",
    ),
    Family(
        "reference-line",
        Shape(ReferenceLineForm),
        ("reference_lines",),
        _("Reference figure"),
        _("Add a reference figure"),
        "lines",
        "reference_line",
        "studio:reference-line-edit",
    ),
    Family(
        "framework",
        Shape(FrameworkForm, {"items": FrameworkItemForm}),
        ("frameworks",),
        _("Framework"),
        _("Add a framework"),
        "frameworks",
        "framework",
        "studio:framework-edit",
    ),
    Family(
        "example",
        Shape(ExampleForm, {"expect": ExpectForm}),
        ("examples",),
        _("Worked example"),
        _("Add a worked example"),
        "examples",
        page="studio:example-edit",
    ),
    Family("ladder", Shape(LadderForm), ("ladders",), _("Ladder"), _("Add a ladder"), "levels", "ladder"),
    Family(
        "node",
        Shape(NodeForm, {"measures": MeasureForm, "crosswalk": CrosswalkForm, "cells": CellForm}),
        ("nodes",),
        pgettext_lazy("studio", "Node"),
        _("Add a node"),
        "tree",
        "node",
        "studio:node-edit",
        "node_key",
    ),
)
BY_NAME = {family.name: family for family in LISTS}


def family_of(name: str, ladder: str = "") -> Family:
    """This function will return a family by its name, that of the levels for one ladder, or raise Http404."""
    if name == "level":
        at = (THE_BANKS,) if ladder == THE_BANKS else ("ladders", ladder, "levels")
        return Family(
            "level",
            Shape(LevelForm),
            at,
            pgettext_lazy("studio", "Level"),
            _("Add a level"),
            "levels",
            "level",
            "studio:level-edit",
            "level_key",
            prefix=f"{ladder}.",
            ladder=ladder,
        )
    if name not in BY_NAME:
        raise Http404
    return BY_NAME[name]

"""What a workspace chooses for a report: its sections, its languages, whose view it is, and whether the advice desk counts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from assessment.responses.models import Perspective
from recommendations.report.content.edition_schema import Section, View

# The views in which an assessment can be reported, by whose results it has. An interview may have a verified one alone.
OWN_ONLY, VERIFIED_ONLY = (View.OWN,), (View.VERIFIED,)
ALL_VIEWS = (View.BOTH, View.VERIFIED, View.OWN)


def views_of(perspectives: Collection[str]) -> tuple[View, ...]:
    """This function will return the views that an assessment with these results can be shown in, the usual one first."""
    if Perspective.VERIFIED not in perspectives:
        return OWN_ONLY
    return ALL_VIEWS if Perspective.SELF in perspectives else VERIFIED_ONLY


class BadOptions(ValueError):
    """The stored or posted options name something that there is not. The message says what."""


@dataclass(frozen=True, slots=True)
class EditionOptions:
    """`sections` are those that are shown. The order of `sections` and `languages` never matters."""

    sections: tuple[Section, ...] = tuple(Section)
    languages: tuple[str, ...] = ("en",)
    view: View = View.OWN
    with_overlay: bool = True

    def __post_init__(self) -> None:
        known = [code for code, _name in settings.LANGUAGES]
        unknown = sorted(set(self.languages) - set(known))
        if unknown or not self.languages:
            raise BadOptions(f"languages: {', '.join(unknown) or 'none'}")
        object.__setattr__(self, "sections", tuple(each for each in Section if each in self.sections))
        object.__setattr__(self, "languages", tuple(code for code in known if code in self.languages))

    def to_json(self) -> dict[str, Any]:
        """This function will return the options as plain values that JSON can hold."""
        return {
            "sections": [section.value for section in self.sections],
            "languages": list(self.languages),
            "view": self.view.value,
            "with_overlay": self.with_overlay,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "EditionOptions":
        """This function will return the options that `to_json` wrote, or raise BadOptions. What is missing is usual."""
        usual = cls()
        try:
            return cls(
                sections=tuple(Section(name) for name in data.get("sections", usual.sections)),
                languages=tuple(str(code) for code in data.get("languages", usual.languages)),
                view=View(data.get("view", usual.view)),
                with_overlay=bool(data.get("with_overlay", usual.with_overlay)),
            )
        except (TypeError, AttributeError, ValueError) as error:
            raise BadOptions(str(error)) from error

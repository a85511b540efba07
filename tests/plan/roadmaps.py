"""A playbook with money, days and time, for roadmaps on the sample bank."""

from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.playbook.actions import load_playbook, release_playbook
from recommendations.rules.document import PlaybookDocument
from tests.playbook.samples import released_bank
from tests.rules.samples import LOW, action, both, playbook, rule

QUARTER, HALF_YEAR, LONG = ({"minimum": 1, "maximum": weeks} for weeks in (13, 26, 60))
PEOPLE, MACHINES = "people", "machines"


def roadmap_playbook() -> PlaybookDocument:
    """This function will return the playbook.

    `learn` is free and short; `lead` needs it, takes half a year and 5,000 yuan; `buy` costs 30,000 and 20 days;
    `mend` costs 1,000 and improves no more than `buy` does; `long` takes more than a year.
    """
    actions = [
        _action("learn", PEOPLE, levels=1, cost_band="free", effort="low", weeks=QUARTER),
        _action("lead", PEOPLE, levels=3, cost_band="some", effort="mid", weeks=HALF_YEAR, requires=["learn"]),
        _action("buy", MACHINES, levels=2, cost_band="much", effort="high", weeks=QUARTER),
        _action("mend", MACHINES, levels=1, cost_band="little", effort="low", weeks=QUARTER),
        _action("long", PEOPLE, levels=4, cost_band="free", effort="low", weeks=LONG),
    ]
    return playbook(
        actions,
        [rule(f"r_{each['key']}", str(each["key"])) for each in actions],
        efforts=[
            {"key": "low", "title": both("Low"), "days": 5},
            {"key": "mid", "title": both("Mid"), "days": 10},
            {"key": "high", "title": both("High"), "days": 20},
        ],
        cost_bands=[
            {"key": "free", "title": both("Free"), "minimum": 0, "maximum": 0},
            {"key": "little", "title": both("Little"), "minimum": 0, "maximum": 2000},
            {"key": "some", "title": both("Some"), "minimum": 2000, "maximum": 8000},
            {"key": "much", "title": both("Much"), "minimum": 8000, "maximum": 52000},
        ],
    )


def _action(key: str, node: str, levels: int, **changes: object) -> dict[str, object]:
    return action(key, node=node, raises=[{"node": node, "levels": levels, "up_to": 4}], **changes)


def submitted_with_roadmap(scope: Scope = Scope.FULL) -> Opened:
    """This function will return a submitted assessment that is advised by the playbook."""
    release = released_bank()
    release_playbook(playbook=load_playbook(document=roadmap_playbook()))
    opened = start_assessment(enterprise_name="Four Gears Ltd", release=release, scope=scope, language="en")
    save_section(assessment=opened.assessment, changes=[Change(key, answer, 0) for key, answer in LOW.items()])
    submit_and_advise(assessment=opened.assessment)
    return opened

from io import StringIO

from django.core.management import call_command

from assessment.bank.models import Release
from assessment.responses.actions import start_assessment
from assessment.responses.following import follow_minor_releases
from assessment.responses.models import Assessment
from assessment.responses.submitting import submit_assessment
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release
from tests.responses.test_actions import NEEDED, answer


def begin(release: Release) -> Assessment:
    return start_assessment(
        enterprise_name="Four Gears Ltd", release=release, scope=Scope.FULL, language="en"
    ).assessment


def release_after(assessment: Assessment) -> Release:
    return Assessment.objects.select_related("release").get(pk=assessment.pk).release


def test_open_assessments_follow_newer_words_and_submitted_ones_stay(release: Release) -> None:
    going_on, done = begin(release), begin(release)
    answer(done, **NEEDED)
    result = submit_assessment(assessment=done)
    make_release(bank_document(description={"en": "Other words"}), 1, 1)
    newest = make_release(bank_document(description={"en": "Newest words"}), 1, 2)
    assert follow_minor_releases() == 1
    assert (release_after(going_on), release_after(done), result.release) == (newest, release, release)


def test_those_of_one_bank_follow_alone(release: Release) -> None:
    own, other = begin(release), begin(make_release(bank_document(slug="other-bank")))
    newest = make_release(bank_document(description={"en": "Other words"}), 1, 1)
    make_release(bank_document(slug="other-bank", description={"en": "Other words"}), 1, 1)
    assert follow_minor_releases(newest.bank) == 1
    assert (release_after(own), release_after(other).version) == (newest, "1.0")


def test_another_structure_is_not_followed(release: Release) -> None:
    going_on = begin(release)
    make_release(bank_document(description={"en": "Another measure"}), 2, 0)
    assert (follow_minor_releases(), release_after(going_on)) == (0, release)


def test_command_says_how_many_follow(release: Release) -> None:
    begin(release)
    make_release(bank_document(description={"en": "Newer words"}), 1, 1)
    said = StringIO()
    call_command("follow_releases", stdout=said)
    assert said.getvalue() == "Open assessments that follow a newer release now: 1\n"

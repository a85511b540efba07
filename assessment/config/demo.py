"""A finished sample assessment, so that a first look needs no forty answers."""

from django.conf import settings

from assessment.bank.answers_file import AnswersFile, read_answers
from assessment.bank.loader import read_text
from assessment.bank.models import Release
from assessment.bank.releases import document_of
from assessment.responses.actions import Opened, make_resume_keys, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Assessment
from recommendations.plan.actions import submit_and_advise

SAMPLE_FILE = settings.BASE_DIR / "assessment/bank/content/machining-86.answers.yaml"


def sample_assessment(release: Release) -> Assessment:
    """This function will return the submitted sample assessment on this release, making it where there is none."""
    existing = (
        Assessment.objects.filter(enterprise__name=read_sample(release).enterprise, release=release)
        .exclude(submitted_at=None)
        .order_by("pk")
        .first()
    )
    if existing is not None:
        return existing
    assessment = answer_sample(release).assessment
    submit_and_advise(assessment=assessment)
    return assessment


def answer_sample(release: Release) -> Opened:
    """This function will start an assessment and give the answers of the sample file, without submitting them."""
    file = read_sample(release)
    opened = start_assessment(enterprise_name=file.enterprise, release=release, scope=file.scope, language="en")
    changes = [Change(key, answer, 0) for key, answer in file.answers.items()]
    save_section(assessment=opened.assessment, changes=changes)
    return opened


def read_sample(release: Release) -> AnswersFile:
    """This function will return the sample's answers, read by the questions of the release."""
    return read_answers(read_text(SAMPLE_FILE), SAMPLE_FILE.name, document_of(release.pk))


def sample_link(assessment: Assessment) -> str:
    """This function will return the path that opens the sample in any browser; links given before stop working."""
    return f"/r/{make_resume_keys(assessment=assessment).link_token}/"

"""What `desk/items.html` needs, from the wishes in its address."""

from typing import Any

from django.http import QueryDict

from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.responses.submitted import submitted_majors
from assessment.scoring.item_analysis import SHOWN_FROM
from assessment.scoring.texts import localise
from recommendations.desk.banks import newest_release
from recommendations.desk.forms import MISSING_LABELS, StudyForm
from recommendations.desk.item_page import item_page
from recommendations.desk.item_words import limits
from recommendations.desk.study import study_bank


def study_page(slug: str, wishes: QueryDict, locale: str) -> dict[str, Any] | None:
    """This function will return the page's content, None where there is no such bank or wish."""
    newest = current_release(slug)
    if newest is None:
        return None
    form = StudyForm(wishes, majors=sorted({newest.major, *submitted_majors(slug)}, reverse=True), auto_id="study-%s")
    if not form.is_valid():
        return None
    release = newest_release(newest, form.cleaned_data["major"])
    document, missing = document_of(release.pk), form.chosen_missing()
    study = study_bank(slug, release.major, document, without_flagged=form.cleaned_data["without_flagged"])
    return {
        "form": form,
        "slug": slug,
        "title": localise(document.title, locale) or slug,
        "version": f"{release.major}.x",
        "study": study,
        "shown_from": SHOWN_FROM,
        "still_needed": max(0, SHOWN_FROM - study.n),
        "is_filtered": form.cleaned_data["without_flagged"],
        "page": None if study.analysis is None else item_page(document, study.analysis, missing, locale),
        "missing_label": dict(MISSING_LABELS)[missing.value],
        "limits": limits(),
    }

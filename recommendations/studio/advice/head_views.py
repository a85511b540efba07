"""What stands above the actions of a playbook, changed."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.bank.editing.flat import Data
from recommendations.studio.advice.entering import begin_first, form_workshop
from recommendations.studio.advice.form_page import FormPage, answer, posted_papers
from recommendations.studio.advice.head_form import LISTS, HeadForm, list_title
from recommendations.studio.advice.papers import Papers
from recommendations.studio.advice.playbook_form import PlaybookForm


class HeadPage(FormPage):
    template = "studio/advice/head.html"

    def form(self, papers: Papers, data: QueryDict | None = None) -> HeadForm:
        if data is not None:
            return HeadForm(papers, data)
        texts = {name: papers.data.get(name, {}) for name in ("title", "basis")}
        return HeadForm(papers, initial=texts | {"base": papers.base})

    def put(self, data: Data, form: PlaybookForm) -> str:
        assert isinstance(form, HeadForm)
        data.update(form.written)
        return _("Title, sources and scales are saved.")

    def done(self, form: PlaybookForm) -> str:
        return reverse("studio:advice", args=[self.papers.slug])

    def context(self, form: PlaybookForm) -> dict[str, Any]:
        return {"lists": [(part, list_title(part), form.rows[part]) for part in LISTS]}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def head_edit(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show title, sources and scales, to editors to be changed, and take what was changed."""
    workshop = form_workshop(request, bank_slug)
    if workshop.playbook is None:
        return begin_first(request, workshop)
    return answer(request, workshop, HeadPage(posted_papers(request, workshop)))

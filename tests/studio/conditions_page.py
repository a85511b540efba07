"""A page with two condition builders in one form, only for the tests of the builder."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.urls import path

from recommendations.studio.conditions.fields import BuildsConditions, ConditionField, ConditionSubject
from tests.scoring.everything import EVERYTHING

FIRST: dict[str, Any] = {"all": [{"fact": "answer.C", "op": "lte", "value": 40}]}
PAGE = """{% load static %}<!doctype html><html lang="en"><head><title>Conditions</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="{% static "css/fourfold.css" %}"><link rel="stylesheet" href="{% static "css/forms.css" %}">
{{ form.media }}</head><body><main><h1>Conditions</h1><form method="post">{% csrf_token %}{{ form.name.label_tag }} {{ form.name }}
{{ form.when.errors }}{{ form.when }}{{ form.shown.errors }}{{ form.shown }}<button>Save</button></form></main></body>
</html>"""


class PageForm(BuildsConditions, forms.Form):
    name = forms.CharField()
    when = ConditionField(subject=ConditionSubject.rule(EVERYTHING), label="When", required=True)
    shown = ConditionField(subject=ConditionSubject.visibility(EVERYTHING, "E"), label="Asked only if")


def page(request: HttpRequest) -> HttpResponse:
    """This function will show the form, or answer 201 with what it cleaned to once it is valid."""
    form = PageForm(request.POST or None, initial={"name": "A rule", "when": FIRST})
    if form.is_valid():
        return JsonResponse(form.cleaned_data, status=201)
    status = 422 if form.is_bound and not form.wants_rerender else 200
    return HttpResponse(engines["django"].from_string(PAGE).render({"form": form}, request), status=status)


urlpatterns = [path("page/", page)]

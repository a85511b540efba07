"""Sections and questions: outline, forms, preview."""

from django.urls import path

from recommendations.studio.editor import outline_views as outline
from recommendations.studio.editor import preview_views as preview
from recommendations.studio.editor import question_views as question
from recommendations.studio.editor import removal_views as removal
from recommendations.studio.editor import section_views as section

urlpatterns = [
    path("questions/", outline.outline, name="outline"),
    path("questions/<slug:question_key>/", question.question_edit, name="question-edit"),
    path("questions/<slug:question_key>/copy/", outline.question_copy, name="question-copy"),
    path("questions/<slug:question_key>/remove/", removal.question_remove, name="question-remove"),
    path("sections/add/", section.section_add, name="section-add"),
    path("sections/<slug:section_key>/", section.section_edit, name="section-edit"),
    path("sections/<slug:section_key>/copy/", outline.section_copy, name="section-copy"),
    path("sections/<slug:section_key>/remove/", removal.section_remove, name="section-remove"),
    path("sections/<slug:section_key>/questions/add/", question.question_add, name="question-add"),
    path("preview/", preview.preview, name="preview"),
]

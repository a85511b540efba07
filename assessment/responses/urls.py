from django.urls import include, path

from assessment.responses import (
    api,
    asking_views,
    newer_views,
    resume_views,
    round_views,
    start_views,
    trail_views,
    views,
)

app_name = "responses"

urlpatterns = [
    path("", start_views.start, name="start"),
    path("start/", start_views.assessment_start, name="assessment-start"),
    path("banks/<slug:bank_slug>/", start_views.bank, name="bank-show"),
    path("resume/", resume_views.resume, name="resume"),
    path("r/<str:token>/", resume_views.resume_link, name="resume-link"),
    path("a/<uuid:public_id>/", views.assessment_open, name="assessment-open"),
    path("a/<uuid:public_id>/s/<slug:section_key>/", views.section, name="section"),
    path("a/<uuid:public_id>/answers/<slug:question_key>/", api.answer_save, name="answer-save"),
    path("a/<uuid:public_id>/check/", views.check, name="check"),
    path("a/<uuid:public_id>/keep/", resume_views.keep, name="keep"),
    path("a/<uuid:public_id>/full/", views.assessment_widen, name="assessment-widen"),
    path("a/<uuid:public_id>/again/", views.assessment_revise, name="assessment-revise"),
    path("a/<uuid:public_id>/questions/", asking_views.questions_back, name="questions-back"),
    path("a/<uuid:public_id>/trail/", trail_views.trail, name="trail"),
    path("a/<uuid:public_id>/newer/", newer_views.newer, name="newer"),
    path("a/<uuid:public_id>/next-round/", round_views.round_start, name="round-start"),
    path("", include("assessment.responses.interview.urls")),
]

from django.urls import path

from assessment.responses.interview import api, evidence_views, views

WORK = "w/<slug:workspace_slug>/clients/<uuid:client_id>/a/<uuid:public_id>"

urlpatterns = [
    path(f"{WORK}/interview/", views.interview, name="interview"),
    path(f"{WORK}/interview/closing/", views.interview_closing, name="interview-closing"),
    path(f"{WORK}/answers/<slug:question_key>/", api.verified_save, name="verified-save"),
    path(f"{WORK}/notes/<slug:question_key>/", api.note_save, name="note-save"),
    path(f"{WORK}/evidence/", evidence_views.evidence_add, name="evidence-add"),
    path(f"{WORK}/evidence/<uuid:evidence_id>/", evidence_views.evidence_show, name="evidence-show"),
    path(f"{WORK}/evidence/<uuid:evidence_id>/remove/", evidence_views.evidence_remove, name="evidence-remove"),
    path("a/<uuid:public_id>/evidence/", evidence_views.evidence_list, name="evidence-list"),
    path("a/<uuid:public_id>/evidence/<uuid:evidence_id>/", evidence_views.evidence_own, name="evidence-own"),
]

from django.urls import path

from assessment.responses.interview import api, evidence_views, views
from assessment.responses.interview.offline import views as offline

WORK = "w/<slug:workspace_slug>/clients/<uuid:client_id>/a/<uuid:public_id>"

urlpatterns = [
    path(f"{WORK}/interview/", views.interview, name="interview"),
    path(f"{WORK}/interview/closing/", views.interview_closing, name="interview-closing"),
    path(f"{WORK}/interview/form.xlsx", offline.interview_form, name="interview-form"),
    path(f"{WORK}/interview/print/", offline.interview_print, name="interview-print"),
    path(f"{WORK}/interview/import/", offline.interview_import, name="interview-import"),
    path(f"{WORK}/interview/take/", offline.interview_take, name="interview-take"),
    path(f"{WORK}/answers/<slug:question_key>/", api.verified_save, name="verified-save"),
    path(f"{WORK}/notes/<slug:question_key>/", api.note_save, name="note-save"),
    path(f"{WORK}/evidence/", evidence_views.evidence_add, name="evidence-add"),
    path(f"{WORK}/evidence/<uuid:evidence_id>/", evidence_views.evidence_show, name="evidence-show"),
    path(f"{WORK}/evidence/<uuid:evidence_id>/remove/", evidence_views.evidence_remove, name="evidence-remove"),
    path("a/<uuid:public_id>/evidence/", evidence_views.evidence_list, name="evidence-list"),
    path("a/<uuid:public_id>/evidence/<uuid:evidence_id>/", evidence_views.evidence_own, name="evidence-own"),
]

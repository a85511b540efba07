from django.urls import path

from assessment.accounts.skeleton import soon

CASE = "w/<slug:workspace_slug>/clients/<uuid:client_id>/a/<uuid:public_id>/"

urlpatterns = [
    path(f"{CASE}review/", soon, name="review"),
    path(f"{CASE}review/save/", soon, name="review-save"),
    path(f"{CASE}review/accept/", soon, name="review-accept"),
    path(f"{CASE}review/take-back/", soon, name="review-take-back"),
    path(f"{CASE}review/ask/", soon, name="review-ask"),
    path(f"{CASE}review/ask/<uuid:ask_id>/close/", soon, name="review-ask-close"),
    path(f"{CASE}review/finish/", soon, name="review-finish"),
    path(f"{CASE}review/interview/", soon, name="review-interview"),
    path(f"{CASE}review/correct/", soon, name="review-correct"),
    path(f"{CASE}trail/", soon, name="trail"),
]

from django.urls import path

from recommendations.desk.reviewing import more_views, views

CASE = "w/<slug:workspace_slug>/clients/<uuid:client_id>/a/<uuid:public_id>/"

urlpatterns = [
    path(f"{CASE}review/", views.review, name="review"),
    path(f"{CASE}review/save/", views.review_save, name="review-save"),
    path(f"{CASE}review/accept/", views.review_accept, name="review-accept"),
    path(f"{CASE}review/take-back/", views.review_take_back, name="review-take-back"),
    path(f"{CASE}review/ask/", more_views.review_ask, name="review-ask"),
    path(f"{CASE}review/ask/<uuid:ask_id>/close/", more_views.review_ask_close, name="review-ask-close"),
    path(f"{CASE}review/finish/", more_views.review_finish, name="review-finish"),
    path(f"{CASE}review/interview/", more_views.review_interview, name="review-interview"),
    path(f"{CASE}review/correct/", more_views.review_correct, name="review-correct"),
    path(f"{CASE}trail/", views.trail, name="trail"),
]

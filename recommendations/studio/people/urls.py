from django.urls import path

from recommendations.studio.people import views

urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/<int:person_id>/roles/", views.roles_set, name="roles-set"),
    path("record/", views.record, name="record"),
    path("record.csv", views.record_export, name="record-export"),
]

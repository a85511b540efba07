from django.urls import path

from recommendations.plan import views

app_name = "plan"

urlpatterns = [
    path("a/<uuid:public_id>/submit/", views.assessment_submit, name="assessment-submit"),
]

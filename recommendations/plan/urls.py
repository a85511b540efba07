from django.urls import path

from recommendations.plan import views
from recommendations.plan.what_if import views as what_if

app_name = "plan"

urlpatterns = [
    path("a/<uuid:public_id>/submit/", views.assessment_submit, name="assessment-submit"),
    path("a/<uuid:public_id>/what-if/", what_if.what_if, name="what-if"),
    path("a/<uuid:public_id>/what-if/change/", what_if.what_if_change, name="what-if-change"),
]

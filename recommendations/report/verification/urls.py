from django.urls import path

from recommendations.report.verification import own_views, public_views

OWN = "a/<uuid:public_id>/reports/<uuid:report_id>/checking/"

urlpatterns = [
    path("verify/", public_views.verify, name="verify"),
    path("verify/<str:report_number>/<str:report_code>/", public_views.verify_show, name="verify-show"),
    path(OWN, own_views.checking, name="checking"),
    path(f"{OWN}allow/", own_views.checking_allow, name="checking-allow"),
    path(f"{OWN}withdraw/", own_views.checking_withdraw, name="checking-withdraw"),
]

from django.urls import path

from recommendations.studio.release import proposal_views, roll_back_views, views

urlpatterns = [
    path("release/", views.release, name="release"),
    path("release/propose/", proposal_views.propose, name="release-propose"),
    path("release/withdraw/", proposal_views.withdraw, name="release-withdraw"),
    path("release/send-back/", proposal_views.send_back, name="release-send-back"),
    path("release/back-to/<str:number>/", roll_back_views.roll_back_to, name="roll-back"),
]

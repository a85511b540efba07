from django.urls import path

from recommendations.studio.banks import views

urlpatterns = [
    path("", views.home, name="home"),
    path("banks/<slug:bank_slug>/", views.bank_show, name="bank-show"),
    path("banks/<slug:bank_slug>/second-person/", views.second_person, name="bank-second-person"),
    path("banks/<slug:bank_slug>/retire/", views.retire, name="bank-retire"),
    path("banks/<slug:bank_slug>/bring-back/", views.bring_back, name="bank-bring-back"),
]

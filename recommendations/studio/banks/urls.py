from django.urls import path

from recommendations.studio.banks import views

urlpatterns = [
    path("", views.home, name="home"),
    path("banks/<slug:bank_slug>/", views.bank_show, name="bank-show"),
]

from django.urls import path

from recommendations.catalogue import views

app_name = "catalogue"

urlpatterns = [
    path("services/", views.category_list, name="category-list"),
    path("services/<slug:category_key>/", views.category_show, name="category-show"),
]

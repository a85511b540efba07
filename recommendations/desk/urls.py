from django.urls import path

from recommendations.desk import views

app_name = "desk"

urlpatterns = [
    path("desk/", views.overview, name="overview"),
    path("desk/banks/<slug:bank_slug>/items/", views.items, name="bank-items"),
]

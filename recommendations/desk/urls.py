from django.urls import include, path

from recommendations.desk import demand_views, import_views, views

app_name = "desk"

urlpatterns = [
    path("desk/", views.overview, name="overview"),
    path("desk/banks/<slug:bank_slug>/items/", views.items, name="bank-items"),
    path("desk/offerings/import/", import_views.import_choose, name="import-choose"),
    path("desk/offerings/import/<uuid:draft_id>/", import_views.import_show, name="import-show"),
    path("desk/offerings/import/<uuid:draft_id>/take/", import_views.import_take, name="import-take"),
    path("desk/offerings.xlsx", import_views.offerings_export, name="offerings-export"),
    path("desk/requests/", demand_views.requests, name="request-list"),
    path("desk/demand/", demand_views.demand, name="demand"),
    path("", include("recommendations.desk.clients.urls")),
    path("", include("recommendations.desk.sending.urls")),
    path("", include("recommendations.desk.reviewing.urls")),
    path("", include("recommendations.desk.portfolio.urls")),
    path("", include("recommendations.desk.mine.urls")),
]

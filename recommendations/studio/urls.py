"""The studio's addresses, by what is done there."""

from django.urls import include, path

app_name = "studio"

urlpatterns = [
    path("studio/", include("recommendations.studio.banks.urls")),
    path("studio/", include("recommendations.studio.people.urls")),
    path("studio/catalogue/", include("recommendations.studio.catalogue.urls")),
    path("studio/banks/<slug:bank_slug>/", include("recommendations.studio.editor.urls")),
    path("studio/banks/<slug:bank_slug>/", include("recommendations.studio.measure.urls")),
    path("studio/banks/<slug:bank_slug>/", include("recommendations.studio.conditions.urls")),
    path("studio/banks/<slug:bank_slug>/", include("recommendations.studio.advice.urls")),
    path("studio/banks/<slug:bank_slug>/", include("recommendations.studio.languages.urls")),
    path("studio/banks/<slug:bank_slug>/", include("recommendations.studio.history.urls")),
    path("studio/", include("recommendations.studio.files.urls")),
    path("studio/banks/<slug:bank_slug>/", include("recommendations.studio.trial.urls")),
    path("studio/banks/<slug:bank_slug>/", include("recommendations.studio.impact.urls")),
    path("studio/banks/<slug:bank_slug>/", include("recommendations.studio.release.urls")),
]

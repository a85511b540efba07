from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "recommendations.catalogue"
    label = "catalogue"
    verbose_name = "Catalogue"

from django.apps import AppConfig


class BenchmarksConfig(AppConfig):
    name = "assessment.benchmarks"
    label = "benchmarks"
    verbose_name = "Benchmarks"

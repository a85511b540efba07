import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from assessment.audit.immutability import ForbidChange

PERSON = {
    "blank": True,
    "null": True,
    "on_delete": django.db.models.deletion.PROTECT,
    "related_name": "+",
    "to": settings.AUTH_USER_MODEL,
}


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_erasure_permits"),
        ("report", "0005_brand_remembers_options"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("allowed_at", models.DateTimeField(auto_now_add=True, verbose_name="allowed")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back")),
                ("allowed_by", models.ForeignKey(**PERSON, verbose_name="allowed by")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="report.report",
                        verbose_name="report",
                    ),
                ),
                ("withdrawn_by", models.ForeignKey(**PERSON, verbose_name="taken back by")),
            ],
            options={
                "verbose_name": "leave to confirm",
                "verbose_name_plural": "leaves to confirm",
                "ordering": ["-allowed_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("report",),
                        name="report_may_be_confirmed_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at__isnull", True),
                            ("withdrawn_at__gte", models.F("allowed_at")),
                            _connector="OR",
                        ),
                        name="confirmation_ends_after_it_began",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_by__isnull", True), ("withdrawn_at__isnull", False), _connector="OR"
                        ),
                        name="confirmation_is_taken_back_at_some_time",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["number"], name="report_by_number"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["pdf_hash"], name="report_by_pdf_hash"),
        ),
        ForbidChange("Confirmation", unless_columns=["withdrawn_at", "withdrawn_by"], unless_erasing=True),
    ]
